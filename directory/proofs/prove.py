"""The promises, each a sentence and a function that finds what breaks it; and the run over all combinations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from directory import matching, opening
from directory.matching import Results, Table
from directory.model import Directory, Service
from directory.parallel import spread
from directory.proofs.combinations import Answers, Combinations
from directory.proofs.known import EVERY_HOUR, Known, hour_of, known
from directory.proofs.truth import is_true

LEAST_RESULTS = 3

PROMISES = {
    "P1": "At least three services that can be reached are shown at once.",
    "P2": "At every hour of the week, bank holidays too, one of those shown is open.",
    "P3": "One of those shown is run by another organisation than the person's employer.",
    "P4": "One of those shown can be used on one's own.",
    "P5": "One more barrier never takes a result away.",
    "P6": "Skipping everything is an answer like any other.",
    "P7": "The order of answers does not matter.",
    "P8": "The crisis lines are the same for all: no answer lifts or rules out one of them.",
    "P9": "Every open service, and all that can be used alone, is shown at once for some answers.",
    "P10": "Every reason is true of its record.",
    "P12": "Every option changes the results.",
}
"""P11, that the browser gives the same, needs a browser: tests/browser/test_wizard_table.py."""


@dataclass(frozen=True, order=True)
class Broken:
    """A counter-example: the smaller, the fewer answers. `why` says what is wrong with what is shown for them."""

    size: int
    answers: Answers
    why: str


@dataclass(frozen=True)
class Verdict:
    """A promise, and the smallest counter-example; None: it holds."""

    id: str
    sentence: str
    broken: Broken | None


@dataclass(frozen=True)
class Proof:
    """The verdicts, and how many combinations were tried; `distinct` of them differ, `larger` came on top."""

    verdicts: tuple[Verdict, ...]
    count: int
    distinct: int
    hard: int
    soft: int
    larger: int

    @property
    def holds(self) -> bool:
        return all(verdict.broken is None for verdict in self.verdicts)


Check = Callable[[Table, Known, Results], str | None]
"""What is wrong with the results of one set of answers, or None."""


def _three_results(_: Table, facts: Known, results: Results) -> str | None:
    reached = sum(i in facts.reachable for i in results.shown)
    return None if reached >= LEAST_RESULTS else f"Of the services that are shown, only {reached} can be reached."


def _someone_at_every_hour(_: Table, facts: Known, results: Results) -> str | None:
    bits = 0
    for i in results.shown:
        bits |= facts.hours[i]
    return None if bits == EVERY_HOUR else f"Nothing that is shown is open on {hour_of(bits)}."


def _someone_from_outside(_: Table, facts: Known, results: Results) -> str | None:
    return None if not facts.outside.isdisjoint(results.shown) else "Nothing shown is run by another organisation."


def _something_alone(table: Table, _: Known, results: Results) -> str | None:
    return None if not table.alone.isdisjoint(results.shown) else "Nothing shown can be used on one's own."


CHECKS: dict[str, Check] = {
    "P1": _three_results,
    "P2": _someone_at_every_hour,
    "P3": _someone_from_outside,
    "P4": _something_alone,
}
"""The promises that every single set of answers has to keep."""


def prove(directory: Directory, table: Table, jobs: int = 1) -> Proof:
    """Every promise over every combination, in at most `jobs` processes."""
    tried = Combinations(table)
    # Three at night on a Sunday, when the least is open.
    sunday = directory.today + timedelta(days=6 - directory.today.weekday())
    open_now = matching.open_at(
        table, opening.calendars(sunday.year, sunday.year), datetime.combine(sunday, time(3, 0))
    )
    work = partial(_try, table, tried.soft_answers, open_now)
    parts = spread(work, tried.distinct_hard_answers, jobs)
    larger = list(tried.larger())
    of_larger = _try(table, ((),), open_now, larger)
    found = [found for part in (*parts, of_larger) for found in part.broken]
    shown = frozenset[int]().union(*(part.shown for part in (*parts, of_larger)))
    found += [("P6", broken) for id, broken in found if id in CHECKS and not broken.answers]
    found += [("P7", broken) for broken in _order(table, tried, open_now)]
    found += [("P8", broken) for broken in _crisis(directory, table)]
    found += [("P9", broken) for broken in _never_shown(table, shown)]
    found += [("P10", broken) for broken in _untrue(table)]
    found += [("P12", broken) for broken in _idle(table, open_now)]
    verdicts = tuple(
        Verdict(id, sentence, min((broken for of, broken in found if of == id), default=None))
        for id, sentence in PROMISES.items()
    )
    return Proof(verdicts, tried.count, tried.distinct, len(tried.hard_answers), len(tried.soft_answers), len(larger))


@dataclass(frozen=True)
class _Tried:
    """What some combinations came to: for each promise the smallest counter-example, and all that was ever shown."""

    broken: tuple[tuple[str, Broken], ...]
    shown: frozenset[int]


def _try(
    table: Table, soft_answers: Sequence[Answers], open_now: frozenset[int], hard_answers: Sequence[Answers]
) -> _Tried:
    facts = known(table)
    barriers = {i for i, choice in enumerate(table.choices) if choice.barrier}
    broken: dict[str, Broken] = {}
    shown: set[int] = set()

    def note(id: str, answers: Answers, why: str) -> None:
        found = Broken(len(answers), answers, why)
        broken[id] = min(broken.get(id, found), found)

    for hard in hard_answers:
        left_out: dict[Answers, frozenset[int]] = {}
        for soft in soft_answers:
            answers = tuple(sorted((*hard, *soft)))
            results = matching.evaluate(table, answers, open_now)
            shown.update(results.shown)
            for id, check in CHECKS.items():
                if why := check(table, facts, results):
                    note(id, answers, why)
            gone = left_out[soft] = frozenset(i for i, _ in results.out)
            for barrier in barriers.intersection(soft):
                before = left_out[tuple(i for i in soft if i != barrier)]
                if not gone <= before:
                    name = table.entries[min(gone - before)].record.name
                    note("P5", answers, f"{name} is gone once “{table.choices[barrier].label}” is chosen too.")
    return _Tried(tuple(broken.items()), frozenset(shown))


def _order(table: Table, tried: Combinations, open_now: frozenset[int]) -> Iterator[Broken]:
    for answers in (*tried.soft_answers, *tried.hard_answers, *tried.larger()):
        if matching.evaluate(table, answers, open_now) != matching.evaluate(table, answers[::-1], open_now):
            yield Broken(len(answers), answers, "The other way round, these answers give other results.")


def _crisis(directory: Directory, table: Table) -> Iterator[Broken]:
    lines = {line.record for line in directory.crisis.lines}
    for entry in table.entries:
        if entry.record.id in lines:
            yield Broken(0, (), f"{entry.record.name} is a crisis line, and answers can move it.")


def _never_shown(table: Table, shown: frozenset[int]) -> Iterator[Broken]:
    for i, entry in enumerate(table.entries):
        record = entry.record
        counts = record.live if isinstance(record, Service) else i in table.alone
        if counts and not entry.sinks and i not in shown:
            yield Broken(0, (), f"{record.name} ({record.id}) is never shown at once, whatever someone answers.")


def _untrue(table: Table) -> Iterator[Broken]:
    """Only facts of the table become reasons, each of the records it names: so all of these are looked at."""
    for fact in table.facts:
        for i in fact.records:
            if not is_true(fact, table.entries[i].record):
                yield Broken(0, (), f"Of {table.entries[i].record.name} it is not true that: {fact.words}")


def _idle(table: Table, open_now: Iterable[int]) -> Iterator[Broken]:
    open_entries = frozenset(open_now)
    before = matching.evaluate(table, (), open_entries)
    for i, choice in enumerate(table.choices):
        after = matching.evaluate(table, (i,), open_entries)
        if (after.order, after.everything) == (before.order, before.everything):
            yield Broken(1, (i,), f"“{choice.label}” changes nothing.")
