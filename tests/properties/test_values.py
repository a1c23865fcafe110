"""Hours, phone numbers and dates: what goes in comes out, and nothing that goes in does harm."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory import hours
from directory.i18n import ENGLISH
from directory.model import SHORT_NUMBERS, PartialDate, Span
from directory.reader import link_fault, phone

MINUTES = st.integers(0, hours.MIDNIGHT)


@st.composite
def days(draw: st.DrawFn) -> tuple[Span, ...]:
    """The open times of a day, in order; where one ends the next may begin."""
    ends = sorted(draw(st.sets(MINUTES, max_size=8)))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    if len(ends) > 3 and draw(st.booleans()):
        spans = list(pairwise(ends))
    return tuple(spans)


def written(spans: tuple[Span, ...], comma: str = ", ") -> str:
    """The notation in which an editor writes such a day."""
    clock = [[f"{minute // 60:02}:{minute % 60:02}" for minute in span] for span in spans]
    return comma.join("-".join(span) for span in clock) or "closed"


@given(days(), st.sampled_from([",", ", ", " , ", ",\n  "]))
@example((), ", ")
@example(((0, hours.MIDNIGHT),), ", ")
def test_hours_come_back_as_they_were_written(day: tuple[Span, ...], comma: str) -> None:
    """Text to minutes and back, however the commas are spaced."""
    assert hours.spans(written(day, comma)) == day


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(, [0-9:-]{0,11})?", fullmatch=True))
@example("24:00-24:00")
@example("٠٨:٠٠-٢٠:٠٠")
@example("08:00-20:00,")
def test_hours_are_read_or_refused_with_a_repair(text: str) -> None:
    """What is read is in order within one day; what is not is answered with a sentence and a hint."""
    try:
        day = hours.spans(text)
    except hours.NotHours as fault:
        assert fault.sentence.endswith(".")
        assert fault.hint.endswith(".")
    else:
        ends = [minute for span in day for minute in span]
        assert ends == sorted(ends)
        assert all(start < end for start, end in day)
        assert all(0 <= minute <= hours.MIDNIGHT for minute in ends)


@given(st.lists(days(), min_size=7, max_size=7), st.none() | st.just("same") | days())
def test_a_week_is_shown_as_it_was_written(
    week: list[tuple[Span, ...]], holidays: str | tuple[Span, ...] | None
) -> None:
    """Each day stands once in the table that people read, under its own name or in a row of neighbours alike."""
    rows = {name: written(day) for name, day in zip(hours.DAYS, week, strict=True)}
    on_holidays = written(holidays) if isinstance(holidays, tuple) else holidays or "unknown"
    read, faults = hours.week({**rows, "bank_holidays": on_holidays}, None)
    assert not faults
    assert list(read.days) == week
    assert read.bank_holidays == holidays
    shown: dict[str, str] = {}
    for row in hours.table(ENGLISH, read)[:-1]:
        first, _, last = ("Monday to Sunday" if row.days == "Every day" else row.days).partition(" to ")
        names = hours.DAY_NAMES[hours.DAY_NAMES.index(first) : hours.DAY_NAMES.index(last or first) + 1]
        assert not shown.keys() & set(names)
        shown |= dict.fromkeys(names, row.times)
    assert shown == {name: hours.parts_of_day(ENGLISH, day) for name, day in zip(hours.DAY_NAMES, week, strict=True)}


@given(st.sampled_from(hours.DAYS), st.sampled_from(hours.DAYS), days())
def test_a_row_of_days_is_each_of_its_days(first: str, last: str, day: tuple[Span, ...]) -> None:
    """mon-fri is Monday, Tuesday, … Friday; backwards it is refused, and the days stay closed."""
    read, faults = hours.week({f"{first}-{last}": written(day)}, None)
    start, end = hours.DAYS.index(first), hours.DAYS.index(last)
    assert [key for key, *_ in faults] == ([f"{first}-{last}"] if end < start else [])
    assert [number for number in range(7) if read.days[number]] == (list(range(start, end + 1)) if day else [])


def test_no_two_times_of_a_day_are_shown_alike() -> None:
    """But for the midnight that begins a day and the one that ends it."""
    shown = [hours.clock(ENGLISH, minute) for minute in range(hours.MIDNIGHT)]
    assert len(set(shown)) == hours.MIDNIGHT
    assert hours.clock(ENGLISH, hours.MIDNIGHT) == hours.clock(ENGLISH, 0) == "midnight"


@pytest.mark.parametrize(
    ("minutes", "shown"), [(480, "8am"), (720, "12 noon"), (1170, "7.30pm"), (5, "12.05am"), (725, "12.05pm")]
)
def test_times_are_shown_as_the_house_writes_them(minutes: int, shown: str) -> None:
    """8am, 12 noon, 7.30pm, midnight."""
    assert hours.clock(ENGLISH, minutes) == shown


# Numbers set aside for fiction: 0808 157 0xxx, 020 7946 0xxx, 0113 496 0xxx.
FICTION = st.builds(
    "".join, st.tuples(st.sampled_from(["8081570", "2079460", "1134960"]), st.from_regex("[0-9]{3}", fullmatch=True))
)


@given(
    FICTION,
    st.sampled_from(["0", "+44", "0044", "+44 (0)", "(0)"]),
    st.lists(st.integers(1, 9), max_size=3),
    st.sampled_from(" -"),
)
def test_a_number_is_dialled_the_same_however_it_is_written(
    number: str, before: str, gaps: list[int], sign: str
) -> None:
    """With or without country code, in any groups."""
    groups = "".join(f"{sign}{digit}" if i in gaps else digit for i, digit in enumerate(number))
    (shown, uri), fault = phone(before + groups)
    assert fault is None
    assert uri == f"tel:+44{number}"
    assert re.sub(r"\D", "", shown) == f"0{number}"


@given(st.text(min_size=1, max_size=20) | st.text("0123456789+-() ", min_size=1, max_size=16))
@example("0" * 300)
@example("٠٨٠٨ ١٥٧ ٠١٢٣")
@example("+44")
@example("tel:0808 157 0123")
@example("0808 157 0123;ext=5")
def test_a_number_can_be_dialled_or_is_refused_with_a_reason(text: str) -> None:
    """Nothing else than digits ever reaches a link."""
    (shown, uri), fault = phone(text)
    assert shown
    if fault is None:
        assert re.fullmatch(r"tel:(\+[0-9]{7,15}|" + "|".join(SHORT_NUMBERS) + ")", uri)
        assert phone(shown)[0][1] == uri
    else:
        assert uri == ""


@given(st.dates())
def test_a_day_a_month_and_a_year_begin_where_the_calendar_says(day: date) -> None:
    """A date known only in part means its first day at the earliest."""
    assert PartialDate(day.isoformat()).earliest == day
    assert PartialDate(f"{day:%Y-%m}").earliest == day.replace(day=1)
    assert PartialDate(f"{day.year:04}").earliest == day.replace(day=1, month=1)


@given(st.from_regex(r"([0-9]{4}(-([0-9]{2}(-[0-9]{2})?|spring|summer|autumn|winter))?|undated)", fullmatch=True))
@example("0000")
@example("2026-00")
@example("2025-02-29")
def test_a_partial_date_of_the_right_form_is_a_date_or_a_value_error(text: str) -> None:
    """Nothing else may come of it, and what it means lies in the year that it names."""
    shown = PartialDate(text)
    try:
        first = shown.earliest
    except ValueError:
        assert shown.known
    else:
        assert first.year == (int(text[:4]) if shown.known else 1)


@given(
    st.text(max_size=40) | st.from_regex(r"(https?|javascript|data|mailto|tel|)[:/]{0,4}[a-zA-Z0-9.@\[\]:%/\\ -]{0,30}")
)
@example("https://[")
@example(" MAILTO:")
@example("\x1bmailto:")
@example("https://exa\nmple.org")
@example("\x01javascript:alert(1)")
@example("https://room.example.org:99999/")
def test_a_link_that_is_let_through_leads_to_a_page_a_mailbox_or_a_phone(url: str) -> None:
    """Whatever a link is made of; and what is refused is refused in a sentence."""
    fault = link_fault(url)
    if fault is None:
        assert re.match(r"(https?://|mailto:|tel:)", url, re.IGNORECASE)
    else:
        assert fault[1].endswith(".")
        assert "\n" not in fault[1]
