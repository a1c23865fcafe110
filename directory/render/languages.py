"""The site in each of its languages: which pages there are, and what a page says of its languages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from html import escape
from typing import Any

from directory import urls
from directory.engine import Frame, Page, Place
from directory.i18n import Language, mark
from directory.i18n.offer import Offer, offered_in
from directory.i18n.standing import Standing
from directory.render import views
from directory.render.context import Context
from directory.render.links import moved

_DRAFT = mark("This translation is a draft. No person has checked all of it yet.")
_ORIGINAL = "Read this page in English"
_LABEL = mark("Languages")


@dataclass(frozen=True)
class Edition:
    """The site in one language: its frame, and how a page is finished. `offers` are those of all other languages."""

    context: Context
    frame: Frame
    offers: tuple[Offer, ...]
    source: Language

    @cached_property
    def language(self) -> Language:
        return self.context.locale.language

    @cached_property
    def _offer(self) -> Offer | None:
        return next((offer for offer in self.offers if offer.language == self.language), None)

    def finished(self, page: Page) -> tuple[str, bytes]:
        """The address of a page in this language, and its bytes."""
        address = self.language.folder + page.address
        others = offered_in(page.address, self.offers)
        root = self._root(self.language, page.address)
        place = Place(root, self._links(page.address, others), self._chooser(page.address, others))
        if self._offer:
            page = replace(page, main=self._main(page, self._offer))
        return address, self.frame.fill(page, place)

    def _main(self, page: Page, offer: Offer) -> str:
        before, root = self._root(self.source, page.address), self._root(self.language, page.address)
        main = moved(page.main, before, root, self.language.folder, self._there, self._in_english)
        return main if page.address in offer.reviewed else self._banner(page.address) + main

    @cached_property
    def _there(self) -> frozenset[str]:
        """What links may lead to in this language."""
        return (self._offer.pages if self._offer else frozenset()) | {urls.SEARCH_INDEX}

    @cached_property
    def _in_english(self) -> str:
        label = self.context.templates.macro("in-english", "in_english")
        return str(label(self.context.locale.say("(in English)")))

    def _banner(self, address: str) -> str:
        banner = self.context.templates.macro("draft-banner", "draft_banner")
        original = self._root(self.language, address) + address
        return str(banner(self.context.locale.say(_DRAFT), _DRAFT, original, _ORIGINAL))

    def _links(self, address: str, others: Sequence[Language]) -> str:
        """What a search engine is told: the address of the page, and the same page in other languages, both ways."""
        own = self.language.folder + address
        site_url = self.frame.site_url

        def link(target: str) -> str:
            return escape(urls.absolute(site_url, target) if site_url else urls.root(own) + target)

        found = [f'<link rel="canonical" href="{link(own)}">'] if site_url else []
        if others:
            found += [
                f'<link rel="alternate" hreflang="{of.tag}" href="{link(of.folder + address)}">'
                for of in (self.source, *others)
            ]
            found.append(f'<link rel="alternate" hreflang="x-default" href="{link(address)}">')
        return "".join(f"\n{line}" for line in found)

    def _chooser(self, address: str, others: tuple[Language, ...]) -> str:
        speaking = tuple(offer.language for offer in self.offers if urls.LANGUAGES in offer.pages)
        html = _chooser(self.context, (self.source, *others), tuple(of for of in speaking if of not in others))
        return html.replace(_ADDRESS, address).replace(views.ROOT, self._root(self.language, address))

    def _root(self, language: Language, address: str) -> str:
        """The way to the root of the site, from the page in a language that has this address in English."""
        return urls.root(language.folder + address, self.frame.site_url)


_ADDRESS = "\x01"
"""Stands for the address of a page, in a chooser that is made once for all pages with the same languages."""


@lru_cache(maxsize=256)
def _chooser(context: Context, here: tuple[Language, ...], elsewhere: tuple[Language, ...]) -> str:
    say, own = context.locale.say, context.locale.language

    def links(languages: Collection[Language], address: str) -> list[Mapping[str, Any]]:
        return [
            {
                "name": of.name,
                "tag": of.tag,
                "dir": of.direction,
                "address": f"{views.ROOT}{of.folder}{address}",
                "current": of == own,
            }
            for of in languages
        ]

    chooser = context.templates.macro("language-chooser", "language_chooser")
    other_pages = links(elsewhere, urls.LANGUAGES)
    return str(
        chooser(own.name, links(here, _ADDRESS), other_pages, say(_LABEL), say("This page in"), say("Other pages in"))
    )


def languages(context: Context, offers: Sequence[Offer]) -> Page:
    """In English: every language that there is. In another language: what there is to read in it."""
    if context.locale.is_source:
        return _all(context, offers)
    locale, words = context.locale, context.directory.vocabulary
    offer = next(offer for offer in offers if offer.language == locale.language)

    def there(links: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        return [link for link in links if link[0] in offer.pages]

    groups = [
        (
            locale.say("Start here"),
            there(
                [
                    (urls.HELP_NOW, locale.say("Help now")),
                    (urls.FIND_SUPPORT, locale.say("Find support")),
                    (urls.HOME, locale.say("Support for people who work in health and care")),
                    (urls.SEARCH, locale.say("Search")),
                ]
            ),
        ),
        (
            locale.say("What is putting you off?"),
            there([(urls.barrier(barrier), barrier.label) for barrier in words.barriers.values()]),
        ),
        (locale.say("Services"), there([(urls.record(r), context.named(r)) for r in context.services])),
        (locale.say("Self-help and guides"), there([(urls.record(r), context.named(r)) for r in context.resources])),
        (
            locale.say("About these pages"),
            there([(urls.PRIVACY, locale.say("Privacy")), (urls.ACCESSIBILITY, locale.say("Accessibility"))]),
        ),
    ]
    title = locale.say("What you can read in {language}", language=locale.language.name)
    lead = locale.say(
        "These pages are in {language}. Everything else here is in English.", language=locale.language.name
    )
    view = {
        "root": urls.root(urls.LANGUAGES),
        "title": title,
        "lead": lead,
        "language": locale.language.name,
        "groups": [(name, links) for name, links in groups if links],
        "english": [
            (urls.SERVICES, "All services"),
            (urls.RESOURCES, "All self-help and guides"),
            (urls.AREAS, "Where you work"),
            (urls.INCIDENTS, "Teams and incidents"),
        ],
    }
    return Page(urls.LANGUAGES, title, lead, "", context.templates.page("language", view))


def _all(context: Context, offers: Sequence[Offer]) -> Page:
    rows = [
        {
            "name": offer.language.name,
            "english": offer.language.english,
            "tag": offer.language.tag,
            "dir": offer.language.direction,
            "address": offer.language.folder + urls.LANGUAGES,
            "pages": len(offer.pages),
            "draft": offer.pages != offer.reviewed,
        }
        for offer in offers
        if urls.LANGUAGES in offer.pages
    ]
    view = {"root": urls.root(urls.LANGUAGES), "rows": rows, "translations": urls.TRANSLATIONS}
    description = "The languages that parts of this site are in, by their own names."
    return Page(urls.LANGUAGES, "Languages", description, "", context.templates.page("languages", view))


def translations(context: Context, standings: Sequence[Standing], offers: Sequence[Offer]) -> Page:
    """How far each language is, for those who look after the site, and for readers who want to know."""
    speaking = {offer.language for offer in offers if urls.LANGUAGES in offer.pages}
    view = {
        "root": urls.root(urls.TRANSLATIONS),
        "rows": [
            {
                "name": of.language.name,
                "english": of.language.english,
                "tag": of.language.tag,
                "dir": of.language.direction,
                "address": of.language.folder + urls.LANGUAGES if of.language in speaking else "",
                "translated": of.translated,
                "stale": len(of.stale),
                "missing": len(of.missing),
                "unreviewed": of.unreviewed,
                "pages": of.pages,
            }
            for of in standings
        ],
        "messages": standings[0].messages if standings else 0,
        "pages": standings[0].pages_in_all if standings else 0,
    }
    description = "How much of this site is in each language, and how much of that a person has checked."
    page = context.templates.page("translations", view)
    return Page(urls.TRANSLATIONS, "Translations", description, "", page)
