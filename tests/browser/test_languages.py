"""In a real browser: choosing a language, finding support in it, and pages that are read from right to left."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Request, expect

from directory import opening, urls
from directory.editions import Editions
from directory.model import Service
from tests.browser.axe import shorten_lists, violations
from tests.browser.windows import Open
from tests.browser.wizard import open_folds
from tests.export.browser import found
from tests.pages import Site

RECORD = "services/samaritans/index.html"
PRACTITIONER = "services/practitioner-health/index.html"
PAGES = (urls.HOME, urls.HELP_NOW, urls.FIND_SUPPORT, RECORD)
SETS: tuple[list[int], ...] = ([], [0, 9, 40], [2, 12, 60])
"""Answers to “Find support”, as the places of options among all."""

GO_THROUGH = """async ([script, sets]) => {
    const { encode } = await import(new URL(script, location));
    const table = JSON.parse(document.querySelector("[data-wizard-table]").textContent);
    return sets.map((answers) => encode(table, answers));
}"""
IS_ASSET = re.compile(r"/assets/[0-9a-f]{10}/[a-z/-]+\.(css|js|svg)$")
NAMES = "root => [...root.querySelectorAll('.results :is(h3, [data-list] a) bdi')].map((name) => name.textContent)"


def languages(site: Site) -> dict[str, str]:
    """The tag of each language that has the pages of PAGES, by its folder."""
    there = set(site.everything())
    return {folder: tag for folder, tag in site.folders().items() if all(folder + page in there for page in PAGES)}


def results(page: Page) -> list[str]:
    expect(page.locator("[data-stage] .results")).to_be_visible()
    open_folds(page)
    return list(page.locator("[data-stage]").evaluate(NAMES))


def test_one_chooses_a_language_and_comes_back(open_window: Open) -> None:
    page = open_window(RECORD)
    for tag, at in (("pl", f"pl/{RECORD}"), ("ur", f"ur/{RECORD}"), ("en", RECORD)):
        page.locator(".language-chooser summary").click()
        page.locator(f".language-chooser [hreflang={tag}]").click()
        page.wait_for_url(f"**/sub-path/{at}")
        expect(page.locator("html")).to_have_attribute("lang", tag)
        expect(page.get_by_role("heading", level=1)).to_have_text("Samaritans")
    page.goto(f"pl/{RECORD}")
    page.get_by_role("link", name="Read this page in English").click()
    page.wait_for_url(f"**/sub-path/{RECORD}")


def test_the_same_link_to_answers_gives_the_same_records_in_every_language_and_sends_nothing(
    open_window: Open, site: Site
) -> None:
    page = open_window(urls.FIND_SUPPORT)
    script = page.locator("script[type=module]").first.get_attribute("src") or ""
    links = page.evaluate(GO_THROUGH, [script.replace("site.js", "wizard/code.js"), SETS])
    english = [results(open_window(urls.FIND_SUPPORT + link)) for link in links]
    assert all(len(names) > 10 for names in english)
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    for folder in languages(site):
        for link, names in zip(links, english, strict=True):
            page.goto("about:blank")
            page.goto(folder + urls.FIND_SUPPORT + link)
            assert results(page) == names, folder
            assert "#" not in page.url
    # What stands behind # in the address of a page is sent by no browser.
    fetched = [request for request in requests if not request.is_navigation_request()]
    assert fetched and {request.method for request in fetched} == {"GET"}
    assert [request.url for request in fetched if not IS_ASSET.search(request.url)] == []


@pytest.mark.parametrize("typed", ["Samaritans", "practitioner health"])
def test_search_in_polish_finds_a_service_by_its_english_name(open_window: Open, typed: str) -> None:
    page = open_window(f"pl/{urls.SEARCH}#q={typed}")
    expect(page.locator(".search__results li a").first).to_contain_text(typed.split()[0], ignore_case=True)


@pytest.mark.parametrize("folder", ["pl/", ""])
def test_search_in_polish_finds_what_puts_one_off_by_its_polish_and_its_english_words(
    open_window: Open, site: Site, folder: str
) -> None:
    shame = "pl/barriers/shame/index.html"
    heading = site.page(f"{folder}barriers/shame/index.html").find(".//h1")
    words = "".join(heading.itertext()).strip("“”„")  # type: ignore[union-attr]
    page = open_window(f"pl/{urls.SEARCH}#q={quote(words)}")
    assert (page.locator(".search__results li a").first.get_attribute("href") or "").endswith(shame)


def test_words_of_crisis_put_help_first_in_every_language(open_window: Open, site: Site, real: Editions) -> None:
    """Those of the language, and the English ones, as who reads one may write the other."""
    page = open_window("about:blank")
    english = site.directory.crisis.words
    for of in real.others:
        page.goto(of.language.folder + urls.SEARCH)
        own = {of.text(word, f"crisis: words.{n}") for n, word in enumerate(english, 1)}
        assert len(own.difference(english)) > 10, of.language.id
        asked = [*own, *english]
        assert [text for text, (help_first, _) in zip(asked, found(page, *asked), strict=True) if not help_first] == []
        page.goto(f"{of.language.folder}{urls.SEARCH}#q={quote(min(own))}")
        expect(page.locator("[data-search-page] a").first).to_have_attribute("href", "tel:999")


def test_search_says_which_results_are_only_in_english(open_window: Open) -> None:
    page = open_window(f"pl/{urls.SEARCH}#q=Narcotics Anonymous")
    found = page.locator(".search__results li").filter(has_text="Narcotics Anonymous")
    expect(found.first).to_contain_text("(po angielsku)")


def test_every_page_fits_a_narrow_screen_in_every_language(open_window: Open, site: Site) -> None:
    page = open_window("about:blank", width=320)
    wide = {}
    for folder in languages(site):
        for address in PAGES:
            page.goto(folder + address)
            if address == urls.FIND_SUPPORT:
                expect(page.locator("[data-stage] h1")).to_be_visible()
            width = page.evaluate("document.scrollingElement.scrollWidth")
            if width != 320:
                wide[folder + address] = width
    assert wide == {}


@pytest.mark.parametrize("folder", ["ur/", "ml/", "pl/"])
def test_axe_finds_nothing(open_window: Open, folder: str) -> None:
    page = open_window("about:blank")
    for address in (*PAGES, urls.LANGUAGES):
        page.goto(folder + address)
        shorten_lists(page)
        assert violations(page) == [], folder + address


def test_a_number_keeps_its_order_from_right_to_left(open_window: Open) -> None:
    page = open_window(f"ur/{urls.HELP_NOW}")
    placed = """(link) => {
        const text = document.createTreeWalker(link.querySelector("bdi"), NodeFilter.SHOW_TEXT).nextNode();
        const at = (index) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + 1);
            return range.getBoundingClientRect().left;
        };
        return at(0) < at(text.length - 1);
    }"""
    assert page.locator("main a[href='tel:116123']").first.evaluate(placed)


def test_the_browser_says_when_it_is_open_as_the_program_says(open_window: Open, site: Site, real: Editions) -> None:
    service = site.directory.by_id["practitioner-health"]
    assert isinstance(service, Service)
    week, calendar = opening.main_week(service), "england"
    assert week
    holidays = opening.calendars(2026, 2028)[calendar]
    moments = [datetime(2026, 11, day, hour, 30) for day in range(20, 28) for hour in (6, 12, 21)]
    moments += [datetime(2026, 12, 25, 12), datetime(2026, 12, 24, 21)]
    stamps = [moment.replace(tzinfo=ZoneInfo("Europe/London")).timestamp() * 1000 for moment in moments]
    page = open_window("about:blank")
    for of in real.others:
        if of.language.folder not in languages(site):
            continue
        page.goto(of.language.folder + PRACTITIONER)
        script = page.locator("script[type=module]").first.get_attribute("src") or ""
        said = page.evaluate(
            """async ([script, code, stamps]) => {
                const { opening } = await import(new URL(script, location));
                return stamps.map((stamp) => opening(code, new Date(stamp)).words);
            }""",
            [script.replace("site.js", "opening.js"), opening.code(week, calendar), stamps],
        )
        assert said == [opening.at(week, holidays, moment, of).words for moment in moments], of.language.id
