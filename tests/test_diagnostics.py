"""Every slip ends in its own words: one folder a case, laid over fixtures/base."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

import pytest

from directory.compile import compile_directory
from directory.diagnostics import Code
from tests.compiling import FIXTURES, TODAY, compiled, copy_of_base, room, told

INVALID = FIXTURES / "invalid"
ACCEPTED = FIXTURES / "accepted"


def _cases(root: Path, depth: str) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.glob(depth) if path.is_dir())


ELSEWHERE = ("mkdocs.yml", "locales")
CASES = [case for case in _cases(INVALID, "*/*") if not any((INVALID / case / name).exists() for name in ELSEWHERE)]
"""All but those that are not about data. Colours: tests/test_contrast.py; translations: tests/i18n/test_checks.py."""


def _remove(name: str) -> Callable[[Path], None]:
    return lambda data: (data / name).unlink()


def _write(name: str, text: str) -> Callable[[Path], None]:
    def write(data: Path) -> None:
        (data / name).write_bytes(text.encode())

    return write


def _pipe(name: str) -> Callable[[Path], None]:
    def pipe(data: Path) -> None:
        (data / name).unlink(missing_ok=True)
        os.mkfifo(data / name)

    return pipe


def _link(name: str, target: str) -> Callable[[Path], None]:
    def link(data: Path) -> None:
        (data / name).unlink(missing_ok=True)
        (data.parent / "outside.yml").write_text("name: Not ours\n")
        (data / name).symlink_to(data.parent / target)

    return link


def _replace_folder_by_link(name: str) -> Callable[[Path], None]:
    def replace(data: Path) -> None:
        (data / name).rename(data.parent / name)
        (data / name).symlink_to(data.parent / name)

    return replace


# What a repository can't hold, or holds only on some computers.
MADE: dict[str, Callable[[Path], None]] = {
    "missing-file/vocabulary-file": _remove("vocabulary/roles.yml"),
    "missing-file/crisis-lines": _remove("crisis.yml"),
    "missing-file/not-a-data-folder": lambda data: rmtree(data / "vocabulary"),
    "unreadable/pipe": _pipe("services/quiet-room.yml"),
    "unreadable/pipe-for-the-crisis-lines": _pipe("crisis.yml"),
    "too-large/ten-megabytes": _write("services/quiet-room.yml", room("description: " + "word " * 2_000_000)),
    "symlink/to-a-file-outside": _link("services/quiet-room.yml", "outside.yml"),
    "symlink/to-nothing": _link("services/quiet-room.yml", "nowhere.yml"),
    "symlink/vocabulary-file": _link("vocabulary/topics.yml", "outside.yml"),
    "symlink/folder": _replace_folder_by_link("resources"),
    "id-case/capital-letter": _write("services/Example-line.yml", room()),
    "file-name/bytes-that-are-no-letters": lambda data: (data / "services" / os.fsdecode(b"caf\xe9.yml")).touch(),
    "too-deep/thousand-brackets": _write("services/quiet-room.yml", room("x: " + "[" * 1_000 + "]" * 1_000)),
    "too-deep/hundred-thousand-brackets": _write("services/quiet-room.yml", room("x: " + "[" * 100_000)),
    "too-deep/brackets-that-seem-closed": _write("services/quiet-room.yml", room("x: " + '["]",' * 40_000)),
    "too-deep/hundred-thousand-hyphens": _write("services/quiet-room.yml", room("x:\n" + "- " * 100_000 + "a")),
    "too-deep/six-hundred-steps": _write(
        "services/quiet-room.yml", room("x:\n" + "".join(f"{' ' * i}a:\n" for i in range(1, 600)))
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_slip_ends_in_its_own_words(case: str, tmp_path: Path) -> None:
    """The folder's name is among the codes, and what an editor reads is expected.txt to the letter."""
    data = copy_of_base(tmp_path)
    copytree(INVALID / case, data, dirs_exist_ok=True, ignore=ignore_patterns("expected.txt"))
    if case in MADE:
        MADE[case](data)
    result = compiled(data)
    assert case.split("/")[0] in {diagnostic.code for diagnostic in result.found}
    assert told(data, result) == (INVALID / case / "expected.txt").read_text("utf-8")


def test_every_code_has_a_case_and_every_folder_is_a_code() -> None:
    """A code nobody can bring about, or a case of a code that is gone, would go unnoticed."""
    assert sorted(path.name for path in INVALID.iterdir()) == sorted(Code)


def test_every_case_breaks_something() -> None:
    """A folder holds files to lay over base, or stands in the table above; and nothing in the table lacks a folder."""
    made = {case for case in CASES if [path.name for path in (INVALID / case).iterdir()] == ["expected.txt"]}
    assert made == set(MADE)


