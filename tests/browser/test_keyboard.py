"""Everything can be done with a keyboard, and one always sees where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from directory import urls
from tests.browser.kinds import KINDS
from tests.browser.windows import Open
from tests.pages import Site

FOCUS = """() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
        what: element === document.body ? "" : element.outerHTML.slice(0, 120),
        ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3,
        inSight: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    };
}"""


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.innerText.trim()")
    return text


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", ["home", "filtered list", "service to check first"])
def test_focus_is_always_to_be_seen(open_window: Open, site: Site, kind: str, width: int) -> None:
    page = open_window(KINDS[kind](site.directory), width=width)
    stops = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if not focus["what"]:
            break
        stops += 1
        assert focus["ringed"], f"no ring around {focus['what']}"
        assert focus["inSight"], f"out of sight: {focus['what']}"
    assert stops > 10


def test_the_first_stop_skips_to_the_content(open_window: Open) -> None:
    page = open_window(urls.SERVICES)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#main")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_and_leads_on(open_window: Open) -> None:
    page = open_window(urls.HOME, width=320)
    entry = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Find support")
    expect(entry).not_to_be_visible()
    for _ in range(8):
        page.keyboard.press("Tab")
        if focused(page) == "Menu":
            break
    page.keyboard.press("Enter")
    expect(entry).to_be_visible()
    page.keyboard.press("Tab")
    expect(entry).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/find-support/index.html")


def test_arrows_choose_a_result_and_enter_opens_it(open_window: Open) -> None:
    page = open_window(urls.HOME)
    field = page.get_by_role("combobox")
    field.focus()
    page.keyboard.type("sleepio")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_have_count(1)
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    address = chosen.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{address.lstrip('./')}")


def test_arrow_up_goes_to_the_last_result(open_window: Open) -> None:
    page = open_window(urls.HOME)
    page.get_by_role("combobox").focus()
    page.keyboard.type("sleep")
    expect(page.get_by_role("option").last).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")


def test_escape_closes_the_results_and_then_empties_the_field(open_window: Open) -> None:
    page = open_window(urls.HOME)
    field = page.get_by_role("combobox")
    field.focus()
    page.keyboard.type("sleep")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).not_to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("sleep")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_be_focused()


def test_enter_without_a_choice_opens_the_page_of_results(open_window: Open) -> None:
    page = open_window(urls.HOME)
    page.get_by_role("combobox").focus()
    page.keyboard.type("sleep")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html*")
    expect(page.locator(".search__count")).to_contain_text("“sleep”")
