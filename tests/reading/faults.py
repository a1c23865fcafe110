"""What is too long or too hard to read on pages. A page is known by its address, and is read as its parts."""

from __future__ import annotations

from textwrap import shorten

from tests.reading.exempt import Exempt
from tests.reading.sentences import Part, grade, is_sentence, pieces, word_count

MOST_WORDS = 20
MOST_GRADE = 9.0
FEWEST_WORDS = 60
"""Of how many words a text has to be for its grade to mean anything."""

Pages = dict[str, list[Part]]


def every_text(pages: Pages) -> dict[str, str]:
    """Each different text, and where it stands first."""
    found: dict[str, str] = {}
    for address, of_page in pages.items():
        for part in of_page:
            for text in part.texts:
                found.setdefault(text, f"{address}, “{part.heading}”")
    return found


def every_piece(texts: dict[str, str], spared: Exempt) -> dict[str, str]:
    """Each different sentence or label, without what is quoted in it, and where it stands first."""
    found: dict[str, str] = {}
    for text, place in texts.items():
        for piece in pieces(spared.without_quotations(text)):
            found.setdefault(piece, place)
    return found


def too_long(found: dict[str, str], spared: Exempt) -> list[str]:
    """Of what `every_piece` found, what has too many words: where it stands, how many, and the piece."""
    return [
        f"{place}: {word_count(piece)} words: {piece}"
        for piece, place in found.items()
        if word_count(piece) > MOST_WORDS and not spared.is_crisis(piece) and not spared.is_list(piece)
    ]


def grade_of(part: Part, spared: Exempt) -> float | None:
    """The grade of the sentences of a part, or none where they are too few."""
    found = _sentences(part, spared)
    return grade(found) if sum(map(word_count, found)) >= FEWEST_WORDS else None


def too_hard(pages: Pages, spared: Exempt) -> list[str]:
    """Each part, and each page as a whole, that is harder than it may be: where it stands, its grade, how it begins."""
    faults: dict[str, str] = {}
    for address, of_page in pages.items():
        for part in (*of_page, whole(of_page)):
            reached = grade_of(part, spared)
            if reached and reached > MOST_GRADE:
                words = " ".join(_sentences(part, spared))
                faults.setdefault(words, f"{address}, “{part.heading}”: grade {reached:.2f}")
    return [f"{place}: {shorten(words, 400)}" for words, place in faults.items()]


def whole(of_page: list[Part]) -> Part:
    """All parts of a page as one."""
    return Part("the whole page", tuple(text for part in of_page for text in part.texts))


def _sentences(part: Part, spared: Exempt) -> list[str]:
    found = (piece for text in part.texts for piece in pieces(spared.without_quotations(text)))
    return list(filter(is_sentence, found))
