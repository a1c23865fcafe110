"""Axe with every rule it has, on a page or on a part of one, in the looks that a reader may have chosen."""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

LOOKS: tuple[tuple[Literal["light", "dark"], Literal["none", "active"]], ...] = (
    ("light", "none"),
    ("dark", "none"),
    ("dark", "active"),
)
"""Colours, and whether the reader's own are forced upon the page: the arguments of `Page.emulate_media`."""

_RUN = """async ([within, rules]) => {
    const options = { resultTypes: ["violations"], preload: false, rules };
    const { violations } = await axe.run(within ?? document, options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target}`));
}"""

_KEEPS_ITS_COLOURS = """(within) => [...document.querySelectorAll(`${within ?? "body"} *`)]
    .filter((element) => getComputedStyle(element).forcedColorAdjust === "none" && element.innerText)
    .map((element) => `keeps its own colours: ${element.outerHTML}`)"""


def violations(page: Page, within: str | None = None) -> list[str]:
    """Each place with what is wrong there; `within` is a selector of the part that is looked at.

    All levels count, and axe's own "best practices". Where colours are forced, axe measures those that the page would
    have had. What is seen then are the reader's own, so contrast is left out, and text that keeps its own is a fault.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    found: list[str] = page.evaluate(_RUN, [within, {"color-contrast": {"enabled": not forced}}])
    kept: list[str] = page.evaluate(_KEEPS_ITS_COLOURS, within) if forced else []
    return found + kept
