"""Open now, or when next: what a reader is told at a moment of London's wall clock, and that it is true."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from directory import hours, opening, urls
from directory.i18n import ENGLISH
from directory.model import Area, Catchment, Checked, Contact, Phone, Service, Span, TextLine, Week, WhoFor
from directory.places import Places
from tests.builds import TODAY
from tests.pages import Site, of_class, rows, words
from tests.properties.test_values import days

CALENDARS = opening.calendars(2026, 2029)


@cache
def week(rows: str) -> Week:
    """The hours as an editor writes them: "mon-fri 08:00-20:00, 21:00-22:00; bank_holidays closed"."""
    read, faults = hours.week(dict(row.split(" ", 1) for row in rows.split("; ")), None)
    assert not faults
    return read


def said(of: Week, moment: str, calendar: str = "england") -> str:
    """What is said at a moment: "2026-11-23 12:00"."""
    return opening.at(of, CALENDARS[calendar], datetime.fromisoformat(moment)).words


DOCTORS = "mon-fri 08:00-20:00; sat 08:00-14:00; bank_holidays closed"
LUNCH = "mon-fri 09:00-12:00, 13:00-17:30; bank_holidays unknown"
NIGHTS = "every-day 00:00-02:00, 18:00-24:00; bank_holidays same"
LATE = "every-day 00:00-06:00, 18:00-24:00; bank_holidays same"
EVENINGS = "every-day 17:00-24:00; bank_holidays unknown"
ALWAYS = "every-day 24h; bank_holidays same"
WEEKDAYS = "mon-thu 24h; fri 00:00-18:00; bank_holidays same"
BUT_HOLIDAYS = "every-day 24h; bank_holidays closed"
UNSURE = "every-day 24h; bank_holidays unknown"
SUNDAYS = "sun 10:00-12:00; bank_holidays closed"
SHORTER = "every-day 09:00-17:00; bank_holidays 10:00-12:00"
SUNDAY_LUNCH = "mon-sat 24h; sun 00:00-12:00, 13:00-24:00"
NEVER = "every-day closed; bank_holidays closed"


@pytest.mark.parametrize(
    ("rows", "moment", "words"),
    [
        # An ordinary week. 23 November 2026 is a Monday.
        (DOCTORS, "2026-11-23 07:59", "Opens at 8am"),
        (DOCTORS, "2026-11-23 08:00", "Open now, until 8pm"),
        (DOCTORS, "2026-11-23 19:59", "Open now, until 8pm"),
        (DOCTORS, "2026-11-23 20:00", "Opens tomorrow at 8am"),
        (DOCTORS, "2026-11-28 13:59", "Open now, until 2pm"),
        (DOCTORS, "2026-11-28 14:00", "Opens Monday at 8am"),
        (LUNCH, "2026-11-23 11:30", "Open now, until 12 noon"),
        (LUNCH, "2026-11-23 12:30", "Opens at 1pm"),
        (LUNCH, "2026-11-23 13:30", "Open now, until 5.30pm"),
        ("mon 09:00-12:00, 12:00-17:00", "2026-11-23 11:00", "Open now, until 5pm"),
        # Midnight, and the night that follows.
        (EVENINGS, "2026-11-23 23:59", "Open now, until midnight"),
        (EVENINGS, "2026-11-24 00:00", "Opens at 5pm"),
        (NIGHTS, "2026-11-23 20:00", "Open now, until 2am"),
        (NIGHTS, "2026-11-24 01:59", "Open now, until 2am"),
        (NIGHTS, "2026-11-24 02:00", "Opens at 6pm"),
        (LATE, "2026-11-23 20:00", "Open now, until Tuesday at 6am"),
        (LATE, "2026-11-24 05:59", "Open now, until 6am"),
        ("tue 00:00-08:00", "2026-11-23 20:00", "Opens at midnight"),
        ("tue 00:00-08:00", "2026-11-22 20:00", "Opens tomorrow at midnight"),
        ("tue 24h", "2026-11-20 20:00", "Opens Monday at midnight"),
        ("mon-tue 24h", "2026-11-23 12:00", "Open now, until Tuesday at midnight"),
        # Day and night.
        (ALWAYS, "2026-11-23 12:00", "Open now, day and night"),
        (ALWAYS, "2026-12-25 00:00", "Open now, day and night"),
        (WEEKDAYS, "2026-11-23 12:00", "Open now, until Friday at 6pm"),
        (WEEKDAYS, "2026-11-27 18:00", "Opens Sunday at midnight"),
        (BUT_HOLIDAYS, "2026-12-17 12:00", "Open now, day and night"),
        (BUT_HOLIDAYS, "2026-12-18 12:00", "Open now, until Thursday at midnight"),
        (SUNDAY_LUNCH, "2026-11-22 13:00", "Open now, until Sunday 29 November at 12 noon"),
        # Hours of their own on bank holidays, and the Christmas of 2026: Friday, Saturday, and the Monday after.
        (DOCTORS, "2026-12-24 19:59", "Open now, until 8pm"),
        (DOCTORS, "2026-12-24 20:00", "Opens Tuesday at 8am"),
        (DOCTORS, "2026-12-26 09:00", "Opens Tuesday at 8am"),
        (DOCTORS, "2026-12-28 12:00", "Opens tomorrow at 8am"),
        (SHORTER, "2026-12-25 09:30", "Opens at 10am"),
        (SHORTER, "2026-12-25 11:00", "Open now, until 12 noon"),
        # 2027: Christmas Day on a Saturday, so that Monday and Tuesday take the places of both days.
        (DOCTORS, "2027-12-24 21:00", "Opens Wednesday at 8am"),
        # Bank holidays of which nobody knows.
        (EVENINGS, "2026-12-25 18:00", "Bank holiday today: hours not confirmed"),
        (EVENINGS, "2026-12-24 12:00", "Opens at 5pm"),
        (LUNCH, "2026-12-24 18:00", "Opens Tuesday at 9am"),
        (UNSURE, "2026-12-24 12:00", "Open now, until midnight"),
        (UNSURE, "2026-12-26 23:59", "Bank holiday today: hours not confirmed"),
        (UNSURE, "2026-12-27 12:00", "Open now, until midnight"),
        # More than six days away, and more than fourteen.
        (SUNDAYS, "2026-11-23 09:00", "Opens Sunday at 10am"),
        (SUNDAYS, "2026-11-22 12:00", "Opens Sunday 29 November at 10am"),
        ("mon 08:00-09:00; bank_holidays closed", "2026-12-22 10:00", "Opens Monday 4 January at 8am"),
        ("fri 09:00-17:00; bank_holidays closed", "2026-12-25 12:00", "Opens Friday 8 January at 9am"),
        ("fri 09:00-17:00; bank_holidays closed", "2026-12-24 12:00", "Closed at the moment"),
        (NEVER, "2026-11-23 12:00", "Closed at the moment"),
        # The clocks go forward on 29 March 2026 and 28 March 2027, back on 25 October 2026 and 31 October 2027.
        (DOCTORS, "2026-03-28 15:00", "Opens Monday at 8am"),
        (NIGHTS, "2026-03-29 00:59", "Open now, until 2am"),
        (NIGHTS, "2026-03-29 02:00", "Opens at 6pm"),
        (NIGHTS, "2026-10-25 01:30", "Open now, until 2am"),
        (NIGHTS, "2026-10-25 02:00", "Opens at 6pm"),
        (DOCTORS, "2026-10-25 23:59", "Opens tomorrow at 8am"),
        (SUNDAYS, "2027-03-28 11:59", "Open now, until 12 noon"),
        (SUNDAYS, "2027-10-31 09:59", "Opens at 10am"),
    ],
)
def test_a_reader_is_told_whether_it_is_open_and_until_or_from_when(rows: str, moment: str, words: str) -> None:
    assert said(week(rows), moment) == words


@pytest.mark.parametrize(
    ("calendar", "moment", "words"),
    [
        # Scotland keeps 2 January, here a Friday, and St Andrew's Day, but no Easter Monday.
        ("scotland", "2026-01-02 12:00", "Opens tomorrow at 8am"),
        ("england", "2026-01-02 12:00", "Open now, until 8pm"),
        ("scotland", "2026-11-30 12:00", "Opens tomorrow at 8am"),
        ("scotland", "2026-04-06 12:00", "Open now, until 8pm"),
        ("wales", "2026-04-06 12:00", "Opens tomorrow at 8am"),
        # 2 January 2027 is a Saturday, and Monday takes its place.
        ("scotland", "2027-01-04 12:00", "Opens tomorrow at 8am"),
        # Northern Ireland keeps 12 July, in 2026 a Sunday, and St Patrick's Day.
        ("northern-ireland", "2026-07-13 12:00", "Opens tomorrow at 8am"),
        ("northern-ireland", "2027-07-12 12:00", "Opens tomorrow at 8am"),
        ("northern-ireland", "2026-03-17 12:00", "Opens tomorrow at 8am"),
        ("england", "2027-07-12 12:00", "Open now, until 8pm"),
    ],
)
def test_each_nation_keeps_its_own_bank_holidays(calendar: str, moment: str, words: str) -> None:
    assert said(week(DOCTORS), moment, calendar) == words


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2029, 11, 30))
WEEKS = st.builds(
    lambda shown, on_holidays: Week(tuple(shown), on_holidays),
    st.lists(days(), min_size=7, max_size=7),
    st.none() | st.just("same") | days(),
)
CALENDAR = st.sampled_from(sorted(CALENDARS))


@given(WEEKS, CALENDAR, MOMENTS, st.floats(0, 0.99))
@example(week(WEEKDAYS), "england", datetime(2026, 11, 23, 12), 0.5)
@example(week(SUNDAYS), "england", datetime(2026, 11, 22, 12), 0.5)
@example(week(EVENINGS), "england", datetime(2026, 12, 24, 12), 0.5)
def test_what_is_said_stays_true_until_the_time_that_it_names(
    of: Week, calendar: str, moment: datetime, part: float
) -> None:
    """A reader takes the words as they stand: at that time it changes, and not a minute or a day before."""

    def is_open(at: datetime) -> bool:
        return opening.at(of, CALENDARS[calendar], at).open

    now = opening.at(of, CALENDARS[calendar], moment)
    time = re.fullmatch(r"(Open now, until|Opens(?: at)?) (.+)", now.words)
    assume(time)
    assert time
    changes = meant(time[2], moment)
    assert moment < changes <= moment.replace(hour=0, minute=0) + timedelta(days=15)
    assert now.open == time[1].startswith("Open now")
    assert is_open(changes - timedelta(minutes=1)) == now.open
    assert is_open(changes) != now.open
    assert is_open(moment + (changes - moment) * part) == now.open


DAYS_ALIKE = st.builds(
    lambda day, on_holidays: Week((day,) * 7, on_holidays),
    st.sampled_from([(), ((0, hours.MIDNIGHT),)]),
    st.none() | st.sampled_from(["same", (), ((0, hours.MIDNIGHT),)]),
)


@given(DAYS_ALIKE, CALENDAR, MOMENTS, st.floats(0, 1))
@example(week(ALWAYS), "england", datetime(2026, 12, 20), 0.9)
@example(week(BUT_HOLIDAYS), "england", datetime(2026, 12, 18), 1)
@example(week(NEVER), "england", datetime(2026, 12, 20), 0.9)
def test_day_and_night_is_true_for_a_week_and_closed_for_two(
    of: Week, calendar: str, moment: datetime, part: float
) -> None:
    now = opening.at(of, CALENDARS[calendar], moment)
    ahead = {"Open now, day and night": 7, "Closed at the moment": 14}.get(now.words)
    assume(ahead)
    assert ahead
    later = moment.replace(second=0, microsecond=0) + timedelta(minutes=int((ahead * hours.MIDNIGHT - 1) * part))
    assert opening.at(of, CALENDARS[calendar], later).open == now.open


CLOCK = {hours.clock(ENGLISH, minute): minute for minute in range(1, hours.MIDNIGHT + 1)}
"""What a reader takes each time for. Midnight is the end of a day."""


def meant(words: str, moment: datetime) -> datetime:
    """The time that a reader takes "8pm", "tomorrow at 9am", "Friday at 6pm" or "Friday 4 January at 6pm" for."""
    day, _, time = words.rpartition("at ")
    today = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    midnights = [today + timedelta(days=ahead) for ahead in range(16)]
    names = {"tomorrow": midnights[1]}
    names |= {hours.DAY_NAMES[midnight.weekday()]: midnight for midnight in midnights[1:8]}
    names |= {f"{midnight:%A} {midnight.day} {midnight:%B}": midnight for midnight in midnights[7:]}
    after = timedelta(minutes=CLOCK[time])
    if day:
        return names[day.strip()] + after
    return today + after if today + after > moment else midnights[1] + after


def decoded(code: str) -> tuple[Week, str]:
    """A code as the browser reads it."""

    def spans(text: str) -> tuple[Span, ...]:
        ends = [tuple(map(int, span.split("-"))) for span in text.split(",") if span]
        return tuple((start, end) for start, end in ends)

    shown, on_holidays, calendar = code.split("|")
    known: dict[str, str | None] = {"?": None, "=": "same"}
    of_holidays = known[on_holidays] if on_holidays in known else spans(on_holidays)
    return Week(tuple(map(spans, shown.split(";"))), of_holidays), calendar  # type: ignore[arg-type]


@given(WEEKS, CALENDAR)
def test_a_page_carries_the_whole_of_the_hours(of: Week, calendar: str) -> None:
    assert decoded(opening.code(of, calendar)) == (of, calendar)


PLACES = Places(
    {
        id: Area(id, id, kind, within)  # type: ignore[arg-type]
        for id, kind, within in [
            ("uk", "kingdom", None),
            *((nation, "nation", "uk") for nation in CALENDARS),
            ("london", "region", "england"),
            ("leeds", "board", "england"),
        ]
    }
)
PHONE, UNTIMED = Phone("0300 0303 300", "tel:+443000303300", hours="main"), Phone("999", "tel:999")
TEXT = TextLine("85258", "sms:85258", hours="texts")
MAIN, TEXTS = week(DOCTORS), week(ALWAYS)


def service(
    *places: str, contact: Contact | None = None, weeks: dict[str, Week] | None = None, status: str = "open"
) -> Service:
    """A service that has nothing but where it is, how it is reached, and when."""
    return Service(
        id="a",
        path="a.yml",
        name="A",
        kind="hub",
        status=status,
        summary="A.",
        who_for=WhoFor("staff"),
        checked=Checked(date(2026, 11, 21), "phoned", "editorial", None),
        sources=(),
        area=Catchment("work", places or ("england",)),
        contact=contact,
        hours=weeks or {},
    )


@pytest.mark.parametrize(
    ("places", "calendar"),
    [
        (["scotland"], "scotland"),
        (["london", "leeds"], "england"),
        (["wales"], "wales"),
        (["uk"], "england"),
        (["scotland", "northern-ireland"], "england"),
    ],
)
def test_a_service_keeps_the_bank_holidays_of_its_nation(places: list[str], calendar: str) -> None:
    assert opening.calendar_of(service(*places), PLACES) == calendar


@pytest.mark.parametrize(
    ("contact", "weeks", "shown"),
    [
        (Contact(phone=(PHONE,), text=(TEXT,)), {"texts": TEXTS, "main": MAIN}, MAIN),
        (Contact(text=(TEXT,)), {"main": MAIN, "texts": TEXTS}, TEXTS),
        (Contact(website="https://room.example.org"), {"main": MAIN}, MAIN),
        (Contact(note="You can walk in."), {"main": MAIN, "texts": TEXTS}, None),
        (Contact(phone=(UNTIMED,), text=(TEXT,)), {"texts": TEXTS}, None),
    ],
    ids=["phone", "text", "only one", "two without a line", "a phone without hours"],
)
def test_a_service_opens_with_the_line_that_a_list_shows(
    contact: Contact, weeks: dict[str, Week], shown: Week | None
) -> None:
    assert opening.main_week(service(contact=contact, weeks=weeks)) == shown


def test_only_what_can_be_rung_texted_or_chatted_with_has_hours_to_confirm() -> None:
    reached = [Contact(phone=(UNTIMED,)), Contact(text=(TEXT,)), Contact(chat="https://room.example.org")]
    assert {opening.code_of(service(contact=contact), PLACES) for contact in reached} == {opening.UNKNOWN}
    assert opening.code_of(service(contact=Contact(email="a@room.example.org")), PLACES) == ""
    assert opening.code_of(service(), PLACES) == ""


@pytest.mark.parametrize("status", ["unconfirmed", "closed", "merged"])
def test_nothing_is_said_of_a_service_that_may_not_be_contacted(status: str) -> None:
    at_all_hours = service(contact=Contact(phone=(PHONE,)), weeks={"main": TEXTS}, status=status)
    assert opening.code_of(at_all_hours, PLACES) == ""


def test_the_script_knows_the_bank_holidays_of_three_years() -> None:
    days = opening.holidays(TODAY)["england"]
    assert {day[:4] for day in days} == {"2026", "2027", "2028"}
    assert "2026-12-28" in days  # the Monday after a Boxing Day on a Saturday


def test_pages_say_it_of_open_services_and_of_no_other(site: Site) -> None:
    by_address = {urls.record(service): service for service in site.directory.services}
    for address in set(site.addresses()) - {urls.COMPONENTS}:
        shown = [*rows(site.page(address)), *([site.main(address)] if address in by_address else [])]
        for around in shown:
            of = by_address.get(address) or by_address.get(next(iter(site.links(address, around)), ""))
            said = list(of_class(around, "opening"))
            assert not said or (of and of.live and of.contact), address


def test_without_scripts_only_the_hours_that_nobody_knows_are_spoken_of(site: Site) -> None:
    """An empty mark is hidden until the script fills it."""
    marks = [mark for address in site.addresses() for mark in of_class(site.page(address), "opening")]
    assert {words(mark) for mark in marks if "hidden" not in mark.attrib} == {"Hours not confirmed"}
    assert {words(mark) for mark in marks if "hidden" in mark.attrib} == {""}
