"""Everything that a build knows, linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from directory.model.records import Id, Record, Resource, Service
from directory.model.vocabulary import Crisis, Event, Freshness, HubsNotFound, Vocabulary
from directory.model.wizard import Wizard


@dataclass(frozen=True)
class Directory:
    """Everything, linked. Records are in the order of their ids."""

    services: tuple[Service, ...]
    resources: tuple[Resource, ...]
    vocabulary: Vocabulary
    crisis: Crisis
    freshness: Freshness
    timeline: tuple[Event, ...]
    hubs_not_found: HubsNotFound
    wizard: Wizard
    today: date

    @property
    def records(self) -> tuple[Service | Resource, ...]:
        return (*self.services, *self.resources)

    @cached_property
    def by_id(self) -> Mapping[Id, Service | Resource]:
        return {record.id: record for record in self.records}

    def review_by(self, record: Record) -> date:
        """The day by which someone should look again."""
        if record.review_by:
            return record.review_by
        if isinstance(record, Resource):
            kind = "resource"
        elif record.kind.startswith("crisis"):
            kind = "crisis"
        else:
            kind = "closed" if record.gone else "unconfirmed" if record.status == "unconfirmed" else "open"
        return record.checked.on + self.freshness.review_after[kind]

    def overdue(self, record: Record) -> bool:
        return self.today > self.review_by(record)
