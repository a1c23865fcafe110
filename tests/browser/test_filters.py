"""Filters combine, say how many each would leave, and never lead to nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from directory import urls
from tests.browser.windows import Open, filter_item
from tests.pages import Site, asked_for, rows, wider

DISTANCES = """async (script) => {
    const { distance } = await import(new URL(script, location).href);
    const address = (row) => row.querySelector(".row__name a").pathname.split("/sub-path/")[1];
    const tokens = (row) => new Set(row.dataset.is.split(" "));
    const rows = [...document.querySelectorAll("[data-is]")].map((row) => [address(row), tokens(row)]);
    return [...document.querySelectorAll("[data-asks]")].map(({ dataset, parentNode }) => {
        const { facet } = parentNode.closest("[data-facet]").dataset;
        const far = rows.map(([address, has]) => [address, distance(has, [{ facet, asks: dataset.asks.split(" ") }])]);
        return [facet, dataset.value, Object.fromEntries(far.filter(([, steps]) => steps !== undefined))];
    });
}"""
"""For each value of each facet: the facet, the value, and how far each record is that answers it, by its address."""


def box(page: Page, words: str) -> Locator:
    """The box of a filter. Its group is opened where it is closed, as on a narrow screen."""
    item = page.locator(".filters__item").filter(has=page.get_by_text(words, exact=True))
    item.locator("input").wait_for(state="attached")  # the script makes it
    group = page.locator(".filters__group").filter(has=item)
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    return item.get_by_role("checkbox")


def tick(page: Page, *words: str) -> None:
    for one in words:
        box(page, one).check()


def count_of(page: Page, words: str) -> int:
    item = page.locator(".filters__item").filter(has=page.get_by_text(words, exact=True))
    return int(item.locator(".filters__count").inner_text())


def shown(page: Page) -> list[str]:
    return page.locator("li.record:visible .row__name").all_inner_texts()


def test_two_filters_of_different_kinds_leave_what_answers_both(open_window: Open, site: Site) -> None:
    page = open_window(urls.SERVICES)
    tick(page, "Open", "Nurses")
    names = {s.name: s for s in site.directory.services}
    found = [names[name.replace("’", "'")] for name in shown(page)]
    assert found
    assert all(s.status == "open" and not s.cautions for s in found)
    assert all(not s.who_for.roles or "nurse" in s.who_for.roles for s in found)
    expect(page.locator(".chosen__count")).to_have_text(f"{len(found)} of 112 shown.")


def test_two_filters_of_one_kind_leave_what_answers_either(open_window: Open) -> None:
    page = open_window(urls.SERVICES)
    tick(page, "Closed", "Now part of another service")
    assert len(shown(page)) == 10


def test_a_count_says_how_many_the_filter_leaves_beside_the_others(open_window: Open) -> None:
    page = open_window(urls.SERVICES)
    tick(page, "Nurses", "London")
    promised = count_of(page, "Charities for staff")
    before = shown(page)
    tick(page, "Charities for staff")
    assert len(shown(page)) == promised
    assert 0 < promised < len(before)


def test_what_is_made_for_them_comes_before_what_is_open_to_all(open_window: Open) -> None:
    page = open_window(urls.SERVICES)
    tick(page, "Open", "Open, but check first", "Nurses")
    fits = page.locator("li.record:visible .row__more").all_inner_texts()
    mine = ["nurses" in words for words in fits]
    assert any(mine)
    assert mine == sorted(mine, reverse=True)


def test_a_filter_that_would_leave_nothing_cannot_be_chosen(open_window: Open) -> None:
    page = open_window(urls.SERVICES)
    tick(page, "Closed")
    assert count_of(page, "Lines for everyone") == 0
    expect(box(page, "Lines for everyone")).to_be_disabled()
    expect(box(page, "Staff hubs")).to_be_enabled()


def test_a_link_to_filters_that_nothing_answers_says_so_and_leads_on(open_window: Open) -> None:
    page = open_window(f"{urls.SERVICES}#status=closed&kind=crisis")
    assert shown(page) == []
    nothing = page.get_by_text("Nothing here fits all of these.")
    expect(nothing).to_be_visible()
    expect(nothing.get_by_role("link", name="find support that fits")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == 112


def test_what_was_chosen_can_be_taken_away_one_by_one_with_a_keyboard(open_window: Open) -> None:
    page = open_window(urls.SERVICES, width=320)
    tick(page, "London", "Nurses")
    expect(page.locator("summary", has_text="Your job")).to_have_text("Your job (1 chosen)")
    page.get_by_role("button", name="Don’t filter by Nurses").press("Enter")
    expect(page.locator(".chosen__count")).to_be_focused()
    expect(page.get_by_role("group", name="Chosen filters").get_by_role("button")).to_have_text(["London"])
    page.get_by_role("button", name="Don’t filter by London").press("Enter")
    assert len(shown(page)) == 112
    expect(page.locator(".chosen__count")).to_contain_text("112 shown: 45 open")


def test_the_choice_is_there_again_after_back_and_in_a_link_that_was_passed_on(open_window: Open) -> None:
    page = open_window(urls.SERVICES)
    tick(page, "Nurses", "London")
    before = shown(page)
    page.locator("li.record:visible a").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Services")
    page.go_back()
    expect(box(page, "Nurses")).to_be_checked()
    assert shown(page) == before
    passed_on = open_window(page.url.partition("sub-path/")[2])
    expect(passed_on.get_by_role("group", name="Chosen filters")).to_be_visible()
    assert shown(passed_on) == before


def test_the_page_of_one_filter_leads_to_both(open_window: Open) -> None:
    page = open_window(urls.listing("services", "area", "london"))
    filter_item(page, "Nurses").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Services")
    expect(box(page, "London")).to_be_checked()
    expect(box(page, "Nurses")).to_be_checked()


def test_a_hostile_choice_changes_nothing(open_window: Open) -> None:
    page = open_window(f"{urls.SERVICES}#status=<img src=x>&__proto__=1&constructor=open&%")
    assert len(shown(page)) == 112


def test_a_page_of_the_list_without_scripts_has_plain_links_with_counts(open_window: Open) -> None:
    page = open_window(urls.SERVICES, scripts=False)
    page.locator("summary", has_text="Status").click()
    item = filter_item(page, "Not confirmed")
    count = int(item.inner_text().split()[-1])
    item.get_by_role("link").click()
    expect(page.locator("li.row")).to_have_count(count)
    expect(page.locator("[aria-current=page]")).to_have_text("Not confirmed")


@pytest.mark.parametrize("base", ["services", "resources"])
def test_the_script_finds_as_near_what_the_page_of_a_filter_shows(open_window: Open, site: Site, base: str) -> None:
    page = open_window(urls.listing(base))
    script = page.locator("script[type=module]").get_attribute("src")
    assert script
    for facet, value, far in page.evaluate(DISTANCES, script.replace("site.js", "filters.js")):
        address = urls.listing(base, facet, value)
        main = site.main(address)
        near = {site.links(address, row)[0] for group in asked_for(main) for row in rows(group)}
        assert near == {record for record, steps in far.items() if steps == 0}, address
        further = [site.links(address, row)[0] for group in wider(main) for row in rows(group)]
        steps = [far[record] for record in further]
        assert steps == sorted(steps) and 0 not in steps, address
