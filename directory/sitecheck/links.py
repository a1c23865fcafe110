"""Every address that a page, a stylesheet or a script holds, and whether it may be there and leads anywhere.

A page may name others in links that a person follows. Nothing may be fetched from another host, so that only
the site's own host learns who reads what (design/site.md, "Standards").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from directory.sitecheck.addresses import Kind, Target
from directory.sitecheck.faults import Fault
from directory.sitecheck.inventory import Inventory
from directory.sitecheck.page import Element, Page

_ATTRIBUTES = frozenset(
    {
        "action",
        "background",
        "formaction",
        "href",
        "ping",
        "poster",
        "src",
        "xlink:href",
        "srcset",
        "imagesrcset",
    }
)
_LISTS = frozenset({"srcset", "imagesrcset"})

_NOT_FETCHED = frozenset({"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"})
"""Kinds of <link> that a browser only remembers (https://html.spec.whatwg.org/multipage/links.html#linkTypes)."""

_REFRESH = re.compile(r"""\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"']*)""", re.IGNORECASE)

_WRONG = {
    Kind.HOST_ONLY: (
        "root-link",
        "“{}” leaves out https:, which fails when the page is opened from a disk.",
        "Write the whole address, or a relative one.",
    ),
    Kind.FROM_ROOT: (
        "root-link",
        "“{}” begins at the server's root, which is wrong as soon as the site lies below a path.",
        "Write it relative to this page: ../../ and so on.",
    ),
    Kind.ABOVE: (
        "outside-link",
        "“{}” leads out of the site's folder.",
        "Take away one or more ../ from it.",
    ),
    Kind.EMPTY: ("broken-link", "An address here is empty.", "Fill it in, or take the attribute out."),
    Kind.MALFORMED: ("broken-link", "“{}” is not an address.", "Copy it again from the page it leads to."),
    Kind.OTHER_SCHEME: (
        "link-scheme",
        "“{}” begins with something that no link here may begin with.",
        "A link begins https://, mailto:, tel: or sms:.",
    ),
    Kind.DATA: ("link-scheme", "“{}” holds its content in itself.", "Make it a file, and name that file."),
}


class Address(NamedTuple):
    """An address as written, and where it leads. `fetched` where a page asks for it, or sends to it."""

    line: int
    text: str
    fetched: bool
    target: Target


class Jump(NamedTuple):
    """A link to a place on a page, to be looked up once the ids of all pages are known."""

    path: str
    line: int
    target: str
    fragment: str


def addresses(page: Page) -> Iterator[Address]:
    for element in page.elements:
        for name, value in element.attributes.items():
            if name in _ATTRIBUTES or (element.tag == "object" and name == "data"):
                fetched = _is_fetched(element, name)
                for one in _in_list(value) if name in _LISTS else (value,):
                    yield Address(element.line, one, fetched, page.target(one))
    if refresh := page.refresh():
        to = refreshed_to(refresh)
        yield Address(refresh.line, to, True, page.target(to))


def refreshed_to(refresh: Element) -> str:
    """The address in `content="0; url=../new/index.html"`."""
    match = _REFRESH.match(refresh.attributes.get("content", ""))
    return match[1].strip() if match else ""


def leads_nowhere(path: str, found: Address, inventory: Inventory) -> Fault | None:
    """What is wrong with an address in the file `path`, or None. Fragments are looked at elsewhere."""
    target = found.target
    shown = found.text if len(found.text) <= 80 else f"{found.text[:79]}…"
    if target.kind in _WRONG:
        rule, sentence, hint = _WRONG[target.kind]
        return Fault(path, found.line, rule, sentence.format(shown), hint)
    if target.kind is not Kind.INSIDE:
        if not found.fetched:
            return None
        sentence = f"“{shown}” is fetched from or sent to somebody else, who then learns of this visit."
        return Fault(
            path,
            found.line,
            "foreign-request",
            sentence,
            "Put a copy into the site, or make it a plain link.",
        )
    if target.path in inventory.files:
        return None
    if target.path in inventory.folders:
        sentence = f"“{shown}” leads to a folder. Opened from a disk, that is a list of files, or nothing."
        return Fault(path, found.line, "folder-link", sentence, "Write the file: …/index.html.")
    sentence = f"“{shown}” leads to {target.path}, which is not in the site."
    return Fault(path, found.line, "broken-link", sentence, "Correct the address, or make that file.")


def jump(path: str, found: Address, inventory: Inventory) -> Jump | None:
    """The place on a page that an address means; "" and "top" are the start of every page."""
    fragment = found.target.fragment
    if fragment in ("", "top"):
        return None
    file = inventory.file_at(found.target)
    if file and file.endswith((".html", ".svg")):
        return Jump(path, found.line, file, fragment)
    return None


def _is_fetched(element: Element, attribute: str) -> bool:
    if element.tag in ("a", "area"):
        return attribute == "ping"
    if element.tag == "link":
        return not _NOT_FETCHED.issuperset(element.attributes.get("rel", "").lower().split())
    return True


def _in_list(value: str) -> Iterator[str]:
    """The addresses in `a.png 1x, b.png 2x`."""
    return (parts[0] for candidate in value.split(",") if (parts := candidate.split()))
