"""Which pages are offered in which language: those of which every message is there and fresh, never half of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from directory.i18n.locale import Key, Language
from directory.i18n.messages import Catalogue

Needs = Mapping[str, frozenset[Key]]
"""What each page says, by its address in English."""


@dataclass(frozen=True)
class Offer:
    """What there is in one language: addresses of pages, and those of which a person has checked every message."""

    language: Language
    pages: frozenset[str]
    reviewed: frozenset[str]


def offer(catalogue: Catalogue, needs: Needs) -> Offer:
    """What a language offers of the pages in `needs`."""
    done = {t.key for _, t in catalogue.messages if t.done}
    checked = {t.key for _, t in catalogue.messages if t.done and t.reviewed}
    return Offer(catalogue.language, _whole(needs, done), _whole(needs, checked))


def _whole(needs: Needs, there: Set[Key]) -> frozenset[str]:
    return frozenset(address for address, keys in needs.items() if keys <= there)


def offered_in(address: str, offers: Iterable[Offer]) -> tuple[Language, ...]:
    """The languages other than English that a page can be read in."""
    return tuple(offer.language for offer in offers if address in offer.pages)
