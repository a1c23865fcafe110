"""Opening hours: what an editor writes, as spans of minutes, and back again as words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from directory.i18n import Locale
from directory.model import PartialDate, Span, Week

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MIDNIGHT = 24 * 60
ALL_DAY = ((0, MIDNIGHT),)

_SPAN = re.compile(r"([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})")


class NotHours(ValueError):
    """A time that can't be read: a sentence for an editor, and the repair."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__(sentence, hint)
        self.sentence, self.hint = sentence, hint


def spans(text: str) -> tuple[Span, ...]:
    """ "08:00-12:00, 13:00-17:00", "24h" or "closed" as minutes. Raises NotHours."""
    if text == "closed":
        return ()
    if text == "24h":
        return ALL_DAY
    found: list[Span] = []
    for part in (" ".join(part.split()) for part in text.split(",")):
        match = _SPAN.fullmatch(part)
        if not match:
            hint = "Write 09:00-17:00 with a plain hyphen, two such times with a comma between, 24h, or closed."
            raise NotHours(f"“{part}” is not a time like 08:00-20:00.", hint)
        hour, minute, to_hour, to_minute = (int(group) for group in match.groups())
        start, end = hour * 60 + minute, to_hour * 60 + to_minute
        if max(minute, to_minute) > 59 or start >= MIDNIGHT or end > MIDNIGHT:
            raise NotHours(f"“{part}” holds a time that no clock shows.", "A day goes from 00:00 to 24:00.")
        if end <= start:
            hint = "Write a night as two rows: one until 24:00, and the next day from 00:00."
            raise NotHours(f"“{part}” ends {'when' if end == start else 'before'} it begins.", hint)
        if found and start < found[-1][1]:
            hint = "Write the times of a day one after the other, none inside another."
            raise NotHours(f"“{part}” begins before the time in front of it ends.", hint)
        found.append((start, end))
    return tuple(found)


def week(rows: Mapping[str, str], as_of: PartialDate | None) -> tuple[Week, list[tuple[str, str, str]]]:
    """The rows under one name of `hours`; and (key, sentence, hint) for each row that can't be read.

    A day that no row names is closed.
    """
    days: list[tuple[Span, ...] | None] = [None] * 7
    bank_holidays: tuple[Span, ...] | Literal["same"] | None = None
    faults: list[tuple[str, str, str]] = []
    for key, text in rows.items():
        try:
            if key == "bank_holidays":
                bank_holidays = _on_bank_holidays(text)
                continue
            for day in days_of(key):
                if days[day] is not None:
                    raise NotHours(
                        f"Another row gives times for {DAY_NAMES[day]} too.", "Each day stands in one row only."
                    )
                days[day] = spans(text)
        except NotHours as fault:
            faults.append((key, fault.sentence, fault.hint))
    return Week(tuple(day or () for day in days), bank_holidays, as_of), faults


def _on_bank_holidays(text: str) -> tuple[Span, ...] | Literal["same"] | None:
    try:
        return "same" if text == "same" else None if text == "unknown" else spans(text)
    except NotHours as fault:
        hint = "Write closed, same (as on any other such day), unknown, or a time such as 10:00-16:00."
        raise NotHours(fault.sentence, hint) from None


def days_of(key: str) -> range:
    """ "mon-fri" as the numbers of its days, Monday being 0. Raises NotHours where it runs backwards."""
    if key == "every-day":
        return range(7)
    first, _, last = key.partition("-")
    start, end = DAYS.index(first), DAYS.index(last or first)
    if end < start:
        raise NotHours(f"“{key}” runs backwards.", "Give each of these days a row of its own.")
    return range(start, end + 1)


def clock(locale: Locale, minutes: int) -> str:
    """8am, 12 noon, 7.30pm, midnight: times as the house writes them; in other languages as CLDR does."""
    if locale.time_pattern:
        return locale.time(minutes)
    if minutes in (0, MIDNIGHT):
        return "midnight"
    if minutes == MIDNIGHT // 2:
        return "12 noon"
    hour, minute = divmod(minutes, 60)
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}{f'.{minute:02}' if minute else ''}{half}"


def parts_of_day(locale: Locale, parts: tuple[Span, ...] | list[Span]) -> str:
    """ "8am to 8pm", "8am to 12 noon and 1pm to 5pm", "Day and night" or "Closed"."""
    if not parts:
        return locale.say("Closed")
    if tuple(parts) == ALL_DAY:
        return locale.say("Day and night")
    return locale.joined(
        [locale.say("{start} to {end}", start=clock(locale, start), end=clock(locale, end)) for start, end in parts]
    )


@dataclass(frozen=True)
class TableRow:
    """ "Monday to Friday", "8am to 8pm", and the numbers of these days, Monday being 0; no number: bank holidays."""

    days: str
    times: str
    covers: range
    closed: bool = False


def always(week: Week) -> bool:
    """Whether it is open at every hour of a week without bank holidays."""
    return all(day == ALL_DAY for day in week.days)


def short(locale: Locale, week: Week) -> str:
    """A week in a few words: "Monday to Friday 8am to 8pm; Saturday 8am to 2pm", or "day and night"."""
    if always(week):
        return locale.say("day and night")
    return "; ".join(f"{row.days} {row.times}" for row in table(locale, week)[:-1] if not row.closed)


@lru_cache(maxsize=1_000)
def table(locale: Locale, shown: Week) -> list[TableRow]:
    """The week as a table that a person reads: neighbouring days alike are folded, Monday to Friday."""
    found: list[TableRow] = []
    first = 0
    for day in range(1, 8):
        if day == 7 or shown.days[day] != shown.days[first]:
            times = parts_of_day(locale, shown.days[first])
            found.append(
                TableRow(_days(locale, first, day - 1), times, range(first, day), closed=not shown.days[first])
            )
            first = day
    match shown.bank_holidays:
        case None:
            on_holidays = locale.say("We don't know")
        case "same":
            on_holidays = locale.say("The same")
        case parts:
            on_holidays = parts_of_day(locale, parts)
    return [*found, TableRow(locale.say("Bank holidays"), on_holidays, range(0))]


def _days(locale: Locale, first: int, last: int) -> str:
    if (first, last) == (0, 6):
        return locale.say("Every day")
    if first == last:
        return locale.weekday(first)
    return locale.say("{first} to {last}", first=locale.weekday(first), last=locale.weekday(last))
