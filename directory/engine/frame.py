"""The frame of every page, with slots, and how a page is put into it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape, unescape

from directory.assets import Assets
from directory.i18n import Locale


@dataclass(frozen=True)
class Prose:
    """A page of words from pages/: its address in English, and the HTML of its main part.

    In the HTML [root] stands for the way to the root of the site. `language` is the id of its language, "" for English.
    """

    address: str
    language: str
    title: str
    description: str
    html: str


@dataclass(frozen=True)
class Page:
    """What a page puts into the frame. `section` is the entry of the navigation that it belongs to, or "".

    The address is that of the page in English. A `sealed` page may not ask for anything nor send anything once it is
    loaded.
    """

    address: str
    title: str
    description: str
    section: str
    main: str
    scripted: bool = True
    sealed: bool = False


@dataclass(frozen=True)
class Place:
    """Where a page stands: its way to the site's root, the links of its head, and the chooser of languages as HTML."""

    root: str
    links: str = ""
    languages: str = ""


@dataclass(frozen=True)
class Frame:
    """`html` is the frame with its slots, and the words to say in it as [say WORDS]."""

    html: str
    prose: tuple[Prose, ...]
    assets: Assets
    site_url: str | None

    def spoken(self, locale: Locale, crisis: str, more: str) -> Frame:
        """The frame in a language. `crisis` is the bar of every page; `more` are further entries of the navigation."""
        html = _SAY.sub(lambda slot: escape(locale.say(unescape(slot[1])), quote=True), self.html)
        words = {"lang": locale.language.tag, "dir": locale.language.direction, "folder": locale.language.folder}
        for slot, text in {**words, "crisis": crisis, "more": more}.items():
            html = html.replace(f"[{slot}]", text)
        return replace(self, html=html)

    def fill(self, page: Page, place: Place) -> bytes:
        """The finished page."""
        head, before, after = _pieces(self, place.root, page.section, page.scripted, page.sealed)
        return "".join(
            (
                head[0],
                escape(page.title),
                head[1],
                escape(page.description),
                head[2],
                place.links,
                before[0],
                place.languages,
                before[1],
                page.main,
                after,
            )
        ).encode()


_SAY = re.compile(r"\[say ([^\]]+)\]")
_SCRIPTED = re.compile(r"\[scripted\](.*?)\[/scripted\]", re.DOTALL)
_CURRENT = re.compile(r"\[current ([a-z-]+)\]")


@lru_cache(maxsize=2_048)
def _pieces(
    frame: Frame, root: str, section: str, scripted: bool, sealed: bool
) -> tuple[tuple[str, str, str], tuple[str, str], str]:
    """The frame cut at its slots, for the pages of one depth and section."""
    reach = "'none'" if sealed else "'self'"
    html = _SCRIPTED.sub(lambda part: part[1] if scripted else "", frame.html)
    html = html.replace("[reach]", reach).replace("[scripts]", frame.assets.scripts).replace("[root]", root)
    html = _CURRENT.sub(lambda slot: ' aria-current="true"' if slot[1] == section else "", html)
    title, rest = html.split("[title]")
    description, rest = rest.split("[description]")
    links, rest = rest.split("[links]")
    languages, rest = rest.split("[languages]")
    main, after = rest.split("[main]")
    return (title, description, links), (languages, main), after
