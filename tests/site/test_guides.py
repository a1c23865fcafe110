"""Pages that start from a question hold what the seeds and the issue ask of them."""

from __future__ import annotations

import re

import pytest

from directory import urls
from directory.model import Service
from tests.pages import Site, of_class, plain, rows, the, words

CHILDREN = "services/cpft-arts-therapies/index.html"

SEEDS = {
    "South West London support for staff": "kw-swl",
    "NEL Keeping Well": "kw-nel",
    "NCL Keeping Well": "kw-ncl",
    "NWL Keeping Well": "kw-nwl",
    "SEL Keeping Well": "kw-sel",
    "Greater Manchester Resilience Hub": "gm-hub",
    "Connection through Music": "connection-through-music",
    "Together in Mind": "ncl-in-mind",
    "West London Trust": "kwnwl-launch",
    "NHS EPRR resources": "eprr-guidance-hub",
    "Responding to major incidents": "coping-stress-major-incident",
    "Responding to the needs of people affected by incidents": "responding-needs-people-affected",
    "NHS Staff Mental Health Service": "cpft-smhs",
    "in2gr8mentalhealth": "in2gr8mentalhealth",
    "Back on Track": "back-on-track",
}


def test_what_the_seeds_name_can_be_browsed_to(site: Site) -> None:
    """From the list of all services or of all resources; tests/browser/test_search.py finds them by their names."""
    linked = {*site.links(urls.SERVICES), *site.links(urls.RESOURCES)}
    missing = [id for id in SEEDS.values() if urls.record(site.directory.by_id[id]) not in linked]
    assert missing == []


def test_useful_links_begin_with_those_of_the_seed(site: Site) -> None:
    shown = [site.links(urls.USEFUL_LINKS, row)[0] for row in rows(site.main(urls.USEFUL_LINKS))]
    seed = ("kw-nwl", "kw-ncl", "kw-nel", "gm-hub", "connection-through-music")
    assert shown[:5] == [f"services/{id}/index.html" for id in seed]
    assert {f"services/{id}/index.html" for id in ("kw-swl", "kw-sel")} <= set(shown)


@pytest.mark.parametrize("address", [urls.USEFUL_LINKS, urls.CASE_STUDIES])
def test_every_useful_link_and_case_study_has_the_date_it_was_checked(site: Site, address: str) -> None:
    a_year = re.compile(r"\b20\d\d\b")
    for row in rows(site.main(address)):
        dates = [words(part) for part in of_class(row, "small")]
        assert any(a_year.search(date) for date in dates), words(row)


def test_case_studies_hold_those_of_the_seed(site: Site) -> None:
    shown = set(site.links(urls.CASE_STUDIES))
    wanted = {"resources/kwnwl-launch", "resources/back-on-track-case-study", "resources/cpft-case"}
    assert {f"{id}/index.html" for id in wanted} <= shown


def test_incidents_begin_with_the_three_links_of_the_seed(site: Site) -> None:
    first = ("eprr-guidance-hub", "coping-stress-major-incident", "responding-needs-people-affected")
    records = [link for link in site.links(urls.INCIDENTS) if link.startswith("resources/")]
    assert records[:3] == [f"resources/{id}/index.html" for id in first]


def test_incidents_have_every_phase_and_role(site: Site) -> None:
    terms = site.directory.vocabulary.terms
    main = site.main(urls.INCIDENTS)
    for phase in terms["incident-phases"].values():
        section = the(main, f".//section[@id='{phase.id}']")
        for role in terms["incident-roles"].values():
            assert plain(role.label) in words(section), f"{role.id} in {phase.id}"


def test_staff_chat_compares_eight_features_in_words(site: Site) -> None:
    table = the(site.main(urls.STAFF_CHAT), ".//table")
    assert len(table.findall("./thead/tr/th[@scope='col']")) == 9
    body = table.findall("./tbody/tr")
    assert body
    for row in body:
        answers = [words(cell) for cell in row.findall("td")]
        assert len(answers) == 8
        assert set(answers) <= {"Yes", "No", "Not known"}


def test_the_ladder_has_every_step_in_order(site: Site) -> None:
    steps = list(site.directory.vocabulary.terms["steps"])
    shown = [section.get("id") for section in site.main(urls.LADDER).iter("section")]
    assert [id for id in shown if id in steps] == steps


def test_there_are_twenty_barriers_each_with_what_helps_and_evidence(site: Site) -> None:
    barriers = site.directory.vocabulary.barriers.values()
    assert len(barriers) >= 20
    assert {urls.barrier(barrier) for barrier in barriers} <= set(site.links(urls.BARRIERS))
    for barrier in barriers:
        text = words(site.main(urls.barrier(barrier)))
        assert plain(barrier.label) in text, barrier.id
        assert all(plain(evidence.citation) in text for evidence in barrier.evidence), barrier.id
        assert barrier.evidence or barrier.evidence_note, f"{barrier.id} has no evidence, and does not say why"
        if barrier.seed:
            assert plain(barrier.seed.barrier) in text, barrier.id
            assert plain(barrier.seed.solution or "") in text, barrier.id


def test_every_record_on_a_barrier_page_has_a_reason(site: Site) -> None:
    for barrier in site.directory.vocabulary.barriers.values():
        shown = rows(site.main(urls.barrier(barrier)))
        assert shown, f"nothing answers {barrier.id}"
        assert all(list(of_class(row, "row__why")) for row in shown), barrier.id


def test_what_nobody_could_confirm_never_leads_on_a_barrier_page(site: Site) -> None:
    by_address = {urls.record(service): service for service in site.directory.services}
    for barrier in site.directory.vocabulary.barriers.values():
        address = urls.barrier(barrier)
        linked = [site.links(address, row)[0] for row in rows(site.main(address))]
        services = [by_address[link] for link in linked if link in by_address]
        unsure = [service.status == "unconfirmed" or site.directory.overdue(service) for service in services]
        assert unsure == sorted(unsure), barrier.id
        assert not any(service.gone for service in services), barrier.id


def test_music_therapy_for_children_exists_and_is_offered_to_no_one_who_looks_for_support_for_staff(site: Site) -> None:
    record = site.directory.by_id["cpft-arts-therapies"]
    assert isinstance(record, Service)
    assert not record.for_staff
    assert "not for staff" in words(site.main(CHILDREN))
    linking = [a for a in site.everything() if a != CHILDREN and CHILDREN in site.links(a, site.page(a))]
    assert linking == []
