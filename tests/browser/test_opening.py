"""Open now, or when next, in a real browser: word for word what directory/opening.py says, wherever the device is."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from directory import hours, opening, urls
from directory.model import Span, Week
from directory.places import Places
from tests.browser.windows import Windows
from tests.pages import Site, the

RECORD = "services/practitioner-health/index.html"
LONDON = ZoneInfo("Europe/London")
CALENDARS = opening.calendars(2026, 2028)

CHUNK = 4_000
EVALUATE = """async ([script, pairs]) => {
    const { opening, isOpen } = await import(script);
    return pairs.map(([code, instant]) => [isOpen(code, new Date(instant)), opening(code, new Date(instant)).words]);
}"""

At = Callable[..., Page]
"""Opens an address at a moment of Greenwich's clock, "2026-11-23 12:00". The clock stands still unless told not to."""


@pytest.fixture
def at(chromium: Browser, windows: Windows) -> Iterator[At]:
    """Opens windows at a moment, in contexts of their own, as the clock belongs to a context."""
    own = Windows(chromium, windows.home)

    def opened(address: str, moment: str, *, still: bool = True) -> Page:
        page = own.open("about:blank")
        time = datetime.fromisoformat(f"{moment}+00:00")
        if still:
            page.clock.set_fixed_time(time)
        else:
            page.clock.install(time=time)
        page.goto(address)
        return page

    yield opened
    own.close_pages()
    assert own.troubles == []


def site_script(site: Site) -> str:
    """The address of the site's script, from the page of the record."""
    return the(site.page(RECORD), ".//script[@type='module']").attrib["src"]


def weeks() -> list[Week]:
    """Hours of every kind there is, then any."""
    kinds: list[tuple[Span, ...]] = [
        (),
        ((0, 1440),),
        ((480, 1200),),
        ((540, 720), (780, 1050)),
        ((0, 359), (1080, 1440)),
        ((0, 360), (1080, 1440)),
    ]
    found = [Week((weekday,) * 5 + (weekend,) * 2) for weekday, weekend in product(kinds, kinds)]
    dice = random.Random(2026)

    def some() -> tuple[Span, ...]:
        ends = sorted(dice.sample(range(hours.MIDNIGHT + 1), 2 * dice.randrange(3)))
        return tuple(zip(ends[::2], ends[1::2], strict=True))

    found += [Week(tuple(some() for _ in range(7))) for _ in range(25)]
    return [Week(week.days, dice.choice([None, "same", (), some()])) for week in found for _ in range(2)]


def instants() -> Iterator[datetime]:
    """Each hour, and the minute before it, of two weeks around each change of the clocks, each Christmas, any days."""
    dice = random.Random(2027)
    changes = [datetime(2026, 3, 29), datetime(2026, 10, 25), datetime(2027, 3, 28), datetime(2027, 10, 31)]
    starts = [change - timedelta(days=7) for change in changes]
    starts += [datetime(2026, 12, 20), datetime(2027, 12, 20)]
    starts += [datetime(2026, 1, 1, 0, dice.randrange(60)) + timedelta(dice.randrange(1000)) for _ in range(5)]
    for start, hour, before in product(starts, range(14 * 24), (0, 1)):
        yield start.replace(tzinfo=UTC) + timedelta(hours=hour, minutes=-before)


@pytest.mark.parametrize("timezone", ["America/New_York", "Europe/London"])
def test_the_browser_says_what_the_program_says(chromium: Browser, windows: Windows, site: Site, timezone: str) -> None:
    dice = random.Random(timezone)
    shown = weeks()
    cases = [(dice.choice(shown), dice.choice(sorted(CALENDARS)), instant) for instant in instants() for _ in range(2)]
    # Open until the night before Christmas Day, which is exactly a week away.
    cases.append((Week((((0, hours.MIDNIGHT),),) * 7, ()), "england", datetime(2026, 12, 18, tzinfo=UTC)))
    assert len(cases) > 14_000
    context = chromium.new_context(base_url=windows.home, timezone_id=timezone)
    page = context.new_page()
    page.goto(RECORD)
    assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == timezone
    script = site_script(site).replace("site.js", "opening.js")
    for first in range(0, len(cases), CHUNK):
        chunk = cases[first : first + CHUNK]
        pairs = [[opening.code(week, calendar), instant.timestamp() * 1000] for week, calendar, instant in chunk]
        wanted = [
            opening.at(week, CALENDARS[calendar], instant.astimezone(LONDON).replace(tzinfo=None))
            for week, calendar, instant in chunk
        ]
        answers = page.evaluate(EVALUATE, [page.evaluate("path => new URL(path, location).href", script), pairs])
        said = [opening.Opening(open, words) for open, words in answers]
        wrong = [
            (opening.code(week, calendar), str(instant), py, js)
            for (week, calendar, instant), py, js in zip(chunk, wanted, said, strict=True)
            if py != js
        ]
        assert wrong == []
    context.close()


@pytest.mark.parametrize(
    ("moment", "words", "row"),
    [
        ("2026-11-23 12:00", "Open now, until 8pm", "Monday to Friday (today)8am to 8pm"),
        ("2026-11-21 15:00", "Opens Monday at 8am", "Saturday (today)8am to 2pm"),
        ("2026-11-22 15:00", "Opens tomorrow at 8am", "Sunday (today)Closed"),
        ("2026-12-25 12:00", "Opens Tuesday at 8am", "Bank holidays (today)Closed"),
        ("2026-07-01 06:59", "Opens at 8am", "Monday to Friday (today)8am to 8pm"),
        ("2026-07-01 07:00", "Open now, until 8pm", "Monday to Friday (today)8am to 8pm"),
    ],
)
def test_a_page_says_it_at_its_head_and_over_its_hours_and_marks_today(
    at: At, moment: str, words: str, row: str
) -> None:
    page = at(RECORD, moment)
    expect(page.locator(".head").get_by_text(words, exact=True)).to_be_visible()
    expect(page.locator(".hours").get_by_text(words, exact=True)).to_be_visible()
    today = page.locator("tr[aria-current=date]")
    expect(today).to_have_text(row)
    expect(today.locator("td")).to_have_css("font-weight", "700")


