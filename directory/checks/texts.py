"""All that an editor wrote in one file, with its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from directory.diagnostics import Pointer
from directory.load import Value

_NOT_SENTENCES = frozenset({"number", "to", "url", "website", "chat"})


@dataclass(frozen=True)
class Texts:
    """The texts of a file. Nearly every file breaks no rule, so a rule looks at `whole` before it asks for places."""

    tree: Value

    @cached_property
    def whole(self) -> str:
        """Everything, a line each."""
        return "\n".join(_strings(self.tree))

    def written(self) -> Iterator[tuple[Pointer, str]]:
        """(pointer, text) for each, depth first; numbers to be dialled and web addresses too."""
        return _placed(self.tree, ())

    def sentences(self) -> Iterator[tuple[Pointer, str]]:
        """The same without numbers to be dialled and web addresses."""
        return ((pointer, text) for pointer, text in self.written() if pointer[-1] not in _NOT_SENTENCES)


def _strings(value: Value) -> Iterator[str]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def _placed(value: Value, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _placed(item, (*pointer, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _placed(item, (*pointer, i))
