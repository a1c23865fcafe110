"""A summary is one sentence of at most 20 words.

Looks for: a longer summary, or a second sentence.
Matters because: people choose in five seconds, from a list.
Write instead: what it is and for whom. The rest belongs in the description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from directory.diagnostics import Code, Diagnostic, Where
from directory.model import Record

MOST_WORDS = 20

_SECOND_SENTENCE = re.compile(r"[.!?] +[A-Z]")


def check(record: Record, where: Where) -> Iterator[Diagnostic]:
    words = len(record.summary.split())
    if words > MOST_WORDS:
        sentence = f"This summary has {words} words; {MOST_WORDS} are possible."
    elif _SECOND_SENTENCE.search(record.summary):
        sentence = "This summary has a second sentence."
    else:
        return
    hint = "Keep what helps someone choose, and move the rest to “description”."
    yield Diagnostic(where(record.path, ("summary",)), Code.SUMMARY_TOO_LONG, sentence, hint)
