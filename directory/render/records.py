"""The page of one service or resource: what it says, in the order of a reader's questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from directory import hours, labels, opening, urls
from directory.engine import Page
from directory.model import Record, Resource, Service
from directory.render import views
from directory.render.context import Context
from directory.render.environment import prose

_NOT_KNOWN = "We found nothing about who may be told that you asked. Ask before you tell them more than you want to."
_STATE = {
    "open": "live",
    "paused": "live",
    "closing": "live",
    "closed": "gone",
    "merged": "gone",
    "unconfirmed": "unconfirmed",
}
_LINKS = {
    "primary": "",
    "about-only": "This address is a page about it. We have not found its own page.",
    "mirror": "This address is a copy on someone else's site. We have not found the publisher's own page.",
}


@dataclass(frozen=True)
class Feature:
    words: str
    quote: str
    source: int | None


@dataclass(frozen=True)
class WeekView:
    """The card of one week. `rows` are (which days for the script, days, times); `opening` is the code of the week."""

    title: str
    rows: list[tuple[str, str, str]]
    note: str
    opening: str


def service(context: Context, record: Service) -> Page:
    """The page of a service. Contact details stand on it only while it is open, paused or closing."""
    directory = context.directory
    contact = record.contact if record.live else None
    state = _STATE[record.status]
    view = {
        **_common(context, record, [(urls.SERVICES, "Services"), _kind(context, record)]),
        "state": state,
        "status": labels.status_since(record),
        "opening": opening.code_of(record, context.places),
        "confirmed": _confirmed(record),
        "status_note": prose(record.status_note) if record.status_note else "",
        "gone": _gone(record),
        "ways": views.ways(record, contact) if contact else [],
        "other_ways": _other_ways(record) if contact else [],
        "eligibility": _eligibility(context, record),
        "first_contact": prose(record.first_contact) if record.first_contact else "",
        "who_will_know": prose(record.who_will_know.text) if record.who_will_know else "",
        "who_will_know_source": record.who_will_know.source if record.who_will_know else None,
        "not_known": Markup("<p>{}</p>").format(_NOT_KNOWN),
        "description": prose(record.description or record.summary),
        "offers": views.terms(directory, "offers", record.offers),
        "waiting": f"{record.waiting.text} ({labels.when(record.waiting.as_of)})" if record.waiting else "",
        "records": f"{record.records.note} ({labels.when(record.records.as_of)})" if record.records else "",
        "practical": _practical(context, record),
        "weeks": _weeks(context, record),
        "hours_note": record.hours_note if record.live else "",
        "instead": [*map(context.link, context.alternatives(record)), *_routes(context, record, state)],
    }
    return _page(context, record, "service", "services", view)


def resource(context: Context, record: Resource) -> Page:
    """The page of a resource."""
    directory = context.directory
    view = {
        **_common(context, record, [(urls.RESOURCES, "Self-help and guides"), _kind(context, record)]),
        "opening": "",
        "confirmed": f"By {record.publisher}",
        "status_note": _resource_state(record),
        "instead_of": list(map(context.link, record.successors)),
        "ways": [views.Way("website", record.url, "Open it", views.host(record.url), _LINKS[record.link])],
        "other_ways": [],
        "description": prose(record.description or record.summary),
        "case_study": _case_study(record),
        "practical": [
            *(
                (("Jobs", labels.joined(views.terms(directory, "roles", record.who_for.roles))),)
                if record.who_for.roles
                else ()
            ),
            *(
                (
                    (
                        "Places of work",
                        "; ".join(views.terms(directory, "settings", record.who_for.settings)),
                    ),
                )
                if record.who_for.settings
                else ()
            ),
            (
                "What it is",
                ", ".join(
                    [
                        directory.vocabulary.label("resource-kinds", record.kind),
                        *filter(None, [record.format]),
                    ]
                ),
            ),
            *((("Time", record.time),) if record.time else ()),
            ("Topics", _topics(context, record)),
            *_practical(context, record),
        ],
        "instead": list(map(context.link, context.alternatives(record))),
    }
    return _page(context, record, "resource", "resources", view)


def _page(context: Context, record: Record, template: str, section: str, view: dict[str, Any]) -> Page:
    address = urls.record(record)
    main = context.templates.page(template, view={**view, "root": urls.root(address)})
    return Page(address, record.name, record.summary, section, main)


def _common(context: Context, record: Record, crumbs: list[tuple[str, str]]) -> dict[str, Any]:
    directory = context.directory
    features = directory.vocabulary.features
    yes = [(features[id], answer) for id, answer in record.features.items() if answer.value == "yes"]
    no = [features[id].label for id, answer in record.features.items() if answer.value == "no"]
    names = [name for name in record.other_names if name.casefold() != record.name.casefold()]
    review = directory.review_by(record)
    return {
        "id": record.id,
        "crumbs": crumbs,
        "name": record.name,
        "summary": record.summary,
        "also": labels.joined(names),
        "status": labels.status_words(record),
        "tone": labels.tone(record),
        "cautions": record.cautions,
        "overdue": labels.day(review) if directory.overdue(record) and not record.gone else "",
        "who_for": prose(record.who_for.note) if record.who_for.note else Markup("<p>{}</p>").format(_anyone(record)),
        "features": [Feature(term.label, answer.quote or "", answer.source) for term, answer in yes],
        "not_features": no,
        "barriers": [
            (urls.barrier(barrier), barrier.label)
            for barrier in (directory.vocabulary.barriers[id] for id in record.barriers)
        ],
        "how": _how(record, labels.day(review)),
        "sources": views.sources(record),
    }


def _anyone(record: Record) -> str:
    return "For anyone." if record.who_for.audience == "public" else "For anyone who works in health or care."


def _kind(context: Context, record: Record) -> tuple[str, str]:
    base = "services" if isinstance(record, Service) else "resources"
    kind = context.directory.vocabulary.terms["service-kinds" if base == "services" else "resource-kinds"][record.kind]
    return urls.listing(base, "kind", record.kind), kind.plural


def _confirmed(record: Service) -> str:
    if record.gone:
        return ""
    word = "Last seen" if record.status == "unconfirmed" else "Last confirmed"
    return f"{word}: {labels.last_confirmed(record.checked)}"


def _gone(record: Service) -> str:
    if record.status == "merged":
        return "This service is now part of another. Please don't call numbers from old posters."
    return "This service has closed. Please don't call numbers from old posters."


def _how(record: Record, review: str) -> str:
    seen = f"We looked on {labels.day(record.checked.on)}, {labels.HOW[record.checked.how]}."
    page = record.checked.page_date
    age = (
        ""
        if page is None
        else f" The newest page with a date was of {labels.when(page)}."
        if page.known
        else (" The pages show no date.")
    )
    return f"{seen}{age} We will look again by {review}."


def _other_ways(record: Service) -> list[str]:
    contact = record.contact
    if not contact:
        return []
    post = f"By post: {contact.post}" if contact.post else None
    relay = f"If you are deaf or can't speak: {contact.relay}" if contact.relay else None
    return [words for words in (contact.note, post, relay) if words]


def _eligibility(context: Context, record: Service) -> list[tuple[str, str]]:
    directory = context.directory
    rows = [("Where", f"{views.where(directory, record)}. {labels.RULES[record.area.rule]}.")]
    if record.area.note:
        rows.append(("In detail", record.area.note))
    if record.who_for.roles:
        rows.append(("Jobs", labels.joined(views.terms(directory, "roles", record.who_for.roles))))
    if record.who_for.settings:
        rows.append(("Places of work", "; ".join(views.terms(directory, "settings", record.who_for.settings))))
    if record.provider:
        rows.append(("Run by", record.provider))
    return rows


def _practical(context: Context, record: Record) -> list[tuple[str, str]]:
    rows = [("Cost", record.cost_note or labels.COSTS[record.cost])]
    languages = labels.joined(views.terms(context.directory, "languages", record.languages))
    if languages or record.languages_note:
        rows.append(("Languages", record.languages_note or languages))
    if isinstance(record, Service) and record.access:
        rows.append(("Access", record.access))
    return rows


def _weeks(context: Context, record: Service) -> list[WeekView]:
    if not record.live:
        return []
    calendar = opening.calendar_of(record, context.places)
    several = len(record.hours) > 1
    return [
        WeekView(
            f"When: {name.replace('-', ' ')}" if several else "When",
            [("".join(map(str, row.covers)) or "holiday", row.days, row.times) for row in hours.table(week)],
            f"These hours are from a page of {labels.when(week.as_of)}." if week.as_of and week.as_of.known else "",
            opening.code(week, calendar) if record.contact else "",
        )
        for name, week in record.hours.items()
    ]


def _resource_state(record: Resource) -> Markup | str:
    first = {
        "archived": "This has ended or been replaced. It is here as a dated record.",
        "unconfirmed": "We haven't been able to open this page ourselves. If the link is dead, tell us.",
        "current": "",
    }[record.status]
    return prose(f"{first} {record.status_note or ''}".strip()) if first or record.status_note else ""


def _case_study(record: Resource) -> list[tuple[str, Markup]]:
    study = record.case_study
    if not study:
        return []
    when = Markup("<p>{}</p>").format(labels.when(study.when)) if study.when and study.when.known else None
    rows = [
        ("Where", prose(study.where)),
        ("When", when),
        ("The challenge", prose(study.challenge) if study.challenge else None),
        ("What they did", prose(study.what_they_did)),
        ("What changed", prose(study.what_changed) if study.what_changed else None),
        ("What we don't know", prose(study.limits) if study.limits else None),
    ]
    return [(term, words) for term, words in rows if words]


def _topics(context: Context, record: Resource) -> Markup:
    root = urls.root(urls.record(record))
    links = [
        Markup('<a href="{}{}">{}</a>').format(root, urls.topic(id), context.directory.vocabulary.label("topics", id))
        for id in record.topics
    ]
    return Markup(", ").join(links)


def _routes(context: Context, record: Service, state: str) -> list[views.Link]:
    """Where to look further, for a service that can't be rung."""
    if state == "live":
        return []
    place = context.directory.vocabulary.areas[record.area.places[0]]
    return [
        views.Link(urls.area(place), f"Everything we know in {place.label}", ""),
        views.Link(urls.BARRIERS, "Start from what puts you off", ""),
    ]
