"""What one build keeps for the next, as JSON in .cache/, which may be removed at any time."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def read(repository: Path, name: str) -> Any:
    """What was kept under a name; None where that is nothing, or can't be read."""
    try:
        return json.loads(_file(repository, name).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def write(repository: Path, name: str, value: object) -> None:
    """Keeps a value. Two builds at once may do so: each writes the whole file, and the last one stays."""
    file = _file(repository, name)
    file.parent.mkdir(exist_ok=True)
    beside = file.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(value), "utf-8")
    beside.replace(file)


def _file(repository: Path, name: str) -> Path:
    return repository / ".cache" / f"{name}.json"
