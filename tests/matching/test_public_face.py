"""What other rooms may use of directory.matching: these names, and no other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from directory import matching
from tests.builds import REPOSITORY

FACE = {
    "MOST_REASONS",
    "Choice",
    "Effect",
    "Entry",
    "Fact",
    "Match",
    "NotAnswers",
    "Reason",
    "Results",
    "Table",
    "answering",
    "compile_table",
    "evaluate",
    "open_at",
    "plain",
    "read_answers",
    "reasons",
}
INSIDE = {"directory/checks/idle_effect.py": {"facts"}}
"""Modules that look behind the face, and at what: a check asks which facts there are, without a table."""

CODE = REPOSITORY / "directory"
OTHERS = sorted(path for path in CODE.rglob("*.py") if path.parent.name != "matching")


def test_the_face_is_exactly_this_list() -> None:
    """Who adds a name here promises it to all other rooms."""
    assert set(matching.__all__) == FACE
    assert len(matching.__all__) == len(FACE)
    assert all(hasattr(matching, name) for name in FACE)


@pytest.mark.parametrize("file", OTHERS, ids=lambda file: file.relative_to(CODE).as_posix())
def test_other_rooms_use_nothing_behind_the_face(file: Path) -> None:
    """Neither a module inside it nor a name that it doesn't show."""
    used: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("directory.matching"):
            inside = node.module.removeprefix("directory.matching").lstrip(".")
            used |= {inside} if inside else {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "matching":
            used.add(node.attr)
    assert used - FACE == INSIDE.get(file.relative_to(REPOSITORY).as_posix(), set())
