"""Areas know the boards of before and after April 2026; the page of hubs knows every hub."""

from __future__ import annotations

import re
from datetime import date

from directory import urls
from directory.i18n import ENGLISH
from directory.model import Area, Service
from tests.pages import Site, rows, words

OLD_BOARDS, NEW_BOARDS = 42, 36
LAST_DAY, FIRST_DAY = date(2026, 3, 31), date(2026, 4, 1)
"""How many integrated care boards England had until 31 March 2026, and since."""


def boards(site: Site, on: date) -> list[Area]:
    """England's boards on a day."""
    areas = site.directory.vocabulary.areas
    return [
        area
        for area in areas.values()
        if area.kind == "board" and area.since and area.since <= on and (area.until is None or area.until >= on)
    ]


def hubs(site: Site) -> list[Service]:
    return [service for service in site.directory.services if service.kind in ("hub", "keeping-well")]


def test_both_generations_of_boards_have_pages(site: Site) -> None:
    old, new = boards(site, LAST_DAY), boards(site, FIRST_DAY)
    assert (len(old), len(new)) == (OLD_BOARDS, NEW_BOARDS)
    linked = set(site.links(urls.AREAS))
    assert {urls.area(board) for board in (*old, *new)} <= linked


def test_a_board_that_ended_says_when_and_links_to_what_came_after(site: Site) -> None:
    areas = site.directory.vocabulary.areas
    ended = [area for area in boards(site, LAST_DAY) if area not in boards(site, FIRST_DAY)]
    assert len(ended) == 13
    for area in ended:
        address = urls.area(area)
        assert area.until and ENGLISH.day(area.until) in words(site.main(address)), area.id
        assert area.successors, area.id
        assert {urls.area(areas[after.id]) for after in area.successors} <= set(site.links(address)), area.id


def test_a_new_board_links_to_the_boards_before_it(site: Site) -> None:
    for area in site.directory.vocabulary.areas.values():
        for after in area.successors:
            new = site.directory.vocabulary.areas[after.id]
            assert urls.area(area) in site.links(urls.area(new)), f"{new.id} does not name {area.id}"


def test_a_service_is_found_from_the_old_and_from_the_new_board(site: Site) -> None:
    areas = site.directory.vocabulary.areas
    for service in site.directory.services:
        if not service.for_staff:
            continue
        for place in service.area.places:
            for id in (place, *(after.id for after in areas[place].successors)):
                shown = [site.links(urls.area(areas[id]), row)[0] for row in rows(site.main(urls.area(areas[id])))]
                assert urls.record(service) in shown, f"{service.id} is not on the page of {id}"


def test_the_hubs_page_lists_every_hub_and_counts_them(site: Site) -> None:
    known = hubs(site)
    text = words(site.main(urls.HUBS))
    tally = {
        "open": sum(hub.live for hub in known),
        "closed or merged": sum(hub.gone for hub in known),
        "not confirmed": sum(hub.status == "unconfirmed" for hub in known),
    }
    counts = ", ".join(f"{number or 'none'} {word}" for word, number in tally.items())
    assert f"{len(known)} known: {counts}" in text
    assert f"{len(site.directory.hubs_not_found.areas)} that we could not find" in text
    assert {urls.record(hub) for hub in known} <= set(site.links(urls.HUBS))


def test_a_region_of_the_hubs_page_counts_its_rows(site: Site) -> None:
    main = site.main(urls.HUBS)
    regions = [section for section in main.iter("section") if section.get("id")]
    assert len(regions) == 7
    for region in regions:
        said = re.search(r"(\d+) known", words(region))
        assert said and int(said[1]) == len(rows(region)), region.get("id")


def test_a_hub_that_merged_or_closed_names_what_took_its_place(site: Site) -> None:
    by_id = site.directory.by_id
    links = site.links(urls.HUBS)
    for hub in hubs(site):
        assert {urls.record(by_id[id]) for id in hub.successors} <= set(links), hub.id


def test_hubs_that_should_exist_and_were_not_found_are_named(site: Site) -> None:
    areas = site.directory.vocabulary.areas
    missing = site.directory.hubs_not_found.areas
    assert len(missing) > 0
    assert {urls.area(areas[id]) for id in missing} <= set(site.links(urls.HUBS))
    for id in missing:
        assert urls.HUBS in site.links(urls.area(areas[id])), f"{id} does not say that its hub was not found"


def test_the_count_of_hubs_with_iaptus_is_a_statement_of_november_2021(site: Site) -> None:
    said = [item for item in site.main(urls.HUBS).iter("li") if "iaptus" in words(item)]
    assert len(said) == 1
    assert "13 of the 40 hubs" in words(said[0])
    assert "November 2021" in words(said[0])
