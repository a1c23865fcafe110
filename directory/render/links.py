"""Where the links of a page in another language lead: to pages in that language, else to the English ones, and so said.

Pages are made as if they lay where the English ones lie, and every link of theirs begins with the way to the root. What
they name is then found from where they do lie.
"""

from __future__ import annotations

import re

_ANCHOR = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)("[^>]*>)(.*?)(</a>)', re.DOTALL)
_OTHERS = re.compile(r'(<link\b[^>]*?\shref="|<form\b[^>]*?\saction="|\sdata-(?:index|lunr)=")([^"]*)(")')
_PATH = re.compile(r"[^?#]*")
_TO_ENGLISH = 'hreflang="en"'
"""Marks a link that leads to a page in English even where there is one in the language."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|$")


def moved(html: str, before_all: str, root: str, folder: str, offered: frozenset[str], label: str) -> str:
    """The main part of a page in English, for the same page in `folder` ("pl/").

    Every link of it begins with `before_all`, the way to the root in English; `root` is the way from where it lies.
    `offered` are the addresses in English of what there is in the language; `label` is HTML that stands in a link to
    what there is only in English.
    """

    def target(link: str) -> tuple[str, bool]:
        """The link as the page in `folder` writes it, and whether it leads to a page in its language."""
        found = link.removeprefix(before_all)
        translated = _PATH.match(found)[0] in offered  # type: ignore[index]
        return f"{root}{folder if translated else ''}{found}", translated

    def anchor(found: re.Match[str]) -> str:
        before, link, rest, words, end = found.groups()
        if _ELSEWHERE.match(link):
            return found[0]
        if _TO_ENGLISH in rest:
            return f"{before}{root}{link.removeprefix(before_all)}{rest}{words}{end}"
        leads, translated = target(link)
        if translated:
            return f"{before}{leads}{rest}{words}{end}"
        return f'{before}{leads}" hreflang="en{rest}{words}{"" if label in words else f" {label}"}{end}'

    def other(found: re.Match[str]) -> str:
        return f"{found[1]}{target(found[2])[0]}{found[3]}"

    return _OTHERS.sub(other, _ANCHOR.sub(anchor, html))
