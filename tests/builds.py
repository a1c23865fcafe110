"""Building in tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from directory import pipeline, report
from directory.compile import compile_directory
from tests.pages import Site

REPOSITORY = Path(__file__).parent.parent
DATA = REPOSITORY / "data"
TODAY = date(2026, 11, 22)


def build(data: Path, out: Path, site_url: str | None = None) -> pipeline.Built:
    """Builds as the command does, in this process alone."""
    return pipeline.build(pipeline.Inputs(REPOSITORY, data, site_url, TODAY, jobs=1), out, lambda _: None)


def build_site(data: Path, out: Path, site_url: str | None = None) -> Site:
    """The finished site. Fails with the diagnostics where the data has errors."""
    done = build(data, out, site_url)
    assert done.site, report.text(done.found, done.records, lambda _: ())
    directory = compile_directory(data, TODAY).directory
    assert directory
    return Site(out, directory)


def copy_of_data(folder: Path) -> Path:
    """The real data in a folder where a test may change it."""
    return shutil.copytree(DATA, folder / "data")


def change(file: Path, old: str, new: str) -> None:
    """Replaces what stands in a file exactly once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{file.name} holds {old!r} {text.count(old)} times"
    file.write_text(text.replace(old, new), "utf-8")


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python build.py` with arguments, in a process of its own."""
    return subprocess.run(
        [sys.executable, "build.py", *map(str, arguments)],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
