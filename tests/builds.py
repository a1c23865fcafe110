"""Building in tests."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from directory import assets, brand, opening, pipeline, report
from directory.compile import compile_directory
from directory.i18n import ENGLISH
from directory.i18n.scripts import module, words
from tests.pages import Site

REPOSITORY = Path(__file__).parent.parent
DATA = REPOSITORY / "data"
TODAY = date(2026, 11, 22)


class _Loader(yaml.BaseLoader):
    """Leaves every value as it was typed, but for whole numbers."""


_WHOLE_NUMBER = "tag:yaml.org,2002:int"
_Loader.add_implicit_resolver(_WHOLE_NUMBER, re.compile(r"[1-9][0-9]*$"), list("123456789"))
_Loader.add_constructor(_WHOLE_NUMBER, lambda _, node: int(node.value))


def build(data: Path, out: Path, site_url: str | None = None) -> pipeline.Built:
    """Builds as the command does, in this process alone."""
    return pipeline.build(pipeline.Inputs(REPOSITORY, data, site_url, TODAY, jobs=1), out, lambda _: None)


def shared_site(
    factory: pytest.TempPathFactory,
    name: str,
    site_url: str | None = None,
    change_data: Callable[[Path], None] | None = None,
) -> Site:
    """The finished site, which no test changes. Fails with the diagnostics where the data has errors.

    Tests run in several processes; the first that asks for the site of a name builds it for all of them. The records
    are the real ones, or a copy that `change_data` has changed.
    """
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    folder.mkdir(exist_ok=True)
    data, out = folder / "data" if change_data else DATA, folder / "site"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            if change_data:
                change_data(copy_of_data(folder))
            done = build(data, out, site_url)
            assert done.site, report.text(done.found, done.records, lambda _: ())
    directory = compile_directory(data, TODAY).directory
    assert directory
    return Site(out, directory)


def edition() -> brand.Brand:
    """The colour that mkdocs.yml names."""
    colours, _ = brand.read(REPOSITORY)
    assert colours
    return colours


def shipped() -> assets.Assets:
    """What a build sends beside the pages, in English."""
    theme = REPOSITORY / "theme"
    script = module((theme / "scripts" / "locale.js").read_bytes(), words(ENGLISH, ()), opening.holidays(TODAY))
    return assets.collect(theme, {"": script}, edition())


def copy_of_data(folder: Path) -> Path:
    """The real data in a folder where a test may change it."""
    return shutil.copytree(DATA, folder / "data")


def change(file: Path, old: str, new: str) -> None:
    """Replaces what stands in a file exactly once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{file.name} holds {old!r} {text.count(old)} times"
    file.write_text(text.replace(old, new), "utf-8")


def edit(file: Path, change: Callable[[Any], object]) -> None:
    """Changes the tree of a data file. Its values are texts and whole numbers, nothing else that YAML knows."""
    tree = yaml.load(file.read_text("utf-8"), _Loader)
    change(tree)
    file.write_text(yaml.safe_dump(tree, allow_unicode=True, width=1000, sort_keys=False), "utf-8")


def command(*arguments: object, project: Path = REPOSITORY, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python build.py` with arguments, in a process of its own."""
    return subprocess.run(
        [sys.executable, "build.py", *map(str, arguments)],
        cwd=project,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )
