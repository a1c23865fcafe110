"""Answers as someone types them become choices, or a sentence that says what would do."""

from __future__ import annotations

import pytest

from directory.matching import NotAnswers, compile_table, read_answers
from tests.matching import small

TABLE = compile_table(small.directory())


def read(text: str) -> list[tuple[str, str]]:
    """The questions and options that a text comes to, in order."""
    chosen = [TABLE.choices[i] for i in read_answers(TABLE, text)]
    return [(TABLE.questions[choice.question].id, choice.id) for choice in chosen]


def test_words_become_choices() -> None:
    assert read("want=talk barriers=no-time area=wales") == [
        ("want", "talk"),
        ("barriers", "no-time"),
        ("area", "wales"),
    ]


def test_several_options_stand_with_commas() -> None:
    assert read("want=talk,alone") == [("want", "talk"), ("want", "alone")]


def test_no_words_are_no_choices() -> None:
    assert read("") == read("  \n ") == []


def test_they_come_in_the_order_of_the_questions_and_once_each() -> None:
    """However they are typed, and however often."""
    assert read("work=nurse  want=alone,talk want=talk") == [("want", "talk"), ("want", "alone"), ("work", "nurse")]


def test_a_board_is_an_option_like_its_region() -> None:
    assert read("area=cardiff") == [("area", "cardiff")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("wants=talk", "There is no question “wants”. Did you mean “want”?"),
        ("mood=low", "There is no question “mood”. Possible: want, barriers, area, work, when."),
        ("talk", "There is no question “talk”. Possible: want, barriers, area, work, when."),
        ("work=nurses", "“work” has no option “nurses”. Did you mean “nurse”?"),
        ("work=king", "“work” has no option “king”. Possible: nurse, porter."),
        ("work=", "“work” has no option “”. Possible: nurse, porter."),
        ("work", "“work” has no option “”. Possible: nurse, porter."),
        ("want=talk,,alone", "“want” has no option “”. Possible: talk, advice, alone, sleep, ideas, everything."),
        ("area=riverside", "“area” has no option “riverside”. Possible: england, two-rivers, wales, cardiff."),
        ("work=nurse,porter", "“work” takes one option."),
        ("work=nurse work=porter", "“work” takes one option."),
        ("area=wales,cardiff", "“area” takes one option."),
    ],
)
def test_what_cannot_be_read_is_answered_with_what_would_do(text: str, sentence: str) -> None:
    with pytest.raises(NotAnswers) as fault:
        read_answers(TABLE, text)
    assert str(fault.value) == sentence


def test_every_option_of_the_real_questions_can_be_typed() -> None:
    table = small.real_table()
    for i, choice in enumerate(table.choices):
        assert read_answers(table, f"{table.questions[choice.question].id}={choice.id}") == (i,)
