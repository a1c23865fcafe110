"""Axe in a page: every rule, of all levels and its own best practices."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

# Where colours are forced, axe measures those that the page would have had. What is seen then are the reader's own
# colours, unless a part of the page keeps its own against that: so contrast is left out, and such parts are faults.
_FOUND = """async (within) => {
    const forced = matchMedia("(forced-colors: active)").matches;
    const kept = forced
        ? [...document.querySelectorAll("body *")].filter((part) => getComputedStyle(part).forcedColorAdjust === "none")
        : [];
    const { violations } = await axe.run(within, {
        resultTypes: ["violations"],
        preload: false,
        rules: { "color-contrast": { enabled: !forced } },
    });
    return [
        ...kept.map((part) => `keeps its own colours: ${part.outerHTML.slice(0, 120)}`),
        ...violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target}`)),
    ];
}"""


def violations(page: Page, within: str = "html") -> list[str]:
    """Each place within `within`, a selector, that breaks a rule, with the rule."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return list(page.evaluate(_FOUND, within))
