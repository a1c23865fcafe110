"""What translators and maintainers are told of translations: as tables, lists and sentences, or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from directory.i18n.changed import Change, Changed
from directory.i18n.locale import Key, Language
from directory.i18n.messages import CONTENT, INTERFACE, Catalogue, path_of
from directory.i18n.offer import Needs, Offer
from directory.i18n.standing import Standing
from directory.i18n.strings import Renewed

_MOST = 5
"""Messages shown for one page; more would hide the next page."""


@dataclass(frozen=True)
class Gap:
    """A message that is stale or missing, and where to write it. `line` is 0 where the file doesn't have it yet."""

    path: str
    line: int
    context: str
    english: str


@dataclass(frozen=True)
class HeldBack:
    """A page that is not offered: how many messages it lacks, and the first of them."""

    address: str
    lacks: int
    messages: tuple[str, ...]


@dataclass(frozen=True)
class Work:
    """What is left to do in one language."""

    language: Language
    stale: tuple[Gap, ...]
    missing: tuple[Gap, ...]
    pages: tuple[HeldBack, ...]


def work(standing: Standing, catalogue: Catalogue, offer: Offer, needs: Needs) -> Work:
    """`standing`, `catalogue` and `offer` are those of one language."""
    lines = {t.key: t.line for _, t in catalogue.messages}
    lines_by_context = {t.context: t.line for _, t in catalogue.messages if t.context}
    done = {t.key for _, t in catalogue.messages if t.done}
    pages = Counter(key for keys in needs.values() for key in keys)

    def gap(key: Key) -> Gap:
        path = path_of(standing.language, CONTENT if key[0] else INTERFACE)
        return Gap(path, lines.get(key, lines_by_context.get(key[0], 0)), *key)

    # What few pages say comes first: it tells more of a page than the words on all of them.
    lacking = {
        address: sorted(keys - done, key=lambda key: (pages[key], key))
        for address, keys in needs.items()
        if address not in offer.pages
    }
    return Work(
        standing.language,
        tuple(map(gap, standing.stale)),
        tuple(map(gap, standing.missing)),
        tuple(
            HeldBack(address, len(keys), tuple(english for _, english in keys[:_MOST]))
            for address, keys in lacking.items()
        ),
    )


def table(standings: Sequence[Standing]) -> str:
    """A line for each language. Its own name stands last: no terminal agrees with another how wide that is."""
    head = ("", "Language", "Status", "Translated", "Stale", "Missing", "Unreviewed", "Pages", "Its own name")
    rows = [
        (
            of.language.id,
            of.language.english,
            of.language.status,
            f"{of.translated} of {of.messages}",
            str(len(of.stale)),
            str(len(of.missing)),
            str(of.unreviewed),
            f"{of.pages} of {of.pages_in_all}",
            of.language.name,
        )
        for of in standings
    ]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (head, *rows)]
    return "\n".join([*(line.rstrip() for line in lines), "", _LEGEND]) + "\n"


_LEGEND = (
    "Stale: the English has changed since. Unreviewed: translated, and not yet checked by a person.\n"
    "A page is offered where all that it says is translated and fresh."
)


def table_as_json(standings: Sequence[Standing]) -> str:
    return _json([_numbers(of) for of in standings])


def left(standing: Standing, of: Work) -> str:
    """What is left to do in one language."""
    blocks = [table([standing]).rstrip()]
    for name, gaps in (("Stale", of.stale), ("Missing", of.missing)):
        if gaps:
            blocks.append("\n".join([f"{name}:", *map(_gap, gaps)]))
    if of.pages:
        blocks.append("\n".join(["Not offered:", *map(_held_back, of.pages)]))
    elif not (of.stale or of.missing):
        blocks.append("Everything is translated.")
    return "\n\n".join(blocks) + "\n"


def left_as_json(standing: Standing, of: Work) -> str:
    left = {name: value for name, value in asdict(of).items() if name != "language"}
    return _json({**_numbers(standing), "left": left})


def _numbers(of: Standing) -> Mapping[str, object]:
    return {
        "id": of.language.id,
        "name": of.language.name,
        "english": of.language.english,
        "status": of.language.status,
        "messages": of.messages,
        "translated": of.translated,
        "stale": len(of.stale),
        "missing": len(of.missing),
        "unreviewed": of.unreviewed,
        "pages": of.pages,
        "pages_in_all": of.pages_in_all,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _gap(of: Gap) -> str:
    context = f" ({of.context})" if of.context else ""
    return f"  {of.path}{f':{of.line}' if of.line else ''}: {_said(of.english)}{context}"


def _held_back(of: HeldBack) -> str:
    return f"  {of.address} lacks {_number(of.lacks, 'message')}: {_some(map(_said, of.messages), of.lacks)}"


def changes(found: Sequence[Changed]) -> str:
    """As Markdown, for a terminal and for the summary of a workflow alike."""
    if not found:
        return "No translation says anything else on a page.\n"
    return "\n\n".join(block for of in found for block in _changed(of)) + "\n"


def changes_as_json(found: Sequence[Changed]) -> str:
    return _json([{**asdict(of), "language": of.language.id} for of in found])


def _changed(of: Changed) -> Iterable[str]:
    yield f"### {of.language.english} ({of.language.name})"
    if of.everywhere:
        yield f"On every page, such as `site/{of.language.folder}index.html`:"
        yield "\n".join(f"- {line}" for line in _lines(of.everywhere))
    if of.pages:
        yield "\n".join(
            line
            for page in of.pages
            for line in (
                f"- `site/{page.address}` {page.title}",
                *(f"  - {line}" for line in _lines(page.changes)),
            )
        )
    if of.held_back:
        yield f"Not offered, as something else that they say is missing: {_number(of.held_back, 'page')}."


def _lines(changes: Sequence[Change]) -> list[str]:
    lines = [f"{_said(of.english)}: {_said(of.was)} → {_said(of.now)}" for of in changes[:_MOST]]
    return [*lines, f"and {len(changes) - _MOST} more"] if len(changes) > _MOST else lines


@dataclass(frozen=True)
class Format:
    """How to tell of all languages, of one, and of what a change of catalogues changes."""

    table: Callable[[Sequence[Standing]], str]
    left: Callable[[Standing, Work], str]
    changes: Callable[[Sequence[Changed]], str]


FORMATS = {
    "text": Format(table, left, changes),
    "json": Format(table_as_json, left_as_json, changes_as_json),
}


def renewed(files: Sequence[Renewed], write: bool) -> str:
    """What has been written, or what would be, by languages."""
    if not files:
        return "All templates and catalogues are up to date.\n"
    sentences = []
    for language in dict.fromkeys(of.language for of in files if of.language):
        own = [of for of in files if of.language == language]
        new, stale = sum(of.new for of in own), sum(of.stale for of in own)
        sentences.append(f"{language.english}: {_number(stale, 'message')} became stale, {new} {_are(new)} new.")
    paths = [f"  {of.path}" for of in files]
    head = "These files are written anew:" if write else "These files are not up to date. Run: make strings"
    return "\n".join([head, *paths, *sentences]) + "\n"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _said(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text else "nothing"


def _some(shown: Iterable[str], in_all: int) -> str:
    words = list(shown)
    return ", ".join(words) + (f" and {in_all - len(words)} more" if in_all > len(words) else "")


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
