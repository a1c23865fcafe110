"""Small view objects that templates receive: what is shown of a record, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from directory import hours, labels, opening, urls
from directory.i18n import Locale
from directory.model import Contact, Directory, Id, Phone, Record, Resource, Service, TextLine
from directory.places import Places

MOST_JOBS = 3
"""How many jobs a row names."""

ROOT = "\x00"
"""Stands for the way to the root in HTML that is made once and used on pages of different depths."""


@dataclass(frozen=True)
class Row:
    """A record in a list. `fits` are the places and the jobs it is for."""

    root: str
    address: str
    name: str
    status: str
    tone: str
    opening: str
    summary: str
    reach: Reach
    fits: tuple[str, ...]


@dataclass(frozen=True)
class Reach:
    """How to reach a record, in a few words: "Call 0300 0303 300", and when. All empty where there is no way to show.

    `uri` is "" where the words are no number to press. A guide's words say what it is and who made it.
    """

    words: str = ""
    uri: str = ""
    hours: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.words, self.hours) if part)


@dataclass(frozen=True)
class Way:
    """One way to get in touch."""

    icon: str
    uri: str
    text: str
    label: str
    note: str
    hours: str = ""


@dataclass(frozen=True)
class Link:
    """Another record, or a place to look further, with a few words on it."""

    address: str
    name: str
    note: str


@dataclass(frozen=True)
class SourceView:
    number: int
    url: str | None
    title: str
    seen: str
    note: str


def row(locale: Locale, directory: Directory, places: Places, record: Record) -> Row:
    return Row(
        ROOT,
        urls.record(record),
        record.name,
        labels.status_words(locale, record),
        labels.tone(record),
        opening.code_of(record, places) if isinstance(record, Service) else "",
        record.summary,
        reach(locale, directory, record),
        fits(locale, directory, record),
    )


def link(locale: Locale, directory: Directory, record: Record) -> Link:
    shown = "" if record.gone else str(reach(locale, directory, record))
    note = ". ".join(part for part in (labels.status_words(locale, record), shown) if part)
    return Link(urls.record(record), record.name, note)


def reach(locale: Locale, directory: Directory, record: Record) -> Reach:
    """How to reach it, in a few words. Never of a service that is not open."""
    if isinstance(record, Resource):
        kind = directory.vocabulary.label("resource-kinds", record.kind)
        unknown = record.publisher.startswith("Not known")
        parts = [
            kind if unknown else locale.say("{kind} from {publisher}", kind=kind, publisher=record.publisher),
            record.time or "",
            locale.say("free") if record.cost == "free" else "",
        ]
        return Reach(", ".join(part for part in parts if part))
    if not isinstance(record, Service) or not record.live or not record.contact:
        return Reach()
    contact = record.contact
    if contact.phone:
        first = contact.phone[0]
        words = locale.say("Call {number}", number=first.number)
        return Reach(words, first.uri, _when(locale, record, first))
    if contact.text:
        line = contact.text[0]
        return Reach(_to_text(locale, line), line.uri, _when(locale, record, line))
    if contact.email:
        return Reach(locale.say("Email {address}", address=contact.email), f"mailto:{contact.email}")
    return Reach(locale.say("On its website") if contact.website else "")


def _when(locale: Locale, record: Service, way: Phone | TextLine) -> str:
    week = record.hours.get(way.hours or "")
    return hours.short(locale, week) if week else ""


def _to_text(locale: Locale, line: TextLine) -> str:
    if line.send:
        return locale.say("Text {word} to {number}", word=line.send, number=line.to)
    return locale.say("Text {number}", number=line.to)


def where(locale: Locale, directory: Directory, record: Record) -> str:
    """The places it serves, by name."""
    if not isinstance(record, Service):
        return ""
    names = [directory.vocabulary.areas[place].label for place in record.area.places]
    shown, more = ", ".join(names[:3]), len(names) - 3
    return locale.count("{places} and {n} more", "{places} and {n} more", more, places=shown) if more > 0 else shown


def fits(locale: Locale, directory: Directory, record: Record) -> tuple[str, ...]:
    """Where it is for, and for which jobs, as far as it is not for everyone: ("London", "nurses and midwives")."""
    jobs = [labels.lowered(words) for words in terms(directory, "roles", record.who_for.roles)]
    if len(jobs) > MOST_JOBS:
        more = len(jobs) - MOST_JOBS + 1
        jobs = [*jobs[: MOST_JOBS - 1], locale.count("{n} more job", "{n} more jobs", more)]
    if record.who_for.audience == "public":
        jobs = [locale.say("everyone")]
    people = locale.say("For {people}", people=locale.joined(jobs)) if jobs else ""
    return tuple(part for part in (where(locale, directory, record), people) if part)


def ways(locale: Locale, record: Service, contact: Contact) -> list[Way]:
    """Every way to get in touch with a service, the most direct first."""
    found = [
        Way("phone", p.uri, p.number, p.label or "", p.note or "", _when(locale, record, p)) for p in contact.phone
    ]
    for line in contact.text:
        found.append(Way("text", line.uri, _to_text(locale, line), "", line.note or "", _when(locale, record, line)))
    if contact.email:
        found.append(Way("email", f"mailto:{contact.email}", contact.email, "", ""))
    if contact.chat:
        found.append(Way("text", contact.chat, locale.say("Chat online"), host(contact.chat), ""))
    if contact.website:
        found.append(Way("website", contact.website, locale.say("Go to its website"), host(contact.website), ""))
    return found


def host(url: str) -> str:
    """The site of an address, as people say it: cntw.nhs.uk."""
    return url.split("/")[2].removeprefix("www.")


def sources(locale: Locale, record: Record, as_published: Callable[[str], str]) -> list[SourceView]:
    """Where its facts come from. Titles and notes are not translated."""
    return [
        SourceView(
            number,
            source.url,
            as_published(source.title or host(source.url or "//")),
            locale.say("page of {date}", date=labels.when(locale, source.seen))
            if source.seen.known
            else locale.say("page with no date"),
            as_published(source.note or ""),
        )
        for number, source in enumerate(record.sources, 1)
    ]


def terms(directory: Directory, vocabulary: str, ids: tuple[Id, ...]) -> list[str]:
    return [directory.vocabulary.label(vocabulary, id) for id in ids]


def rooted(html: str, address: str) -> Markup:
    """HTML that was made with ROOT, for the page at `address`."""
    return Markup(html.replace(ROOT, urls.root(address)))
