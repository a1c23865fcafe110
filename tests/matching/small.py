"""A few records and questions of a test's own, over the vocabulary of fixtures/base, and what a person sees of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from directory import matching
from directory.compile import compile_directory
from directory.matching import Table
from directory.model import (
    Area,
    Behind,
    Catchment,
    Checked,
    Contact,
    Directory,
    Feature,
    FeatureTerm,
    Id,
    Incident,
    Lift,
    Option,
    PartialDate,
    Phone,
    PlaceOptions,
    Question,
    Resource,
    Service,
    Week,
    WhoFor,
)
from tests.builds import DATA
from tests.compiling import FIXTURES, TODAY

Found = Service | Resource

ALWAYS = Week(days=(((0, 1440),),) * 7, bank_holidays="same")
IN_THE_DAY = Week(days=(*(((540, 1020),),) * 5, (), ()), bank_holidays=())
"""Monday to Friday, 9am to 5pm."""

AREAS = {
    "wales": Area("wales", "Wales", "nation", "uk"),
    "cardiff": Area("cardiff", "Cardiff and Vale", "board", "wales", since=date(2009, 10, 1)),
    "glamorgan": Area("glamorgan", "Glamorgan", "board", "wales", since=date(2003, 4, 1), until=date(2009, 9, 30)),
}

QUESTIONS = (
    Question(
        "want",
        "What would help?",
        "",
        "Skip",
        True,
        (
            Option("talk", "You want to talk.", "Talk", lifts=(Lift("offers", ("one-to-one",), 4),)),
            Option("advice", "You want advice.", "Advice", lifts=(Lift("offers", ("advice", "one-to-one"), 2),)),
            Option("alone", "You want it alone.", "Alone", lifts=(Lift("features", ("self-help",), 5),)),
            Option("sleep", "You can't sleep.", "Sleep", lifts=(Lift("topics", ("sleep",), 4),)),
            Option("ideas", "You want ideas.", "Ideas", brings=("plans",)),
            Option("everything", "You want to see everything.", "Everything", everything=True),
        ),
    ),
    Question(
        "barriers",
        "What is putting you off?",
        "",
        "Skip",
        True,
        (
            Option("confidentiality", "You worry who will know.", barrier="confidentiality"),
            Option("no-time", "You have no time.", barrier="no-time"),
        ),
    ),
    Question(
        "area",
        "Where do you work?",
        "",
        "Skip",
        False,
        where=PlaceOptions(("england", "wales"), "You work in {place}.", "Which board?", ""),
    ),
    Question(
        "work",
        "What is your work?",
        "",
        "Skip",
        False,
        (
            Option("nurse", "You are a nurse.", "Nurse", roles=("nurse",)),
            Option("porter", "You are a porter.", "Porter", roles=("porter",), settings=("nhs",)),
        ),
    ),
    Question(
        "when",
        "When could you use it?",
        "",
        "Skip",
        True,
        (
            Option("now", "You want it now.", "Now", lifts=(Lift("open_now", ("",), 8),)),
            Option("evenings", "You want it late.", "Evenings", lifts=(Lift("features", ("evenings",), 4),)),
            Option("nights", "You want it at night.", "Nights", lifts=(Lift("features", ("day-and-night",), 4),)),
        ),
    ),
)
START = (Lift("reachable", ("",), 2), Lift("audience", ("staff",), 1))


def service(
    id: Id,
    *,
    status: str = "open",
    audience: str = "staff",
    roles: Sequence[Id] = (),
    settings: Sequence[Id] = (),
    rule: str = "work",
    places: Sequence[Id] = ("england",),
    offers: Sequence[Id] = (),
    features: Mapping[Id, str] | None = None,
    barriers: Sequence[Id] = (),
    hours: Week | None = None,
    page: str | None = None,
    on: date = TODAY,
    kind: Id = "hub",
    reachable: bool = True,
) -> Service:
    """A service for staff that can be reached, named after its id. `page` is the date of the page that was read."""
    return Service(
        id=id,
        path=f"data/services/{id}.yml",
        name=id.capitalize(),
        kind=kind,
        status=status,
        summary="A service.",
        who_for=_who(audience, roles, settings),
        checked=Checked(on, "live-page", "editorial", PartialDate(page) if page else None),
        sources=(),
        area=Catchment(rule, tuple(places)),  # type: ignore[arg-type]
        offers=tuple(offers),
        features=_features(features),
        barriers=tuple(barriers),
        contact=Contact((Phone("0808 157 0123", "tel:+448081570123", hours="main"),)) if reachable else None,
        hours={"main": hours} if hours else {},
    )


def guide(
    id: Id,
    *,
    status: str = "current",
    audience: str = "staff",
    roles: Sequence[Id] = (),
    settings: Sequence[Id] = (),
    topics: Sequence[Id] = (),
    phases: Sequence[Id] = (),
    features: Mapping[Id, str] | None = None,
    kind: Id = "guide",
) -> Resource:
    """A guide for staff, named after its id."""
    return Resource(
        id=id,
        path=f"data/resources/{id}.yml",
        name=id.capitalize(),
        kind=kind,
        status=status,
        summary="A guide.",
        who_for=_who(audience, roles, settings),
        checked=Checked(TODAY, "live-page", "editorial", None),
        sources=(),
        publisher="Example Trust",
        url="https://guide.example.org/",
        link="primary",
        topics=tuple(topics),
        features=_features(features),
        eprr=Incident(tuple(phases), ()) if phases else None,
    )


def _who(audience: str, roles: Sequence[Id], settings: Sequence[Id]) -> WhoFor:
    return WhoFor(audience, tuple(roles), tuple(settings))  # type: ignore[arg-type]


def _features(values: Mapping[Id, str] | None) -> dict[Id, Feature]:
    return {id: Feature(value) for id, value in (values or {}).items()}  # type: ignore[arg-type]


def directory(*records: Found, groups: Sequence[Behind] = (), everyone: Sequence[Id] = ()) -> Directory:
    """These records alone, with the small questions. `groups` stand further down beside those of fixtures/base."""
    base = _base()
    words = base.vocabulary
    night = FeatureTerm("day-and-night", "Always open", "Always", "Day and night.", "It never closes.", "service")
    wizard = replace(
        base.wizard,
        questions=QUESTIONS,
        start=START,
        behind=(*base.wizard.behind, *groups),
        everyone=tuple(everyone),
        covers={"day-and-night": ("evenings",)},
    )
    return replace(
        base,
        services=tuple(record for record in records if isinstance(record, Service)),
        resources=tuple(record for record in records if isinstance(record, Resource)),
        vocabulary=replace(words, areas={**words.areas, **AREAS}, features={**words.features, night.id: night}),
        wizard=wizard,
    )


@cache
def _base() -> Directory:
    made = compile_directory(FIXTURES / "base", TODAY).directory
    assert made
    return made


@cache
def real(today: date = TODAY) -> Directory:
    """The real data, read on a day."""
    made = compile_directory(DATA, today).directory
    assert made
    return made


@cache
def real_table(today: date = TODAY) -> Table:
    return matching.compile_table(real(today))


@dataclass(frozen=True)
class Seen:
    """What a person sees for some answers; records as their ids. `out` and `why` say why not, and why further down.

    `reasons` are the words for each record, `gaps` the answers that nothing is made for.
    """

    best: list[Id]
    everyone: list[Id]
    alone: list[Id]
    more: list[Id]
    out: dict[Id, str]
    why: dict[Id, list[str]]
    reasons: dict[Id, list[str]]
    gaps: list[Id]
    opened: bool

    @property
    def shown(self) -> list[Id]:
        return [*self.best, *self.everyone, *self.alone]


def seen(of: Directory | Table, answers: str = "", open_now: Sequence[Id] = ()) -> Seen:
    """The results for answers such as "want=talk work=nurse", while the records `open_now` are open."""
    table = of if isinstance(of, Table) else matching.compile_table(of)
    ids = [entry.record.id for entry in table.entries]
    chosen = matching.read_answers(table, answers)
    at_the_moment = frozenset(map(ids.index, open_now))
    results = matching.evaluate(table, chosen, at_the_moment)
    return Seen(
        best=[ids[i] for i in results.best],
        everyone=[ids[i] for i in results.everyone],
        alone=[ids[i] for i in results.alone],
        more=[ids[i] for i in results.more],
        out={ids[i]: table.facts[fact].words for i, fact in results.out},
        why={
            ids[i]: [why for bit, why in enumerate(table.whys) if bits >> bit & 1]
            for i, bits in enumerate(results.behind)
            if bits
        },
        reasons={
            id: [table.facts[reason.fact].words for reason in matching.reasons(table, chosen, i, at_the_moment)]
            for i, id in enumerate(ids)
        },
        gaps=[table.choices[i].id for i in results.gaps],
        opened=results.everything,
    )
