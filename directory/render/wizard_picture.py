"""“How Find support works”: its questions as a picture, and what each option does to the records, in words.

Everything is read from the table that the wizard evaluates, so that the page can't say anything else.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from directory import matching, urls
from directory.engine import Page
from directory.model import Question
from directory.render.context import Context

WIDTH = 1120
"""Of the picture, in its own units; the sizes of letters in theme/components/wizard-picture are in the same."""

COLUMNS, GAP, MARGIN, PAD = 5, 12, 24, 13
CARD_WIDTH = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) // COLUMNS
LINE = 19
SIGN = 20
"""The room of the sign before a mark."""
LETTERS = {"label": 19, "note": 21}
OTHER_LETTERS, TITLE_LETTERS = 19, 50
"""Letters in a line: as many as fit in the widest of the common faces."""
HEAD, TITLE_LINE, ARROW = 62, 26, 40

RESULTS = (
    ("If it can’t wait", "crisis lines, always first"),
    ("Best matches", "at most {best} that may lead"),
    ("What we couldn’t find", "answers that nothing confirmed is made for"),
    ("Also open to everyone", "at most {everyone}, in an order set by hand"),
    ("Something to do right now", "at most {alone} to use alone"),
    ("Others that may fit", "all the rest, folded away"),
    ("We couldn’t confirm these", "folded away, with no numbers"),
    ("Not shown, and why", "what a known fact rules out"),
)
"""The parts of the page of results (theme/components/wizard), in order, each with what stands in it."""


@dataclass(frozen=True)
class Mark:
    """One thing that an option does, in a few words. `kind` is lifts, out, brings, back, everything or note."""

    kind: str
    words: str


@dataclass(frozen=True)
class Names:
    """Records that stand alike, as (address, name), in the order of the results; `caption` says how, "" if in front."""

    caption: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Lifted:
    """Records that an option gives the same points for the same reasons."""

    points: int
    reasons: tuple[str, ...]
    names: tuple[Names, ...]


@dataclass(frozen=True)
class OptionView:
    """All that an option does while it is the only answer.

    `lifted` has the highest points first; `fitting` are the same records whatever their points. `brought` come forward
    without points, `back` go further down. `out` are (fact, how many records it rules out).
    """

    label: str
    said: str
    is_board: bool
    marks: tuple[Mark, ...]
    lifted: tuple[Lifted, ...]
    fitting: tuple[Names, ...]
    brings: tuple[str, ...]
    brought: tuple[Names, ...]
    back: tuple[Names, ...]
    out: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Text:
    kind: str
    x: int
    lines: tuple[tuple[int, str], ...]
    """(y, words)"""


@dataclass(frozen=True)
class Card:
    """A small box of the picture. `signs` are (kind, x, y)."""

    x: int
    y: int
    width: int
    height: int
    texts: tuple[Text, ...]
    signs: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Box:
    """A question, or the results: their `number` is 0. `title` are (y, words)."""

    y: int
    height: int
    number: int
    title: tuple[tuple[int, str], ...]
    note: str
    cards: tuple[Card, ...]


def how_it_works(context: Context) -> Page:
    """For maintainers and reviewers: the rules, the picture, and every option with the records that it lifts."""
    table, wizard = context.table, context.directory.wizard
    options = [_option(context, i) for i in range(len(table.choices))]
    by_question = [[options[i] for i in table.of_question(n)] for n in range(len(table.questions))]
    boxes = tuple(_boxes(context, by_question))
    may_be_shown = matching.evaluate(table, []).order
    view = {
        "root": urls.root(urls.WIZARD),
        "picture": {
            "width": WIDTH,
            "height": boxes[-1].y + boxes[-1].height + 1,
            "boxes": boxes,
            "arrows": [box.y + box.height for box in boxes[:-1]],
            "questions": [question.label for question in table.questions],
            "results": [title for title, _ in RESULTS],
        },
        "questions": [
            {
                "number": n,
                "label": question.label,
                "how": _how(question),
                "said": question.where.said.replace("{place}", "this place") if question.where else "",
                "options": views,
            }
            for n, (question, views) in enumerate(zip(table.questions, by_question, strict=True), 1)
        ],
        "place_points": wizard.points.place,
        "gone": [(table.facts[fact].words, len(table.facts[fact].records)) for fact in table.start.out],
        "start": [
            (points, table.facts[fact].words, len(table.facts[fact].records)) for fact, points in table.start.lifts
        ],
        "behind": [
            {
                "name": group.id,
                "why": group.why,
                "count": sum(table.behind[i] >> bit & 1 for i in may_be_shown),
                "by": _bringing(table, 1 << bit),
            }
            for bit, group in enumerate(wizard.behind)
        ],
        "everyone": [_link(table.entries[i]) for i in table.everyone],
        "most": table.most,
        "sunk": sum(table.sunk[i] for i in may_be_shown),
        "count": len(may_be_shown),
    }
    description = "The questions of Find support, what each answer does to the list, and why. For those who review it."
    main = context.templates.page("about-wizard", view=view)
    return Page(urls.WIZARD, "How Find support works", description, "", main)


def _option(context: Context, index: int) -> OptionView:
    table = context.table
    choice = table.choices[index]
    effect = choice.effect
    first, alone = matching.evaluate(table, []), matching.evaluate(table, [index])
    while_open = ((table.open_now, effect.now),) if effect.now and table.open_now is not None else ()
    worth: dict[int, list[tuple[int, int]]] = {}
    for fact, points in (*effect.lifts, *while_open):
        for i in table.facts[fact].records:
            worth.setdefault(i, []).append((fact, points))
    groups: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    for i in alone.order:
        if i in worth:
            points = sum(points for _, points in worth[i])
            groups.setdefault((-points, tuple(fact for fact, _ in worth[i])), []).append(i)
    lifted = tuple(
        Lifted(-points, tuple(table.facts[fact].words for fact in facts), _names(table, groups[points, facts], alone))
        for points, facts in sorted(groups)
    )
    forward = [i for i in alone.order if first.behind[i] and not alone.behind[i]]
    back = [i for i in alone.order if alone.behind[i] and not first.behind[i]]
    brings = [group for bit, group in enumerate(context.directory.wizard.behind) if effect.brings >> bit & 1]
    out = [(table.facts[fact].words, len(table.facts[fact].records)) for fact in effect.out]
    named = ", ".join(group.id for group in brings)
    found = (
        ("out", f"rules out {sum(count for _, count in out)}", bool(out)),
        ("lifts", f"lifts {len(worth)}{' while open' if effect.now else ''}", bool(worth) or not effect.everything),
        ("brings", f"brings forward {named or len(forward)}", bool(brings or forward)),
        ("back", f"puts {len(back)} further down", bool(back)),
        ("everything", "opens the whole list", effect.everything),
    )
    return OptionView(
        choice.label,
        choice.said,
        choice.within is not None,
        tuple(Mark(kind, words) for kind, words, holds in found if holds),
        lifted,
        _names(table, [i for i in alone.order if i in worth], alone),
        tuple(group.why for group in brings),
        _names(table, [i for i in forward if i not in worth], alone),
        _names(table, back, first),
        tuple(sorted(out, key=lambda fact: (-fact[1], fact[0]))),
    )


def _names(table: matching.Table, entries: Iterable[int], at: matching.Results) -> tuple[Names, ...]:
    """The entries by how they stand in these results: in front, further down, or never first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for i in entries:
        found.setdefault(_caption(table.entries[i], at.behind[i]), []).append(_link(table.entries[i]))
    return tuple(Names(caption, tuple(links)) for caption, links in found.items())


