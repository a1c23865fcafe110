"""The words that records share: areas, barriers, features, simple terms; crisis lines and the hubs' story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from directory.model.records import Checked, Id, PartialDate


@dataclass(frozen=True)
class Term:
    """An entry of a simple vocabulary."""

    id: Id
    label: str
    plural: str = ""
    description: str | None = None
    group: str | None = None
    when: str | None = None
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    first_need: str | None = None


@dataclass(frozen=True)
class FeatureTerm:
    id: Id
    label: str
    short: str
    description: str
    reason: str
    of: Literal["service", "resource"]


@dataclass(frozen=True)
class SuccessorArea:
    id: Id
    part: str | None = None


@dataclass(frozen=True)
class Area:
    """A nation, region or board. A board of 2022 to 2026 that ended has `until` and `successors`."""

    id: Id
    label: str
    kind: Literal["kingdom", "nation", "region", "board"]
    within: Id | None = None
    also: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successors: tuple[SuccessorArea, ...] = ()
    made_of: tuple[str, ...] = ()
    councils: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True)
class Evidence:
    citation: str
    finding: str
    url: str | None = None


@dataclass(frozen=True)
class Seed:
    """The row of the table that the project was born from."""

    barrier: str
    solution: str | None = None


@dataclass(frozen=True)
class Barrier:
    """What puts people off asking for help, in their own words, and the features that answer it."""

    id: Id
    label: str
    description: str
    what_helps: str
    origin: str
    strong: tuple[Id, ...]
    likely: tuple[Id, ...]
    evidence: tuple[Evidence, ...]
    seed: Seed | None = None
    evidence_note: str | None = None


@dataclass(frozen=True)
class PickedList:
    """A hand-picked list of records, in the order shown."""

    id: Id
    label: str
    entries: tuple[Id, ...]
    description: str | None = None


@dataclass(frozen=True)
class CrisisLine:
    id: Id
    name: str
    when: str
    number: str
    uri: str
    action: Literal["call", "text"]
    label: str
    kind: Literal["emergency", "urgent", "listening"]
    record: Id
    send: str | None = None
    note: str | None = None
    relay: str | None = None


@dataclass(frozen=True)
class Crisis:
    """The few lines shown on every page, and the words that put them first in search."""

    checked: Checked
    lines: tuple[CrisisLine, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Event:
    """One dated line of the story of the hubs."""

    date: PartialDate
    text: str
    url: str | None = None
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class HubsNotFound:
    what: str
    source: str
    areas: tuple[Id, ...]


@dataclass(frozen=True)
class Freshness:
    """After how many days someone should look again, by what the record is; and what follows when nobody does."""

    review_after: Mapping[str, timedelta]
    sinks_after: timedelta
    unconfirmed_after: timedelta


Terms = Mapping[Id, Term]


@dataclass(frozen=True)
class Vocabulary:
    """Every id that a record may use, in the order of its file."""

    terms: Mapping[str, Terms]
    areas: Mapping[Id, Area]
    barriers: Mapping[Id, Barrier]
    features: Mapping[Id, FeatureTerm]
    lists: Mapping[Id, PickedList]
    synonyms: Mapping[str, tuple[str, ...]]

    def label(self, vocabulary: str, id: Id) -> str:
        return self.terms[vocabulary][id].label
