"""Where the links of a page in another language lead: to pages in that language, else to the English ones, and so said.

Pages are made as if they lay where the English ones lie. What they name is then found from where they do lie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from posixpath import dirname, join, normpath

from directory import urls

_ANCHOR = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)("[^>]*>)(.*?)(</a>)', re.DOTALL)
_OTHERS = re.compile(r'(<(?:form|link|nav)\b[^>]*?\s(?:action|href|data-filters)=")([^"]*)(")')
_INDEX = re.compile(r'(\sdata-(?:index|lunr)=")([^"]*)(")')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|$")


def moved(html: str, address: str, folder: str, offered: Collection[str], label: str) -> str:
    """The main part of the page at `address`, for the same page in `folder` ("pl/").

    `offered` are the addresses in English of what there is in the language; `label` is HTML that stands in a link to
    what there is only in English.
    """
    target = _targets(address, folder, frozenset(offered))
    english = _targets(address, folder, frozenset())

    def anchor(found: re.Match[str]) -> str:
        before, link, rest, words, end = found.groups()
        if _ELSEWHERE.match(link):
            return found[0]
        if 'hreflang="en"' in before + rest:  # the page itself says so
            return f"{before}{english(link)[0]}{rest}{words}{end}"
        leads, translated = target(link)
        if translated:
            return f"{before}{leads}{rest}{words}{end}"
        return f'{before}{leads}" hreflang="en{rest}{words}{"" if label in words else f" {label}"}{end}'

    def other(found: re.Match[str]) -> str:
        return f"{found[1]}{target(found[2])[0]}{found[3]}"

    return _INDEX.sub(other, _OTHERS.sub(other, _ANCHOR.sub(anchor, html)))


def _targets(address: str, folder: str, offered: frozenset[str]) -> Callable[[str], tuple[str, bool]]:
    return lambda link: _target(link, dirname(address), folder, urls.root(folder + address), offered)


@lru_cache(maxsize=20_000)
def _target(link: str, where: str, folder: str, root: str, offered: frozenset[str]) -> tuple[str, bool]:
    """(the link as the translated page writes it, whether it leads to a page in its language)"""
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    found = normpath(join(where, path))
    translated = found in offered
    return f"{root}{folder if translated else ''}{found}{mark}{rest}", translated
