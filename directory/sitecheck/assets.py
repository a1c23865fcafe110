"""Stylesheets, scripts and drawings: what they ask for in turn, and what they weigh on the way."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass

from directory.sitecheck.addresses import Kind, resolve
from directory.sitecheck.faults import Fault
from directory.sitecheck.inventory import Inventory, text_of
from directory.sitecheck.links import Address, leads_nowhere

STYLES = (".css",)
SCRIPTS = (".js", ".mjs")
_DRAWINGS = (".svg",)

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?(["']?)([^"')\s;]*)\1""", re.IGNORECASE)
_CSS_URL = re.compile(r"""\burl\(\s*(["']?)(.*?)\1\s*\)""", re.IGNORECASE | re.DOTALL)

# Only comments that begin a line: elsewhere // may be part of an address.
_JS_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)", re.DOTALL | re.MULTILINE)
_JS_STATIC = re.compile(r"""(?<![\w$.'"])(?:import|export)\b\s*(?:[\w$*{}\s,]*\bfrom\b\s*)?(["'])([^"'\n]*)\1""")
_JS_DYNAMIC = re.compile(r"""\bimport\s*\(\s*(["'])([^"'\n]*)\1""")
# A module that is named in a table and imported by a variable.
_JS_NAMED = re.compile(r"""(["'])(\.{1,2}/[^"'\n]*\.m?js)\1""")

_SVG_ID = re.compile(r"""\sid\s*=\s*["']([^"']+)["']""")


@dataclass(frozen=True, slots=True)
class Asset:
    """`size` is in bytes, compressed. `eager` are the files that a browser fetches right after it."""

    size: int
    eager: tuple[str, ...] = ()
    ids: frozenset[str] = frozenset()


def read_all(inventory: Inventory) -> tuple[dict[str, Asset], list[Fault]]:
    """Every stylesheet, script and drawing of the site by its path."""
    assets: dict[str, Asset] = {}
    faults: list[Fault] = []
    for path in inventory.ending(*STYLES, *SCRIPTS, *_DRAWINGS):
        text, unread = text_of(inventory, path)
        faults += unread
        now, later = _asked_for(path, text)
        targets = (inventory.file_at(address.target) for address in now)
        ids = frozenset(_SVG_ID.findall(text)) if path.endswith(_DRAWINGS) else frozenset()
        assets[path] = Asset(compressed(text), tuple(sorted({t for t in targets if t})), ids)
        wrong = (_fault(path, address, inventory) for address in sorted({*now, *later}))
        faults += [fault for fault in wrong if fault]
    return assets, faults


def compressed(text: str) -> int:
    """Bytes after gzip at level 6, what servers do by themselves."""
    return len(gzip.compress(text.encode(), 6, mtime=0))


def _asked_for(path: str, text: str) -> tuple[list[Address], list[Address]]:
    """The addresses that a file needs at once, and those that it may need later."""
    if path.endswith(STYLES):
        code = _CSS_COMMENT.sub(_only_lines, text)
        return list(_found(path, _CSS_IMPORT, code)), list(_found(path, _CSS_URL, code))
    if path.endswith(SCRIPTS):
        code = _JS_COMMENT.sub(_only_lines, text)
        return list(_found(path, _JS_STATIC, code)), [
            *_found(path, _JS_DYNAMIC, code),
            *_found(path, _JS_NAMED, code),
        ]
    return [], []


def _found(path: str, pattern: re.Pattern[str], code: str) -> Iterator[Address]:
    for match in pattern.finditer(code):
        yield Address(code.count("\n", 0, match.start(2)) + 1, match[2], True, resolve(path, match[2]))


def _only_lines(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")


def _fault(path: str, found: Address, inventory: Inventory) -> Fault | None:
    if path.endswith(STYLES) and found.target.kind is Kind.DATA:
        return None  # a picture inside the stylesheet is no request
    if path.endswith(SCRIPTS) and not found.text.startswith((".", "/")) and ":" not in found.text:
        sentence = f"A browser can't tell where the module “{found.text}” is."
        return Fault(path, found.line, "broken-link", sentence, "Begin it with ./ or ../ and name the file.")
    return leads_nowhere(path, found, inventory)
