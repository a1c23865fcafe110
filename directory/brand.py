"""The colour of an edition: read from mkdocs.yml, refused where it can't be read well, and what follows from it.

The one place where a hub sets its colour is `extra.brand`. The theme's other colours are in 1-tokens.css.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from directory import validate
from directory.contrast import Measured, measured, mixed, nearest, ratio
from directory.diagnostics import Code, Diagnostic, quoted
from directory.load import File

SETTINGS = "mkdocs.yml"
TOKENS = Path("theme", "styles", "1-tokens.css")

Colours = Mapping[str, str]
"""The colours of the theme in one mode by name, without the two hyphens: {"paper": "#faf7f1"}."""

_MODES = {"light": 0.11, "dark": 0.07}
"""How much of the brand is mixed into a card's ground to make that of quiet panels."""
_ON_BRAND = ("#ffffff", "#08201f")
_DARK = "@media screen and (prefers-color-scheme: dark)"
_TOKEN = re.compile(r"^ +--([a-z-]+): (#[0-9a-f]{6});", re.MULTILINE)
_SLOT = b"[brand]"


@dataclass(frozen=True)
class Brand:
    """The brand of each mode, with what is written on it and the ground of quiet panels."""

    light: Colours = field(hash=False)
    dark: Colours = field(hash=False)

    def style(self) -> bytes:
        """The part of the stylesheet that sets these colours."""
        return f":root {{{_declared(self.light)}}}\n{_DARK} {{:root {{{_declared(self.dark)}}}}}\n".encode()

    def on(self, icon: bytes) -> bytes:
        """An icon in the colour of the edition. Browsers show it on a ground of their own, so there is one for both."""
        return icon.replace(_SLOT, self.light["brand"].encode())


def read(repository: Path) -> tuple[Brand | None, list[Diagnostic]]:
    """The brand that mkdocs.yml names. Without one there is at least one diagnostic."""
    value, found, locate = validate.read(File(SETTINGS, repository / SETTINGS), "edition")
    if value is None:
        return None, [_empty(diagnostic) for diagnostic in found]
    named: dict[str, str] = cast(Any, value)["extra"]["brand"]
    theme = tokens((repository / TOKENS).read_text("utf-8"))
    faults = [fault for mode in _MODES if (fault := _fault(named[mode], mode, theme[mode], locate))]
    return (None, faults) if faults else (Brand(*(derived(named[mode], mode, theme[mode]) for mode in _MODES)), [])


def tokens(css: str) -> dict[str, Colours]:
    """The colours that 1-tokens.css sets, in light, dark and print. The last two say only what differs from light."""
    light, dark, printed = (dict(_TOKEN.findall(part)) for part in re.split(r"^@media .*", css, flags=re.MULTILINE))
    return {"light": light, "dark": light | dark, "print": light | printed}


def derived(brand: str, mode: str, theme: Colours) -> Colours:
    """The colours that follow from the brand of a mode, with itself."""
    return {
        "brand": brand,
        "on-brand": max(_ON_BRAND, key=lambda colour: ratio(colour, brand)),
        "brand-soft": mixed(brand, theme["surface"], _MODES[mode]),
    }


def fits(brand: str, mode: str, theme: Colours) -> bool:
    """Whether everything can be told apart that has to be."""
    return not _too_faint(brand, mode, theme)


def _too_faint(brand: str, mode: str, theme: Colours) -> list[Measured]:
    """What can't be told apart because of the brand. The rest of the theme is not the edition's to change."""
    own = derived(brand, mode, theme)
    return [m for m in measured({**theme, **own}) if m.contrast < m.least and own.keys() & {m.colour, m.ground}]


def _fault(brand: str, mode: str, theme: Colours, locate: validate.Locate) -> Diagnostic | None:
    faint = _too_faint(brand, mode, theme)
    if not faint:
        return None
    worst = min(faint)
    sentence = (
        f"With {quoted(brand)} the contrast of {worst.colour} on {worst.ground} is "
        f"{int(worst.contrast * 100) / 100:.2f} to 1, and {worst.least:g} to 1 is needed."  # cut: 4.499 is not 4.5
    )
    hint = f'Write "{nearest(brand, partial(fits, mode=mode, theme=theme))}", the nearest that would do.'
    return Diagnostic(locate(("extra", "brand", mode), False), Code.BRAND_CONTRAST, sentence, hint)


def _empty(diagnostic: Diagnostic) -> Diagnostic:
    """To YAML, a colour without quotation marks is a comment: the likeliest reason why there seems to be none."""
    if diagnostic.code is not Code.EMPTY_VALUE:
        return diagnostic
    return replace(diagnostic, hint='Write a colour in quotation marks: "#0a5a57".')


def _declared(colours: Colours) -> str:
    return "; ".join(f"--{name}: {colour}" for name, colour in colours.items())
