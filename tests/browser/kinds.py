"""One page of each kind: what is tested on these is tested on every kind of page there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from directory import urls
from directory.model import Area, Directory, Record


def _first_service(directory: Directory, fits: Callable[[Record], bool]) -> str:
    return urls.record(next(service for service in directory.services if fits(service)))


def _first_area(directory: Directory, fits: Callable[[Area], bool]) -> str:
    return urls.area(next(area for area in directory.vocabulary.areas.values() if fits(area)))


KINDS: Mapping[str, Callable[[Directory], str]] = {
    "home": lambda _: urls.HOME,
    "help now": lambda _: urls.HELP_NOW,
    "find support": lambda _: urls.FIND_SUPPORT,
    "list of services": lambda _: urls.SERVICES,
    "filtered list": lambda _: urls.listing("services", "status", "open"),
    "list of resources": lambda _: urls.RESOURCES,
    "filtered list of resources": lambda _: urls.listing("resources", "status", "current"),
    "open service": lambda d: _first_service(d, lambda s: s.status == "open" and not s.cautions),
    "service to check first": lambda d: _first_service(d, lambda s: s.status == "open" and bool(s.cautions)),
    "unconfirmed service": lambda d: _first_service(d, lambda s: s.status == "unconfirmed"),
    "closed service": lambda d: _first_service(d, lambda s: s.status == "closed"),
    "merged service": lambda d: _first_service(d, lambda s: s.status == "merged"),
    "service for children": lambda d: _first_service(d, lambda s: not s.for_staff),
    "resource": lambda d: urls.record(next(r for r in d.resources if r.status == "current" and not r.case_study)),
    "ended resource": lambda d: urls.record(next(r for r in d.resources if r.status == "archived")),
    "case study": lambda d: urls.record(next(r for r in d.resources if r.case_study)),
    "hubs": lambda _: urls.HUBS,
    "areas": lambda _: urls.AREAS,
    "region": lambda d: _first_area(d, lambda area: area.kind == "region"),
    "board that ended": lambda d: _first_area(d, lambda area: area.until is not None),
    "board of 2026": lambda d: _first_area(d, lambda area: bool(area.made_of)),
    "barriers": lambda _: urls.BARRIERS,
    "barrier": lambda d: urls.barrier(next(iter(d.vocabulary.barriers.values()))),
    "topics": lambda _: urls.TOPICS,
    "topic": lambda d: urls.topic(next(iter(d.vocabulary.terms["topics"]))),
    "incidents": lambda _: urls.INCIDENTS,
    "staff chat": lambda _: urls.STAFF_CHAT,
    "psychological professions": lambda _: urls.LADDER,
    "case studies": lambda _: urls.CASE_STUDIES,
    "useful links": lambda _: urls.USEFUL_LINKS,
    "how fresh the data is": lambda _: urls.DATA,
    "how the wizard works": lambda _: urls.WIZARD,
    "components": lambda _: urls.COMPONENTS,
    "A to Z": lambda _: urls.SEARCH,
    "search results": lambda _: f"{urls.SEARCH}?q=sleep",
    "search for help in a crisis": lambda _: f"{urls.SEARCH}?q=want+to+die",
    "search without results": lambda _: f"{urls.SEARCH}?q=zzzzzz",
    "about": lambda _: "about/index.html",
    "languages": lambda _: urls.LANGUAGES,
    "translations": lambda _: urls.TRANSLATIONS,
    "privacy": lambda _: "privacy/index.html",
    "accessibility": lambda _: "accessibility/index.html",
    "what is not listed": lambda _: "what-we-do-not-list/index.html",
    "suggest a change": lambda _: urls.SUGGEST,
    "not found": lambda _: urls.NOT_FOUND,
}
