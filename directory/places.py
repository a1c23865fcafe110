"""Which places belong together: regions to nations, boards to regions, old boards to those that came after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from directory.model import Area, Id


class Places:
    """The areas of the vocabulary, and how they lie."""

    def __init__(self, areas: Mapping[Id, Area]) -> None:
        self.areas = areas

    @cached_property
    def predecessors(self) -> Mapping[Id, tuple[Id, ...]]:
        """The old boards that each board of 2026 came from."""
        found: dict[Id, list[Id]] = {}
        for area in self.areas.values():
            for successor in area.successors:
                found.setdefault(successor.id, []).append(area.id)
        return {id: tuple(ids) for id, ids in found.items()}

    def around(self, id: Id) -> tuple[Id, ...]:
        """The place itself, then what it lies within: a board, its region, its nation, the United Kingdom."""
        return self._around[id]

    @cached_property
    def _around(self) -> Mapping[Id, tuple[Id, ...]]:
        def chain(id: Id | None) -> tuple[Id, ...]:
            return (id, *chain(self.areas[id].within)) if id else ()

        return {id: chain(id) for id in self.areas}

    def same_ground(self, id: Id) -> tuple[Id, ...]:
        """The place, and the boards before or after it whose area it shares."""
        after = tuple(successor.id for successor in self.areas[id].successors)
        return (id, *self.predecessors.get(id, ()), *after)

    def inside(self, id: Id) -> tuple[Id, ...]:
        """What lies directly within a place, in the order of the file."""
        return tuple(area.id for area in self.areas.values() if area.within == id)

    def covers(self, places: Iterable[Id]) -> frozenset[Id]:
        """Every place that something for `places` is filed under: the places themselves and what they lie within."""
        return frozenset(outer for place in places for outer in self.around(place))
