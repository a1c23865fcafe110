"""Valid trees to dataclasses.

Hands on every reference to another record or vocabulary, also from a record that could not be made, so that one run
reports a misspelt id beside a bad phone number.
"""

from __future__ import annotations

from typing import Any

from directory import hours
from directory.diagnostics import Code, Pointer, quoted
from directory.model import (
    CaseStudy,
    Catchment,
    Checked,
    Contact,
    Feature,
    Incident,
    PartialDate,
    Phone,
    RecordSystem,
    Resource,
    Service,
    Source,
    TextLine,
    Waiting,
    Week,
    WhoFor,
    WhoWillKnow,
)
from directory.reader import Data, Reader


def service(data: Data, reader: Reader) -> Service | None:
    """A service from its valid data, or None where the reader has reported something."""
    area = data["area"]
    contact = data.get("contact")
    common = _common(data, reader)
    made = Service(
        **common,
        kind=reader.id(data, "kind", "service-kinds"),
        area=Catchment(area["rule"], reader.ids(area, "places", "areas", ("area",)), area.get("note")),
        provider=data.get("provider"),
        status_since=reader.partial(data, "status_since"),
        last_day=reader.date(data, "last_day", past=False),
        offers=reader.ids(data, "offers", "offers"),
        contact=_contact(contact, reader, data.get("hours", {})) if contact else None,
        hours=_weeks(data.get("hours", {}), reader),
        hours_note=data.get("hours_note"),
        waiting=_waiting(data, reader),
        first_contact=reader.text(data, "first_contact"),
        who_will_know=_who_will_know(data, reader),
        records=_record_system(data, reader),
        chat=reader.keys(data, "chat", "chat-features"),
        access=reader.text(data, "access"),
    )
    return None if reader.found else made


def resource(data: Data, reader: Reader) -> Resource | None:
    """A resource from its valid data, or None where the reader has reported something."""
    made = Resource(
        **_common(data, reader),
        kind=reader.id(data, "kind", "resource-kinds"),
        publisher=data["publisher"],
        url=reader.web(data, "url") or "",
        link=data["link"],
        topics=reader.ids(data, "topics", "topics"),
        format=data.get("format"),
        time=data.get("time"),
        minutes=data.get("minutes"),
        eprr=_incident(data, reader),
        case_study=_case_study(data, reader),
    )
    return None if reader.found else made


def _common(data: Data, reader: Reader) -> Data:
    who_for, checked = data["who_for"], data["checked"]
    return {
        "id": reader.file.id,
        "path": reader.file.path,
        "name": data["name"],
        "status": data["status"],
        "summary": data["summary"],
        "who_for": WhoFor(
            who_for["audience"],
            reader.ids(who_for, "roles", "roles", ("who_for",)),
            reader.ids(who_for, "settings", "settings", ("who_for",)),
            reader.text(who_for, "note", ("who_for",)),
        ),
        "checked": Checked(
            reader.date(checked, "on", ("checked",)) or reader.today,
            checked["how"],
            checked["by"],
            reader.partial(checked, "page_date", ("checked",)),
        ),
        "sources": tuple(
            Source(
                reader.web(source, "url", ("sources", i)),
                source.get("title"),
                reader.partial(source, "seen", ("sources", i)) or PartialDate("undated"),
                source.get("note"),
            )
            for i, source in enumerate(data["sources"])
        ),
        "other_names": tuple(data.get("other_names", ())),
        "former_ids": tuple(data.get("former_ids", ())),
        "status_note": reader.text(data, "status_note"),
        "successors": reader.ids(data, "successors", "records"),
        "description": reader.text(data, "description"),
        "features": {
            id: _feature(value, data, reader, ("features", id))
            for id, value in reader.keys(data, "features", "features").items()
        },
        "barriers": reader.ids(data, "barriers", "barriers"),
        "steps": reader.ids(data, "steps", "steps"),
        "languages": reader.ids(data, "languages", "languages"),
        "languages_note": data.get("languages_note"),
        "cost": data.get("cost", "unknown"),
        "cost_note": data.get("cost_note"),
        "cautions": tuple(data.get("cautions", ())),
        "see_also": reader.ids(data, "see_also", "records"),
        "review_by": reader.date(data, "review_by", past=False),
    }