@pytest.mark.parametrize("case", _cases(ACCEPTED, "*"))
def test_sound_records_are_not_talked_about(case: str, tmp_path: Path) -> None:
    """What an editor may write without a word from us."""
    data = copy_of_base(tmp_path)
    copytree(ACCEPTED / case, data, dirs_exist_ok=True)
    result = compiled(data)
    assert result.found == ()
    assert result.records == 7
    assert result.directory is not None


def test_base_itself_is_sound(tmp_path: Path) -> None:
    """Whatever a case is told about, its own files have brought in."""
    result = compiled(copy_of_base(tmp_path))
    assert result.found == ()
    assert result.directory is not None


def test_a_file_that_the_disk_refuses_is_reported_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One unreadable file ends in one sentence, and hides nothing that is wrong elsewhere."""
    data = copy_of_base(tmp_path)
    (data / "services" / "quiet-room.yml").write_text(room("fax: none"))
    readable = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "example-line.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return readable(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    first, second = compiled(data).found
    assert (first.position.path, first.code) == ("data/services/example-line.yml", Code.UNREADABLE)
    assert first.sentence == "This could not be read: permission denied."
    assert second.code == Code.UNKNOWN_KEY


def test_all_slips_are_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    """Paths first, then lines, then columns; each once; warnings among the errors."""
    data = copy_of_base(tmp_path)
    (data / "services" / "quiet-room.yml").write_text(room("barriers: [no-tme, shynes]", "hours_note: <b>late</b>"))
    (data / "services" / "Still Room.yml").write_text(room())
    (data / "resources" / "sleep-guide.yml").write_text("name: Sleep\n\tkind: guide\n")
    (data / "crisis.yml").unlink()
    found = compiled(data).found
    assert [(d.position.path, d.position.line, d.position.column, str(d.code)) for d in found] == [
        ("data/crisis.yml", 1, 1, "missing-file"),
        ("data/resources/sleep-guide.yml", 2, 1, "tab"),
        ("data/services/Still Room.yml", 1, 1, "file-name"),
        ("data/services/quiet-room.yml", 9, 12, "unknown-id"),
        ("data/services/quiet-room.yml", 9, 20, "unknown-id"),
        ("data/services/quiet-room.yml", 10, 13, "html-in-text"),
    ]


def test_however_many_processes_read_the_same_is_told_in_the_same_order(tmp_path: Path) -> None:
    """Enough records that they are shared out."""
    data = copy_of_base(tmp_path)
    for number in range(200):
        (data / "services" / f"room-{number}.yml").write_text(room(f"barriers: [shynes-{number}]"))
    assert compile_directory(data, TODAY, jobs=1).found == compile_directory(data, TODAY, jobs=3).found


# (what is written, the text that is wrong in it): the place is where that text begins, as an editor counts.
PLACES = {
    "plain": (room("cost: dear"), "dear"),
    "with Windows line ends": (room("cost: dear").replace("\n", "\r\n"), "dear"),
    "after letters of two bytes": (room("cost_note: ŵŷ £5", "who_will_know: {text: Nobodŷ., source: 7}"), "7}"),
    "after an emoji": (room("who_will_know: {text: 🌙🌙 Nobody., source: 7}"), "7}"),
    "in a list of lists": (room("contact: {phone: [{number: '116 123'}, {number: '12'}]}"), "'12'"),
    "an unknown name": (room("contact:", "  email: a@example.org", "  fax: none"), "fax"),
    "a syntax slip": (room("description: 'It's quiet'"), "s quiet"),
    "a control character": (room("description: ŵŷ\x07"), "\x07"),
    "a value below its name": (room("description:", "  <b>Quiet</b>"), "<b>"),
}


@pytest.mark.parametrize(("text", "wrong"), PLACES.values(), ids=PLACES)
def test_the_place_is_the_one_an_editor_would_put_the_cursor(text: str, wrong: str, tmp_path: Path) -> None:
    """Line and column count from 1, in characters, whatever stands before."""
    data = copy_of_base(tmp_path)
    (data / "services" / "quiet-room.yml").write_bytes(text.encode())
    (only,) = compiled(data).found
    before = text[: text.rindex(wrong)]
    assert (only.position.line, only.position.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_a_place_is_found_for_what_is_not_there(tmp_path: Path) -> None:
    """A missing line is pointed out at the group that lacks it."""
    data = copy_of_base(tmp_path)
    (data / "services" / "quiet-room.yml").write_text(room("waiting:", "  text: Two weeks."))
    (only,) = compiled(data).found
    assert (only.position.line, only.position.column, only.position.length) == (9, 1, len("waiting"))
