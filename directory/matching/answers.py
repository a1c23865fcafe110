"""Answers as someone types them: "want=talk barriers=shifts,no-time area=wales"."""

from __future__ import annotations

from directory.diagnostics import did_you_mean
from directory.matching.table import Table


class NotAnswers(ValueError):
    """Answers that can't be read, as a sentence with the nearest that would do."""


def read_answers(table: Table, text: str) -> tuple[int, ...]:
    """The choices that a text names. Raises NotAnswers for a question or an option that there isn't."""
    questions = [question.id for question in table.questions]
    chosen: dict[int, set[int]] = {}
    for part in text.split():
        question, _, ids = part.partition("=")
        if question not in questions:
            raise NotAnswers(f"There is no question “{question}”. {_meant(question, questions)}")
        index = questions.index(question)
        options = {table.choices[i].id: i for i in table.of_question(index)}
        named = ids.split(",")
        for id in named:
            if id not in options:
                raise NotAnswers(f"“{question}” has no option “{id}”. {_meant(id, list(options))}")
        of_question = chosen.setdefault(index, set())
        of_question.update(options[id] for id in named)
        if len(of_question) > 1 and not table.questions[index].several:
            raise NotAnswers(f"“{question}” takes one option.")
    return tuple(sorted(i for of_question in chosen.values() for i in of_question))


def _meant(word: str, known: list[str]) -> str:
    return did_you_mean(word, known) or f"Possible: {', '.join(known)}."
