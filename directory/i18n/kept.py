"""All catalogues, read and checked; kept from the last build where none of them has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from directory import cache
from directory.diagnostics import Diagnostic, in_order
from directory.i18n.languages import FOLDER, Languages
from directory.i18n.locale import Language
from directory.i18n.messages import DOMAINS, INTERFACE, Catalogue, Message, Translation, path_of
from directory.parallel import together


@dataclass(frozen=True)
class Translations:
    """A catalogue for each language but English, and what the interface says, from its template."""

    catalogues: tuple[Catalogue, ...]
    interface: tuple[Message, ...]


def read(
    repository: Path, languages: Languages, names: Collection[str], jobs: int
) -> tuple[Translations | None, tuple[Diagnostic, ...]]:
    """The catalogues of all languages, or what is wrong in them."""
    name = f"translations-{_key(repository, languages, names)}"
    made = cache.read(repository, name)
    if made is None:
        made, found = _made(repository, languages, names, jobs)
        if found:
            return None, found
        cache.write(repository, name, made)
    catalogues = (
        Catalogue(language, tuple((path, Translation(**{**of, "forms": tuple(of["forms"])})) for path, of in messages))
        for language, messages in zip(languages.others, made["catalogues"], strict=True)
    )
    interface = (Message(**{**of, "places": tuple(of["places"])}) for of in made["interface"])
    return Translations(tuple(catalogues), tuple(interface)), ()


def _made(
    repository: Path, languages: Languages, names: Collection[str], jobs: int
) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    # Imported here because most builds find everything kept, and Babel takes a while to import.
    from directory.i18n import catalogues, checks

    def each(batch: Sequence[Language]) -> list[tuple[Catalogue, list[Diagnostic]]]:
        read = [catalogues.read(repository, language) for language in batch]
        return [(catalogue, [*found, *checks.check(catalogue, names)]) for catalogue, found in read]

    shares = [languages.others[i::jobs] for i in range(jobs)]
    done = {of.language: (of, faults) for part in together([partial(each, s) for s in shares]) for of, faults in part}
    found = in_order(fault for _, faults in done.values() for fault in faults)
    interface = catalogues.messages(repository / FOLDER / f"{INTERFACE}.pot")
    return {
        "catalogues": [
            [[path, asdict(of)] for path, of in done[language][0].messages] for language in languages.others
        ],
        "interface": [asdict(message) for message in interface],
    }, found


def _key(repository: Path, languages: Languages, names: Collection[str]) -> str:
    digest = hashlib.sha256(repr((version("babel"), languages, sorted(names))).encode())
    files = [Path(path_of(language, domain)) for language in languages.others for domain in DOMAINS]
    files += [Path(FOLDER, f"{INTERFACE}.pot")]
    for path in [*(repository / file for file in files), *sorted(Path(__file__).parent.glob("*.py"))]:
        digest.update(f"\0{path.name}\0".encode() + (path.read_bytes() if path.exists() else b""))
    return digest.hexdigest()[:20]
