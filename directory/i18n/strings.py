"""The templates and catalogues of locales/ as they should be: with the messages of today, and what was translated."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from directory.diagnostics import Diagnostic
from directory.i18n import catalogues
from directory.i18n.languages import FOLDER
from directory.i18n.locale import Language
from directory.i18n.messages import Message, Translation, path_of


@dataclass(frozen=True)
class Renewed:
    """A file that differs from what it should be. `new` and `stale` count the messages that have become so.

    A template has no language.
    """

    path: str
    text: bytes
    language: Language | None = None
    new: int = 0
    stale: int = 0


def renewed(
    repository: Path, languages: Iterable[Language], messages: Mapping[str, Sequence[Message]]
) -> tuple[list[Renewed], list[Diagnostic]]:
    """The files to write; and what is wrong with others, which are left as they are, so that no translation is lost."""
    files = [
        Renewed(f"{FOLDER}/{domain}.pot", catalogues.written(catalogues.template(of)))
        for domain, of in messages.items()
    ]
    found: list[Diagnostic] = []
    for language in languages:
        before, faults = catalogues.read(repository, language)
        found += faults
        left = {diagnostic.position.path for diagnostic in faults}
        for domain, of in messages.items():
            path = path_of(language, domain)
            if path not in left:
                there = [t for place, t in before.messages if place == path]
                files.append(_catalogue(path, language, there, catalogues.updated(repository, language, domain, of)))
    return [file for file in files if not _stands(repository / file.path, file.text)], found


def _catalogue(path: str, language: Language, before: Iterable[Translation], now: Catalog) -> Renewed:
    stale = {t.key: t.stale for t in before}
    keys = {(entry.context or "", _english(entry.id)): entry.fuzzy for entry in now if entry.id}
    return Renewed(
        path,
        catalogues.written(now),
        language,
        new=sum(key not in stale and not fuzzy for key, fuzzy in keys.items()),
        stale=sum(fuzzy and not stale.get(key) for key, fuzzy in keys.items()),
    )


def _english(id: str | list[str] | tuple[str, ...]) -> str:
    return id if isinstance(id, str) else id[0]


def _stands(file: Path, text: bytes) -> bool:
    return file.exists() and file.read_bytes() == text


def write(repository: Path, files: Iterable[Renewed]) -> None:
    """Each file as a whole or not at all: written beside the old one, then put in its place."""
    for of in files:
        file = repository / of.path
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.{os.getpid()}")
        beside.write_bytes(of.text)
        beside.replace(file)
