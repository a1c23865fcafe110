"""Withdrawn numbers are published nowhere.

Looks for: 0300 131 7000 (the NHS staff line of 2020) and 0808 801 0455 (Nurse Lifeline), in any spelling, anywhere.
Matters because: both are still on old posters, and nobody answers.
Write instead: nothing. The record says that the line has closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from directory.checks.texts import Texts
from directory.diagnostics import Code, Diagnostic, Where

FORBIDDEN = ("3001317000", "8088010455")
"""Without the leading 0, so that +44 and 0044 are found too. From the fact sheet of 21 November 2026."""

_BETWEEN_DIGITS = r"(?:\(0\)|[\s()*_.\-/\u2010-\u2015])*"
_SPELT = tuple(re.compile(_BETWEEN_DIGITS.join(number)) for number in FORBIDDEN)


def found_in(text: str) -> str | None:
    """The forbidden number that stands in a text, whatever stands between its digits."""
    return next((number for number, spelt in zip(FORBIDDEN, _SPELT, strict=True) if spelt.search(text)), None)


def check(path: str, texts: Texts, where: Where) -> Iterator[Diagnostic]:
    if not found_in(texts.whole):
        return
    for pointer, text in texts.written():
        if found_in(text):
            sentence = "This number was withdrawn, and nobody answers it. It is never published."
            yield Diagnostic(where(path, pointer), Code.FORBIDDEN_NUMBER, sentence, "Take it out.")
