"""What libyaml says of a text that it can't read, in the words of someone who fills in a form.

Knows libyaml's sentences and the slips behind them; reads nothing itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from directory.diagnostics import Code, Diagnostic, Position

Said = tuple[Code, str, str]
"""Code, sentence, hint."""


@dataclass(frozen=True)
class Fault:
    """libyaml's two sentences and their places.

    `opened` is where the thing begins that it could not finish; `quote`, where the text before it begins, if that is in
    quotation marks and goes over several lines.
    """

    path: str
    context: str
    problem: str
    opened: Position
    place: Position
    quote: Position | None


ANCHOR: Said = (
    Code.ANCHOR,
    "“&” or “*” before a text makes a shortcut in YAML. Shortcuts are not used here.",
    "Write it out, or put the text in quotation marks.",
)
TAG: Said = (
    Code.TAG,
    "“!” before a text makes a tag in YAML. Tags are not used here.",
    "Leave it out, or put the text in quotation marks.",
)
_ALIGN = "Give it as many spaces at its start as the other lines of its list or group."
_NOT_ALIGNED: Said = (Code.INDENTATION, "This line does not line up with the lines around it.", _ALIGN)
_TOO_FAR: Said = (
    Code.INDENTATION,
    "This line begins too far to the right for the line above it.",
    "Move it so that it lines up with the names above.",
)
_SECOND_DOCUMENT: Said = (
    Code.SEVERAL_DOCUMENTS,
    "A second document begins here. One file holds one record.",
    "Take out the line of three hyphens or three dots, or move what follows to a file of its own.",
)
_IN_QUOTES = "Put the whole text in quotation marks."
_LINE = "A line is made like this: “name: text”. A text that goes on from the line above begins with two spaces."
_NAME = re.compile(r" *(?:- +)?[\w-]+$")
_NAME_AND_TEXT = re.compile(r"( *(?:- +)?)[\w-]+: +\S")


def explained(fault: Fault, text: str) -> Diagnostic:
    """One diagnostic at the place where the slip is, which is not always where libyaml stumbled."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    place, (code, sentence, hint) = _slip(fault, lines)
    if place.line > len(lines):
        place = Position(fault.path, len(lines), len(lines[-1]) + 1)
    return Diagnostic(place, code, sentence, hint)


def _slip(fault: Fault, lines: list[str]) -> tuple[Position, Said]:
    context, problem, place, opened = fault.context, fault.problem, fault.place, fault.opened
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    sign = line[place.column - 1 : place.column]
    if "single document" in context:
        return place, _SECOND_DOCUMENT
    if "<document start>" in problem:
        return _second_start(fault, lines)
    if "alias" in context or "anchor" in context:
        return opened, ANCHOR
    if " tag" in context:
        return opened, TAG
    if fault.quote and ("expected key" in problem or "flow" in context):
        sentence = f"The quotation mark that is opened here is closed only on line {place.line}."
        return fault.quote, (Code.YAML_SYNTAX, sentence, "Put the same mark at the end of the text.")
    if "tab character" in problem or sign == "\t":
        return place, (Code.TAB, "There is a tab here.", "Use spaces: two a step.")
    if "quoted scalar" in context:
        return _quotation(fault)
    if "flow" in context:
        return _brackets(fault)
    if "mapping values" in problem:
        return _colon(fault, lines)
    if "simple key" in context:
        return _no_colon(fault, lines)
    if "'-' indicator" in problem:
        return place, _NOT_ALIGNED
    if "expected key" in problem:
        return place, _after_text(line[: place.column - 1], sign)
    return place, _start_of_text(context, problem, sign)


def _second_start(fault: Fault, lines: list[str]) -> tuple[Position, Said]:
    first, line = next((i, line) for i, line in enumerate(lines, 1) if line.strip() and not line.startswith("#"))
    if not line.startswith(" "):
        return fault.place, _SECOND_DOCUMENT
    sentence = "This line begins with a space, and the lines below do not."
    return Position(fault.path, first), (Code.INDENTATION, sentence, "Take the space out.")


def _quotation(fault: Fault) -> tuple[Position, Said]:
    if "escape" in fault.problem:
        sentence = "In a text in double quotation marks a backslash has a meaning of its own, and not this one."
        return fault.place, (Code.YAML_SYNTAX, sentence, "Use single quotation marks, or write two backslashes.")
    sentence = "This quotation mark is opened and never closed."
    return fault.opened, (Code.YAML_SYNTAX, sentence, "Put the same mark at the end of the text.")


