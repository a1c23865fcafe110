"""The same records as a Hugo site, so that the two programs can be timed on the same work.

bench/hugo_site/ holds its settings and layouts: the same parts of a page, lists of 200 records by kind, status, place,
job and topic, and a file for search. Where there was a choice, it is what Hugo does fastest: partials are cached, links
begin at the root, and only descriptions pass through Markdown. Hugo makes no lunr index, and ranks nothing by barrier.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from bench import generate
from bench.typed import Fields, text

LAYOUTS = Path(__file__).with_name("hugo_site")
_LIVE, _UNCONFIRMED, _GONE = (1, "ok"), (2, "warn"), (3, "gone")
_ORDER = {"unconfirmed": _UNCONFIRMED, "closed": _GONE, "merged": _GONE, "archived": _GONE}


def write(folder: Path, records: Iterable[generate.Made], vocabulary: Path, page: str) -> None:
    """A Hugo site of the records in a new folder, in the frame of `page`, a finished record page of ours."""
    shutil.copytree(LAYOUTS, folder)
    shutil.copytree(vocabulary, folder / "data")
    (folder / "layouts" / "_default" / "baseof.html").write_text(_frame(page), "utf-8")
    for section, title in (("services", "Services"), ("resources", "Self-help and guides")):
        (folder / "content" / section).mkdir(parents=True)
        (folder / "content" / section / "_index.md").write_text(f"---\ntitle: {title}\n---\n", "utf-8")
    for made in records:
        content = f"---\n{text(_front_matter(made.fields))}---\n{made.fields['description']}\n"
        (folder / "content" / made.folder / f"{made.id}.md").write_text(content, "utf-8")


def _front_matter(fields: Fields) -> Fields:
    """The same fields, but for what Hugo wants to find under another name or cannot have under ours."""
    weight, tone = _ORDER.get(fields["status"], _LIVE)
    renamed = {"name": "title", "url": "address"}
    return {
        "weight": weight,
        "tone": tone,
        "places": fields.get("area", {}).get("places", []),
        "roles": fields["who_for"].get("roles", []),
        "day": fields["checked"]["on"],
        **{renamed.get(key, key): value for key, value in fields.items() if key != "description"},
    }


def _frame(page: str) -> str:
    """Everything around the main part of one of our pages, as a layout."""
    before, main, after = re.split(r"(?<=<main)(.*)(?=</main>)", page, flags=re.DOTALL)
    before = re.sub(r"<title>.*? · ", "<title>{{ .Title }} · ", before)
    before = re.sub(r'(name="description" content=")[^"]*', r"\1{{ .Params.summary }}", before)
    opening = main[: main.index(">") + 1]
    frame = f'{before}{opening}<div class="wrap">\n{{{{ block "main" . }}}}{{{{ end }}}}\n</div>{after}'
    return frame.replace("../../", "/")
