"""A page of pages/ as messages: its title, its description, and each line that is a paragraph, a heading or a point."""

from __future__ import annotations

import json
import re

from directory.i18n.content import Say, heard

_HEAD = ("title: ", "description: ")
_LINE = re.compile(r"(title: |description: |#+ |- )?(.*)")


def translated(markdown: str, context: str, say: Say) -> str:
    """The page with each line said. A link keeps its address, which the message holds."""
    return "\n".join(_line(line, context, say) for line in markdown.split("\n"))


def _line(line: str, context: str, say: Say) -> str:
    found = _LINE.fullmatch(line)
    if not found or not found[2] or line == "---":
        return line
    said = say(context, found[2])
    # A colon in a title would end it for YAML.
    return f"{found[1]}{json.dumps(said, ensure_ascii=False)}" if line.startswith(_HEAD) else f"{found[1] or ''}{said}"


def texts(markdown: str, context: str) -> list[tuple[str, str]]:
    """Every (context, English text) of a page."""
    return heard(lambda say: translated(markdown, context, say))
