"""A page is in a language where all that it says is there and fresh; never half of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from directory import assets, engine, opening
from directory.editions import Editions
from directory.i18n.messages import Catalogue, Translation
from directory.i18n.offer import Needs, offer, offered_in
from tests.builds import REPOSITORY, TODAY, edition
from tests.i18n.translating import POLISH

NEEDS: Needs = {
    "help-now/index.html": frozenset({("", "Help now")}),
    "services/a/index.html": frozenset({("", "Help now"), ("services/a: summary", "Free.")}),
    "services/b/index.html": frozenset({("", "Help now"), ("services/b: summary", "Free.")}),
}


def _said(context: str, english: str) -> Translation:
    return Translation(context, english, "", ("…",), 1, stale=False, reviewed=True)


WHOLE = {
    "help": _said("", "Help now"),
    "a": _said("services/a: summary", "Free."),
    "b": _said("services/b: summary", "Free."),
}


def _catalogue(messages: dict[str, Translation]) -> Catalogue:
    return Catalogue(POLISH, tuple(("locales/pl", message) for message in messages.values()))


def test_where_everything_is_translated_every_page_is_offered_and_none_is_a_draft() -> None:
    found = offer(_catalogue(WHOLE), NEEDS)
    assert found.pages == found.reviewed == NEEDS.keys()


LOST = {
    "missing": replace(WHOLE["a"], english="Another text."),
    "stale": replace(WHOLE["a"], stale=True),
    "empty": replace(WHOLE["a"], forms=("",)),
    "one form of several lost": replace(WHOLE["a"], forms=("…", "")),
    "of another context": replace(WHOLE["a"], context="services/b: summary"),
}


@pytest.mark.parametrize("lost", LOST.values(), ids=LOST)
def test_a_page_goes_with_any_of_its_messages_and_no_other_page_does(lost: Translation) -> None:
    found = offer(_catalogue({**WHOLE, "a": lost}), NEEDS)
    assert found.pages == NEEDS.keys() - {"services/a/index.html"}


def test_what_every_page_says_takes_every_page_along() -> None:
    assert offer(_catalogue({**WHOLE, "help": replace(WHOLE["help"], stale=True)}), NEEDS).pages == frozenset()


def test_a_page_is_a_draft_until_a_person_has_checked_every_message() -> None:
    found = offer(_catalogue({**WHOLE, "a": replace(WHOLE["a"], reviewed=False)}), NEEDS)
    assert found.pages == NEEDS.keys()
    assert found.reviewed == NEEDS.keys() - {"services/a/index.html"}


def test_a_page_names_the_languages_that_it_is_in() -> None:
    some = offer(_catalogue({"help": WHOLE["help"]}), NEEDS)
    assert offered_in("help-now/index.html", [some]) == (POLISH,)
    assert offered_in("services/a/index.html", [some]) == ()


@pytest.fixture(scope="module")
def needs(real: Editions) -> Needs:
    theme = REPOSITORY / "theme"
    scripts = real.scripts((theme / "scripts" / "locale.js").read_bytes(), opening.holidays(TODAY))
    shipped = assets.collect(theme, scripts, edition())
    return real.needs(engine.frame(REPOSITORY, None, shipped, real.prose()), shipped)


def _all_of(needs: Needs) -> dict[str, Translation]:
    return {f"{key}": _said(*key) for keys in needs.values() for key in keys}


def test_one_text_of_a_real_record_takes_its_pages_and_no_unrelated_one(needs: Needs) -> None:
    """A summary is on the record's own page, and wherever the record stands in a list."""
    whole = _all_of(needs)
    assert offer(_catalogue(whole), needs).pages == needs.keys()
    (lost,) = {key for keys in needs.values() for key in keys if key[0] == "services/unison-tfy: description"}
    del whole[f"{lost}"]
    gone = needs.keys() - offer(_catalogue(whole), needs).pages
    assert gone == {"services/unison-tfy/index.html"}


def test_a_page_of_words_needs_its_words_and_those_of_the_frame(needs: Needs) -> None:
    """The labels of the navigation, and the lines to call in a crisis."""
    contexts = {context for context, _ in needs["privacy/index.html"]}
    assert "pages/privacy" in contexts
    assert "pages/accessibility" not in contexts
    assert ("", "Find support") in needs["privacy/index.html"]
    assert not [context for context in contexts if context.startswith("services/")]


def test_search_needs_the_words_by_which_it_knows_a_crisis(needs: Needs) -> None:
    with_words = {address for address, keys in needs.items() if any(c.startswith("crisis: words") for c, _ in keys)}
    assert with_words == {"index.html", "search/index.html"}
