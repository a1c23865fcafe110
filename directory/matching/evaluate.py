"""Answers × table: ranked results with reasons. theme/scripts/wizard/evaluate.js does the same in the browser."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from directory.matching.facts import Found
from directory.matching.table import Effect, Table
from directory.model import Id

MOST_REASONS = 3
_SPAN = 1 << 20
"""More than any record can have points."""

_NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Reason:
    """A fact of a record, and the answers that made it count, as indices. No answers: it counts for everyone."""

    fact: int
    choices: tuple[int, ...]


@dataclass(frozen=True)
class Results:
    """All that the page of results shows. Numbers are indices of the table's entries, in order.

    `order` is everything that is not ruled out. `best`, `everyone` and `alone` are shown at first, `more` are all the
    others in it. `out` are (entry, fact that rules it out). `gaps` are answers that nothing confirmed is made for.
    `everything`: `more` stands open from the start.
    `points` and `behind` (the bits of the groups that still hold it back) are those of every entry.
    """

    order: tuple[int, ...]
    best: tuple[int, ...]
    everyone: tuple[int, ...]
    alone: tuple[int, ...]
    more: tuple[int, ...]
    out: tuple[tuple[int, int], ...]
    gaps: tuple[int, ...]
    everything: bool
    points: tuple[int, ...]
    behind: tuple[int, ...]

    @property
    def shown(self) -> tuple[int, ...]:
        """What someone sees without pressing anything, in order."""
        return (*self.best, *self.everyone, *self.alone)


def evaluate(table: Table, answers: Iterable[int], open_now: Collection[int] = _NOBODY) -> Results:
    """The results for the choices `answers`, in whatever order, while the entries `open_now` are open."""
    facts, sunk = table.facts, table.sunk
    chosen = sorted(set(answers))
    effects = [table.start, *(table.choices[i].effect for i in chosen)]
    out: dict[int, int] = {}
    behind = list(table.behind)
    points = [0] * len(behind)
    brought = 0
    for effect in effects:
        brought |= effect.brings
        for fact in effect.out:
            for i in facts[fact].records:
                out.setdefault(i, fact)
        for fact, bit in effect.holds:
            for i in facts[fact].records:
                behind[i] |= bit
        for fact, worth in effect.lifts:
            for i in facts[fact].records:
                points[i] += worth
        if effect.now:
            for i in open_now:
                points[i] += effect.now
    for effect in effects:
        for fact, bit in effect.serves:
            for i in facts[fact].records:
                behind[i] &= ~bit
    behind = [bits & ~brought for bits in behind]
    # Tier, points, open now, index: as one whole number each, because the proofs sort half a million times.
    size = len(behind)
    keys = [
        (((2 * sunk[i] + (behind[i] > 0)) * _SPAN - points[i]) * 2 + (i not in open_now)) * size + i
        for i in range(size)
        if i not in out
    ]
    order = [key % size for key in sorted(keys)]
    leading = [i for i in order if not sunk[i] and not behind[i]]
    best = leading[: table.most.best]
    may_lead = frozenset(leading)
    everyone = [i for i in table.everyone if i in may_lead and i not in best][: table.most.everyone]
    alone = [i for i in leading if i in table.alone and i not in best and i not in everyone][: table.most.alone]
    shown = {*best, *everyone, *alone}
    return Results(
        order=tuple(order),
        best=tuple(best),
        everyone=tuple(everyone),
        alone=tuple(alone),
        more=tuple(i for i in order if i not in shown),
        out=tuple(sorted(out.items())),
        gaps=tuple(i for i in chosen if _is_gap(table, table.choices[i].effect, may_lead, open_now)),
        everything=any(effect.everything for effect in effects),
        points=tuple(points),
        behind=tuple(behind),
    )


def _is_gap(table: Table, effect: Effect, leading: frozenset[int], open_now: Collection[int]) -> bool:
    """Whether an answer asked for something that nothing has which could lead."""
    asks = effect.lifts or effect.now or effect.out or effect.serves
    return bool(asks) and not (
        any(not leading.isdisjoint(table.facts[fact].records) for fact, _ in effect.lifts)
        or (effect.now and not leading.isdisjoint(open_now))
    )


def reasons(
    table: Table, answers: Iterable[int], entry: int, open_now: Collection[int] = _NOBODY
) -> tuple[Reason, ...]:
    """Why a record stands where it does: at most MOST_REASONS, the weightiest first.

    What counts for everyone is a reason only where no answer is.
    """
    worth: dict[int, int] = {}
    asked: dict[int, list[int]] = {}
    chosen = sorted(set(answers))
    for choice, effect in [(None, table.start), *((i, table.choices[i].effect) for i in chosen)]:
        lifts = effect.lifts
        if effect.now and entry in open_now and table.open_now is not None:
            lifts = (*lifts, (table.open_now, effect.now))
        for fact, points in lifts:
            if entry in table.facts[fact].holds_for:
                worth[fact] = worth.get(fact, 0) + points
                asked.setdefault(fact, []).extend([] if choice is None else [choice])
    said = {fact for fact in worth if asked[fact]} or set(worth)
    covered = {other for fact in said for other in table.covers.get(fact, ())}
    found = sorted(said - covered, key=lambda fact: (-worth[fact], fact))
    return tuple(Reason(fact, tuple(asked[fact])) for fact in found[:MOST_REASONS])


@dataclass(frozen=True)
class Match:
    """A record, and why it answers something."""

    record: Found
    reasons: tuple[Reason, ...]


def answering(table: Table, barrier: Id) -> tuple[Match, ...]:
    """The records that answer a barrier, in the order that the wizard gives for that barrier alone."""
    choice = next((i for i, choice in enumerate(table.choices) if choice.barrier == barrier), None)
    if choice is None:
        return ()
    lifted = {i for fact, _ in table.choices[choice].effect.lifts for i in table.facts[fact].records}
    order = evaluate(table, [choice]).order
    return tuple(Match(table.entries[i].record, reasons(table, [choice], i)) for i in order if i in lifted)
