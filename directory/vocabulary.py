"""Valid vocabulary files to dataclasses: areas, barriers, features, the simple terms, crisis lines, the hubs' story."""

from __future__ import annotations

from datetime import timedelta

from directory.model import (
    Area,
    Barrier,
    Checked,
    Crisis,
    CrisisLine,
    Event,
    Evidence,
    FeatureTerm,
    Freshness,
    HubsNotFound,
    PartialDate,
    PickedList,
    Seed,
    SuccessorArea,
    Term,
)
from directory.reader import Data, Reader

TERMS = (
    "chat-features",
    "incident-phases",
    "incident-roles",
    "languages",
    "offers",
    "resource-kinds",
    "roles",
    "service-kinds",
    "settings",
    "steps",
    "topics",
)
"""The vocabularies that are nothing but ids and labels: data/vocabulary/NAME.yml, all of the schema `terms`."""


def terms(data: Data, _: Reader) -> dict[str, Term]:
    return {
        id: Term(
            id,
            part["label"],
            part.get("plural", part["label"]),
            part.get("description"),
            part.get("group"),
            part.get("when"),
            tuple(part.get("do", ())),
            tuple(part.get("dont", ())),
            part.get("first_need"),
        )
        for id, part in data.items()
    }


def features(data: Data, _: Reader) -> dict[str, FeatureTerm]:
    return {
        id: FeatureTerm(id, part["label"], part["short"], part["description"], part["reason"], part["of"])
        for id, part in data.items()
    }


def areas(data: Data, reader: Reader) -> dict[str, Area]:
    made: dict[str, Area] = {}
    for id, part in data.items():
        successors = part.get("successors", [])
        for i, successor in enumerate(successors):
            reader.id(successor, "id", "areas", (id, "successors", i))
        if "within" in part:
            reader.id(part, "within", "areas", (id,))
        made[id] = Area(
            id,
            part["label"],
            part["kind"],
            part.get("within"),
            tuple(part.get("also", ())),
            reader.date(part, "from", (id,)),
            reader.date(part, "until", (id,)),
            tuple(SuccessorArea(successor["id"], successor.get("part")) for successor in successors),
            tuple(part.get("made_of", ())),
            tuple(part.get("councils", ())),
            part.get("codes", {}),
            part.get("note"),
        )
    return made


def barriers(data: Data, reader: Reader) -> dict[str, Barrier]:
    made: dict[str, Barrier] = {}
    for id, part in data.items():
        seed, answers = part.get("seed"), part["answered_by"]
        made[id] = Barrier(
            id,
            part["label"],
            part["description"],
            reader.text(part, "what_helps", (id,)) or "",
            part["origin"],
            reader.ids(answers, "strong", "features", (id, "answered_by")),
            reader.ids(answers, "likely", "features", (id, "answered_by")),
            tuple(
                Evidence(e["citation"], e["finding"], reader.web(e, "url", (id, "evidence", i)))
                for i, e in enumerate(part["evidence"])
            ),
            Seed(seed["barrier"], seed.get("solution")) if seed else None,
            part.get("evidence_note"),
        )
    return made


def lists(data: Data, reader: Reader) -> dict[str, PickedList]:
    return {
        id: PickedList(id, part["label"], reader.ids(part, "entries", "records", (id,)), part.get("description"))
        for id, part in data.items()
    }


def synonyms(data: Data, _: Reader) -> dict[str, tuple[str, ...]]:
    return {word: tuple(others) for word, others in data.items()}


def crisis(data: Data, reader: Reader) -> Crisis:
    lines = []
    for i, line in enumerate(data["lines"]):
        number, uri = reader.phone(line, "number", ("lines", i))
        for j, source in enumerate(line.get("sources", ())):
            reader.web(source, "url", ("lines", i, "sources", j))
            reader.partial(source, "seen", ("lines", i, "sources", j))
        lines.append(
            CrisisLine(
                line["id"],
                line["name"],
                line["when"],
                number,
                uri if line["action"] == "call" else uri.replace("tel:", "sms:"),
                line["action"],
                line["label"],
                line["kind"],
                reader.id(line, "record", "records", ("lines", i)),
                line.get("send"),
                line.get("note"),
                line.get("relay"),
            )
        )
    checked = data["checked"]
    return Crisis(
        Checked(reader.date(checked, "on", ("checked",)) or reader.today, checked["how"], checked["by"], None),
        tuple(lines),
        tuple(data["words"]),
    )


def freshness(data: Data, _: Reader) -> Freshness:
    after = data["after_review"]
    return Freshness(
        {name: timedelta(days=days) for name, days in data["review_after_days"].items()},
        timedelta(days=after["sinks_after_days"]),
        timedelta(days=after["unconfirmed_after_days"]),
    )


def timeline(data: Data, reader: Reader) -> tuple[Event, ...]:
    return tuple(
        Event(
            reader.partial(event, "date", ("events", i)) or PartialDate("undated"),
            event["text"],
            reader.web(event, "url", ("events", i)),
            event.get("source"),
            event.get("note"),
        )
        for i, event in enumerate(data["events"])
    )


def hubs_not_found(data: Data, reader: Reader) -> HubsNotFound:
    return HubsNotFound(data["what"], reader.web(data, "source") or "", reader.ids(data, "areas", "areas"))
