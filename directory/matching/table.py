"""The table that answers are looked up in: for each answer the records it rules out, holds back and lifts.

Python and the browser evaluate the same table in a few lines, so they can't drift apart, and the proofs run over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from directory.matching.facts import Found, Key
from directory.model import Id, Most, Question, Week


@dataclass(frozen=True)
class Fact:
    """Something that is true of some records: `words` say it of each of them. `records` are indices of entries."""

    key: Key
    words: str
    records: tuple[int, ...]

    @cached_property
    def holds_for(self) -> frozenset[int]:
        return frozenset(self.records)


@dataclass(frozen=True)
class Effect:
    """What an answer does. All but `brings`, `now` and `everything` go by facts: (index of a fact, …).

    `out` rules out. `holds` and `serves` set and clear bits of `Entry.behind`. `brings` are bits it clears for all.
    `lifts` add points. `now` are points for what is open at the moment.
    """

    out: tuple[int, ...] = ()
    holds: tuple[tuple[int, int], ...] = ()
    serves: tuple[tuple[int, int], ...] = ()
    brings: int = 0
    lifts: tuple[tuple[int, int], ...] = ()
    now: int = 0
    everything: bool = False


@dataclass(frozen=True)
class Choice:
    """An option as the table knows it. `within` is the region of a board, `barrier` the barrier it names."""

    question: int
    id: Id
    label: str
    help: str
    said: str
    effect: Effect
    within: Id | None = None
    barrier: Id | None = None


@dataclass(frozen=True)
class Entry:
    """A record. `sinks`: unconfirmed, paused or overdue, so that it never leads. `behind`: bits of its groups.

    `week` and `calendar` say when it is open, and whose bank holidays count; None where that is not known.
    """

    record: Found
    sinks: bool
    behind: int
    week: Week | None
    calendar: Id


@dataclass(frozen=True)
class Table:
    """Entries stand in the order that breaks ties: last confirmed first, then by name.

    `whys` say for each bit of `behind` why a record stands further down. `everyone` and `alone` are indices of entries:
    those also open to everyone, in order, and those that one can use on one's own. `open_now` is a fact. In
    `covers` a fact says all that others say too.
    """

    questions: tuple[Question, ...]
    entries: tuple[Entry, ...]
    facts: tuple[Fact, ...]
    choices: tuple[Choice, ...]
    start: Effect
    whys: tuple[str, ...]
    open_now: int | None
    everyone: tuple[int, ...]
    alone: frozenset[int]
    most: Most
    covers: Mapping[int, frozenset[int]]

    @cached_property
    def sunk(self) -> tuple[bool, ...]:
        return tuple(entry.sinks for entry in self.entries)

    @cached_property
    def behind(self) -> tuple[int, ...]:
        return tuple(entry.behind for entry in self.entries)

    @cached_property
    def version(self) -> str:
        """Changes when the questions or options do: a link made for others is not read as if it were for these."""
        names = "\n".join(f"{self.questions[choice.question].id} {choice.id}" for choice in self.choices)
        return sha256(names.encode()).hexdigest()[:8]

    @cached_property
    def position(self) -> Mapping[tuple[Id, Id], int]:
        """The index of a choice by the ids of its question and itself."""
        return {(self.questions[c.question].id, c.id): i for i, c in enumerate(self.choices)}

    def of_question(self, question: int) -> tuple[int, ...]:
        return tuple(i for i, choice in enumerate(self.choices) if choice.question == question)
