"""Fields of a record as YAML that an editor would type."""

from __future__ import annotations

import json
import re
from typing import Any

Fields = dict[str, Any]
"""A record as its file says it: text, lists and groups of lines, in the order of the file."""


def text(fields: Fields, indent: str = "") -> str:
    """Fields as an editor would type them: plain words where YAML allows it, ids on one line, long texts folded."""
    return "".join(f"{indent}{key}:{_typed(value, indent)}\n" for key, value in fields.items())


_PLAIN = re.compile(r"[A-Za-z](?:[\w ,.'()/-]|:(?=//))*|\d{4}(?:-\w+){0,2}|\d{1,2}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-zA-Z0-9]+)*")
_LONG = 90


def _typed(value: Any, indent: str) -> str:
    """A value with what stands between its key's colon and the end of its last line."""
    deeper = f"{indent}  "
    match value:
        case dict():
            return f"\n{text(value, deeper)}".removesuffix("\n")
        case [dict(), *_]:
            return "".join(f"\n{deeper}- {text(item, f'{deeper}  ').strip()}" for item in value)
        case list() if all(_ID.fullmatch(item) for item in value):
            return f" [{', '.join(value)}]"
        case list():
            return "".join(f"\n{deeper}-{_typed(item, deeper)}" for item in value)
        case str() if len(value) > _LONG and " " in value:
            return f" >-\n{deeper}" + value.replace(". ", f".\n{deeper}")
        case _:
            plain = _PLAIN.fullmatch(str(value))
            return f" {value}" if plain else f" {json.dumps(value, ensure_ascii=False)}"
