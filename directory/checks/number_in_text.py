"""A number to dial stands under contact, or nowhere.

Looks for: a phone number in a sentence of a service that is not open.
Matters because: an old number in a note is dialled like any other.
Write instead: “We saw a number in 2021 and could not confirm it.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from directory.checks.texts import Texts
from directory.diagnostics import Code, Diagnostic, Where
from directory.model import Record, Service

_NUMBER = re.compile(r"(?<![\d/.=-])(?:\+44|0044|0)[\s()\d-]{8,14}\d(?!\d)")


def check(record: Record, texts: Texts, where: Where) -> Iterator[Diagnostic]:
    if not isinstance(record, Service) or record.live or not _NUMBER.search(texts.whole):
        return
    for pointer, text in texts.sentences():
        if _NUMBER.search(text):
            sentence = f"There is a phone number in this text, and the service is {record.status}."
            hint = "Take the number out. Say that there was one, and when."
            yield Diagnostic(where(record.path, pointer), Code.NUMBER_IN_TEXT, sentence, hint)
