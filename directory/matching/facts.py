"""What a record can be lifted for, held back for or ruled out by: its facts, each a kind and an id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from directory import opening
from directory.model import Behind, Id, Resource, Service

Found = Service | Resource

Key = tuple[str, Id]
"""A kind of fact and an id: ("features", "phone"), ("place", "work england"), ("gone", "closed")."""

GONE, OPEN_NOW, OWN, PLACE, REACHABLE, ROLES, SETTINGS = (
    *("gone", "open_now", "barrier", "place", "reachable", "for_roles", "settings"),
)


def of(record: Found) -> Iterator[Key]:
    """Every fact of a record that an answer may turn on. Only what is known is a fact: “unknown” is none."""
    if record.gone:
        yield GONE, "archived" if isinstance(record, Resource) else "closed"
        return
    yield from (("features", id) for id, feature in record.features.items() if feature.value == "yes")
    yield from ((OWN, id) for id in record.barriers)
    yield "kinds", record.kind
    yield "audience", record.who_for.audience
    if record.who_for.roles:
        yield ROLES, " ".join(record.who_for.roles)
    if record.who_for.settings:
        yield SETTINGS, " ".join(record.who_for.settings)
    if isinstance(record, Service):
        yield from (("offers", id) for id in record.offers)
        yield PLACE, " ".join((record.area.rule, *record.area.places))
        if record.live and record.contact:
            yield REACHABLE, ""
            if opening.main_week(record):
                yield OPEN_NOW, ""
    else:
        yield from (("topics", id) for id in record.topics)
        yield from (("phases", id) for id in (record.eprr.phases if record.eprr else ()))


def is_in(group: Behind, record: Found) -> bool:
    """Whether a record belongs to a group that stands further down. `place` and `work` follow from other facts."""
    if any(record.answer(feature) == "yes" for feature in group.unless):
        return False
    topics = record.topics if isinstance(record, Resource) else ()
    offers = [id for id in record.offers if id not in group.beside] if isinstance(record, Service) else ()
    return (
        record.kind in group.kinds
        or record.id in group.records
        or any(record.answer(feature) == "yes" for feature in group.features)
        or _nothing_but(offers, group.offers_only)
        or _nothing_but(topics, group.topics_only)
        or _nothing_but(record.who_for.roles, group.roles_only)
        or _nothing_but(record.who_for.settings, group.settings_only)
    )


def _nothing_but(ids: Sequence[Id], these: tuple[Id, ...]) -> bool:
    return bool(ids) and set(ids) <= set(these)
