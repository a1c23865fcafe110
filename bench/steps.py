"""How long each step of a build takes in one process: python -m bench.steps DATA TODAY OUT.

Prints JSON: {"seconds": {step: seconds}, "pages": how many, "bytes": of all files}. The last step, "floor", is no step
of a build: it only writes the same files once more. OUT is made, and holds the site and its double.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from directory import brand, editions, load, pipeline, publish
from directory.compile import compile_directory

P = ParamSpec("P")
T = TypeVar("T")
REPOSITORY = Path.cwd()

Files = list[tuple[str, bytes]]


def main() -> None:
    """Measures a data folder, as on a day, into a new folder."""
    data, today, out = Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), Path(sys.argv[3])
    out.mkdir()
    gc.disable()  # as the command does
    clock = _Clock({})
    with patch.object(load, "read", clock.timing("load", load.read)):
        directory = clock.timing("validate", compile_directory)(data, today).directory
    clock.seconds["validate"] -= clock.seconds["load"]
    assert directory, "the data has errors; build.py check says which"
    colours, _ = brand.read(REPOSITORY)
    assert colours, "the colour of the edition is refused; build.py check says why"
    inputs = pipeline.Inputs(REPOSITORY, data, None, today, jobs=1)
    site, _ = editions.read(REPOSITORY, directory, False, 1)
    assert site, "a translation has errors; build.py check says which"

    def pages() -> tuple[pipeline.Prepared, Files]:
        made = pipeline.prepare(inputs, site, colours)
        return made, [*(page for chapter in made.book.chapters for page in chapter.made()), *made.book.redirects]

    made, files = clock.timing("render", pages)()
    files += clock.timing("index", lambda: list(chain.from_iterable(made.indexes)))()
    files += made.assets.files
    clock.timing("publish", _publish)(out / "site", files)
    clock.timing("floor", _write)(out / "floor", files)
    size = sum(len(content) for _, content in files)
    print(json.dumps({"seconds": clock.seconds, "pages": made.book.pages, "bytes": size}))


@dataclass(frozen=True)
class _Clock:
    """Adds up the seconds that functions take, under the name of their step."""

    seconds: dict[str, float]

    def timing(self, step: str, function: Callable[P, T]) -> Callable[P, T]:
        """The same function, timed."""

        def timed(*args: P.args, **kwargs: P.kwargs) -> T:
            started = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[step] = self.seconds.get(step, 0) + time.perf_counter() - started

        return timed


def _publish(out: Path, files: Files) -> None:
    staging = publish.begin(out)
    publish.write(staging, files)
    publish.finish(staging)


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """The least that any generator does: make the folders, and write the bytes."""
    made: set[str] = set()
    for address, content in files:
        inner = os.path.dirname(address)
        if inner not in made:
            os.makedirs(f"{folder}/{inner}", exist_ok=True)
            made.add(inner)
        with open(f"{folder}/{address}", "wb", buffering=0) as file:
            file.write(content)


if __name__ == "__main__":
    main()
