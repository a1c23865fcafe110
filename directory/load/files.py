"""Which files there are, how they lie in their folder, and the bytes they hold."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from directory.diagnostics import Code, Diagnostic, Position

MAX_BYTES = 250_000
"""Nine times the largest file there is; small enough that no file, whatever is in it, takes more than a few seconds."""
MAX_ID = 80
"""Characters in an id; the same as in schemas/common.json."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class File:
    """A data file: `path` is the name shown to people, `place` where it is read from."""

    path: str
    place: Path

    @property
    def id(self) -> str:
        return self.place.stem


def about(path: str, code: Code, sentence: str, hint: str) -> Diagnostic:
    """A diagnostic that speaks of a file as a whole."""
    return Diagnostic(Position(path), code, sentence, hint)


def find(data: Path, folder: str, shown_as: str) -> tuple[list[File], list[Diagnostic]]:
    """The record files of `data/folder`, by name, and what is wrong with how they lie there."""
    root, shown = data / folder, f"{shown_as}/{folder}"
    if not root.is_dir():
        return [], []
    try:
        names = sorted((name for name in os.listdir(root) if not name.startswith(".")), key=os.fsencode)
    except OSError as error:
        return [], [_unreadable(shown, error)]
    files: list[File] = []
    found: list[Diagnostic] = []
    # Valid names first, so that of two that differ only in case it is the other one that has to change.
    claimed: dict[str, str] = {}
    for name in sorted(names, key=lambda name: not _is_id(name)):
        place, path = root / name, f"{shown}/{_shown(name)}"
        stem, suffix = os.path.splitext(name)
        record = suffix.lower() in (".yml", ".yaml")
        twin = claimed.setdefault(stem.casefold(), name) if record else name
        if _is_id(name):
            files.append(File(path, place))
        elif fault := _odd(path, place):
            found.append(fault)
        elif twin != name:
            sentence = f"This file and {_shown(twin)} differ only in capital letters or in their ending."
            found.append(about(path, Code.ID_CASE, sentence, "Rename or remove one of the two."))
        elif record:
            sentence = "The name of this file can't be an id."
            hint = f"Call it {_as_id(stem)}.yml: small letters, digits and hyphens, and .yml at the end."
            if len(stem) > MAX_ID:
                hint = f"Choose a shorter one: at most {MAX_ID} letters before .yml."
            found.append(about(path, Code.FILE_NAME, sentence, hint))
        else:
            hint = f"Only files that end in .yml lie in {folder}/. Move this one somewhere else."
            found.append(about(path, Code.FILE_NAME, "The name of this file is not that of a record.", hint))
    return files, found


def content(file: File) -> tuple[bytes | None, list[Diagnostic]]:
    """What a file holds. Without bytes there is one diagnostic. Never waits, as for a pipe; never follows a link."""
    if fault := _odd(file.path, file.place):
        return None, [fault]
    try:
        return file.place.read_bytes(), []
    except OSError as error:
        return None, [_unreadable(file.path, error)]


def lines(file: Path) -> list[str]:
    """The lines of a data file as an editor counts them; none where it can't be read."""
    raw, _ = content(File(file.name, file))
    return [line.removesuffix("\r") for line in raw.decode("utf-8", "replace").split("\n")] if raw else []


def folder_faults(data: Path, folders: Iterable[str], shown_as: str) -> list[Diagnostic]:
    """What makes `data` no folder of records: one of its folders leads elsewhere, or its vocabulary is not there."""
    links = [_link(f"{shown_as}/{folder}", "folder") for folder in folders if (data / folder).is_symlink()]
    if links or (data / "vocabulary").is_dir():
        return links
    hint = "Name the folder that holds services/, resources/ and vocabulary/, with --data."
    sentence = "There is no folder vocabulary/ here, so nothing can be read."
    return [about(f"{shown_as}/vocabulary", Code.MISSING_FILE, sentence, hint)]


def _odd(path: str, place: Path) -> Diagnostic | None:
    """What a file is, where it isn't an ordinary file of a bearable size."""
    try:
        status = place.lstat()
    except FileNotFoundError:
        hint = "Put it back under this very name."
        return about(path, Code.MISSING_FILE, "This file is needed, and is missing.", hint)
    except OSError as error:
        return _unreadable(path, error)
    if S_ISLNK(status.st_mode):
        return _link(path, "file")
    if not S_ISREG(status.st_mode):
        what = "a folder" if S_ISDIR(status.st_mode) else "something else (a pipe, for example)"
        return about(path, Code.UNREADABLE, f"A file should stand here, and this is {what}.", "Move it away.")
    if status.st_size > MAX_BYTES:
        size, most = status.st_size // 1000, MAX_BYTES // 1000
        sentence = f"This file is too large: {size} kB, where {most} kB are possible."
        hint = "Long documents belong on their own site, with a link here."
        return about(path, Code.TOO_LARGE, sentence, hint)
    return None


def _link(path: str, what: str) -> Diagnostic:
    sentence = f"This is a link to another {what}. Links are not followed, so that nothing from elsewhere is published."
    return about(path, Code.SYMLINK, sentence, f"Put the {what} itself here.")


def _unreadable(path: str, error: OSError) -> Diagnostic:
    reason = (error.strerror or "it can't be opened").lower()
    return about(path, Code.UNREADABLE, f"This could not be read: {reason}.", "Look at its permissions.")


def _is_id(name: str) -> bool:
    stem, suffix = os.path.splitext(name)
    return suffix == ".yml" and len(stem) <= MAX_ID and bool(_ID.fullmatch(stem))


def _as_id(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:MAX_ID].strip("-") or "a-short-name"


def _shown(name: str) -> str:
    """A file name as it can be printed, whatever bytes it is made of."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)
