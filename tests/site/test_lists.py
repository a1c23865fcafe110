"""Lists show what they say they show."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from directory import urls
from directory.render.lists import MOST_WIDER
from tests.pages import Site, asked_for, of_class, rows, the, wider, words


def list_pages(site: Site, base: str) -> list[str]:
    """services/index.html, services/kind/hub/index.html, and the like; without records."""
    pattern = re.compile(rf"{base}/(?:[a-z]+/[^/]+/)?index\.html")
    records = {urls.record(record) for record in site.directory.records}
    return [address for address in site.addresses() if pattern.fullmatch(address) and address not in records]


def pages_of(site: Site, first: str) -> Iterator[str]:
    """A list page, and those that follow where a list is long."""
    yield first
    number = 2
    while (site.folder / (address := first.replace("index.html", f"page/{number}/index.html"))).exists():
        yield address
        number += 1


def records_on(site: Site, first: str) -> list[str]:
    """The address of every record that a list is of, through all its pages; without what is less near."""
    mains = ((address, site.main(address)) for address in pages_of(site, first))
    return [site.links(address, row)[0] for address, main in mains for group in asked_for(main) for row in rows(group)]


@pytest.mark.parametrize("base", ["services", "resources"])
def test_a_list_counts_the_rows_it_shows(site: Site, base: str) -> None:
    found = list_pages(site, base)
    assert len(found) > 20
    for address in found:
        said = re.search(r"(\d+) shown", words(site.main(address)))
        assert said, f"{address} does not say how many it shows"
        assert int(said[1]) == len(records_on(site, address)), address


@pytest.mark.parametrize("base", ["services", "resources"])
def test_a_filter_counts_the_rows_it_leads_to(site: Site, base: str) -> None:
    for address in list_pages(site, base):
        for filters in of_class(site.main(address), "filters"):
            for item in filters.iter("li"):
                (target,) = site.links(address, item)
                count = int(words(item).rsplit(" ", 1)[1])
                assert count == len(records_on(site, target)), f"{words(item)} on {address}"


@pytest.mark.parametrize("base", ["services", "resources"])
def test_the_list_of_all_holds_every_record_for_staff_once(site: Site, base: str) -> None:
    shown = records_on(site, f"{base}/index.html")
    records = site.directory.services if base == "services" else site.directory.resources
    assert sorted(shown) == sorted(urls.record(record) for record in records if record.for_staff)


def test_a_filter_shows_every_record_that_it_fits_and_no_other(site: Site) -> None:
    for term in site.directory.vocabulary.terms["service-kinds"]:
        wanted = {urls.record(s) for s in site.directory.services if s.kind == term and s.for_staff}
        address = urls.listing("services", "kind", term)
        assert set(records_on(site, address) if wanted else ()) == wanted, term


def test_open_services_come_before_those_that_nobody_could_confirm_and_closed_ones_last(site: Site) -> None:
    by_address = {urls.record(service): service for service in site.directory.services}
    for address in list_pages(site, "services"):
        shown = [by_address[site.links(address, row)[0]] for row in rows(site.main(address))]
        ranks = [2 if service.gone else 1 if service.status == "unconfirmed" else 0 for service in shown]
        assert ranks == sorted(ranks), address


def test_a_list_for_a_place_goes_on_with_what_is_open_to_all_of_the_country(site: Site) -> None:
    """Nearest first: London, then England, then the United Kingdom. Each service stands once."""
    address = urls.listing("services", "area", "london")
    titles = [words(the(group, ".//h2")).rstrip(" 0123456789") for group in wider(site.main(address))]
    assert titles == ["For all of England", "For all of the United Kingdom"]
    shown = [site.links(address, row)[0] for row in rows(site.main(address))]
    assert len(shown) == len(set(shown))
    assert "services/practitioner-health/index.html" in shown


def test_a_list_for_a_job_goes_on_with_what_is_open_to_every_job(site: Site) -> None:
    by_address = {urls.record(service): service for service in site.directory.services}
    address = urls.listing("services", "role", "nurse")
    (group,) = wider(site.main(address))
    shown = [by_address[site.links(address, row)[0]] for row in rows(group)]
    assert shown
    assert all(service.standing == 0 and not service.who_for.roles for service in shown)
    assert urls.listing("services", "role", "every") in site.links(address, group)


def test_what_is_wider_than_a_list_asks_for_says_how_many_there_are(site: Site) -> None:
    for address in list_pages(site, "services"):
        for group in wider(site.main(address)):
            count = int(words(the(group, ".//h2")).rsplit(" ", 1)[1])
            assert len(rows(group)) == min(count, MOST_WIDER), address


def test_a_list_marks_the_filter_in_use(site: Site) -> None:
    for address in list_pages(site, "services"):
        current = [a for a in site.main(address).iter("a") if a.get("aria-current") == "page"]
        assert len(current) == (0 if address == "services/index.html" else 1), address


def test_a_barrier_counts_what_answers_it(site: Site) -> None:
    for barrier in site.directory.vocabulary.barriers.values():
        address = urls.barrier(barrier)
        said = [int(n) for n in re.findall(r"(\d+) of \d+", words(site.main(address)))]
        assert sum(said) == len(rows(site.main(address))), address


def test_the_numbers_of_the_data_page_are_those_of_the_directory(site: Site) -> None:
    services = [service for service in site.directory.services if service.for_staff]
    resources = [resource for resource in site.directory.resources if resource.for_staff]
    text = words(site.main(urls.DATA))
    assert f"{len(services)} services" in text
    assert f"{len(resources)} guides" in text
    assert f"{sum(s.live for s in services)} open" in text
    assert f"{sum(s.gone for s in services)} closed or merged" in text
    assert f"{sum(s.status == 'unconfirmed' for s in services)} that we could not confirm" in text


def test_the_home_page_counts_what_there_is(site: Site) -> None:
    services = [service for service in site.directory.services if service.for_staff]
    text = words(site.main(urls.HOME))
    assert f"{len(services)} services" in text
    assert f"{sum(s.live for s in services)} open" in text
    assert words(the(site.main(urls.HOME), ".//h1"))
