"""What a change of catalogues changes on pages: against an earlier revision, which Git knows."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from directory.i18n import catalogues
from directory.i18n.locale import Key, Language
from directory.i18n.messages import DOMAINS, Catalogue, path_of
from directory.i18n.offer import Needs, Offer


class NotARevision(Exception):
    """Git knows no such revision here."""


@dataclass(frozen=True)
class Change:
    """A message that is said otherwise now. `was` or `now` is "" where there was, or is, no fresh translation."""

    english: str
    was: str
    now: str


@dataclass(frozen=True)
class Touched:
    """A page in site/, with what it alone or with some others says otherwise now."""

    address: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Changed:
    """One language. `everywhere`: what every page says. `held_back` counts pages that say it and are not offered."""

    language: Language
    everywhere: tuple[Change, ...]
    pages: tuple[Touched, ...]
    held_back: int


def changed(
    repository: Path,
    base: str,
    now: Iterable[Catalogue],
    offers: Iterable[Offer],
    needs: Needs,
    titles: Mapping[str, str],
) -> list[Changed]:
    """The languages in which a page says something else than at the revision `base`."""
    commit = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if commit is None:
        raise NotARevision(f"Git knows no revision “{base}” here.")
    everywhere = frozenset.intersection(*needs.values())
    said = Counter(key for keys in needs.values() for key in keys)
    found = []
    for catalogue, offer in zip(now, offers, strict=True):
        before = _before(repository, commit.decode().strip(), catalogue.language)
        # What few pages say comes first: it is what to look at there.
        changes = dict(sorted(_changes(before, catalogue).items(), key=lambda item: said[item[0]]))
        touched = {address: keys for address, keys in needs.items() if changes.keys() & (keys - everywhere)}
        if changes:
            pages = [
                Touched(
                    catalogue.language.folder + address,
                    titles[address],
                    tuple(change for key, change in changes.items() if key in keys - everywhere),
                )
                for address, keys in touched.items()
                if address in offer.pages
            ]
            shared = tuple(change for key, change in changes.items() if key in everywhere)
            found.append(Changed(catalogue.language, shared, tuple(pages), len(touched) - len(pages)))
    return found


def _changes(before: Catalogue, after: Catalogue) -> dict[Key, Change]:
    was, now = ({t.key: " / ".join(t.forms) for _, t in of.messages if t.done} for of in (before, after))
    return {
        key: Change(key[1], was.get(key, ""), now.get(key, ""))
        for key in {**was, **now}
        if was.get(key) != now.get(key)
    }


def _before(repository: Path, commit: str, language: Language) -> Catalogue:
    """The catalogue as it was, laid out as in the repository, so that it is read in the same way."""
    with TemporaryDirectory() as folder:
        for domain in DOMAINS:
            path = path_of(language, domain)
            text = _git(repository, "show", f"{commit}:./{path}")
            if text is not None:
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)
        return catalogues.read(Path(folder), language)[0]


def _git(repository: Path, *arguments: str) -> bytes | None:
    """What Git says; None where it knows no such thing."""
    done = subprocess.run(["git", *arguments], cwd=repository, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None
