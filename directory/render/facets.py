"""The facets that lists filter by, and how near a record is to what was asked.

Every record in a list carries tokens ("status-open", "area-london"). Each value of a facet names the tokens that answer
it, nearest first: London is answered by what is in London, then by what is for all of England, then for the whole
United Kingdom. theme/components/filters/behaviour.js judges by the same tokens where it combines facets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from directory import labels
from directory.i18n import ENGLISH, Locale
from directory.model import Id, Record, Resource, Service, Term
from directory.render.context import Context

EVERY = "every"
"""The value of the role facet for what is open to every job."""


@dataclass(frozen=True)
class Value:
    """One value of a facet: its words, and the tokens that answer it, nearest first, with words for each."""

    words: str
    tokens: tuple[str, ...]
    nearness: tuple[str, ...] = ()
    """Headings for the tokens where there are several: ("In London", "For all of England")."""


@dataclass(frozen=True)
class Facet:
    """One way to filter: its id in addresses, its title, and its values by their id in addresses."""

    id: str
    title: str
    values: Mapping[str, Value]


def of_services(context: Context) -> tuple[Facet, ...]:
    return (
        _status(context.locale, context.services),
        _plain("kind", "Kind", {id: term.plural for id, term in _terms(context, "service-kinds").items()}),
        Facet("area", "Where you work", dict(_areas(context))),
        _roles(context),
    )


def of_resources(context: Context) -> tuple[Facet, ...]:
    return (
        _status(context.locale, context.resources),
        _plain("kind", "Kind", {id: term.plural for id, term in _terms(context, "resource-kinds").items()}),
        _plain("topic", "Topic", {id: term.label for id, term in _terms(context, "topics").items()}),
        _roles(context),
    )


def tokens(context: Context, record: Record) -> tuple[str, ...]:
    """What a record is, in one token for each value of a facet that it answers most nearly."""
    found = [f"status-{_status_id(record)}", f"kind-{record.kind}"]
    if isinstance(record, Service):
        found += [f"area-{place}" for place in sorted(context.places.covers(record.area.places))]
        found += [f"at-{place}" for place in record.area.places]
    if isinstance(record, Resource):
        found += [f"topic-{topic}" for topic in record.topics]
    return (*found, *(f"role-{role}" for role in record.who_for.roles or (EVERY,)))


def _areas(context: Context) -> Iterator[tuple[Id, Value]]:
    """Nations and regions. What is for a board stands under its region."""
    names = context.directory.vocabulary.areas
    for area in names.values():
        if area.kind in ("kingdom", "nation", "region"):
            wider = context.places.around(area.id)[1:]
            yield (
                area.id,
                Value(
                    area.label,
                    (f"area-{area.id}", *(f"at-{id}" for id in wider)),
                    (f"In {_the(area.label)}", *(f"For all of {_the(names[id].label)}" for id in wider)),
                ),
            )


def _the(place: str) -> str:
    return f"the {place}" if place.startswith(("East ", "Midlands", "North ", "South ", "United ")) else place


def _roles(context: Context) -> Facet:
    every = Value("Open to every job", (f"role-{EVERY}",))
    jobs = {
        id: Value(term.label, (f"role-{id}", f"role-{EVERY}"), (f"For {labels.lowered(term.label)}", every.words))
        for id, term in _terms(context, "roles").items()
    }
    return Facet("role", "Your job", {EVERY: every, **jobs})


def _status(locale: Locale, records: Sequence[Record]) -> Facet:
    return _plain("status", "Status", {_status_id(record): labels.status_words(locale, record) for record in records})


def _status_id(record: Record) -> str:
    return labels.status_words(ENGLISH, record).lower().replace(",", "").replace(" ", "-")


def _plain(id: str, title: str, words: Mapping[str, str]) -> Facet:
    return Facet(id, title, {value: Value(label, (f"{id}-{value}",)) for value, label in words.items()})


def _terms(context: Context, vocabulary: str) -> Mapping[Id, Term]:
    return context.directory.vocabulary.terms[vocabulary]
