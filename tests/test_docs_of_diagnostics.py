"""docs/diagnostics.md explains every code, and what it shows is so."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from textwrap import indent

import pytest

from directory import checks
from directory.diagnostics import Code, Severity
from tests.compiling import FIXTURES, brand_faults, compiled, copy_of_base, room
from tests.i18n.translating import INTERFACE, faults

PAGE = (Path(__file__).parent.parent / "docs" / "diagnostics.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### `([a-z0-9-]+)`\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLES = {
    code: examples
    for code, section in SECTIONS.items()
    if (examples := re.findall(r"^```(?:yaml|po)\n(.*?)^```", section, re.MULTILINE | re.DOTALL))
}
OF_THE_QUESTIONS = {"option-without-effect", "idle-effect"}
"""The codes whose examples are options of the wizard. Those of translations are messages; all others but one are lines
of a record."""
HEAD_OF_A_CATALOGUE = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=4; plural=0;\\n"\n\n'

HEADINGS = ("Looks for", "Matters because", "Write instead")
RULES = [name for _, name, _ in iter_modules(checks.__path__) if name != "texts"]


def _room_with(example: str) -> str:
    """The quiet room with the lines of an example in the place of its own lines of the same names."""
    names = re.findall(r"^(\w+):", example, re.MULTILINE)
    lines = room().splitlines(keepends=True)
    return "".join(line for line in lines if line.split(":")[0] not in names) + example


def _questions_with(example: str) -> str:
    """The questions of base with the option of an example in the place of its own option of the same name."""
    name, _, _ = example.partition(":")
    text, found = re.subn(
        rf"^ {{6}}{name}:\n(?: {{8}}.*\n)+",
        lambda _: indent(example, " " * 6),
        (FIXTURES / "base" / "wizard.yml").read_text("utf-8"),
        flags=re.MULTILINE,
    )
    assert found == 1, name
    return text


def _codes(code: str, example: str, folder: Path) -> set[str]:
    if code == "brand-contrast":
        return {diagnostic.code.value for diagnostic in brand_faults(folder, example)}
    if code.startswith("translation-"):
        (folder / INTERFACE).parent.mkdir(parents=True)
        (folder / INTERFACE).write_text(HEAD_OF_A_CATALOGUE + example, "utf-8")
        return {diagnostic.code.value for diagnostic in faults(folder)}
    data = copy_of_base(folder)
    if code in OF_THE_QUESTIONS:
        (data / "wizard.yml").write_text(_questions_with(example))
    else:
        (data / "services" / "quiet-room.yml").write_text(_room_with(example))
    return {diagnostic.code.value for diagnostic in compiled(data).found}


def test_every_code_has_its_section_in_the_order_of_the_codes() -> None:
    """Nobody meets a word that this page does not explain; and it explains no word that is gone."""
    assert re.findall(r"^### (.*)", PAGE, re.MULTILINE) == [f"`{code}`" for code in Code]


def test_the_message_at_the_top_is_one_that_people_get() -> None:
    """Word for word, as the case of that name has it."""
    (shown,) = re.findall(r"^```text\n(data/services/quiet-room.yml:.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    expected = FIXTURES / "invalid" / "unknown-id" / "one-letter-missing" / "expected.txt"
    assert expected.read_text("utf-8").startswith(shown)


@pytest.mark.parametrize("code", list(Code))
def test_every_section_explains_and_shows_a_wrong_and_a_right_example(code: Code) -> None:
    """And says so where the code is only a warning."""
    explained, wrong, right = re.split(r"^(?:Wrong|Right):\n", SECTIONS[code], flags=re.MULTILINE)
    assert len(explained.split()) > 5
    assert wrong.count("```") == right.count("```") == 2
    assert ("warning" in explained) == (code.severity is Severity.WARNING)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_example_brings_that_message_and_the_right_one_none(code: str, tmp_path: Path) -> None:
    """An editor who copies the right example is done."""
    wrong, right = EXAMPLES[code]
    assert _codes(code, wrong, tmp_path / "wrong") == {code}
    assert _codes(code, right, tmp_path / "right") == set()


def test_only_what_an_example_of_lines_cannot_show_is_shown_otherwise() -> None:
    """Of all other codes the examples are tried."""
    of_files = {code.value for code in Code if not code.of_a_line}
    assert set(SECTIONS) - set(EXAMPLES) == of_files | {"not-utf-8", "too-deep", "not-a-mapping"}


@pytest.mark.parametrize("rule", RULES)
def test_a_house_rule_is_explained_in_the_words_of_its_own_module(rule: str) -> None:
    """Three headings in the module's docstring, and the same words on the page."""
    module = import_module(f"directory.checks.{rule}")
    code = re.search(r"Code\.([A-Z_]+)", inspect.getsource(module))
    assert code
    section = " ".join(SECTIONS[Code[code.group(1)]].replace("`", "").split())
    title, *parts = (module.__doc__ or "").replace("`", "").strip().split("\n\n", 1)
    assert title in section
    said = re.split(rf"^({'|'.join(HEADINGS)}): ", parts[0], flags=re.MULTILINE)[1:]
    assert tuple(said[::2]) == HEADINGS
    for heading, words in zip(HEADINGS, said[1::2], strict=True):
        assert f"**{heading}:** {' '.join(words.split())}" in section
