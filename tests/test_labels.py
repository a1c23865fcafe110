"""Editors type straight marks, and readers see those of a printer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.labels import curly

# (what an editor types, what a reader sees)
MARKS = {
    "a letter in quotation": ("Hospice UK and Just 'B' trauma line", "Hospice UK and Just ‘B’ trauma line"),
    "a word that begins the text": ("'Watchful' is a word of theirs.", "‘Watchful’ is a word of theirs."),
    "a word in brackets, with a hyphen": ("('self-help')", "(‘self-help’)"),
    "two of them": ("'B', not 'A'.", "‘B’, not ‘A’."),
    "a word of other letters": ("Llinell 'Llŷr'", "Llinell ‘Llŷr’"),
    "left out within a word": ("It isn't, and l'ospedale", "It isn’t, and l’ospedale"),
    "left out before a word": ("Ask 'em.", "Ask ’em."),
    "left out before a number": ("Since the '90s, and the '80s'.", "Since the ’90s, and the ’80s’."),
    "of several owners": ("nurses' rooms and doctors' rooms", "nurses’ rooms and doctors’ rooms"),
    "left out before a word, then of an owner": ("'em, and the nurses' room", "’em, and the nurses’ room"),
    "a quotation with an owner": ("Just 'B's page", "Just ’B’s page"),
    "an apostrophe that would open, typed as one": ("Rock ’n’ roll", "Rock ’n’ roll"),
    "a quotation set by hand": ("‘some words’, “more”", "‘some words’, “more”"),
    "texts side by side in JSON": ('["\'em","B\'"]', '["’em","B’"]'),
}


@pytest.mark.parametrize(("typed", "seen"), MARKS.values(), ids=MARKS)
def test_marks_are_set_as_a_printer_sets_them(typed: str, seen: str) -> None:
    assert curly(typed) == seen


@given(st.text("ab9_- \n'‘’.é\"") | st.text())
def test_only_the_shape_of_straight_marks_changes(typed: str) -> None:
    """Whatever stands around them, and none is left."""
    seen = curly(typed)
    assert len(seen) == len(typed)
    assert all(b == a if a != "'" else b in "‘’" for a, b in zip(typed, seen, strict=True))
    assert curly(seen) == seen


WORDS = st.text("abcdé", min_size=1)


@given(WORDS, WORDS)
def test_a_mark_opens_only_where_one_word_stands_between_two(one: str, other: str) -> None:
    """In a word, behind it or alone before it, it is an apostrophe."""
    assert curly(f"{one} '{other}' {one}") == f"{one} ‘{other}’ {one}"
    assert curly(f"{one}'{other}' {one}") == f"{one}’{other}’ {one}"
    assert curly(f"{one} '{other} {one}") == f"{one} ’{other} {one}"
