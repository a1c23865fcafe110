"""Prints the tables: python -m bench [--quick | web | languages]."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bench import browser, runs, web
from bench.runs import Measured

COUNTS = (1_000, 5_000, 10_000)
REAL = "real"
MOST_FOR_LANGUAGES = 3
"""How many times as long as English alone all languages may take."""
LARGE = 2_000
"""How many records Find support has to be light and quick with."""

Number = Callable[[Measured], float | None]
"""A number of one data set; None where it was not measured."""


@dataclass(frozen=True)
class Goal:
    """The most that a number should be in the column `of`; where `times` names a column, so many times its number."""

    of: str
    most: float
    times: str | None = None


@dataclass(frozen=True)
class Row:
    """One line of the table. `digits` after the point."""

    title: str
    number: Number
    digits: int = 2
    goal: Goal | None = None
    ends_part: bool = False


def main() -> None:
    """Measures and prints. With --quick only the smallest set of synthetic records, and the real directory; with web
    only the pages in a browser; with languages only what they cost."""
    if sys.argv[1:] == ["languages"]:
        _languages()
        return
    if sys.argv[1:] != ["web"]:
        _builds(COUNTS[:1] if sys.argv[1:] == ["--quick"] else COUNTS)
    with tempfile.TemporaryDirectory() as folder, Console(stderr=True).status("Loading pages in Chromium"):
        measured = web.measured(Path(folder))
    Console().print(_of_pages(measured))
    Console().print(_of_typing(measured.typing))


def _builds(counts: Sequence[int]) -> None:
    progress = Console(stderr=True)
    with tempfile.TemporaryDirectory() as folder, progress.status("") as status:
        status.update("Building the real directory")
        real = runs.real(Path(folder, "real"))
        columns: dict[str, Measured] = {}
        for count in counts:
            status.update(f"Building {count:,} records")
            columns[f"{count:,}"] = runs.synthetic(count, Path(folder, str(count)))
        status.update("Asking Find support in Chromium")
        sites = {f"{LARGE:,}": runs.synthetic_site(LARGE, Path(folder, "large")), REAL: runs.real_site(Path(folder))}
        wizards = {name: browser.wizard(site) for name, site in sites.items()}
    Console().print(_table({**columns, REAL: real}))
    _languages()
    Console().print(_of_wizard(wizards))


def _languages() -> None:
    with tempfile.TemporaryDirectory() as folder, Console(stderr=True).status("Building in one language and in all"):
        english, everything, count = runs.languages(Path(folder))
    table = Table(
        box=SIMPLE, pad_edge=False, caption="Seconds: the real directory, kept frames.", caption_justify="left"
    )
    for title in ("", "English alone", f"{count} languages", "times", "goal"):
        table.add_column(title, justify="right" if title else "left")
    for name, one, all_of_them in (
        ("build.py", english.seconds, everything.seconds),
        ("processors", english.processor, everything.processor),
    ):
        times = all_of_them / one
        verdict = "at most 3: met" if times <= MOST_FOR_LANGUAGES else "at most 3: missed"
        table.add_row(name, f"{one:.2f}", f"{all_of_them:.2f}", f"{times:.2f}", verdict)
    Console().print(table)


def _step(name: str) -> Number:
    return lambda measured: measured.steps[name]


def _ratio(one: Number, other: Number) -> Number:
    def number(measured: Measured) -> float | None:
        above, below = one(measured), other(measured)
        return above / below if above and below else None

    return number


def _total(measured: Measured) -> float:
    return measured.total.seconds


def _hugo(measured: Measured) -> float | None:
    return measured.hugo.seconds if measured.hugo else None


ROWS = (
    Row("load", _step("load")),
    Row("validate", _step("validate")),
    Row("render", _step("render")),
    Row("index", _step("index")),
    Row("publish", _step("publish")),
    Row("one process", lambda m: sum(m.steps.values()), ends_part=True),
    Row("build.py", _total, goal=Goal(REAL, 1.0)),
    Row("build.py from nothing", lambda m: m.nothing.seconds if m.nothing else None, goal=Goal(REAL, 4.0)),
    Row("build.py check", lambda m: m.check.seconds if m.check else None, goal=Goal(REAL, 0.7)),
    Row("ms a record", lambda m: 1000 * _total(m) / m.records, goal=Goal("10,000", 1.1, "5,000")),
    Row("memory, MB", lambda m: m.peak, 0, Goal("10,000", 1000)),
    Row("pages", lambda m: m.pages, 0),
    Row("pages a second", lambda m: m.pages / _total(m), 0),
    Row("megabytes written", lambda m: m.bytes / 1e6, 0, ends_part=True),
    Row("floor: writing only", lambda m: m.floor),
    Row("build.py / floor", _ratio(_total, lambda m: m.floor), 1, ends_part=True),
    Row("Hugo", _hugo),
    Row("build.py / Hugo", _ratio(_total, _hugo), goal=Goal("10,000", 0.8)),
    Row("processors / Hugo", lambda m: m.total.processor / m.hugo.processor if m.hugo else None),
    Row("Hugo's memory, MB", lambda m: m.hugo.megabytes if m.hugo else None, 0),
)


def _table(columns: Mapping[str, Measured]) -> Table:
    caption = f"Seconds, where a line says nothing else. {REAL}: the {columns[REAL].records} records of data/."
    table = Table(box=SIMPLE, pad_edge=False, caption=caption, caption_justify="left")
    table.add_column("records")
    for name in columns:
        table.add_column(name, justify="right")
    table.add_column("goal")
    for row in ROWS:
        numbers = {name: row.number(measured) for name, measured in columns.items()}
        shown = ("" if number is None else f"{number:,.{row.digits}f}" for number in numbers.values())
        table.add_row(row.title, *shown, _verdict(row.goal, numbers), end_section=row.ends_part)
    return table


def _of_wizard(wizards: Mapping[str, browser.Wizard]) -> Table:
    caption = f"Find support in Chromium, slowed down {browser.SLOWER} times. Medians of {browser.ROUNDS}."
    table = Table(box=SIMPLE, pad_edge=False, caption=caption, caption_justify="left")
    table.add_column("Find support")
    for name in wizards:
        table.add_column(name, justify="right")
        table.add_column("goal")
    rows: tuple[tuple[str, Callable[[browser.Wizard], float], Mapping[str, float]], ...] = (
        ("table and scripts, KB compressed", lambda w: w.kilobytes, {f"{LARGE:,}": 150, REAL: 40}),
        ("next question, ms", lambda w: w.step, {f"{LARGE:,}": 16, REAL: 16}),
        ("results, ms", lambda w: w.results, {f"{LARGE:,}": 50, REAL: 50}),
    )
    for title, number, most in rows:
        cells = []
        for name, wizard in wizards.items():
            cells += [f"{number(wizard):,.1f}", _most(number(wizard), most[name])]
        table.add_row(title, *cells)
    return table


def _of_pages(measured: web.Measured) -> Table:
    caption = (
        f"Chromium as on a slow phone: {web.KILOBITS} kbit/s, {web.LATENCY} ms, a processor slowed down "
        f"{browser.SLOWER} times, nothing in the cache. Medians of {web.ROUNDS}. Stock: the same record out of MkDocs "
        "with Material."
    )
    table = Table(box=SIMPLE, pad_edge=False, caption=caption, caption_justify="left")
    table.add_column("pages")
    columns: tuple[tuple[str, Callable[[web.Loaded], float], int, float | None], ...] = (
        ("first content, s", lambda page: page.paint, 2, 2.5),
        ("layout shift", lambda page: page.shift, 3, 0.02),
        ("longest task, ms", lambda page: page.longest, 0, 200),
        ("KB", lambda page: page.kilobytes, 1, None),
        ("requests", lambda page: page.requests, 0, None),
    )
    for title, *_ in columns:
        table.add_column(title, justify="right")

    for name, page in {**measured.ours, "stock record": measured.stock}.items():
        table.add_row(name, *(f"{number(page):,.{digits}f}" for _, number, digits, _ in columns))
    record = measured.ours["record"]
    ratios = (number(record) / number(measured.stock) if number(measured.stock) else None for _, number, *_ in columns)
    table.add_row("record / stock", *("" if r is None else f"{r:.2f}" for r in ratios), end_section=True)
    goals = (_most(max(map(number, measured.ours.values())), most) for _, number, _, most in columns)
    table.add_row("goal", *goals)
    return table


def _of_typing(typing: web.Typing) -> Table:
    caption = f"From a key to its results on the screen: every key of {len(web.WORDS)} words, slowed down as above."
    table = Table(box=SIMPLE, pad_edge=False, caption=caption, caption_justify="left")
    table.add_column("search")
    table.add_column("ms", justify="right")
    table.add_column("goal")
    for title, number in (("median", typing.median), ("worst", typing.worst)):
        table.add_row(title, f"{number:.0f}", _most(number, 100))
    return table


def _most(number: float, most: float | None) -> str:
    return "" if most is None else f"≤ {most:g}: {'met' if number <= most else 'missed'}"


def _verdict(goal: Goal | None, numbers: Mapping[str, float | None]) -> str:
    number = numbers.get(goal.of) if goal else None
    base = numbers.get(goal.times) if goal and goal.times else 1
    if goal is None or number is None or base is None:
        return ""
    words = f"≤ {goal.most:,g}{f' × {goal.times}' if goal.times else ''}"
    return f"{words}: {'met' if number <= goal.most * base else 'missed'}"


if __name__ == "__main__":
    main()
