"""What an editor is told about a record: where, what is wrong, and the exact repair.

This module defines the value and the catalogue of codes. It finds nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Protocol

Pointer = tuple[str | int, ...]
"""The way to a value inside a record: ("contact", "phone", 0, "number")."""


class Severity(StrEnum):
    """ERROR stops publishing. WARNING does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every code there is. Codes are words, are explained in docs/diagnostics.md, and never change."""

    # the file
    MISSING_FILE = "missing-file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    SYMLINK = "symlink"
    FILE_NAME = "file-name"
    ID_CASE = "id-case"
    EMPTY_FILE = "empty-file"
    BYTE_ORDER_MARK = "byte-order-mark"
    NOT_UTF_8 = "not-utf-8"
    CONTROL_CHARACTER = "control-character"
    HIDDEN_CHARACTER = "hidden-character"
    # YAML
    TAB = "tab"
    INDENTATION = "indentation"
    YAML_SYNTAX = "yaml-syntax"
    DUPLICATE_KEY = "duplicate-key"
    SEVERAL_DOCUMENTS = "several-documents"
    ANCHOR = "anchor"
    TAG = "tag"
    TOO_DEEP = "too-deep"
    NOT_A_MAPPING = "not-a-mapping"
    NEEDS_QUOTES = "needs-quotes"
    # the form
    EMPTY_VALUE = "empty-value"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    UNKNOWN_VALUE = "unknown-value"
    WRONG_FORM = "wrong-form"
    # values
    PHONE_NOT_VALID = "phone-not-valid"
    DATE_NOT_REAL = "date-not-real"
    DATE_IN_FUTURE = "date-in-future"
    HOURS_NOT_VALID = "hours-not-valid"
    LINK_NOT_VALID = "link-not-valid"
    UNSAFE_LINK = "unsafe-link"
    INSECURE_LINK = "insecure-link"
    # between records
    UNKNOWN_ID = "unknown-id"
    DUPLICATE_ID = "duplicate-id"
    SUCCESSOR_CYCLE = "successor-cycle"
    # house rules
    FORBIDDEN_NUMBER = "forbidden-number"
    CONTACT_NOT_OPEN = "contact-not-open"
    NUMBER_IN_TEXT = "number-in-text"
    SUMMARY_TOO_LONG = "summary-too-long"
    UNSUPPORTED_CLAIM = "unsupported-claim"
    CLOSED_WITHOUT_SUCCESSOR = "closed-without-successor"
    REVIEW_OVERDUE = "review-overdue"
    HTML_IN_TEXT = "html-in-text"
    # the wizard
    OPTION_WITHOUT_EFFECT = "option-without-effect"
    IDLE_EFFECT = "idle-effect"
    # translations
    TRANSLATION_FILE = "translation-file"
    TRANSLATION_DUPLICATE = "translation-duplicate"
    TRANSLATION_FORMS = "translation-forms"
    TRANSLATION_PLACEHOLDER = "translation-placeholder"
    TRANSLATION_NUMBER = "translation-number"
    TRANSLATION_LINK = "translation-link"
    TRANSLATION_NAME = "translation-name"
    TRANSLATION_HTML = "translation-html"
    TRANSLATION_SCRIPT = "translation-script"
    # the edition
    BRAND_CONTRAST = "brand-contrast"

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR

    @property
    def of_a_line(self) -> bool:
        """Whether it speaks of a line that can be shown, not of a file as a whole."""
        return self not in _OF_A_FILE


_WARNINGS = frozenset({Code.CLOSED_WITHOUT_SUCCESSOR, Code.REVIEW_OVERDUE, Code.HTML_IN_TEXT})
_OF_A_FILE = frozenset(
    {
        Code.MISSING_FILE,
        Code.UNREADABLE,
        Code.TOO_LARGE,
        Code.SYMLINK,
        Code.FILE_NAME,
        Code.ID_CASE,
        Code.EMPTY_FILE,
        Code.BYTE_ORDER_MARK,
    }
)


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file. Lines and columns count from 1, as an editor counts; length is in characters."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing to mend: a sentence without jargon and, where there is one, the exact repair as a hint."""

    position: Position
    code: Code
    sentence: str
    hint: str | None = None

    @property
    def severity(self) -> Severity:
        return self.code.severity


class Where(Protocol):
    """Finds a value, or its key: where("data/services/a.yml", ("contact", "email"))."""

    def __call__(self, path: str, pointer: Pointer, /, *, key: bool = False) -> Position: ...


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All diagnostics once each, by path, line and column."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.position, d.code, d.sentence)))


def any_error(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)


def quoted(text: object) -> str:
    """What an editor wrote, fit to stand in a sentence: on one line, and no longer than the eye takes in."""
    shown = " ".join(str(text).split())
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shown[: _LONGEST + 1])
    return f"“{shown}”" if len(shown) <= _LONGEST else f"“{shown[:_LONGEST]}…”"


_LONGEST = 60


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """At most three of the known words that `word` may have been meant to be, the likeliest first."""
    folded = {name.casefold(): name for name in sorted(known)}
    return [folded[near] for near in get_close_matches(word.casefold(), folded, n=3, cutoff=0.7)]


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """ "Did you mean “shame”?" with at most three near words, before `otherwise`; only that where nothing is near."""
    near = [f"“{name}”" for name in nearest(word, known)]
    if not near:
        return otherwise
    choice = " or ".join(near) if len(near) < 3 else f"{near[0]}, {near[1]} or {near[2]}"
    return f"Did you mean {choice}? {otherwise}".strip()
