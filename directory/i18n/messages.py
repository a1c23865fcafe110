"""What is to be translated, and what has been: messages as values, apart from Babel, which takes a while to import."""

from __future__ import annotations

from dataclasses import dataclass

from directory.i18n.languages import FOLDER
from directory.i18n.locale import Key, Language

INTERFACE, CONTENT = "interface", "content"
DOMAINS = (INTERFACE, CONTENT)


@dataclass(frozen=True)
class Message:
    """`plural` is "" where there is one form. `places` are the files that say it."""

    context: str
    english: str
    plural: str
    places: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.english


@dataclass(frozen=True)
class Translation:
    """One message of a catalogue. `forms` are its text, or one for each plural category; all empty if it has none.

    `stale`: the English has changed since. `line` is where it stands in the file.
    """

    context: str
    english: str
    plural: str
    forms: tuple[str, ...]
    line: int
    stale: bool
    reviewed: bool

    @property
    def key(self) -> Key:
        return self.context, self.english

    @property
    def done(self) -> bool:
        return not self.stale and all(self.forms)


@dataclass(frozen=True)
class Catalogue:
    """Both domains of a language; each message with the path of its file."""

    language: Language
    messages: tuple[tuple[str, Translation], ...]


def path_of(language: Language, domain: str) -> str:
    """The path of a catalogue from the repository."""
    return f"{FOLDER}/{language.id}/LC_MESSAGES/{domain}.po"
