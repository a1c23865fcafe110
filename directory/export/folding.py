"""Text as search compares it, in fifteen languages: words without case, accents, apostrophes and what no one types.

`TABLE` says what each sign becomes. theme/scripts/search/words.js does the same with it: it comes to the browser inside
search.json. The table stands here and not in a JSON file, because it needs a reason beside each line.
tests/fixtures/folding.json holds the cases that both must pass.

Nothing else is known of a script but whether a sign is a letter, a number or a mark, and how NFKD takes it apart. That
does not change from one version of Unicode to the next, so Python and every browser agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import category, normalize


@dataclass(frozen=True)
class Folding:
    """`signs`: for each plain text, the signs that become it; `spellings`: the same for several signs in a row.

    `kept`: the marks that belong to a word, as ranges of a regular expression. All other marks are dropped.

    `joined`: articles written as one with the word behind them, which is what people look for. They are dropped.
    `elided`: articles that end in an apostrophe, as a regular expression. They are words of their own.
    """

    signs: Mapping[str, str]
    spellings: Mapping[str, str]
    kept: str
    joined: tuple[str, ...]
    elided: str


_NASALS = {"ङ": "कखगघ", "ञ": "चछजझ", "ण": "टठडढ", "न": "तथदध", "म": "पफबभ"}

TABLE = Folding(
    signs={
        # Apostrophes, signs of no width (also those that join letters in Indic and Arabic words), and the Arabic stroke
        # that only makes a word longer.
        "": "'’‘ʼ`´\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u0640",
        # Letters that NFKD does not take apart.
        "l": "ł",
        "d": "đ",
        "o": "ø",
        "ae": "æ",
        "oe": "œ",
        "i": "ı",
        # Arabic and Urdu write one letter with several signs, or leave a part of it out. The letters with a hamza (أ إ
        # آ ؤ ئ) are not here, because NFKD makes it a mark. Urdu's ے and ں are letters that tell words apart.
        "ا": "ٱ",
        "ك": "کڪ",
        "ي": "یى",
        "ه": "ہھةۃە",
        "ئے": "ۓ",
        # A nasal vowel in Hindi, and in Punjabi.
        "\u0902": "\u0900\u0901",
        "\u0a02": "\u0a01\u0a70",
        # Malayalam's letters without a vowel, whose older spelling is the letter, a virama and a sign of no width; and
        # an older au.
        "ണ്": "ൺ",
        "ന്": "ൻ",
        "ര്": "ർ",
        "ല്": "ൽ",
        "ള്": "ൾ",
        "ക്": "ൿ",
        "മ്": "ൔ",
        "യ്": "ൕ",
        "ഴ്": "ൖ",
        "\u0d57": "\u0d4c",
        **{str(digit): "".join(chr(zero + digit) for zero in map(ord, "٠۰०੦൦")) for digit in range(10)},
    },
    spellings={
        # Hindi before a consonant of the same place: हिन्दी is हिंदी, सम्पर्क is संपर्क.
        **{f"{nasal}\u094d{stop}": f"\u0902{stop}" for nasal, stops in _NASALS.items() for stop in stops},
        # Malayalam's nta: എൻ്റെ and എൻറെ are എന്റെ.
        "ന\u0d4d\u0d4dറ": "ന\u0d4dറ",
    },
    # Vowel signs, virama, anusvara; in Punjabi also what doubles a letter. Without them words would be others. Not the
    # nukta, with which a letter is often written and often not, nor the visarga: निःशुल्क is निशुल्क.
    kept="\u0902\u093a\u093b\u093e-\u094f\u0955-\u0957\u0962\u0963"
    "\u0a02\u0a3e-\u0a42\u0a47\u0a48\u0a4b-\u0a4d\u0a71\u0a75"
    "\u0d02\u0d3e-\u0d44\u0d46-\u0d48\u0d4a-\u0d4d\u0d57\u0d62\u0d63",
    # Arabic: القلق is قلق. So are "and the", "with the", "like the", "so the" and "for the".
    joined=("ال", "وال", "بال", "كال", "فال", "لل"),
    # Italian: l'ansia, un'altra, dell'ansia.
    elided="[Ll]|[Uu]n|(?:[Aa]|[Dd][ae]|[Nn]e|[Ss]u)ll",
)


def words(text: str) -> list[str]:
    """Text as search compares it, in words. "Q&A" is one word: qa."""
    return [word for chunk in text.split() for word in words_of(chunk)]


def folded(text: str) -> str:
    return " ".join(words(text))


@cache
def words_of(chunk: str) -> tuple[str, ...]:
    """The words of a text without spaces."""
    apart = _ELIDED.sub(r"\1 ", chunk) if "'" in chunk or "’" in chunk else chunk  # to look first is quicker
    plain = _plain(normalize("NFKD", _plain(apart)).lower())
    if "&" in plain:
        plain = _AND.sub(r"\1", plain)
    if plain.isascii():  # as most are, and then nothing is left to do
        return tuple(_WORD.findall(plain))
    for spelling, other in TABLE.spellings.items():
        plain = plain.replace(spelling, other)
    return tuple(_JOINED.sub("", word) for word in _WORD.findall(plain))


_BECOMES = {sign: plain for plain, signs in TABLE.signs.items() for sign in signs}
_KEPT = re.compile(f"[{TABLE.kept}]")
_LETTER = rf"[^\W_]|[{TABLE.kept}]"
_WORD = re.compile(f"(?:{_LETTER})+")
_AND = re.compile(f"({_LETTER})&(?={_LETTER})")
_JOINED = re.compile(f"^(?:{'|'.join(TABLE.joined)})+(?=(?:{_LETTER}){{2}})")
_ELIDED = re.compile(rf"((?:^|[^\w])(?:{TABLE.elided}))['’](?=(?:{_LETTER}){{2}})")


@cache
def _sign(sign: str) -> str:
    dropped = category(sign).startswith("M") and not _KEPT.match(sign)
    return _BECOMES.get(sign, "" if dropped else sign)


def _plain(text: str) -> str:
    """Before NFKD, which makes a space of "´", and again for what it gave."""
    return "".join(map(_sign, text))