def _feature(value: Any, data: Data, reader: Reader, at: Pointer) -> Feature:
    """A feature from one word, or from the word with what its source says."""
    if isinstance(value, dict):
        return Feature(value["value"], value.get("quote"), _source(value, data, reader, at))
    return Feature(value)


def _source(value: Data, data: Data, reader: Reader, at: Pointer) -> int | None:
    number: int | None = value.get("source")
    if number is not None and number > len(data["sources"]):
        sentence = f"There is no source number {number}; the last one is {len(data['sources'])}."
        reader.report((*at, "source"), Code.UNKNOWN_ID, sentence, "1 is the first entry under “sources”.")
    return number


def _contact(data: Data, reader: Reader, weeks: Data) -> Contact:
    def line(kind: str, i: int, item: Data) -> Pointer:
        at: Pointer = ("contact", kind, i)
        if "hours" in item and item["hours"] not in weeks:
            sentence = f"There is no row {quoted(item['hours'])} under “hours”."
            hint = (
                f"The rows are: {', '.join(weeks)}." if weeks else "Add “hours:” with that row, or take this line out."
            )
            reader.report((*at, "hours"), Code.UNKNOWN_ID, sentence, hint)
        return at

    phones = []
    for i, item in enumerate(data.get("phone", ())):
        number, uri = reader.phone(item, "number", line("phone", i, item))
        phones.append(Phone(number, uri, item.get("label"), item.get("hours"), item.get("note")))
    texts = []
    for i, item in enumerate(data.get("text", ())):
        number, uri = reader.phone(item, "to", line("text", i, item))
        texts.append(
            TextLine(number, uri.replace("tel:", "sms:"), item.get("send"), item.get("hours"), item.get("note"))
        )
    return Contact(
        tuple(phones),
        tuple(texts),
        data.get("email"),
        reader.web(data, "website", ("contact",)),
        reader.web(data, "chat", ("contact",)),
        data.get("post"),
        data.get("relay"),
        reader.text(data, "note", ("contact",)),
    )


def _weeks(data: Data, reader: Reader) -> dict[str, Week]:
    weeks: dict[str, Week] = {}
    for name, rows in data.items():
        as_of = reader.partial(rows, "as_of", ("hours", name))
        weeks[name], faults = hours.week({key: text for key, text in rows.items() if key != "as_of"}, as_of)
        for key, sentence, hint in faults:
            reader.report(("hours", name, key), Code.HOURS_NOT_VALID, sentence, hint)
    return weeks


def _waiting(data: Data, reader: Reader) -> Waiting | None:
    part = data.get("waiting")
    return (
        Waiting(part["text"], PartialDate(part["as_of"]))
        if part and reader.partial(part, "as_of", ("waiting",))
        else None
    )


def _who_will_know(data: Data, reader: Reader) -> WhoWillKnow | None:
    part = data.get("who_will_know")
    if not part:
        return None
    return WhoWillKnow(
        reader.text(part, "text", ("who_will_know",)) or "", _source(part, data, reader, ("who_will_know",))
    )


def _record_system(data: Data, reader: Reader) -> RecordSystem | None:
    part = data.get("records")
    if not part:
        return None
    as_of = reader.partial(part, "as_of", ("records",)) or PartialDate("undated")
    return RecordSystem(reader.text(part, "note", ("records",)) or "", as_of, part.get("system"))


def _incident(data: Data, reader: Reader) -> Incident | None:
    part = data.get("eprr")
    if not part:
        return None
    return Incident(
        reader.ids(part, "phases", "incident-phases", ("eprr",)), reader.ids(part, "roles", "incident-roles", ("eprr",))
    )


def _case_study(data: Data, reader: Reader) -> CaseStudy | None:
    part, at = data.get("case_study"), ("case_study",)
    if not part:
        return None
    return CaseStudy(
        part["where"],
        reader.text(part, "what_they_did", at) or "",
        reader.partial(part, "when", at),
        reader.text(part, "challenge", at),
        reader.text(part, "what_changed", at),
        reader.text(part, "limits", at),
    )
