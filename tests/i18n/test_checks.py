"""A wrong translation ends in words for its translator, at its line; a right one is not talked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from directory.i18n import checks
from tests.compiling import FIXTURES
from tests.i18n.real import LANGUAGES
from tests.i18n.translating import INTERFACE, NAMES, POLISH, catalogue, faults, told

INVALID = FIXTURES / "invalid"
CASES = sorted(path.parent.relative_to(INVALID).as_posix() for path in INVALID.glob("*/*/locales"))

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=4; plural=0;\\n"\n\n'


@pytest.mark.parametrize("case", CASES)
def test_each_slip_ends_in_its_own_words(case: str) -> None:
    """The folder's name is among the codes, and what a translator reads is expected.txt to the letter."""
    assert case.split("/")[0] in {diagnostic.code for diagnostic in faults(INVALID / case)}
    assert told(INVALID / case) == (INVALID / case / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES)
def test_the_place_is_the_line_of_the_english_text_or_of_the_slip(case: str) -> None:
    """Where a translator looks for the message."""
    lines = (INVALID / case / INTERFACE).read_bytes().split(b"\n")
    for fault in faults(INVALID / case):
        line = lines[fault.position.line - 1]
        assert fault.position.column == 1
        assert line.startswith(b"msgid ") or fault.code == "translation-file"


SOUND = {
    "the words of a link": ("See [the list](a/index.html).", "Zobacz [listę](a/index.html)."),
    "the words around a placeholder": ("Open until {time}", "{time} – do tej godziny otwarte"),
    "numbers in another order": ("Ring 111, then 2.", "Wybierz 2 po połączeniu ze 111."),
    "a telephone number that may not be broken": ("Ring 0808 157 0123.", "Zadzwoń: 0808\u00a0157\u00a00123."),
    "the name of a service": ("Samaritans listen.", "Słuchają Samaritans."),
    "an ampersand and quotation marks": ("Q and A", "Pytania & „odpowiedzi”"),
    "words in Latin letters": ("Website", "Strona NHS"),
}


@pytest.mark.parametrize(("english", "polish"), SOUND.values(), ids=SOUND)
def test_a_sound_translation_is_not_talked_about(english: str, polish: str, tmp_path: Path) -> None:
    """What a translator has to be free to do."""
    catalogue(tmp_path, f'{HEAD}msgid "{english}"\nmsgstr "{polish}"\n')
    assert faults(tmp_path) == ()


def test_a_text_that_is_not_translated_yet_is_no_fault(tmp_path: Path) -> None:
    catalogue(tmp_path, f'{HEAD}msgid "Ring 111"\nmsgstr ""\n')
    assert faults(tmp_path) == ()


def test_what_is_stale_is_looked_at_when_it_is_used_again(tmp_path: Path) -> None:
    """Its numbers may be those of the old English, which is why it is stale."""
    catalogue(tmp_path, f'{HEAD}#, fuzzy\nmsgid "Ring 111"\nmsgstr "Zadzwoń pod 112"\n')
    assert faults(tmp_path) == ()


@pytest.mark.parametrize(("language", "said"), [("ur", "مدد\u200cگار"), ("hi", "क्\u200dष"), ("ml", "ന\u200d")])
def test_signs_that_shape_letters_are_allowed_where_the_script_needs_them(
    language: str, said: str, tmp_path: Path
) -> None:
    """And nowhere else."""
    read = catalogue(tmp_path, f'{HEAD}msgid "Help"\nmsgstr "{said}"\n')
    theirs = checks.check(type(read)(LANGUAGES[language], read.messages), NAMES)
    assert list(theirs) == []
    assert {fault.code for fault in checks.check(read, NAMES)} == {"hidden-character", "translation-script"}
    assert read.language == POLISH
