"""House rules that no schema can say, one a file.

A rule is a function `check(directory, where) -> Iterator[Diagnostic]` that sees one record at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from directory.checks import (
    claims,
    closed_without_successor,
    contact_not_open,
    forbidden_number,
    html_in_text,
    number_in_text,
    review_overdue,
    summary_length,
)
from directory.diagnostics import Diagnostic, Where
from directory.model import Freshness, Record

OF_A_RECORD = (
    claims.check,
    closed_without_successor.check,
    contact_not_open.check,
    forbidden_number.check,
    html_in_text.check,
    number_in_text.check,
    summary_length.check,
)


def run(record: Record, where: Where) -> Iterator[Diagnostic]:
    """What the rules say of one record."""
    for check in OF_A_RECORD:
        yield from check(record, where)


def freshness(record: Record, review_by: date, today: date, where: Where) -> Iterator[Diagnostic]:
    """What the calendar says of one record."""
    yield from review_overdue.check(record, review_by, today, where)


__all__ = ["Freshness", "freshness", "run"]
