"""Every record has its page, and says no more than its status allows."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest

from directory import urls
from directory.model import Service
from tests.builds import DATA
from tests.pages import Site, of_class, plain, rows, the, words

A_PHONE_NUMBER = re.compile(r"(?<![\d/.-])(?:\+44|0)[\d\s()-]{8,13}\d(?!\d)")

# The questions of design/site.md, "A record page answers, in this order". A page leaves out what nobody knows.
ORDER_OF_AN_OPEN_SERVICE = (
    "How do I get in touch?",
    "Is it for me?",
    "What happens first?",
    "Who will know?",
    "What does it offer?",
    "Cost, languages and access",
    "If it isn't right",
    "Where this comes from",
)


def ids(folder: str) -> list[str]:
    return sorted(path.stem for path in (DATA / folder).glob("*.yml"))


@pytest.mark.parametrize(("folder", "least"), [("services", 113), ("resources", 161)])
def test_every_record_has_a_page(site: Site, folder: str, least: int) -> None:
    """The fact sheet of November 2026 held 113 services and 161 resources. Records are added, never lost."""
    assert len(ids(folder)) >= least
    without = [id for id in ids(folder) if not (site.folder / folder / id / "index.html").is_file()]
    assert without == []


def test_a_page_is_headed_by_the_name_of_its_record(site: Site) -> None:
    headings = {r.id: words(the(site.page(urls.record(r)), ".//h1")) for r in site.directory.records}
    assert headings == {r.id: plain(r.name) for r in site.directory.records}


def test_a_page_says_what_the_status_is_and_where_its_facts_come_from(site: Site) -> None:
    for record in site.directory.records:
        main = site.main(urls.record(record))
        assert words(next(of_class(main, "status"))), record.id
        assert len(list(of_class(main, "sources__list"))) == 1, record.id
        assert record.id in words(main), f"{record.id} is not named for someone who wants to report a mistake"


def test_an_open_service_answers_the_questions_in_order(site: Site) -> None:
    wrong = {}
    for service in live(site):
        headings = [words(h2) for h2 in site.main(urls.record(service)).iter("h2")]
        questions = [heading for heading in headings if heading in ORDER_OF_AN_OPEN_SERVICE]
        if questions != sorted(questions, key=ORDER_OF_AN_OPEN_SERVICE.index):
            wrong[service.id] = questions
    assert not wrong, f"{len(wrong)} pages, such as {next(iter(wrong.items()))}"


def test_an_open_service_shows_every_way_to_reach_it(site: Site) -> None:
    for service in live(site):
        contact = service.contact
        if not contact:
            continue
        shown = {a.get("href") for a in site.main(urls.record(service)).iter("a")}
        wanted = {phone.uri for phone in contact.phone} | {line.uri for line in contact.text}
        wanted |= {address for address in (contact.website, contact.chat) if address}
        wanted |= {f"mailto:{contact.email}"} if contact.email else set()
        assert wanted <= shown, service.id


def test_a_service_that_is_not_open_gives_no_way_to_reach_it(site: Site) -> None:
    """Only the alternatives that its page names may have numbers."""
    for service in not_live(site):
        main = site.main(urls.record(service))
        own = without_alternatives(main)
        schemes = {(a.get("href") or "").partition(":")[0] for a in own.iter("a")}
        assert not schemes & {"tel", "sms", "mailto"}, service.id
        assert not A_PHONE_NUMBER.search(words(own)), service.id


def test_a_service_that_is_not_open_names_others(site: Site) -> None:
    records = {urls.record(service) for service in site.directory.services}
    for service in not_live(site):
        address = urls.record(service)
        assert records & set(site.links(address)) - {address}, service.id


def test_a_closed_service_leads_to_what_took_its_place(site: Site) -> None:
    for record in site.directory.records:
        targets = {urls.record(site.directory.by_id[id]) for id in record.successors}
        assert targets <= set(site.links(urls.record(record))), record.id


def test_lists_show_a_number_only_of_open_services(site: Site) -> None:
    by_address = {urls.record(service): service for service in site.directory.services}
    for address in site.addresses():
        for row in rows(site.page(address)):
            service = by_address.get(next(iter(site.links(address, row)), ""))
            if service and not service.live:
                assert not A_PHONE_NUMBER.search(words(row)), f"{service.id} on {address}"


def test_a_resource_links_to_what_it_is_about(site: Site) -> None:
    for resource in site.directory.resources:
        hrefs = {a.get("href") for a in site.main(urls.record(resource)).iter("a")}
        assert resource.url in hrefs, resource.id


def test_every_page_is_text_and_not_markup_shown_as_text(site: Site) -> None:
    """A sign of something escaped twice, or of a value that nobody gave words to."""
    slips = re.compile(r"</?[a-z]+\b|\{\{|\{%|&(?:lt|gt|amp|#\d+);|\[(?:root|main|title)\]|\x00")
    pages = [address for address in site.addresses() if address != urls.COMPONENTS]  # which shows signs on purpose
    found = {address: slip[0] for address in pages if (slip := slips.search(words(site.page(address))))}
    assert found == {}


def live(site: Site) -> list[Service]:
    return [service for service in site.directory.services if service.live]


def not_live(site: Site) -> list[Service]:
    return [service for service in site.directory.services if not service.live]


def without_alternatives(main: Element) -> Element:
    """A copy of a page's main part without the list items that lead to other records."""
    copy = Element(main.tag, main.attrib)
    copy.text, copy.tail = main.text, main.tail
    for child in main:
        links = [a.get("href", "") for a in child.iter("a")] if child.tag == "li" else []
        if not any(link.startswith("../") for link in links):
            copy.append(without_alternatives(child))
    return copy
