"""The questions of “Find support”, their options, and what each option does to records: data/wizard.yml as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from directory.model.records import Id

LiftKind = Literal[
    "features",
    "offers",
    "topics",
    "kinds",
    "phases",
    "audience",
    "reachable",
    "open_now",
]


@dataclass(frozen=True)
class Lift:
    """Points for every record for each of `ids` among its `kind`. For `reachable` and `open_now` the one id is ""."""

    kind: LiftKind
    ids: tuple[Id, ...]
    points: int


@dataclass(frozen=True)
class Option:
    """An answer. `said` is what it tells us, as a sentence to the person. A `barrier` brings its own label and help."""

    id: Id
    said: str
    label: str = ""
    help: str = ""
    lifts: tuple[Lift, ...] = ()
    brings: tuple[Id, ...] = ()
    barrier: Id | None = None
    roles: tuple[Id, ...] = ()
    settings: tuple[Id, ...] = ()
    everything: bool = False


@dataclass(frozen=True)
class PlaceOptions:
    """The options of the question where someone works: regions and nations, and under a region its boards."""

    places: tuple[Id, ...]
    said: str
    label: str
    help: str


@dataclass(frozen=True)
class Question:
    """One page of the wizard. Its options are `options`, or made from `where`."""

    id: Id
    label: str
    help: str
    skip: str
    several: bool
    options: tuple[Option, ...] = ()
    where: PlaceOptions | None = None
    fold_after: int | None = None


@dataclass(frozen=True)
class Behind:
    """Records that stand further down until an option brings them forward, and why. Any of its lines may name them.

    The lines that end in “only” name records that have nothing else of that kind, but for
    offers that may stand `beside`.
    """

    id: Id
    why: str
    offers_only: tuple[Id, ...] = ()
    beside: tuple[Id, ...] = ()
    topics_only: tuple[Id, ...] = ()
    roles_only: tuple[Id, ...] = ()
    settings_only: tuple[Id, ...] = ()
    kinds: tuple[Id, ...] = ()
    features: tuple[Id, ...] = ()
    records: tuple[Id, ...] = ()
    unless: tuple[Id, ...] = ()
    nationwide: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Points:
    """What an answered barrier is worth (the record's own words, strong and likely features), and a job and a place."""

    own: int
    strong: int
    likely: int
    work: int
    place: int


@dataclass(frozen=True)
class Most:
    """How many records each part of the results shows at first."""

    best: int
    everyone: int
    alone: int


@dataclass(frozen=True)
class Wizard:
    """All of data/wizard.yml, in the order of the file."""

    questions: tuple[Question, ...]
    start: tuple[Lift, ...]
    behind: tuple[Behind, ...]
    points: Points
    everyone: tuple[Id, ...]
    most: Most
    reasons: Mapping[str, str]
    covers: Mapping[Id, tuple[Id, ...]]
