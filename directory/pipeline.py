"""The steps from records to a site, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from directory import assets, brand, engine, opening, publish, render
from directory.compile import compile_directory
from directory.diagnostics import Diagnostic, in_order
from directory.export import search
from directory.parallel import together

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


def build(inputs: Inputs, out: Path, step: Step) -> Built:
    """Builds the site into `out`, or leaves `out` as it was. Raises publish.NotOurs where `out` is not a site."""
    step("Reading the records")
    compiled = compile_directory(inputs.data, inputs.today, inputs.jobs)
    directory = compiled.directory
    colours, refused = brand.read(inputs.repository)
    if directory is None or colours is None:
        step("")
        return Built(None, in_order([*compiled.found, *refused]), compiled.records)
    step("Preparing the frame of the pages")
    theme = inputs.repository / "theme"
    locale = opening.files(inputs.today, (theme / "scripts" / "locale.js").read_bytes())
    shipped = assets.collect(theme, locale, colours)
    frame = engine.frame(inputs.repository, inputs.site_url, shipped)
    step("Writing the pages")
    staging = publish.begin(out)
    try:
        book = render.book(directory, frame, shipped, inputs.repository)
        total = publish.write(staging, [*shipped.files, *book.redirects])
        total += sum(
            _together(
                inputs.jobs,
                [
                    lambda: publish.write(staging, search.files(directory, shipped)),
                    *(partial(_write, staging, book, share) for share in book.shares(inputs.jobs)),
                ],
            )
        )
        publish.finish(staging)
    except BaseException:
        publish.abandon(staging)
        raise
    finally:
        step("")
    return Built(Site(book.pages, total), compiled.found, compiled.records)


def _write(staging: publish.Staging, book: render.Book, share: Sequence[render.Task]) -> int:
    return publish.write(staging, book.made(share))


def _together(jobs: int, tasks: Sequence[Callable[[], int]]) -> list[int]:
    return together(tasks) if jobs > 1 else [task() for task in tasks]
