"""The directory to pages: what stands on each, and its HTML. Makes bytes; writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from directory import urls
from directory.assets import Assets
from directory.engine import Frame, Page
from directory.i18n import Locale, mark
from directory.model import Directory
from directory.render import (
    front_pages,
    gallery,
    guide_pages,
    lists,
    place_pages,
    records,
    wizard_pages,
    wizard_picture,
)
from directory.render.context import Context
from directory.render.environment import Templates

Task = tuple[str, Callable[[], Page]]
"""The address of a page, and what makes it."""


@dataclass(frozen=True)
class Book:
    """Every page of the site, not yet made."""

    frame: Frame
    tasks: tuple[Task, ...]
    redirects: tuple[tuple[str, bytes], ...]

    @property
    def pages(self) -> int:
        return len(self.tasks) + len(self.redirects)

    def shares(self, count: int) -> list[Sequence[Task]]:
        """The tasks in `count` shares of about the same work."""
        return [self.tasks[i::count] for i in range(count)]

    def made(self, tasks: Iterable[Task]) -> Iterator[tuple[str, bytes]]:
        """(address, finished page) of each task."""
        for address, make in tasks:
            try:
                yield address, self.frame.fill(make())
            except Exception as error:
                error.add_note(f"The page in hand was {address}.")
                raise


def book(directory: Directory, frame: Frame, assets: Assets, repository: Path) -> Book:
    """All pages of a directory. The templates are read here, so that workers have them ready."""
    templates = Templates(repository, assets)
    context = Context(directory, templates, frame.site_url)
    bar = templates.macro("crisis-bar", "crisis_bar")
    framed = replace(frame, crisis=str(bar("[root]", _bar_lines(directory, context.locale), urls.LEAVE)))
    return Book(framed, tuple(_tasks(context, frame)), tuple(front_pages.redirects(context)))


def _tasks(context: Context, frame: Frame) -> Iterator[Task]:
    words = context.directory.vocabulary
    yield urls.HOME, partial(front_pages.home, context)
    yield urls.HELP_NOW, partial(front_pages.help_now, context)
    yield urls.FIND_SUPPORT, partial(wizard_pages.find_support, context)
    yield urls.SEARCH, partial(front_pages.search, context)
    yield urls.DATA, partial(front_pages.data, context)
    yield urls.WIZARD, partial(wizard_picture.how_it_works, context)
    yield urls.COMPONENTS, partial(gallery.components, context)
    yield urls.AREAS, partial(place_pages.areas, context)
    yield urls.HUBS, partial(place_pages.hubs, context)
    yield urls.BARRIERS, partial(guide_pages.barriers, context)
    yield urls.TOPICS, partial(guide_pages.topics, context)
    yield urls.INCIDENTS, partial(guide_pages.incidents, context)
    yield urls.STAFF_CHAT, partial(guide_pages.staff_chat, context)
    yield urls.LADDER, partial(guide_pages.ladder, context)
    yield urls.CASE_STUDIES, partial(guide_pages.case_studies, context)
    yield urls.USEFUL_LINKS, partial(guide_pages.useful_links, context)
    for prose in frame.prose:
        yield prose.address, partial(front_pages.prose_page, context, prose)
    for area in words.areas.values():
        yield urls.area(area), partial(place_pages.area, context, area)
    for barrier in words.barriers.values():
        yield urls.barrier(barrier), partial(guide_pages.barrier, context, barrier)
    for topic in words.terms["topics"].values():
        yield urls.topic(topic.id), partial(guide_pages.topic, context, topic)
    yield from lists.pages(context, lists.services(context))
    yield from lists.pages(context, lists.resources(context))
    for service in context.directory.services:
        yield urls.record(service), partial(records.service, context, service)
    for resource in context.directory.resources:
        yield urls.record(resource), partial(records.resource, context, resource)


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
