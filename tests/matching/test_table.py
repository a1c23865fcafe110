"""The table: options as choices, and a name for its version that old links can be told by."""

from __future__ import annotations

from dataclasses import replace

from directory.matching import compile_table
from directory.model import Option
from tests.matching import small
from tests.matching.small import QUESTIONS, service

DIRECTORY = small.directory(service("a", offers=["one-to-one"]))
TABLE = compile_table(DIRECTORY)


def version(*options: Option) -> str:
    """The version where the first question has these options."""
    questions = (replace(QUESTIONS[0], options=options), *QUESTIONS[1:])
    return compile_table(replace(DIRECTORY, wizard=replace(DIRECTORY.wizard, questions=questions))).version


def test_a_barrier_brings_its_own_words() -> None:
    """An option may leave out its label where it names a barrier."""
    choice = TABLE.choices[TABLE.position["barriers", "no-time"]]
    barrier = DIRECTORY.vocabulary.barriers["no-time"]
    assert (choice.label, choice.help, choice.barrier) == (barrier.label, barrier.description, "no-time")


def test_a_region_is_followed_by_its_boards_of_today() -> None:
    """Glamorgan ended in 2009, so nobody works there now; nor in Riverside."""
    places = [TABLE.choices[i] for i in TABLE.of_question(2)]
    assert [(choice.id, choice.within) for choice in places] == [
        ("england", None),
        ("two-rivers", "england"),
        ("wales", None),
        ("cardiff", "wales"),
    ]


def test_places_are_named_as_people_say_them() -> None:
    choice = TABLE.choices[TABLE.position["area", "cardiff"]]
    assert (choice.label, choice.said) == ("Cardiff and Vale", "You work in Cardiff and Vale.")


def test_the_version_changes_with_the_options_and_their_order() -> None:
    """A link made for other options would be read as other answers."""
    first, second, *rest = QUESTIONS[0].options
    assert version(first, second, *rest) == TABLE.version
    assert version(second, first, *rest) != TABLE.version
    assert version(second, *rest) != TABLE.version
    assert version(replace(first, id="walk"), second, *rest) != TABLE.version


def test_the_version_stays_when_only_words_change() -> None:
    """So that a comma mended does not break the links that people have kept."""
    first, *rest = QUESTIONS[0].options
    assert version(replace(first, label="Someone who listens", said="Something else."), *rest) == TABLE.version


def test_entries_stand_by_when_they_were_last_confirmed_and_then_by_name() -> None:
    """The day of the page counts where it is known, and the day when someone looked where not."""
    table = compile_table(
        small.directory(
            service("undated", page="undated"),
            service("older-page", page="2025-06"),
            service("newer-page", page="2026-10"),
            service("bee"),
            replace(service("ant"), name="ant"),
        )
    )
    assert [entry.record.id for entry in table.entries] == ["ant", "bee", "newer-page", "older-page", "undated"]
