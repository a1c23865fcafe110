"""Pages by place: all areas, one area with its old and new board, and every staff hub there ever was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from directory import labels, urls
from directory.engine import Page
from directory.model import Area, Id, Service
from directory.render import views
from directory.render.context import Context, in_order

HUB_KINDS = ("hub", "keeping-well")
MOST_HERE, MOST_AROUND = 60, 12
"""How many services an area's page shows of its own place, and of each place around it."""


@dataclass(frozen=True)
class Group:
    """Records under one heading. `rows` is HTML; `more` an address with its words, where a page shows the rest."""

    title: str
    rows: Markup
    more: tuple[str, str] | None = None


@dataclass(frozen=True)
class AreaLink:
    address: str
    label: str
    note: str
    count: int


def areas(context: Context) -> Page:
    words = context.directory.vocabulary.areas
    regions = [
        (
            _link(context, words[region]),
            [_link(context, words[board]) for board in context.places.inside(region) if not words[board].until],
            [_link(context, words[board]) for board in context.places.inside(region) if words[board].until],
        )
        for region in context.places.inside("england")
    ]
    nations: list[tuple[AreaLink, list[AreaLink], list[AreaLink]]] = [
        (
            _link(context, words[nation]),
            [_link(context, words[board]) for board in context.places.inside(nation)],
            [],
        )
        for nation in context.places.inside("uk")
        if nation != "england"
    ]
    view = {
        "root": urls.root(urls.AREAS),
        "groups": [*regions, *nations],
        "whole": _link(context, words["england"]),
        "uk": _link(context, words["uk"]),
    }
    main = context.templates.page("areas", view=view)
    return Page(
        urls.AREAS,
        "Where you work",
        "Support by region and board, with the boards of before and after April 2026.",
        "areas",
        main,
    )


def area(context: Context, place: Area) -> Page:
    address = urls.area(place)
    names = context.directory.vocabulary.areas
    here = context.serving(place.id)
    shown = {service.id for service in here}
    groups = [_group(context, _title(place), here, address, place, MOST_HERE)]
    for outer in context.places.around(place.id)[1:]:
        services = tuple(s for s in context.by_place.get(outer, ()) if not s.gone and s.id not in shown)
        if services:
            groups.append(_group(context, f"For all of {names[outer].label}", services, address, names[outer]))
    inner = [_link(context, names[id]) for id in context.places.inside(place.id)]
    view = {
        "root": urls.root(address),
        "label": place.label,
        "crumbs": [
            (urls.AREAS, "Where you work"),
            *((urls.area(names[id]), names[id].label) for id in context.places.around(place.id)[:0:-1]),
        ],
        "story": _story(context, place),
        "also": context.locale.joined(list(place.also)),
        "councils": context.locale.joined(list(place.councils)),
        "note": place.note or "",
        "not_found": context.directory.hubs_not_found.what
        if place.id in context.directory.hubs_not_found.areas
        else "",
        "groups": groups,
        "empty": not here,
        "inner": [link for link in inner if not names[_id(link)].until],
        "ended": [link for link in inner if names[_id(link)].until],
    }
    description = f"Mental health support for health and care staff in {place.label}."
    return Page(address, place.label, description, "areas", context.templates.page("area", view=view))


