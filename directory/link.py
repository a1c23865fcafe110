"""Ids across records: every one leads somewhere, none stands for two things, and no successor leads back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from directory.diagnostics import Code, Diagnostic, Where, did_you_mean, quoted
from directory.model import Record
from directory.reader import Reference

Known = Mapping[str, Iterable[str]]
"""The ids of each vocabulary, and under "records" those of all records, also of those that could not be made.

A vocabulary that could not be read is missing: its own error is said, and no id is called unknown.
"""

_WORDS = {
    "records": ("a record", "The records are the files in data/services/ and data/resources/."),
    "areas": ("a place", "All of them are in data/vocabulary/areas.yml."),
    "behind": ("a group", "All of them stand under “behind” in data/wizard.yml."),
    "kinds": ("a kind", "All of them are in data/vocabulary/service-kinds.yml and resource-kinds.yml."),
}


def resolve(
    records: Sequence[Record],
    references: Iterable[Reference],
    known: Known,
    ids: Mapping[str, Sequence[str]],
    where: Where,
) -> list[Diagnostic]:
    """What is wrong between records. `ids` gives for each id the paths of the files that claim it."""
    found = list(_unknown(references, known, where))
    found += _twice(records, ids, where)
    found += _cycles(records, where)
    return found


def _unknown(references: Iterable[Reference], known: Known, where: Where) -> Iterable[Diagnostic]:
    sets = {name: frozenset(ids) for name, ids in known.items()}
    for reference in references:
        known_ids = sets.get(reference.of)
        if known_ids is None or reference.id in known_ids:
            continue
        name, place = _WORDS.get(
            reference.of, (_word(reference.of), f"All of them are in data/vocabulary/{reference.of}.yml.")
        )
        sentence = f"{quoted(reference.id)} is not {name} we know."
        hint = did_you_mean(reference.id, known_ids, place)
        yield Diagnostic(
            where(reference.path, reference.pointer, key=reference.is_key), Code.UNKNOWN_ID, sentence, hint
        )


def _word(vocabulary: str) -> str:
    singular = vocabulary.replace("-", " ").removesuffix("s")
    return f"{'an' if singular[0] in 'aeiou' else 'a'} {singular}"


def _twice(records: Sequence[Record], ids: Mapping[str, Sequence[str]], where: Where) -> Iterable[Diagnostic]:
    for id, paths in ids.items():
        for path in paths[1:]:
            sentence = f"The id “{id}” is already taken by {paths[0]}."
            yield Diagnostic(where(path, ()), Code.DUPLICATE_ID, sentence, "Give this file another name.")
    former: dict[str, str] = {}
    for record in records:
        for i, id in enumerate(record.former_ids):
            owner = ids[id][0] if id in ids else former.get(id)
            if owner:
                sentence = f"The former id “{id}” is already taken by {owner}."
                hint = "An id stands for one record for ever. Take it out here or there."
                yield Diagnostic(where(record.path, ("former_ids", i)), Code.DUPLICATE_ID, sentence, hint)
            former[id] = record.path


def _cycles(records: Sequence[Record], where: Where) -> Iterable[Diagnostic]:
    """Each circle once, at the first of its records."""
    successors = {record.id: record.successors for record in records}
    seen: set[frozenset[str]] = set()
    for record in records:
        way = _way_back(record.id, successors)
        if way and frozenset(way) not in seen:
            seen.add(frozenset(way))
            sentence = f"These successors lead back to where they began: {' → '.join(way)}."
            hint = "Take out the one that is not true."
            yield Diagnostic(where(record.path, ("successors",)), Code.SUCCESSOR_CYCLE, sentence, hint)


def _way_back(start: str, successors: Mapping[str, Sequence[str]]) -> list[str] | None:
    """The shortest way from `start` back to itself along successors."""
    ways, seen = [[start]], {start}
    for way in ways:
        for id in successors.get(way[-1], ()):
            if id == start:
                return [*way, id]
            if id not in seen:
                seen.add(id)
                ways.append([*way, id])
    return None
