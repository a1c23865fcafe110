"""Find support in Chromium, four times slower than this machine: how long a step takes, and what the page weighs."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.runs import REPOSITORY
from tests.browser.windows import served

SLOWER = 4
ROUNDS = 9
READS = 1_500
"""Milliseconds before someone presses anything."""

_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
_PAGE = "find-support/index.html"
_OF_THE_WIZARD = ("*/scripts/wizard/*.js", "*/components/wizard/*.js", "*/scripts/opening.js", "*/scripts/locale.js")

_PRESS = """([button]) => {
    const started = performance.now();
    document.querySelector(button).click();
    document.body.getBoundingClientRect();  // the layout belongs to it
    return performance.now() - started;
}"""


@dataclass(frozen=True)
class Wizard:
    """Kilobytes of table and scripts, compressed; milliseconds of a step from question to question, and to results."""

    kilobytes: float
    step: float
    results: float


def wizard(site: Path) -> Wizard:
    """Measures a finished site. The median of ROUNDS, each in a page of its own."""
    with served(site) as home, chromium() as browser:
        rounds = []
        for _ in range(ROUNDS):
            page = browser.new_page()
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.goto(home + _PAGE)
            rounds.append(_timed(page))
            page.close()
    steps, results = zip(*rounds, strict=True)
    return Wizard(_kilobytes(site), median(steps), median(results))


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium that `make bench` has found."""
    path = (REPOSITORY / ".venv" / "chromium").read_text("utf-8").strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_OPTIONS)
        yield browser
        browser.close()


def _timed(page: Page) -> tuple[float, float]:
    """Goes from the first question to the results as a person does, who reads before the first press."""
    page.wait_for_timeout(READS)
    presses = []
    for _ in range(page.locator("template[data-question]").count()):
        page.locator("form input").first.check()
        presses.append(page.evaluate(_PRESS, ["form .actions button"]))
    *steps, results = presses
    return median(steps), results


def _kilobytes(site: Path) -> float:
    page = (site / _PAGE).read_text("utf-8")
    table = re.search(r"<script type=\"application/json\"[^>]*>(.*?)</script>", page, re.DOTALL)
    assert table, "there is no table in the page"
    scripts = [path.read_bytes() for pattern in _OF_THE_WIZARD for path in (site / "assets").glob(pattern)]
    return sum(len(gzip.compress(part, 6)) for part in (table[1].encode(), *scripts)) / 1000
