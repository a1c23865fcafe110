"""The valid tree of data/wizard.yml to the questions of “Find support”."""

from __future__ import annotations

from typing import cast

from directory.diagnostics import Pointer
from directory.model import Behind, Lift, LiftKind, Most, Option, PlaceOptions, Points, Question, Wizard
from directory.reader import Data, Reader

VOCABULARIES = {
    "features": "features",
    "offers": "offers",
    "topics": "topics",
    "kinds": "kinds",
    "phases": "incident-phases",
}
"""The lines of a lift that hold ids, and where these are looked up. "kinds" are those of services and of resources."""


def wizard(data: Data, reader: Reader) -> Wizard:
    """The questions. References of options to vocabularies, records and groups are left with the reader."""
    points = data["barrier_points"]
    return Wizard(
        tuple(_question(id, part, reader) for id, part in data["questions"].items()),
        _lifts(data["start"], reader, ("start",)),
        tuple(_behind(id, part, reader) for id, part in data["behind"].items()),
        Points(points["own"], points["strong"], points["likely"], data["work_points"], data["place_points"]),
        reader.ids(data, "everyone", "records"),
        Most(**data["most"]),
        data["reasons"],
        {id: reader.ids(data["covers"], id, "features", ("covers",)) for id in reader.keys(data, "covers", "features")},
    )


def _question(id: str, data: Data, reader: Reader) -> Question:
    at: Pointer = ("questions", id)
    boards = data.get("boards", {})
    return Question(
        id,
        data["label"],
        data["help"],
        data["skip"],
        data["choose"] == "several",
        tuple(_option(key, part, reader, (*at, "options", key)) for key, part in data.get("options", {}).items()),
        PlaceOptions(reader.ids(data, "places", "areas", at), data["said"], boards["label"], boards["help"])
        if "places" in data
        else None,
        data.get("fold_after"),
    )


def _option(id: str, data: Data, reader: Reader, at: Pointer) -> Option:
    return Option(
        id,
        data["said"],
        data.get("label", ""),
        data.get("help", ""),
        _lifts(data.get("lifts", []), reader, (*at, "lifts")),
        reader.ids(data, "brings", "behind", at),
        reader.id(data, "barrier", "barriers", at) if "barrier" in data else None,
        reader.ids(data, "roles", "roles", at),
        reader.ids(data, "settings", "settings", at),
        data.get("everything") == "yes",
    )


def _lifts(data: list[Data], reader: Reader, at: Pointer) -> tuple[Lift, ...]:
    found: list[Lift] = []
    for i, part in enumerate(data):
        (kind,) = (key for key in part if key != "points")
        ids = reader.ids(part, kind, VOCABULARIES[kind], (*at, i)) if kind in VOCABULARIES else _words(part[kind])
        found.append(Lift(cast(LiftKind, kind), ids, part["points"]))
    return tuple(found)


def _words(value: str | list[str]) -> tuple[str, ...]:
    """The audiences of a list; of “yes” the one id ""."""
    return ("",) if isinstance(value, str) else tuple(value)


def _behind(id: str, data: Data, reader: Reader) -> Behind:
    at: Pointer = ("behind", id)
    return Behind(
        id,
        data["why"],
        reader.ids(data, "offers_only", "offers", at),
        reader.ids(data, "beside", "offers", at),
        reader.ids(data, "topics_only", "topics", at),
        reader.ids(data, "roles_only", "roles", at),
        reader.ids(data, "settings_only", "settings", at),
        reader.ids(data, "kinds", "kinds", at),
        reader.ids(data, "features", "features", at),
        reader.ids(data, "records", "records", at),
        reader.ids(data, "unless", "features", at),
        reader.ids(data, "nationwide", "areas", at),
    )
