"""The frame of every page, with slots, and how a page is put into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from directory import urls
from directory.assets import Assets


@dataclass(frozen=True)
class Prose:
    """A page of words from pages/: its address, and the HTML of its main part."""

    address: str
    title: str
    description: str
    html: str


@dataclass(frozen=True)
class Page:
    """What a page puts into the frame. `section` is the entry of the navigation that it belongs to, or "".

    A `sealed` page may not ask for anything nor send anything once it is loaded.
    """

    address: str
    title: str
    description: str
    section: str
    main: str
    scripted: bool = True
    sealed: bool = False


@dataclass(frozen=True)
class Frame:
    """`html` is the frame with its slots; `crisis` the bar of every page, in which [root] is a slot too."""

    html: str
    prose: tuple[Prose, ...]
    assets: Assets
    site_url: str | None
    crisis: str = ""

    def fill(self, page: Page) -> bytes:
        """The finished page."""
        head, before, after = _pieces(self, urls.root(page.address), page.section, page.scripted, page.sealed)
        return "".join(
            (
                head[0],
                escape(page.title),
                head[1],
                escape(page.description),
                head[2],
                self._canonical(page.address),
                before,
                page.main,
                after,
            )
        ).encode()

    def _canonical(self, address: str) -> str:
        if not self.site_url:
            return ""
        return f'\n<link rel="canonical" href="{escape(urls.absolute(self.site_url, address))}">'


_CURRENT = re.compile(r"\[current ([a-z-]+)\]")


@lru_cache(maxsize=512)
def _pieces(
    frame: Frame, root: str, section: str, scripted: bool, sealed: bool
) -> tuple[tuple[str, str, str], str, str]:
    """The frame cut at its slots, for the pages of one depth and section."""
    script = f'\n<script type="module" src="{root}{frame.assets.script}"></script>' if scripted else ""
    reach = "'none'" if sealed else "'self'"
    html = (
        frame.html.replace("[reach]", reach)
        .replace("[crisis]", frame.crisis)
        .replace("[script]", script)
        .replace("[root]", root)
    )
    html = html.replace("[lang]", "en").replace("[dir]", "ltr").replace("[folder]", "").replace("[languages]", "")
    html = _CURRENT.sub(lambda slot: ' aria-current="true"' if slot[1] == section else "", html)
    title, rest = html.split("[title]")
    description, rest = rest.split("[description]")
    canonical, rest = rest.split("[canonical]")
    before, after = rest.split("[main]")
    return (title, description, canonical), before, after
