"""docs/record-by-example.yml and its twin show every line there is, each explained, and are sound."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from directory import load
from directory.diagnostics import Pointer
from directory.load import File, Value
from directory.validate import schema_text
from tests.builds import copy_of_data
from tests.compiling import compiled

DOCS = Path(__file__).parent.parent / "docs"
EXAMPLES = {"service": ("record-by-example", "services"), "resource": ("resource-by-example", "resources")}

Way = tuple[str, ...]
"""The way to a field through names; "*" is any entry of a list, or any name that the editor chooses."""


def _fields(part: dict[str, Any], way: Way = ()) -> Iterator[tuple[Way, bool]]:
    """Every field that a schema knows, and whether it is needed."""
    file, _, place = part.get("$ref", "").partition("#/$defs/")
    if place:
        part = schema_text(file.removesuffix(".json") or "common")["$defs"][place]
    for name, inner in part.get("properties", {}).items():
        yield (*way, name), name in part.get("required", ())
        yield from _fields(inner, (*way, name))
    for inner in (part.get("items"), part.get("additionalProperties"), *part.get("patternProperties", {}).values()):
        if isinstance(inner, dict):
            yield from _fields(inner, (*way, "*"))
    for inner in part.get("anyOf", ()):
        yield from _fields(inner, way)


def _places(value: Value, way: Way, at: Pointer = ()) -> Iterator[Pointer]:
    """Where in the example a field is filled in."""
    if not way:
        yield at
    elif way[0] == "*":
        entries: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for name, inner in entries:
            yield from _places(inner, way[1:], (*at, name))
    elif isinstance(value, dict) and way[0] in value:
        yield from _places(value[way[0]], way[1:], (*at, way[0]))


def _comment_above(lines: list[str], line: int) -> str:
    """The comment that ends just above a line; "" where there is none."""
    above = map(str.strip, reversed(lines[: line - 1]))
    return "\n".join(reversed(list(takewhile(lambda text: text.startswith("# "), above))))


@pytest.fixture(params=EXAMPLES)
def schema(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_nothing_is_said_about_the_example_among_the_real_records(schema: str, tmp_path: Path) -> None:
    """Its ids are in the real vocabulary, so that an editor can begin with a copy."""
    name, folder = EXAMPLES[schema]
    data = copy_of_data(tmp_path)
    copy(DOCS / f"{name}.yml", data / folder)
    result = compiled(data)
    assert [d for d in result.found if d.position.path == f"data/{folder}/{name}.yml"] == []
    assert result.directory is not None
    assert name in result.directory.by_id


def test_the_example_fills_in_every_field_and_explains_it_above(schema: str) -> None:
    """Also the fields within fields. A field that every record needs is marked so."""
    file = File(EXAMPLES[schema][0], DOCS / f"{EXAMPLES[schema][0]}.yml")
    tree, found = load.read(file)
    assert tree, found
    lines = load.lines(file.place)
    missing, unexplained = [], []
    for way, needed in _fields(schema_text(schema)):
        places = list(_places(tree.value, way))
        if not places:
            missing.append(way)
        for place in places:
            comment = _comment_above(lines, load.locate(file, place, key=True).line)
            if not comment or comment.startswith("# Needed") != needed:
                unexplained.append(place)
    assert missing == []
    assert unexplained == []
