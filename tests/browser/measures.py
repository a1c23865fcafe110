"""What anyone needs of a page that axe does not measure: room for text, room for fingers, a ring around the focus."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

TEXT_SPACING = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-block-end: 2em !important; }"""
"""Sizes of WCAG 1.4.12."""

TEXT_TWICE_AS_LARGE = "html { font-size: 200% !important; }"
"""WCAG 1.4.4."""

STYLES = {"text spacing": TEXT_SPACING, "text of 200 %": TEXT_TWICE_AS_LARGE}

# A sheet that a script makes is not held back by the page's policy.
_RESTYLE = """(rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
}"""

# What can be scrolled to is not lost: a wide table in a box of its own.
# Some faces have boxes much higher than their letters, which may lie over one another.
_TEXTS = """() => {
    const placed = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode;
        const around = text.parentElement;
        if (!text.data.trim() || !around.checkVisibility()) continue;
        if (around.closest(".visually-hidden, .skip, .scroll")) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const letters = 1.2 * parseFloat(getComputedStyle(around).fontSize);
        for (const { x, y, width, height } of range.getClientRects()) {
            const spare = Math.max((height - letters) / 2, 0);
            if (width > 1) placed.push([text, new DOMRect(x, y + spare, width, height - 2 * spare)]);
        }
    }
    const lost = placed.filter(([, box]) => box.left < -1 || box.right > innerWidth + 1);
    placed.sort(([, a], [, b]) => a.top - b.top);
    for (const [n, [text, box]] of placed.entries()) {
        for (let i = n + 1; i < placed.length && placed[i][1].top < box.bottom - 4; i += 1) {
            const [other, under] = placed[i];
            const wide = Math.min(box.right, under.right) - Math.max(box.left, under.left);
            const high = Math.min(box.bottom, under.bottom) - Math.max(box.top, under.top);
            if (text !== other && wide > 2 && high > 4) lost.push([text], [other]);
        }
    }
    return { count: placed.length, lost: lost.map(([text]) => text.data.trim()) };
}"""

# WCAG 2.5.8: a target is smaller than 24 px only where nothing else lies within 12 px of its middle, or in a sentence.
# Ours: what calls, texts or writes to someone is 44 px high wherever it stands alone.
_TARGETS = """(within) => {
    const sentence = (target) => {
        const around = target.closest("p, li, dd, td, label, summary, caption");
        return target.matches("a, code") && around && around.innerText.trim() !== target.innerText.trim();
    };
    const all = [...document.querySelectorAll(`${within} :is(a, button, input, summary, [tabindex="0"])`)]
        .filter((target) => target.checkVisibility() && !target.closest(".skip"))
        .map((target) => [target.closest("label, .choice") ?? target, target])
        .map(([area, target]) => [target, area.getBoundingClientRect()]);
    const crowded = all.filter(([target, box]) => {
        if (Math.min(box.width, box.height) >= 24 || sentence(target)) return false;
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        return all.some(([other, near]) => {
            const [dx, dy] = [Math.max(near.left - x, 0, x - near.right), Math.max(near.top - y, 0, y - near.bottom)];
            return other !== target && Math.hypot(dx, dy) < 12;
        });
    });
    const contacts = all.filter(([target, { height }]) =>
        (target.matches(".contact a, .choice__input")
            || (target.matches("[href^='tel:'], [href^='sms:'], [href^='mailto:']") && !sentence(target)))
        && height < 43.5);
    return {
        count: all.length,
        small: [...crowded, ...contacts].map(([target, { height }]) => `${Math.round(height)} px: ${target.outerHTML}`),
    };
}"""

_MOVING = """() => {
    const seconds = (list) => list.split(",").some((time) => parseFloat(time) > 0.001);
    const slow = [...document.querySelectorAll("body *")].filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        return seconds(transitionDuration) || (animationName !== "none" && seconds(animationDuration));
    });
    const behaviour = getComputedStyle(document.documentElement).scrollBehavior;
    return [...slow.map((element) => element.outerHTML), ...document.getAnimations().map(String),
        ...(behaviour === "smooth" ? ["scrolling"] : [])];
}"""

# Every stop of the keyboard in turn, in the order of the page. `what` is the element; the ring may be drawn around
# what holds it.
_STOPS = """() => {
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter((stop) => stop.checkVisibility() && !stop.disabled && stop.tabIndex >= 0);
    return stops.map((stop) => {
        stop.focus({ focusVisible: true });
        const ring = getComputedStyle(stop.closest(".choice") ?? stop);
        const box = stop.getBoundingClientRect();
        const [x, y] = [Math.max(box.left, 0) + 3, box.top + box.height / 2];
        const above = document.elementFromPoint(x, y);
        return {
            what: stop.outerHTML.slice(0, 160),
            focused: document.activeElement === stop,
            ringed: ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 3,
            inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            uncovered: [stop.contains(above), above?.contains(stop), above?.matches("label, label *")].includes(true),
        };
    });
}"""


def restyle(page: Page, rules: str) -> None:
    """Lays rules over those of the page, as a reader's own style would."""
    page.evaluate(_RESTYLE, rules)


def lost_texts(page: Page) -> list[str]:
    """Texts that lie over one another or end outside the screen."""
    found = page.evaluate(_TEXTS)
    assert found["count"] > 10, "The page shows no text."
    return list(found["lost"])


def small_targets(page: Page, within: str = "body") -> list[str]:
    """What can be pressed and is too small for a finger, each with its height."""
    found = page.evaluate(_TARGETS, within)
    assert found["count"], "Nothing can be pressed."
    return list(found["small"])


def moving(page: Page) -> list[str]:
    """What moves, glides or fades."""
    return list(page.evaluate(_MOVING))


def stops_without_a_ring(page: Page) -> list[dict[str, Any]]:
    """The stops of the keyboard that can't be focused, show no ring of 3 px, or are out of sight or covered then."""
    stops = page.evaluate(_STOPS)
    assert len(stops) > 5, "The keyboard stops nowhere."
    return [stop for stop in stops if not all(stop[part] for part in ("focused", "ringed", "inSight", "uncovered"))]
