"""Data whose texts try to be more than text: markup, scripts, template signs, the frame's own slots."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.builds import edit

SIGNS = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7*7 }}{% raw %}[root]&lt;</title></main>'
"""Must be shown as typed wherever it stands."""

SERVICE, RESOURCE, BARRIER, AREA = "practitioner-health", "cntw-self-help", "where-to-start", "london"
QUESTION, OPTION = "want", "talk"
FORMER_ID = "an-older-id"

_TEXTS = frozenset(
    {"access", "also", "cautions", "citation", "cost_note", "description", "finding", "first_contact", "format"}
    | {"help", "hours_note", "label", "languages_note", "name", "note", "other_names", "provider", "publisher", "quote"}
    | {"said", "skip", "solution", "status_note", "summary", "text", "time", "title", "what_helps", "why"}
)


def write_into(data: Path) -> None:
    """Puts SIGNS into every text of one service, one resource, one barrier, one area and one question."""

    def service(record: dict[str, Any]) -> None:
        record["former_ids"] = [FORMER_ID]
        _spoil(record)

    edit(data / f"services/{SERVICE}.yml", service)
    edit(data / f"resources/{RESOURCE}.yml", _spoil)
    edit(data / "vocabulary/barriers.yml", lambda barriers: _spoil(barriers[BARRIER]))
    edit(data / "vocabulary/areas.yml", lambda areas: _spoil(areas[AREA]))
    edit(data / "wizard.yml", lambda wizard: (_spoil(wizard["questions"][QUESTION]), _spoil(wizard["behind"])))


def _spoil(tree: Any, key: str = "") -> Any:
    if isinstance(tree, dict):
        for name, value in tree.items():
            tree[name] = _spoil(value, name)
    elif isinstance(tree, list):
        return [_spoil(item, key) for item in tree]
    elif key == "summary":
        return f"Hostile {SIGNS}"
    elif key in _TEXTS:
        return f"{tree} {SIGNS}"
    return tree
