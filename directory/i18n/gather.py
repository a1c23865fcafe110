"""Every message of the project, gathered into two templates for translators: what the interface says, and the data.

Babel reads the calls of `say`, `count` and `mark` in Python, templates and scripts. The labels in mkdocs.yml belong to
the interface. The data are the texts that `content` finds, and the pages of pages/ that are translated, by paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_from_file
from jinja2.ext import babel_extract

from directory.i18n.messages import Message

_KEYWORDS = {"say": None, "count": (1, 2), "mark": None}
_SPEAKERS: tuple[tuple[str, str, Any], ...] = (
    *(
        ("directory", pattern, "python")
        for pattern in ("labels.py", "hours.py", "opening.py", "render/*.py", "export/*.py")
    ),
    ("theme", "**/*.html", babel_extract),
    ("theme", "**/*.js", "javascript"),
)
"""Where the words of the interface stand: (folder, which files, how Babel reads them)."""


def interface(repository: Path, labels: Iterable[str]) -> list[Message]:
    """What Python, templates and scripts say, and the labels of mkdocs.yml; in the order of the files."""
    places: dict[tuple[str, str], list[str]] = {}
    for label in labels:
        places.setdefault((label, ""), []).append("mkdocs.yml")
    for folder, pattern, method in _SPEAKERS:
        for path in sorted((repository / folder).glob(pattern)):
            for english, plural in _said(path, method):
                found = places.setdefault((english, plural), [])
                place = path.relative_to(repository).as_posix()
                if place not in found:
                    found.append(place)
    return [Message("", english, plural, tuple(found)) for (english, plural), found in places.items()]


def _said(path: Path, method: Any) -> Iterator[tuple[str, str]]:
    messages: Any
    for _, messages, _, _ in extract_from_file(method, path, keywords=_KEYWORDS):
        english, plural = messages if isinstance(messages, tuple) else (messages, "")
        yield english, plural


def content(texts: Iterable[tuple[str, str]]) -> list[Message]:
    """The texts of the data, each with the place that its context names."""
    return [Message(context, english, "", (context.partition(":")[0],)) for context, english in texts]
