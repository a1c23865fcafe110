"""A tree of files, written beside the site and swapped in whole.

The site that stands is never written into: a reader, and a failure at any moment, finds the old one or the new one.
Files that have not changed are linked over from the old site, not written again.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_MARK = ".built-by-keeping-well"
"""Lies in a built site and lists its files."""
_OF_THE_DESKTOP = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a look into a folder leaves behind; nobody misses it."""


class NotOurs(Exception):
    """The folder to publish into holds something that this program did not build."""


@dataclass(frozen=True)
class Staging:
    """A new site in the making, beside the one that stands."""

    out: Path
    folder: Path


def begin(out: Path) -> Staging:
    """An empty folder beside `out`. Raises NotOurs rather than ever replacing a folder that is not a built site."""
    recover(out)
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotOurs(f"{out} is not a folder")
    if foreign := _foreign(out):
        raise NotOurs(f"{out} holds {foreign}, which was not built here")
    folder = _beside(out, "new")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Staging(out, folder)


def write(staging: Staging, files: Iterable[tuple[str, bytes]]) -> int:
    """Writes files by their address; gives the number of bytes. An unchanged file of the old site is linked instead."""
    made: set[str] = set()
    new, old = os.fspath(staging.folder), os.fspath(staging.out)
    fresh = not staging.out.exists()
    total = 0
    for address, content in files:
        folder, _, _ = address.rpartition("/")
        if folder not in made:
            os.makedirs(f"{new}/{folder}", exist_ok=True)
            made.add(folder)
        total += len(content)
        target = f"{new}/{address}"
        if not fresh and _unchanged(f"{old}/{address}", content) and _linked(f"{old}/{address}", target):
            continue
        with open(target, "wb", buffering=0) as file:
            file.write(content)
    return total


def finish(staging: Staging) -> None:
    """Puts the new site in the place of the old one, at once."""
    (staging.folder / _MARK).write_text("\n".join(_addresses(staging.folder)), "utf-8")
    old = _beside(staging.out, "old")
    shutil.rmtree(old, ignore_errors=True)
    if not staging.out.exists():
        staging.folder.rename(staging.out)
        return
    if _exchange(staging.folder, staging.out):
        shutil.rmtree(staging.folder)
        return
    staging.out.rename(old)
    staging.folder.rename(staging.out)
    shutil.rmtree(old)


def abandon(staging: Staging) -> None:
    """Takes the unfinished site away; the old one stands."""
    shutil.rmtree(staging.folder, ignore_errors=True)


def recover(out: Path) -> None:
    """Puts the old site back where a stop between two renames left none (only where a swap in one step is unknown)."""
    old = _beside(out, "old")
    if old.is_dir() and not out.exists():
        old.rename(out)


def files(folder: Path) -> Mapping[str, bytes]:
    """The files below a folder by address, without the mark."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != _MARK
    }


def _addresses(folder: Path) -> list[str]:
    """The files below a folder, without the mark, which lists them."""
    found = (os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names)
    return sorted(address.replace(os.sep, "/") for address in found if address != _MARK)


def _foreign(out: Path) -> str | None:
    """A file in the place of the site that is no part of it: somebody put it there, and would lose it."""
    if not out.is_dir():
        return None
    mark = out / _MARK
    built = set(mark.read_text("utf-8").split("\n")) if mark.is_file() else set()
    added = (address for address in _addresses(out) if address not in built)
    return next((address for address in added if address.rpartition("/")[2] not in _OF_THE_DESKTOP), None)


def _beside(out: Path, what: str) -> Path:
    return out.parent / f".{out.name}.{what}"


def _linked(path: str, target: str) -> bool:
    """Links a file over. USB sticks and many file shares know no links."""
    with suppress(OSError):
        os.link(path, target)
        return True
    return False


def _unchanged(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as file:
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step, where the system can (renameat2 of Linux)."""
    if sys.platform != "linux":
        return False
    with suppress(AttributeError, OSError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        arguments = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        return bool(rename(*arguments) == 0)
    return False
