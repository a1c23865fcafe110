"""Everything that search can find, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from directory import urls
from directory.i18n import ENGLISH, Locale
from directory.labels import status_words, tone
from directory.model import Area, Barrier, Directory, Record, Resource, Service, Vocabulary

Group = Literal["services", "resources", "barriers", "places"]

_SUMMARY_WORDS = 25
_UNCONFIRMED, _GONE, _SUNK = 0.7, 0.5, 0.7
"""How far a record sinks that nobody could confirm, that has ended, or that is long past its review."""


@dataclass(frozen=True)
class Entry:
    """One thing to find. `address` is from the site's root; `status` and `tone` are what lists show beside a name.

    `weight` multiplies its scores. What is found by name only is shown to someone who types the whole title.
    """

    ref: str
    group: Group
    title: str
    address: str
    status: str = ""
    tone: str = ""
    summary: str = ""
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    weight: float = 1
    by_name_only: bool = False


@dataclass(frozen=True)
class Edition:
    """The site in another language. Its pages lie in a folder, "pl/", at the same addresses as the English ones.

    `translated` holds the English addresses of those that exist; `english` is the directory before its translation.
    """

    locale: Locale
    english: Directory
    translated: frozenset[str]

    @property
    def folder(self) -> str:
        return self.locale.language.folder

    def address(self, page: str) -> str:
        """Where a link to an English page leads in this edition: to the page in its language, or else to itself."""
        return f"{self.folder}{page}" if page in self.translated else page


def entries(directory: Directory, edition: Edition | None = None) -> tuple[Entry, ...]:
    """Everything that can be found: services, resources, barriers, places; in an edition, also by its English names."""
    vocabulary, locale = directory.vocabulary, edition.locale if edition else ENGLISH
    found = (
        *(_record(locale, record, directory) for record in directory.records),
        *(_barrier(barrier, vocabulary) for barrier in vocabulary.barriers.values()),
        *(_place(locale, area, directory) for area in vocabulary.areas.values()),
    )
    if not edition:
        return found
    return tuple(_in_edition(edition, *pair) for pair in zip(found, _names(edition.english), strict=True))


def _names(directory: Directory) -> Iterator[tuple[str, ...]]:
    """The title and the other names of everything that can be found, in the order of `entries`."""
    yield from ((record.name, *_other_names(record)) for record in directory.records)
    yield from ((barrier.label,) for barrier in directory.vocabulary.barriers.values())
    yield from ((area.label, *area.also) for area in directory.vocabulary.areas.values())


def _in_edition(edition: Edition, entry: Entry, english: Iterable[str]) -> Entry:
    """What has no page in the language leads to the English one, and keeps its names. Its summary would be English."""
    return replace(
        entry,
        address=edition.address(entry.address),
        names=tuple(name for name in dict.fromkeys((*entry.names, *english)) if name != entry.title),
        summary=entry.summary if entry.address in edition.translated else "",
    )


def _record(locale: Locale, record: Service | Resource, directory: Directory) -> Entry:
    group: Group = "services" if isinstance(record, Service) else "resources"
    ref, address = f"{group}/{record.id}", urls.record(record)
    if not record.for_staff:
        status = locale.say("For children and families, not for staff")
        return Entry(ref, group, record.name, address, status, "gone", by_name_only=True)
    return Entry(
        ref,
        group,
        record.name,
        address,
        status_words(locale, record),
        tone(record),
        _opening(record.summary),
        _other_names(record),
        tuple(_tags(record, directory.vocabulary)),
        _weight(record, directory),
    )


def _other_names(record: Record) -> tuple[str, ...]:
    return (*record.other_names, *(former.replace("-", " ") for former in record.former_ids))


def _barrier(barrier: Barrier, vocabulary: Vocabulary) -> Entry:
    features = [vocabulary.features[id].label for id in (*barrier.strong, *barrier.likely)]
    summary = _opening(barrier.description)
    return Entry(
        f"barriers/{barrier.id}",
        "barriers",
        barrier.label,
        urls.barrier(barrier),
        summary=summary,
        tags=tuple(features),
    )


def _place(locale: Locale, area: Area, directory: Directory) -> Entry:
    ended = area.until is not None and area.until < directory.today
    return Entry(
        f"areas/{area.id}",
        "places",
        area.label,
        urls.area(area),
        locale.say("Ended") if ended else "",
        "gone" if ended else "",
        names=area.also,
        tags=area.councils,
        weight=_GONE if ended else 1,
    )


def _tags(record: Service | Resource, vocabulary: Vocabulary) -> Iterator[str]:
    """The labels of everything that the record says of itself in ids, who runs it, and the lists it was picked for."""
    label = vocabulary.label
    yield from (picked.label for picked in vocabulary.lists.values() if record.id in picked.entries)
    yield from (label("roles", id) for id in record.who_for.roles)
    yield from (vocabulary.barriers[id].label for id in record.barriers)
    if isinstance(record, Service):
        yield label("service-kinds", record.kind)
        yield from (label("offers", id) for id in record.offers)
        yield from (vocabulary.areas[id].label for id in record.area.places)
        yield record.provider or ""
        return
    yield label("resource-kinds", record.kind)
    yield from (label("topics", id) for id in record.topics)
    yield record.publisher
    if record.eprr:
        yield from (label("incident-phases", id) for id in record.eprr.phases)
        yield from (label("incident-roles", id) for id in record.eprr.roles)


def _weight(record: Record, directory: Directory) -> float:
    if record.gone:
        return _GONE
    if record.status == "unconfirmed":
        return _UNCONFIRMED
    sunk = directory.today > directory.review_by(record) + directory.freshness.sinks_after
    return _SUNK if sunk else 1


def _opening(text: str) -> str:
    parts = text.split()
    return " ".join(parts) if len(parts) <= _SUMMARY_WORDS else " ".join(parts[:_SUMMARY_WORDS]) + "…"
