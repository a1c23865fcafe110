"""What a page may weigh on first view, compressed, and what it weighs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.sitecheck.assets import SCRIPTS, Asset, compressed
from directory.sitecheck.faults import Fault
from directory.sitecheck.inventory import Inventory
from directory.sitecheck.languages import FOLDER
from directory.sitecheck.page import Page

KB = 1000


@dataclass(frozen=True, slots=True)
class Budget:
    """Bytes after gzip at level 6: of the HTML, of its scripts, of all that is fetched at once."""

    html: int
    script: int
    all: int
    requests: int


# Source: design/site.md, "Budgets" and the line on /help-now/. The 8 requests count the page itself.
_PAGE = Budget(html=60 * KB, script=25 * KB, all=60 * KB, requests=8)
_BUDGETS = (
    (r"help-now/index\.html", Budget(html=30 * KB, script=0, all=30 * KB, requests=8)),
    # The wizard is a dozen small modules, all asked for at once; what they weigh is what any page may.
    (r"find-support/index\.html", Budget(html=60 * KB, script=25 * KB, all=60 * KB, requests=12)),
    # A list is long, so that it works without a script; what comes with it may weigh what any page may.
    (
        r"(about/wizard|hubs|resources|search|services)(/[^/]+/[^/]+)*/index\.html",
        Budget(html=90 * KB, script=25 * KB, all=150 * KB, requests=8),
    ),
)
_IN_ANY_LANGUAGE = rf"({FOLDER})?"
_TABLE = tuple((re.compile(_IN_ANY_LANGUAGE + addresses), budget) for addresses, budget in _BUDGETS)


def of(path: str) -> Budget:
    return next((budget for pattern, budget in _TABLE if pattern.fullmatch(path)), _PAGE)


def over(page: Page, text: str, inventory: Inventory, assets: Mapping[str, Asset]) -> Iterator[Fault]:
    """What on a page is more than its budget; `text` is the page as written."""
    budget = of(page.path)
    html = compressed(text)
    fetched = _with_their_own(set(_fetched_first(page, inventory)), assets)
    # Pictures and fonts are compressed already.
    sizes = {path: assets[path].size if path in assets else inventory.files[path] for path in fetched}
    script = sum(size for path, size in sizes.items() if path.endswith(SCRIPTS))
    weight = html + sum(sizes.values())
    heaviest = ", ".join(sorted(sizes, key=sizes.__getitem__, reverse=True)[:3])
    hint = f"The heaviest that come with it: {heaviest}." if heaviest else "Shorten the page, or divide it."
    if html > budget.html:
        sentence = f"The HTML is {_kb(html)} compressed. At most {_kb(budget.html)} may be."
        yield Fault(page.path, 1, "budget", sentence, "Shorten the page, or divide it.")
    elif weight > budget.all:
        sentence = f"This page is {_kb(weight)} compressed, with all it needs. At most {_kb(budget.all)} may be."
        yield Fault(page.path, 1, "budget", sentence, hint)
    if script > budget.script:
        sentence = f"The scripts are {_kb(script)} compressed. At most {_kb(budget.script)} may be."
        yield Fault(page.path, 1, "budget", sentence, hint)
    if 1 + len(fetched) > budget.requests:
        sentence = f"This page makes {1 + len(fetched)} requests at once. At most {budget.requests} may be."
        yield Fault(page.path, 1, "budget", sentence, "Load later what isn't needed at first.")


def _fetched_first(page: Page, inventory: Inventory) -> Iterator[str]:
    """The styles, scripts, preloaded files and pictures that a browser fetches with the page."""
    for element in page.of("link", "script", "img"):
        rel = element.attributes.get("rel", "").lower().split()
        if element.tag == "link" and not {"stylesheet", "preload", "modulepreload"}.intersection(rel):
            continue
        if element.attributes.get("loading", "").lower() == "lazy":
            continue
        address = element.attributes.get("href" if element.tag == "link" else "src", "")
        path = inventory.file_at(page.target(address))
        if path:
            yield path


def _with_their_own(paths: set[str], assets: Mapping[str, Asset]) -> set[str]:
    """The files, and what these import, and so on."""
    waiting = list(paths)
    while waiting:
        further = _eager(waiting.pop(), assets)
        waiting += [path for path in further if path not in paths]
        paths = paths.union(further)
    return paths


def _eager(path: str, assets: Mapping[str, Asset]) -> Iterable[str]:
    return assets[path].eager if path in assets else ()


def _kb(size: int) -> str:
    return f"{size / KB:.1f} KB"
