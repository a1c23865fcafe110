"""A small sound data set (fixtures/base) that tests copy and break, and what an editor is told about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copyfile, copytree

from directory import brand, load, report
from directory.compile import Compiled, compile_directory
from directory.diagnostics import Diagnostic

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = date(2026, 11, 22)
"""The day for which fixtures/base is written: nothing in it is overdue, and nothing lies ahead."""


def copy_of_base(folder: Path) -> Path:
    return Path(copytree(FIXTURES / "base", folder / "data"))


def compiled(data: Path) -> Compiled:
    return compile_directory(data, TODAY)


def brand_faults(folder: Path, settings: str) -> list[Diagnostic]:
    """What is wrong with the colours in an mkdocs.yml, which is put into the folder with the theme's own colours."""
    (folder / brand.TOKENS).parent.mkdir(parents=True)
    copyfile(FIXTURES.parent.parent / brand.TOKENS, folder / brand.TOKENS)
    (folder / brand.SETTINGS).write_text(settings, "utf-8")
    return brand.read(folder)[1]


def told(data: Path, result: Compiled) -> str:
    """What an editor reads on a terminal."""
    return report.text(result.found, result.records, lambda path: load.lines(data.parent / path))


def room(*more: str) -> str:
    """A short sound record, the quiet room, with more lines at its end."""
    return "\n".join([(FIXTURES / "quiet-room.yml").read_text("utf-8").rstrip("\n"), *more, ""])
