"""What the search index holds, and that it is lunr's own."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from directory import assets
from directory.export import folding, search
from directory.export.entries import Entry, entries
from tests.builds import REPOSITORY, edition
from tests.export import lunrs_own
from tests.export.example import DIRECTORY


def entry(ref: str) -> Entry:
    return next(found for found in entries(DIRECTORY) if found.ref == ref)


def content() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(search.index(DIRECTORY))
    return found


def finds(text: str) -> list[str]:
    """The refs of what holds all of the words, as lunr.py finds them."""
    index = lunrs_own.index(entries(DIRECTORY), stemmed=True)
    return [found["ref"] for found in index.search(" ".join(f"+{word}" for word in folding.words(text)))]


def test_everything_has_a_group_and_an_address() -> None:
    found = {(entry.ref, entry.group, entry.address) for entry in entries(DIRECTORY)}
    assert ("services/lantern", "services", "services/lantern/index.html") in found
    assert ("resources/after-shifts", "resources", "resources/after-shifts/index.html") in found
    assert ("barriers/shame", "barriers", "barriers/shame/index.html") in found
    assert ("areas/eastshire", "places", "areas/eastshire/index.html") in found
    assert len(found) == len(DIRECTORY.records) + 1 + 3


@pytest.mark.parametrize(
    ("ref", "status"),
    [
        ("services/lantern", "Open"),
        ("services/helping-hands", "Open, but check first"),
        ("services/eastshire-hub", "Closed"),
        ("services/keeping-well-nwl", "Not confirmed"),
        ("resources/old-guide", "Archived"),
        ("services/arts-for-children", "For children and families, not for staff"),
        ("areas/north-west-london", "Ended"),
        ("areas/eastshire", ""),
        ("barriers/shame", ""),
    ],
)
def test_each_says_how_it_stands(ref: str, status: str) -> None:
    assert entry(ref).status == status
    assert content()["entries"][ref][3] == status


def test_a_service_is_found_by_its_other_its_former_and_its_provider_s_name() -> None:
    assert finds("Keeping Well North West London") == ["services/keeping-well-nwl"]
    assert finds("fenland wellbeing team") == ["services/eastshire-hub"]
    assert finds("Riverbank") == ["services/keeping-well-nwl"]


def test_a_service_is_found_by_whom_it_is_for_what_it_offers_and_where_it_is() -> None:
    assert "services/doctors-line" in finds("doctor")
    assert "services/lantern" in finds("one counselling")
    assert "services/eastshire-therapies" in finds("Eastshire")


def test_a_place_is_found_by_its_councils_and_a_barrier_by_what_answers_it() -> None:
    assert finds("Fenwick") == ["areas/eastshire"]
    assert finds("give name") == ["barriers/shame"]


def test_no_word_leads_to_a_service_for_children() -> None:
    found = entry("services/arts-for-children")
    assert found.by_name_only
    for word in ("arts", "music", "children", "drums", "therapies"):
        assert found.ref not in finds(word)
    vectors = content()["lunr"]["vectors"]
    place = list(content()["entries"]).index(found.ref)
    assert [field[place] for field in vectors] == [[], [], [], []]


def test_what_is_open_comes_before_what_nobody_could_confirm() -> None:
    assert finds("counselling phone")[:2] == ["services/lantern", "services/lantern-old"]
    assert (
        entry("services/eastshire-hub").weight < entry("services/lantern-old").weight < entry("services/lantern").weight
    )


def test_what_is_long_past_its_review_sinks() -> None:
    later = replace(DIRECTORY, today=DIRECTORY.today + timedelta(days=121))
    weight = {entry.ref: entry.weight for entry in entries(later)}
    assert weight["services/lantern"] < 1
    assert weight["areas/eastshire"] == 1


def test_a_summary_ends_after_25_words() -> None:
    long = replace(DIRECTORY.services[1], summary=" ".join(f"word{i}" for i in range(40)))
    found = entries(replace(DIRECTORY, services=(long,)))[0]
    assert found.summary.split()[-1] == "word24…"
    assert len(found.summary.split()) == 25


def test_other_words_and_words_of_crisis_are_folded_like_what_people_type() -> None:
    assert content()["synonyms"]["iapt"] == ["nhs talking therapies"]
    assert content()["synonyms"]["ae"] == ["emergency"]
    assert "dont want to live" in content()["crisis"]
    assert content()["help"][1] == ["Call Lantern on 116 123", "tel:116123"]


@pytest.mark.parametrize("stemmed", [True, False])
def test_the_index_is_the_one_that_lunr_makes_of_the_same_words(stemmed: bool) -> None:
    found = entries(DIRECTORY)
    packed, expected = search.packed(found, stemmed), lunrs_own.index(found, stemmed).serialize()
    assert {key: packed[key] for key in ("version", "fields", "pipeline")} == {
        key: expected[key] for key in ("version", "fields", "pipeline")
    }
    assert {term: number for number, term in enumerate(packed["terms"])} == {
        term: where["_index"] for term, where in expected["invertedIndex"]
    }
    assert {
        f"{field}/{entry.ref}": vector
        for field, vectors in zip(packed["fields"], packed["vectors"], strict=True)
        for entry, vector in zip(found, vectors, strict=True)
    } == dict(expected["fieldVectors"])


def test_the_same_directory_gives_the_same_bytes() -> None:
    assert search.index(DIRECTORY) == search.index(DIRECTORY)


def test_lunr_is_a_module_with_its_licence() -> None:
    script = search.lunr_script().decode()
    assert "@license MIT" in script
    assert script.rstrip().endswith("export default module.exports;")


def test_two_files_are_published_where_the_pages_look_for_them() -> None:
    shipped = assets.collect(REPOSITORY / "theme", {}, edition())
    addresses = [address for address, _ in search.files(DIRECTORY, shipped)]
    assert addresses == ["assets/search.json", f"{shipped.folder}/lunr.js"]
