"""A result in per cent needs a published study.

Looks for: “reduced … by 35%” and the like, in a sentence that names no study or report.
Matters because: a number nobody can trace makes every other number doubtful.
Write instead: what the source reports, with its date; or leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from directory.checks.texts import Texts
from directory.diagnostics import Code, Diagnostic, Where
from directory.model import Record

_EFFECT = re.compile(
    r"\b(?:cut|cuts|drop\w*|fell|improv\w*|less|lower\w*|more|reduc\w*|rise|rose|decreas\w*|increas\w*)\b[^.]{0,60}?"
    r"\d+ ?(?:%|per ?cent)|\d+ ?(?:%|per ?cent)[^.]{0,20}?\b(?:less|fewer|lower|reduction|drop|improvement|cut)\b",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"\d ?(?:%|per ?cent)")
_SAYS_WHO = re.compile(
    r"\b(?:study|studies|evaluation|trial|survey|review|report\w*|says|said|case study|paper)\b", re.IGNORECASE
)


def check(record: Record, texts: Texts, where: Where) -> Iterator[Diagnostic]:
    if not (_PER_CENT.search(texts.whole) and _EFFECT.search(texts.whole)):
        return
    for pointer, text in texts.sentences():
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            if _EFFECT.search(sentence) and not _SAYS_WHO.search(sentence):
                said = "This gives a result in per cent, and does not say who found it."
                hint = "Name the study or report in the same sentence, or take the result out."
                yield Diagnostic(where(record.path, pointer), Code.UNSUPPORTED_CLAIM, said, hint)
                break
