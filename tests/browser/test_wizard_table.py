"""P11: the browser gives the same results as Python: the same lists, in the same order, with the same reasons."""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import islice

import pytest
from playwright.sync_api import Page

from directory import matching, opening, parallel, urls
from directory.matching import Table
from directory.proofs.combinations import Answers, Combinations
from tests.browser.windows import Open
from tests.pages import Site

MOMENTS = (datetime(2026, 11, 22, 3), datetime(2026, 11, 25, 11))
"""Three at night on a Sunday, when little is open, and eleven in the morning on a Wednesday. They take turns."""

EVERY = 12
"""Of all combinations that differ, every so many are compared on top of the complete ones."""

LEAST = 100_000

EVALUATE = """async ([address, combinations, open]) => {
    const { evaluate, reasons } = await import(address);
    const { read } = await import(new URL("table.js", address));
    const table = read(document.querySelector("[data-wizard-table]").textContent);
    const sets = open.map((entries) => new Set(entries));
    const crcs = Array.from({ length: 256 }, (_, n) => {
        for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
        return n >>> 0;
    });
    function crc32(bytes) {
        let sum = 0xffffffff;
        for (const byte of bytes) sum = (sum >>> 8) ^ crcs[(sum ^ byte) & 255];
        return (sum ^ 0xffffffff) >>> 0;
    }
    const started = performance.now();
    const digests = combinations.map((answers, n) => {
        const now = sets[n % sets.length];
        const { best, everyone, alone, more, out, gaps, everything } = evaluate(table, answers, now);
        const shown = [...best, ...everyone, ...alone];
        const why = shown.flatMap((i) => reasons(table, answers, i, now).flatMap(([f, asked]) => [f, ...asked, -2]));
        const parts = [best, everyone, alone, more, out.flat(), gaps, [Number(everything)], why];
        return crc32(new Uint8Array(Int16Array.from(parts.flatMap((part) => [...part, -1])).buffer));
    });
    return { digests, seconds: (performance.now() - started) / 1000 };
}"""
"""The digest of the results of each combination, and how long that took."""


def digest(table: Table, open_sets: Sequence[frozenset[int]], numbered: tuple[int, Answers]) -> int:
    """The same of Python's results."""
    number, answers = numbered
    now = open_sets[number % len(open_sets)]
    results = matching.evaluate(table, answers, now)
    why = [
        part
        for i in results.shown
        for reason in matching.reasons(table, answers, i, now)
        for part in (reason.fact, *reason.choices, -2)
    ]
    parts = (
        results.best,
        results.everyone,
        results.alone,
        results.more,
        [part for pair in results.out for part in pair],
        results.gaps,
        [int(results.everything)],
        why,
    )
    return zlib.crc32(array("h", [number for part in parts for number in (*part, -1)]).tobytes())


def combinations(table: Table) -> Iterator[Answers]:
    """Every hard combination with each other answer; each place and each job with every pair; and many of the rest."""
    tried = Combinations(table)
    singles = [soft for soft in tried.soft_answers if len(soft) < 2]
    yield from (tuple(sorted((*hard, *soft))) for hard in tried.hard_answers for soft in singles)
    pairs = [soft for soft in tried.soft_answers if len(soft) == 2]
    one = [hard for hard in tried.distinct_hard_answers if len(hard) < 2]
    yield from (tuple(sorted((*hard, *soft))) for hard in one for soft in pairs)
    both = [hard for hard in tried.distinct_hard_answers if len(hard) == 2]
    rest = (tuple(sorted((*hard, *soft))) for hard in both for soft in pairs)
    yield from islice(rest, 0, None, EVERY)
    yield from tried.larger()


@pytest.fixture
def page(open_window: Open) -> Page:
    return open_window(urls.FIND_SUPPORT)


def test_the_browser_gives_the_same_lists_order_and_reasons_as_python(
    page: Page, site: Site, tell: Callable[[str], None]
) -> None:
    table = matching.compile_table(site.directory)
    calendars = opening.calendars(2026, 2027)
    open_sets = [matching.open_at(table, calendars, moment) for moment in MOMENTS]
    assert len(set(open_sets)) == len(MOMENTS)
    tried = list(combinations(table))
    assert len(tried) >= LEAST
    work = partial(_digests, table, open_sets)
    ours = [one for part in parallel.spread(work, list(enumerate(tried)), parallel.cores()) for one in part]
    script = page.locator("script[type=module]").get_attribute("src") or ""
    module = re.sub(r"site\.js$", "wizard/evaluate.js", script)
    address = page.evaluate("(path) => new URL(path, location).href", module)
    theirs = page.evaluate(EVALUATE, [address, tried, [sorted(entries) for entries in open_sets]])
    tell(f"P11  {len(tried):,} combinations compared in one page in {theirs['seconds']:.1f} seconds.")
    different = [tried[i] for i, pair in enumerate(zip(ours, theirs["digests"], strict=True)) if pair[0] != pair[1]]
    assert [_said(table, answers) for answers in different[:3]] == []


def _digests(table: Table, open_sets: Sequence[frozenset[int]], numbered: Sequence[tuple[int, Answers]]) -> list[int]:
    return [digest(table, open_sets, one) for one in numbered]


def _said(table: Table, answers: Answers) -> str:
    return " ".join(table.choices[i].said for i in answers)
