"""The commands. The only module that prints, exits or reads the clock."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

import click

from directory import brand, load, parallel, report
from directory.compile import compile_directory
from directory.diagnostics import Diagnostic, any_error, in_order

if TYPE_CHECKING:
    from directory.matching import Table
    from directory.model import Directory

REPOSITORY = Path(__file__).parent.parent


class _Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a date. Write year, month, day: 2026-11-21.", param, ctx)


def _today() -> date:
    """SOURCE_DATE_EPOCH where it is set (https://reproducible-builds.org/specs/source-date-epoch/), else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch and epoch.isdecimal() else date.today()


_data = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=REPOSITORY / "data",
    show_default="data",
    help="The folder with the records.",
)
_out = click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=REPOSITORY / "site",
    show_default="site",
    help="The folder for the finished site.",
)
_site_url = click.option("--site-url", metavar="URL", help="The address the site will have. Links work without it.")
_on = click.option("--today", type=_Day(), metavar="DATE", help="Build as if it were this day.")
_jobs = click.option("--jobs", type=click.IntRange(1, 64), help="How many processes at once.  [default: one a core]")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@_data
@_out
@_site_url
@_on
@_jobs
@click.option("--quiet", is_flag=True, help="Say nothing unless something is wrong.")
@click.pass_context
def main(
    context: click.Context,
    data: Path,
    out: Path,
    site_url: str | None,
    today: date | None,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Builds the directory: records in data/ become a website in site/.

    Without a command it builds. Errors in the records mean no new site; the old one stays whole.
    """
    # A build lives for seconds; looking for garbage while a hundred thousand values are made only costs time.
    gc.disable()
    if context.invoked_subcommand:
        return
    # Imported here, and in `serve`, because `check` needs none of it and should answer at once.
    from directory import pipeline, publish

    inputs = pipeline.Inputs(REPOSITORY, data.resolve(), site_url, today or _today(), jobs or parallel.cores())
    step = _silent if quiet else _steps()
    started = time.perf_counter()
    try:
        built = pipeline.build(inputs, out.resolve(), step)
    except publish.NotOurs as error:
        _stop(f"{error}. Nothing was written. Choose another folder with --out.", 2)
    except Exception as error:
        _bug(error)
    if built.site is None:
        sys.stderr.write(_shown(built.found, built.records, "text", data))
        _stop("No new site was built. The old one, if there is one, is as it was.", 1)
    if quiet:
        return
    warnings = len(built.found)
    seconds = time.perf_counter() - started
    click.echo(
        f"{built.records} records, {built.site.pages} pages, {warnings} warning{'' if warnings == 1 else 's'}, "
        f"{seconds:.1f} seconds."
    )
    if warnings:
        click.echo("See the warnings with: python build.py check")
    shown = _short(out)
    click.echo(f"The site is in {shown}/. Open {shown}/index.html in a browser, or run: make serve")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH…]")
@_data
@_on
@click.option("--format", "format_", type=click.Choice(sorted(report.FORMATS)), default="text", show_default=True)
def check(paths: tuple[Path, ...], data: Path, today: date | None, format_: str) -> None:
    """Says what is wrong in the records and the edition's colour: all of it, or only in the files and folders named."""
    data = data.resolve()
    wanted = [path.parent.resolve() / path.name for path in map(_plain, paths)]
    for path, place in zip(paths, wanted, strict=True):
        if not path.exists() and not path.is_symlink():
            raise click.UsageError(f"There is no file or folder {path}.")
        if not place.is_relative_to(data) and not data.is_relative_to(place):
            raise click.UsageError(f"{path} does not lie in {data.name}/, so there is nothing to check in it.")
    try:
        compiled = compile_directory(data, today or _today(), parallel.cores())
    except Exception as error:
        _bug(error)
    found = in_order([*compiled.found, *brand.read(REPOSITORY)[1]])
    if paths:
        found = tuple(d for d in found if any((data.parent / d.position.path).is_relative_to(path) for path in wanted))
    click.echo(_shown(found, compiled.records, format_, data), nl=False)
    sys.exit(1 if any_error(found) else 0)


@main.command()
@_data
@_on
@_jobs
@click.option("--format", "format_", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def prove(data: Path, today: date | None, jobs: int | None, format_: str) -> None:
    """Tries every combination of answers in “Find support”, and says what is promised of them all."""
    from directory import proofs

    directory, table = _compiled(data, today)
    proof = proofs.prove(directory, table, jobs or parallel.cores())
    click.echo(proofs.FORMATS[format_](proof, table), nl=False)
    sys.exit(0 if proof.holds else 1)


@main.command()
@_data
@_on
@click.option("--answers", default="", metavar="TEXT", help="For example: want=talk barriers=shifts,no-time area=wales")
@click.option("--at", "moment", type=click.DateTime(["%Y-%m-%dT%H:%M"]), help="London time, 2026-12-25T03:00.")
def explain(data: Path, today: date | None, answers: str, moment: datetime | None) -> None:
    """Says for one set of answers in “Find support” why each record is where it is."""
    from directory import matching, opening, proofs

    _, table = _compiled(data, today)
    try:
        chosen = matching.read_answers(table, answers)
    except matching.NotAnswers as error:
        raise click.UsageError(str(error)) from None
    moment = moment or datetime.now(ZoneInfo("Europe/London")).replace(tzinfo=None)
    calendars = opening.calendars(moment.year, moment.year + 1)
    click.echo(proofs.explain(table, chosen, matching.open_at(table, calendars, moment)), nl=False)


@main.command()
@click.argument("site", type=click.Path(path_type=Path), default=REPOSITORY / "site", required=False)
def verify(site: Path) -> None:
    """Reads the finished site: every link, id, budget and number."""
    from directory import sitecheck

    found = sitecheck.verify(site, jobs=parallel.cores())
    for fault in found.faults:
        click.echo(f"{fault.path}:{fault.line}: {fault.rule}: {fault.sentence}\n   = help: {fault.hint}")
    size = found.bytes / 1_000_000
    faults = len(found.faults)
    click.echo(
        f"{found.pages} pages, {found.files} files, {size:.1f} MB: {faults or 'no'} fault{'' if faults == 1 else 's'}."
    )
    sys.exit(1 if faults else 0)


@main.command()
@_data
@_out
@_on
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve(data: Path, out: Path, today: date | None, port: int) -> None:
    """Builds, shows the site on this computer, and builds again when a file changes."""
    from directory import pipeline
    from directory import serve as server

    # One process: the server's threads must not be forked, and a directory of some hundred records builds at once.
    inputs = pipeline.Inputs(REPOSITORY, data.resolve(), None, today or _today(), jobs=1)

    def build() -> str | None:
        built = pipeline.build(inputs, out.resolve(), _silent)
        if built.site:
            click.echo(f"{built.records} records, {built.site.pages} pages.")
            return None
        text = _shown(built.found, built.records, "text", data)
        click.echo(text, err=True, nl=False)
        return text

    try:
        server.run(build, out.resolve(), server.watched(REPOSITORY, data.resolve()), port, click.echo)
    except OSError as error:
        _stop(f"The site could not be served on port {port}: {error.strerror}. Choose another with --port.", 2)


def _compiled(data: Path, today: date | None) -> tuple[Directory, Table]:
    """The directory and its table of answers. Ends with the diagnostics where the data has errors."""
    from directory import matching

    compiled = compile_directory(data.resolve(), today or _today(), parallel.cores())
    if compiled.directory is None:
        sys.stderr.write(_shown(compiled.found, compiled.records, "text", data))
        _stop("Mend these first.", 1)
    return compiled.directory, matching.compile_table(compiled.directory)


def _plain(path: Path) -> Path:
    """The path without “..” and “.”, as it was meant: through links that the name itself goes through."""
    return Path(os.path.abspath(path))


def _shown(found: tuple[Diagnostic, ...], records: int, format_: str, data: Path) -> str:
    def lines(path: str) -> list[str]:
        return load.lines((REPOSITORY if path == brand.SETTINGS else data.resolve().parent) / path)

    return report.FORMATS[format_](found, records, lines)


def _silent(_: str) -> None:
    pass


def _steps() -> Callable[[str], None]:
    """Shows the step in hand, on a terminal only."""
    if not sys.stderr.isatty():
        return _silent
    from rich.console import Console

    status = Console(stderr=True).status("Reading")
    status.start()
    return lambda name: status.update(name) if name else status.stop()


def _short(path: Path) -> str:
    absolute = path.absolute()
    return str(absolute.relative_to(Path.cwd())) if absolute.is_relative_to(Path.cwd()) else str(path)


def _bug(error: Exception) -> NoReturn:
    notes = "".join(f" {note}" for note in getattr(error, "__notes__", ()))
    _stop(
        f"This is a mistake in the program, not in your files: {type(error).__name__}: {error}.{notes}\n"
        "The old site, if there is one, is as it was. Please report it with this text.",
        3,
    )


def _stop(sentence: str, code: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(code)
