"""The same records as a stock MkDocs site with Material: its theme, its search, nothing else set."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from directory import hours
from directory.i18n import ENGLISH
from directory.model import Directory, Record, Service

# The letters that Material asks of Google by default are left out: nothing here reaches the network.
_SETTINGS = """site_name: {name}
theme:
  name: material
  font: false
plugins: [search]
"""


def build(directory: Directory, name: str, folder: Path) -> Path:
    """Writes a page a record and a list of all of them into `folder`, builds, and gives the finished site."""
    records: list[Record] = [*directory.services, *directory.resources]
    links = [f"- [{record.name}]({_file(record)}): {record.summary}" for record in records]
    pages = {"index.md": "\n".join([f"# {name}", "", *links])} | {_file(record): _page(record) for record in records}
    for path, text in pages.items():
        place = folder / "docs" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text + "\n", "utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS.format(name=name), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "true"})
    return folder / "site"


def address(record: Record) -> str:
    """Where the page of a record lies."""
    return f"{_file(record).removesuffix('.md')}/index.html"


def _file(record: Record) -> str:
    return f"{'services' if isinstance(record, Service) else 'resources'}/{record.id}.md"


def _page(record: Record) -> str:
    parts = [f"# {record.name}", record.summary, record.description or ""]
    if isinstance(record, Service):
        parts += [*_contact(record), *_hours(record)]
    sources = [f"- [{source.title or source.url}]({source.url})" for source in record.sources if source.url]
    return "\n\n".join(part for part in (*parts, "## Sources", "\n".join(sources)) if part)


def _contact(service: Service) -> Iterator[str]:
    if not service.contact:
        return
    yield "## Contact"
    for phone in service.contact.phone:
        yield f"[{phone.number}]({phone.uri})"
    for link in (service.contact.website, service.contact.email):
        if link:
            yield f"<{link}>"


def _hours(service: Service) -> Iterator[str]:
    for week in service.hours.values():
        rows = (f"| {row.days} | {row.times} |" for row in hours.table(ENGLISH, week))
        yield "\n".join(["## Hours", "", "| Days | Hours |", "| --- | --- |", *rows])
