"""Styles hold in every language: those that run from right to left, and those whose letters need higher lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builds import REPOSITORY

STYLES = sorted((REPOSITORY / "theme").rglob("*.css"))
SIDES = re.compile(r"(?<![a-z])(left|right)(?![a-z])")
FOUR_SIDES = re.compile(r"margin|padding|inset|border-(width|style|color)|scroll-(margin|padding)")
"""Shorthands whose second and fourth value are the right and the left, so both have to be the same."""


def declarations(path: Path) -> Iterator[tuple[str, str]]:
    css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    for inside in re.findall(r"\{([^{}]*)\}", css):
        for line in inside.split(";"):
            name, _, value = line.partition(":")
            if value:
                yield name.strip(), " ".join(value.split())


def values(text: str) -> list[str]:
    """ "calc(2 * var(--step)) 0" are two."""
    parts = [""]
    depth = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == " " and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def physical(name: str, value: str) -> bool:
    """Whether it names the left or the right, in so many words or by the place of a value."""
    if SIDES.search(name) or (SIDES.search(value) and not name.startswith("--")):
        return True
    if FOUR_SIDES.fullmatch(name):
        sides = values(value)
        return len(sides) == 4 and sides[1] != sides[3]
    return (name == "border-radius" and len(values(value)) > 1) or (
        name in ("translate", "transform") and not re.fullmatch(r"scaleX\(-1\)|rotate\(.*\)|0 .*", value)
    )


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("margin-left", "1em", True),
        ("right", "0", True),
        ("border-top-left-radius", "4px", True),
        ("text-align", "left", True),
        ("float", "right", True),
        ("background-position", "right 4px top 2px", True),
        ("background", "linear-gradient(to right, var(--ink), var(--soft))", True),
        ("padding", "0 calc(2 * var(--step)) 0 0", True),
        ("border-radius", "4px 0 0 4px", True),
        ("translate", "4px 0", True),
        ("transform", "translateX(4px)", True),
        ("margin-inline-start", "auto", False),
        ("padding", "0 calc(2 * var(--step))", False),
        ("padding", "0 4px 2px 4px", False),
        ("text-align", "start", False),
        ("translate", "0 0.3em", False),
        ("grid-area", "bright", False),
    ],
)
def test_a_side_is_found_however_it_is_named(name: str, value: str, found: bool) -> None:
    assert physical(name, value) == found


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_no_style_knows_left_from_right(path: Path) -> None:
    """It says start and end, which change places where words run from right to left."""
    assert [(name, value) for name, value in declarations(path) if physical(name, value)] == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_line_is_as_high_as_its_script_needs_and_letters_as_close(path: Path) -> None:
    """Each height is the least that looks good in English; --leading is the least that another script can do with."""
    for name, value in declarations(path):
        if name == "line-height":
            assert re.fullmatch(r"max\([\d.]+, var\(--leading\)\)", value)
        if name == "letter-spacing":
            assert value in ("0", "var(--tracking)")
        assert name not in ("text-transform", "font-variant-caps")
