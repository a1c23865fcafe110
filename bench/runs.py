"""Processes, started and timed: builds of ours, Hugo's, and checks.

Builds run in a copy of the repository, so that "from nothing" can mean it, and nobody's site or cache is touched.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from bench import generate, hugo

REPOSITORY = Path(__file__).parent.parent
ROUNDS = 3
_LANGUAGES = Path("locales", "languages.yml")
"""Each language is one line of it."""

HUGO = shutil.which("hugo")
_NOT_NEEDED = shutil.ignore_patterns(".*", "__pycache__", "site", "tests", "docs")


@dataclass(frozen=True)
class Run:
    """A process from start to end: seconds by the clock and of the processors, and the most megabytes it held."""

    seconds: float
    processor: float
    megabytes: float


@dataclass(frozen=True)
class Measured:
    """What one data set takes. `steps` are seconds in one process, `peak` megabytes; None: not measured."""

    records: int
    pages: int
    bytes: int
    steps: dict[str, float]
    floor: float
    total: Run
    peak: float
    hugo: Run | None = None
    nothing: Run | None = None
    check: Run | None = None


def synthetic(count: int, folder: Path) -> Measured:
    """`count` synthetic records, in English alone: ours and, where it is installed, Hugo in turn."""
    data = folder / "data"
    generate.write(count, data)
    ours = _Ours(_in_english(folder / "repository"), data, generate.today())
    peak = ours.peak()
    theirs = _hugo(count, folder / "hugo", data, ours.site) if HUGO else None
    totals, hugos = [], []
    for _ in range(ROUNDS):
        totals.append(ours.build())
        if HUGO and theirs:
            hugos.append(_run([HUGO, "--quiet"], theirs))
            shutil.rmtree(theirs / "public")
    return Measured(count, *ours.steps(), _middle(totals), peak, hugo=_middle(hugos) if hugos else None)


def real(folder: Path) -> Measured:
    """The repository's own records, as they are today. "From nothing" is a copy that has never been built."""
    fresh = [_copy(folder / f"fresh-{i}") for i in range(ROUNDS)]
    nothing = _middle([_Ours(copy, copy / "data", date.today()).build() for copy in fresh])
    ours = _Ours(fresh[0], fresh[0] / "data", date.today())
    totals, checks = [ours.build() for _ in range(ROUNDS)], [ours.check() for _ in range(ROUNDS)]
    count = sum(1 for kind in ("services", "resources") for _ in (ours.data / kind).glob("*.yml"))
    return Measured(count, *ours.steps(), _middle(totals), ours.peak(), nothing=nothing, check=_middle(checks))


def synthetic_site(count: int, folder: Path) -> Path:
    """A finished site of `count` synthetic records."""
    data = folder / "data"
    generate.write(count, data)
    ours = _Ours(_copy(folder / "repository"), data, generate.today())
    ours.build()
    return ours.site


def real_site(folder: Path) -> Path:
    """A finished site of the repository's own records."""
    copy = _copy(folder / "real-site")
    ours = _Ours(copy, copy / "data", date.today())
    ours.build()
    return ours.site


def languages(folder: Path) -> tuple[Run, Run, int]:
    """A build of the real directory in English alone, and in all languages, in turn; and how many languages these are.

    Frames, templates and catalogues are kept from a build before, as they are when somebody works on the site.
    """
    copies = (_in_english(folder / "english"), _copy(folder / "all"))
    pair = [_Ours(copy, copy / "data", date.today()) for copy in copies]
    for ours in pair:
        ours.build()
    rounds = [[ours.build() for ours in pair] for _ in range(ROUNDS)]
    english, everything = (_middle(runs) for runs in zip(*rounds, strict=True))
    return english, everything, sum("tag: " in line for line in _languages(REPOSITORY))


@dataclass(frozen=True)
class _Ours:
    """A copy of the repository that builds a data folder as on a day."""

    repository: Path
    data: Path
    today: date

    @property
    def site(self) -> Path:
        return self.repository / "site"

    def build(self) -> Run:
        """A build into an empty place."""
        shutil.rmtree(self.site, ignore_errors=True)
        return _run([sys.executable, "build.py", *self._arguments()], self.repository)

    def check(self) -> Run:
        return _run([sys.executable, "build.py", "check"], self.repository)

    def peak(self) -> float:
        """Megabytes. Its build is also the one that warms the caches up."""
        return float(_output(["-m", "bench.peak", *self._arguments()], self.repository))

    def steps(self) -> tuple[int, int, dict[str, float], float]:
        """Pages, bytes, the seconds of each step in one process, and those of only writing the bytes."""
        out = self.repository / "steps"
        said = json.loads(_output(["-m", "bench.steps", self.data, self.today, out], self.repository))
        shutil.rmtree(out)
        return said["pages"], said["bytes"], said["seconds"], said["seconds"].pop("floor")

    def _arguments(self) -> list[str]:
        return ["--quiet", "--data", str(self.data), "--out", str(self.site), "--today", self.today.isoformat()]


def _copy(to: Path) -> Path:
    return Path(shutil.copytree(REPOSITORY, to, ignore=_NOT_NEEDED))


def _in_english(to: Path) -> Path:
    """A copy without any other language."""
    copy = _copy(to)
    english = (line for line in _languages(copy) if not re.search("status: (draft|reviewed)", line))
    (copy / _LANGUAGES).write_text("".join(english), "utf-8")
    return copy


def _languages(repository: Path) -> list[str]:
    return (repository / _LANGUAGES).read_text("utf-8").splitlines(keepends=True)


def _hugo(count: int, to: Path, data: Path, site: Path) -> Path:
    page = next((site / "services").glob("*-*/index.html")).read_text("utf-8")
    hugo.write(to, generate.records(count), data / "vocabulary", page)
    return to


def _run(command: Sequence[str], folder: Path) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def _output(arguments: Sequence[object], folder: Path) -> str:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout


def _middle(runs: Sequence[Run]) -> Run:
    """The medians."""
    return Run(*(median(values) for values in zip(*((r.seconds, r.processor, r.megabytes) for r in runs), strict=True)))
