"""Everyone can use every kind of page: in any colours and sizes, by keyboard, by ear, with or without scripts.

What is tested how, and what only people can tell, stands in docs/accessibility.md.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.axe import violations
from tests.browser.kinds import KINDS
from tests.browser.measures import STYLES, lost_texts, moving, restyle, small_targets, stops_without_a_ring
from tests.browser.windows import Open
from tests.pages import Site

SEARCHED = {"search results", "search for help in a crisis", "search without results"}
"""Kinds that are the A to Z where no script runs."""

BAR = "[data-help-now]"

WIDTHS = (1280, 320)
"""320 px is also what a screen of 1280 px shows at 400 % (WCAG 1.4.10)."""


def shape(address: str) -> tuple[str, int]:
    """The folder that an address begins with, and how deep it lies: services/status/open/index.html is at 3."""
    return address.partition("/")[0], address.count("/")


def opened(open_window: Open, site: Site, kind: str, *, scripts: bool = True, width: int = 1280) -> Page:
    """A page of a kind, when its scripts have done what they do."""
    page = open_window("about:blank", width=width)
    with axe.scripts_of_the_page(page, scripts):
        page.goto(KINDS[kind](site.directory))
    if scripts and page.locator("[data-wizard]").count():
        expect(page.locator("[data-stage] h1")).to_be_visible()
    if scripts and "?q=" in page.url:
        expect(page.locator(".search__count")).not_to_be_empty()
    return page


def test_one_page_of_each_kind_is_tested(site: Site) -> None:
    tested = {shape(kind(site.directory).partition("?")[0]) for kind in KINDS.values()}
    assert {shape(address) for address in site.addresses()} <= tested


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_any_look_with_scripts_and_without(open_window: Open, site: Site, kind: str) -> None:
    """Where a page without scripts is the same but for its bar, whose words on Shift are gone, axe reads only that."""
    page = opened(open_window, site, kind)
    below = axe.shown_outside(page, BAR)
    check_looks(page)
    if kind in SEARCHED:
        return
    plain = opened(open_window, site, kind, scripts=False)
    check_looks(plain, within=BAR if axe.shown_outside(plain, BAR) == below else None)


def check_looks(page: Page, within: str | None = None) -> None:
    axe.shorten_lists(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page, within) == [], f"{width} px"


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_screen_needs_no_sideways_scrolling_even_with_large_text(
    open_window: Open, site: Site, kind: str
) -> None:
    page = opened(open_window, site, kind, width=320)
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    for name, rules in STYLES.items():
        restyle(page, rules)
        assert lost_texts(page) == [], name
        assert page.evaluate("document.scrollingElement.scrollWidth") == 320, name


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_finger_and_a_keyboard_reach_everything(open_window: Open, site: Site, kind: str, width: int) -> None:
    page = opened(open_window, site, kind, width=width)
    assert small_targets(page) == []
    assert stops_without_a_ring(page) == []
    assert moving(page) == []
