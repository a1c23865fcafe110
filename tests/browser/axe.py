"""Axe with every rule it has, on a page or on a part of one, in the looks that a reader may have chosen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

LOOKS: tuple[tuple[Literal["light", "dark"], Literal["none", "active"]], ...] = (
    ("light", "none"),
    ("dark", "none"),
    ("dark", "active"),
)
"""Colours, and whether the reader's own are forced upon the page: the arguments of `Page.emulate_media`."""


# What styles say where scripts run. They begin to say it when scripts may run again.
_FORGET_SCRIPTS = """() => {
    for (const sheet of document.styleSheets) {
        for (let index = sheet.cssRules.length - 1; index >= 0; index -= 1) {
            if (sheet.cssRules[index].media?.mediaText.includes("scripting")) sheet.deleteRule(index);
        }
    }
}"""

# Entries of a list are made alike, and so are the rows of a table, the cases of a part, the words in a picture. Of many
# that stand side by side the first are enough, and axe takes as long for each.
_SHORTEN = """(most) => {
    const seen = new Map();
    for (const entry of document.querySelectorAll("li, tr, div, figure, text, path")) {
        const of = seen.get(entry.parentElement) ?? seen.set(entry.parentElement, new Map()).get(entry.parentElement);
        const kind = `${entry.tagName} ${entry.getAttribute("class")}`;
        of.set(kind, (of.get(kind) ?? 0) + 1);
        if (of.get(kind) > most) entry.remove();
    }
}"""
MOST_ENTRIES = 6


def shorten_lists(page: Page) -> None:
    """Leaves the first MOST_ENTRIES of all that stand side by side and are made alike."""
    page.evaluate(_SHORTEN, MOST_ENTRIES)


@contextmanager
def scripts_of_the_page(page: Page, run: bool) -> Iterator[None]:
    """Whether a page that is opened meanwhile runs its scripts. What tests evaluate in it afterwards runs all the same.

    In a context without scripts axe would never end, as no timer does there.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": not run})
    yield
    session.send("Emulation.setScriptExecutionDisabled", {"value": False})
    if not run:
        page.evaluate(_FORGET_SCRIPTS)


_RUN = """async ([within, options]) => {
    const asked = { resultTypes: ["violations"], preload: false, ...options };
    const { violations } = await axe.run(within ?? document, asked);
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target}`));
}"""

_KEEPS_ITS_COLOURS = """(within) => [...document.querySelectorAll(`${within ?? "body"} *`)]
    .filter((element) => getComputedStyle(element).forcedColorAdjust === "none" && element.innerText)
    .map((element) => `keeps its own colours: ${element.outerHTML}`)"""

# What is seen, and where.
_SEEN = """(within) => [...document.querySelectorAll(`${within ?? "body"} *`)].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.checkVisibility()} ${x} ${y} ${width} ${height}`;
}).join()"""


# Each element as it is written, and how it is seen; and all texts.
_SHOWN_OUTSIDE = """(left_out) => {
    const elements = [...document.querySelectorAll("body *")].filter((element) => !element.closest(left_out));
    const shown = elements.map((element) => {
        const { x, width, height } = element.getBoundingClientRect();
        const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map(({ data }) => data);
        const [tag] = element.outerHTML.split(">", 1);
        return [tag, ...own, getComputedStyle(element).color, element.checkVisibility(), x, width, height].join(" ");
    });
    return shown.join("\\n");
}"""


def shown_outside(page: Page, left_out: str) -> str:
    """What a page shows outside of what a selector names: the same for two pages in which axe finds the same there."""
    return str(page.evaluate(_SHOWN_OUTSIDE, left_out))


def violations(page: Page, within: str | None = None) -> list[str]:
    """Each place with what is wrong there, in each of LOOKS; `within` is a selector of the part that is looked at.

    All levels count, and axe's own "best practices". Where another look shows the same things in the same places, only
    colours can differ, so only the rules about colours are asked again. Where colours are forced, axe measures those
    that the page would have had. What is seen then are the reader's own, so contrast is left out, and text that keeps
    its own is a fault.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    first, found = None, []
    for colours, forced in LOOKS:
        page.emulate_media(color_scheme=colours, forced_colors=forced)
        seen = page.evaluate(_SEEN, within)
        contrast = ["color-contrast"] if forced == "none" else []
        options: dict[str, Any] = {"rules": {"color-contrast": {"enabled": bool(contrast)}}}
        if seen == first:
            options = {"runOnly": {"type": "rule", "values": [*contrast, "link-in-text-block"]}}
        first = first or seen
        faults = page.evaluate(_RUN, [within, options])
        if forced == "active":
            faults += page.evaluate(_KEEPS_ITS_COLOURS, within)
        found += [f"{colours}, forced colours: {forced}: {fault}" for fault in faults]
    return found
