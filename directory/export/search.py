"""What the browser loads when someone first uses the search field: the index, and lunr. Only this module knows lunr.

`words` and theme/scripts/search/words.js fold text alike; tests/fixtures/folding.json holds the cases for both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources
from itertools import chain
from typing import Any, Literal
from unicodedata import category, normalize

from lunr import __TARGET_JS_VERSION__, lunr  # type: ignore[import-untyped]
from lunr.builder import Builder  # type: ignore[import-untyped]
from lunr.idf import idf  # type: ignore[import-untyped]
from lunr.index import Index  # type: ignore[import-untyped]
from lunr.stemmer import PorterStemmer, stemmer  # type: ignore[import-untyped]
from lunr.stop_word_filter import WORDS as STOP_WORDS  # type: ignore[import-untyped]
from lunr.token_set import TokenSet  # type: ignore[import-untyped]
from lunr.vector import Vector  # type: ignore[import-untyped]

from directory import urls
from directory.assets import Assets
from directory.i18n import ENGLISH
from directory.labels import status_words, tone
from directory.model import Area, Barrier, Directory, Record, Resource, Service, Vocabulary

Group = Literal["services", "resources", "barriers", "places"]

ADDRESS = "assets/search.json"

BOOSTS = {"title": 8, "names": 6, "tags": 2, "summary": 1}
"""The fields of the index: how much more a word counts in a title than in a summary."""

_SUMMARY_WORDS = 25
_UNCONFIRMED, _GONE, _SUNK = 0.7, 0.5, 0.7
"""How far a record sinks that nobody could confirm, that has ended, or that is long past its review."""


@dataclass(frozen=True)
class Entry:
    """One thing to find. `address` is from the site's root; `status` and `tone` are what lists show beside a name.

    `weight` multiplies its scores. What is found by name only is shown to someone who types the whole title.
    """

    ref: str
    group: Group
    title: str
    address: str
    status: str = ""
    tone: str = ""
    summary: str = ""
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    weight: float = 1
    by_name_only: bool = False


def files(directory: Directory, assets: Assets) -> Iterator[tuple[str, bytes]]:
    """The two files that search loads, by address."""
    yield ADDRESS, index(directory)
    yield f"{assets.folder}/lunr.js", lunr_script()


def entries(directory: Directory) -> tuple[Entry, ...]:
    """Everything that can be found: services, resources, barriers, places."""
    vocabulary = directory.vocabulary
    return (
        *(_record(record, directory) for record in directory.records),
        *(_barrier(barrier, vocabulary) for barrier in vocabulary.barriers.values()),
        *(_place(area, directory) for area in vocabulary.areas.values()),
    )


def index(directory: Directory) -> bytes:
    """The content of search.json:

    {"version": 1, "lunr": see `packed`, "words": "every word of it, in order",
     "entries": {ref: [group, title, address, status, tone, summary]}, "synonyms": {words: [words]}, "crisis": [words],
     "help": [[label, uri]]}
    """
    found = entries(directory)
    synonyms = directory.vocabulary.synonyms
    content = {
        "version": 1,
        "lunr": packed(found),
        "words": " ".join(_vocabulary(found)),
        "entries": {e.ref: [e.group, e.title, e.address, e.status, e.tone, e.summary] for e in found},
        "synonyms": {_folded(key): [_folded(value) for value in values] for key, values in synonyms.items()},
        "crisis": [_folded(phrase) for phrase in directory.crisis.words],
        "help": [[line.label, line.uri] for line in directory.crisis.lines],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def packed(found: Sequence[Entry]) -> dict[str, Any]:
    """A serialised index of lunr.js without what follows from the rest, which halves it. The browser fills that in.

    {"version", "fields", "pipeline": as lunr has them, "terms": [every term, by its number],
     "vectors": [for every field [for every entry [number of a term, its score, …]]]}
    """
    built = inverted(found)
    return {
        "version": __TARGET_JS_VERSION__,
        "fields": built.fields,
        "pipeline": built.pipeline.serialize(),
        "terms": list(built.inverted_index),
        "vectors": [[built.field_vectors[f"{field}/{entry.ref}"].elements for entry in found] for field in BOOSTS],
    }


def inverted(found: Sequence[Entry]) -> Index:
    """lunr's index over the entries; scores have three decimals. What is found by name only has no words in it."""
    documents = [({"ref": entry.ref, **_fields(entry)}, {"boost": entry.weight}) for entry in found]
    fields = [{"field_name": name, "boost": boost} for name, boost in BOOSTS.items()]
    return lunr("ref", fields, documents, builder=_Builder())