def _brackets(fault: Fault) -> tuple[Position, Said]:
    if fault.place.line > fault.opened.line:
        sentence = "This bracket is opened and not closed."
        hint = "Close it, or look for a comma that is missing between here and there."
        return fault.opened, (Code.YAML_SYNTAX, sentence, hint)
    sentence = "Something is missing before this place: a comma, or a closing bracket."
    return fault.place, (Code.YAML_SYNTAX, sentence, "Put a comma between the entries, and close the bracket.")


def _colon(fault: Fault, lines: list[str]) -> tuple[Position, Said]:
    """A colon where no name can stand before it: the line moved, one before it has no colon, or this one has two."""
    place = fault.place
    line, above = lines[place.line - 1], lines[place.line - 2] if place.line > 1 else ""
    if not above or not _NAME.match(line[: place.column - 1]):
        sentence = "A colon and a space can't stand inside a text without quotation marks."
        return place, (Code.YAML_SYNTAX, sentence, _IN_QUOTES)
    if _NAME_AND_TEXT.match(above):
        return Position(fault.path, place.line, len(line) - len(line.lstrip()) + 1), _TOO_FAR
    return _without_colon(fault.path, place.line - 1, above)


def _no_colon(fault: Fault, lines: list[str]) -> tuple[Position, Said]:
    above = lines[fault.opened.line - 2] if fault.opened.line > 1 else ""
    if above.rstrip().endswith((">", ">-", "|", "|-")):
        sentence = "The text that begins here should stand two spaces to the right of the line above."
        return fault.opened, (Code.INDENTATION, sentence, "Put two spaces before each of its lines.")
    return _without_colon(fault.path, fault.opened.line, lines[fault.opened.line - 1])


def _without_colon(path: str, number: int, line: str) -> tuple[Position, Said]:
    start = len(line) - len(line.lstrip()) + 1
    if hit := re.match(r" *(?:- +)?[\w-]+:(?=\S)", line):
        return Position(path, number, hit.end()), (
            Code.YAML_SYNTAX,
            "There is no space after this colon.",
            "Write “name: text”, with a space after the colon.",
        )
    if re.match(r" *-[^\s-]", line):
        sentence = "There is no space after this hyphen."
        return Position(path, number, start), (Code.YAML_SYNTAX, sentence, "Write “- text”, with a space.")
    return Position(path, number, start), (Code.YAML_SYNTAX, "There is no colon on this line.", _LINE)


def _after_text(before: str, sign: str) -> Said:
    """Something where the name of a line should be; `before` is what stands left of it."""
    if sign == ":":
        return Code.YAML_SYNTAX, "There is no name before this colon.", _LINE
    if before.rstrip().endswith(('"', "'")):
        hint = 'Take out the marks around the text, or use the other kind around it: "It\'s fine".'
        return Code.YAML_SYNTAX, "The text ends at the quotation mark before this, and yet goes on.", hint
    if before.rstrip().endswith(("]", "}")):
        sentence = "The list or group ends at the bracket before this, and yet goes on."
        return Code.YAML_SYNTAX, sentence, "Take out what is too much, or put the whole text in quotation marks."
    return _NOT_ALIGNED


def _start_of_text(context: str, problem: str, sign: str) -> Said:
    """Signs that mean something to YAML when a text begins with them."""
    if "block scalar" in context:
        sentence = "After “>” or “|” the text begins on the next line."
        return Code.YAML_SYNTAX, sentence, "Put it there with two spaces before it, or put the text in quotation marks."
    if "sequence entries" in problem:
        sentence = "A list can't begin on the same line as its name."
        return Code.YAML_SYNTAX, sentence, "Begin it on the next line, or put the text in quotation marks."
    if "directive" in context:
        return Code.YAML_SYNTAX, "A line can't begin with “%”.", _IN_QUOTES
    if "cannot start any token" in problem or "node content" in problem:
        return Code.YAML_SYNTAX, f"A text can't begin with “{sign}” unless it is in quotation marks.", _IN_QUOTES
    sentence = "From here on this file can't be read."
    return (
        Code.YAML_SYNTAX,
        sentence,
        "Look for a missing quotation mark, colon or bracket on this line or the one above.",
    )
