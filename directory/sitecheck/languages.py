"""Languages of the finished site: what each page says of its own, and where its links lead people in which.

Nobody comes to a page in another language without having been told: https://www.w3.org/TR/WCAG22/#language-of-page and
https://developers.google.com/search/docs/specialty/international/localized-versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from directory.sitecheck.addresses import Kind
from directory.sitecheck.faults import Fault
from directory.sitecheck.page import Element, Page

FOLDER = r"[a-z]{2,3}(?:-\w+)?/"
"""What the folder of a language looks like; no other folder has so short a name."""

_FOLDER = re.compile(FOLDER)
_DEFAULT = "x-default"


class Link(NamedTuple):
    """A link to a page, "pl/index.html", and the language that it says of it: "" where it says none."""

    line: int
    target: str
    language: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a page says of languages. `alternates` are the same page in others, as search engines are told."""

    path: str
    language: str
    direction: str
    links: tuple[Link, ...]
    alternates: tuple[Link, ...]


def spoken(page: Page) -> Spoken:
    base = page.site_url()
    links = {
        (target.path, element.attributes.get("hreflang", "")): element.line
        for element in reversed(list(page.of("a")))
        if (target := page.target(element.attributes.get("href", ""))).kind is Kind.INSIDE
    }
    return Spoken(
        page.path,
        page.language(),
        page.direction(),
        tuple(Link(line, path, language) for (path, language), line in links.items()),
        tuple(_alternate(page, element, base) for element in page.of("link") if _is_alternate(element)),
    )


def faults(pages: Sequence[Spoken]) -> Iterator[Fault]:
    by_path = {page.path: page for page in pages}
    yield from _folders_in_two(pages)
    for page in pages:
        yield from _links_astray(page, by_path)
        if page.alternates:
            yield from _alternates_astray(page, by_path)


def _folders_in_two(pages: Sequence[Spoken]) -> Iterator[Fault]:
    first: dict[str, Spoken] = {}
    for page in pages:
        folder = _FOLDER.match(page.path)
        before = first.setdefault(folder[0] if folder else "", page)
        if (page.language, page.direction) != (before.language, before.direction):
            sentence = (
                f"This page is in “{page.language}”, {page.direction}. "
                f"{before.path} beside it is in “{before.language}”, {before.direction}."
            )
            yield Fault(page.path, 1, "language", sentence, "Keep one language and one direction in a folder.")


def _links_astray(page: Spoken, by_path: Mapping[str, Spoken]) -> Iterator[Fault]:
    for link in page.links:
        target = by_path.get(link.target)
        if not target or target.language == (link.language or page.language):
            continue
        said = f"says that it leads to “{link.language}”" if link.language else "doesn't say that the language changes"
        sentence = f"A link to {link.target} {said}. That page is in “{target.language}”."
        hint = f'Lead to the page in “{page.language}”, or write hreflang="{target.language}".'
        yield Fault(page.path, link.line, "link-language", sentence, hint)


def _alternates_astray(page: Spoken, by_path: Mapping[str, Spoken]) -> Iterator[Fault]:
    said = {link.language: link.target for link in page.alternates}
    if said.get(page.language) != page.path:
        sentence = "The page names itself in other languages, but not in its own."
        yield Fault(page.path, 1, "alternate", sentence, f'Add a <link> with hreflang="{page.language}" to it.')
    if _DEFAULT not in said:
        sentence = "The page doesn't name the one for people of any other language."
        yield Fault(page.path, 1, "alternate", sentence, f'Add a <link> with hreflang="{_DEFAULT}".')
    for link in page.alternates:
        target = by_path.get(link.target)
        if not target:
            sentence = f"{link.target} in “{link.language}” is no page of this site."
            hint = "Leave it out, or correct its address."
            yield Fault(page.path, link.line, "alternate", sentence, hint)
        elif link.language not in (_DEFAULT, target.language):
            sentence = f"{link.target} is said to be in “{link.language}”, and is in “{target.language}”."
            yield Fault(page.path, link.line, "alternate", sentence, f'Write hreflang="{target.language}".')
        elif all(back.target != page.path for back in target.alternates):
            sentence = f"{link.target} doesn't name this page in return, so search engines believe neither."
            yield Fault(page.path, link.line, "alternate", sentence, "Let each name all the others.")


def _is_alternate(element: Element) -> bool:
    return "alternate" in element.attributes.get("rel", "").lower().split() and "hreflang" in element.attributes


def _alternate(page: Page, element: Element, base: str) -> Link:
    """The page named; as it is written where it lies elsewhere."""
    address = element.attributes.get("href", "")
    target = page.target(address)
    path = target.path if target.kind is Kind.INSIDE else address
    if base and address.startswith(base):
        path = address.removeprefix(base)
        path += "index.html" if not path or path.endswith("/") else ""
    return Link(element.line, path, element.attributes["hreflang"])
