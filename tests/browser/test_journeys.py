"""The ways that people take through the site, from the home page to a number to call."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from directory import urls
from directory.model import Service
from tests.browser.windows import Open
from tests.pages import Site


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def service(site: Site, id: str) -> Service:
    found = site.directory.by_id[id]
    assert isinstance(found, Service)
    return found


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name, level=1)


def test_a_misspelt_search_leads_to_a_record_and_its_number_to_call(open_window: Open, site: Site) -> None:
    wanted = service(site, "practitioner-health")
    assert wanted.contact
    page = open_window(urls.HOME)
    page.get_by_role("combobox").press_sequentially("practitoner helth")
    page.get_by_role("option", name=wanted.name).click()
    expect(heading(page, wanted.name)).to_be_visible()
    number = wanted.contact.phone[0]
    call = main(page).get_by_role("link", name=number.number).first
    expect(call).to_have_attribute("href", number.uri)
    assert re.fullmatch(r"tel:\+44\d{9,10}", number.uri)


def test_a_search_without_choosing_leads_to_a_page_of_results(open_window: Open) -> None:
    page = open_window(urls.HOME)
    page.get_by_role("combobox").fill("practitoner helth")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/index.html*")
    page.locator(".search__results").get_by_role("link", name="NHS Practitioner Health").first.click()
    expect(heading(page, "NHS Practitioner Health")).to_be_visible()


def test_an_area_leads_to_the_services_there(open_window: Open, site: Site) -> None:
    wanted = service(site, "cpft-smhs")
    areas = site.directory.vocabulary.areas
    page = open_window(urls.HOME)
    main(page).get_by_role("link", name="Where you work").click()
    main(page).get_by_role("link", name=areas["central-east"].label, exact=True).click()
    expect(heading(page, areas["central-east"].label)).to_be_visible()
    main(page).get_by_role("link", name=wanted.name, exact=True).click()
    expect(heading(page, wanted.name)).to_be_visible()


def test_a_barrier_leads_to_services_with_the_reason_why(open_window: Open, site: Site) -> None:
    barrier = site.directory.vocabulary.barriers["confidentiality"]
    page = open_window(urls.HOME)
    main(page).get_by_role("link", name=barrier.label.replace("'", "’")).click()
    expect(heading(page, barrier.label.replace("'", "’"))).to_be_visible()
    row = main(page).locator("li.row").first
    reasons = {term.reason for term in site.directory.vocabulary.features.values()} | {"It speaks to this itself."}
    shown = [reason.replace("’", "'") for reason in row.locator(".row__why li").all_inner_texts()]
    assert shown and set(shown) <= reasons
    name = row.get_by_role("link").first.inner_text()
    row.get_by_role("link").first.click()
    expect(heading(page, name)).to_be_visible()


def test_a_closed_hub_is_found_by_its_old_name_and_says_where_to_turn_instead(open_window: Open, site: Site) -> None:
    hub = service(site, "hub-cap")
    assert hub.status == "closed"
    page = open_window(urls.HOME)
    page.get_by_role("combobox").press_sequentially(hub.other_names[0])
    page.get_by_role("option", name=hub.name).click()
    expect(heading(page, hub.name)).to_be_visible()
    expect(main(page)).to_contain_text("Closed")
    expect(main(page).get_by_role("heading", name="Where to turn instead")).to_be_visible()
    other = service(site, hub.see_also[0])
    main(page).get_by_role("link", name=other.name).first.click()
    expect(heading(page, other.name)).to_be_visible()


def test_a_closed_or_unconfirmed_service_has_no_number_to_call(open_window: Open, site: Site) -> None:
    for id in ("hub-cap", "kw-nwl", "ncl-in-mind"):
        page = open_window(urls.record(site.directory.by_id[id]))
        expect(main(page).locator("a[href^='tel:'], a[href^='sms:'], a[href^='mailto:']")).to_have_count(0)


def test_sources_open_where_a_page_points_to_them(open_window: Open) -> None:
    page = open_window("services/practitioner-health/index.html")
    source = page.locator("#source-4")
    expect(source).not_to_be_visible()
    page.get_by_role("link", name="Source 4").click()
    expect(source).to_be_visible()


def test_leave_is_a_real_link_that_tells_the_other_site_nothing(open_window: Open) -> None:
    page = open_window("services/practitioner-health/index.html")
    leave = page.get_by_role("link", name="Leave this page")
    expect(leave).to_have_attribute("href", urls.LEAVE)
    expect(leave).to_have_attribute("rel", re.compile("noreferrer"))


def test_dark_and_light_follow_the_reader(open_window: Open) -> None:
    def paper(page: Page) -> int:
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", colour)[:3]))

    assert paper(open_window(urls.HOME)) > 700
    assert paper(open_window(urls.HOME, dark=True)) < 120
