"""What lies in the site's folder, and the only reading of its files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from directory.sitecheck.addresses import Kind, Target
from directory.sitecheck.faults import Fault


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every file with its size in bytes, and every folder; paths are relative to the site, with slashes."""

    site: Path
    files: dict[str, int]
    folders: frozenset[str]

    def ending(self, *ends: str) -> list[str]:
        return sorted(path for path in self.files if path.endswith(ends))

    def file_at(self, target: Target) -> str | None:
        """The file that a server shows for a target inside the site; None where there is none."""
        if target.kind is not Kind.INSIDE:
            return None
        index = f"{target.path}/index.html".lstrip("/")
        return next((path for path in (target.path, index) if path in self.files), None)


def take(site: Path) -> tuple[Inventory, list[Fault]]:
    files: dict[str, int] = {}
    folders: set[str] = set()
    faults: list[Fault] = []

    def unread(error: OSError) -> None:
        path = Path(error.filename).relative_to(site).as_posix()
        reason = error.strerror or "it gave no reason"
        faults.append(Fault(path, 1, "unreadable", f"This can't be read: {reason}.", "Build the site again."))

    for folder, _, names in os.walk(site, onerror=unread):
        inside = Path(folder).relative_to(site).as_posix()
        folders.add("" if inside == "." else inside)
        for name in names:
            path = name if inside == "." else f"{inside}/{name}"
            try:
                files[path] = (Path(folder) / name).stat().st_size
            except OSError as error:
                unread(error)
    return Inventory(site, files, frozenset(folders)), faults


def text_of(inventory: Inventory, path: str) -> tuple[str, list[Fault]]:
    """The text of a file, and a fault where it can't be read ("") or isn't UTF-8 (U+FFFD in its place)."""
    try:
        content = (inventory.site / path).read_bytes()
    except OSError as error:
        sentence = f"This file can't be read: {error.strerror}."
        return "", [Fault(path, 1, "unreadable", sentence, "Build the site again.")]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        fault = Fault(path, line, "encoding", "This file is not UTF-8 text.", "Write every text file as UTF-8.")
        return content.decode("utf-8", "replace"), [fault]
