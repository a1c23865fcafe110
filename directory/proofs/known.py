"""What the promises ask of entries: who can be reached, when, and from where."""

from __future__ import annotations

from dataclasses import dataclass

from directory.matching import Table
from directory.model import Service, Span, Week

_HOURS = 24
_DAYS = 7
EVERY_HOUR = (1 << (2 * _DAYS * _HOURS)) - 1
"""A bit for each hour of the week, then for each hour of the same days as bank holidays."""


@dataclass(frozen=True)
class Known:
    """Of each entry: whether one can get in touch, whether another organisation runs it, its open hours as bits."""

    reachable: frozenset[int]
    outside: frozenset[int]
    hours: tuple[int, ...]


def known(table: Table) -> Known:
    services = [(i, e.record) for i, e in enumerate(table.entries) if isinstance(e.record, Service)]
    return Known(
        frozenset(i for i, s in services if s.live and s.contact is not None),
        frozenset(i for i, s in services if s.live and s.contact and s.answer("independent-of-employer") == "yes"),
        tuple(_bits(entry.week) if entry.week else 0 for entry in table.entries),
    )


def hour_of(bits: int) -> str:
    """The first hour that is missing from the bits, in words."""
    missing = next(hour for hour in range(2 * _DAYS * _HOURS) if not bits >> hour & 1)
    day, hour = divmod(missing, _HOURS)
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{names[day % _DAYS]}{', a bank holiday,' if day >= _DAYS else ''} at {hour:02}:00"


def _bits(week: Week) -> int:
    """An hour counts where it is open from its first minute to its last."""
    bits = 0
    for day in range(2 * _DAYS):
        of_day = week.days[day % _DAYS]
        if day >= _DAYS and week.bank_holidays != "same":
            of_day = week.bank_holidays or ()
        for hour in range(_HOURS):
            bits |= _is_open(of_day, hour) << (day * _HOURS + hour)
    return bits


def _is_open(spans: tuple[Span, ...], hour: int) -> bool:
    return any(start <= hour * 60 and end >= hour * 60 + 60 for start, end in spans)
