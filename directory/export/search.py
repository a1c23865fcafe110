"""What the browser loads when someone first uses the search field: the index, and lunr. Only this module knows lunr."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files as resources
from itertools import chain
from math import log
from typing import Any

from lunr import __TARGET_JS_VERSION__  # type: ignore[import-untyped]
from lunr.stemmer import PorterStemmer  # type: ignore[import-untyped]
from lunr.stop_word_filter import WORDS as STOP_WORDS  # type: ignore[import-untyped]

from directory import urls
from directory.assets import Assets
from directory.export import folding
from directory.export.entries import Edition, Entry, entries
from directory.model import Directory

ADDRESS = urls.SEARCH_INDEX

_WAYS_ON = (urls.HELP_NOW, urls.BARRIERS, urls.SERVICES)
"""Pages that search leads to where it finds nothing, or where help comes first."""

BOOSTS = {"title": 8, "names": 6, "tags": 2, "summary": 1}
"""The fields of the index: how much more a word counts in a title than in a summary."""

_K1, _B = 1.2, 0.75
"""Lunr's: how soon it stops to matter that a word comes again, and how much it matters that a text is long."""


def files(directory: Directory, assets: Assets, edition: Edition | None = None) -> Iterator[tuple[str, bytes]]:
    """What search loads, by address: its index, and lunr, which all languages share and which comes with the English.

    Without an edition the directory is the English one.
    """
    yield f"{edition.folder if edition else ''}{ADDRESS}", index(directory, edition)
    if not edition:
        yield f"{assets.folder}/lunr.js", lunr_script()


def index(directory: Directory, edition: Edition | None = None) -> bytes:
    """The content of search.json:

    {"version": 1, "stemmed": whether words stand for others, as they do in English alone, "folding": `folding.TABLE`,
     "lunr": see `packed`, "words": "every word of it, in order" or "" where these are the terms,
     "entries": {ref: [group, title, address, status, tone, summary]}, "synonyms": {words: [words]}, "crisis": [words],
     "ways": {address: address in the language}, "help": [[label, uri]]}
    """
    stemmed = edition is None
    found = entries(directory, edition)
    folded, synonyms = folding.folded, directory.vocabulary.synonyms
    crisis = dict.fromkeys((*directory.crisis.words, *(edition.english.crisis.words if edition else ())))
    content = {
        "version": 1,
        "stemmed": stemmed,
        "folding": asdict(folding.TABLE),
        "lunr": packed(found, stemmed),
        "words": " ".join(_vocabulary(found)) if stemmed else "",
        "entries": {e.ref: [e.group, e.title, e.address, e.status, e.tone, e.summary] for e in found},
        "synonyms": {folded(key): [folded(value) for value in values] for key, values in synonyms.items()},
        "crisis": [folded(phrase) for phrase in crisis],
        "ways": {page: edition.address(page) if edition else page for page in _WAYS_ON},
        "help": [[line.label, line.uri] for line in directory.crisis.lines],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def packed(found: Sequence[Entry], stemmed: bool) -> dict[str, Any]:
    """What lunr makes of the entries, without what follows from the rest, which halves it. The browser fills that in.

    {"version", "fields", "pipeline": as lunr has them, "terms": [every term, by its number],
     "vectors": [for every field [for every entry [number of a term, its score, …]]]}

    Lunr's own builder is slow, so its sums are done here; a test compares the two. Scores have three decimals. What is
    found by name only has no words in it.
    """
    terms_of = _stems_of if stemmed else folding.words_of
    counted = [[Counter(chain.from_iterable(map(terms_of, text.split()))) for text in _texts(e)] for e in found]
    holding = Counter(chain.from_iterable(chain.from_iterable(counted)))
    facts = {term: (number, _rarity(held, len(found))) for number, (term, held) in enumerate(holding.items())}
    vectors = []
    for boost, counts in zip(BOOSTS.values(), zip(*counted, strict=True), strict=True):
        usual = sum(each.total() for each in counts) / len(found)
        vectors.append([_vector(each, usual, boost, e.weight, facts) for each, e in zip(counts, found, strict=True)])
    return {
        "version": __TARGET_JS_VERSION__,
        "fields": list(BOOSTS),
        "pipeline": ["stemmer"] if stemmed else [],
        "terms": list(holding),
        "vectors": vectors,
    }


def lunr_script() -> bytes:
    """lunr.js out of the installed mkdocs, as a module. It is a script for every loader; here it meets CommonJS."""
    script = resources("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_bytes()
    return b"const module = {};\nconst exports = {};\n" + script + b"\nexport default module.exports;\n"


@cache
def stem(word: str) -> str:
    """What lunr.js makes of a word: "counselling" and "counsellor" are both "counsel"."""
    stemmed: str = _Stemmer().stem(word)
    return stemmed


@cache
def _stems_of(chunk: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in folding.words_of(chunk) if word not in STOP_WORDS)


def _texts(entry: Entry) -> tuple[str, ...]:
    """The text of each field, in the order of BOOSTS."""
    if entry.by_name_only:
        return ("",) * len(BOOSTS)
    return entry.title, " ".join(entry.names), " ".join(entry.tags), entry.summary


def _rarity(held: int, entries: int) -> float:
    """How much a term says of the entries that hold it. A term counts again for each of its fields there."""
    return log(1 + abs((entries - held + 0.5) / (held + 0.5)))


def _vector(
    counts: Counter[str], usual: float, boost: float, weight: float, facts: Mapping[str, tuple[int, float]]
) -> list[float]:
    """The number and the score of each term of a text, in the order of numbers. `usual` is how long others are."""
    if not counts:
        return []
    length = _K1 * (1 - _B + _B * (counts.total() / usual))
    scores = []
    for term, count in counts.items():
        number, rarity = facts[term]
        score = rarity * ((_K1 + 1) * count) / (length + count) * boost * weight
        scores.append((number, round(score, 3)))
    scores.sort()
    return list(chain.from_iterable(scores))


def _vocabulary(found: Iterable[Entry]) -> list[str]:
    """Every word as it is written. With these the browser completes and corrects what someone types.

    Stems would not do: "occupatio" begins "occupational", but not its stem, "occup".
    """
    chunks = {chunk for entry in found for text in _texts(entry) for chunk in text.split()}
    return sorted({word for chunk in chunks for word in folding.words_of(chunk)} - STOP_WORDS)


class _Stemmer(PorterStemmer):  # type: ignore[misc]
    """lunr.py's own, but for a last "y", which it treats unlike lunr.js: "stay" stays, "try" becomes "tri"."""

    b: str
    k: int

    def step1c(self) -> None:
        if self.k > 1 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
            self.b = self.b[: self.k] + "i"
