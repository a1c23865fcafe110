"""A long sentence and a hard text are named with their place, and only what is exempt is spared."""

from __future__ import annotations

import pytest

from tests.pages import Site, parse, plain
from tests.reading.exempt import Exempt, exempt
from tests.reading.faults import every_piece, every_text, too_hard, too_long
from tests.reading.sentences import parts

TWENTY = "You can call them on any day of the week and they will tell you what you can do next."
HARD = "Occupational psychologists continually evaluate organisational interventions. "


@pytest.fixture(scope="module")
def spared(site: Site) -> Exempt:
    return exempt(site.directory)


def long_on(body: str, spared: Exempt) -> list[str]:
    pages = {"a/index.html": parts(parse(f"<main><h1>Here</h1>{body}</main>"))}
    return too_long(every_piece(every_text(pages), spared), spared)


def test_a_sentence_of_twenty_words_passes_and_one_of_21_is_named(spared: Exempt) -> None:
    longer = TWENTY.replace("next.", "right now.")
    assert long_on(f"<p>{TWENTY} {longer}</p>", spared) == [f"a/index.html, “Here”: 21 words: {longer}"]


def test_a_stop_left_out_does_not_help(spared: Exempt) -> None:
    assert len(long_on(f"<p>{TWENTY.rstrip('.')} and so on</p>", spared)) == 1


def test_all_are_named_at_once_and_each_but_once(spared: Exempt) -> None:
    other, longer = TWENTY.replace("You", "All of you"), TWENTY.replace("You", "So you")
    assert len(long_on(f"<p>{other}</p><p>{longer}</p><p>{other}</p>", spared)) == 2


def test_the_words_of_a_crisis_line_are_spared(site: Site, spared: Exempt) -> None:
    relay = plain(site.directory.crisis.lines[0].relay or "")
    assert long_on(f"<p>If you are deaf or can't speak: {relay}</p>", spared) == []
    assert len(long_on(f"<p>If you are deaf or can't speak: {relay.replace('Relay', 'The relay')}</p>", spared)) == 1


def test_a_list_of_labels_is_spared_until_it_says_something(site: Site, spared: Exempt) -> None:
    jobs = ", ".join(term.label.lower() for term in site.directory.vocabulary.terms["roles"].values())
    assert long_on(f"<p>It is only for these jobs: {jobs}.</p>", spared) == []
    assert len(long_on(f"<p>It is only for these jobs: {jobs}, who can all ring at any time.</p>", spared)) == 1


def test_what_a_service_says_itself_is_taken_out_and_the_rest_is_read(site: Site, spared: Exempt) -> None:
    quotes = (answer.quote for record in site.directory.records for answer in record.features.values())
    quote = next(quote for quote in quotes if quote and len(quote.split()) > 10)
    twenty = TWENTY.rstrip(".")
    assert long_on(f"<p>{twenty}: {quote}</p>", spared) == []
    assert len(long_on(f"<p>{twenty} then: {quote}</p>", spared)) == 1


def test_a_hard_text_is_named_with_its_grade_where_it_is_long_enough(spared: Exempt) -> None:
    def hard_on(sentences: int) -> list[str]:
        return too_hard({"a/index.html": parts(parse(f"<main><h1>Here</h1><p>{HARD * sentences}</p></main>"))}, spared)

    assert hard_on(9) == []
    (fault,) = hard_on(10)
    assert fault.startswith("a/index.html, “Here”: grade ")
    assert HARD.strip() in fault


def test_hard_parts_too_short_for_a_grade_are_found_on_the_whole_page(spared: Exempt) -> None:
    body = f"<h2>One</h2><p>{HARD * 6}</p><h2>Two</h2><p>{HARD * 6}</p>"
    (fault,) = too_hard({"a/index.html": parts(parse(f"<main>{body}</main>"))}, spared)
    assert fault.startswith("a/index.html, “the whole page”: grade ")
