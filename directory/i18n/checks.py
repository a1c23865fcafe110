"""What is wrong with a translation: what it has to share with the English, and what it may not hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from directory.diagnostics import Code, Diagnostic, Position, quoted
from directory.i18n.locale import Language, Locale, placeholders
from directory.i18n.messages import Catalogue, Translation

_NUMBER = re.compile(r"\d+(?:\s\d+)*")
"""The groups of a telephone number are one number, so that none of them changes places."""
_LINKS = re.compile(r"\]\(([^)]*)\)|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")
_MARKUP = re.compile(r"[<>]|&[a-z]+;|&#|!\[|\[(?![^\[\]]*\]\()", re.IGNORECASE)
"""HTML; and brackets but for those of a link. Slots of the frame have brackets too."""
_BRACED = re.compile(r"\{[^{}]*\}|[{}]")
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Zl", "Zp"})
"""The categories of Unicode for what has no shape of its own: signs that turn text round, and the like."""
_JOINERS = frozenset("\u200c\u200d")
"""They shape letters in the scripts of India, and Urdu and Arabic may need them."""


def check(catalogue: Catalogue, names: Collection[str]) -> Iterator[Diagnostic]:
    """`names` stay as they are where the English has them. A stale message is looked at again before it is used."""
    categories = Locale(catalogue.language).categories
    for path, translation in catalogue.messages:
        if translation.stale or not any(translation.forms):
            continue
        for code, sentence, hint in _faults(translation, catalogue.language, categories, names):
            yield Diagnostic(Position(path, translation.line), code, f"{quoted(translation.english)}: {sentence}", hint)


Fault = tuple[Code, str, str]


def _faults(
    of: Translation, language: Language, categories: tuple[str, ...], names: Collection[str]
) -> Iterator[Fault]:
    wanted = len(categories) if of.plural else 1
    if len(of.forms) != wanted or not all(of.forms):
        there = sum(map(bool, of.forms))
        yield (
            Code.TRANSLATION_FORMS,
            f"{there} of {wanted} forms are there.",
            f"{language.english} has a text for each of: {', '.join(categories)}." if of.plural else "Write one text.",
        )
        return
    for form in of.forms:
        yield from _shared(of, form, names)
        yield from _not_allowed(form, language)


def _shared(of: Translation, form: str, names: Collection[str]) -> Iterator[Fault]:
    """What has to be the same as in English."""
    english = of.plural or of.english
    wanted = [placeholders(english), *([placeholders(of.english)] if of.plural else [])]
    there = _BRACED.findall(form)
    if sorted(there) not in [[f"{{{name}}}" for name in of_english] for of_english in wanted]:
        sentence = f"what stands in braces is {_listed(there)}; in English {_listed(_BRACED.findall(english))}."
        hint = "It is put in later, so write it as in English." if wanted[0] else "Take the braces out."
        yield Code.TRANSLATION_PLACEHOLDER, sentence, hint
    if _numbers(form) not in (_numbers(english), _numbers(of.english)):
        yield (
            Code.TRANSLATION_NUMBER,
            f"its numbers are {_listed(_numbers(form))}; in English {_listed(_numbers(english))}.",
            "Write each number as in English, with the digits 0 to 9.",
        )
    if _addresses(form) != _addresses(english):
        yield (
            Code.TRANSLATION_LINK,
            "its links are not those of the English.",
            "Keep every address as it is in English.",
        )
    lost = [name for name in names if name in english and name not in form]
    if lost:
        yield (
            Code.TRANSLATION_NAME,
            f"it lacks the name {_listed(lost)}.",
            "Names, and words to send, stay as in English.",
        )


def _not_allowed(form: str, language: Language) -> Iterator[Fault]:
    if _MARKUP.search(form):
        yield Code.TRANSLATION_HTML, "it holds HTML, or brackets that make no link.", "Write plain words."
    allowed = {"\n"} if language.script == "Latin" else {"\n", *_JOINERS}
    unseen = {sign for sign in form if unicodedata.category(sign) in _UNSEEN and sign not in allowed}
    if unseen:
        signs = _listed([f"U+{ord(sign):04X}" for sign in sorted(unseen)])
        sentence = f"it holds a sign that nobody sees ({signs})."
        yield Code.HIDDEN_CHARACTER, sentence, "Type the text again; the site sets the direction itself."
    other = {sign for sign in form if (script := _script(sign)) and script not in ("LATIN", language.script.upper())}
    if other:
        yield (
            Code.TRANSLATION_SCRIPT,
            f"it has letters that {language.english} is not written with: {' '.join(sorted(other))}.",
            "Type these letters again. They may look like others and be different.",
        )


def _numbers(text: str) -> list[str]:
    return sorted(" ".join(found.split()) for found in _NUMBER.findall(text))


def _addresses(text: str) -> list[str]:
    return sorted(found[1] or found[0].rstrip(".,;:)") for found in _LINKS.finditer(text))


def _listed(words: Collection[str]) -> str:
    return ", ".join(words) or "none"


@cache
def _script(sign: str) -> str:
    """The script of a letter, as the first word of its Unicode name; "" for what is no letter."""
    return unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""
