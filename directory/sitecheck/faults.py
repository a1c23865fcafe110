"""What the check hands back. It decides nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with the finished site. `path` is relative to it; lines count from 1."""

    path: str
    line: int
    rule: str
    sentence: str
    hint: str


@dataclass(frozen=True)
class Report:
    """What was read, and all that is wrong with it, by path and line."""

    pages: int
    files: int
    bytes: int
    faults: tuple[Fault, ...]
