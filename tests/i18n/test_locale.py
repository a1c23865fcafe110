"""How each language says numbers, days, times and lists. Digits are 0 to 9 in all of them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.i18n import ENGLISH, Language, Locale, fill
from directory.i18n.locale import Key, placeholders
from tests.i18n.real import LANGUAGES

FORMS: dict[str, tuple[str, ...]] = {
    "pl": ("{n} wynik", "{n} wyniki", "{n} wyników", "{n} wyniku"),
    "ar": ("zero {n}", "one {n}", "two {n}", "few {n}", "many {n}", "other {n}"),
    "yo": ("{n} èsì",),
}


def _locale(id: str, messages: dict[Key, tuple[str, ...]] | None = None) -> Locale:
    return Locale(LANGUAGES[id], messages or {("", "{n} result"): FORMS[id]} if id in FORMS else messages or {})


def _counted(id: str, number: int) -> str:
    return _locale(id).count("{n} result", "{n} results", number)


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 wynik"), (2, "2 wyniki"), (5, "5 wyników"), (12, "12 wyników"), (22, "22 wyniki")]
)
def test_polish_counts_in_four_forms(number: int, said: str) -> None:
    """22 is said as 2 is, and 12 is not."""
    assert _counted("pl", number) == said


def test_arabic_counts_in_six_forms() -> None:
    assert [_counted("ar", n) for n in (0, 1, 2, 3, 11, 100)] == [
        *("zero 0", "one 1", "two 2", "few 3", "many 11", "other 100")
    ]


def test_yoruba_counts_in_one_form() -> None:
    assert [_counted("yo", n) for n in (1, 2, 100)] == ["1 èsì", "2 èsì", "100 èsì"]


def test_what_is_not_translated_is_said_in_english() -> None:
    """With its own plural."""
    polish = _locale("pl", {("", "Services"): ("Usługi",)})
    assert polish.say("Services") == "Usługi"
    assert polish.say("Call {number}", number="111") == "Call 111"
    assert [polish.count("{n} hub", "{n} hubs", n) for n in (1, 2)] == ["1 hub", "2 hubs"]


def test_a_context_keeps_texts_apart() -> None:
    """The same English may be said in two ways in two places."""
    polish = _locale("pl", {("services/a: summary", "Open"): ("Otwarte",), ("", "Open"): ("Otwórz",)})
    assert polish.text("Open", "services/a: summary") == "Otwarte"
    assert polish.text("Open") == "Otwórz"
    assert polish.text("Open", "services/b: summary") == "Open"


def test_a_value_that_looks_like_a_placeholder_stays_as_it_is() -> None:
    """Each is filled once, in the order of the language."""
    polish = _locale("pl", {("", "{a} and {b}"): ("{b} i {a}",)})
    assert polish.say("{a} and {b}", a="{b}", b="{a}{n}") == "{a}{n} i {b}"
    assert ENGLISH.count("{n} in {place}", "{n} in {place}", 2, place="{n}") == "2 in {n}"


_names = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=6)


@given(st.lists(st.tuples(st.text(), _names)), st.data())
def test_no_value_is_ever_read_as_a_placeholder(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    """Whatever stands in values, each comes out as it went in, in its place; nothing is raised."""
    parts = [(text.replace("{", "").replace("}", ""), name) for text, name in parts]
    braced = st.one_of(st.text(), _names.map("{{{}}}".format), st.just("{n.__class__}"), st.just("\\1"))
    values = {name: data.draw(braced) for _, name in parts}
    message = "".join(f"{text}{{{name}}}" for text, name in parts)
    assert fill(message, values) == "".join(text + values[name] for text, name in parts)
    assert placeholders(message) == sorted(name for _, name in parts)


OTHERS = [language for language in LANGUAGES.values() if language.status != "source"]
YEAR = [date(2026, 1, 1) + timedelta(days) for days in range(365)]


def _foreign(texts: list[str]) -> list[str]:
    return [text for text in texts if re.search(r"(?![0-9])\d", text)]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_day_month_and_time_has_the_digits_of_telephone_numbers(language: Language) -> None:
    """A reader meets one kind of digits on a page; and no day is like another."""
    locale = Locale(language)
    days = [locale.day(day) for day in YEAR]
    assert len(set(days)) == 365
    assert all("2026" in day and re.search(rf"(?<!\d){of.day}(?!\d)", day) for of, day in zip(YEAR, days, strict=True))
    assert _foreign(days) == []
    assert len({locale.month(day) for day in YEAR}) == 12
    assert _foreign([locale.month(day) for day in YEAR]) == []
    assert len(set(locale.weekdays)) == 7
    assert len(set(locale.months)) == 12


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.id)
def test_every_minute_has_a_time_of_its_own(language: Language) -> None:
    """Minutes have two digits; halves of the day are told apart."""
    locale = Locale(language)
    times = [locale.time(minute) for minute in range(24 * 60)]
    assert len(set(times)) == 24 * 60
    assert _foreign(times) == []
    assert all(re.search(r"\d{1,2}[:.]\d\d(?!\d)", time) for time in times)
    assert locale.time(24 * 60) == locale.time(0)


def test_dates_times_and_lists_are_those_of_the_language() -> None:
    day = date(2026, 11, 21)
    assert [_locale(id).day(day) for id in ("en", "pl", "cy")] == [
        *("21 November 2026", "21 listopada 2026", "21 Tachwedd 2026")
    ]
    assert _locale("pl").month(day) == "listopad 2026"
    assert [_locale("pl").time(m) for m in (0, 9 * 60 + 5, 17 * 60)] == ["00:00", "09:05", "17:00"]
    assert _locale("pl").weekday(0) == "poniedziałek"
    assert [_locale(id).joined(["a", "b", "c"]) for id in ("en", "pl", "es")] == ["a, b and c", "a, b i c", "a, b y c"]
    assert [_locale("ur").joined(words) for words in ([], ["a"])] == ["", "a"]
