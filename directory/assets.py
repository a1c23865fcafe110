"""The styles, scripts and icons that pages are sent, under an address that changes when they do."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from directory.brand import Brand


@dataclass(frozen=True)
class Assets:
    """`files` are (address, content). The other addresses are those that pages name."""

    folder: str
    style: str
    script: str
    icon: str
    files: tuple[tuple[str, bytes], ...]


def collect(theme: Path, generated: Mapping[str, bytes], brand: Brand) -> Assets:
    """One stylesheet out of theme/styles and every component's style.css; scripts as they are, each its own module.

    `generated` are files that lie beside them though not in the theme, by their address in the folder.
    """
    styles = [*sorted((theme / "styles").glob("*.css")), *sorted((theme / "components").glob("*/style.css"))]
    style = b"".join(path.read_bytes() for path in styles)
    scripts = [
        *sorted((theme / "scripts").rglob("*.js")),
        *sorted((theme / "components").glob("*/behaviour.js")),
    ]
    files = {path.relative_to(theme).as_posix(): path.read_bytes() for path in scripts} | dict(generated)
    files["site.css"] = brand.style() + style
    # The style of one page alone lies beside its template, and only that page asks for it.
    files |= {path.name: path.read_bytes() for path in sorted((theme / "pages").glob("*.css"))}
    files["door.svg"] = brand.on((theme / "icons" / "door.svg").read_bytes())
    version = hashlib.sha256(b"\0".join(name.encode() + b"\0" + files[name] for name in sorted(files))).hexdigest()[:10]
    folder = f"assets/{version}"
    return Assets(
        folder,
        f"{folder}/site.css",
        f"{folder}/scripts/site.js",
        f"{folder}/door.svg",
        tuple((f"{folder}/{name}", content) for name, content in sorted(files.items())),
    )
