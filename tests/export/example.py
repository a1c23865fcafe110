"""A small directory with one of everything that search treats differently."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from directory.model import (
    Area,
    Barrier,
    Catchment,
    Checked,
    Crisis,
    CrisisLine,
    Directory,
    FeatureTerm,
    Freshness,
    HubsNotFound,
    Most,
    Points,
    Resource,
    Service,
    Term,
    Vocabulary,
    WhoFor,
    Wizard,
)

TODAY = date(2026, 11, 21)
STAFF = WhoFor("staff")


def service(id: str, name: str, summary: str, **more: Any) -> Service:
    return Service(
        **{
            "id": id,
            "path": f"data/services/{id}.yml",
            "name": name,
            "kind": "line",
            "status": "open",
            "summary": summary,
            "who_for": STAFF,
            "checked": Checked(TODAY, "live-page", "editorial", None),
            "sources": (),
            "area": Catchment("anywhere", ()),
            **more,
        }
    )


def resource(id: str, name: str, summary: str, **more: Any) -> Resource:
    return Resource(
        **{
            "id": id,
            "path": f"data/resources/{id}.yml",
            "name": name,
            "kind": "guide",
            "status": "current",
            "summary": summary,
            "who_for": STAFF,
            "checked": Checked(TODAY, "live-page", "editorial", None),
            "sources": (),
            "publisher": "Rest at Work",
            "url": "https://guide.example/",
            "link": "primary",
            **more,
        }
    )


SERVICES = (
    service(
        "arts-for-children",
        "Arts Therapies - Music for Children",
        "Music therapy for children in Eastshire.",
        who_for=WhoFor("children-and-families"),
        other_names=("Little Drums",),
    ),
    service("doctors-line", "Doctors' Line", "Someone to talk to.", who_for=WhoFor("staff", roles=("doctor",))),
    service(
        "eastshire-hub",
        "Eastshire Resilience Hub",
        "A hub for health and care staff in Eastshire, which closed.",
        status="closed",
        successors=("eastshire-therapies",),
        former_ids=("fenland-wellbeing-team",),
    ),
    service(
        "eastshire-therapies",
        "NHS Eastshire Talking Therapies",
        "Free talking therapy for anyone in Eastshire.",
        area=Catchment("live", ("eastshire",)),
    ),
    service("helping-hands", "Helping Hands", "Hardship grants.", cautions=("Seen in 2021.",)),
    service(
        "keeping-well-nwl",
        "Keeping Well NWL",
        "Live chat for health and care workers in North West London.",
        status="unconfirmed",
        other_names=("Keeping Well North West London",),
        area=Catchment("work", ("north-west-london",)),
        provider="Riverbank NHS Trust",
    ),
    service("lantern", "Lantern", "Counselling by phone, day and night.", offers=("one-to-one",)),
    service("lantern-old", "Lantern Evenings", "Counselling by phone, day and night.", status="unconfirmed"),
    service("tim", "Tîm Iechyd", "Yn Gymraeg ac yn Saesneg."),
)
RESOURCES = (
    resource("burnout-types", "Five types of burnout", "What burnout is and what to do.", topics=("burnout",)),
    resource("after-shifts", "Sleep after night shifts", "How to rest when the sun is up.", topics=("sleep",)),
    resource("trauma-guide", "After something shocking", "What helps, and when.", topics=("trauma",)),
    resource("oh-guide", "Asking occupational health", "What they do, and what they may tell your manager."),
    resource("old-guide", "Notes on sleep", "An older guide.", status="archived"),
    resource("suicide-guide", "Suicide prevention for teams", "For managers and teams."),
)
AREAS = {
    "england": Area("england", "England", "nation"),
    "eastshire": Area("eastshire", "Eastshire", "board", "england", also=("East Shire",), councils=("Fenwick",)),
    "north-west-london": Area(
        "north-west-london", "NHS North West London ICB", "board", "england", ("NWL",), None, date(2026, 3, 31)
    ),
}
VOCABULARY = Vocabulary(
    terms={
        "service-kinds": {"line": Term("line", "Line for staff")},
        "resource-kinds": {"guide": Term("guide", "Guide")},
        "offers": {"one-to-one": Term("one-to-one", "One-to-one counselling")},
        "roles": {"doctor": Term("doctor", "Doctors")},
        "topics": {
            "burnout": Term("burnout", "Burnout"),
            "sleep": Term("sleep", "Sleep"),
            "trauma": Term("trauma", "Trauma"),
        },
        "incident-phases": {},
        "incident-roles": {},
    },
    areas=AREAS,
    barriers={
        "shame": Barrier(
            "shame", "I feel ashamed", "You think it is your fault.", "It is not.", "seed", ("no-name",), (), ()
        )
    },
    features={
        "no-name": FeatureTerm("no-name", "You don't have to give your name", "No name", "", "", "service"),
    },
    lists={},
    synonyms={
        "iapt": ("NHS Talking Therapies",),
        "oh": ("occupational health",),
        "ptsd": ("trauma",),
        "burnt out": ("burnout",),
        "worn out": ("sleep",),
        "worn out at work": ("burnout",),
        "a&e": ("emergency",),
    },
)
CRISIS = Crisis(
    Checked(TODAY, "live-page", "editorial", None),
    (
        CrisisLine("999", "999", "Danger.", "999", "tel:999", "call", "Call 999", "emergency", "lantern"),
        CrisisLine(
            "listen",
            "Lantern",
            "Any time.",
            "116 123",
            "tel:116123",
            "call",
            "Call Lantern on 116 123",
            "listening",
            "lantern",
        ),
    ),
    ("suicide", "end my life", "don't want to live", "overdose"),
)
DIRECTORY = Directory(
    SERVICES,
    RESOURCES,
    VOCABULARY,
    CRISIS,
    Freshness(
        {kind: timedelta(days=90) for kind in ("open", "closed", "unconfirmed", "resource", "crisis")},
        timedelta(days=30),
        timedelta(days=180),
    ),
    (),
    HubsNotFound("", "", ()),
    Wizard((), (), (), Points(0, 0, 0, 0, 0), (), Most(0, 0, 0), {}, {}),
    TODAY,
)
