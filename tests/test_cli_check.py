"""`python build.py check` as an editor, a program and a workflow run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.compiling import TODAY, copy_of_base, room

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copy_of_base(tmp_path)


def _check(*arguments: str | Path, cwd: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, REPOSITORY / "build.py", "check", "--today", TODAY.isoformat(), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60)


def _told(*arguments: str | Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_check(*arguments, "--format", "json").stdout)
    return told


def _codes(told: dict[str, Any]) -> list[str]:
    return [diagnostic["code"] for diagnostic in told["diagnostics"]]


def test_sound_records_end_in_0(data: Path) -> None:
    """Nothing on standard error, one line on standard output."""
    run = _check("--data", data)
    assert (run.returncode, run.stdout, run.stderr) == (0, "No errors in 6 records.\n", "")


def test_an_error_ends_in_1_with_everything_in_json(data: Path) -> None:
    """The shape that programs rely on, with the place in it."""
    (data / "services" / "quiet-room.yml").write_text(room("barriers: [no-tme]"))
    run = _check("--data", data, "--format", "json")
    assert run.returncode == 1
    assert json.loads(run.stdout) == {
        "diagnostics": [
            {
                "path": "data/services/quiet-room.yml",
                "line": 9,
                "column": 12,
                "code": "unknown-id",
                "severity": "error",
                "message": "“no-tme” is not a barrier we know.",
                "hint": "Did you mean “no-time”? All of them are in data/vocabulary/barriers.yml.",
            }
        ],
        "counts": {"errors": 1, "warnings": 0, "records": 7},
    }


def test_a_warning_alone_ends_in_0(data: Path) -> None:
    """Warnings are told and stop nothing."""
    (data / "services" / "quiet-room.yml").write_text(room("hours_note: <b>late</b>"))
    run = _check("--data", data)
    assert run.returncode == 0
    assert run.stdout.splitlines()[0] == (
        "data/services/quiet-room.yml:9:13: warning[html-in-text]: "
        "This text holds HTML or template signs. They will be shown as typed."
    )
    assert run.stdout.splitlines()[-1] == "1 warning in 1 file; 7 records read."


def test_github_shows_the_place_in_the_review(data: Path) -> None:
    """One workflow command a diagnostic."""
    (data / "services" / "quiet-room.yml").write_text(room("cost: dear"))
    run = _check("--data", data, "--format", "github")
    assert run.returncode == 1
    assert run.stdout.splitlines()[0] == (
        "::error file=data/services/quiet-room.yml,line=9,col=7,title=unknown-value::"
        "“dear” is not possible for “cost”. Possible: free, paid, mixed, members, unknown."
    )


def test_only_the_named_files_and_folders_are_talked_about(data: Path) -> None:
    """The rest is read all the same, because records refer to one another."""
    (data / "services" / "quiet-room.yml").write_text(room("barriers: [no-tme]"))
    (data / "resources" / "sleep-guide.yml").write_text("name: [Sleep]\n")
    guide = data / "resources" / "sleep-guide.yml"
    assert set(_codes(_told("--data", data, data / "services"))) == {"unknown-id"}
    assert set(_codes(_told("--data", data, guide))) == {"missing-key", "wrong-type"}
    assert set(_codes(_told("--data", data, guide, data / "services" / "quiet-room.yml"))) == {
        "missing-key",
        "wrong-type",
        "unknown-id",
    }


def test_a_sound_file_among_broken_ones_ends_in_0(data: Path) -> None:
    """An editor who asks about one file is judged by that file."""
    (data / "services" / "quiet-room.yml").write_text(room("cost: dear"))
    run = _check("--data", data, data / "services" / "example-line.yml")
    assert run.returncode == 0
    assert run.stdout == "No errors in 7 records.\n"


def test_a_path_may_be_written_as_seen_from_where_one_stands(data: Path) -> None:
    """check quiet-room.yml, from inside data/services."""
    (data / "services" / "quiet-room.yml").write_text(room("cost: dear"))
    run = _check("--data", data, "quiet-room.yml", cwd=data / "services")
    assert run.returncode == 1
    assert "data/services/quiet-room.yml:9:7" in run.stdout


def test_a_path_may_take_a_way_round(data: Path) -> None:
    """data/resources/../services is data/services: what is wrong there is not kept back."""
    (data / "services" / "quiet-room.yml").write_text(room("cost: dear"))
    assert _check("--data", data, data / "resources" / ".." / "services").returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "xml"],
        ["--data", "no-such-folder"],
        ["--today", "2026-02-30"],
        ["--no-such-option"],
        ["data/services/no-such-record.yml"],
    ],
    ids=lambda arguments: arguments[-1],
)
def test_wrong_usage_ends_in_2(arguments: list[str]) -> None:
    """With a sentence on standard error, and none of it on standard output."""
    run = _check(*arguments)
    assert run.returncode == 2
    assert run.stdout == ""
    assert arguments[-1] in run.stderr
    assert "Traceback" not in run.stderr


def test_a_folder_without_records_is_named_as_such(tmp_path: Path) -> None:
    """One sentence, not one for every file that is not there."""
    run = _check("--data", tmp_path)
    assert run.returncode == 1
    assert "There is no folder vocabulary/ here, so nothing can be read." in run.stdout
    assert run.stdout.splitlines()[-1] == "1 error in 1 file; 0 records read."


def test_a_folder_with_nothing_but_a_vocabulary_is_told_what_is_missing(data: Path) -> None:
    """The crisis lines and lists name records that are not there."""
    for folder in ("services", "resources"):
        for file in (data / folder).iterdir():
            file.unlink()
    told = _told("--data", data)
    assert set(_codes(told)) == {"unknown-id"}
    assert told["counts"]["records"] == 0


def test_a_broken_vocabulary_is_one_error_and_no_avalanche(data: Path) -> None:
    """Ids that could be in it are not called unknown."""
    (data / "vocabulary" / "barriers.yml").write_text("confidentiality: {label: \n")
    assert _codes(_told("--data", data)) == ["yaml-syntax"]


def test_a_pipe_does_not_make_it_wait(data: Path) -> None:
    """A pipe where a record should be, and where the crisis lines should be."""
    (data / "crisis.yml").unlink()
    for pipe in (data / "crisis.yml", data / "services" / "quiet-room.yml"):
        os.mkfifo(pipe)
    run = _check("--data", data)
    assert run.returncode == 1
    assert run.stdout.count("something else (a pipe, for example)") == 2


def test_the_shown_line_is_the_counted_one_after_a_form_feed(data: Path) -> None:
    """Some programs end a line at a form feed. Editors don't, and neither do we."""
    (data / "services" / "quiet-room.yml").write_bytes(room("description: a\x0cb\x0cc").encode())
    assert "    9 | description: a\ufffdb\ufffdc\n" in _check("--data", data).stdout


def test_the_real_records_are_sound() -> None:
    """Whatever is merged can be published."""
    run = _check("--format", "json")
    assert run.returncode == 0, run.stdout
    assert json.loads(run.stdout)["counts"]["errors"] == 0