def hubs(context: Context) -> Page:
    """Every hub there ever was, by region: open, closed, merged, not confirmed, and those that were not found."""
    directory, places = context.directory, context.places
    names = directory.vocabulary.areas
    found = [s for s in directory.services if s.kind in HUB_KINDS]
    regions = []
    for region in places.inside("england"):
        own = sorted((s for s in found if region in places.covers(s.area.places)), key=in_order)
        missing = [names[id] for id in directory.hubs_not_found.areas if names[id].within == region]
        regions.append(
            {
                "id": region,
                "label": names[region].label,
                "address": urls.area(names[region]),
                "rows": _hub_rows(context, own),
                "missing": [(urls.area(area), area.label) for area in missing],
                "counts": _counts(own, len(missing)),
            }
        )
    timeline = [
        {
            "when": labels.when(context.locale, e.date),
            "text": e.text,
            "url": e.url,
            "source": e.source or "Source",
            "note": e.note or "",
        }
        for e in directory.timeline
    ]
    view = {
        "root": urls.root(urls.HUBS),
        "regions": regions,
        "counts": _counts(found, len(directory.hubs_not_found.areas)),
        "what": directory.hubs_not_found.what,
        "source": directory.hubs_not_found.source,
        "timeline": timeline,
    }
    main = context.templates.page("hubs", view=view)
    return Page(
        urls.HUBS,
        "Staff hubs, open and closed",
        "Every staff hub we know of, what became of it, and what took its place.",
        "areas",
        main,
    )


def _hub_rows(context: Context, hubs: list[Service]) -> list[dict[str, object]]:
    by_id = context.directory.by_id
    return [
        {
            "address": urls.record(hub),
            "name": hub.name,
            "status": labels.status_words(context.locale, hub),
            "tone": labels.tone(hub),
            "since": labels.when(context.locale, hub.status_since) if hub.status_since else "",
            "seen": labels.when(context.locale, hub.checked.page_date)
            if hub.checked.page_date and not hub.gone
            else "",
            "instead": [(urls.record(by_id[id]), by_id[id].name) for id in hub.successors],
        }
        for hub in hubs
    ]


def _counts(hubs: list[Service], missing: int) -> str:
    tally = Counter("open" if h.live else "closed or merged" if h.gone else "not confirmed" for h in hubs)
    parts = [f"{tally[word] or 'none'} {word}" for word in ("open", "closed or merged", "not confirmed")]
    lost = f", and {missing} that we could not find" if missing else ""
    return f"{len(hubs)} known: {', '.join(parts)}{lost}"


def _group(
    context: Context, title: str, services: tuple[Service, ...], address: str, of: Area, most: int = MOST_AROUND
) -> Group:
    """The first services of a place. The whole list is a page of its own; boards, which are small, have none."""
    whole = urls.listing("services", "area", of.id if of.kind != "board" else of.within)
    more = (whole, f"All {len(services)} of them") if len(services) > most else None
    return Group(title, _rows(context, services[:most], address), more)


def _rows(context: Context, services: tuple[Service, ...], address: str) -> Markup:
    return views.rooted("".join(map(context.row, services)), address)


def _link(context: Context, place: Area) -> AreaLink:
    count = len(context.serving(place.id)) if place.kind == "board" else context.covering[place.id]
    return AreaLink(urls.area(place), place.label, context.locale.joined(list(place.also)), count)


def _id(link: AreaLink) -> Id:
    return link.address.split("/")[1]


def _title(place: Area) -> str:
    return f"In {place.label}" if place.kind != "board" else "For this board's area"


def _story(context: Context, place: Area) -> list[tuple[str, list[Markup | str]]]:
    """What came before this board, or after it: sentences, each with the places that it names."""
    names, root = context.directory.vocabulary.areas, urls.root(urls.area(place))

    def link(id: Id, part: str | None = None) -> Markup | str:
        words = Markup('<a href="{}{}">{}</a>').format(root, urls.area(names[id]), names[id].label)
        return words + (f" ({part})" if part else "")

    story: list[tuple[str, list[Markup | str]]] = []
    if place.until:
        ended = f"This board ended on {context.locale.day(place.until)}. The area now belongs to:"
        story.append((ended, [link(after.id, after.part) for after in place.successors]))
    elif before := context.places.predecessors.get(place.id):
        since = context.locale.day(place.since) if place.since else ""
        story.append((f"This board began on {since}. It took over from:", list(map(link, before))))
    elif place.kind == "board" and place.since:
        story.append((f"This board has been here since {context.locale.day(place.since)}.", []))
    if place.made_of:
        story.append(("It is made of:", list(place.made_of)))
    return story
