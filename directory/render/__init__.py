"""The directory to pages: what stands on each, and its HTML. Makes bytes; writes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from pathlib import Path

from directory import urls
from directory.assets import Assets
from directory.engine import Frame, Page
from directory.i18n import Locale, mark
from directory.i18n.offer import Offer
from directory.i18n.standing import Standing
from directory.model import Directory, Id
from directory.render import (
    front_pages,
    gallery,
    guide_pages,
    languages,
    lists,
    place_pages,
    records,
    wizard_pages,
    wizard_picture,
)
from directory.render.context import Context
from directory.render.environment import Templates
from directory.render.languages import Edition

Task = tuple[str, Callable[[], Page]]
"""The address of a page in English, and what makes it."""


@dataclass(frozen=True)
class Chapter:
    """All pages of one language, not yet made."""

    edition: Edition
    tasks: tuple[Task, ...]

    def made(self) -> Iterator[tuple[str, bytes]]:
        """(address, finished page) of each task."""
        for address, make in self.tasks:
            try:
                yield self.edition.finished(make())
            except Exception as error:
                error.add_note(f"The page in hand was {self.edition.language.folder}{address}.")
                raise


@dataclass(frozen=True)
class Book:
    """Every page of the site, not yet made: a chapter for each language, that of English first."""

    chapters: tuple[Chapter, ...]
    redirects: tuple[tuple[str, bytes], ...]

    @property
    def pages(self) -> int:
        return sum(len(chapter.tasks) for chapter in self.chapters) + len(self.redirects)

    def shares(self, count: int) -> list[list[Chapter]]:
        """The chapters in `count` shares of about the same work. That of English is divided; others are whole, because
        what follows from a language is then worked out once."""
        english, *others = self.chapters
        return [[replace(english, tasks=english.tasks[i::count]), *others[i::count]] for i in range(count)]


@dataclass(frozen=True)
class Speech:
    """What a site is made of in one language: the directory with its texts in it, and the assets its pages name."""

    directory: Directory
    locale: Locale
    assets: Assets


def book(
    source: Speech,
    others: Sequence[Speech],
    offers: Sequence[Offer],
    frame: Frame,
    repository: Path,
    standings: Sequence[Standing],
) -> Book:
    """All pages of a directory, in all languages. The templates are read here, so that workers have them ready."""
    english = _edition(source, None, offers, frame, repository)
    context = english.context
    tasks = (
        *_english_only(context, standings, offers),
        *_in_languages(context, frame, offers, source.directory.by_id),
    )
    chapters = [Chapter(english, tasks)]
    for speech, offer in zip(others, offers, strict=True):
        edition = _edition(speech, context, offers, frame, repository)
        found = _in_languages(edition.context, frame, offers, edition.context.translated)
        chapters.append(Chapter(edition, tuple(task for task in found if task[0] in offer.pages)))
    return Book(tuple(chapters), tuple(front_pages.redirects(context)))


def needs(source: Speech, numbers: Speech, records: Collection[Id], frame: Frame, repository: Path) -> Iterator[Said]:
    """Each page that may be offered in other languages, by its address, as the language of `numbers` says it."""
    english = _edition(source, None, (), frame, repository).context
    pages = frozenset(address for address, _ in _in_languages(english, frame, (), records))
    everything = Offer(numbers.locale.language, pages, frozenset())
    edition = _edition(numbers, english, [everything], frame, repository)
    for address, make in _in_languages(edition.context, frame, [everything], records):
        page = make()
        yield address, edition.finished(page)[1].decode(), page.scripted


def _edition(
    speech: Speech, source: Context | None, offers: Sequence[Offer], frame: Frame, repository: Path
) -> Edition:
    locale, templates = speech.locale, Templates(repository, speech.assets, speech.locale)
    offer = next((offer for offer in offers if offer.language == locale.language), None)
    translated = {r.id for r in speech.directory.records if urls.record(r) in offer.pages} if offer else set()
    context = Context(speech.directory, templates, frame.site_url, source, frozenset(translated))
    bar = templates.macro("crisis-bar", "crisis_bar")
    english = _IN_A_CRISIS if source else ""
    crisis = str(bar("[root]", _bar_lines(speech.directory, locale), urls.LEAVE, english))
    spoken = replace(frame, assets=speech.assets).spoken(locale, crisis, _more(locale))
    return Edition(context, _within(spoken, offer), tuple(offers), (source or context).locale.language)


def _in_languages(context: Context, frame: Frame, offers: Sequence[Offer], records_: Collection[Id]) -> Iterator[Task]:
    """The pages that there may be in every language. Of records only those with the ids `records_`."""
    words, language = context.directory.vocabulary, context.locale.language
    yield urls.HOME, partial(front_pages.home, context)
    yield urls.HELP_NOW, partial(front_pages.help_now, context)
    yield urls.FIND_SUPPORT, partial(wizard_pages.find_support, context)
    yield urls.SEARCH, partial(front_pages.search, context)
    yield urls.BARRIERS, partial(guide_pages.barriers, context)
    for barrier in words.barriers.values():
        yield urls.barrier(barrier), partial(guide_pages.barrier, context, barrier)
    yield urls.LANGUAGES, partial(languages.languages, context, offers)
    for prose in frame.prose:
        if prose.language == language.folder.rstrip("/"):
            yield prose.address, partial(front_pages.prose_page, context, prose)
    for service in context.directory.services:
        if service.id in records_:
            yield urls.record(service), partial(records.service, context, service)
    for resource in context.directory.resources:
        if resource.id in records_:
            yield urls.record(resource), partial(records.resource, context, resource)


def _english_only(context: Context, standings: Sequence[Standing], offers: Sequence[Offer]) -> Iterator[Task]:
    words = context.directory.vocabulary
    yield urls.DATA, partial(front_pages.data, context)
    yield urls.WIZARD, partial(wizard_picture.how_it_works, context)
    yield urls.COMPONENTS, partial(gallery.components, context)
    yield urls.TRANSLATIONS, partial(languages.translations, context, standings, offers)
    yield urls.AREAS, partial(place_pages.areas, context)
    yield urls.HUBS, partial(place_pages.hubs, context)
    yield urls.TOPICS, partial(guide_pages.topics, context)
    yield urls.INCIDENTS, partial(guide_pages.incidents, context)
    yield urls.STAFF_CHAT, partial(guide_pages.staff_chat, context)
    yield urls.LADDER, partial(guide_pages.ladder, context)
    yield urls.CASE_STUDIES, partial(guide_pages.case_studies, context)
    yield urls.USEFUL_LINKS, partial(guide_pages.useful_links, context)
    for area in words.areas.values():
        yield urls.area(area), partial(place_pages.area, context, area)
    for topic in words.terms["topics"].values():
        yield urls.topic(topic.id), partial(guide_pages.topic, context, topic)
    yield from lists.pages(context, lists.services(context))
    yield from lists.pages(context, lists.resources(context))


_IN_A_CRISIS = "Help now: 999, 111…"
"""What the bar of every page says in English too."""

Said = tuple[str, str, bool]
"""(address, HTML, whether it has scripts)"""

_ENTRY = re.compile(r'<li><a href="\[root\]([^"]*)".*?</a></li>')
_LINK = re.compile(r'(<a\b[^>]*?\shref="\[root\])([^"]*)')


def _more(locale: Locale) -> str:
    """The way to all that there is in a language, in the navigation of its pages."""
    if locale.is_source:
        return ""
    words = escape(locale.say("All pages in {language}", language=locale.language.name))
    return f'<li><a href="[root]{urls.LANGUAGES}">{words}</a></li>'


def _within(frame: Frame, offer: Offer | None) -> Frame:
    """The frame with the entries of its navigation that there are in a language; of English, all."""
    if offer is None:
        return frame
    html = _ENTRY.sub(lambda entry: entry[0] if entry[1] in offer.pages else "", frame.html)
    folder = offer.language.folder

    def link(found: re.Match[str]) -> str:
        before, address = found.groups()
        return f"{before}{folder}{address}" if address in offer.pages else f'{before}{address}" hreflang="en'

    return replace(frame, html=_LINK.sub(link, html))


_TO_CALL = {
    "emergency": mark("Danger to life: {number}"),
    "urgent": mark("{number}, mental health option"),
    "listening": mark("{name} {number}"),
}


def _bar_lines(directory: Directory, locale: Locale) -> list[dict[str, str]]:
    """The lines to call, in few words: Danger to life: 999 · 111, mental health option · Samaritans 116 123."""
    found = []
    for line in directory.crisis.lines:
        if line.action == "call":
            before, _, after = locale.text(_TO_CALL[line.kind]).replace("{name}", line.name).partition("{number}")
            found.append({"before": before, "number": line.number, "uri": line.uri, "after": after})
    return found
