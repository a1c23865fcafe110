"""A host shows 404.html at every address that it doesn't know, however deep. It looks right there, and leads on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from directory import urls
from tests.browser.windows import SUB_PATH, Windows, served
from tests.pages import Site

DEEP = "services/no/such/page"
LOOK = """() => {
    const { backgroundColor, fontFamily } = getComputedStyle(document.body);
    return [backgroundColor, fontFamily];
}"""


@pytest.fixture(scope="module")
def windows(chromium: Browser, published: Site) -> Iterator[Windows]:
    with served(published.folder) as home:
        windows = Windows(chromium, home)
        yield windows
        windows.close_pages()


def test_a_deep_address_that_is_not_there_has_its_style_and_leads_home(windows: Windows) -> None:
    page = windows.open(DEEP)
    expect(page.get_by_role("heading", level=1)).to_have_text("We can’t find that page")
    look = page.evaluate(LOOK)
    (itself,) = windows.troubles
    assert itself.startswith(f"{page.url}: Failed to load resource"), "no file that the page names is missing"
    page.get_by_role("main").get_by_role("link", name="Start page").click()
    page.wait_for_url(f"**{SUB_PATH}{urls.HOME}")
    assert page.evaluate(LOOK) == look


def test_one_reads_it_in_another_language_and_goes_on_from_there(windows: Windows) -> None:
    page = windows.open(DEEP)
    page.locator(".language-chooser summary").click()
    page.locator(".language-chooser [hreflang=ur]").click()
    page.wait_for_url(f"**{SUB_PATH}ur/{urls.NOT_FOUND}")
    expect(page.locator("html")).to_have_attribute("lang", "ur")
    page.get_by_role("link", name="Read this page in English").click()
    page.wait_for_url(f"**{SUB_PATH}{urls.NOT_FOUND}")
    expect(page.get_by_role("heading", level=1)).to_have_text("We can’t find that page")


def test_every_link_of_every_such_page_leads_from_the_path_of_the_site_to_a_file_of_it(published: Site) -> None:
    pages = [address for address in published.everything() if address.endswith(urls.NOT_FOUND)]
    assert {urls.NOT_FOUND, f"pl/{urls.NOT_FOUND}"} < set(pages)
    for address in pages:
        assert published.page(address).get("data-root") == SUB_PATH
        links = [e.get("href") or e.get("src") or "#" for e in published.page(address).iter()]
        for link in links:
            if not link.startswith(("#", "https:", "tel:", "sms:")):
                assert link.startswith(SUB_PATH), f"{link} on {address}"
                assert (published.folder / link.removeprefix(SUB_PATH)).is_file(), f"{link} on {address}"