def lunr_script() -> bytes:
    """lunr.js out of the installed mkdocs, as a module. It is a script for every loader; here it meets CommonJS."""
    script = resources("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_bytes()
    return b"const module = {};\nconst exports = {};\n" + script + b"\nexport default module.exports;\n"


def words(text: str) -> list[str]:
    """Text as search compares it: words without case, accents, apostrophes and signs. "Q&A" is one word: qa."""
    return [word for chunk in text.split() for word in _words(chunk)]


@cache
def stem(word: str) -> str:
    """What lunr.js makes of a word: "counselling" and "counsellor" are both "counsel"."""
    stemmed: str = _Stemmer().stem(word)
    return stemmed


_JOINERS = re.compile("['’‘ʼ`´\u00ad\u200b-\u200f\u2060\ufeff]|(?<=[^\\W_])&(?=[^\\W_])")
"""What may stand in a word without ending it: apostrophes, signs of no width, and the "&" of "A&E"."""
_WORD = re.compile(r"[^\W_]+")


@cache
def _words(chunk: str) -> tuple[str, ...]:
    plain = _JOINERS.sub("", chunk)
    if not plain.isascii():
        plain = "".join(sign for sign in normalize("NFKD", plain) if not category(sign).startswith("M"))
    return tuple(_WORD.findall(plain.lower()))


@cache
def _terms(chunk: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _words(chunk) if word not in STOP_WORDS)


def _folded(text: str) -> str:
    return " ".join(words(text))


def _fields(entry: Entry) -> dict[str, str]:
    if entry.by_name_only:
        return dict.fromkeys(BOOSTS, "")
    return {
        "title": entry.title,
        "names": " ".join(entry.names),
        "tags": " ".join(entry.tags),
        "summary": entry.summary,
    }


def _vocabulary(found: Iterable[Entry]) -> list[str]:
    """Every word as it is written. With these the browser completes and corrects what someone types.

    Stems would not do: "occupatio" begins "occupational", but not its stem, "occup".
    """
    chunks = {chunk for entry in found for text in _fields(entry).values() for chunk in text.split()}
    return sorted({word for chunk in chunks for word in _words(chunk)} - STOP_WORDS)


def _record(record: Service | Resource, directory: Directory) -> Entry:
    group: Group = "services" if isinstance(record, Service) else "resources"
    ref, address = f"{group}/{record.id}", urls.record(record)
    if not record.for_staff:
        status = "For children and families, not for staff"
        return Entry(ref, group, record.name, address, status, "gone", by_name_only=True)
    return Entry(
        ref,
        group,
        record.name,
        address,
        status_words(ENGLISH, record),
        tone(record),
        _opening(record.summary),
        (*record.other_names, *(former.replace("-", " ") for former in record.former_ids)),
        tuple(_tags(record, directory.vocabulary)),
        _weight(record, directory),
    )


def _barrier(barrier: Barrier, vocabulary: Vocabulary) -> Entry:
    features = [vocabulary.features[id].label for id in (*barrier.strong, *barrier.likely)]
    summary = _opening(barrier.description)
    return Entry(
        f"barriers/{barrier.id}",
        "barriers",
        barrier.label,
        urls.barrier(barrier),
        summary=summary,
        tags=tuple(features),
    )


def _place(area: Area, directory: Directory) -> Entry:
    ended = area.until is not None and area.until < directory.today
    return Entry(
        f"areas/{area.id}",
        "places",
        area.label,
        urls.area(area),
        "Ended" if ended else "",
        "gone" if ended else "",
        names=area.also,
        tags=area.councils,
        weight=_GONE if ended else 1,
    )


def _tags(record: Service | Resource, vocabulary: Vocabulary) -> Iterator[str]:
    """The labels of everything that the record says of itself in ids, who runs it, and the lists it was picked for."""
    label = vocabulary.label
    yield from (picked.label for picked in vocabulary.lists.values() if record.id in picked.entries)
    yield from (label("roles", id) for id in record.who_for.roles)
    yield from (vocabulary.barriers[id].label for id in record.barriers)
    if isinstance(record, Service):
        yield label("service-kinds", record.kind)
        yield from (label("offers", id) for id in record.offers)
        yield from (vocabulary.areas[id].label for id in record.area.places)
        yield record.provider or ""
        return
    yield label("resource-kinds", record.kind)
    yield from (label("topics", id) for id in record.topics)
    yield record.publisher
    if record.eprr:
        yield from (label("incident-phases", id) for id in record.eprr.phases)
        yield from (label("incident-roles", id) for id in record.eprr.roles)


def _weight(record: Record, directory: Directory) -> float:
    if record.gone:
        return _GONE
    if record.status == "unconfirmed":
        return _UNCONFIRMED
    sunk = directory.today > directory.review_by(record) + directory.freshness.sinks_after
    return _SUNK if sunk else 1


def _opening(text: str) -> str:
    parts = text.split()
    return " ".join(parts) if len(parts) <= _SUMMARY_WORDS else " ".join(parts[:_SUMMARY_WORDS]) + "…"


class _Stemmer(PorterStemmer):  # type: ignore[misc]
    """lunr.py's own, but for a last "y", which it treats unlike lunr.js: "stay" stays, "try" becomes "tri"."""

    b: str
    k: int

    def step1c(self) -> None:
        if self.k > 1 and self.b[self.k] == "y" and self.b[self.k - 1] not in "aeiou":
            self.b = self.b[: self.k] + "i"


_NO_DETAILS: dict[str, Any] = {}
"""What lunr keeps of a word's places in a text: nothing, and one value for all saves making half a million."""


class _Builder(Builder):  # type: ignore[misc]
    """lunr's builder with its slow parts done otherwise; the index is the same, which a test compares.

    Words are stemmed once, not once a document; vectors are sorted, not inserted into; and the set of tokens is left to
    the browser, which makes its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.search_pipeline.add(stemmer)

    def add(self, doc: Mapping[str, str], attributes: Mapping[str, float] | None = None) -> None:
        ref = doc[self._ref]
        self._documents[ref] = attributes
        self.document_count += 1
        index = self.inverted_index
        for field in self._fields:
            frequencies: dict[str, int] = {}
            for chunk in doc[field].split():
                for term in _terms(chunk):
                    frequencies[term] = frequencies.get(term, 0) + 1
            self.field_lengths[f"{field}/{ref}"] = sum(frequencies.values())
            self.field_term_frequencies[f"{field}/{ref}"] = frequencies
            for term in frequencies:
                if term not in index:
                    index[term] = {**{name: {} for name in self._fields}, "_index": len(index)}
                index[term][field][ref] = _NO_DETAILS

    def _create_token_set(self) -> None:
        self.token_set = TokenSet()

    def _create_field_vectors(self) -> None:
        facts = {term: (of["_index"], idf(of, self.document_count)) for term, of in self.inverted_index.items()}
        k1, b = self._k1, self._b
        self.field_vectors = {}
        for field_ref, frequencies in self.field_term_frequencies.items():
            if not frequencies:
                self.field_vectors[field_ref] = Vector()
                continue
            field, _, ref = field_ref.partition("/")
            boost, weight = self._fields[field].boost, self._documents[ref]["boost"]
            length = k1 * (1 - b + b * (self.field_lengths[field_ref] / self.average_field_length[field]))
            scores = []
            for term, count in frequencies.items():
                place, rarity = facts[term]
                score = rarity * ((k1 + 1) * count) / (length + count) * boost * weight
                scores.append((place, round(score, 3)))
            scores.sort()
            self.field_vectors[field_ref] = Vector(list(chain.from_iterable(scores)))
