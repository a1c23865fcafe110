"""Small view objects that templates receive: what is shown of a record, in words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from directory import hours, labels, opening, urls
from directory.model import Contact, Directory, Id, Record, Resource, Service, Week
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
    note: str | None


def row(directory: Directory, places: Places, record: Record) -> Row:
    return Row(
        ROOT,
        urls.record(record),
        record.name,
        labels.status_words(record),
        labels.tone(record),
        opening.code_of(record, places) if isinstance(record, Service) else "",
        record.summary,
        reach(directory, record),
        fits(directory, record),
    )


def link(directory: Directory, record: Record) -> Link:
    shown = "" if record.gone else str(reach(directory, record))
    return Link(
        urls.record(record), record.name, ". ".join(part for part in (labels.status_words(record), shown) if part)
    )


def reach(directory: Directory, record: Record) -> Reach:
    """How to reach it, in a few words. Never of a service that is not open."""
    if isinstance(record, Resource):
        kind = directory.vocabulary.label("resource-kinds", record.kind)
        unknown = record.publisher.startswith("Not known")
        parts = [
            kind if unknown else f"{kind} from {record.publisher}",
            record.time or "",
            "free" if record.cost == "free" else "",
        ]
        return Reach(", ".join(part for part in parts if part))
    if not isinstance(record, Service) or not record.live or not record.contact:
        return Reach()
    contact = record.contact
    if contact.phone:
        first = contact.phone[0]
        week = record.hours.get(first.hours or "")
        return Reach(f"Call {first.number}", first.uri, short_week(week) if week else "")
    if contact.text:
        line = contact.text[0]
        week = record.hours.get(line.hours or "")
        words = f"Text {line.send} to {line.to}" if line.send else f"Text {line.to}"
        return Reach(words, line.uri, short_week(week) if week else "")
    if contact.email:
        return Reach(f"Email {contact.email}", f"mailto:{contact.email}")
    return Reach("On its website" if contact.website else "")


def short_week(week: Week) -> str:
    """A week in a few words: "Monday to Friday 8am to 8pm; Saturday 8am to 2pm", or "day and night"."""
    rows = hours.rows(week)[:-1]
    if rows == [("Every day", "Day and night")]:
        return "day and night"
    return "; ".join(f"{days} {times}" for days, times in rows if times != "Closed")


def where(directory: Directory, record: Record) -> str:
    """The places it serves, by name."""
    if not isinstance(record, Service):
        return ""
    names = [directory.vocabulary.areas[place].label for place in record.area.places]
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown


def fits(directory: Directory, record: Record) -> tuple[str, ...]:
    """Where it is for, and for which jobs, as far as it is not for everyone: ("London", "nurses and midwives")."""
    jobs = [labels.lowered(words) for words in terms(directory, "roles", record.who_for.roles)]
    if len(jobs) > MOST_JOBS:
        jobs = [*jobs[: MOST_JOBS - 1], f"{len(jobs) - MOST_JOBS + 1} more jobs"]
    if record.who_for.audience == "public":
        jobs = ["everyone"]
    return tuple(part for part in (where(directory, record), f"For {labels.joined(jobs)}" if jobs else "") if part)


def ways(record: Service, contact: Contact) -> list[Way]:
    """Every way to get in touch with a service, the most direct first."""

    def when(name: str | None) -> str:
        week = record.hours.get(name or "")
        return short_week(week) if week else ""

    found = [Way("phone", p.uri, p.number, p.label or "", p.note or "", when(p.hours)) for p in contact.phone]
    for line in contact.text:
        words = f"Text {line.send} to {line.to}" if line.send else f"Text {line.to}"
        found.append(Way("text", line.uri, words, "", line.note or "", when(line.hours)))
    if contact.email:
        found.append(Way("email", f"mailto:{contact.email}", contact.email, "", ""))
    if contact.chat:
        found.append(Way("text", contact.chat, "Chat online", host(contact.chat), ""))
    if contact.website:
        found.append(Way("website", contact.website, "Go to its website", host(contact.website), ""))
    return found


def host(url: str) -> str:
    """The site of an address, as people say it: cntw.nhs.uk."""
    return url.split("/")[2].removeprefix("www.")


def sources(record: Record) -> list[SourceView]:
    return [
        SourceView(
            number,
            source.url,
            source.title or host(source.url or "//"),
            f"page of {labels.when(source.seen)}" if source.seen.known else "page with no date",
            source.note,
        )
        for number, source in enumerate(record.sources, 1)
    ]


def terms(directory: Directory, vocabulary: str, ids: tuple[Id, ...]) -> list[str]:
    return [directory.vocabulary.label(vocabulary, id) for id in ids]


def rooted(html: str, address: str) -> Markup:
    """HTML that was made with ROOT, for the page at `address`."""
    return Markup(html.replace(ROOT, urls.root(address)))
