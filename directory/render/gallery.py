"""The page of components: each drawn from its own fixtures, below the tokens that all of them use.

A case in theme/components/NAME/fixtures.json is {case, macro, with}: a sentence on what it shows, the macro, and its
arguments as plain data. Where it needs them it has `inside`, the text that the macro is called with; `list`, the class
of the list in which it is an item; `rtl`, the language of a text that runs from right to left. What pages give by
themselves, the way to the root and the folder of assets, is given here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from directory import brand, urls
from directory.engine import Page
from directory.render.context import Context
from directory.render.environment import Templates, prose
from directory.render.wizard_pages import as_data

ROOT = urls.root(urls.COMPONENTS)


@dataclass(frozen=True)
class Case:
    """What it shows, as a sentence, and the component. `rtl` is a language that runs from right to left, or ""."""

    id: str
    name: str
    drawn: Markup
    rtl: str


@dataclass(frozen=True)
class Component:
    """`purpose` is the first sentence of the comment in its template."""

    id: str
    name: str
    purpose: str
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Colour:
    """A custom property, with its value in the light and in the dark."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True)
class Size:
    """A custom property of theme/styles/1-tokens.css, in pixels: "12px"."""

    name: str
    value: str


def components(context: Context) -> Page:
    templates = context.templates
    style = (templates.theme / "styles" / "1-tokens.css").read_text("utf-8")
    sizes = [Size(*found) for found in _SIZE.findall(style)]
    folders = sorted(path.parent for path in (templates.theme / "components").glob("*/template.html"))
    view = {
        "root": ROOT,
        "colours": _colours(brand.tokens(style), templates.assets.brand),
        "corners": [size for size in sizes if size.name.startswith("corner")],
        "spaces": [size for size in sizes if size.name in ("step", "gap", "between")],
        "components": [_component(templates, folder) for folder in folders],
    }
    description = "Every part that pages share, drawn from invented records. For those who look after this directory."
    return Page(urls.COMPONENTS, "Components", description, "", templates.page("components", view))


_SIZE = re.compile(r"^ +--([\w-]+): (\d+px);", re.MULTILINE)


def _colours(theme: Mapping[str, brand.Colours], edition: brand.Brand) -> list[Colour]:
    """Those of the theme, then those that come with the colour of the edition."""
    light, dark = {**theme["light"], **edition.light}, {**theme["dark"], **edition.dark}
    return [Colour(name, light[name], dark[name]) for name in light]


_PURPOSE = re.compile(r"\{# (.+?\.)(?=\s)", re.DOTALL)


def _component(templates: Templates, folder: Path) -> Component:
    purpose = _PURPOSE.match((folder / "template.html").read_text("utf-8"))
    assert purpose, f"{folder.name}: the template begins with a sentence on what it is for, in a comment"
    cases = json.loads((folder / "fixtures.json").read_text("utf-8"))
    return Component(
        folder.name,
        folder.name.replace("-", " ").capitalize(),
        " ".join(purpose[1].split()),
        tuple(_case(templates, folder.name, number, case) for number, case in enumerate(cases, 1)),
    )


def _case(templates: Templates, component: str, number: int, case: dict[str, Any]) -> Case:
    macro = templates.macro(component, case["macro"])
    given = {"root": ROOT, "folder": templates.assets.folder}
    arguments: dict[str, Any] = {name: given[name] for name in macro.arguments if name in given}
    arguments |= {name: _value(plain) for name, plain in case["with"].items()}
    if "inside" in case:
        arguments["caller"] = lambda: prose(case["inside"])
    id = f"{component}-{number}"
    drawn = _set_apart(str(macro(**arguments)), id)
    if "list" in case:
        drawn = Markup('<ul class="{}">{}</ul>').format(case["list"], drawn)
    return Case(id, case["case"], drawn, case.get("rtl", ""))


def _value(plain: Any) -> Any:
    """Plain data as templates receive it. {"prose": text} is a text of a record, {"data": tree} the wizard's table."""
    match plain:
        case {"prose": text}:
            return prose(text)
        case {"data": tree}:
            return as_data(tree)
        case dict():
            return SimpleNamespace(root=ROOT, **{name: _value(value) for name, value in plain.items()})
        case list():
            return [_value(value) for value in plain]
        case _:
            return plain


def _set_apart(html: str, id: str) -> Markup:
    """A page has each landmark of a name once. Here there are several, so the case, of this id, is in the name."""
    named = html.replace('role="search"', f'role="search" aria-labelledby="{id}"')
    named = re.sub(r'(<(?:nav|section)\b[^>]* aria-labelledby="[^"]*)"', rf'\1 {id}"', named)
    return Markup(re.sub(r'(<(?:nav|section)\b[^>]* aria-label="[^"]*)"', rf'\1 ({id})"', named))
