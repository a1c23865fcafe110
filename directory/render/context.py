"""What every page is made from: the directory, its templates, and what follows from it once for all pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from directory import matching, urls
from directory.model import Area, CrisisLine, Directory, Id, Record, Resource, Service
from directory.places import Places
from directory.render import views
from directory.render.environment import Templates, as_html, prose

MOST_ALTERNATIVES = 5
_REASONS = "\x02"
"""Stands for the reasons in a row that is made once."""
Found = Service | Resource


class Context:
    """A directory on its way to being pages. Everything in it is worked out at most once.

    `source` is the same in English, where this is in another language, and `translated` are the records that it has.
    """

    def __init__(
        self,
        directory: Directory,
        templates: Templates,
        site_url: str | None,
        source: Context | None = None,
        translated: frozenset[Id] = frozenset(),
    ) -> None:
        self.directory = directory
        self.source = source
        self.translated = translated
        self.locale = templates.locale
        self.templates = templates
        self.site_url = site_url
        self.places = Places(directory.vocabulary.areas)
        self._rows: dict[Id, str] = {}
        self._rows_with_reasons: dict[Id, str] = {}
        self._links: dict[Id, views.Link] = {}
        self._row = templates.macro("record-row", "row")

    def row(self, record: Record) -> str:
        """The record in a list, as HTML with views.ROOT for the way to the root. Most stand in several lists."""
        if record.id not in self._rows:
            self._rows[record.id] = str(self._row(self._shown(record)))
        return self._rows[record.id]

    def _shown(self, record: Record) -> views.Row:
        row = views.row(self.locale, self.directory, self.places, self.brief(record))
        return replace(row, name=self.named(record), summary=self.summary(record))

    def brief(self, record: Record) -> Record:
        """The record without what a list would say of it in English: the time that a guide takes, in words."""
        return replace(record, time=None) if isinstance(record, Resource) and record.id in self.english_only else record

    def address(self, record: Record) -> str:
        """Where the record's page is for readers of this language."""
        folder = self.locale.language.folder if record.id in self.translated else ""
        return folder + urls.record(record)

    @cached_property
    def english_only(self) -> frozenset[Id]:
        """The records that this language does not have; none in English."""
        return frozenset(self.directory.by_id) - self.translated if self.source else frozenset()

    def named(self, record: Record) -> str:
        """A record's name, which is the same in every language."""
        return self.as_published(record.name)

    def summary(self, record: Record) -> str:
        return self.as_published(record.summary) if record.id in self.english_only else record.summary

    @cached_property
    def crisis_in_english(self) -> Mapping[Id, CrisisLine]:
        """The crisis lines in English, to stand beside the same in another language; nothing on English pages."""
        return {line.id: line for line in self.source.directory.crisis.lines} if self.source else {}

    def as_published(self, text: str) -> str:
        """A text in English on a page in any language: a name, a quotation, what is not translated."""
        if not self.source or not text:
            return text
        return Markup(f'<bdi lang="en" dir="ltr">{as_html(text)}</bdi>')

    def link(self, id: Id) -> views.Link:
        """A record where another points to it. A few general routes stand on nearly every page."""
        if id not in self._links:
            record = self.directory.by_id[id]
            link = views.link(self.locale, self.directory, self.brief(record))
            self._links[id] = replace(link, name=self.named(record))
        return self._links[id]

    def row_with_reasons(self, match: matching.Match) -> str:
        """The record with why it matches, each reason a fact of the record. Most stand on several pages."""
        record = match.record
        if record.id not in self._rows_with_reasons:
            self._rows_with_reasons[record.id] = str(self._row(self._shown(record), [_REASONS]))
        reasons = (as_html(self.table.facts[reason.fact].words) for reason in match.reasons)
        return self._rows_with_reasons[record.id].replace(_REASONS, "</li><li>".join(reasons))

    def prose_as_published(self, text: str) -> Markup:
        """The same of a text with paragraphs."""
        html = prose(text) if text else Markup("")
        return Markup('<div lang="en" dir="ltr">{}</div>').format(html) if self.source and text else html

    @cached_property
    def table(self) -> matching.Table:
        """The table that the wizard evaluates. The pages of barriers rank by it too."""
        return matching.compile_table(self.directory, self.locale)

    @cached_property
    def answers(self) -> Mapping[Id, tuple[matching.Match, ...]]:
        """For each barrier what answers it, as the wizard ranks for that barrier alone. Alike in all languages."""
        if self.source:
            by_id = self.directory.by_id
            return {
                id: tuple(replace(match, record=by_id[match.record.id]) for match in matches)
                for id, matches in self.source.answers.items()
            }
        return {id: matching.answering(self.table, id) for id in self.directory.vocabulary.barriers}

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """Staff's services in the order of lists: open first, then unconfirmed, then gone; by name within."""
        shown = [service for service in self.directory.services if service.for_staff]
        return tuple(sorted(shown, key=in_order))

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        return tuple(sorted((r for r in self.directory.resources if r.for_staff), key=in_order))

    @cached_property
    def by_place(self) -> Mapping[Id, tuple[Service, ...]]:
        """The services filed under each place itself, not under what lies in it."""
        found: dict[Id, list[Service]] = {}
        for service in self.services:
            for place in service.area.places:
                found.setdefault(place, []).append(service)
        return {place: tuple(services) for place, services in found.items()}

    @cached_property
    def boards(self) -> tuple[Area, ...]:
        """England's boards of today: those that began and have not ended."""
        areas = self.directory.vocabulary.areas.values()
        return tuple(a for a in areas if a.kind == "board" and a.since and not a.until)

    @cached_property
    def covering(self) -> Counter[Id]:
        """How many services there are for each place and all that lies in it."""
        return Counter(place for service in self.services for place in self.places.covers(service.area.places))

    def serving(self, place: Id) -> tuple[Service, ...]:
        """The services of a place and of the boards that share its ground, each once, in the order of lists."""
        found = {s.id: s for id in self.places.same_ground(place) for s in self.by_place.get(id, ())}
        return tuple(sorted(found.values(), key=in_order))

    @cached_property
    def by_topic(self) -> Mapping[Id, tuple[Resource, ...]]:
        found: dict[Id, list[Resource]] = {}
        for resource in self.resources:
            for topic in resource.topics:
                found.setdefault(topic, []).append(resource)
        return {topic: tuple(resources) for topic, resources in found.items()}

    @cached_property
    def _open_by_place(self) -> Mapping[Id, tuple[Id, ...]]:
        """The first open services for staff of each place, for "if it isn't right"."""

        def fits(service: Service) -> bool:
            for_all = service.area.rule != "employed-by" and service.who_for.audience == "staff"
            return service.live and service.contact is not None and for_all

        return {
            place: tuple(service.id for service in services if fits(service))[:MOST_ALTERNATIVES]
            for place, services in self.by_place.items()
        }

    def alternatives(self, record: Service | Resource) -> tuple[Id, ...]:
        """Other records worth trying: those that the record names, then what is near it, then the general routes.

        Open ones stand first; at most MOST_ALTERNATIVES, of which the general routes keep their places.
        """
        named = [*record.successors, *sorted(record.see_also, key=lambda id: self.directory.by_id[id].gone)]
        if isinstance(record, Service):
            general = self._general(record)
            around = self.places.around(record.area.places[0])
            near = [id for place in around for id in self._open_by_place.get(place, ()) if self._may_use(id, record)]
        else:
            general = []
            near = [
                r.id
                for topic in record.topics[:2]
                for r in self.by_topic.get(topic, ())[:MOST_ALTERNATIVES]
                if not r.gone
            ]
        first = [id for id in dict.fromkeys((*named, *near)) if id != record.id and id not in general]
        room = MOST_ALTERNATIVES - len(general)
        return (*first[: max(room, len(named))], *general)

    def _may_use(self, id: Id, instead_of: Service) -> bool:
        """Whether the people of one service may use another: it serves all jobs, or one of theirs."""
        roles = self.directory.by_id[id].who_for.roles
        return not roles or bool(set(roles) & set(instead_of.who_for.roles))

    def _general(self, record: Service) -> list[Id]:
        """The general routes that are open to where the record is."""
        grounds = self.places.covers(record.area.places)
        routes = self.directory.vocabulary.lists["general-routes"].entries
        services = [s for id in routes if isinstance(s := self.directory.by_id[id], Service)]
        return [s.id for s in services if grounds & set(s.area.places) and s.id != record.id][:3]


def in_order(record: Record) -> tuple[int, str]:
    """Open first, then what could not be confirmed, then what has closed; by name within."""
    return record.standing, record.name.casefold()
