"""The page of one service or resource: what it says, in the order of a reader's questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from directory import hours, labels, opening, urls
from directory.engine import Page
from directory.i18n import Locale, mark
from directory.model import Record, Resource, Service
from directory.render import qr, views
from directory.render.context import Context
from directory.render.environment import prose

_NOT_KNOWN = mark(
    "We found nothing about who may be told that you asked. Ask before you tell them more than you want to."
)
_STATE = {
    "open": "live",
    "paused": "live",
    "closing": "live",
    "closed": "gone",
    "merged": "gone",
    "unconfirmed": "unconfirmed",
}
_LINKS = {
    "about-only": mark("This address is a page about it. We have not found its own page."),
    "mirror": mark("This address is a copy on someone else's site. We have not found the publisher's own page."),
}


@dataclass(frozen=True)
class Feature:
    words: str
    quote: str
    source: int | None


@dataclass(frozen=True)
class PrintedLink:
    address: str
    code: qr.Code


@dataclass(frozen=True)
class WeekView:
    """The card of one week. `rows` are (which days for the script, days, times); `opening` is the code of the week."""

    title: str
    rows: list[tuple[str, str, str]]
    note: str
    opening: str


def service(context: Context, record: Service) -> Page:
    """The page of a service. Contact details stand on it only while it is open, paused or closing."""
    directory, locale = context.directory, context.locale
    contact = record.contact if record.live else None
    state = _STATE[record.status]
    view = {
        **_common(context, record, [(urls.SERVICES, locale.say("Services")), _kind(context, record)]),
        "state": state,
        "status": labels.status_since(locale, record),
        "opening": opening.code_of(record, context.places),
        "confirmed": _confirmed(locale, record),
        "status_note": context.prose_as_published(record.status_note or ""),
        "gone": _gone(locale, record),
        "ways": views.ways(locale, record, contact) if contact else [],
        "other_ways": _other_ways(locale, record) if contact else [],
        "eligibility": _eligibility(context, record),
        "first_contact": prose(record.first_contact) if record.first_contact else "",
        "who_will_know": prose(record.who_will_know.text) if record.who_will_know else "",
        "who_will_know_source": record.who_will_know.source if record.who_will_know else None,
        "not_known": Markup("<p>{}</p>").format(locale.say(_NOT_KNOWN)),
        "description": prose(record.description or record.summary),
        "offers": views.terms(directory, "offers", record.offers),
        "waiting": f"{record.waiting.text} ({labels.when(locale, record.waiting.as_of)})" if record.waiting else "",
        "records": f"{record.records.note} ({labels.when(locale, record.records.as_of)})" if record.records else "",
        "practical": _practical(context, record),
        "weeks": _weeks(context, record),
        "hours_note": record.hours_note if record.live else "",
        "instead": [*map(context.link, context.alternatives(record)), *_routes(context, record, state)],
    }
    return _page(context, record, "service", "services", view)


def resource(context: Context, record: Resource) -> Page:
    """The page of a resource."""
    directory, locale = context.directory, context.locale
    view = {
        **_common(context, record, [(urls.RESOURCES, locale.say("Self-help and guides")), _kind(context, record)]),
        "opening": "",
        "confirmed": locale.say("By {publisher}", publisher=record.publisher),
        "status_note": _resource_state(locale, record),
        "instead_of": list(map(context.link, record.successors)),
        "ways": [
            views.Way("website", record.url, locale.say("Open it"), views.host(record.url), _link_note(locale, record))
        ],
        "other_ways": [],
        "description": prose(record.description or record.summary),
        "case_study": _case_study(locale, record),
        "practical": [
            *_people(context, record),
            (
                locale.say("What it is"),
                ", ".join(
                    [
                        directory.vocabulary.label("resource-kinds", record.kind),
                        *filter(None, [record.format]),
                    ]
                ),
            ),
            *(((locale.say("Time"), record.time),) if record.time else ()),
            (locale.say("Topics"), _topics(context, record)),
            *_practical(context, record),
        ],
        "instead": list(map(context.link, context.alternatives(record))),
    }
    return _page(context, record, "resource", "resources", view)


def _page(context: Context, record: Record, template: str, section: str, view: dict[str, Any]) -> Page:
    address = urls.record(record)
    view |= {"root": urls.root(address), "printed": _printed(context, context.address(record))}
    main = context.templates.page(template, view)
    return Page(address, record.name, record.summary, section, main)


def _printed(context: Context, address: str) -> PrintedLink | None:
    """The way back from paper, where the site knows its address."""
    if not context.site_url:
        return None
    absolute = urls.absolute(context.site_url, address)
    return PrintedLink(absolute, qr.code(absolute))


def _common(context: Context, record: Record, crumbs: list[tuple[str, str]]) -> dict[str, Any]:
    directory, locale = context.directory, context.locale
    features = directory.vocabulary.features
    yes = [(features[id], answer) for id, answer in record.features.items() if answer.value == "yes"]
    no = [features[id].label for id, answer in record.features.items() if answer.value == "no"]
    names = [name for name in record.other_names if name.casefold() != record.name.casefold()]
    review = directory.review_by(record)
    return {
        "id": record.id,
        "crumbs": crumbs,
        "name": context.named(record),
        "summary": record.summary,
        "also": locale.joined(names),
        "status": labels.status_words(locale, record),
        "tone": labels.tone(record),
        "cautions": record.cautions,
        "overdue": locale.day(review) if directory.overdue(record) and not record.gone else "",
        "who_for": prose(record.who_for.note or _anyone(locale, record)),
        "features": [
            Feature(term.label, context.as_published(answer.quote or ""), answer.source) for term, answer in yes
        ],
        "not_features": no,
        "barriers": [
            (urls.barrier(barrier), barrier.label)
            for barrier in (directory.vocabulary.barriers[id] for id in record.barriers)
        ],
        "how": _how(locale, record, review),
        "sources": views.sources(locale, record, context.as_published),
    }


def _anyone(locale: Locale, record: Record) -> str:
    if record.who_for.audience == "public":
        return locale.say("For anyone.")
    return locale.say("For anyone who works in health or care.")


def _link_note(locale: Locale, record: Resource) -> str:
    return locale.say(_LINKS[record.link]) if record.link in _LINKS else ""


def _kind(context: Context, record: Record) -> tuple[str, str]:
    base = "services" if isinstance(record, Service) else "resources"
    kind = context.directory.vocabulary.terms["service-kinds" if base == "services" else "resource-kinds"][record.kind]
    return urls.listing(base, "kind", record.kind), kind.plural


def _confirmed(locale: Locale, record: Service) -> str:
    if record.gone:
        return ""
    date = labels.last_confirmed(locale, record.checked)
    if record.status == "unconfirmed":
        return locale.say("Last seen: {date}", date=date)
    return locale.say("Last confirmed: {date}", date=date)


def _gone(locale: Locale, record: Service) -> str:
    if record.status == "merged":
        return locale.say("This service is now part of another. Please don't call numbers from old posters.")
    return locale.say("This service has closed. Please don't call numbers from old posters.")


def _how(locale: Locale, record: Record, review: date) -> str:
    page = record.checked.page_date
    how = locale.say(labels.HOW[record.checked.how])
    looked = locale.say("We looked on {date}, {how}.", date=locale.day(record.checked.on), how=how)
    age = (
        ""
        if page is None
        else locale.say("The newest page with a date was of {date}.", date=labels.when(locale, page))
        if page.known
        else locale.say("The pages show no date.")
    )
    again = locale.say("We will look again by {date}.", date=locale.day(review))
    return " ".join(part for part in (looked, age, again) if part)


def _other_ways(locale: Locale, record: Service) -> list[str]:
    contact = record.contact
    if not contact:
        return []
    post = locale.say("By post: {address}", address=contact.post) if contact.post else None
    relay = locale.say("If you are deaf or can't speak: {relay}", relay=contact.relay) if contact.relay else None
    return [words for words in (contact.note, post, relay) if words]


def _eligibility(context: Context, record: Service) -> list[tuple[str, str]]:
    directory, locale = context.directory, context.locale
    places = views.where(locale, directory, record)
    rows = [(locale.say("Where"), f"{places}. {locale.say(labels.RULES[record.area.rule])}.")]
    if record.area.note:
        rows.append((locale.say("In detail"), record.area.note))
    rows += _people(context, record)
    if record.provider:
        rows.append((locale.say("Run by"), record.provider))
    return rows


def _people(context: Context, record: Record) -> list[tuple[str, str]]:
    """The jobs and the places of work that it is for, where it is not for all."""
    directory, locale = context.directory, context.locale
    rows = []
    if record.who_for.roles:
        jobs = views.terms(directory, "roles", record.who_for.roles)
        rows.append((locale.say("Jobs"), locale.joined(jobs)))
    if record.who_for.settings:
        settings = views.terms(directory, "settings", record.who_for.settings)
        rows.append((locale.say("Places of work"), "; ".join(settings)))
    return rows


def _practical(context: Context, record: Record) -> list[tuple[str, str]]:
    locale = context.locale
    rows = [(locale.say("Cost"), record.cost_note or locale.say(labels.COSTS[record.cost]))]
    languages = locale.joined(views.terms(context.directory, "languages", record.languages))
    if languages or record.languages_note:
        rows.append((locale.say("Languages"), record.languages_note or languages))
    if isinstance(record, Service) and record.access:
        rows.append((locale.say("Access"), record.access))
    return rows


def _weeks(context: Context, record: Service) -> list[WeekView]:
    if not record.live:
        return []
    locale = context.locale
    calendar = opening.calendar_of(record, context.places)
    several = len(record.hours) > 1
    return [
        WeekView(
            locale.say("When: {which}", which=name.replace("-", " ")) if several else locale.say("When"),
            [("".join(map(str, row.covers)) or "holiday", row.days, row.times) for row in hours.table(locale, week)],
            locale.say("These hours are from a page of {date}.", date=labels.when(locale, week.as_of))
            if week.as_of and week.as_of.known
            else "",
            opening.code(week, calendar) if record.contact else "",
        )
        for name, week in record.hours.items()
    ]


def _resource_state(locale: Locale, record: Resource) -> Markup | str:
    first = ""
    if record.status == "archived":
        first = locale.say("This has ended or been replaced. It is here as a dated record.")
    if record.status == "unconfirmed":
        first = locale.say("We haven't been able to open this page ourselves. If the link is dead, tell us.")
    return prose(f"{first} {record.status_note or ''}".strip()) if first or record.status_note else ""


def _case_study(locale: Locale, record: Resource) -> list[tuple[str, Markup]]:
    study = record.case_study
    if not study:
        return []
    dated = study.when and study.when.known
    when = Markup("<p>{}</p>").format(labels.when(locale, study.when)) if study.when and dated else None
    rows = [
        (locale.say("Where"), prose(study.where)),
        (locale.say("When"), when),
        (locale.say("The challenge"), prose(study.challenge) if study.challenge else None),
        (locale.say("What they did"), prose(study.what_they_did)),
        (locale.say("What changed"), prose(study.what_changed) if study.what_changed else None),
        (locale.say("What we don't know"), prose(study.limits) if study.limits else None),
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
        views.Link(urls.area(place), context.locale.say("Everything we know in {place}", place=place.label), ""),
        views.Link(urls.BARRIERS, context.locale.say("Start from what puts you off"), ""),
    ]
