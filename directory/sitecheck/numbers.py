"""Withdrawn numbers, in what a page says, in what its attributes hold, and in the files that others read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from directory.checks.forbidden_number import found_in
from directory.sitecheck.faults import Fault
from directory.sitecheck.inventory import Inventory, text_of
from directory.sitecheck.page import Page, Piece

READ_BY_OTHERS = (".csv", ".ics", ".json", ".svg", ".txt", ".vcf", ".webmanifest", ".xml")

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def in_page(page: Page) -> Iterator[Fault]:
    """Texts are read as one, so that a number broken over elements is found; attributes one by one."""
    yield from _first(page.path, page.texts)
    # The bar keeps the digits of neighbours apart.
    values = (Piece(e.line, f"{unquote(value)}|") for e in page.elements for value in e.attributes.values())
    yield from _first(page.path, tuple(values))


def in_files(inventory: Inventory) -> Iterator[Fault]:
    for path in inventory.ending(*READ_BY_OTHERS):
        text, unread = text_of(inventory, path)
        yield from unread if not path.endswith(".svg") else ()  # drawings have been read for their ids
        readable = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
        if found_in(readable):
            yield from _first(path, [Piece(i, line) for i, line in enumerate(readable.splitlines(True), 1)])


def _first(path: str, pieces: Sequence[Piece]) -> Iterator[Fault]:
    if not found_in(_joined(pieces)):
        return
    ends_at = bisect_left(range(len(pieces)), True, key=lambda last: bool(found_in(_joined(pieces[: last + 1]))))
    sentence = "This number was withdrawn. It is never published."
    yield Fault(path, pieces[ends_at].line, "forbidden-number", sentence, "Take it out of the record and build again.")


def _joined(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
