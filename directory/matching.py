"""Which records answer a barrier, in which order, and why.

A record is ruled out only on a known fact: it has closed, or it is not for staff. Everything else adds points with a
reason that is a fact of that record. Unconfirmed and overdue records never lead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from directory.model import Barrier, Directory, Id, Resource, Service

OWN_WORDS, STRONG, LIKELY = 4, 3, 1
"""Points: the record speaks to the barrier itself; a feature that evidence says helps; one that follows from it."""

Found = Service | Resource


@dataclass(frozen=True)
class Match:
    """A record with the features that made it match, strongest first. `own`: it speaks to the barrier itself."""

    record: Found
    points: int
    features: tuple[Id, ...]
    own: bool


def answers(directory: Directory) -> Mapping[Id, tuple[Match, ...]]:
    """For each barrier the records that answer it, best first. Ties break by last confirmed, then name."""
    points = {barrier.id: _points(barrier) for barrier in directory.vocabulary.barriers.values()}
    of_feature: dict[Id, list[tuple[Id, int]]] = {}
    for barrier, features in points.items():
        for feature, worth in features.items():
            of_feature.setdefault(feature, []).append((barrier, worth))
    found: dict[Id, list[tuple[_Rank, Match]]] = {barrier: [] for barrier in points}
    for record in directory.records:
        if record.gone or not record.for_staff:
            continue
        reasons: dict[Id, list[tuple[int, Id]]] = {barrier: [] for barrier in record.barriers}
        for feature, answer in record.features.items():
            if answer.value == "yes":
                for barrier, worth in of_feature.get(feature, ()):
                    reasons.setdefault(barrier, []).append((-worth, feature))
        if not reasons:
            continue
        sinks = record.status == "unconfirmed" or directory.overdue(record)
        page = record.checked.page_date
        seen = (page.earliest if page else record.checked.on).toordinal()
        name = record.name.casefold()
        for barrier, why in reasons.items():
            own = barrier in record.barriers
            total = (OWN_WORDS if own else 0) - sum(worth for worth, _ in why)
            match = Match(record, total, tuple(feature for _, feature in sorted(why)), own)
            found[barrier].append(((sinks, -total, -seen, name, record.id), match))
    return {
        barrier: tuple(match for _, match in sorted(ranked, key=lambda pair: pair[0]))
        for barrier, ranked in found.items()
    }


def _points(barrier: Barrier) -> Mapping[Id, int]:
    return dict.fromkeys(barrier.likely, LIKELY) | dict.fromkeys(barrier.strong, STRONG)


_Rank = tuple[bool, int, int, str, Id]
"""Whether it sinks, its points and the day it was last confirmed (both so that more comes first), name, id."""
