"""MkDocs and Material, run once over pages/ and one empty page. The only module that imports them."""

from __future__ import annotations

import json
import logging
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from directory import urls
from directory.assets import Assets

_FRAME = "the-frame-of-every-page"
IN = "--"
"""Stands between the id of a language and the name of a page: "pl--privacy"."""
_LINK = re.compile(r'href="(?!https?:|mailto:|tel:|sms:|#)([^"#?]*)((?:[#?][^"]*)?")')


def render(repository: Path, assets: Assets, translated: Mapping[str, str]) -> dict[str, Any]:
    """{"frame": the frame with its slots, "prose": [{address, language, title, description, html}]}

    `translated` are further pages: the Markdown of each by its name.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        pages, site = Path(folder, "pages"), Path(folder, "site")
        shutil.copytree(repository / "pages", pages)
        (pages / f"{_FRAME}.md").write_text("---\nframe: true\n---\n", "utf-8")
        for name, text in translated.items():
            (pages / f"{name}.md").write_text(text, "utf-8")
        config = load_config(str(repository / "mkdocs.yml"), docs_dir=str(pages), site_dir=str(site))
        told = {"style": assets.style, "icon": assets.icon, "leave": urls.LEAVE}
        config.extra.update(told, say=lambda words: f"[say {words}]")
        build(config)
        frame = (site / _FRAME / "index.html").read_text("utf-8")
        prose = [_prose(path, site) for path in sorted(site.rglob("index.html")) if path.parent.name != _FRAME]
    return {"frame": frame, "prose": prose}


def _prose(path: Path, site: Path) -> dict[str, str]:
    words = json.loads(path.read_text("utf-8"))
    language, _, name = path.relative_to(site).as_posix().rpartition(IN)
    address = urls.prose(name.removesuffix("/index.html"))
    # MkDocs links to folders; ours name the file, so that they work from a disk too.
    html = _LINK.sub(lambda link: f'href="[root]{_target(address, link[1])}{link[2]}', words["html"])
    said = {"title": words["title"], "description": words["description"], "html": html}
    return {"address": address, "language": language, **said}


def _target(address: str, link: str) -> str:
    """The address that a link of a page leads to."""
    found = normpath(join(dirname(address), link))
    return normpath(join(found, "index.html")) if link.endswith("/") else found
