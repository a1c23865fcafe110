"""The commands. The only module that prints, exits or reads the clock."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

import click

from directory import brand, load, parallel, report
from directory.compile import compile_directory
from directory.diagnostics import Diagnostic, any_error, in_order, quoted
from directory.i18n import languages
from directory.i18n import translations as translated

if TYPE_CHECKING:
    from directory.editions import Editions
    from directory.i18n.offer import Needs, Offer
    from directory.model import Directory

REPOSITORY = Path(__file__).parent.parent
OWN = REPOSITORY / "data"


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
        _refuse(built.found, built.records, data, "No new site was built. The old one, if there is one, is as it was.")
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
    """Says what is wrong in the records, the translations and the edition's colour: all of it, or only in PATHs."""
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
    faults = [*brand.read(REPOSITORY)[1]]
    if compiled.directory:
        faults += translated.read(REPOSITORY, compiled.directory, data == OWN, parallel.cores())[1]
    found = in_order([*compiled.found, *faults])
    if paths:
        found = tuple(d for d in found if any((data.parent / d.position.path).is_relative_to(path) for path in wanted))
    click.echo(_shown(found, compiled.records, format_, data), nl=False)
    sys.exit(1 if any_error(found) else 0)


@main.command()
@click.option("--language", metavar="ID", help="What is left to do in this language: pl.")
@click.option("--changed", "base", metavar="REVISION", help="Which pages say something else than at this revision.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def translations(language: str | None, base: str | None, format_: str) -> None:
    """Says how far each language is."""
    from directory.i18n import changed, told

    site, offers, needs = _editions()
    tell = told.FORMATS[format_]
    catalogues, standings = site.translations.catalogues, site.standings(offers, needs)
    if base:
        try:
            found = changed.changed(REPOSITORY, base, catalogues, offers, needs, site.titles())
        except changed.NotARevision as error:
            raise click.UsageError(str(error)) from None
        text = tell.changes(found)
    elif language:
        known = [of.language.id for of in standings]
        if language not in known:
            raise click.UsageError(f"There is no language {quoted(language)}. There are: {', '.join(known)}.")
        i = known.index(language)
        text = tell.left(standings[i], told.work(standings[i], catalogues[i], offers[i], needs))
    else:
        text = tell.table(standings)
    click.echo(text, nl=False)


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing. End with 1 if something is not up to date.")
def strings(only_check: bool) -> None:
    """Brings the templates and catalogues in locales/ up to date with the texts of the site."""
    from directory import editions
    from directory.i18n import strings as catalogues
    from directory.i18n import told

    directory = _directory(OWN, None)
    found, faults = languages.read(REPOSITORY, directory.by_id)
    if found is None:
        _refuse(faults, len(directory.by_id), OWN, "Nothing was written.")
    files, faults = catalogues.renewed(REPOSITORY, found.others, editions.messages(REPOSITORY, directory, found))
    if not only_check:
        catalogues.write(REPOSITORY, files)
    click.echo(told.renewed(files, write=not only_check), nl=False)
    if faults:
        _refuse(faults, len(directory.by_id), OWN, "What has to be mended first was left as it is.")
    sys.exit(1 if only_check and files else 0)


@main.command()
@_data
@_on
@_jobs
@click.option("--format", "format_", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def prove(data: Path, today: date | None, jobs: int | None, format_: str) -> None:
    """Tries every combination of answers in “Find support”, and says what is promised of them all."""
    from directory import matching, proofs

    directory = _directory(data, today)
    table = matching.compile_table(directory)
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

    table = matching.compile_table(_directory(data, today))
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


def _directory(data: Path, today: date | None) -> Directory:
    """The directory. Ends with the diagnostics where the data has errors."""
    compiled = compile_directory(data.resolve(), today or _today(), parallel.cores())
    if compiled.directory is None:
        _refuse(compiled.found, compiled.records, data, "Mend these first.")
    return compiled.directory


def _editions() -> tuple[Editions, tuple[Offer, ...], Needs]:
    """The languages of the repository and what each offers. Ends with the diagnostics where something has errors."""
    from directory import editions, pipeline

    inputs = pipeline.Inputs(REPOSITORY, OWN, None, _today(), parallel.cores())
    directory = _directory(OWN, inputs.today)
    colours, refused = brand.read(REPOSITORY)
    site, wrong = editions.read(REPOSITORY, directory, True, inputs.jobs)
    if site is None or colours is None:
        _refuse([*refused, *wrong], len(directory.by_id), OWN, "Mend these first.")
    ready = pipeline.prepare(inputs, site, colours)
    return site, ready.offers, ready.needs


def _plain(path: Path) -> Path:
    """The path without “..” and “.”, as it was meant: through links that the name itself goes through."""
    return Path(os.path.abspath(path))


def _refuse(found: Sequence[Diagnostic], records: int, data: Path, sentence: str) -> NoReturn:
    sys.stderr.write(_shown(in_order(found), records, "text", data))
    _stop(sentence, 1)


def _shown(found: tuple[Diagnostic, ...], records: int, format_: str, data: Path) -> str:
    def lines(path: str) -> list[str]:
        ours = path == brand.SETTINGS or path.startswith(f"{languages.FOLDER}/")
        return load.lines((REPOSITORY if ours else data.resolve().parent) / path)

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
