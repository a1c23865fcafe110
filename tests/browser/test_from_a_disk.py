"""The site can be opened from a folder on a disk: for reading, and clicking through."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from directory import urls
from tests.browser.windows import Windows, filter_item
from tests.pages import Site


def test_one_can_read_and_click_through_without_a_server(chromium: Browser, site: Site) -> None:
    windows = Windows(chromium, site.folder.as_uri() + "/")
    page = windows.open(urls.HOME)
    page.get_by_role("main").get_by_role("link", name="See all services").click()
    page.locator("summary", has_text="Status").click()
    filter_item(page, "Open").get_by_role("link").click()
    page.get_by_role("main").get_by_role("link", name="Canopi", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Canopi")
    page.locator("[data-help-now]").get_by_role("link", name="elp now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") != "static"
    page.goto(urls.HOME)
    page.get_by_role("searchbox").fill("canopi")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="Everything from A to Z")).to_be_visible()
    windows.close_pages()
    # Browsers load no module from a disk; nothing else may go wrong.
    assert [trouble for trouble in windows.troubles if "scripts/site.js" not in trouble] == []
