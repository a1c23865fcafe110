"""What the search index holds, and that it is lunr's own."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunr import lunr  # type: ignore[import-untyped]
from lunr.builder import Builder  # type: ignore[import-untyped]
from lunr.index import Index  # type: ignore[import-untyped]
from lunr.stemmer import stemmer  # type: ignore[import-untyped]
from lunr.stop_word_filter import stop_word_filter  # type: ignore[import-untyped]
from lunr.trimmer import trimmer  # type: ignore[import-untyped]

from directory import assets
from directory.export import search
from tests.builds import REPOSITORY, edition
from tests.export.example import DIRECTORY

FOLDING: list[tuple[str, list[str]]] = json.loads((REPOSITORY / "tests/fixtures/folding.json").read_text("utf-8"))


def entry(ref: str) -> search.Entry:
    return next(found for found in search.entries(DIRECTORY) if found.ref == ref)


def content() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(search.index(DIRECTORY))
    return found


def finds(text: str) -> list[str]:
    """The refs of what holds all of the words, as lunr.py finds them."""
    index = Index.load(search.inverted(search.entries(DIRECTORY)).serialize())
    return [found["ref"] for found in index.search(" ".join(f"+{word}" for word in search.words(text)))]


@pytest.mark.parametrize(("text", "words"), FOLDING)
def test_text_is_folded_to_plain_words(text: str, words: list[str]) -> None:
    assert search.words(text) == words


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = search.words(text)
    assert search.words(" ".join(once)) == once


def test_everything_has_a_group_and_an_address() -> None:
    found = {(entry.ref, entry.group, entry.address) for entry in search.entries(DIRECTORY)}
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
    weight = {entry.ref: entry.weight for entry in search.entries(later)}
    assert weight["services/lantern"] < 1
    assert weight["areas/eastshire"] == 1


def test_a_summary_ends_after_25_words() -> None:
    long = replace(DIRECTORY.services[1], summary=" ".join(f"word{i}" for i in range(40)))
    found = search.entries(replace(DIRECTORY, services=(long,)))[0]
    assert found.summary.split()[-1] == "word24…"
    assert len(found.summary.split()) == 25


def test_other_words_and_words_of_crisis_are_folded_like_what_people_type() -> None:
    assert content()["synonyms"]["iapt"] == ["nhs talking therapies"]
    assert content()["synonyms"]["ae"] == ["emergency"]
    assert "dont want to live" in content()["crisis"]
    assert content()["help"][1] == ["Call Lantern on 116 123", "tel:116123"]


def test_the_index_is_the_one_that_lunr_makes_of_the_same_words() -> None:
    def folded(*texts: str) -> str:
        return " ".join(search.words(" ".join(texts)))

    def stem(token: Any, *_: Any) -> Any:
        return token.update(lambda word, _: search.stem(word))

    stem.label = "stem"  # type: ignore[attr-defined]
    found = [entry for entry in search.entries(DIRECTORY) if not entry.by_name_only]
    plain = Builder()
    plain.pipeline.add(trimmer, stop_word_filter, stem)
    plain.search_pipeline.add(stemmer)
    documents = [
        (
            {
                "ref": entry.ref,
                "title": folded(entry.title),
                "names": folded(*entry.names),
                "tags": folded(*entry.tags),
                "summary": folded(entry.summary),
            },
            {"boost": entry.weight},
        )
        for entry in found
    ]
    fields = [{"field_name": name, "boost": boost} for name, boost in search.BOOSTS.items()]
    expected = lunr("ref", fields, documents, builder=plain).serialize()
    assert json.dumps(search.inverted(found).serialize()) == json.dumps(expected)


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
