"""Diagnostics to text, JSON and GitHub annotations. Decides nothing, prints nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from directory.diagnostics import Diagnostic, Position, Severity

Lines = Callable[[str], Sequence[str]]
"""The lines of a data file by its shown path; empty where it can't be read as text."""


def text(found: Sequence[Diagnostic], records: int, lines: Lines) -> str:
    """For a terminal: each with the line it speaks of, then a count."""
    once = cache(lines)
    blocks = [_block(diagnostic, once) for diagnostic in found]
    return "\n\n".join([*blocks, _closing(found, records)]) + "\n"


def as_json(found: Sequence[Diagnostic], records: int, _: Lines) -> str:
    """{"diagnostics": [{path, line, column, code, severity, message, hint}], "counts": {errors, warnings, records}}"""
    counts = _counts(found)
    return (
        json.dumps(
            {
                "diagnostics": [
                    {
                        "path": d.position.path,
                        "line": d.position.line,
                        "column": d.position.column,
                        "code": d.code.value,
                        "severity": d.severity.value,
                        "message": d.sentence,
                        "hint": d.hint,
                    }
                    for d in found
                ],
                "counts": {
                    "errors": counts[Severity.ERROR],
                    "warnings": counts[Severity.WARNING],
                    "records": records,
                },
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def github(found: Sequence[Diagnostic], records: int, _: Lines) -> str:
    """Workflow commands, which GitHub shows beside the line in a review."""
    commands = [
        f"::{d.severity.value} file={_property(d.position.path)},line={d.position.line},col={d.position.column},"
        f"title={d.code.value}::{_data(d.sentence + (f' {d.hint}' if d.hint else ''))}"
        for d in found
    ]
    return "\n".join([*commands, _closing(found, records)]) + "\n"


FORMATS: dict[str, Callable[[Sequence[Diagnostic], int, Lines], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
}


_WIDTH = 120


def _block(d: Diagnostic, lines: Lines) -> str:
    p = d.position
    out = [f"{p.path}:{p.line}:{p.column}: {d.severity.value}[{d.code.value}]: {d.sentence}"]
    # A file as a whole is never opened for this: it may be a pipe, or lie elsewhere.
    source = lines(p.path) if d.code.of_a_line else ()
    if p.line <= len(source):
        out += _snippet(source[p.line - 1], p)
    if d.hint:
        out.append(f"   = help: {d.hint}")
    return "\n".join(out)


def _snippet(line: str, p: Position) -> list[str]:
    """The line, or the part of a long one around the place, and a mark under it."""
    first = p.column - 1 - _WIDTH // 2 if p.column > _WIDTH else 0
    part = line[first : first + _WIDTH].replace("\t", " ")
    part = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in part)
    part = ("…" if first else "") + part + ("…" if len(line) > first + _WIDTH else "")
    before = p.column - 1 - first + bool(first)
    gutter = f"{p.line:>5} | "
    mark = "^" * max(1, min(p.length, len(part) - before))
    return [f"{gutter}{part}".rstrip(), f"{' ' * (len(gutter) - 2)}| {' ' * before}{mark}"]


def _counts(found: Sequence[Diagnostic]) -> Counter[Severity]:
    return Counter(d.severity for d in found)


def _closing(found: Sequence[Diagnostic], records: int) -> str:
    if not found:
        return f"No errors in {_number(records, 'record')}."
    counts = _counts(found)
    parts = [_number(counts[severity], severity.value) for severity in Severity if counts[severity]]
    files = len({d.position.path for d in found})
    return f"{' and '.join(parts)} in {_number(files, 'file')}; {_number(records, 'record')} read."


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
