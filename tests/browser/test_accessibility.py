"""Axe finds nothing on any kind of page, and every kind fits a narrow screen, in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import expect

from tests.browser.kinds import KINDS
from tests.browser.windows import Open
from tests.pages import Site

VIOLATIONS = """async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"], preload: false });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target}`));
}"""
"""Every rule of axe, of all levels and its own "best practices"; each place with what is wrong there."""


def shape(address: str) -> tuple[str, int]:
    """The folder that an address begins with, and how deep it lies: services/status/open/index.html is at 3."""
    return address.partition("/")[0], address.count("/")


def test_one_page_of_each_kind_is_tested(site: Site) -> None:
    tested = {shape(kind(site.directory).partition("?")[0]) for kind in KINDS.values()}
    assert {shape(address) for address in site.addresses()} <= tested


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)], ids=["wide-light", "narrow-dark"])
def test_axe_finds_nothing(open_window: Open, site: Site, kind: str, width: int, dark: bool) -> None:
    page = open_window(KINDS[kind](site.directory), width=width, dark=dark)
    expect(page.get_by_role("heading", level=1)).to_be_visible()  # Find support comes with its script
    if "?q=" in page.url:
        expect(page.locator(".search__count")).not_to_be_empty()
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(VIOLATIONS) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_screen_needs_no_sideways_scrolling(open_window: Open, site: Site, kind: str) -> None:
    page = open_window(KINDS[kind](site.directory), width=320)
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
