"""The code keeps to the plan of docs/architecture.md: which room may use which, and who owns what."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.builds import REPOSITORY

CODE = REPOSITORY / "directory"
MODULES = sorted(CODE.rglob("*.py"))
THEME = sorted(path for path in (REPOSITORY / "theme").rglob("*") if path.suffix in (".js", ".css", ".html"))

OWNERS: Mapping[str, str | tuple[str, ...]] = {
    "babel": "i18n/",
    "click": "cli.py",
    "holidays": "opening.py",
    "jinja2": ("render/", "i18n/gather.py"),
    "jsonschema": "validate.py",
    "jsonschema_rs": "validate.py",
    "lunr": "export/search.py",
    "markdown_it": "render/environment.py",
    "markupsafe": "render/",
    "mkdocs": "engine/material.py",
    "phonenumbers": "reader.py",
    "referencing": "validate.py",
    "rich": "cli.py",
    "segno": "render/qr.py",
    "watchfiles": "serve.py",
    "yaml": "load/",
}
"""Each package that others made, and the one place in directory/ that knows it. Jinja2 alone can read its templates."""

MOST_LINES = 350
NO_NAMES = {"common", "helpers", "manager", "misc", "utils"}

GATHERING = {"Reader"}
"""What collects on its way through one file and is then thrown away: docs/architecture.md, "Values, not effects"."""

CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}
ENDS = {("sys", "exit"), ("os", "_exit"), ("sys", "stdout"), ("sys", "stderr")}


def room(module: Path) -> str:
    return module.relative_to(CODE).parts[0].removesuffix(".py")


ROOMS = {room(module) for module in MODULES} - {"__init__"}


@cache
def allowed() -> Mapping[str, set[str]]:
    """The table under "The rooms": for each room those that it may use."""
    text = (REPOSITORY / "docs" / "architecture.md").read_text("utf-8")
    _, _, rooms = text.partition("## The rooms\n")
    table: dict[str, set[str]] = {}
    for name, uses in re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", rooms.partition("\n## ")[0], re.MULTILINE):
        table[name] = set(table) if "all above" in uses else set(re.findall(r"\w+", uses)) & ROOMS
    return table


def imports(module: Path) -> Iterator[tuple[str, ...]]:
    """The parts of every name that a module imports, also inside functions: ("directory", "urls")."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module and not node.level, f"{module}: imports in directory/ say where from in full"
            yield from ((*node.module.split("."), alias.name) for alias in node.names)


def own(module: Path) -> Iterator[tuple[str, ...]]:
    return (name[1:] for name in imports(module) if name[0] == "directory" and len(name) > 1)


def shown(module: Path) -> str:
    return module.relative_to(REPOSITORY).as_posix()


def test_every_room_is_in_the_plan_and_no_other() -> None:
    assert set(allowed()) == ROOMS


@pytest.mark.parametrize("module", MODULES, ids=shown)
def test_a_room_uses_only_the_rooms_that_the_plan_gives_it(module: Path) -> None:
    may = allowed().get(room(module), set()) | {room(module)}
    wrong = [
        f"{shown(module)} imports {name[0]}; it may use {sorted(may)}" for name in own(module) if name[0] not in may
    ]
    assert wrong == []


def test_the_plan_uses_no_more_than_the_code() -> None:
    """An arrow that nobody needs any more is taken out."""
    used = {name: {part[0] for module in MODULES if room(module) == name for part in own(module)} for name in ROOMS}
    unused = {name: may - used[name] for name, may in allowed().items() if may - used[name] and name != "compile"}
    assert unused == {}


def test_the_site_check_knows_nothing_of_the_project_but_the_withdrawn_numbers() -> None:
    """It trusts nothing that was said before."""
    names = {name for module in MODULES if room(module) == "sitecheck" for name in own(module)}
    assert {name[:2] for name in names if name[0] not in ("sitecheck", "parallel")} == {("checks", "forbidden_number")}


def test_the_plan_has_no_circle() -> None:
    TopologicalSorter(allowed()).prepare()
    assert list(TopologicalSorter(allowed()).static_order())


def test_no_module_needs_itself_by_a_detour() -> None:
    names = {module.relative_to(CODE).with_suffix("").parts: module for module in MODULES}
    graph = {
        parts: {to for name in own(module) for to in (name, name[:-1]) if to in names and to != parts}
        for parts, module in names.items()
    }
    assert list(TopologicalSorter(graph).static_order())


def test_each_package_of_others_has_one_owner() -> None:
    others = sorted(
        {
            (name[0], module.relative_to(CODE).as_posix())
            for module in MODULES
            for name in imports(module)
            if name[0] != "directory" and name[0] not in sys.stdlib_module_names
        }
    )
    strangers = [f"{place} imports {package}, which has no owner" for package, place in others if package not in OWNERS]
    wrong = [
        f"{place} imports {p}; only {OWNERS[p]} may"
        for p, place in others
        if p in OWNERS and not place.startswith(OWNERS[p])
    ]
    assert strangers + wrong == []
    assert {package for package, _ in others} == set(OWNERS)


@pytest.mark.parametrize("file", [*MODULES, *THEME], ids=shown)
def test_a_file_can_be_read_in_one_sitting(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= MOST_LINES


def test_every_module_is_named_for_what_it_does() -> None:
    assert [shown(file) for file in (*MODULES, *THEME) if NO_NAMES & {*file.parent.parts, file.stem}] == []


def test_every_module_says_what_it_does() -> None:
    silent = [
        shown(m) for m in MODULES if m.read_text("utf-8") and not ast.get_docstring(ast.parse(m.read_text("utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) != "cli"], ids=shown)
def test_only_the_commands_print_end_the_program_and_read_the_clock(module: Path) -> None:
    wrong = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("print", "exit", "quit", "input")
        ):
            wrong.append(f"line {node.lineno}: {node.func.id}()")
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = node.value.id, node.attr
            if name in CLOCK | ENDS or name[0] == "time":
                wrong.append(f"line {node.lineno}: {'.'.join(name)}")
    assert wrong == []


@pytest.mark.parametrize("module", MODULES, ids=shown)
def test_values_are_frozen(module: Path) -> None:
    thawed = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef) and node.name not in GATHERING:
            decorators = map(ast.unparse, node.decorator_list)
            if any("dataclass" in words and "frozen=True" not in words for words in decorators):
                thawed.append(f"line {node.lineno}: {node.name}")
    assert thawed == []
