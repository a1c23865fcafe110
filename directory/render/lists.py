"""List pages: all services or resources, and the same by one facet. Filters are plain pages, with their counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from directory import urls
from directory.engine import Page
from directory.model import Id, Record
from directory.render import facets, views
from directory.render.context import Context
from directory.render.facets import Facet, Value

ROWS_A_PAGE = 200
MOST_WIDER = 20
"""How many records a list shows of what is less near than what was asked for."""

_STANDINGS = {
    "services": ("Open", "Not confirmed", "Closed or merged"),
    "resources": ("Current", "Link not checked", "Ended"),
}
"""Titles of the groups of a list, by `Record.standing`."""


@dataclass(frozen=True)
class Listing:
    """A collection with its facets: services or resources. `tokens` are those of each record, with gaps between."""

    base: str
    title: str
    lead: str
    records: tuple[Record, ...]
    facets: tuple[Facet, ...]
    tokens: Mapping[Id, str]
    by_token: Mapping[str, tuple[Record, ...]]


@dataclass(frozen=True)
class FilterLink:
    """`asks` are the tokens of the value, for the script that combines filters."""

    address: str
    words: str
    count: int
    here: bool
    key: str
    asks: str


@dataclass(frozen=True)
class FilterGroup:
    id: str
    title: str
    links: list[FilterLink]
    open: bool


@dataclass(frozen=True)
class Group:
    """Rows of one standing under one heading.

    `wider` are less near than what was asked for; `more` leads to the rest of them.
    """

    title: str
    count: int
    standing: int
    rows: Markup
    wider: bool = False
    more: tuple[str, str] | None = None


def services(context: Context) -> Listing:
    return _listing(
        context,
        "services",
        "Services",
        "Lines, hubs and charities for people who work in health and care, and lines for everyone.",
        context.services,
        facets.of_services(context),
    )


def resources(context: Context) -> Listing:
    return _listing(
        context,
        "resources",
        "Self-help and guides",
        "Guides, courses, apps and case studies to read, hear or use on your own or with your team.",
        context.resources,
        facets.of_resources(context),
    )


def _listing(
    context: Context, base: str, title: str, lead: str, records: tuple[Record, ...], by: tuple[Facet, ...]
) -> Listing:
    tokens: dict[Id, str] = {}
    found: dict[str, list[Record]] = {}
    for record in records:
        of_record = facets.tokens(context, record)
        tokens[record.id] = " ".join(of_record)
        for token in of_record:
            found.setdefault(token, []).append(record)
    return Listing(base, title, lead, records, by, tokens, {token: tuple(those) for token, those in found.items()})


def pages(context: Context, listing: Listing) -> Iterator[tuple[str, Callable[[], Page]]]:
    """(address, what makes the page) for the whole list and every value of every facet."""
    yield from _paged(context, listing, None, "", listing.title, listing.records)
    for facet in listing.facets:
        for id, value in facet.values.items():
            if records := _near(listing, value):
                yield from _paged(context, listing, facet, id, f"{listing.title}: {value.words}", records)


def _near(listing: Listing, value: Value) -> tuple[Record, ...]:
    return listing.by_token.get(value.tokens[0], ())


def _paged(
    context: Context, listing: Listing, facet: Facet | None, id: str, title: str, records: Sequence[Record]
) -> Iterator[tuple[str, Callable[[], Page]]]:
    last = max(1, -(-len(records) // ROWS_A_PAGE))
    for number in range(1, last + 1):
        address = urls.listing(listing.base, facet.id if facet else None, id, number)
        yield address, partial(_page, context, listing, facet, id, title, records, number, last, address)


def _page(
    context: Context,
    listing: Listing,
    facet: Facet | None,
    id: str,
    title: str,
    records: Sequence[Record],
    number: int,
    last: int,
    address: str,
) -> Page:
    def at(number: int) -> str:
        return urls.listing(listing.base, facet.id if facet else None, id, number) if 0 < number <= last else ""

    shown = records[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE]
    value = facet.values[id] if facet else None
    groups = _groups(context, listing, shown, address, value)
    if value and number == 1:
        # What is open a little further off helps more than what is near and closed.
        after = sum(group.standing == 0 for group in groups)
        groups[after:after] = _wider(context, listing, value, address)
    view = {
        "root": urls.root(address),
        "title": title,
        "lead": "" if facet else listing.lead,
        "count": _count(listing, records),
        "groups": groups,
        "looked": context.locale.day(min(record.checked.on for record in shown)),
        "base": urls.listing(listing.base),
        "filters": _filters(listing, facet, id),
        # The script combines filters where it sees all rows at once.
        "combines": facet is None and last == 1,
        "all": None if facet is None else f"All {listing.title.lower()}",
        "before": at(number - 1),
        "after": at(number + 1),
        "number": number,
        "last": last,
    }
    full = title if number == 1 else f"{title}, page {number}"
    description = f"{len(records)} in this list, with what is open and what has closed."
    return Page(address, full, description, listing.base, context.templates.page("list", view=view))


def _groups(
    context: Context, listing: Listing, records: Sequence[Record], address: str, value: Value | None
) -> list[Group]:
    """The records by standing. The headings say it where they are those nearest to what was asked."""
    near = value.nearness[0] if value and value.nearness else ""
    found = []
    for standing, title in enumerate(_STANDINGS[listing.base]):
        those = [record for record in records if record.standing == standing]
        if those:
            heading = f"{near}: {title.lower()}" if near else title
            found.append(Group(heading, len(those), standing, _rows(context, listing, those, address)))
    return found


def _wider(context: Context, listing: Listing, value: Value, address: str) -> list[Group]:
    """What is less near than what was asked for, and may help too: open or current ones only."""
    found = []
    seen = {record.id for record in _near(listing, value)}
    for token, title in zip(value.tokens[1:], value.nearness[1:], strict=True):
        those = [r for r in listing.by_token.get(token, ()) if r.standing == 0 and r.id not in seen]
        seen.update(record.id for record in those)
        facet, _, id = token.partition("-")
        whole = urls.listing(listing.base, "area" if facet == "at" else facet, id)
        more = (whole, f"All of these {len(those)}") if len(those) > MOST_WIDER else None
        if those:
            found.append(Group(title, len(those), 0, _rows(context, listing, those[:MOST_WIDER], address), True, more))
    return found


def _rows(context: Context, listing: Listing, records: Sequence[Record], address: str) -> Markup:
    """Each row with its tokens, by which the script judges it."""
    rows = (context.row(record).replace("<li", f'<li data-is="{listing.tokens[record.id]}"', 1) for record in records)
    return views.rooted("".join(rows), address)


def _count(listing: Listing, records: Sequence[Record]) -> str:
    """ "113 shown: 46 open, 57 not confirmed, 10 closed or merged." """
    parts = [
        f"{number} {title.lower()}"
        for standing, title in enumerate(_STANDINGS[listing.base])
        if (number := sum(record.standing == standing for record in records))
    ]
    return f"{len(records)} shown: {', '.join(parts)}."


def _filters(listing: Listing, here: Facet | None, id: str) -> list[FilterGroup]:
    return [
        FilterGroup(
            facet.id,
            facet.title,
            [
                FilterLink(
                    urls.listing(listing.base, facet.id, key),
                    value.words,
                    len(records),
                    facet is here and key == id,
                    key,
                    " ".join(value.tokens),
                )
                for key, value in facet.values.items()
                if (records := _near(listing, value))
            ],
            facet is here,
        )
        for facet in listing.facets
    ]