def _caption(entry: matching.Entry, behind: int) -> str:
    if not entry.sinks:
        return "Further down, until another answer brings it forward:" if behind else ""
    match entry.record.status:
        case "unconfirmed":
            return "Not confirmed, so never first:"
        case "paused":
            return "Paused, so never first:"
        case _:
            return "Overdue for a check, so never first:"


def _link(entry: matching.Entry) -> tuple[str, str]:
    return urls.record(entry.record), entry.record.name


def _bringing(table: matching.Table, bit: int) -> list[str]:
    """The words of what brings a group forward: options that name it, and questions that fit some of it."""
    named = [choice.label for choice in table.choices if choice.effect.brings & bit]
    fitting = {choice.question for choice in table.choices if any(served & bit for _, served in choice.effect.serves)}
    return [*named, *(f"“{table.questions[n].label}”, for records that fit the answer" for n in sorted(fitting))]


def _how(question: Question) -> str:
    return "Choose any that fit, or skip" if question.several else "Choose one, or skip"


def _boxes(context: Context, by_question: Sequence[Sequence[OptionView]]) -> Iterator[Box]:
    """The boxes of the picture, one below the other."""
    y = 1
    for number, (question, options) in enumerate(zip(context.table.questions, by_question, strict=True), 1):
        cards = [(option.label, marks) for option, marks in _with_boards(options)]
        box = _box(y, number, question.label, _how(question), cards)
        yield box
        y += box.height + ARROW
    most = context.table.most
    parts = [
        (title, [Mark("note", words.format(best=most.best, everyone=most.everyone, alone=most.alone))])
        for title, words in RESULTS
    ]
    yield _box(y, 0, "The results", "From the top of the page", parts)