def test_each_card_of_hours_has_words_of_its_own(at: At) -> None:
    page = at("services/kent-safe-havens/index.html", "2026-11-23 12:00")
    cards = page.locator(".hours")
    expect(cards.nth(0)).to_contain_text("Opens at 6pm")
    expect(cards.nth(1)).to_contain_text("Open now, day and night")
    expect(page.locator(".head .opening")).to_have_count(0)


def test_a_list_says_it_of_each_service(at: At, site: Site) -> None:
    page = at(urls.SERVICES, "2026-11-21 15:00")
    places = Places(site.directory.vocabulary.areas)
    codes = {s.name: opening.code_of(s, places) for s in site.directory.services if s.for_staff}
    assert {"", opening.UNKNOWN} < set(codes.values())
    expect(page.locator("li.row .opening:visible")).to_have_count(sum(map(bool, codes.values())))
    row = page.locator("li.row").filter(has=page.get_by_role("link", name="NHS Practitioner Health", exact=True))
    expect(row).to_contain_text("Opens Monday at 8am")
    unknown = next(name for name, code in codes.items() if code == opening.UNKNOWN)
    row = page.locator("li.row").filter(has=page.get_by_role("link", name=unknown, exact=True))
    expect(row).to_contain_text("Hours not confirmed")


def test_a_page_that_stands_open_keeps_up_with_the_clock(at: At) -> None:
    page = at(RECORD, "2026-11-27 19:59:30", still=False)
    said = page.locator(".head .opening")
    expect(said).to_have_text("Open now, until 8pm")
    page.clock.run_for(30_000)
    expect(said).to_have_text("Opens tomorrow at 8am")
    page.clock.run_for(4 * 3_600_000)
    expect(said).to_have_text("Opens at 8am")
    expect(page.locator("tr[aria-current=date]")).to_have_text("Saturday (today)8am to 2pm")
    expect(page.locator("tr", has_text="(today)")).to_have_count(1)


def test_open_now_opening_later_and_closed_each_look_otherwise(at: At) -> None:
    page = at(urls.COMPONENTS, "2026-11-21 15:00")
    said = page.locator("#opening .opening[data-opening]")
    expect(said.and_(page.locator(".status--ok"))).to_have_text(["Open now, day and night"])
    expect(said.and_(page.locator(".status--warn"))).to_have_text(["Opens Monday at 8am", "Opens at 7pm"])
    expect(said.and_(page.locator(".status--gone"))).to_have_text(["Closed at the moment"])


SHOWN_AGAIN = ["document.dispatchEvent(new Event('visibilitychange'))", "dispatchEvent(new Event('pageshow'))"]


@pytest.mark.parametrize("event", SHOWN_AGAIN)
def test_a_page_that_is_shown_again_says_what_is_true_then(at: At, event: str) -> None:
    page = at(RECORD, "2026-11-27 12:00")
    said = page.locator(".head .opening")
    expect(said).to_have_text("Open now, until 8pm")
    page.clock.set_fixed_time(datetime(2026, 11, 27, 21, tzinfo=UTC))
    page.evaluate(event)
    expect(said).to_have_text("Opens tomorrow at 8am")


def test_beginning_twice_changes_nothing(at: At, site: Site) -> None:
    page = at(RECORD, "2026-11-23 12:00")
    expect(page.locator("tr[aria-current=date]")).to_have_count(1)
    before = page.locator("main").inner_html()
    script = site_script(site).replace("scripts/site.js", "components/opening/behaviour.js")
    page.evaluate(
        """async (path) => {
            const { init } = await import(new URL(path, location).href);
            document.querySelectorAll("[data-opening]").forEach(init);
        }""",
        script,
    )
    assert page.locator("main").inner_html() == before


def test_without_scripts_the_hours_are_read_as_text_and_no_empty_mark_is_seen(windows: Windows) -> None:
    page = windows.open(RECORD, scripts=False)
    expect(page.locator(".hours")).to_contain_text("Monday to Friday")
    expect(page.locator(".hours")).to_contain_text("8am to 8pm")
    expect(page.locator(".opening")).to_have_count(2)
    expect(page.locator(".opening:visible")).to_have_count(0)
    page.goto(urls.SERVICES)
    assert set(page.locator(".opening:visible").all_inner_texts()) == {"Hours not confirmed"}


def test_on_paper_nothing_says_now(at: At) -> None:
    page = at(RECORD, "2026-11-23 12:00")
    expect(page.locator(".opening:visible")).to_have_count(2)
    page.emulate_media(media="print")
    expect(page.locator(".opening:visible")).to_have_count(0)


def test_a_record_is_still_a_light_page(windows: Windows) -> None:
    """At most 8 files, also of those that scripts ask for."""
    answers: list[Response] = []
    page = windows.open("about:blank")
    page.on("response", lambda answer: answers.append(answer))
    page.goto(RECORD)
    expect(page.locator(".head .opening")).not_to_be_empty()
    assert len({answer.url for answer in answers}) <= 8
