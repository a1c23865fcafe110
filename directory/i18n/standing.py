"""How far each language is: what is translated, stale, missing or not checked by a person, and what it offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from directory.i18n.locale import Language
from directory.i18n.messages import Catalogue, Message, Translation
from directory.i18n.offer import Needs, Offer


@dataclass(frozen=True)
class Standing:
    """Numbers of messages; `unreviewed` of those translated. `stale` and `missing` name them: (context, English)."""

    language: Language
    translated: int
    unreviewed: int
    stale: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]
    pages: int
    pages_in_all: int

    @property
    def messages(self) -> int:
        return self.translated + len(self.stale) + len(self.missing)


def standing(catalogue: Catalogue, messages: Sequence[Message], offer: Offer, needs: Needs) -> Standing:
    """`messages` are all that there are today.

    One is stale where it has a translation of what it said before: the catalogue says so, or has its context with other
    words.
    """
    found = {t.key: t for _, t in catalogue.messages}
    contexts = {t.context for t in found.values() if ":" in t.context and any(t.forms)}
    done = [t for m in messages if (t := found.get(m.key)) and t.done]
    others = [m for m in messages if not ((t := found.get(m.key)) and t.done)]
    stale = {m.key for m in others if _had(m, found.get(m.key), contexts)}
    return Standing(
        catalogue.language,
        len(done),
        sum(not t.reviewed for t in done),
        tuple(m.key for m in others if m.key in stale),
        tuple(m.key for m in others if m.key not in stale),
        len(offer.pages),
        len(needs),
    )


def _had(message: Message, translation: Translation | None, contexts: set[str]) -> bool:
    return (translation is not None and translation.stale) or message.context in contexts
