"""MkDocs and Material, run once over pages/ and one empty page. The only module that imports them."""

from __future__ import annotations

import json
import logging
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from directory.assets import Assets

_FRAME = "the-frame-of-every-page"
_FOLDER_LINK = re.compile(r'(href="(?!https?:|mailto:|tel:|sms:|#)(?:[^"#?]*/)?)((?:#[^"]*)?")')


def render(repository: Path, assets: Assets) -> dict[str, Any]:
    """{"frame": the frame with its slots, "prose": [{address, title, description, html}]}"""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        pages, site = Path(folder, "pages"), Path(folder, "site")
        shutil.copytree(repository / "pages", pages)
        (pages / f"{_FRAME}.md").write_text("---\nframe: true\n---\n", "utf-8")
        config = load_config(str(repository / "mkdocs.yml"), docs_dir=str(pages), site_dir=str(site))
        config.extra.update(style=assets.style, icon=assets.icon)
        build(config)
        frame = (site / _FRAME / "index.html").read_text("utf-8")
        prose = [
            {"address": _address(path.relative_to(site).as_posix()), **_words(path)}
            for path in sorted(site.rglob("index.html"))
            if path.parent.name != _FRAME
        ]
    return {"frame": frame, "prose": prose}


def _address(path: str) -> str:
    return "404.html" if path == "404/index.html" else path


def _words(path: Path) -> dict[str, str]:
    words = json.loads(path.read_text("utf-8"))
    # MkDocs links to folders; ours name the file, so that they work from a disk too.
    html = _FOLDER_LINK.sub(
        lambda link: f"{link[1]}index.html{link[2]}" if link[1].endswith("/") else link[0], words["html"]
    )
    return {"title": words["title"], "description": words["description"], "html": html}
