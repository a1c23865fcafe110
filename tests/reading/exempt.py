"""What no editor of ours can reword, and what is no sentence: found in the records, the vocabulary and the wizard."""

from __future__ import annotations

import re
from dataclasses import dataclass

from directory.labels import place_name
from directory.model import Directory
from tests.pages import plain
from tests.reading.sentences import word_count

_SHORTEST_QUOTATION = 4
"""A title of fewer words, such as "Stress at work", may stand anywhere as our own."""


@dataclass(frozen=True)
class Exempt:
    """Quotations are longest first, so that of two that begin alike the whole one is found."""

    quotations: tuple[str, ...]
    crisis: tuple[str, ...]
    list_of_labels: re.Pattern[str]

    def without_quotations(self, text: str) -> str:
        for quotation in self.quotations:
            if quotation in text:
                text = plain(text.replace(quotation, " "))
        return text

    def is_crisis(self, piece: str) -> bool:
        return any(words in piece for words in self.crisis)

    def is_list(self, piece: str) -> bool:
        return bool(self.list_of_labels.fullmatch(piece))


def exempt(directory: Directory) -> Exempt:
    """What is exempt on the pages of a directory."""
    return Exempt(_quotations(directory), _crisis(directory), _list_of_labels(directory))


def _quotations(directory: Directory) -> tuple[str, ...]:
    """A service's own sentences, titles of guides, studies and sources, and the table that the directory began with."""
    barriers = directory.vocabulary.barriers.values()
    seeds = [barrier.seed for barrier in barriers if barrier.seed]
    texts = [
        *(resource.name for resource in directory.resources),
        *(answer.quote for record in directory.records for answer in record.features.values()),
        *(source.title for record in directory.records for source in record.sources),
        *(item.citation for barrier in barriers for item in barrier.evidence),
        *(event.source for event in directory.timeline),
        *(words for seed in seeds for words in (seed.barrier, seed.solution)),
    ]
    found = {plain(text) for text in texts if text and word_count(text) >= _SHORTEST_QUOTATION}
    return tuple(sorted(found, key=len, reverse=True))


def _crisis(directory: Directory) -> tuple[str, ...]:
    lines = directory.crisis.lines
    return tuple(plain(words) for line in lines for words in (line.when, line.note, line.relay) if words)


def _list_of_labels(directory: Directory) -> re.Pattern[str]:
    """Three labels or more, and before them at most eight words, such as "It is only for these jobs:"."""
    words, questions = directory.vocabulary, directory.wizard.questions
    labels = {term.label for terms in words.terms.values() for term in terms.values()}
    labels |= {barrier.label for barrier in words.barriers.values()}
    labels |= {name for area in words.areas.values() for name in (area.label, place_name(area))}
    labels |= {name for record in directory.records for name in (record.name, *record.other_names)}
    labels |= {option.label for question in questions for option in question.options}
    label = "|".join(sorted((re.escape(plain(label)) for label in labels if label), key=len, reverse=True))
    return re.compile(rf"(?:\S+ ){{0,8}}(?:{label})(?:(?:, | and |; )(?:{label})){{2,}}\.?", re.IGNORECASE)
