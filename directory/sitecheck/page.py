"""One page of HTML as a value: its elements and its texts, in one pass. It judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import NamedTuple

from directory.sitecheck.addresses import Target, resolve

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"} | {"source", "track", "wbr"}
)

_SHOWN_ANYWHERE = "404.html"
"""What a host shows at every address that it doesn't know: from there, only links from the server's root arrive."""

_NAMED_BY_CONTENT = frozenset({"button", "label", "title"})


class Element(NamedTuple):
    """An element in document order. `parent` is the index of the one around it, -1 for none.

    `text` is filled for titles, labels and buttons only: their words, and the alt text of their pictures.
    """

    tag: str
    attributes: Mapping[str, str]
    line: int
    parent: int
    text: str = ""


class Piece(NamedTuple):
    """Text as it stands in a file, and the line where it begins."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """`path` is relative to the site. `gave_up` is the line after which the markup made no sense."""

    path: str
    elements: tuple[Element, ...]
    texts: tuple[Piece, ...]
    gave_up: int | None

    def of(self, *tags: str) -> Iterator[Element]:
        return (element for element in self.elements if element.tag in tags)

    def around(self, element: Element) -> Iterator[Element]:
        """The elements that hold this one, the nearest first."""
        while element.parent >= 0:
            element = self.elements[element.parent]
            yield element

    def ids(self) -> frozenset[str]:
        return frozenset(e.attributes["id"] for e in self.elements if "id" in e.attributes)

    def titles(self) -> tuple[Element, ...]:
        """The titles of the page; those inside a drawing are the drawing's."""
        return tuple(e for e in self.of("title") if all(outer.tag != "svg" for outer in self.around(e)))

    def language(self) -> str:
        return next((e.attributes.get("lang", "").strip() for e in self.of("html")), "")

    def direction(self) -> str:
        """Either "ltr" or "rtl", or what is written in its place."""
        return next((e.attributes.get("dir", "").strip() for e in self.of("html")), "")

    def refresh(self) -> Element | None:
        """The element that sends the reader on to another page, if this is a page for a former address."""
        return next((e for e in self.of("meta") if e.attributes.get("http-equiv", "").lower() == "refresh"), None)

    def site_url(self) -> str:
        """Where the site lies on the web, seen from what the page says of its own address there; "" if it doesn't."""
        own = self.path.removesuffix("index.html")
        written = (e.attributes.get("href", "") for e in self.of("link") if e.attributes.get("rel") == "canonical")
        return next((address.removesuffix(own) for address in written if address.endswith(own)), "")

    def target(self, address: str) -> Target:
        """Where an address on this page leads."""
        if self.path.rpartition("/")[2] != _SHOWN_ANYWHERE:
            return resolve(self.path, address)
        _, slash, path = self.site_url().partition("://")[2].partition("/")
        return resolve(self.path, address, slash + path)


def read(path: str, text: str) -> Page:
    """The page as far as it can be read. Never raises; see `gave_up`."""
    reader = _Reader()
    gave_up = None
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:  # how html.parser of Python 3.11 answers to "<![" and a word that it doesn't know
        gave_up = reader.getpos()[0]
    reader.end()
    return Page(path, tuple(reader.elements), tuple(reader.texts), gave_up)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[Piece] = []
        self._open: list[int] = []
        self._first_text: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        # Of an attribute that is given twice, browsers take the first.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        index = len(self.elements)
        self.elements.append(Element(tag, attributes, line, self._open[-1] if self._open else -1))
        if tag == "img" and attributes.get("alt"):
            self.texts.append(Piece(line, attributes["alt"]))
        if tag in _VOID:
            return
        self._open.append(index)
        if tag in _NAMED_BY_CONTENT:
            self._first_text[index] = len(self.texts)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in reversed(range(len(self._open))):
            if self.elements[self._open[depth]].tag == tag:
                self._close(depth)
                return

    def handle_data(self, data: str) -> None:
        if not data.isspace():
            self.texts.append(Piece(self.getpos()[0], data))

    def end(self) -> None:
        """Closes what the page left open."""
        self._close(0)

    def _close(self, depth: int) -> None:
        for index in self._open[depth:]:
            if index in self._first_text:
                inside = self.texts[self._first_text[index] :]
                text = " ".join(" ".join(piece.text for piece in inside).split())
                self.elements[index] = self.elements[index]._replace(text=text)
        del self._open[depth:]
