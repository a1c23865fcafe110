"""The table as the browser gets it: nothing is lost on the way, and words stay words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pytest

from directory import matching, urls
from directory.matching import Effect, Table, plain
from tests import hostile
from tests.matching import small
from tests.pages import Site

CARRIED = re.compile(r'<script type="application/json" data-wizard-table>(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def table() -> Table:
    return small.real_table()


@pytest.fixture
def sent(table: Table) -> Any:
    """The table after its way through JSON."""
    return json.loads(json.dumps(plain(table)))


def summed(steps: Sequence[int]) -> tuple[int, ...]:
    """The numbers of which the steps between them were sent."""
    return tuple(accumulate(steps))


def by_fact(bits: dict[str, list[int]]) -> set[tuple[int, int]]:
    return {(fact, int(bit)) for bit, steps in bits.items() for fact in summed(steps)}


def test_every_effect_arrives_whole(table: Table, sent: Any) -> None:
    """What an option does not do is left out, and only that."""
    effects = [sent["start"], *(choice["effect"] for choice in sent["choices"])]
    for effect, arrived in zip([table.start, *(choice.effect for choice in table.choices)], effects, strict=True):
        assert summed(arrived.pop("out", ())) == tuple(sorted(effect.out))
        assert by_fact(arrived.pop("holds", {})) == set(effect.holds)
        assert by_fact(arrived.pop("serves", {})) == set(effect.serves)
        assert tuple(map(tuple, arrived.pop("lifts", ()))) == effect.lifts
        rest = Effect(brings=effect.brings, now=effect.now, everything=effect.everything)
        assert Effect(**arrived) == rest
        assert all(arrived.values())


def test_facts_and_entries_arrive_in_their_order(table: Table, sent: Any) -> None:
    assert [(words, summed(steps)) for words, steps in sent["facts"]] == [(f.words, f.records) for f in table.facts]
    assert sent["behind"] == [entry.behind for entry in table.entries]
    assert sent["sunk"] == [i for i, entry in enumerate(table.entries) if entry.sinks]
    assert sent["alone"] == sorted(table.alone)
    assert tuple(sent["everyone"]) == table.everyone
    assert {int(fact): set(others) for fact, others in sent["covers"].items()} == table.covers


def test_it_has_the_words_and_the_rules_of_the_page(table: Table, sent: Any) -> None:
    """Why something stands further down, how many are shown, and which questions take several answers."""
    assert tuple(sent["whys"]) == table.whys
    assert sent["most"] == {"best": table.most.best, "everyone": table.most.everyone, "alone": table.most.alone}
    assert sent["several"] == [question.several for question in table.questions]
    assert [choice["said"] for choice in sent["choices"]] == [choice.said for choice in table.choices]
    assert table.facts[sent["openNow"]].key == ("open_now", "")
    assert sent["version"] == table.version


def test_a_board_points_to_the_choice_of_its_region(table: Table, sent: Any) -> None:
    choices = sent["choices"]
    board = choices[table.position["area", "norfolk-and-suffolk"]]
    assert choices[board["within"]]["label"] == "East of England"
    assert "within" not in choices[table.position["area", "wales"]]


def test_a_table_of_nothing_arrives_too() -> None:
    """Of a directory without a record, in which nothing can be open."""
    sent = json.loads(json.dumps(plain(matching.compile_table(small.directory()))))
    assert (sent["facts"], sent["behind"], sent["openNow"]) == ([], [], None)


def test_no_text_can_end_the_element_that_carries_it(hostile_site: Site) -> None:
    """Whatever an option, a group, a barrier or a record is called, its words arrive as they were typed."""
    (carried,) = CARRIED.findall(hostile_site.html(urls.FIND_SUPPORT))
    assert not set("<>&") & set(carried)
    arrived = json.loads(carried)
    options = [choice for choice in arrived["choices"] if hostile.SIGNS in choice["label"]]
    assert {hostile.SIGNS in choice["said"] for choice in options} == {True, False}
    assert f"Someone to talk to {hostile.SIGNS}" in {choice["label"] for choice in options}
    assert all(why.endswith(hostile.SIGNS) for why in arrived["whys"])
    assert any(hostile.SIGNS in name for name in arrived["records"]["name"])
