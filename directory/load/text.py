"""Bytes to text, and the characters that can't stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directory.diagnostics import Code, Diagnostic, Position
from directory.load.files import about

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\r(?!\n)")
# Marks of direction (U+202E turns text round), characters without width, other ways to end a line, invisible letters.
_HIDDEN = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\u200b\u2060\ufeff\u2028\u2029\U000e0000-\U000e007f]"
)
_TAB = re.compile(r"^ *\t", re.MULTILINE)


def decoded(path: str, raw: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text that `raw` holds, with CRLF or LF; None where something is wrong with it."""
    if raw.startswith(b"\xef\xbb\xbf"):
        sentence = "This file begins with a hidden mark (a byte order mark)."
        hint = "Save it as “UTF-8”, not as “UTF-8 with BOM”."
        return None, [about(path, Code.BYTE_ORDER_MARK, sentence, hint)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(path, raw[: error.start].decode("utf-8"))
        sentence = "From here on this is not UTF-8 text."
        hint = "Save the file as “UTF-8”, then look at this place: a letter or a quotation mark may be lost."
        return None, [Diagnostic(place, Code.NOT_UTF_8, sentence, hint)]
    found: list[Diagnostic] = []
    # Nearly every file is made of characters that can be printed, which is a hundred times quicker to see.
    if not text.replace("\n", "").isprintable():
        found += _first(path, text, _TAB, Code.TAB, "This line begins with a tab.", "Use spaces: two a step.")
        found += unseen(path, text)
    if not text.strip():
        found.append(about(path, Code.EMPTY_FILE, "There is nothing in this file.", "Fill it in, or remove it."))
    return (None if found else text), found


def unseen(path: str, text: str, at: Position | None = None) -> Iterator[Diagnostic]:
    """Characters that nobody can see, or that turn the text round; `at` where `text` is a value of the file."""
    hint = "Delete it and type the words around it again."
    yield from _first(path, text, _CONTROL, Code.CONTROL_CHARACTER, "There is a control character here ({}).", hint, at)
    sentence = "There is a character here that can't be seen ({}). It can change how the text is read."
    yield from _first(path, text, _HIDDEN, Code.HIDDEN_CHARACTER, sentence, hint, at)


def _first(
    path: str, text: str, pattern: re.Pattern[str], code: Code, sentence: str, hint: str, at: Position | None = None
) -> Iterator[Diagnostic]:
    """The first hit, saying how many more there are: what one editor's program did to a file is one slip."""
    hits = pattern.finditer(text)
    if hit := next(hits, None):
        last = hit.end() - 1
        more = sum(1 for _ in hits)
        said = sentence.format(f"U+{ord(text[last]):04X}") + and_more(more)
        yield Diagnostic(at or _place(path, text[:last]), code, said, hint)


def and_more(number: int) -> str:
    return f" There {'is' if number == 1 else 'are'} {number} more below." if number else ""


def _place(path: str, before: str) -> Position:
    return Position(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
