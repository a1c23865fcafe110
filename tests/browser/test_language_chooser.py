"""The chooser of languages at the end of the header: by keyboard, without scripts, and without moving the page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from directory import urls
from tests.browser.measures import lost_texts, small_targets, stops_without_a_ring
from tests.browser.windows import Open


def with_chooser(open_window: Open, width: int) -> Page:
    return open_window(urls.HOME, width=width, scripts=False)


def chooser_of(page: Page) -> Locator:
    return page.locator(".header .language-chooser")


def links_of(page: Page, side: str) -> list[float]:
    measures = "(links, side) => links.map((link) => link.getBoundingClientRect()[side])"
    found: list[float] = chooser_of(page).get_by_role("link").evaluate_all(measures, side)
    return found


def open_by_keyboard(page: Page) -> None:
    chooser_of(page).locator("summary").focus()
    page.keyboard.press("Enter")
    expect(chooser_of(page).get_by_role("navigation", name="Languages")).to_be_visible()


def test_it_opens_over_a_wide_page_and_nothing_moves(open_window: Open) -> None:
    page = with_chooser(open_window, 1280)
    heading = page.locator("h1")
    before = heading.bounding_box()
    open_by_keyboard(page)
    assert heading.bounding_box() == before
    panel, header = chooser_of(page).locator("nav").bounding_box(), page.locator(".header").bounding_box()
    assert panel and header
    assert round(panel["x"] + panel["width"]) == round(header["x"] + header["width"]) - 20  # the gap at the edge
    assert len(set(links_of(page, "left"))) == 3


def test_on_a_narrow_page_it_is_as_wide_as_the_page_and_moves_what_is_below(open_window: Open) -> None:
    page = with_chooser(open_window, 320)
    open_by_keyboard(page)
    panel, heading = chooser_of(page).locator("nav").bounding_box(), page.locator("h1").bounding_box()
    assert panel and heading
    assert (panel["x"], panel["width"]) == (20, 280)
    assert heading["y"] > panel["y"] + panel["height"]
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    assert lost_texts(page) == []


def test_every_language_can_be_reached_by_keyboard_and_pressed_with_a_thumb(open_window: Open) -> None:
    page = with_chooser(open_window, 320)
    open_by_keyboard(page)
    names = []
    for _ in range(15):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent"))
    assert (names[0], names[-1]) == ("English", "العربية") and len(set(names)) == 15
    assert stops_without_a_ring(page) == []
    assert small_targets(page, ".language-chooser") == []
    assert min(links_of(page, "height")) >= 44


def test_each_language_says_which_it_is_and_which_way_it_runs(open_window: Open) -> None:
    page = with_chooser(open_window, 1280)
    open_by_keyboard(page)
    arabic = chooser_of(page).get_by_role("link", name="العربية", exact=True)
    for attribute in ("lang", "hreflang"):
        expect(arabic).to_have_attribute(attribute, "ar")
    expect(arabic).to_have_attribute("dir", "rtl")
    expect(arabic).to_have_attribute("rel", "alternate")
    expect(chooser_of(page).locator("[aria-current=true]")).to_have_text(["English"])
    expect(chooser_of(page).locator("summary")).to_have_text("Languages: English")
