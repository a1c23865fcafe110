"""The check from the folder to the report, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from directory.parallel import spread
from directory.sitecheck import budgets, languages, numbers, rules
from directory.sitecheck.assets import Asset, read_all
from directory.sitecheck.faults import Fault, Report
from directory.sitecheck.inventory import Inventory, take, text_of
from directory.sitecheck.languages import Spoken, spoken
from directory.sitecheck.links import Jump, addresses, jump, leads_nowhere
from directory.sitecheck.page import read


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is left of a page once judged by itself. `title` is None for a page at a former address."""

    path: str
    spoken: Spoken
    title: str | None
    ids: frozenset[str]
    jumps: tuple[Jump, ...]
    faults: tuple[Fault, ...]


def verify(site: Path, *, jobs: int = 1) -> Report:
    """Reads the site in at most `jobs` processes. Never raises for what it finds, or finds missing."""
    inventory, unread = take(site)
    paths = inventory.ending(".html")
    if not paths:
        hint = "Build the site first: python build.py"
        nothing = Fault(".", 1, "no-site", "There is no page in this folder.", hint)
        return Report(0, len(inventory.files), sum(inventory.files.values()), (*unread, nothing))
    assets, in_assets = read_all(inventory)
    parts = spread(partial(_read_pages, inventory, assets), paths, jobs)
    readings = list(chain.from_iterable(parts))
    faults = [
        *unread,
        *in_assets,
        *numbers.in_files(inventory),
        *chain.from_iterable(reading.faults for reading in readings),
        *_jumps_into_nothing(readings, assets),
        *_shared_titles(readings),
        *languages.faults([reading.spoken for reading in readings]),
    ]
    return Report(len(paths), len(inventory.files), sum(inventory.files.values()), tuple(sorted(set(faults))))


def _read_pages(inventory: Inventory, assets: Mapping[str, Asset], paths: Sequence[str]) -> list[_Reading]:
    return [_read_page(inventory, assets, path) for path in paths]


def _read_page(inventory: Inventory, assets: Mapping[str, Asset], path: str) -> _Reading:
    text, faults = text_of(inventory, path)
    page = read(path, text)
    if page.gave_up is not None:
        sentence = "From here on a program can't read the markup."
        faults.append(Fault(path, page.gave_up, "markup", sentence, "Look for “<![” and take it out."))
    found = tuple(addresses(page))
    faults += [fault for address in found if (fault := leads_nowhere(path, address, inventory))]
    faults += chain.from_iterable(rule(page) for rule in rules.RULES)
    refresh = page.refresh()
    if refresh:
        faults += rules.redirect(page, refresh)
    else:
        faults += chain.from_iterable(rule(page) for rule in rules.RULES_OF_FULL_PAGES)
        faults += rules.crisis_help(page, found)
    faults += numbers.in_page(page)
    faults += budgets.over(page, text, inventory, assets)
    title = None if refresh else next((element.text for element in page.titles()), "")
    jumps = tuple(to for address in found if (to := jump(path, address, inventory)))
    return _Reading(path, spoken(page), title, page.ids(), jumps, tuple(faults))


def _jumps_into_nothing(readings: Sequence[_Reading], assets: Mapping[str, Asset]) -> Iterator[Fault]:
    ids = {path: asset.ids for path, asset in assets.items()} | {r.path: r.ids for r in readings}
    for to in chain.from_iterable(reading.jumps for reading in readings):
        if to.fragment not in ids[to.target]:
            sentence = f"“#{to.fragment}” is no place in {to.target}."
            yield Fault(to.path, to.line, "broken-fragment", sentence, "Correct it, or give that place this id.")


def _shared_titles(readings: Iterable[_Reading]) -> Iterator[Fault]:
    """Two pages in one language whose titles are the same look alike among tabs and in results."""
    first: dict[tuple[str, str], str] = {}
    for reading in readings:
        if not reading.title:
            continue
        before = first.setdefault((reading.spoken.language, reading.title), reading.path)
        if before != reading.path:
            sentence = f"The title “{reading.title}” is also that of {before}."
            yield Fault(reading.path, 1, "title", sentence, "Say in each what sets it apart.")
