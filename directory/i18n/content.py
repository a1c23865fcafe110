"""Which texts of the data are translated. Names, numbers, addresses and quotations stay as they were published.

`translated` goes through a directory and asks for each text by its context, which names the record and the field:
"services/samaritans: who_for.note". Gathering the texts and putting in translations are the same walk.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import is_dataclass, replace
from typing import Any

from directory.model import (
    Area,
    Barrier,
    Behind,
    Catchment,
    Contact,
    Crisis,
    CrisisLine,
    Directory,
    FeatureTerm,
    Id,
    Option,
    Phone,
    PlaceOptions,
    Question,
    RecordSystem,
    Resource,
    Service,
    TextLine,
    Vocabulary,
    Waiting,
    WhoFor,
    WhoWillKnow,
    Wizard,
)

Say = Callable[[str, str], str]
"""Takes (context, English text) and gives the text to show."""

_TEXTS: Mapping[type, tuple[str, ...]] = {
    Service: (
        *("summary", "description", "who_for", "area", "contact", "hours_note", "waiting", "first_contact"),
        *("who_will_know", "records", "access", "languages_note", "cost_note", "cautions"),
    ),
    Resource: (
        *("summary", "description", "who_for", "format", "time"),
        *("languages_note", "cost_note", "cautions", "status_note"),
    ),
    WhoFor: ("note",),
    Catchment: ("note",),
    Contact: ("phone", "text", "relay", "note"),
    Phone: ("label", "note"),
    TextLine: ("note",),
    Waiting: ("text",),
    WhoWillKnow: ("text",),
    RecordSystem: ("note",),
    Crisis: ("lines", "words"),
    CrisisLine: ("when", "label", "note", "relay"),
    Wizard: ("questions", "behind", "reasons"),
    Question: ("label", "help", "skip", "options", "where"),
    Option: ("label", "help", "said"),
    PlaceOptions: ("said", "label", "help"),
    Behind: ("why",),
    Barrier: ("label", "description", "what_helps"),
    FeatureTerm: ("label", "reason"),
    Area: ("label",),
}
"""The fields of each value that are text for the public, or hold such. What is not here is never translated."""

_TERMS = {
    **dict.fromkeys(("roles", "settings", "offers", "languages", "topics", "incident-phases"), ("label",)),
    **dict.fromkeys(("service-kinds", "resource-kinds"), ("label", "plural")),
}
"""The word lists that translated pages show, and what they show of each."""

_NAMED_IN_LANGUAGES = frozenset({"kingdom", "nation"})
"""Kinds of place with a name in every language. Regions and boards of the NHS are known by their English names."""


def translated(directory: Directory, records: Collection[Id], say: Say) -> Directory:
    """The directory with its texts as `say` gives them. Of records only those with the ids `records`."""

    def one(record: Any) -> Any:
        return _walk(record, f"{_folder(record)}/{record.id}", say) if record.id in records else record

    return replace(
        directory,
        services=tuple(map(one, directory.services)),
        resources=tuple(map(one, directory.resources)),
        vocabulary=_vocabulary(directory.vocabulary, say),
        crisis=_walk(directory.crisis, "crisis", say),
        wizard=_walk(directory.wizard, "wizard", say),
    )


def texts(directory: Directory, records: Collection[Id]) -> list[tuple[str, str]]:
    """Every (context, English text), in the order of the data."""
    return heard(lambda say: translated(directory, records, say))


def heard(walk: Callable[[Say], object]) -> list[tuple[str, str]]:
    """Every (context, English text) that a walk asks for, in its order."""
    found: list[tuple[str, str]] = []

    def note(context: str, text: str) -> str:
        found.append((context, text))
        return text

    walk(note)
    return found


def _folder(record: Service | Resource) -> str:
    return "services" if isinstance(record, Service) else "resources"


def _vocabulary(words: Vocabulary, say: Say) -> Vocabulary:
    areas = {
        id: _walk(area, f"areas/{id}", say) if area.kind in _NAMED_IN_LANGUAGES else area
        for id, area in words.areas.items()
    }
    terms = {
        name: {id: _said(term, f"{name}/{id}", _TERMS[name], say) for id, term in of.items()} if name in _TERMS else of
        for name, of in words.terms.items()
    }
    return replace(
        words,
        terms=terms,
        areas=areas,
        barriers=_walk(words.barriers, "barriers", say),
        features=_walk(words.features, "features", say),
    )


def _walk(value: Any, context: str, say: Say) -> Any:
    """A value with its texts said. Context and field stand with a colon between, a field in a field with a dot."""
    if isinstance(value, str):
        return say(context, value) if value else value
    if isinstance(value, tuple):
        return tuple(_walk(item, _within(context, getattr(item, "id", str(i))), say) for i, item in enumerate(value, 1))
    if isinstance(value, Mapping):
        return {key: _walk(item, f"{context}/{key}", say) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _said(value, context, _TEXTS[type(value)], say)
    return value


def _said(value: Any, context: str, fields: Iterable[str], say: Say) -> Any:
    return replace(value, **{name: _walk(getattr(value, name), _within(context, name), say) for name in fields})


def _within(context: str, field: str) -> str:
    return f"{context}{'.' if ':' in context else ': '}{field}"
