"""Pages that start from a question: barriers, topics, incidents, staff chat, the ladder, case studies, useful links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from directory import labels, matching, urls
from directory.engine import Page
from directory.model import Barrier, Id, Record, Resource, Service, Term
from directory.render import views
from directory.render.context import Context, in_order
from directory.render.environment import prose

MOST_MATCHES = 30
_TO_STUDY = frozenset({"research", "policy", "eprr", "case-study"})
"""Kinds of resource that are about support rather than support."""


def barriers(context: Context) -> Page:
    found, locale = context.directory.vocabulary.barriers.values(), context.locale
    view = {
        "root": urls.root(urls.BARRIERS),
        "barriers": [
            {
                "address": urls.barrier(b),
                "label": b.label,
                "description": b.description,
                "count": len(context.answers[b.id]),
            }
            for b in found
        ],
    }
    description = locale.say(
        "{n} things that put people off asking for help, in their own words, and what answers each.", n=len(found)
    )
    return Page(
        urls.BARRIERS,
        locale.say("What is putting you off?"),
        description,
        "",
        context.templates.page("barriers", view=view),
    )


def barrier(context: Context, of: Barrier) -> Page:
    address = urls.barrier(of)
    matches = context.answers[of.id]
    features = context.directory.vocabulary.features
    view = {
        "root": urls.root(address),
        "address": address,
        # What studies found is told in English only: a translation of a finding would need its own sources.
        "full": context.locale.is_source,
        "label": of.label,
        "description": of.description,
        "what_helps": prose(of.what_helps),
        "strong": [features[id].label for id in of.strong],
        "likely": [features[id].label for id in of.likely],
        "seed": of.seed,
        "evidence": of.evidence,
        "evidence_note": of.evidence_note or "",
        "services": _matched(context, [m for m in matches if isinstance(m.record, Service)], address),
        "resources": _matched(context, [m for m in matches if isinstance(m.record, Resource)], address),
        "others": [(urls.barrier(b), b.label) for b in context.directory.vocabulary.barriers.values() if b.id != of.id],
    }
    return Page(address, f"“{of.label}”", of.description, "", context.templates.page("barrier", view=view))


def _matched(context: Context, matches: Sequence[matching.Match], address: str) -> dict[str, object]:
    shown = matches[:MOST_MATCHES]
    return {
        "rows": views.rooted("".join(map(context.row_with_reasons, shown)), address),
        "shown": len(shown),
        "count": len(matches),
    }


def topics(context: Context) -> Page:
    terms = context.directory.vocabulary.terms["topics"].values()
    view = {
        "root": urls.root(urls.TOPICS),
        "topics": [
            (urls.topic(t.id), t.label, t.description or "", len(context.by_topic.get(t.id, ()))) for t in terms
        ],
    }
    return Page(
        urls.TOPICS,
        "Topics",
        "Guides, courses and apps by topic.",
        "resources",
        context.templates.page("topics", view=view),
    )


def topic(context: Context, term: Term) -> Page:
    address = urls.topic(term.id)
    found = context.by_topic.get(term.id, ())
    view = {
        "root": urls.root(address),
        "crumbs": [(urls.TOPICS, "Topics")],
        "title": term.label,
        "lead": term.description or "",
        "groups": [("Guides, courses and apps", "", _rows(context, found, address))],
        "empty": "We have nothing on this yet.",
    }
    description = f"Guides, courses and apps on {term.label.lower()} for people who work in health and care."
    return Page(address, term.label, description, "resources", context.templates.page("grouped", view=view))


def incidents(context: Context) -> Page:
    """Emergency preparedness, resilience and response: three useful links first, then phases by roles."""
    words, address = context.directory.vocabulary, urls.INCIDENTS
    planned = [(r, r.eprr) for r in context.resources if r.eprr]
    phases = []
    for phase in words.terms["incident-phases"].values():
        of_phase = [(r, eprr) for r, eprr in planned if phase.id in eprr.phases]
        phases.append(
            {
                "term": phase,
                "roles": [
                    {
                        "label": role.label,
                        "links": [
                            (
                                urls.record(r),
                                r.name,
                                r.summary,
                                labels.status_words(context.locale, r) if r.gone else "",
                            )
                            for r, eprr in of_phase
                            if role.id in eprr.roles
                        ],
                    }
                    for role in words.terms["incident-roles"].values()
                ],
            }
        )
    view = {
        "root": urls.root(address),
        "first": _linked(context, words.lists["incidents-first"].entries),
        "groups": [
            (
                words.lists[id].label,
                words.lists[id].description or "",
                _linked(context, words.lists[id].entries),
            )
            for id in ("incidents-eprr", "incidents-responding", "incidents-people")
        ],
        "phases": phases,
        "roles": list(words.terms["incident-roles"].values()),
    }
    description = "What helps staff before, during and after a major incident, for each role."
    return Page(
        address,
        "Teams and incidents",
        description,
        "incidents",
        context.templates.page("incidents", view=view),
    )


def staff_chat(context: Context) -> Page:
    """The eight features of a good staff chat platform, and which services meet which."""
    features = context.directory.vocabulary.terms["chat-features"]
    shown = sorted(
        (s for s in context.services if s.chat or s.answer("chat") == "yes"),
        key=lambda s: (not s.chat, in_order(s)),
    )
    view = {
        "root": urls.root(urls.STAFF_CHAT),
        "features": [term.label for term in features.values()],
        "rows": [
            {
                "address": urls.record(s),
                "name": s.name,
                "status": labels.status_words(context.locale, s),
                "answers": [
                    {"value": value, "words": context.locale.say(labels.ANSWERS[value])}
                    for value in (s.chat.get(id, "unknown") for id in features)
                ],
            }
            for s in shown
        ],
    }
    description = "Eight features of a good staff chat, and which services have them, as far as we know."
    return Page(
        urls.STAFF_CHAT,
        "Chat for staff",
        description,
        "services",
        context.templates.page("staff-chat", view=view),
    )


def ladder(context: Context) -> Page:
    """Psychological professions: the steps from self-help to in-patient care, and being seen away from colleagues."""
    address, words = urls.LADDER, context.directory.vocabulary
    found: list[Record] = [*context.services, *context.resources]
    fit = [
        r
        for r in found
        if not r.gone and (r.who_for.audience == "public" or not r.who_for.roles or "psychological" in r.who_for.roles)
    ]

    def first(record: Record) -> tuple[bool, tuple[int, str]]:
        return "psychological" not in record.who_for.roles, in_order(record)

    steps = []
    for term in words.terms["steps"].values():
        here = sorted((r for r in fit if term.id in r.steps and not _employer(r)), key=first)
        services = [r for r in here if isinstance(r, Service) and r.live]
        resources = [r for r in here if isinstance(r, Resource)]
        steps.append(
            (
                term,
                _rows(context, services[:6], address),
                len(services),
                _rows(context, resources[:4], address),
                len(resources),
            )
        )
    own = [r for r in found if "psychological" in r.who_for.roles and not r.gone and r.kind not in _TO_STUDY]
    for_them = sorted(own, key=lambda r: (isinstance(r, Resource), in_order(r)))
    away = [r for r in context.services if r.answer("out-of-area") == "yes" and not r.gone]
    apart = [r for r in context.services if r.answer("separate-records") == "yes" and not r.gone]
    view = {
        "root": urls.root(address),
        "steps": steps,
        "for_them": _rows(context, for_them, address),
        "away": _rows(context, away, address),
        "apart": _rows(context, apart, address),
        "seen": urls.barrier(words.barriers["seen-by-colleagues"]),
    }
    description = "Support for psychologists and therapists, from self-help to in-patient care, away from colleagues."
    return Page(
        address,
        "For psychological professions",
        description,
        "services",
        context.templates.page("ladder", view=view),
    )


def _employer(record: Record) -> bool:
    return isinstance(record, Service) and record.area.rule == "employed-by"


def case_studies(context: Context) -> Page:
    first = context.directory.vocabulary.lists["case-studies"]
    rest = [r.id for r in context.resources if r.kind == "case-study" and r.id not in first.entries]
    groups = [
        (first.label, first.description or "", _checked(context, first.entries, urls.CASE_STUDIES)),
        ("More case studies", "", _checked(context, rest, urls.CASE_STUDIES)),
    ]
    lead = "What others tried, and what came of it. Each says what its source does not show."
    return _grouped(context, urls.CASE_STUDIES, "Case studies", lead, groups, "incidents")


def useful_links(context: Context) -> Page:
    lists = context.directory.vocabulary.lists
    groups = [
        (
            lists[id].label,
            lists[id].description or "",
            _checked(context, lists[id].entries, urls.USEFUL_LINKS),
        )
        for id in (
            "useful-links",
            "keeping-well",
            "incidents-eprr",
            "incidents-responding",
            "incidents-people",
        )
    ]
    lead = "The links that this directory began with. Each has the date of the newest page we read."
    return _grouped(context, urls.USEFUL_LINKS, "Useful links", lead, groups, "")


def _grouped(
    context: Context, address: str, title: str, lead: str, groups: list[tuple[str, str, Markup]], section: str
) -> Page:
    view = {
        "root": urls.root(address),
        "crumbs": [],
        "title": title,
        "lead": lead,
        "groups": groups,
        "empty": "",
    }
    return Page(address, title, lead, section, context.templates.page("grouped", view=view))


def _checked(context: Context, ids: Iterable[Id], address: str) -> Markup:
    """Records with the date that they were last confirmed."""
    parts = []
    for id in ids:
        record = context.directory.by_id[id]
        date = Markup('<p class="soft small">Last seen: {}.</p></li>').format(
            labels.last_confirmed(context.locale, record.checked)
        )
        parts.append(Markup(context.row(record).removesuffix("</li>")) + date)
    return views.rooted("".join(parts), address)


def _rows(context: Context, records: Sequence[Record], address: str) -> Markup:
    return views.rooted("".join(map(context.row, records)), address)


def _linked(context: Context, ids: Iterable[Id]) -> list[tuple[str, str, str]]:
    records = [context.directory.by_id[id] for id in ids]
    return [(urls.record(r), r.name, r.summary) for r in records]
