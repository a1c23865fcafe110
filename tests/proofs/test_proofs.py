"""What is promised of every set of answers holds on the real data, and each promise can be broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from directory import matching, parallel, proofs
from directory.matching import Effect, Table
from directory.model import Directory, Most, Service
from directory.proofs.combinations import Combinations
from directory.proofs.prove import PROMISES


@pytest.fixture(scope="module")
def table(directory: Directory) -> Table:
    return matching.compile_table(directory)


def test_every_promise_holds_for_every_combination_of_answers(
    directory: Directory, table: Table, tell: Callable[[str], None]
) -> None:
    proof = proofs.prove(directory, table, parallel.cores())
    tell(proofs.FORMATS["text"](proof, table))
    assert proof.holds, proofs.FORMATS["text"](proof, table)
    assert [verdict.id for verdict in proof.verdicts] == list(PROMISES)
    places = 1 + sum(choice.question == 3 for choice in table.choices)
    jobs = 1 + sum(choice.question == 4 for choice in table.choices)
    assert proof.hard == places * jobs


def test_the_combinations_are_all_there_are(table: Table) -> None:
    """Every place with every job, every single other answer and every two of them."""
    tried = Combinations(table)
    assert set(tried.hard) == {3, 4}
    rest = [i for i, choice in enumerate(table.choices) if choice.question not in (3, 4)]
    assert set(tried.soft_answers) == {(), *((i,) for i in rest), *((i, j) for i in rest for j in rest if i < j)}
    assert len(set(tried.hard_answers)) == len(tried.hard_answers)


def test_options_that_are_tried_as_one_have_the_very_same_results(table: Table) -> None:
    tried = Combinations(table)
    for question in tried.hard:
        for i in table.of_question(question):
            twin = next(j for j in table.of_question(question) if table.choices[j].effect == table.choices[i].effect)
            one, other = matching.evaluate(table, [i]), matching.evaluate(table, [twin])
            assert replace(one, gaps=()) == replace(other, gaps=())


def few(table: Table) -> Table:
    """A table of few answers, so that a broken one is tried in a moment."""
    kept = [
        *(table.position["want", id] for id in ("talk", "alone")),
        *(table.position["barriers", id] for id in ("confidentiality", "shifts")),
        *(table.position["area", id] for id in ("wales", "scotland")),
        table.position["work", "nurse"],
    ]
    return replace(table, choices=tuple(table.choices[i] for i in kept))


def _one_result(table: Table) -> Table:
    return replace(table, everyone=(), most=Most(best=1, everyone=1, alone=1))


def _closed_at_night(table: Table) -> Table:
    entries = [replace(entry, week=None) if entry.record.id == "shout-frontline" else entry for entry in table.entries]
    return replace(table, entries=tuple(entries))


def _only_the_employer(table: Table) -> Table:
    own = [
        replace(entry, record=replace(entry.record, features={})) if isinstance(entry.record, Service) else entry
        for entry in table.entries
    ]
    return replace(table, entries=tuple(own))


def _nothing_alone(table: Table) -> Table:
    return replace(table, alone=frozenset())


def _a_barrier_that_rules_out(table: Table) -> Table:
    last = next(i for i, choice in enumerate(table.choices) if choice.barrier == "shifts")
    phone = next(i for i, fact in enumerate(table.facts) if fact.key == ("features", "phone"))
    effect = replace(table.choices[last].effect, lifts=(), serves=(), out=(phone,))
    choices = [replace(c, effect=effect) if i == last else c for i, c in enumerate(table.choices)]
    return replace(table, choices=tuple(choices))


def _a_crisis_line_among_them(table: Table) -> Table:
    first = table.entries[0]
    samaritans = replace(first, record=replace(first.record, id="samaritans"))
    return replace(table, entries=(samaritans, *table.entries[1:]))


def _a_false_reason(table: Table) -> Table:
    video = next(i for i, fact in enumerate(table.facts) if fact.key == ("features", "video"))
    strange = next(i for i, entry in enumerate(table.entries) if entry.record.answer("video") != "yes")
    facts = [
        replace(fact, records=tuple(sorted((*fact.records, strange)))) if i == video else fact
        for i, fact in enumerate(table.facts)
    ]
    return replace(table, facts=tuple(facts))


def _an_idle_option(table: Table) -> Table:
    return replace(table, choices=(replace(table.choices[0], effect=Effect()), *table.choices[1:]))


@pytest.mark.parametrize(
    ("id", "break_it"),
    [
        ("P1", _one_result),
        ("P2", _closed_at_night),
        ("P3", _only_the_employer),
        ("P4", _nothing_alone),
        ("P6", _one_result),
        ("P8", _a_crisis_line_among_them),
        ("P9", few),
        ("P10", _a_false_reason),
        ("P12", _an_idle_option),
    ],
)
def test_a_broken_promise_is_told_with_its_smallest_counter_example(
    directory: Directory, table: Table, id: str, break_it: Callable[[Table], Table]
) -> None:
    broken = break_it(few(table))
    proof = proofs.prove(directory, broken)
    verdict = next(verdict for verdict in proof.verdicts if verdict.id == id)
    assert verdict.broken and not proof.holds
    assert verdict.broken.size == (1 if id == "P12" else 0)
    text = proofs.FORMATS["text"](proof, broken)
    assert f"{id:<4} FAILS" in text and verdict.broken.why in text
    assert "best matches: " in text


def test_a_barrier_that_takes_a_result_away_is_found(directory: Directory, table: Table) -> None:
    proof = proofs.prove(directory, _a_barrier_that_rules_out(few(table)))
    broken = next(verdict.broken for verdict in proof.verdicts if verdict.id == "P5")
    assert broken and broken.size == 1
    assert "is gone once “I work shifts or nights” is chosen too" in broken.why


def test_editors_and_reviews_are_told_the_same(directory: Directory, table: Table) -> None:
    broken = _one_result(few(table))
    proof = proofs.prove(directory, broken)
    said = json.loads(proofs.FORMATS["json"](proof, broken))
    first = said["promises"][0]
    assert (first["id"], first["holds"], first["answers"]) == ("P1", False, "")
    assert first["why"] == "Of the services that are shown, only 1 can be reached."
    assert said["combinations"] == proof.count
    github = proofs.FORMATS["github"](proof, broken)
    assert "::error file=data/wizard.yml,title=P1::" in github and "Answers: none." in github
