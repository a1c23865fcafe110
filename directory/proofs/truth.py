"""Whether a fact of the table is true of a record: asked of the record itself, and not of what made the table."""

from __future__ import annotations

from directory.matching import Fact
from directory.model import Record, Resource, Service


def is_true(fact: Fact, record: Record) -> bool:
    """True only where the record says so itself; a fact of a kind that is not known here is not true."""
    kind, id = fact.key
    words = id.split()
    if isinstance(record, Service):
        match kind:
            case "offers":
                return id in record.offers
            case "place":
                return (record.area.rule, *record.area.places) == tuple(words)
            case "reachable":
                return record.live and record.contact is not None
            case "open_now":
                return record.live and bool(record.hours)
            case "gone" if id == "closed":
                return record.status in ("closed", "merged")
    if isinstance(record, Resource):
        match kind:
            case "topics":
                return id in record.topics
            case "phases":
                return record.eprr is not None and id in record.eprr.phases
            case "gone" if id == "archived":
                return record.status == "archived"
    match kind:
        case "features":
            return record.answer(id) == "yes"
        case "barrier":
            return id in record.barriers
        case "kinds":
            return record.kind == id
        case "audience":
            return record.who_for.audience == id
        case "for_roles":
            return record.who_for.roles == tuple(words)
        case "settings":
            return record.who_for.settings == tuple(words)
    return False
