"""The styles, scripts and icons that pages are sent, under an address that changes when they do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from directory.brand import Brand

_LOCALE = "scripts/locale.js"
_LINE_COMMENT = re.compile(rb"^[ ]*//.*\n", re.MULTILINE)
_CSS_COMMENT = re.compile(rb"/\*.*?\*/\n?", re.DOTALL)
"""What is for us and not for browsers: a tenth of the styles and a fifth of the scripts, compressed."""


@dataclass(frozen=True)
class Assets:
    """`files` are (address, content). The other addresses are those that pages name.

    Each language has its own copy of the scripts, in the folder `scripts`.
    """

    folder: str
    scripts: str
    style: str
    icon: str
    brand: Brand
    files: tuple[tuple[str, bytes], ...]

    def spoken(self, folder: str) -> Assets:
        """The assets as the pages of a language name them; `folder` is "pl/"."""
        return replace(self, scripts=f"{self.folder}/{folder}".rstrip("/"))


def collect(theme: Path, speech: Mapping[str, bytes], brand: Brand) -> Assets:
    """One stylesheet out of theme/styles, every component's style.css and theme/print.css, which changes what all of
    them say; each script its own module. Both lose their comments, and nothing else.

    `speech` is scripts/locale.js of each language, by its folder: "" is that of the source.
    """
    styles = [
        *sorted((theme / "styles").glob("*.css")),
        *sorted((theme / "components").glob("*/style.css")),
        theme / "print.css",
    ]
    style = b"".join(path.read_bytes() for path in styles)
    scripts = [
        *sorted((theme / "scripts").rglob("*.js")),
        *sorted((theme / "components").glob("*/behaviour.js")),
    ]
    sent = {path.relative_to(theme).as_posix(): path.read_bytes() for path in scripts}
    files = {
        f"{folder}{name}": _without(_LINE_COMMENT, script)
        for folder, locale in speech.items()
        for name, script in {**sent, _LOCALE: locale}.items()
    }
    files["site.css"] = brand.style() + _without(_CSS_COMMENT, style)
    # The style of one page alone lies beside its template, and only that page asks for it.
    files |= {path.name: path.read_bytes() for path in sorted((theme / "pages").glob("*.css"))}
    files["door.svg"] = brand.on((theme / "icons" / "door.svg").read_bytes())
    version = hashlib.sha256(b"\0".join(name.encode() + b"\0" + files[name] for name in sorted(files))).hexdigest()[:10]
    folder = f"assets/{version}"
    return Assets(
        folder,
        folder,
        f"{folder}/site.css",
        f"{folder}/door.svg",
        brand,
        tuple((f"{folder}/{name}", content) for name, content in sorted(files.items())),
    )


def _without(comments: re.Pattern[bytes], source: bytes) -> bytes:
    return comments.sub(b"", source)
