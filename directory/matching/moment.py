"""Which entries are open at a moment: the only thing about results that changes with the time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from directory import opening
from directory.matching.table import Table
from directory.model import Id

Calendars = Mapping[Id, frozenset[date]]
"""The bank holidays of each nation, as `opening.calendars` gives them."""


def open_at(table: Table, calendars: Calendars, moment: datetime) -> frozenset[int]:
    """The entries that are open at `moment`, which is London time without a zone."""
    return frozenset(
        i
        for i, entry in enumerate(table.entries)
        if entry.week and opening.at(entry.week, calendars[entry.calendar], moment).open
    )
