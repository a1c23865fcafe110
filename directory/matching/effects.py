"""Questions × records, compiled into the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from directory import labels, opening
from directory.i18n import ENGLISH, Locale
from directory.matching import facts
from directory.matching.facts import Found, Key
from directory.matching.table import Choice, Effect, Entry, Fact, Table
from directory.model import Area, Directory, Id, Lift, Option, PlaceOptions, Question, Service
from directory.places import Places

_WORK_THERE = frozenset({"work", "live-or-work"})
_MAY_LIVE_THERE = frozenset({"live", "live-or-work"})
"""Rules that a place of work can't rule out: nobody asked where the person lives."""


def compile_table(directory: Directory, locale: Locale = ENGLISH) -> Table:
    """The table of a directory. Children's services and the lines of the crisis block are not in it."""
    return _Compiler(directory, locale).table()


def is_option_place(area: Area) -> bool:
    """Whether a board is one of today's: it began and has not ended."""
    return area.kind == "board" and area.since is not None and area.until is None


class _Compiler:
    """Gathers the facts of one directory while its choices are made; thrown away with the finished table."""

    def __init__(self, directory: Directory, locale: Locale) -> None:
        self.locale = locale
        self.words = directory.vocabulary
        self.wizard = directory.wizard
        self.places = Places(directory.vocabulary.areas)
        self.overdue = directory.overdue
        self.records = _in_order(directory)
        self.having: dict[Key, list[int]] = {}
        for i, record in enumerate(self.records):
            for key in facts.of(record):
                self.having.setdefault(key, []).append(i)
        self.bits = {group.id: 1 << i for i, group in enumerate(self.wizard.behind)}
        self.nationwide = {id for group in self.wizard.behind for id in group.nationwide}
        self.duties = {role for group in self.wizard.behind for role in group.roles_only}
        self.professions = {role for question in self.wizard.questions for o in question.options for role in o.roles}
        self.facts: dict[tuple[Key, str], int] = {}

    def table(self) -> Table:
        gone = [(key, self.wizard.reasons[key[1]]) for key in ((facts.GONE, "closed"), (facts.GONE, "archived"))]
        start = Effect(
            out=tuple(self._fact(key, words) for key, words in gone if key in self.having),
            lifts=self._lifts(self.wizard.start),
            now=_points_for_now(self.wizard.start),
        )
        choices = tuple(c for i, question in enumerate(self.wizard.questions) for c in self._choices(i, question))
        hours = (facts.OPEN_NOW, "")
        open_now = self._fact(hours, self.wizard.reasons["open_now"]) if hours in self.having else None
        at = {record.id: i for i, record in enumerate(self.records)}
        made = tuple(Fact(key, words, tuple(self.having[key])) for key, words in self.facts)
        alone = self.having.get(("features", "self-help"), ())
        return Table(
            self.wizard.questions,
            tuple(map(self._entry, self.records)),
            made,
            choices,
            start,
            tuple(group.why for group in self.wizard.behind),
            open_now,
            tuple(at[id] for id in self.wizard.everyone if id in at),
            frozenset(i for i in alone if not isinstance(self.records[i], Service)),
            self.wizard.most,
            self._covers(made),
        )

    def _fact(self, key: Key, words: str) -> int:
        """The index of a fact that some record has."""
        return self.facts.setdefault((key, words), len(self.facts))

    def _entry(self, record: Found) -> Entry:
        reachable = isinstance(record, Service) and record.live and record.contact is not None
        return Entry(
            record,
            self._sinks(record),
            self._behind(record),
            opening.main_week(record) if reachable and isinstance(record, Service) else None,
            opening.calendar_of(record, self.places) if isinstance(record, Service) else "",
        )

    def _sinks(self, record: Found) -> bool:
        return record.status in ("unconfirmed", "paused") or self.overdue(record)

    def _behind(self, record: Found) -> int:
        bits = sum(self.bits[group.id] for group in self.wizard.behind if facts.is_in(group, record))
        if isinstance(record, Service) and not self.nationwide & set(record.area.places):
            bits |= self.bits["place"]
        return bits | self.bits["work"] if set(record.who_for.roles) - self.duties else bits

    def _choices(self, index: int, question: Question) -> Iterator[Choice]:
        for option in question.options:
            barrier = self.words.barriers[option.barrier] if option.barrier else None
            label = option.label or (barrier.label if barrier else "")
            help = option.help or (barrier.description if barrier else "")
            yield Choice(index, option.id, label, help, option.said, self._effect(option), barrier=option.barrier)
        if question.where:
            yield from self._where(index, question.where)

    def _where(self, index: int, where: PlaceOptions) -> Iterator[Choice]:
        for place in where.places:
            inside = [id for id in self.places.inside(place) if is_option_place(self.words.areas[id])]
            for id in (place, *inside):
                name = labels.place_name(self.words.areas[id])
                said = where.said.replace("{place}", name)
                yield Choice(index, id, name, "", said, self._of_place(id), place if id != place else None)

    def _effect(self, option: Option) -> Effect:
        work = self._of_work(option) if option.roles else Effect()
        return Effect(
            out=work.out,
            holds=work.holds,
            serves=work.serves,
            brings=sum(self.bits[id] for id in option.brings),
            lifts=(*self._lifts(option.lifts), *self._of_barrier(option), *work.lifts),
            now=_points_for_now(option.lifts),
            everything=option.everything,
        )

    def _lifts(self, lifts: Iterable[Lift]) -> tuple[tuple[int, int], ...]:
        return tuple(
            (self._fact((lift.kind, id), self._words(lift.kind, id)), lift.points)
            for lift in lifts
            for id in lift.ids
            if lift.kind != facts.OPEN_NOW and (lift.kind, id) in self.having
        )

    def _of_barrier(self, option: Option) -> Iterator[tuple[int, int]]:
        if not option.barrier:
            return
        barrier, points = self.words.barriers[option.barrier], self.wizard.points
        key = facts.OWN, barrier.id
        if key in self.having:
            yield self._fact(key, self.wizard.reasons["barrier"]), points.own
        yield from self._lifts(
            [Lift("features", barrier.strong, points.strong), Lift("features", barrier.likely, points.likely)]
        )

    def _of_work(self, option: Option) -> Effect:
        """What a job does: rules out what is only for other jobs; lifts what is made for this one.

        A role that no option names, such as manager or overseas-trained, may be anyone's: it rules nothing out.
        """
        own, bit = set(option.roles), self.bits["work"]
        out: list[int] = []
        serves: list[tuple[int, int]] = []
        lifts: list[tuple[int, int]] = []
        for key, roles, names in self._jobs:
            if own & set(roles):
                fact = self._fact(key, self.wizard.reasons["roles"].replace("{labels}", names))
                serves.append((fact, bit))
                lifts.append((fact, self.wizard.points.work))
            elif set(roles) <= self.professions:
                out.append(self._fact(key, self.wizard.reasons["other_work"].replace("{labels}", names)))
        holds = [
            (self._fact(key, ""), bit)
            for key, settings in self._keys(facts.SETTINGS)
            if option.settings and not set(settings) & set(option.settings)
        ]
        return Effect(tuple(out), tuple(holds), tuple(serves), lifts=tuple(lifts))

    def _of_place(self, place: Id) -> Effect:
        """What a place of work does: rules out what is only for people who work elsewhere; lifts what is made for it.

        Who may use a service where they live is not known, so that it stands further down at most.
        """
        bit = self.bits["place"]
        out: list[int] = []
        holds: list[tuple[int, int]] = []
        serves: list[tuple[int, int]] = []
        lifts: list[tuple[int, int]] = []
        for key, (rule, *places), names in self._areas:
            if self._meets(place, places):
                serves.append((self._fact(key, ""), bit))
                if rule in _WORK_THERE and not self.nationwide & set(places):
                    words = self.wizard.reasons[rule].replace("{places}", names)
                    lifts.append((self._fact(key, words), self.wizard.points.place))
            elif rule in _MAY_LIVE_THERE:
                holds.append((self._fact(key, ""), bit))
            elif rule != "anywhere":
                out.append(self._fact(key, self.wizard.reasons["other_place"].replace("{places}", names)))
        return Effect(tuple(out), tuple(holds), tuple(serves), lifts=tuple(lifts))

    def _meets(self, place: Id, places: Sequence[Id]) -> bool:
        """Whether any of the places shares ground with this one: lies in it, holds it, or came before or after it."""
        return any(
            id in self.places.around(ground) or ground in self.places.around(id)
            for ground in self.places.same_ground(place)
            for id in places
        )

    @cached_property
    def _jobs(self) -> list[tuple[Key, list[Id], str]]:
        """The facts about jobs, each with its roles and the words for them."""
        lowered = {role: labels.lowered(self.words.label("roles", role)) for role in self.words.terms["roles"]}
        return [(key, ids, self.locale.joined([lowered[id] for id in ids])) for key, ids in self._keys(facts.ROLES)]

    @cached_property
    def _areas(self) -> list[tuple[Key, list[Id], str]]:
        """The facts about places, each with its rule and its places, and the words for these."""
        names = {id: labels.place_name(area) for id, area in self.words.areas.items()}
        return [(key, ids, self.locale.joined([names[id] for id in ids[1:]])) for key, ids in self._keys(facts.PLACE)]

    def _keys(self, kind: str) -> list[tuple[Key, list[str]]]:
        return [(key, key[1].split()) for key in self.having if key[0] == kind]

    def _words(self, kind: str, id: Id) -> str:
        """The words of a fact that an option of the file names."""
        template = self.wizard.reasons[kind]
        if kind == "features":
            return template.replace("{reason}", self.words.features[id].reason)
        label = self._label(kind, id)
        return template.replace("{label}", label).replace("{lower}", labels.lowered(label))

    def _label(self, kind: str, id: Id) -> str:
        match kind:
            case "kinds":
                of_services = self.words.terms["service-kinds"]
                return (of_services if id in of_services else self.words.terms["resource-kinds"])[id].label
            case "phases":
                return self.words.label("incident-phases", id)
            case "offers" | "topics":
                return self.words.label(kind, id)
            case _:
                return ""

    def _covers(self, made: Sequence[Fact]) -> dict[int, frozenset[int]]:
        at = {fact.key: i for i, fact in enumerate(made)}
        return {
            at["features", id]: frozenset(at["features", other] for other in others if ("features", other) in at)
            for id, others in self.wizard.covers.items()
            if ("features", id) in at
        }


def _points_for_now(lifts: Iterable[Lift]) -> int:
    return sum(lift.points for lift in lifts if lift.kind == facts.OPEN_NOW)


def _in_order(directory: Directory) -> list[Found]:
    """Staff's records but for those of the crisis block: last confirmed first, then by name."""
    on_every_page = {line.record for line in directory.crisis.lines}

    def rank(record: Found) -> tuple[int, str, Id]:
        page = record.checked.page_date
        return -(page.earliest if page else record.checked.on).toordinal(), record.name.casefold(), record.id

    return sorted((r for r in directory.records if r.for_staff and r.id not in on_every_page), key=rank)
