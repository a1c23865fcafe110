"""Scripts in the language of the page, in a real browser: theme/scripts/locale.js with the words of invented pages."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from babel.messages.extract import extract_javascript
from playwright.sync_api import Browser, Page

from directory import opening
from directory.i18n import ENGLISH, scripts
from tests.browser.windows import Windows, served
from tests.builds import REPOSITORY

THEME = REPOSITORY / "theme"
SCRIPTS = [*sorted((THEME / "scripts").rglob("*.js")), *sorted((THEME / "components").glob("*/behaviour.js"))]

ENGLISH_WORDS = scripts.words(ENGLISH, ())
POLISH: Mapping[str, Any] = {
    "tag": "pl",
    "messages": {
        "Closed at the moment": "Teraz zamknięte",
        "Open now, until {time}": "Otwarte, do {time}",
        "Open now, until {day} at {time}": "Otwarte, do: {time}, {day}",
        "Opens tomorrow at {time}": "Otwarcie jutro o {time}",
        "Opens {day} at {time}": "Otwarcie: {day}, {time}",
        "{weekday} {day} {month}": "{weekday}, {day} {month}",
    },
    "plurals": {"{n} door": {"one": "{n} drzwi w {place}", "few": "{n} pary w {place}", "many": "{n} par w {place}"}},
    "days": ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"],
    "months": [
        *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
        *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
    ],
    "time": "H:mm",
}
YORUBA = {**ENGLISH_WORDS, "tag": "yo", "plurals": {"{n} door": {"other": "ilẹ̀kùn {n}"}}}
ARABIC = {
    **ENGLISH_WORDS,
    "tag": "ar",
    "plurals": {"{n} door": {form: f"{form} {{n}}" for form in ("zero", "one", "two", "few", "many", "other")}},
    "time": "h:mm a",
    "dayPeriods": ["ص", "م"],
}

Spoken = Callable[[Mapping[str, object]], Page]
"""Opens a page whose scripts have these words, and with every function of theme/scripts/ to hand as a global."""

PAGE = """<!doctype html><html lang="en" data-root="../../" data-folder="pl/"><title>A page</title>
<link rel="icon" href="data:,"><script type="module">
import * as locale from "./locale.js";
import * as opening from "./opening.js";
import * as view from "./search/view.js";
Object.assign(globalThis, locale, opening, view);
</script></html>
"""


@pytest.fixture
def spoken(chromium: Browser, tmp_path: Path) -> Iterator[Spoken]:
    with served(tmp_path) as home:
        own = Windows(chromium, home)

        def opened(words: Mapping[str, object]) -> Page:
            files = {path.relative_to(THEME).as_posix(): path.read_bytes() for path in SCRIPTS}
            files["scripts/locale.js"] = scripts.module(
                files["scripts/locale.js"], words, opening.holidays(date(2026, 11, 22))
            )
            files["scripts/index.html"] = PAGE.encode()
            folder = Path(mkdtemp(dir=tmp_path))
            for address, content in files.items():
                (folder / address).parent.mkdir(parents=True, exist_ok=True)
                (folder / address).write_bytes(content)
            return own.open(f"{folder.name}/scripts/index.html")

        yield opened
        own.close_pages()
        assert own.troubles == []


def counted(page: Page, *numbers: int) -> list[str]:
    script = "numbers => numbers.map((n) => count('{n} door', '{n} doors', n, { place: 'Łódź' }))"
    said: list[str] = page.evaluate(script, list(numbers))
    return said


def clock(page: Page, *minutes: int) -> list[str]:
    said: list[str] = page.evaluate("times => times.map(clock)", list(minutes))
    return said


def test_a_message_is_said_in_the_language_of_the_page(spoken: Spoken) -> None:
    page = spoken(POLISH)
    assert page.evaluate("say('Closed at the moment')") == "Teraz zamknięte"
    said = page.evaluate("say('Open now, until {day} at {time}', { day: 'środa', time: '8:00' })")
    assert said == "Otwarte, do: 8:00, środa"


def test_each_number_takes_the_form_that_the_language_gives_it(spoken: Spoken) -> None:
    polish = ["1 drzwi w Łódź", "3 pary w Łódź", "5 par w Łódź", "12 par w Łódź", "22 pary w Łódź"]
    assert counted(spoken(POLISH), 1, 3, 5, 12, 22) == polish
    arabic = ["zero 0", "one 1", "two 2", "few 3", "many 11", "other 100"]
    assert counted(spoken(ARABIC), 0, 1, 2, 3, 11, 100) == arabic


def test_a_language_with_one_form_says_it_of_every_number_whatever_the_browser_takes_it_for(spoken: Spoken) -> None:
    assert counted(spoken(YORUBA), 0, 1, 2, 5) == ["ilẹ̀kùn 0", "ilẹ̀kùn 1", "ilẹ̀kùn 2", "ilẹ̀kùn 5"]
    unknown_to_all = {**YORUBA, "tag": "qaa"}
    assert counted(spoken(unknown_to_all), 1, 2) == ["ilẹ̀kùn 1", "ilẹ̀kùn 2"]


def test_what_is_not_translated_is_said_in_english(spoken: Spoken) -> None:
    page = spoken(POLISH)
    assert page.evaluate("say('Opens at {time}', { time: '8:00' })") == "Opens at 8:00"
    said = page.evaluate("[0, 1, 2].map((n) => count('{n} result.', '{n} results.', n))")
    assert said == ["0 results.", "1 result.", "2 results."]


@pytest.mark.parametrize(
    "value",
    ["<img src=x onerror=alert(1)>", "$& $1 $` $$", "{place} {n} {text}", "${alert(1)}", "__proto__", "\\u0041 ' \" `"],
)
def test_what_fills_a_message_stays_the_text_that_it_is(spoken: Spoken, value: str) -> None:
    page = spoken(POLISH)
    assert page.evaluate("text => say('Nothing for “{text}”.', { text })", value) == f"Nothing for “{value}”."
    assert page.evaluate("place => count('{n} door', '{n} doors', 1, { place })", value) == f"1 drzwi w {value}"


def test_times_follow_the_pattern_of_the_language(spoken: Spoken) -> None:
    times = 5, 8 * 60, 12 * 60, 13 * 60 + 30, 24 * 60
    assert clock(spoken(POLISH), *times) == ["0:05", "8:00", "12:00", "13:30", "0:00"]
    assert clock(spoken({**POLISH, "time": "HH:mm"}), *times) == ["00:05", "08:00", "12:00", "13:30", "00:00"]
    assert clock(spoken(ARABIC), *times) == ["12:05 ص", "8:00 ص", "12:00 م", "1:30 م", "12:00 ص"]


def test_english_times_are_written_as_the_house_writes_them(spoken: Spoken) -> None:
    times = 5, 8 * 60, 12 * 60, 19 * 60 + 30, 24 * 60
    assert clock(spoken(ENGLISH_WORDS), *times) == ["12.05am", "8am", "12 noon", "7.30pm", "midnight"]


@pytest.mark.parametrize(
    ("instant", "state", "words"),
    [
        ("2026-11-23T12:00Z", "open", "Otwarte, do 20:00"),
        ("2026-11-24T12:00Z", "later", "Otwarcie jutro o 8:00"),
        ("2026-11-25T21:00Z", "later", "Otwarcie: poniedziałek, 8:00"),
        ("2026-12-23T21:00Z", "later", "Otwarcie: środa, 30 grudnia, 8:00"),
    ],
)
def test_hours_are_told_in_the_language_with_its_own_names_of_days(
    spoken: Spoken, instant: str, state: str, words: str
) -> None:
    """Open on Mondays and Wednesdays, and on no bank holiday, such as the Monday after Christmas."""
    told = "instant => opening('480-1200;;480-1200;;;;||england', new Date(instant))"
    assert spoken(POLISH).evaluate(told, instant) == {"state": state, "words": words}


def test_hours_that_never_come_are_closed(spoken: Spoken) -> None:
    told = spoken(POLISH).evaluate("opening(';;;;;;||england', new Date('2026-11-23T12:00Z'))")
    assert told == {"state": "closed", "words": "Teraz zamknięte"}


CALL = re.compile(r"(?<!function )\b(?:say|count)\(")
MESSAGE = r'\s*"((?:[^"\\]|\\.)*)"\s*'
LITERAL = re.compile(rf"(?<!function )\b(?:say\({MESSAGE}[,)]|count\({MESSAGE},{MESSAGE},)")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(THEME).as_posix())
def test_every_text_that_is_said_is_written_out_where_it_is_said_so_that_it_can_be_gathered(script: Path) -> None:
    source = script.read_text("utf-8")
    written = [tuple(filter(None, call.groups())) for call in LITERAL.finditer(source)]
    assert len(written) == len(CALL.findall(source))
    gathered = [
        messages if isinstance(messages, tuple) else (messages,)
        for _, _, messages, _ in extract_javascript(io.BytesIO(source.encode()), {"say": None, "count": None}, [], {})
    ]
    assert [tuple(filter(None, messages)) for messages in gathered] == written
