"""Data files to a linked Directory: load, validate, decode, link, check, in this order. Reads; writes nothing.

Every step hands on what it could make and what it found, so that an editor hears of all slips in one run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from directory import checks, decode, link, load, validate, vocabulary, wizard
from directory.diagnostics import Diagnostic, Pointer, Position, any_error, in_order
from directory.load import File
from directory.model import LIVE, Directory, Resource, Service, Vocabulary, Wizard
from directory.parallel import spread
from directory.reader import Reader, Reference

Found = TypeVar("Found", Service, Resource)
Decode = Callable[[Any, Reader], Any]

RECORDS: tuple[tuple[str, str, Decode], ...] = (
    ("services", "service", decode.service),
    ("resources", "resource", decode.resource),
)
"""(folder under data/, schema, what makes a record of a tree)"""

SINGLE: tuple[tuple[str, str, Decode], ...] = (
    *((f"vocabulary/{name}", "terms", vocabulary.terms) for name in vocabulary.TERMS),
    ("vocabulary/features", "features", vocabulary.features),
    ("vocabulary/areas", "areas", vocabulary.areas),
    ("vocabulary/barriers", "barriers", vocabulary.barriers),
    ("vocabulary/lists", "lists", vocabulary.lists),
    ("vocabulary/synonyms", "synonyms", vocabulary.synonyms),
    ("crisis", "crisis", vocabulary.crisis),
    ("freshness", "freshness", vocabulary.freshness),
    ("timeline", "timeline", vocabulary.timeline),
    ("hubs-not-found", "hubs-not-found", vocabulary.hubs_not_found),
    ("wizard", "wizard", wizard.wizard),
)
"""(file under data/ without .yml, schema, what makes values of a tree): every one is needed."""


@dataclass(frozen=True)
class Read:
    """What one file came to: a value, or none; what it refers to; what was found."""

    file: File
    value: Any
    references: tuple[Reference, ...]
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Compiled:
    """`directory` is None where an error stands in the way. `records` counts the record files that were read."""

    directory: Directory | None
    found: tuple[Diagnostic, ...]
    records: int


def compile_directory(data: Path, today: date, jobs: int = 1) -> Compiled:
    """Everything under `data`, and everything that is wrong with it, in the order of an editor's files."""
    shown = data.name
    if lost := load.folder_faults(data, ("services", "resources", "vocabulary"), shown):
        return Compiled(None, tuple(lost), 0)
    files: list[tuple[File, str, Decode]] = []
    found: list[Diagnostic] = []
    for folder, schema, make in RECORDS:
        listed, lost = load.find(data, folder, shown)
        files += [(file, schema, make) for file in listed]
        found += lost
    needed = [(File(f"{shown}/{name}.yml", data / f"{name}.yml"), schema, make) for name, schema, make in SINGLE]
    parts = spread(lambda batch: [_read(*item, today) for item in batch], [*needed, *files], jobs)
    reads = [read for part in parts for read in part]
    singles, records = reads[: len(needed)], reads[len(needed) :]
    places = {read.file.path: read.file for read in reads}

    def where(path: str, pointer: Pointer, *, key: bool = False) -> Position:
        return load.locate(places[path], pointer, key=key)

    found += [diagnostic for read in reads for diagnostic in read.found]
    whole = not any_error(found)
    made = [read.value for read in records if read.value is not None]
    found += link.resolve(made, _references(reads), _known(singles, files), _claims(files), where)
    directory = _directory(made, singles, today)
    if directory:
        for record in made:
            found += checks.of_calendar(record, directory.review_by(record), today, where)
        if whole:  # a record that could not be made may be the one that an option is for
            found += checks.of_wizard(directory, f"{shown}/wizard.yml", where)
    errors = any_error(found)
    return Compiled(None if errors or not directory else _aged(directory), in_order(found), len(files))


def _aged(directory: Directory) -> Directory:
    """The directory in which what nobody has looked at for too long counts as unconfirmed: data/freshness.yml."""
    after = directory.freshness.unconfirmed_after

    def aged(record: Found) -> Found:
        confirmed = record.status in LIVE or record.status == "current"
        too_old = directory.today > directory.review_by(record) + after
        return replace(record, status="unconfirmed") if confirmed and too_old else record

    return replace(
        directory, services=tuple(map(aged, directory.services)), resources=tuple(map(aged, directory.resources))
    )


def _read(file: File, schema: str, make: Decode, today: date) -> Read:
    tree, found = load.read(file)
    if tree is None:
        return Read(file, None, (), tuple(found))

    def locate(pointer: Pointer, key: bool) -> Position:
        return load.locate(file, pointer, key=key)

    def where(_: str, pointer: Pointer, *, key: bool = False) -> Position:
        return load.locate(file, pointer, key=key)

    value, found = validate.against_schema(tree, schema, locate)
    if value is None:
        return Read(file, None, (), tuple(found))
    reader = Reader(file, today, locate, [], [])
    made = make(value, reader)
    record = made if isinstance(made, Service | Resource) else None
    reader.found.extend(checks.of_file(file.path, record, value, where))
    return Read(file, made, tuple(reader.references), tuple(reader.found))


def _references(reads: Iterable[Read]) -> list[Reference]:
    return [reference for read in reads for reference in read.references]


def _known(singles: Sequence[Read], files: Sequence[tuple[File, str, Decode]]) -> dict[str, Iterable[str]]:
    """The ids there are; nothing of a vocabulary that could not be read."""
    known: dict[str, Iterable[str]] = {"records": [file.id for file, _, _ in files]}
    known |= {read.file.id: read.value for read in singles if isinstance(read.value, dict)}
    if known.keys() >= {"service-kinds", "resource-kinds"}:
        known["kinds"] = [*known["service-kinds"], *known["resource-kinds"]]
    for read in singles:
        if isinstance(read.value, Wizard):
            known["behind"] = [group.id for group in read.value.behind]
    return known


def _claims(files: Sequence[tuple[File, str, Decode]]) -> dict[str, list[str]]:
    claims: dict[str, list[str]] = {}
    for file, _, _ in files:
        claims.setdefault(file.id, []).append(file.path)
    return claims


def _directory(records: Sequence[Service | Resource], singles: Sequence[Read], today: date) -> Directory | None:
    values = {name: read.value for (name, _, _), read in zip(SINGLE, singles, strict=True)}
    if any(value is None for value in values.values()):
        return None
    words = Vocabulary(
        terms={name: values[f"vocabulary/{name}"] for name in vocabulary.TERMS},
        areas=values["vocabulary/areas"],
        barriers=values["vocabulary/barriers"],
        features=values["vocabulary/features"],
        lists=values["vocabulary/lists"],
        synonyms=values["vocabulary/synonyms"],
    )
    return Directory(
        services=tuple(record for record in records if isinstance(record, Service)),
        resources=tuple(record for record in records if isinstance(record, Resource)),
        vocabulary=words,
        crisis=values["crisis"],
        freshness=values["freshness"],
        timeline=values["timeline"],
        hubs_not_found=values["hubs-not-found"],
        wizard=values["wizard"],
        today=today,
    )
