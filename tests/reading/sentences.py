"""What someone reads on a page: its texts under their headings, cut into sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from xml.etree.ElementTree import Element

import textstat  # type: ignore[import-untyped]

from tests.pages import of_class, plain

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "kbd", "span", "strong", "tspan"})
_UNREAD = frozenset({"script", "style"})
_INVENTED = "gallery__drawn"
"""The cases of components: made up, and some as long as can be."""
_ONE_TEXT = "list__group"
"""The headings in a list say how what follows stands. They don't make texts of it, as a few rows are none."""

_STOP = re.compile(r"""[.?!]["')]*$""")
_GAP = re.compile(r"""(?:(?<=[.?!])|(?<=[.?!]["')]))\s+(?=["'(]*[A-Z0-9])""")
_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True)
class Part:
    """What stands under one heading of a page, up to the next. A text is a line, a paragraph, an entry of a list."""

    heading: str
    texts: tuple[str, ...]


def parts(around: Element) -> list[Part]:
    """The parts of a page, or of an element of it. What stands before the first heading has the heading ""."""
    found, heading = [], ""
    texts: list[str] = []
    for text, is_heading in _texts(around):
        if is_heading:
            found.append(Part(heading, tuple(texts)))
            heading, texts = text, []
        else:
            texts.append(text)
    return [part for part in (*found, Part(heading, tuple(texts))) if part.texts]


def hidden_texts(page: Element) -> Iterator[str]:
    """What is read elsewhere: the description, by search engines; the table of Find support, as its results."""
    for meta in page.iter("meta"):
        if meta.get("name") == "description":
            yield plain(meta.get("content", ""))
    invented = {script for case in of_class(page, _INVENTED) for script in case.iter("script")}
    for script in page.iter("script"):
        if script.get("type") == "application/json" and script not in invented:
            yield from strings(json.loads(script.text or ""))


def strings(value: object) -> Iterator[str]:
    """Every line of every text in a tree or a record."""
    if isinstance(value, str):
        yield from filter(None, map(plain, value.split("\n")))
    elif isinstance(value, Mapping):
        yield from strings(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from strings(entry)
    elif is_dataclass(value):
        yield from strings(tuple(getattr(value, field.name) for field in fields(value)))


def pieces(text: str) -> list[str]:
    """A text cut behind every full stop, question mark or exclamation mark that a capital or a figure follows."""
    return _GAP.split(text)


def is_sentence(piece: str) -> bool:
    """Whether it ends as a sentence does. Names, labels, headings and entries of lists don't."""
    return bool(_STOP.search(piece))


def word_count(text: str) -> int:
    """A word is what stands between two gaps and holds a letter or a figure. "face-to-face" is one."""
    return len(_WORD.findall(text))


def grade(sentences: list[str]) -> float:
    """The school year in the United States that the Flesch–Kincaid formula gives a text."""
    # The formula takes every full stop for the end of a sentence: also the one in "2.5" and in "nhs.uk".
    return float(textstat.flesch_kincaid_grade(" ".join(re.sub(r"[.?!](?=.*\w)", "", s) for s in sentences)))


def _texts(around: Element) -> Iterator[tuple[str, bool]]:
    """Every run of text that no element breaks but one inside a line, and whether it is a heading."""
    run: list[str] = []

    def ended(heading: bool) -> Iterator[tuple[str, bool]]:
        text = plain("".join(run))
        run.clear()
        if text:
            yield text, heading

    def walk(element: Element, heading: bool, headings: frozenset[str]) -> Iterator[tuple[str, bool]]:
        classes = element.get("class", "").split()
        if element.tag in _UNREAD or _INVENTED in classes:
            return
        if _ONE_TEXT in classes:
            headings = frozenset()
        breaks = element.tag not in _INLINE
        inside = heading or element.tag in headings
        if breaks:
            yield from ended(heading)
        run.append(element.text or "")
        for child in element:
            yield from walk(child, inside, headings)
            run.append(child.tail or "")
        if breaks:
            yield from ended(inside)

    yield from walk(around, False, HEADINGS)
