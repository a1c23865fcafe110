"""A site with nothing but search."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from directory.export import search
from directory.export.entries import Edition, entries
from directory.model import Directory
from tests.builds import REPOSITORY, shipped

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'"

PAGE = """{% import "components/search/template.html" as find -%}
<!doctype html>
<html lang="en" data-root="{{ root }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{ policy }}">
<title>{{ title }}</title>
<link rel="icon" href="{{ root }}{{ shipped.icon }}">
<link rel="stylesheet" href="{{ root }}{{ shipped.style }}">
<script type="module" src="{{ root }}{{ shipped.scripts }}/scripts/site.js"></script>
</head>
<body>
<main class="wrap"><h1>{{ title }}</h1>
<div{% if title == "Search" %} data-search-page{% endif %}>{{ find.search(root, "find", shipped.folder, True) }}</div>
{% if title == "Search" %}
<div data-search-fallback><h2>Everything from A to Z</h2></div>
{% endif %}
</main></body>
</html>
"""


def write(english: Directory, folder: Path, others: Iterable[tuple[Directory, Edition]] = ()) -> None:
    """Every page that search can lead to, with the theme's real styles and scripts.

    In another language there is a page with a field, and those that its edition has.
    """
    assets = shipped()
    environment = Environment(loader=FileSystemLoader(REPOSITORY / "theme"), autoescape=True, undefined=StrictUndefined)
    environment.globals["say"] = lambda words: words
    template = environment.from_string(PAGE)
    pages = {"index.html": "Home", "search/index.html": "Search", "help-now/index.html": "Help now"}
    pages |= {entry.address: entry.title for entry in entries(english)}
    files = [*assets.files, *search.files(english, assets)]
    indexes = {}
    for directory, other in others:
        pages |= {f"{other.folder}index.html": "Home"}
        pages |= {e.address: e.title for e in entries(directory, other) if e.address.startswith(other.folder)}
        files += search.files(directory, assets, other)
        indexes[f"{other.folder}index.html"] = f"{other.folder}{search.ADDRESS}"
    for address, title in pages.items():
        html = template.render(root="../" * address.count("/"), title=title, shipped=assets, policy=POLICY)
        put(folder / address, html.replace(search.ADDRESS, indexes.get(address, search.ADDRESS)).encode())
    for address, content in files:
        put(folder / address, content)


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
