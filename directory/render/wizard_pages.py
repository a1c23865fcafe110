"""The pages of “Find support”: the wizard itself, and what maintainers see of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from directory import labels, matching, opening, urls
from directory.engine import Page
from directory.i18n import Locale
from directory.model import Question, Resource, Service
from directory.render import views
from directory.render.context import Context

_LONGEST_NOTE = 160
"""Characters of a record's own words on who it is for; where these are longer, we say it in short."""


def find_support(context: Context) -> Page:
    """The wizard. Without scripts, the same ways as plain links."""
    directory, locale = context.directory, context.locale
    words = directory.vocabulary
    view = {
        "root": urls.root(urls.FIND_SUPPORT),
        "questions": [_question(context.table, i, q) for i, q in enumerate(context.table.questions)],
        "crisis": [replace(line, label=labels.unsplit(line.label)) for line in directory.crisis.lines],
        "english": context.crisis_in_english,
        "table": as_data({**matching.plain(context.table), "records": _records(context)}),
        "barriers": [(urls.barrier(b), b.label) for b in words.barriers.values()],
        "groups": _ways(context),
    }
    description = locale.say(
        "Say what would help and what puts you off, and see support that fits. Your answers stay on the page."
    )
    main = context.templates.page("find-support", view=view)
    return Page(urls.FIND_SUPPORT, locale.say("Find support"), description, "find-support", main, sealed=True)


def _question(table: matching.Table, index: int, question: Question) -> dict[str, Any]:
    options = [(i, table.choices[i]) for i in table.of_question(index)]
    shown = [
        {"index": i, "id": choice.id, "label": choice.label, "help": choice.help}
        for i, choice in options
        if choice.within is None
    ]
    most = question.fold_after or len(shown)
    regions = [
        {**region, "boards": boards}
        for region in shown
        if (boards := [{"index": i, "label": c.label, "help": ""} for i, c in options if c.within == region["id"]])
    ]
    return {
        "id": question.id,
        "number": index + 1,
        "label": question.label,
        "help": question.help,
        "skip": question.skip,
        "several": question.several,
        "options": shown[:most],
        "folded": shown[most:],
        "regions": regions,
        "boards_label": question.where.label if question.where else "",
        "boards_help": question.where.help if question.where else "",
    }


def as_data(value: object) -> Markup:
    """JSON inside a script element, where no text of a record can end that element or begin a comment.

    Its texts are set as a printer sets them, like all others of a page.
    """
    text = labels.curly(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _records(context: Context) -> dict[str, list[Any]]:
    """What the browser shows of each entry of the table, a list for each field, because alike compresses with alike."""
    records = [_record(context, entry) for entry in context.table.entries]
    return {field: [record.get(field, 0) for record in records] for field in _FIELDS}


_FIELDS = ("address", "name", "status", "tone", "english", "summary", "who", "action", "hours")


def _record(context: Context, entry: matching.Entry) -> dict[str, Any]:
    """Some of _FIELDS; of a record that never leads only what a list needs."""
    record = entry.record
    shown: dict[str, Any] = {
        "address": context.address(record),
        "name": record.name,
        "status": labels.status_words(context.locale, record) if record.status != "current" else "",
        "tone": labels.tone(record),
    }
    if record.id in context.english_only:
        shown["english"] = 1
    if record.gone or entry.sinks:
        return shown
    # Of a record that there is only in English, its sentences would be most of what the page weighs.
    shown |= {"summary": "" if record.id in context.english_only else record.summary, "who": _who(context, record)}
    if action := _action(context.locale, record):
        shown["action"] = action
    if isinstance(record, Service) and (hours := opening.code_of(record, context.places)):
        shown["hours"] = hours
    return shown


def _who(context: Context, record: Service | Resource) -> str:
    """Who it is for, where it is not for all staff: in its own words if they are short. Of a guide what it is."""
    directory, locale = context.directory, context.locale
    if isinstance(record, Resource):
        return str(views.reach(locale, directory, context.brief(record)))
    employed = record.area.rule == "employed-by"
    if not (record.who_for.roles or record.who_for.settings or employed):
        return ""
    note = None if record.id in context.english_only else record.who_for.note
    if note and len(note) <= _LONGEST_NOTE:
        return note
    parts = [
        locale.joined(views.terms(directory, "roles", record.who_for.roles)),
        "; ".join(views.terms(directory, "settings", record.who_for.settings)),
        locale.say(labels.ONLY_EMPLOYED) if employed else "",
    ]
    return locale.say("For: {people}.", people=". ".join(part for part in parts if part))


def _action(locale: Locale, record: Service | Resource) -> tuple[str, str] | None:
    """The first way to get in touch, or the way to a guide: (address, words)."""
    if isinstance(record, Resource):
        return record.url, locale.say("Open it")
    if not record.contact:
        return None
    way = next(iter(views.ways(locale, record, record.contact)), None)
    if way is None:
        return None
    words = way.text
    if way.icon == "phone":
        words = locale.say("Call {number}", number=way.text)
    if way.icon == "email":
        words = locale.say("Email {address}", address=way.text)
    return way.uri, labels.unsplit(words)


def _ways(context: Context) -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of links that need no form: the page without scripts."""
    words, say = context.directory.vocabulary, context.locale.say
    where = next((q.where for q in context.table.questions if q.where), None)
    places = [words.areas[id] for id in where.places] if where else []
    return [
        (
            say("What would help?"),
            [
                (urls.HELP_NOW, say("Help now, day and night")),
                (urls.listing("services", "status", "open"), say("Someone to talk to")),
                (urls.RESOURCES, say("Something to use on your own")),
                (urls.INCIDENTS, say("Help for teams, and after an incident")),
                (urls.STAFF_CHAT, say("Text or chat")),
                (urls.LADDER, say("Help for the psychological professions")),
                (urls.TOPICS, say("Help with one subject")),
            ],
        ),
        (say("Where do you work?"), [(urls.area(place), place.label) for place in places]),
    ]
