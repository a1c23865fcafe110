"""What is wrong with a translation: what it has to share with the English, and what it may not hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from directory.diagnostics import Code, Diagnostic, Position, quoted
from directory.i18n.catalogues import Catalogue, Translation
from directory.i18n.locale import Language, Locale, placeholders

_DIGITS = re.compile(r"\d+")
_LINKS = re.compile(r"\]\(([^)]*)\)|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")
_MARKUP = re.compile(r"[<>]|&[a-z]+;|&#|!\[|\]\s*\[|\]:")
_BRACES = re.compile(r"[{}]")
_UNSEEN = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
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
    if placeholders(form) not in wanted or len(_BRACES.findall(form)) != 2 * len(placeholders(form)):
        kept = _listed([f"{{{name}}}" for name in wanted[0]])
        hint = f"Keep {kept}, each once." if wanted[0] else "Take the braces out."
        yield Code.TRANSLATION_PLACEHOLDER, "the words in braces are not those of the English.", hint
    if not of.plural and _numbers(form) != _numbers(of.english):
        yield (
            Code.TRANSLATION_NUMBER,
            f"its numbers are {_listed(_numbers(form))}, in English {_listed(_numbers(of.english))}.",
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
        yield Code.TRANSLATION_NAME, f"it lacks the name {_listed(lost)}.", "Names stay as they are in English."


def _not_allowed(form: str, language: Language) -> Iterator[Fault]:
    if _MARKUP.search(form):
        yield Code.TRANSLATION_HTML, "it holds HTML, or signs that begin it.", "Write plain words."
    joiners = frozenset() if language.script == "Latin" else _JOINERS
    if any(sign in _UNSEEN or (sign in _JOINERS and sign not in joiners) for sign in form):
        sentence = "it holds a sign that nobody sees."
        yield Code.HIDDEN_CHARACTER, sentence, "Type the text again; the site sets the direction itself."
    other = {sign for sign in form if (script := _script(sign)) and script not in ("LATIN", language.script.upper())}
    if other:
        yield (
            Code.TRANSLATION_SCRIPT,
            f"it has letters that {language.english} is not written with: {' '.join(sorted(other))}.",
            "Type these letters again. They may look like others and be different.",
        )


def _numbers(text: str) -> list[str]:
    return sorted(_DIGITS.findall(text))


def _addresses(text: str) -> list[str]:
    return sorted(found[1] or found[0].rstrip(".,;:)") for found in _LINKS.finditer(text))


def _listed(words: Collection[str]) -> str:
    return ", ".join(words) or "none"


@cache
def _script(sign: str) -> str:
    """The script of a letter, as the first word of its Unicode name; "" for what is no letter."""
    return unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""
