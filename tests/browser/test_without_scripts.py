"""Without JavaScript every page works: reading, browsing, the menu, help now; search leads to an A to Z."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Response, expect

from directory import urls
from directory.model import Service
from tests.browser.windows import Open, filter_item
from tests.pages import Site


def test_one_can_browse_from_home_to_a_number_to_call(open_window: Open, site: Site) -> None:
    wanted = site.directory.by_id["bma-wellbeing"]
    assert isinstance(wanted, Service) and wanted.contact
    page = open_window(urls.HOME, scripts=False)
    page.get_by_role("main").get_by_role("link", name="See all services").click()
    page.locator("summary", has_text="Status").click()
    filter_item(page, "Open").get_by_role("link").click()
    page.get_by_role("main").get_by_role("link", name=wanted.name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(wanted.name)
    assert page.locator(f"main a[href='{wanted.contact.phone[0].uri}']").count() == 1


def test_the_search_field_leads_to_an_a_to_z(open_window: Open) -> None:
    page = open_window(urls.HOME, scripts=False)
    page.get_by_role("searchbox").fill("canopi")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="Everything from A to Z")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Canopi", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Canopi")


def test_the_a_to_z_holds_every_record_for_staff(open_window: Open, site: Site) -> None:
    page = open_window(urls.SEARCH, scripts=False)
    hrefs = page.locator("main .letters a").evaluate_all(
        "links => links.map(link => link.pathname.split('/sub-path/')[1])"
    )
    wanted = {urls.record(record) for record in site.directory.records if record.for_staff}
    assert {href for href in hrefs if not href.startswith("areas/")} == wanted


def test_the_menu_opens_on_a_narrow_screen(open_window: Open) -> None:
    page = open_window(urls.HOME, width=320, scripts=False)
    page.locator("summary", has_text="Menu").click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Where you work").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where you work")


@pytest.mark.parametrize("width", [1280, 320])
def test_help_now_is_one_press_away_and_its_numbers_can_be_called(open_window: Open, width: int) -> None:
    page = open_window("services/practitioner-health/index.html", width=width, scripts=False)
    page.locator("[data-help-now]").get_by_role("link", name="elp now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    for address in ("tel:999", "tel:111", "tel:116123"):
        expect(page.locator(f"main a[href='{address}']").first).to_be_visible()
    expect(page.locator("main a[href^='sms:85258']").first).to_be_visible()


def test_help_now_is_light_and_loads_no_script(open_window: Open) -> None:
    """Under 30 KB in all, compressed."""
    answers: list[Response] = []
    page = open_window("about:blank")
    page.on("response", lambda answer: answers.append(answer))
    page.goto(urls.HELP_NOW)
    assert [answer.request.resource_type for answer in answers if answer.request.resource_type == "script"] == []
    assert sum(len(gzip.compress(answer.body(), 6)) for answer in answers) < 30_000
    assert {answer.request.resource_type for answer in answers} >= {"document", "stylesheet"}
