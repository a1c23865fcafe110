"""The only place that knows an address.

An address is the path of a file from the site's root: "services/kw-nwl/index.html". Links between pages are relative
and name that file, so that the site works below any path, on a file share and from a disk.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from directory.model import Area, Barrier, Record, Service

HOME = "index.html"
HELP_NOW = "help-now/index.html"
FIND_SUPPORT = "find-support/index.html"
SEARCH = "search/index.html"
SERVICES = "services/index.html"
RESOURCES = "resources/index.html"
HUBS = "hubs/index.html"
AREAS = "areas/index.html"
BARRIERS = "barriers/index.html"
TOPICS = "topics/index.html"
INCIDENTS = "incidents/index.html"
STAFF_CHAT = "staff-chat/index.html"
LADDER = "psychological-professions/index.html"
CASE_STUDIES = "case-studies/index.html"
USEFUL_LINKS = "useful-links/index.html"
DATA = "about/data/index.html"
WIZARD = "about/wizard/index.html"
COMPONENTS = "about/components/index.html"
SUGGEST = "suggest-a-change/index.html"
SEARCH_INDEX = "assets/search.json"
NOT_FOUND = "404.html"
PRIVACY = "privacy/index.html"
ACCESSIBILITY = "accessibility/index.html"
LANGUAGES = "languages/index.html"
TRANSLATIONS = "about/translations/index.html"

LEAVE = "https://www.bbc.co.uk/weather"
"""Where "Leave this page" goes: an ordinary page that everybody opens."""


def record(of: Record) -> str:
    return f"{'services' if isinstance(of, Service) else 'resources'}/{of.id}/index.html"


def former(of: Record, id: str) -> str:
    return f"{'services' if isinstance(of, Service) else 'resources'}/{id}/index.html"


def area(of: Area) -> str:
    return f"areas/{of.id}/index.html"


def barrier(of: Barrier) -> str:
    return f"barriers/{of.id}/index.html"


def topic(id: str) -> str:
    return f"topics/{id}/index.html"


def prose(name: str) -> str:
    """A page of words in pages/, by the name of its file: privacy, or 404, which every host looks for by that name."""
    return NOT_FOUND if name == "404" else f"{name}/index.html"


def listing(base: str, facet: str | None = None, value: str | None = None, page: int = 1) -> str:
    """A list page: listing("services", "kind", "hub", 2) is services/kind/hub/page/2/index.html."""
    parts = [base, *([facet, value] if facet and value else []), *(["page", str(page)] if page > 1 else [])]
    return "/".join([*parts, "index.html"])


def root(address: str, site_url: str | None = None) -> str:
    """The way from a page back to the site's root: "../../" from services/kw-nwl/index.html, "" from index.html.

    Hosts show 404.html at any address, so its way begins at the server's root, "/path/", where the site knows its own.
    """
    if site_url and address.rpartition("/")[2] == NOT_FOUND:
        return urlsplit(absolute(site_url, "")).path
    return "../" * address.count("/")


def absolute(site_url: str, address: str) -> str:
    """The address of a page on the web, as people pass it on: without index.html."""
    return f"{site_url.rstrip('/')}/{address.removesuffix('index.html')}"
