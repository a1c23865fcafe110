"""A folder with a Polish catalogue in it, and what its translator is told."""

from __future__ import annotations

from pathlib import Path

from directory import load, report
from directory.diagnostics import Diagnostic, in_order
from directory.i18n import catalogues, checks
from directory.i18n.messages import Catalogue, path_of
from tests.i18n.real import LANGUAGES

POLISH = LANGUAGES["pl"]
INTERFACE = Path(path_of(POLISH, "interface"))
NAMES = frozenset({"Samaritans", "Shout 85258", "SHOUT"})


def catalogue(repository: Path, text: str) -> Catalogue:
    """What is read of a folder into which a catalogue with this text is put."""
    (repository / INTERFACE).parent.mkdir(parents=True, exist_ok=True)
    (repository / INTERFACE).write_text(text, "utf-8")
    found, faults = catalogues.read(repository, POLISH)
    assert not faults, faults
    return found


def faults(repository: Path) -> tuple[Diagnostic, ...]:
    found, unreadable = catalogues.read(repository, POLISH)
    return in_order([*unreadable, *checks.check(found, NAMES)])


def told(repository: Path) -> str:
    """What the translator reads on a terminal."""
    return report.text(faults(repository), 0, lambda path: load.lines(repository / path))
