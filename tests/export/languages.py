"""The languages of the site as search meets them: cases of spelling, and letters to make texts of."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from tests.builds import REPOSITORY

_CASES = json.loads((REPOSITORY / "tests/fixtures/folding.json").read_text("utf-8"))

WORDS: list[tuple[str, list[str]]] = _CASES["words"]
ALIKE, UNLIKE = (
    [(language, one, other) for language, cases in _CASES["languages"].items() for one, other in cases[kind]]
    for kind in ("alike", "unlike")
)

_BLOCKS = {
    "Latin": range(0x20, 0x250),
    "marks": range(0x300, 0x370),
    "Arabic": range(0x600, 0x700),
    "Devanagari": range(0x900, 0x980),
    "Gurmukhi": range(0xA00, 0xA80),
    "Malayalam": range(0xD00, 0xD80),
    "more Latin": range(0x1E00, 0x1F00),
    "signs": range(0x2000, 0x2070),
    "Arabic forms": [*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)],
}

_BETWEEN = [*" \u200c\u200d\u0301'&", "l'", "Dell’", "ال", "بال", "न\u094d", "द", "ന\u0d4d"]


def _texts(block: str) -> st.SearchStrategy[str]:
    """Letters of one script, where what makes one word of two or two of one comes between."""
    letters = st.sampled_from([chr(code) for code in _BLOCKS[block] if chr(code).isprintable() or code == 0x200D])
    return st.lists(st.one_of(letters, letters, st.sampled_from(_BETWEEN)), max_size=12).map("".join)


TEXTS = st.one_of(*map(_texts, _BLOCKS))
"""Texts of the scripts of the site, out of signs that every version of Unicode in use knows."""
