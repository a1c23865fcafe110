"""The table as plain values for JSON: what theme/scripts/wizard/table.js reads.

Lists of numbers in order travel as the steps between them, because these compress to half.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from directory.matching.table import Effect, Table


def plain(table: Table) -> dict[str, Any]:
    """The table without its records: {version, several, choices, facts, start, behind, sunk, whys, …}."""
    return {
        "version": table.version,
        "several": [question.several for question in table.questions],
        "start": _effect(table.start),
        "choices": [
            {
                "question": choice.question,
                "label": choice.label,
                "said": choice.said,
                **(
                    {"within": table.position[table.questions[choice.question].id, choice.within]}
                    if choice.within
                    else {}
                ),
                "effect": _effect(choice.effect),
            }
            for choice in table.choices
        ],
        "facts": [[fact.words, _steps(fact.records)] for fact in table.facts],
        "behind": table.behind,
        "sunk": [i for i, sunk in enumerate(table.sunk) if sunk],
        "whys": table.whys,
        "openNow": table.open_now,
        "everyone": table.everyone,
        "alone": sorted(table.alone),
        "most": {"best": table.most.best, "everyone": table.most.everyone, "alone": table.most.alone},
        "covers": {fact: sorted(others) for fact, others in table.covers.items()},
    }


def _effect(effect: Effect) -> dict[str, Any]:
    """Only what an effect has: most options do one or two things."""
    parts = {
        "out": _steps(effect.out),
        "holds": _by_bit(effect.holds),
        "serves": _by_bit(effect.serves),
        "brings": effect.brings,
        "lifts": effect.lifts,
        "now": effect.now,
        "everything": effect.everything,
    }
    return {name: value for name, value in parts.items() if value}


def _steps(numbers: Iterable[int]) -> list[int]:
    """The numbers in order, each as how much it is more than the one before: 3, 4, 9 as 3, 1, 5."""
    ordered = sorted(numbers)
    return [number - before for before, number in pairwise([0, *ordered])]


def _by_bit(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """(fact, bit) as the steps of the facts of each bit."""
    facts: dict[int, list[int]] = {}
    for fact, bit in pairs:
        facts.setdefault(bit, []).append(fact)
    return {bit: _steps(of_bit) for bit, of_bit in facts.items()}
