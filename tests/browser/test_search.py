"""Search finds what people mean, and puts help first where they ask for it."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Locator, Page, expect

from directory import urls
from tests.browser.windows import Open
from tests.pages import Site
from tests.site.test_guides import SEEDS

OTHERWISE_SAID = {
    "IAPT": "cpft-talking-therapies",
    "burnt out": "frog-burnout-types",
    "PTSD": "rcpsych-trauma",
    "counceling": "rcn-counselling",
    "practitoner helth": "practitioner-health",
    "samaratins": "samaritans",
}
"""Older names, short forms and slips, and a record that each must lead to."""


def results(page: Page) -> Locator:
    return page.locator(".search__results")


def ask(page: Page, text: str) -> list[str]:
    """Types into the field of the page of results; gives the addresses of what is found, best first."""
    page.evaluate("hash => { location.hash = hash }", f"#q={quote(text)}")
    return found(page, text)


def found(page: Page, text: str) -> list[str]:
    expect(page.locator(".search__count")).to_contain_text(f"“{text}”")
    hrefs = results(page).locator("li a").evaluate_all("links => links.map(link => link.pathname)")
    return [href.split("/sub-path/")[1] for href in hrefs]


def test_results_can_be_linked(open_window: Open) -> None:
    for mark in ("?", "#"):
        page = open_window(f"{urls.SEARCH}{mark}q=sleepio")
        assert "resources/sleepio/index.html" in found(page, "sleepio")
        expect(page.get_by_role("combobox")).to_have_value("sleepio")


def test_what_the_seeds_name_is_found_by_that_name(open_window: Open, site: Site) -> None:
    page = open_window(urls.SEARCH)
    missed = {
        typed for typed, id in SEEDS.items() if urls.record(site.directory.by_id[id]) not in ask(page, typed)[:10]
    }
    assert missed == set()


def test_other_names_and_slips_find_what_was_meant(open_window: Open, site: Site) -> None:
    page = open_window(urls.SEARCH)
    missed = {t for t, id in OTHERWISE_SAID.items() if urls.record(site.directory.by_id[id]) not in ask(page, t)}
    assert missed == set()


def test_every_service_is_found_first_by_its_own_name(open_window: Open, site: Site) -> None:
    page = open_window(urls.SEARCH)
    services = [service for service in site.directory.services if service.for_staff]
    missed = [s.name for s in services if urls.record(s) not in ask(page, s.name)[:2]]
    assert missed == []


def test_results_say_the_status_and_come_in_groups(open_window: Open) -> None:
    page = open_window(f"{urls.SEARCH}?q=hub")
    assert "services/hub-wy/index.html" in found(page, "hub")
    closed = results(page).get_by_role("listitem").filter(has=page.locator("a[href$='hub-wy/index.html']"))
    expect(closed).to_contain_text("Closed")
    groups = results(page).get_by_role("heading", level=2).all_inner_texts()
    assert len(groups) > 1
    assert set(groups) <= {"Services", "Resources", "What puts people off", "Places"}


def test_words_of_crisis_put_help_first(open_window: Open, site: Site) -> None:
    page = open_window(urls.SEARCH)
    for typed in ("I want to die", *site.directory.crisis.words):
        ask(page, typed)
        links = page.locator("[data-search-page] a").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        assert links[:3] == ["tel:999", "tel:111", "tel:116123"], typed


def test_words_of_crisis_put_help_first_while_one_types(open_window: Open) -> None:
    page = open_window(urls.HOME)
    page.get_by_role("combobox").press_sequentially("i want to die")
    expect(page.get_by_role("option").first).to_have_attribute("href", "tel:999")


def test_other_words_do_not(open_window: Open) -> None:
    page = open_window(urls.SEARCH)
    for typed in ("sleep", "Keeping Well", "music"):
        assert ask(page, typed)
        expect(page.locator("[data-search-page] a[href^='tel:']")).to_have_count(0)


def test_a_service_for_children_is_no_result_for_staff(open_window: Open) -> None:
    page = open_window(urls.SEARCH)
    for typed in ("music therapy", "children", "arts therapies", "Head to Toe", "Early Access, Lasting Impact"):
        assert "services/cpft-arts-therapies/index.html" not in ask(page, typed), typed


def test_nothing_found_says_so_and_offers_other_ways(open_window: Open) -> None:
    page = open_window(f"{urls.SEARCH}?q=zzzzzz")
    expect(page.locator(".search__count")).to_contain_text("Nothing found")
    expect(results(page).get_by_role("link").first).to_be_visible()


def test_the_index_is_loaded_only_when_the_field_is_first_used(open_window: Open) -> None:
    asked: list[str] = []
    page = open_window("about:blank")
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.goto(urls.HOME, wait_until="networkidle")
    assert "site.css" in asked
    assert "search.json" not in asked
    with page.expect_request("**/search.json"):
        page.get_by_role("combobox").focus()


def test_what_is_typed_goes_nowhere(open_window: Open) -> None:
    asked: list[str] = []
    page = open_window(urls.HOME)
    page.on("request", lambda request: asked.append(f"{request.url.partition('#')[0]} {request.post_data or ''}"))
    page.get_by_role("combobox").press_sequentially("sleep")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html*")
    assert asked
    assert [url for url in asked if "sleep" in url] == []
