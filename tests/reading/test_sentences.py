"""Pages are cut into texts, and texts into sentences, as a reader would."""

from __future__ import annotations

import pytest

from directory.model.vocabulary import Term
from tests.pages import parse
from tests.reading.sentences import Part, grade, hidden_texts, is_sentence, parts, pieces, strings, word_count


def test_a_text_ends_with_its_line_and_not_with_a_word_in_bold() -> None:
    page = parse("<main><h1>Help</h1><p>Call <b>now</b>, or<br>write.</p><ul><li>One</li><li>Two</li></ul></main>")
    assert parts(page) == [Part("Help", ("Call now, or", "write.", "One", "Two"))]


def test_each_heading_begins_a_part() -> None:
    page = parse("<main><p>Before.</p><h1>A <i>title</i></h1><p>One.</p><h2>None</h2><h2>Two</h2>Loose.</main>")
    assert parts(page) == [Part("", ("Before.",)), Part("A title", ("One.",)), Part("Two", ("Loose.",))]


def test_templates_are_read_and_scripts_are_not() -> None:
    page = parse("<main><template><p>Later.</p></template><script>Never.</script></main>")
    assert parts(page) == [Part("", ("Later.",))]


def test_the_description_and_the_table_of_find_support_are_read() -> None:
    page = parse(
        '<html><meta name="description" content="What it is."><meta name="theme-color" content="red">'
        '<script type="application/json">{"whys": ["It is open.", ["It is free."]], "points": [1]}</script></html>'
    )
    assert list(hidden_texts(page)) == ["What it is.", "It is open.", "It is free."]


def test_every_line_of_a_record_is_read() -> None:
    term = Term("sleep", "Sleep", description="It helps.\n- Rest.", do=("Sleep well.",))
    assert list(strings(term)) == ["sleep", "Sleep", "It helps.", "- Rest.", "Sleep well."]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Call now. It is free.", ["Call now.", "It is free."]),
        ('He said "Call now." It is free.', ['He said "Call now."', "It is free."]),
        ("Who can call? 12 people (or more). Any day!", ["Who can call?", "12 people (or more).", "Any day!"]),
        ("It has 2.5 hours on nhs.uk in all.", ["It has 2.5 hours on nhs.uk in all."]),
        ("Bank staff, e.g. porters: all of them.", ["Bank staff, e.g. porters: all of them."]),
    ],
)
def test_a_sentence_ends_at_a_stop_before_a_capital_or_a_figure(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


def test_a_name_or_a_label_is_no_sentence() -> None:
    assert [is_sentence(piece) for piece in ("All services", "Free.", 'Are you "well"?', "In short:")] == [
        *(False, True, True, False)
    ]


def test_words_are_what_stands_between_gaps() -> None:
    assert word_count("Face-to-face – or by phone, on 116 123.") == 7


def test_long_words_and_long_sentences_raise_the_grade() -> None:
    easy = ["You can call them.", "They are there all night.", "You do not pay."]
    harder = ["You can call them, they are there all night, and you do not pay."]
    hardest = ["Organisational psychological interventions are universally accessible."]
    assert grade(easy) < grade(harder) < grade(hardest)


def test_a_stop_inside_a_sentence_does_not_lower_the_grade() -> None:
    assert grade(["Read more of it on the page nhs.uk when you have time."]) > grade(
        ["Read more of it on the page.", "Go on when you have time."]
    )
    assert grade(["It takes 2.5 hours to read all of it."]) == grade(["It takes 25 hours to read all of it."])
