"""Services and resources, and the small values they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Id = str
Answer = Literal["yes", "no", "unknown"]
ServiceStatus = Literal["open", "paused", "closing", "closed", "merged", "unconfirmed"]
ResourceStatus = Literal["current", "archived", "unconfirmed"]
Audience = Literal["staff", "public", "children-and-families"]

GONE: frozenset[str] = frozenset({"closed", "merged"})
LIVE: frozenset[str] = frozenset({"open", "paused", "closing"})
SHORT_NUMBERS: frozenset[str] = frozenset({"999", "111", "116123", "85258"})


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as exactly as it is known: "2026-11-21", "2026-11", "2026-autumn", "2026" or "undated"."""

    text: str

    @property
    def known(self) -> bool:
        return self.text != "undated"

    @property
    def earliest(self) -> date:
        """The first day it can mean; for sorting, and for "not in the future". Undated is as old as can be."""
        if not self.known:
            return date.min
        year, _, rest = self.text.partition("-")
        month, _, day = rest.partition("-")
        first = {"spring": 3, "summer": 6, "autumn": 9, "winter": 1}.get(month, int(month) if month.isdecimal() else 1)
        return date(int(year), first, int(day or 1))


@dataclass(frozen=True)
class Source:
    url: str | None
    title: str | None
    seen: PartialDate
    note: str | None


@dataclass(frozen=True)
class Checked:
    """When someone last looked (`on`), and how old the page was that they read (`page_date`)."""

    on: date
    how: Literal["archived-page", "live-page", "phoned", "told-by-provider"]
    by: str
    page_date: PartialDate | None


@dataclass(frozen=True)
class WhoFor:
    """Empty `roles` or `settings` mean every one."""

    audience: Audience
    roles: tuple[Id, ...] = ()
    settings: tuple[Id, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Feature:
    value: Answer
    quote: str | None = None
    source: int | None = None


@dataclass(frozen=True)
class Phone:
    """`number` is in the national grouping; `uri` is tel: in E.164, or the short number."""

    number: str
    uri: str
    label: str | None = None
    hours: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class TextLine:
    to: str
    uri: str
    send: str | None = None
    hours: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Contact:
    phone: tuple[Phone, ...] = ()
    text: tuple[TextLine, ...] = ()
    email: str | None = None
    website: str | None = None
    chat: str | None = None
    post: str | None = None
    relay: str | None = None
    note: str | None = None


Span = tuple[int, int]
"""From and to, in minutes after midnight: (480, 1200) is 8am to 8pm; (0, 1440) is all day."""


@dataclass(frozen=True)
class Week:
    """Seven days from Monday, each with its spans; `bank_holidays` None: not known; "same": as any such day."""

    days: tuple[tuple[Span, ...], ...]
    bank_holidays: tuple[Span, ...] | Literal["same"] | None = None
    as_of: PartialDate | None = None


@dataclass(frozen=True)
class Waiting:
    text: str
    as_of: PartialDate


@dataclass(frozen=True)
class WhoWillKnow:
    text: str
    source: int | None = None


@dataclass(frozen=True)
class RecordSystem:
    """Where notes are kept."""

    note: str
    as_of: PartialDate
    system: str | None = None


@dataclass(frozen=True)
class Catchment:
    rule: Literal["work", "live", "live-or-work", "employed-by", "anywhere"]
    places: tuple[Id, ...]
    note: str | None = None


@dataclass(frozen=True)
class Incident:
    """When and for whom a resource helps in emergency preparedness, resilience and response (EPRR)."""

    phases: tuple[Id, ...]
    roles: tuple[Id, ...]


@dataclass(frozen=True)
class CaseStudy:
    where: str
    what_they_did: str
    when: PartialDate | None = None
    challenge: str | None = None
    what_changed: str | None = None
    limits: str | None = None


@dataclass(frozen=True, kw_only=True)
class Record:
    """What services and resources share. `path` is the file that it was read from."""

    id: Id
    path: str
    name: str
    kind: Id
    status: str
    summary: str
    who_for: WhoFor
    checked: Checked
    sources: tuple[Source, ...]
    other_names: tuple[str, ...] = ()
    former_ids: tuple[Id, ...] = ()
    status_note: str | None = None
    successors: tuple[Id, ...] = ()
    description: str | None = None
    features: Mapping[Id, Feature] = field(default_factory=dict)
    barriers: tuple[Id, ...] = ()
    steps: tuple[Id, ...] = ()
    languages: tuple[str, ...] = ()
    languages_note: str | None = None
    cost: str = "unknown"
    cost_note: str | None = None
    cautions: tuple[str, ...] = ()
    see_also: tuple[Id, ...] = ()
    review_by: date | None = None

    @property
    def gone(self) -> bool:
        return self.status in GONE or self.status == "archived"

    @property
    def standing(self) -> Literal[0, 1, 2]:
        """How it stands in lists: 0 open or current, 1 not confirmed, 2 gone."""
        return 2 if self.gone else 1 if self.status == "unconfirmed" else 0

    @property
    def for_staff(self) -> bool:
        """Whether it may ever be offered to staff. Children's services never are."""
        return self.who_for.audience != "children-and-families"

    def answer(self, feature: Id) -> Answer:
        found = self.features.get(feature)
        return found.value if found else "unknown"


@dataclass(frozen=True, kw_only=True)
class Service(Record):
    area: Catchment
    provider: str | None = None
    status_since: PartialDate | None = None
    last_day: date | None = None
    offers: tuple[Id, ...] = ()
    contact: Contact | None = None
    hours: Mapping[str, Week] = field(default_factory=dict)
    hours_note: str | None = None
    waiting: Waiting | None = None
    first_contact: str | None = None
    who_will_know: WhoWillKnow | None = None
    records: RecordSystem | None = None
    chat: Mapping[Id, Answer] = field(default_factory=dict)
    access: str | None = None

    @property
    def live(self) -> bool:
        """Whether its contact details may be shown."""
        return self.status in LIVE


@dataclass(frozen=True, kw_only=True)
class Resource(Record):
    publisher: str
    url: str
    link: Literal["primary", "about-only", "mirror"]
    topics: tuple[Id, ...] = ()
    format: str | None = None
    time: str | None = None
    minutes: int | None = None
    eprr: Incident | None = None
    case_study: CaseStudy | None = None
