"""One list of samples, three ways to tell it. No file is opened."""

from __future__ import annotations

import json

import pytest

from directory import report
from directory.diagnostics import Code, Diagnostic, Position, Severity, any_error, did_you_mean, in_order, quoted

PATH = "data/services/a.yml"
ID = Diagnostic(
    Position(PATH, 2, 19, 7), Code.UNKNOWN_ID, "“stgma” is not a barrier we know.", "Did you mean “stigma”?"
)
PHONE = Diagnostic(Position(PATH, 4, 3, 5), Code.PHONE_NOT_VALID, "“08081” is not a number that can be dialled.")
SPLIT = Diagnostic(Position("data/a,b: c.yml"), Code.FILE_NAME, "100% odd.\nReally.", "Rename it.")
LATE = Diagnostic(Position("data/services/b.yml", 1, 1, 4), Code.REVIEW_OVERDUE, "Someone should have looked.", "Look.")
SAMPLES = (SPLIT, ID, PHONE, LATE)

LINES = {PATH: ["name: A", "barriers: [shame, stgma]", "", "\t\t08081"], "data/services/b.yml": ["name: B"]}


def lines(path: str) -> list[str]:
    return LINES[path]


def test_a_terminal_shows_the_line_with_a_mark_under_the_place() -> None:
    """Place, sentence, line, mark, help, in this order. A tab counts as one character, so the mark stands right."""
    assert (
        report.text(SAMPLES, 7, lines)
        == """\
data/a,b: c.yml:1:1: error[file-name]: 100% odd.
Really.
   = help: Rename it.

data/services/a.yml:2:19: error[unknown-id]: “stgma” is not a barrier we know.
    2 | barriers: [shame, stgma]
      |                   ^^^^^^
   = help: Did you mean “stigma”?

data/services/a.yml:4:3: error[phone-not-valid]: “08081” is not a number that can be dialled.
    4 |   08081
      |   ^^^^^

data/services/b.yml:1:1: warning[review-overdue]: Someone should have looked.
    1 | name: B
      | ^^^^
   = help: Look.

3 errors and 1 warning in 3 files; 7 records read.
"""
    )


def test_a_file_as_a_whole_is_not_opened_to_be_shown() -> None:
    """It may be a pipe that never ends, or lie outside the folder."""
    report.text([SPLIT], 1, lambda path: pytest.fail(f"{path} was opened"))


def test_a_line_that_is_gone_is_left_out() -> None:
    """Someone saved the file while it was read."""
    told = report.text([PHONE], 1, lambda _: ["name: A"])
    assert told.splitlines()[1:] == ["", "1 error in 1 file; 1 record read."]


@pytest.mark.parametrize("column", [1, 60, 121, 500, 996])
def test_the_mark_stands_under_the_place_in_a_long_line(column: int) -> None:
    """Of a line that no window can show, the part around the place is shown."""
    line = "x" * (column - 1) + "WRONG" + "x" * (1000 - column - 4)
    sample = Diagnostic(Position("a.yml", 1, column, 5), Code.UNKNOWN_ID, "Wrong.")
    _, shown, mark, *_ = report.text([sample], 1, lambda _: [line]).splitlines()
    assert len(shown) < 140
    assert shown[mark.index("^") : mark.index("^") + mark.count("^")] == "WRONG"


def test_characters_that_would_move_the_cursor_are_not_printed() -> None:
    """A record can't write on the editor's terminal."""
    sample = Diagnostic(Position("a.yml", 1, 1, 3), Code.CONTROL_CHARACTER, "A control character.")
    told = report.text([sample], 1, lambda _: ["a\x1b[2J\u202eb\x07"])
    assert "a\ufffd[2J\ufffdb\ufffd" in told


@pytest.mark.parametrize(
    ("found", "closing"),
    [
        ((), "No errors in 7 records."),
        ((ID,), "1 error in 1 file; 7 records read."),
        ((ID, PHONE), "2 errors in 1 file; 7 records read."),
        ((LATE,), "1 warning in 1 file; 7 records read."),
    ],
)
def test_the_last_line_counts(found: tuple[Diagnostic, ...], closing: str) -> None:
    """Errors and warnings apart, files once each."""
    assert report.text(found, 7, lines).splitlines()[-1] == closing
    assert report.github(found, 7, lines).splitlines()[-1] == closing


def test_json_has_the_shape_that_programs_rely_on() -> None:
    """Exactly these names; a missing hint is null."""
    told = json.loads(report.as_json(SAMPLES, 7, lines))
    assert told["counts"] == {"errors": 3, "warnings": 1, "records": 7}
    assert told["diagnostics"][1:3] == [
        {
            "path": PATH,
            "line": 2,
            "column": 19,
            "code": "unknown-id",
            "severity": "error",
            "message": "“stgma” is not a barrier we know.",
            "hint": "Did you mean “stigma”?",
        },
        {
            "path": PATH,
            "line": 4,
            "column": 3,
            "code": "phone-not-valid",
            "severity": "error",
            "message": "“08081” is not a number that can be dialled.",
            "hint": None,
        },
    ]


def test_github_gets_one_command_a_diagnostic_with_its_signs_escaped() -> None:
    """A comma or colon in a name, a percent sign or a line break in a sentence does not break the command."""
    assert report.github(SAMPLES, 7, lines).splitlines()[:2] == [
        "::error file=data/a%2Cb%3A c.yml,line=1,col=1,title=file-name::100%25 odd.%0AReally. Rename it.",
        f"::error file={PATH},line=2,col=19,title=unknown-id::“stgma” is not a barrier we know. Did you mean “stigma”?",
    ]


def test_order_is_by_path_line_and_column_and_each_is_told_once() -> None:
    """Whatever order they were found in."""
    assert in_order([LATE, PHONE, ID, SPLIT, ID]) == SAMPLES


def test_only_an_error_stops_publishing() -> None:
    """A warning does not."""
    assert LATE.severity is Severity.WARNING
    assert not any_error([LATE])
    assert any_error([LATE, ID])


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("stgma", "Did you mean “stigma”? Look here."),
        ("STIGMA", "Did you mean “stigma”? Look here."),
        ("no-tim", "Did you mean “no-time”? Look here."),
        ("xylophone", "Look here."),
        ("step", "Did you mean “steps”, “stepup” or “stepper”? Look here."),
    ],
)
def test_only_what_is_near_is_suggested(word: str, hint: str) -> None:
    """At most three; nothing at all rather than a wild guess."""
    known = ["stigma", "shame", "no-time", "steps", "stepup", "step-by", "stepper", "stairs"]
    assert did_you_mean(word, known, "Look here.") == hint


def test_what_an_editor_wrote_is_quoted_on_one_short_line() -> None:
    """However long it is, and whatever is in it."""
    assert quoted("two\n lines\tand \x07 a bell") == "“two lines and \ufffd a bell”"
    assert quoted("x" * 61) == "“" + "x" * 60 + "…”"
    assert len(quoted("x" * 1_000_000)) == 63
