"""The pages people come to first: home, help now, search, how fresh the data is, and the prose of pages/."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from directory import hours, labels, opening, urls
from directory.engine import Page, Prose
from directory.model import Record, Service
from directory.render import views
from directory.render.context import Context

_FRONT_BARRIERS = (
    "confidentiality",
    "not-bad-enough",
    "waiting",
    "no-time",
    "where-to-start",
    "stigma",
    "seen-by-colleagues",
    "shifts",
)


MOST_OPEN = 5
"""How many of those that answer day and night the home page shows."""


@dataclass(frozen=True)
class OpenLine:
    """A line of the doorway on the home page; `always` where it answers day and night."""

    address: str
    name: str
    words: str
    uri: str
    code: str
    always: bool


def home(context: Context) -> Page:
    directory, locale = context.directory, context.locale
    services = context.services
    barriers = directory.vocabulary.barriers
    night = _day_and_night(services)
    view = {
        "root": urls.root(urls.HOME),
        "open_now": _open_now(context, night),
        "all_night": (
            urls.HELP_NOW,
            locale.count("{n} that answers at night", "All {n} that answer at night", len(night)),
        ),
        "barriers": [(urls.barrier(barriers[id]), barriers[id].label) for id in _FRONT_BARRIERS if id in barriers],
        "barrier_count": len(barriers),
        "ways": _ways_in(context),
        "tally": dict(zip(("n", "open", "closed", "unconfirmed"), (len(services), *_tally(services)), strict=True)),
    }
    description = locale.say(
        "Mental health and wellbeing support for people who work in health and care: what is open, and how we know."
    )
    return Page(
        urls.HOME,
        locale.say("Support for people who work in health and care"),
        description,
        "",
        context.templates.page("home", view=view),
    )


def help_now(context: Context) -> Page:
    """The crisis lines, and what else is open day and night. Light, and without any script."""
    directory, locale = context.directory, context.locale
    named = {line.record for line in directory.crisis.lines}
    night = [s for s in _day_and_night(context.services) if s.id not in named]
    view = {
        "root": urls.root(urls.HELP_NOW),
        "cards": [line for line in directory.crisis.lines if line.kind != "listening"],
        "lines": [line for line in directory.crisis.lines if line.kind == "listening"],
        "english": context.crisis_in_english,
        "night": [
            (urls.record(s), context.named(s), context.summary(s), views.ways(locale, s, s.contact)[0])
            for s in night
            if s.contact
        ],
        "checked": locale.day(directory.crisis.checked.on),
    }
    description = locale.say("Who to call or text now: 999, 111, Samaritans, Shout, and what is open day and night.")
    main = context.templates.page("help-now", view=view)
    return Page(urls.HELP_NOW, locale.say("Help now"), description, "", main, scripted=False)


def search(context: Context) -> Page:
    """Results, filled in by the script. Without it, every service and guide from A to Z."""
    directory, locale = context.directory, context.locale
    found: list[Record] = [*context.services, *context.resources]
    letters: dict[str, list[tuple[str, str, str]]] = {}
    for record in sorted(found, key=lambda r: _filed_under(r.name)):
        first = _filed_under(record.name)[:1].upper()
        letter = first if first.isalpha() else "0–9"
        letters.setdefault(letter, []).append(
            (urls.record(record), context.named(record), labels.status_words(locale, record))
        )
    areas = [(urls.area(a), a.label) for a in directory.vocabulary.areas.values() if a.kind in ("nation", "region")]
    view = {"root": urls.root(urls.SEARCH), "letters": letters, "areas": areas}
    return Page(
        urls.SEARCH,
        locale.say("Search"),
        locale.say("Search services, guides, places and what puts people off."),
        "search",
        context.templates.page("search", view=view),
    )


def data(context: Context) -> Page:
    """How many records, how fresh, how many not confirmed, and the gaps."""
    directory = context.directory
    services = context.services
    years = Counter(_year(s) for s in services)
    boards = context.boards
    without = [a for a in boards if not any(s.live and s.area.rule != "employed-by" for s in context.serving(a.id))]
    view = {
        "root": urls.root(urls.DATA),
        "services": list(zip(("open", "closed or merged", "that we could not confirm"), _tally(services), strict=True)),
        "service_count": len(services),
        "resources": [
            (labels.status_words(context.locale, group[0]), len(group)) for group in _grouped(context.resources)
        ],
        "resource_count": len(context.resources),
        "years": sorted(years.items(), key=lambda year: (year[0].isdecimal(), year[0]), reverse=True),
        "overdue": [
            (urls.record(r), r.name, context.locale.day(directory.review_by(r)))
            for r in directory.records
            if directory.overdue(r) and not r.gone
        ],
        "boards": len(boards),
        "without": [(urls.area(a), a.label) for a in without],
        "barriers": [
            (
                urls.barrier(b),
                b.label,
                sum(isinstance(m.record, Service) and m.record.live for m in context.answers[b.id]),
            )
            for b in directory.vocabulary.barriers.values()
        ],
        "not_found": len(directory.hubs_not_found.areas),
        "today": context.locale.day(directory.today),
        "periods": [
            ("Crisis lines", directory.freshness.review_after["crisis"].days),
            ("Open services", directory.freshness.review_after["open"].days),
            ("Services not confirmed", directory.freshness.review_after["unconfirmed"].days),
            ("Closed services", directory.freshness.review_after["closed"].days),
            ("Guides and other resources", directory.freshness.review_after["resource"].days),
        ],
    }
    return Page(
        urls.DATA,
        "How fresh this is",
        "How many records we have, how old they are, and where the gaps are.",
        "",
        context.templates.page("data", view=view),
    )


def prose_page(context: Context, prose: Prose) -> Page:
    html = prose.html.replace("[root]", urls.root(prose.address, context.site_url))
    main = context.templates.page("prose", {"html": Markup(html)})
    return Page(prose.address, prose.title, prose.description, "", main)


def redirects(context: Context) -> Iterator[tuple[str, bytes]]:
    """A page at every former address that sends people on."""
    for record in context.directory.records:
        for id in record.former_ids:
            address = urls.former(record, id)
            target = urls.root(address) + urls.record(record)
            yield address, context.templates.page("redirect", {"target": target, "title": record.name}).encode()


def _ways_in(context: Context) -> list[tuple[str, str, str, str]]:
    """(icon, address, title, words) of each part of the site that the home page leads to."""
    say, count = context.locale.say, context.locale.count
    return [
        (
            "place",
            urls.AREAS,
            say("Where you work"),
            say("Seven regions, {n} boards. Hubs that have closed, and what took their place.", n=len(context.boards)),
        ),
        (
            "book",
            urls.RESOURCES,
            say("Something to use on your own"),
            count(
                "{n} guide, course, app or case study.",
                "{n} guides, courses, apps and case studies. Most are free.",
                len(context.resources),
            ),
        ),
        (
            "people",
            urls.INCIDENTS,
            say("After an incident"),
            say("What to do today, this week and later, for each role."),
        ),
        ("steps", urls.LADDER, say("Psychological professions"), say("Help that isn't from your own colleagues.")),
        (
            "house",
            urls.HUBS,
            say("Staff hubs"),
            say("Which are open, which have closed, and which nobody could confirm."),
        ),
        ("text", urls.STAFF_CHAT, say("Chat for staff"), say("If you would rather type than talk.")),
    ]


def _open_now(context: Context, night: list[Service]) -> list[OpenLine]:
    """The first that answer day and night, and the services for staff that the script may add in their hours."""
    directory = context.directory
    shown = {line.record for line in directory.crisis.lines if line.kind != "listening"}
    always = [service for service in night if service.id not in shown][:MOST_OPEN]
    by_day = [
        service
        for service in context.services
        if service.standing == 0
        and service.who_for.audience == "staff"
        and service.area.rule != "employed-by"
        and service.area.places[0] in ("uk", "england")
        and service not in night
        and views.reach(context.locale, directory, service).hours
    ]
    return [
        OpenLine(
            urls.record(service),
            context.named(service),
            (way := views.reach(context.locale, directory, service)).words,
            way.uri,
            opening.code_of(service, context.places),
            service in always,
        )
        for service in (*always, *by_day)
    ]


def _day_and_night(services: tuple[Service, ...]) -> list[Service]:
    """Open services that answer at every hour of the week, those for everyone after those for staff."""

    found = [
        s
        for s in services
        if s.live and s.contact and (s.contact.phone or s.contact.text) and any(map(hours.always, s.hours.values()))
    ]
    return sorted(
        found,
        key=lambda s: (s.kind == "crisis-local", bool(s.cautions), s.kind != "crisis", s.name.casefold()),
    )


def _tally(services: tuple[Service, ...]) -> tuple[int, int, int]:
    """How many are open, have ended, and could not be confirmed."""
    live = sum(s.live for s in services)
    gone = sum(s.gone for s in services)
    return live, gone, len(services) - live - gone


def _grouped(records: tuple[Record, ...]) -> list[list[Record]]:
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.status, []).append(record)
    return list(groups.values())


def _year(record: Record) -> str:
    page = record.checked.page_date
    return page.text[:4] if page and page.known else "no date"


def _filed_under(name: str) -> str:
    """A name as an A–Z files it: without “The”, quotation marks and capital letters."""
    return re.sub(r"^(?:the |[^\w]+)", "", name.casefold())
