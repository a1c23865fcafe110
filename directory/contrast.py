"""How well one colour is told from another, and which colours of the theme have to be told from which.

The sums are those of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and #dfn-contrast-ratio.
A colour is a text such as "#0a5a57".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from functools import lru_cache

BODY, TEXT, SIGN = 7.0, 4.5, 3.0
"""The least contrast of what is read at length, of all other text, and of what shows where a control is or its state.

Large text could do with 3 too. It isn't let off: it may be set smaller one day.
"""

_STEPS = 1000
"""Into how many steps lightness is cut, to look for the nearest colour: finer than the 256 steps of a screen."""


@dataclass(frozen=True)
class Pair:
    """A colour of the theme, by its name without the two hyphens, on each of the grounds that it is seen on."""

    colour: str
    grounds: tuple[str, ...]
    least: float


@dataclass(frozen=True, order=True)
class Measured:
    """The contrast of a colour on a ground, and the least that it should have."""

    contrast: float
    colour: str
    ground: str
    least: float


PAIRS = (
    Pair("ink", ("paper", "surface"), BODY),
    Pair("ink", ("brand-soft", "warn-soft", "gone-soft", "crisis-soft"), TEXT),
    Pair("soft", ("paper", "surface", "brand-soft", "warn-soft", "gone-soft", "crisis-soft"), TEXT),
    Pair("brand", ("paper", "surface", "brand-soft", "warn-soft", "gone-soft"), TEXT),
    Pair("on-brand", ("brand",), TEXT),
    Pair("on-sun", ("sun",), TEXT),
    Pair("crisis", ("paper", "surface", "crisis-soft"), TEXT),
    Pair("crisis-soft", ("crisis",), TEXT),
    Pair("ok", ("paper", "surface", "ok-soft"), TEXT),
    Pair("warn", ("surface", "warn-soft"), TEXT),
    Pair("gone", ("gone-soft",), TEXT),
    Pair("edge", ("paper", "surface"), SIGN),
)


@lru_cache(maxsize=256)
def luminance(colour: str) -> float:
    """From 0, black, to 1, white."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white. The order doesn't matter."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """What is seen where a colour lies over a ground and `share` of it, from 0 to 1, hides the ground."""
    return _colour(below + (above - below) * share for above, below in zip(_parts(colour), _parts(ground), strict=True))


def nearest(colour: str, fits: Callable[[str], bool]) -> str:
    """Of the colours that fit, the one of the same hue and the nearest lightness. ValueError where none does."""
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    steps = sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda step: abs(step - lightness))
    shades = (_colour(hls_to_rgb(hue, step, saturation)) for step in steps)
    for shade in (colour, *shades):
        if fits(shade):
            return shade
    raise ValueError(f"no shade of {colour} would do")


def measured(colours: Mapping[str, str]) -> Iterator[Measured]:
    """The contrast of every pair, where the colours of a theme are these, by name."""
    for pair in PAIRS:
        for ground in pair.grounds:
            yield Measured(ratio(colours[pair.colour], colours[ground]), pair.colour, ground, pair.least)


def _parts(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, each from 0 to 1."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _colour(parts: Iterator[float] | tuple[float, float, float]) -> str:
    return "#" + bytes(round(255 * part) for part in parts).hex()
