"""The finished site as the tests read it: pages as trees of elements, found by their address."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, TreeBuilder

from directory.model import Directory

LANGUAGES = frozenset(path.name for path in Path(__file__).parent.parent.joinpath("locales").iterdir() if path.is_dir())
"""The folders of the site that hold other languages."""

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_STRAIGHT = str.maketrans("‘’“”\u00a0", "''\"\" ")


@dataclass(frozen=True)
class Site:
    """A finished site, and the directory it was built from."""

    folder: Path
    directory: Directory = field(repr=False)

    def addresses(self) -> list[str]:
        """The address of every page in English: services/kw-nwl/index.html."""
        return [address for address in self.everything() if address.partition("/")[0] not in LANGUAGES]

    def everything(self) -> list[str]:
        """The address of every page in any language: also pl/services/samaritans/index.html."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def folders(self) -> dict[str, str]:
        """The tag of each other language that there are pages in, by its folder: pt-PT by "pt/"."""
        others = (a for a in self.everything() if a.partition("/")[0] in LANGUAGES)
        return {f"{a.partition('/')[0]}/": self.page(a).attrib["lang"] for a in others}

    def html(self, address: str) -> str:
        return (self.folder / address).read_text("utf-8")

    def page(self, address: str) -> Element:
        return _parsed(self.folder / address)

    def main(self, address: str) -> Element:
        """The part of a page that is its own: without the crisis bar, the header and the footer."""
        return the(self.page(address), ".//main")

    def links(self, address: str, within: Element | None = None) -> list[str]:
        """The addresses of the pages that a page links to, in order; links to other sites are left out."""
        around = self.main(address) if within is None else within
        hrefs = (urlsplit(a.get("href", "")) for a in around.iter("a"))
        return [posixpath.normpath(posixpath.join(posixpath.dirname(address), h.path)) for h in hrefs if not h.scheme]


def parse(html: str) -> Element:
    """A page as a tree. Fails where a tag is closed that isn't open."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tree.close()


def the(around: Element, path: str) -> Element:
    """The one element that an ElementTree path leads to."""
    found = around.findall(path)
    assert len(found) == 1, f"{len(found)} elements are at {path}"
    return found[0]


def of_class(around: Element, name: str) -> Iterator[Element]:
    """The elements of a class, in order."""
    return (element for element in around.iter() if name in element.get("class", "").split())


def rows(around: Element) -> list[Element]:
    """The rows of lists: one record or one barrier each."""
    return list(of_class(around, "row"))


def asked_for(main: Element) -> list[Element]:
    """The groups of a list that are what was asked for."""
    return [group for group in of_class(main, "list__group") if group.get("data-wider") is None]


def wider(main: Element) -> list[Element]:
    """The groups of a list that are less near than what was asked for."""
    return [group for group in of_class(main, "list__group") if group.get("data-wider") is not None]


def words(element: Element) -> str:
    """The text of an element as a reader sees it, in plain type."""
    return plain("".join(element.itertext()))


def plain(text: str) -> str:
    """A text with every gap one space, and quotation marks and apostrophes as they are typed."""
    return " ".join(text.translate(_STRAIGHT).split())


@cache
def _parsed(path: Path) -> Element:
    return parse(path.read_text("utf-8"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = TreeBuilder()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.tree.end(tag)
        else:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1] == tag, f"</{tag}> at {self.getpos()} closes {self._open[-1:]}"
        self._open.pop()
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        if self._open:
            self.tree.data(data)