def _box(y: int, number: int, label: str, note: str, contents: Sequence[tuple[str, Sequence[Mark]]]) -> Box:
    title = tuple((y + 40 + TITLE_LINE * n, line) for n, line in enumerate(textwrap.wrap(label, TITLE_LETTERS)))
    cards = _cards(y + HEAD + TITLE_LINE * (len(title) - 1), contents)
    return Box(y, max(card.y + card.height for card in cards) + MARGIN - y, number, title, note, cards)


def _with_boards(options: Sequence[OptionView]) -> Iterator[tuple[OptionView, Sequence[Mark]]]:
    """The options that have a card, with their marks: a region stands for its boards, which follow it."""
    starts = [i for i, option in enumerate(options) if not option.is_board]
    for i, end in zip(starts, [*starts[1:], len(options)], strict=True):
        boards = end - i - 1
        folded = [Mark("note", f"and its {boards} boards")] if boards else []
        yield options[i], [*options[i].marks, *folded]


def _cards(y: int, contents: Sequence[tuple[str, Sequence[Mark]]]) -> tuple[Card, ...]:
    """Cards in rows from `y` down; those of one row are of one height."""
    cards: list[Card] = []
    for at in range(0, len(contents), COLUMNS):
        row = [
            _card(MARGIN + column * (CARD_WIDTH + GAP), y, label, marks)
            for column, (label, marks) in enumerate(contents[at : at + COLUMNS])
        ]
        height = max(card.height for card in row)
        cards += [replace(card, height=height) for card in row]
        y += height + GAP
    return tuple(cards)


def _card(x: int, y: int, label: str, marks: Sequence[Mark]) -> Card:
    left, at = x + PAD, y + PAD - 5
    texts: list[Text] = []
    signs: list[tuple[str, int, int]] = []
    for mark in (Mark("label", label), *marks):
        signed = mark.kind not in LETTERS
        wrapped = textwrap.wrap(mark.words, LETTERS.get(mark.kind, OTHER_LETTERS))
        lines = tuple((at + LINE * n, line) for n, line in enumerate(wrapped, 1))
        texts.append(Text(mark.kind, left + SIGN if signed else left, lines))
        if signed:
            signs.append((mark.kind, left, lines[0][0]))
        at = lines[-1][0] + (4 if mark.kind == "label" else 0)
    return Card(x, y, CARD_WIDTH, at + PAD - y, tuple(texts), tuple(signs))
