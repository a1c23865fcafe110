"""Which entries are open at a moment: the hours of their main way in, and the bank holidays of their nation."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from directory import matching, opening
from directory.model import Service
from tests.matching import small
from tests.matching.small import ALWAYS, IN_THE_DAY, guide, service

CALENDARS = opening.calendars(2026, 2027)


def open_at(table: matching.Table, moment: str) -> set[str]:
    """The ids of what is open at a moment: "2026-11-22 03:00"."""
    found = matching.open_at(table, CALENDARS, datetime.fromisoformat(moment))
    return {table.entries[i].record.id for i in found}


TABLE = matching.compile_table(
    small.directory(
        service("always", hours=ALWAYS),
        service("in-the-day", hours=IN_THE_DAY),
        service("in-wales", places=["wales"], hours=IN_THE_DAY),
        service("not-known"),
        service("paused", status="paused", hours=ALWAYS),
        service("not-confirmed", status="unconfirmed", hours=ALWAYS, reachable=False),
        service("closed", status="closed", hours=ALWAYS, reachable=False),
        guide("guide"),
    )
)


@pytest.mark.parametrize(
    ("moment", "open_now"),
    [
        ("2026-11-22 03:00", {"always", "paused"}),
        ("2026-11-23 08:59", {"always", "paused"}),
        ("2026-11-23 09:00", {"always", "paused", "in-the-day", "in-wales"}),
        ("2026-11-23 16:59", {"always", "paused", "in-the-day", "in-wales"}),
        ("2026-11-23 17:00", {"always", "paused"}),
        ("2026-12-25 12:00", {"always", "paused"}),
    ],
)
def test_what_is_open_is_what_its_hours_say(moment: str, open_now: set[str]) -> None:
    """22 November 2026 is a Sunday. What has no hours, or may not be contacted, is never open."""
    assert open_at(TABLE, moment) == open_now


def test_each_keeps_the_bank_holidays_of_its_own_nation() -> None:
    """St David's Day, if Wales had made it one."""
    ours = {**CALENDARS, "wales": frozenset([date(2027, 3, 1)])}
    found = matching.open_at(TABLE, ours, datetime(2027, 3, 1, 12))
    open_now = {TABLE.entries[i].record.id for i in found}
    assert "in-the-day" in open_now
    assert "in-wales" not in open_now


def test_at_three_on_a_sunday_night_only_what_never_closes_is_open() -> None:
    """Of the real data, and there is such a line."""
    table = small.real_table()
    open_now = open_at(table, "2026-11-22 03:00")
    assert open_now
    for entry in table.entries:
        if entry.record.id in open_now:
            assert isinstance(entry.record, Service) and entry.record.live
            assert entry.week and any(start <= 180 < end for start, end in entry.week.days[6])


def test_on_a_monday_morning_more_is_open_than_at_night() -> None:
    table = small.real_table()
    assert open_at(table, "2026-11-22 03:00") < open_at(table, "2026-11-23 11:00")
