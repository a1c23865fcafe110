"""Open now, or when next, in words: what the hours of a service mean at a moment of London's wall clock.

Nothing here asks the time, and no page is built with these words, because they are true for minutes. Pages carry
`code`, a short form of the hours, and theme/scripts/opening.js reads it in the browser. `at` says the same here:
it is what the script is held to, word for word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from directory.hours import MIDNIGHT, clock
from directory.i18n import ENGLISH, Locale
from directory.model import Id, Phone, Service, Span, TextLine, Week
from directory.places import Places

UNKNOWN = "?"
"""Stands for a code where a service can be reached and nobody knows when."""

_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
_AHEAD = 14
"""How many days after today are looked at."""

_WEEK = 7 * MIDNIGHT
_EARLY = 6 * 60
"""Until then a night still belongs to the evening before: "until 2am" needs no name of a day."""


@dataclass(frozen=True)
class Opening:
    """Whether it is open, and the words for that: "Open now, until 8pm" or "Opens tomorrow at 9am"."""

    open: bool
    words: str


def calendars(first: int, last: int) -> Mapping[str, frozenset[date]]:
    """The bank holidays of each nation, by its id, in the years `first` to `last`.

    A holiday that is moved to a working day counts on both days.
    """
    # Imported here because it takes a quarter of a second, and records are checked without it.
    from holidays import country_holidays

    years = range(first, last + 1)
    return {nation: frozenset(country_holidays("GB", of, years)) for nation, of in _SUBDIVISIONS.items()}


def holidays(today: date) -> Mapping[str, Sequence[str]]:
    """What the scripts know of bank holidays: those of this year and the next two, each day as "2026-12-25".

    After the last year they know of none, and take each for a day like any other.
    """
    found = calendars(today.year, today.year + 2)
    return {nation: sorted(day.isoformat() for day in of) for nation, of in found.items()}


def calendar_of(service: Service, places: Places) -> str:
    """The nation whose bank holidays a service keeps: that of its places; England's where there are several."""
    around = {outer for place in service.area.places for outer in places.around(place)}
    nations = around & _SUBDIVISIONS.keys()
    return nations.pop() if len(nations) == 1 else "england"


def main_week(service: Service) -> Week | None:
    """The hours of the first way to get in touch that a list shows, where they are known.

    That is the first phone, else the first text line. A service with neither has its only row of hours, if it has one.
    """
    contact = service.contact
    ways: Sequence[Phone | TextLine] = (*contact.phone, *contact.text) if contact else ()
    if ways:
        return service.hours.get(ways[0].hours or "")
    return next(iter(service.hours.values())) if len(service.hours) == 1 else None


def code_of(service: Service, places: Places) -> str:
    """What a list and the head of its page carry: the code of its main hours, UNKNOWN, or "".

    Nothing is said of a service that may not be contacted, nor of one that nobody can ring, text or chat with and that
    has no hours.
    """
    contact = service.contact if service.live else None
    if not contact:
        return ""
    week = main_week(service)
    if week:
        return code(week, calendar_of(service, places))
    return UNKNOWN if contact.phone or contact.text or contact.chat else ""


def code(week: Week, calendar: Id) -> str:
    """The hours in a short form: "480-1200;480-1200;480-1200;480-1200;480-720,780-1020;;||england".

    Seven days from Monday, then bank holidays, then whose these are. A span is in minutes after midnight; a day without
    one is closed. Bank holidays may also be "?", not known, or "=", as on any other such day.
    """
    match week.bank_holidays:
        case None:
            on_holidays = "?"
        case "same":
            on_holidays = "="
        case spans:
            on_holidays = _coded(spans)
    return f"{';'.join(map(_coded, week.days))}|{on_holidays}|{calendar}"


def _coded(spans: Iterable[Span]) -> str:
    return ",".join(f"{start}-{end}" for start, end in spans)


def at(week: Week, holidays: Collection[date], moment: datetime, locale: Locale = ENGLISH) -> Opening:
    """What the hours mean at `moment`, which is London's wall clock and has no time zone.

    `holidays` are the bank holidays of the service's calendar. One whose hours are not known is passed over: then it is
    neither open nor does it open.
    """
    today, minute = moment.date(), moment.hour * 60 + moment.minute
    if _on(today, week, holidays) is None:
        return Opening(False, locale.say("Bank holiday today: hours not confirmed"))
    for start, end in _stretches(today, week, holidays):
        if start > minute:
            return Opening(False, _opens(locale, today, start))
        if end >= minute + _WEEK:
            return Opening(True, locale.say("Open now, day and night"))
        if end > minute:
            return Opening(True, _until(locale, today, end))
    return Opening(False, locale.say("Closed at the moment"))


def _on(day: date, week: Week, holidays: Collection[date]) -> tuple[Span, ...] | None:
    """When it is open on a day; None where nobody knows."""
    if day not in holidays or week.bank_holidays == "same":
        return week.days[day.weekday()]
    return week.bank_holidays


def _stretches(today: date, week: Week, holidays: Collection[date]) -> Iterator[Span]:
    """Every time that it is open from today on, in minutes after the midnight that began today, as long as it lasts.

    What ends when the next begins, at midnight or at noon, is one.
    """
    begun: Span | None = None
    for ahead in range(_AHEAD + 1):
        for start, end in _on(today + timedelta(ahead), week, holidays) or ():
            start, end = ahead * MIDNIGHT + start, ahead * MIDNIGHT + end
            if begun and begun[1] == start:
                begun = begun[0], end
                continue
            if begun:
                yield begun
            begun = start, end
    if begun:
        yield begun


def _placed(time: int) -> Span:
    """A time of `_stretches` as (days from today, minute of that day). Midnight belongs to the day that it ends."""
    ahead, minute = divmod(time, MIDNIGHT)
    return (ahead, minute) if minute else (ahead - 1, MIDNIGHT)


def _until(locale: Locale, today: date, time: int) -> str:
    ahead, minute = _placed(time)
    if ahead == 0 or (ahead == 1 and minute < _EARLY):
        return locale.say("Open now, until {time}", time=clock(locale, minute))
    return locale.say("Open now, until {day} at {time}", day=_named(locale, today, ahead), time=clock(locale, minute))


def _opens(locale: Locale, today: date, time: int) -> str:
    ahead, minute = _placed(time)
    if ahead == 0:
        return locale.say("Opens at {time}", time=clock(locale, minute))
    if ahead == 1:
        return locale.say("Opens tomorrow at {time}", time=clock(locale, minute))
    return locale.say("Opens {day} at {time}", day=_named(locale, today, ahead), time=clock(locale, minute))


def _named(locale: Locale, today: date, ahead: int) -> str:
    """Friday, or where another Friday is nearer: Friday 4 January."""
    day = today + timedelta(ahead)
    name = locale.weekday(day.weekday())
    if ahead < 7:
        return name
    month = locale.months[day.month - 1]
    return locale.say("{weekday} {day} {month}", weekday=name, day=day.day, month=month)
