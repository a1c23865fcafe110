"""Nothing expires silently.

Looks for: a record that someone should have looked at again by now.
Matters because: its page says so, and in time it counts as unconfirmed.
Write instead: look at its page, then change “checked: on”.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from directory.diagnostics import Code, Diagnostic, Where
from directory.model import Record


def check(record: Record, review_by: date, today: date, where: Where) -> Iterator[Diagnostic]:
    if today > review_by:
        sentence = f"Someone should have looked at this again by {review_by.isoformat()}."
        hint = "Look at its page, then change “checked: on” and what else is new."
        yield Diagnostic(where(record.path, ("checked", "on")), Code.REVIEW_OVERDUE, sentence, hint)
