"""Search compares words as people type them, in every language of the site."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.export import folding
from tests.export.languages import ALIKE, TEXTS, UNLIKE, WORDS

SPOKEN = {"Arabic", "Urdu", "Hindi", "Punjabi", "Malayalam", "Polish", "Romanian", "Welsh", "Yoruba", "Portuguese"}
SIGNS = set("".join(folding.TABLE.signs.values()))


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_text_is_folded_to_plain_words(text: str, words: list[str]) -> None:
    assert folding.words(text) == words


@pytest.mark.parametrize(("language", "one", "other"), ALIKE)
def test_two_ways_to_write_a_word_are_one(language: str, one: str, other: str) -> None:
    assert folding.words(one) == folding.words(other) != [], language


@pytest.mark.parametrize(("language", "one", "other"), UNLIKE)
def test_two_words_stay_two(language: str, one: str, other: str) -> None:
    assert folding.words(one) != folding.words(other), language


def test_every_script_has_cases_enough() -> None:
    for cases in (ALIKE, UNLIKE):
        assert {name for name in SPOKEN if sum(language == name for language, *_ in cases) < 5} == set()


@given(st.one_of(st.text(), TEXTS))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folding.words(text)
    assert folding.words(" ".join(once)) == once


@given(st.one_of(st.text(), TEXTS))
def test_words_hold_no_sign_that_is_dropped_or_becomes_another(text: str) -> None:
    for word in folding.words(text):
        assert not SIGNS & set(word)
        assert not any(ord(sign) < 0x900 and category(sign).startswith("M") for sign in word)


@pytest.mark.parametrize("word", ["मानसिक", "ਸਿਹਤ", "മനസ്സ്", "സഹായം", "क्\u200dया", "नहीं"])
def test_a_word_with_marks_is_not_split(word: str) -> None:
    assert len(folding.words(word)) == 1
