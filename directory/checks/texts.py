"""Every text of a record that can reach a page, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from directory.diagnostics import Pointer
from directory.model import Record

_NOT_WRITTEN = frozenset({"id", "path", "uri"})
_NOT_SENTENCES = frozenset({"number", "to", "url", "website", "chat"})


def of(record: Record) -> Iterator[tuple[Pointer, str]]:
    """(pointer, text) for every text, depth first. Numbers meant to be dialled and web addresses are not texts."""
    return ((pointer, text) for pointer, text in written(record) if pointer[-1] not in _NOT_SENTENCES)


def written(record: Record) -> Iterator[tuple[Pointer, str]]:
    """(pointer, text) for all that an editor wrote, numbers and addresses too."""
    return _texts(record, ())


def _texts(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _texts(item, (*pointer, i))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*pointer, key))
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in _NOT_WRITTEN:
                yield from _texts(getattr(value, part.name), (*pointer, part.name))
