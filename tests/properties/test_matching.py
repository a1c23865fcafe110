"""Whatever someone answers, and whatever is open: nobody is lost, nothing doubtful leads, and every reason is true."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from directory.matching import MOST_REASONS, evaluate, reasons
from directory.matching.facts import Key, of
from tests.matching import small

Answers = tuple[int, ...]

SPRING = date(2027, 3, 1)
"""A day by which most records should have been looked at again, and some not yet."""


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Possible answers to the real questions, in any order: of a question that takes one, at most one."""
    table = small.real_table()
    chosen: list[int] = []
    for i, question in enumerate(table.questions):
        options = st.sampled_from(table.of_question(i))
        most = None if question.several else 1
        chosen += draw(st.just([]) | st.lists(options, unique=True, max_size=most))
    return tuple(draw(st.permutations(chosen)))


@st.composite
def open_entries(draw: st.DrawFn) -> frozenset[int]:
    """Any of the entries that have hours."""
    with_hours = [i for i, entry in enumerate(small.real_table().entries) if entry.week]
    return draw(st.frozensets(st.sampled_from(with_hours)))


@cache
def facts_of_records() -> Mapping[int, frozenset[Key]]:
    """What is true of each entry's record, asked of the record itself."""
    return {i: frozenset(of(entry.record)) for i, entry in enumerate(small.real_table().entries)}


@given(answers(), open_entries())
def test_every_record_is_in_exactly_one_part_of_the_results(chosen: Answers, open_now: frozenset[int]) -> None:
    """Shown at first, among the others, or ruled out with a reason."""
    table = small.real_table()
    results = evaluate(table, chosen, open_now)
    out = [i for i, _ in results.out]
    assert sorted([*results.shown, *results.more, *out]) == list(range(len(table.entries)))
    assert sorted(results.order) == sorted([*results.shown, *results.more])
    assert all(table.facts[fact].words and i in table.facts[fact].records for i, fact in results.out)


@given(answers(), open_entries())
def test_nothing_that_sinks_or_is_held_back_is_shown_at_first(chosen: Answers, open_now: frozenset[int]) -> None:
    """Also once many records are overdue."""
    for table in (small.real_table(), small.real_table(SPRING)):
        results = evaluate(table, chosen, open_now)
        assert not any(table.entries[i].sinks or results.behind[i] for i in results.shown)
        most = table.most
        assert len(results.best) <= most.best
        assert len(results.everyone) <= most.everyone
        assert len(results.alone) <= most.alone


@given(answers(), open_entries())
def test_the_list_runs_from_what_may_lead_to_what_is_doubtful_and_by_points_within(
    chosen: Answers, open_now: frozenset[int]
) -> None:
    table = small.real_table()
    results = evaluate(table, chosen, open_now)

    def rank(i: int) -> tuple[bool, bool, int, bool, int]:
        return table.entries[i].sinks, results.behind[i] > 0, -results.points[i], i not in open_now, i

    assert all(rank(before) < rank(after) for before, after in pairwise(results.order))
    assert results.best == results.order[: len(results.best)]


@given(st.data(), answers(), open_entries())
def test_the_order_of_answers_does_not_matter(data: st.DataObject, chosen: Answers, open_now: frozenset[int]) -> None:
    table = small.real_table()
    other = data.draw(st.permutations(chosen))
    assert evaluate(table, other, open_now) == evaluate(table, chosen, open_now)
    for i in evaluate(table, chosen, open_now).best:
        assert reasons(table, other, i, open_now) == reasons(table, chosen, i, open_now)


@given(st.data(), answers(), open_entries())
def test_one_more_barrier_takes_no_record_away(data: st.DataObject, chosen: Answers, open_now: frozenset[int]) -> None:
    """Nor does it hold one back that could lead before."""
    table = small.real_table()
    barrier = data.draw(st.sampled_from([i for i, choice in enumerate(table.choices) if choice.barrier]))
    before, after = evaluate(table, chosen, open_now), evaluate(table, (*chosen, barrier), open_now)
    assert after.out == before.out
    assert all(now | was == was for now, was in zip(after.behind, before.behind, strict=True))
    assert all(now >= was for now, was in zip(after.points, before.points, strict=True))


@given(answers(), open_entries())
def test_every_reason_is_true_of_its_record_and_names_answers_that_were_given(
    chosen: Answers, open_now: frozenset[int]
) -> None:
    """At most three; of those that answers ask for, where there are any."""
    table = small.real_table()
    results = evaluate(table, chosen, open_now)
    for i in results.order:
        found = reasons(table, chosen, i, open_now)
        assert len(found) <= MOST_REASONS
        assert {table.facts[reason.fact].key for reason in found} <= facts_of_records()[i]
        assert all(set(reason.choices) <= set(chosen) for reason in found)
        assert len({bool(reason.choices) for reason in found}) <= 1
        assert all(table.facts[reason.fact].words for reason in found)
        if i not in open_now:
            assert table.open_now not in [reason.fact for reason in found]


@given(answers(), open_entries())
def test_what_is_shown_first_is_shown_with_a_reason(chosen: Answers, open_now: frozenset[int]) -> None:
    """So that nobody has to guess why."""
    table = small.real_table()
    results = evaluate(table, chosen, open_now)
    assert all(reasons(table, chosen, i, open_now) for i in results.best if results.points[i])
