"""List pages: all services or resources, and the same by one filter. Filters are plain pages, with their counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from directory import labels, urls
from directory.engine import Page
from directory.model import Id, Record, Resource, Service
from directory.render import views
from directory.render.context import Context

ROWS_A_PAGE = 200
EVERY = "every"
"""The value of the role filter for what is open to every job."""


@dataclass(frozen=True)
class Facet:
    """One way to filter: its id in addresses, its title, and for each value its words and the records it shows."""

    id: str
    title: str
    values: Mapping[str, tuple[str, tuple[Record, ...]]]


@dataclass(frozen=True)
class FilterLink:
    address: str
    words: str
    count: int
    here: bool


@dataclass(frozen=True)
class FilterGroup:
    title: str
    links: list[FilterLink]
    open: bool


@dataclass(frozen=True)
class Listing:
    """A collection with its facets: services or resources."""

    base: str
    title: str
    lead: str
    records: tuple[Record, ...]
    facets: tuple[Facet, ...]


def services(context: Context) -> Listing:
    words = context.directory.vocabulary
    records = context.services
    areas = {
        area.id: (area.label, tuple(s for s in records if area.id in context.places.covers(s.area.places)))
        for area in words.areas.values()
        if area.kind in ("kingdom", "nation", "region")
    }
    return Listing(
        "services",
        "Services",
        "Lines, hubs and charities for people who work in health and care, and lines for everyone.",
        records,
        (
            Facet("status", "Status", _by_status(records)),
            Facet(
                "kind",
                "Kind",
                _by(
                    records,
                    lambda r: (r.kind,),
                    {id: t.plural for id, t in words.terms["service-kinds"].items()},
                ),
            ),
            Facet("area", "Where", areas),
            Facet("role", "Your job", _by_role(context, records)),
        ),
    )


def resources(context: Context) -> Listing:
    words = context.directory.vocabulary
    records = context.resources
    kinds = {id: term.plural for id, term in words.terms["resource-kinds"].items()}
    topics = {id: term.label for id, term in words.terms["topics"].items()}
    return Listing(
        "resources",
        "Self-help and guides",
        "Guides, courses, apps and case studies to read, hear or use on your own or with your team.",
        records,
        (
            Facet("status", "Status", _by_status(records)),
            Facet("kind", "Kind", _by(records, lambda r: (r.kind,), kinds)),
            Facet("topic", "Topic", _by(records, lambda r: r.topics if isinstance(r, Resource) else (), topics)),
            Facet("role", "Your job", _by_role(context, records)),
        ),
    )


def pages(context: Context, listing: Listing) -> Iterator[tuple[str, Callable[[], Page]]]:
    """(address, what makes the page) for the whole list and every value of every facet."""
    yield from _paged(context, listing, None, "", listing.title, listing.records)
    for facet in listing.facets:
        for value, (words, records) in facet.values.items():
            if records:
                yield from _paged(context, listing, facet, value, f"{listing.title}: {words}", records)


def _paged(
    context: Context, listing: Listing, facet: Facet | None, value: str, title: str, records: Sequence[Record]
) -> Iterator[tuple[str, Callable[[], Page]]]:
    last = max(1, -(-len(records) // ROWS_A_PAGE))
    count = _count(records, listing.base)
    for number in range(1, last + 1):
        address = urls.listing(listing.base, facet.id if facet else None, value, number)

        def make(number: int = number, address: str = address) -> Page:
            shown = records[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE]
            view = {
                "root": urls.root(address),
                "title": title,
                "lead": "" if facet else listing.lead,
                "count": count,
                "rows": views.rooted("".join(map(context.row, shown)), address),
                "looked": labels.day(min(record.checked.on for record in shown)),
                "filters": _filters(listing, facet, value),
                "all": None if facet is None else (urls.listing(listing.base), f"All {listing.title.lower()}"),
                "before": urls.listing(listing.base, facet.id if facet else None, value, number - 1)
                if number > 1
                else "",
                "after": urls.listing(listing.base, facet.id if facet else None, value, number + 1)
                if number < last
                else "",
                "number": number,
                "last": last,
            }
            full = title if number == 1 else f"{title}, page {number}"
            description = f"{len(records)} in this list, with what is open and what has closed."
            return Page(address, full, description, listing.base, context.templates.page("list", view=view))

        yield address, make


def _count(records: Sequence[Record], base: str) -> str:
    """ "113 services: 46 open, 57 not confirmed, 10 closed or merged." """
    if base == "resources":
        current = sum(r.status == "current" for r in records)
        unsure = sum(r.status == "unconfirmed" for r in records)
        parts = [
            (current, "current"),
            (unsure, "with a link we have not checked"),
            (len(records) - current - unsure, "ended"),
        ]
    else:
        live = sum(isinstance(r, Service) and r.live for r in records)
        gone = sum(r.gone for r in records)
        parts = [(live, "open"), (len(records) - live - gone, "not confirmed"), (gone, "closed or merged")]
    return f"{len(records)} shown: {', '.join(f'{number} {words}' for number, words in parts if number)}."


def _filters(listing: Listing, here: Facet | None, value: str) -> list[FilterGroup]:
    return [
        FilterGroup(
            facet.title,
            [
                FilterLink(
                    urls.listing(listing.base, facet.id, key),
                    words,
                    len(records),
                    facet is here and key == value,
                )
                for key, (words, records) in facet.values.items()
                if records
            ],
            facet is here,
        )
        for facet in listing.facets
    ]


def _by(
    records: Sequence[Record], keys: Callable[[Record], Sequence[Id]], words: Mapping[Id, str]
) -> dict[str, tuple[str, tuple[Record, ...]]]:
    found: dict[Id, list[Record]] = {id: [] for id in words}
    for record in records:
        for key in keys(record):
            found[key].append(record)
    return {id: (words[id], tuple(found[id])) for id in words}


def _by_status(records: Sequence[Record]) -> dict[str, tuple[str, tuple[Record, ...]]]:
    found: dict[str, tuple[str, list[Record]]] = {}
    for record in records:
        words = labels.status_words(record)
        found.setdefault(words.lower().replace(",", "").replace(" ", "-"), (words, []))[1].append(record)
    return {key: (words, tuple(items)) for key, (words, items) in found.items()}


def _by_role(context: Context, records: Sequence[Record]) -> dict[str, tuple[str, tuple[Record, ...]]]:
    words = {id: term.label for id, term in context.directory.vocabulary.terms["roles"].items()}
    return _by(records, lambda r: r.who_for.roles or (EVERY,), {EVERY: "Open to every job", **words})
