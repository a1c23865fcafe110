"""Texts that try to be more than text come out as text, in pages and in search."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from directory import urls
from tests import hostile
from tests.browser.windows import Windows, served
from tests.pages import Site

SHOWN = "<script>alert(2)</script>"


@pytest.fixture(scope="module")
def hostile_windows(chromium: Browser, hostile_site: Site) -> Iterator[Windows]:
    """A dialog, an error or a request for a picture would be a trouble."""
    with served(hostile_site.folder) as home:
        yield Windows(chromium, home)


def check(page: Page, windows: Windows) -> None:
    assert page.locator("img, script:not([src])").count() == 0
    assert windows.troubles == []


@pytest.mark.parametrize(
    "address",
    [
        f"services/{hostile.SERVICE}/index.html",
        f"resources/{hostile.RESOURCE}/index.html",
        f"barriers/{hostile.BARRIER}/index.html",
        f"areas/{hostile.AREA}/index.html",
        urls.SERVICES,
    ],
)
def test_a_page_shows_it_as_typed(hostile_windows: Windows, address: str) -> None:
    page = hostile_windows.open(address)
    expect(page.get_by_role("main")).to_contain_text(SHOWN)
    check(page, hostile_windows)
    page.close()


def test_search_shows_it_as_typed_while_one_types_and_on_its_page(hostile_windows: Windows) -> None:
    page = hostile_windows.open(urls.HOME)
    page.get_by_role("combobox").press_sequentially("practitioner health")
    expect(page.get_by_role("option").filter(has_text=SHOWN).first).to_be_visible()
    check(page, hostile_windows)
    page.goto(f"{urls.SEARCH}?q=hostile")
    expect(page.locator(".search__results")).to_contain_text(SHOWN)
    check(page, hostile_windows)
    page.close()


@pytest.mark.parametrize("typed", [hostile.SIGNS, "+title:* ~1 ^", "%", "constructor __proto__"])
def test_what_is_typed_into_search_is_only_searched_for(hostile_windows: Windows, typed: str) -> None:
    page = hostile_windows.open(urls.HOME)
    page.get_by_role("combobox").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html*")
    expect(page.locator(".search__count")).to_contain_text(typed[:100].strip())
    check(page, hostile_windows)
    page.close()
