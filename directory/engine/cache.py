"""The frame, kept from the last build where nothing it depends on has changed."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from directory import cache
from directory.assets import Assets
from directory.engine.frame import Frame, Prose

_PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "pymdown-extensions", "babel")


def frame(repository: Path, site_url: str | None, assets: Assets, translated: Mapping[str, str]) -> Frame:
    """The frame and prose of a repository's mkdocs.yml, pages/ and theme/overrides/.

    `translated` are pages of pages/ in other languages: the Markdown of each by its name.
    """
    name = f"frame-{_key(repository, assets, translated)}"
    made = cache.read(repository, name)
    if made is None:
        # Imported here because it takes longer to import than a whole build takes without it.
        from directory.engine.material import render

        made = render(repository, assets, translated)
        cache.write(repository, name, made)
    return Frame(made["frame"], tuple(Prose(**page) for page in made["prose"]), assets, site_url)


def _key(repository: Path, assets: Assets, translated: Mapping[str, str]) -> str:
    """Everything that the frame depends on: settings, prose, templates, this package, the versions of the engine."""
    read = [repository / "mkdocs.yml"]
    for folder in (repository / "pages", repository / "theme" / "overrides", Path(__file__).parent):
        read += sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".html", ".py"))
    parts = [
        sys.version,
        assets.style,
        assets.icon,
        *(f"{name}\n{text}" for name, text in translated.items()),
        *(f"{name} {version(name)}" for name in _PACKAGES),
    ]
    digest = hashlib.sha256("\0".join(parts).encode())
    for path in read:
        digest.update(f"\0{path.relative_to(path.anchor)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:20]
