"""Where an address leads, seen from the file that holds it. Whether it exists, others say."""

from __future__ import annotations

import posixpath
from enum import Enum, auto
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class Kind(Enum):
    """What sort of address it is. Only INSIDE, WEB and CONTACT may stand on a page."""

    INSIDE = auto()
    WEB = auto()
    CONTACT = auto()
    DATA = auto()
    OTHER_SCHEME = auto()
    FROM_ROOT = auto()
    HOST_ONLY = auto()
    ABOVE = auto()
    EMPTY = auto()
    MALFORMED = auto()


class Target(NamedTuple):
    """`path` (relative to the site, "" for its own folder) and `fragment` are filled for INSIDE only."""

    kind: Kind
    path: str = ""
    fragment: str = ""


_SCHEMES = {
    "http": Kind.WEB,
    "https": Kind.WEB,
    "mailto": Kind.CONTACT,
    "tel": Kind.CONTACT,
    "sms": Kind.CONTACT,
    "data": Kind.DATA,
}


def resolve(base: str, address: str, site_path: str = "") -> Target:
    """Where `address` leads from the file `base`. The query is left out; %20 and the like are decoded.

    An address may begin with `site_path`, the path of the site on its server, "/path/", where that is given.
    """
    address = address.strip().replace("\\", "/")  # browsers take a backslash for a slash
    if not address:
        return Target(Kind.EMPTY)
    try:
        parts = urlsplit(address)
    except ValueError:
        return Target(Kind.MALFORMED)
    if parts.scheme:
        return Target(_SCHEMES.get(parts.scheme, Kind.OTHER_SCHEME))
    if address.startswith("//"):
        return Target(Kind.HOST_ONLY)
    if address.startswith("/"):
        inside = site_path and address.startswith(site_path)
        return resolve("", f"./{address.removeprefix(site_path)}") if inside else Target(Kind.FROM_ROOT)
    fragment = unquote(parts.fragment)
    if not parts.path:
        return Target(Kind.INSIDE, base, fragment)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path)))
    if path == ".." or path.startswith("../"):
        return Target(Kind.ABOVE)
    return Target(Kind.INSIDE, "" if path == "." else path, fragment)
