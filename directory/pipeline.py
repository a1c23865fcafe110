"""The steps from records to a site, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from directory import assets, brand, editions, engine, opening, publish, render, urls
from directory.assets import Assets
from directory.brand import Brand
from directory.compile import compile_directory
from directory.diagnostics import Diagnostic, in_order
from directory.editions import Editions
from directory.export import search
from directory.export.entries import Edition
from directory.i18n.offer import Needs, Offer
from directory.parallel import together

Files = Iterator[tuple[str, bytes]]
Step = Callable[[str], None]
"""Is told the name of the step that begins; "" at the end."""


@dataclass(frozen=True)
class Inputs:
    """All that a build depends on: the same inputs give the same bytes. `jobs` changes only how fast."""

    repository: Path
    data: Path
    site_url: str | None
    today: date
    jobs: int


@dataclass(frozen=True)
class Site:
    pages: int
    bytes: int


@dataclass(frozen=True)
class Built:
    """`site` is None where an error in the data or the settings stood in the way."""

    site: Site | None
    found: tuple[Diagnostic, ...]
    records: int


@dataclass(frozen=True)
class Prepared:
    """All that a site is made of, not yet made. `indexes` are those of search: that of English first."""

    needs: Needs
    offers: tuple[Offer, ...]
    assets: Assets
    book: render.Book
    indexes: tuple[Files, ...]


def prepare(inputs: Inputs, site: Editions, colours: Brand) -> Prepared:
    """What is in the site, in every language that has it."""
    theme = inputs.repository / "theme"
    scripts = site.scripts((theme / "scripts" / "locale.js").read_bytes(), opening.holidays(inputs.today))
    shipped = assets.collect(theme, scripts, colours)
    frame = engine.frame(inputs.repository, inputs.site_url, shipped, site.prose())
    needs = site.needs(frame, shipped)
    offers = site.offers(needs)
    source, others = site.speeches(shipped)
    book = render.book(source, others, offers, frame, inputs.repository, site.standings(offers, needs))
    indexes = (
        search.files(speech.directory, shipped, Edition(speech.locale, site.directory, of.pages))
        for speech, of in zip(others, offers, strict=True)
        if urls.SEARCH in of.pages
    )
    return Prepared(needs, offers, shipped, book, (search.files(site.directory, shipped), *indexes))


def build(inputs: Inputs, out: Path, step: Step) -> Built:
    """Builds the site into `out`, or leaves `out` as it was. Raises publish.NotOurs where `out` is not a site."""
    step("Reading the records")
    compiled = compile_directory(inputs.data, inputs.today, inputs.jobs)
    directory = compiled.directory
    colours, refused = brand.read(inputs.repository)
    if directory is None or colours is None:
        step("")
        return Built(None, in_order([*compiled.found, *refused]), compiled.records)
    step("Reading the translations")
    own = inputs.data == inputs.repository / "data"
    site, wrong = editions.read(inputs.repository, directory, own, inputs.jobs)
    if site is None:
        step("")
        return Built(None, in_order([*compiled.found, *wrong]), compiled.records)
    step("Preparing the frame of the pages")
    made = prepare(inputs, site, colours)
    step("Writing the pages")
    staging = publish.begin(out)
    try:
        shares = made.book.shares(inputs.jobs)
        indexes = list(made.indexes[1:])
        total = publish.write(staging, [*made.assets.files, *made.book.redirects])
        total += sum(
            _together(
                inputs.jobs,
                [
                    partial(publish.write, staging, made.indexes[0]),
                    *(partial(_write, staging, share, indexes[i :: inputs.jobs]) for i, share in enumerate(shares)),
                ],
            )
        )
        publish.finish(staging)
    except BaseException:
        publish.abandon(staging)
        raise
    finally:
        step("")
    return Built(Site(made.book.pages, total), compiled.found, compiled.records)


def _write(staging: publish.Staging, share: Sequence[render.Chapter], indexes: Sequence[Files]) -> int:
    return sum(publish.write(staging, files) for files in [*(chapter.made() for chapter in share), *indexes])


def _together(jobs: int, tasks: Sequence[Callable[[], int]]) -> list[int]:
    return together(tasks) if jobs > 1 else [task() for task in tasks]
