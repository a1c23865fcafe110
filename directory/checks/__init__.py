"""House rules that no schema can say, one a file.

A rule sees one record, the texts of one file, or the wizard's questions beside all records, and yields diagnostics.
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
    idle_effect,
    number_in_text,
    option_without_effect,
    review_overdue,
    summary_length,
)
from directory.checks.texts import Texts
from directory.diagnostics import Diagnostic, Where
from directory.load import Value
from directory.model import Directory, Record


def of_file(path: str, record: Record | None, tree: Value, where: Where) -> Iterator[Diagnostic]:
    """What the rules say of a file: of any, and of one that holds a record."""
    texts = Texts(tree)
    yield from forbidden_number.check(path, texts, where)
    if record is None:
        return
    yield from closed_without_successor.check(record, where)
    yield from contact_not_open.check(record, where)
    yield from summary_length.check(record, where)
    yield from claims.check(record, texts, where)
    yield from html_in_text.check(record, texts, where)
    yield from number_in_text.check(record, texts, where)


def of_calendar(record: Record, review_by: date, today: date, where: Where) -> Iterator[Diagnostic]:
    """What the calendar says of one record."""
    yield from review_overdue.check(record, review_by, today, where)


def of_wizard(directory: Directory, path: str, where: Where) -> Iterator[Diagnostic]:
    """What the rules say of the questions in the file `path`."""
    yield from option_without_effect.check(directory, path, where)
    yield from idle_effect.check(directory, path, where)
