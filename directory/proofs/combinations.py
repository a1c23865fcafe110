"""The sets of answers that are tried: every hard combination, times every single one and every pair of the rest.

Hard are the questions that take one answer, of which some rules records out. Options with the very same effect are
tried once and counted as often as there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from random import Random

from directory.matching import Table

Answers = tuple[int, ...]

LARGER = 4_000
"""How many larger sets are tried on top, drawn by a fixed seed."""

_FEWEST, _MOST = 3, 9


@dataclass(frozen=True)
class Combinations:
    """What there is to try of one table."""

    table: Table

    @cached_property
    def hard(self) -> tuple[int, ...]:
        """The questions that take one answer and rule records out."""
        ruling = {choice.question for choice in self.table.choices if choice.effect.out}
        return tuple(i for i in sorted(ruling) if not self.table.questions[i].several)

    @cached_property
    def hard_answers(self) -> tuple[Answers, ...]:
        """Every combination of hard answers, each question also unanswered."""
        return tuple(self._products(alike=False))

    @cached_property
    def distinct_hard_answers(self) -> tuple[Answers, ...]:
        """The same, but of options with the very same effect only the first."""
        return tuple(self._products(alike=True))

    @cached_property
    def soft_answers(self) -> tuple[Answers, ...]:
        """No answer, every single one and every pair of the other questions; fewest first."""
        rest = [i for i, choice in enumerate(self.table.choices) if choice.question not in self.hard]
        pairs = [pair for pair in combinations(rest, 2) if self._possible(pair)]
        return ((), *((i,) for i in rest), *pairs)

    @property
    def count(self) -> int:
        return len(self.hard_answers) * len(self.soft_answers)

    @property
    def distinct(self) -> int:
        return len(self.distinct_hard_answers) * len(self.soft_answers)

    def larger(self) -> Iterator[Answers]:
        """Larger sets, the same in every run."""
        random = Random(2026)
        soft = [i for i, choice in enumerate(self.table.choices) if choice.question not in self.hard]
        for _ in range(LARGER):
            chosen = tuple(random.sample(soft, random.randint(_FEWEST, min(_MOST, len(soft)))))
            if self._possible(chosen):
                yield tuple(sorted((*random.choice(self.hard_answers), *chosen)))

    def _possible(self, answers: Answers) -> bool:
        """Whether no question that takes one answer has several."""
        single = [q for i in answers if not self.table.questions[q := self.table.choices[i].question].several]
        return len(set(single)) == len(single)

    def _products(self, *, alike: bool) -> Iterator[Answers]:
        return (
            tuple(i for i in chosen if i is not None)
            for chosen in product(*([None, *self._options(question, alike=alike)] for question in self.hard))
        )

    def _options(self, question: int, *, alike: bool) -> list[int]:
        options = self.table.of_question(question)
        first = {self.table.choices[i].effect: i for i in reversed(options)}
        return sorted(first.values()) if alike else list(options)
