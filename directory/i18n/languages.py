"""locales/languages.yml: the languages of the site, and what is translated."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from directory import validate
from directory.diagnostics import Code, Diagnostic, did_you_mean, quoted
from directory.i18n.locale import Language
from directory.load import File
from directory.model import Id

FOLDER = "locales"
SETTINGS = f"{FOLDER}/languages.yml"


@dataclass(frozen=True)
class Languages:
    """`records` and `pages` are what is translated: ids of records, and names of files in pages/ without .md."""

    all: tuple[Language, ...]
    records: tuple[Id, ...]
    pages: tuple[str, ...]

    @property
    def source(self) -> Language:
        return next(language for language in self.all if language.status == "source")

    @property
    def others(self) -> tuple[Language, ...]:
        return tuple(language for language in self.all if language.status != "source")


def read(repository: Path, records: Collection[Id] | None) -> tuple[Languages | None, list[Diagnostic]]:
    """The languages, or what is wrong with the file. `records` are the ids there are; None: nobody knows."""
    value, found, locate = validate.read(File(SETTINGS, repository / SETTINGS), "languages")
    if value is None:
        return None, found
    data = cast(dict[str, Any], value)
    for i, id in enumerate(data["records"]):
        if records is not None and id not in records:
            sentence = f"{quoted(id)} is not a record we know."
            hint = did_you_mean(id, records, "A record's id is the name of its file.")
            found.append(Diagnostic(locate(("records", i), False), Code.UNKNOWN_ID, sentence, hint))
    for i, name in enumerate(data["pages"]):
        if not (repository / "pages" / f"{name}.md").is_file():
            sentence, hint = f"{quoted(name)} is not a file of pages/.", "Write a name without .md."
            found.append(Diagnostic(locate(("pages", i), False), Code.UNKNOWN_ID, sentence, hint))
    if found:
        return None, found
    languages = tuple(Language(id=id, fallback=of.get("fallback"), **_rest(of)) for id, of in data["languages"].items())
    return Languages(languages, tuple(data["records"]), tuple(data["pages"])), []


def _rest(of: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in of.items() if name != "fallback"}
