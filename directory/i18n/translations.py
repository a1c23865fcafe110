"""The languages of the site with all their translations, or what is wrong with them. A build and `check` ask alike."""

from __future__ import annotations

from pathlib import Path

from directory.diagnostics import Diagnostic
from directory.i18n import kept, languages
from directory.i18n.kept import Translations
from directory.i18n.languages import Languages
from directory.model import Directory


def read(
    repository: Path, directory: Directory, own: bool, jobs: int
) -> tuple[tuple[Languages, Translations] | None, tuple[Diagnostic, ...]]:
    """`own`: the records are those of the repository, so that all that are to be translated have to be there."""
    found, faults = languages.read(repository, directory.by_id if own else None)
    if found is None:
        return None, tuple(faults)
    translations, wrong = kept.read(repository, found, _names(directory), jobs)
    return ((found, translations) if translations else None), wrong


def _names(directory: Directory) -> frozenset[str]:
    """What stays the same in every language wherever it stands: names of services, and words to send."""
    return frozenset(
        {service.name for service in directory.services} | {line.send for line in directory.crisis.lines if line.send}
    )
