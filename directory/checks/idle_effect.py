"""Everything that the wizard names meets a record that it can show.

Looks for: a lift in data/wizard.yml that names something no record has; a record under everyone that is never shown.
Matters because: someone chooses that answer, or could be shown that record, and nothing comes of it.
Write instead: something that a record has, or a record that can be shown; or leave it out until there is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from directory.diagnostics import Code, Diagnostic, Pointer, Where, did_you_mean, quoted
from directory.matching import facts
from directory.model import Directory, Id, Lift

_AUDIENCES = ("staff", "public")
_GONE = {
    "closed": "has closed",
    "merged": "is part of another service now",
    "archived": "has ended, or something newer took its place",
}


def check(directory: Directory, path: str, where: Where) -> Iterator[Diagnostic]:
    on_every_page = {line.record for line in directory.crisis.lines}
    offered = [record for record in directory.records if record.for_staff and not record.gone]
    records = [record for record in offered if record.id not in on_every_page]
    yield from _for_everyone(directory, {record.id for record in records}, on_every_page, path, where)
    if not records:
        return  # then every effect is idle, and other sentences say why
    having = _facts(records)
    of_crisis_lines = _facts(offered)
    known = _known(directory)
    for pointer, lifts in _lifts(directory):
        for i, lift in enumerate(lifts):
            for j, id in enumerate(lift.ids):
                if id in known and (lift.kind, id) not in having:
                    at: Pointer = (*pointer, i, lift.kind, *([j] if id else []))
                    words = _idle(lift.kind, id, having, of_crisis_lines)
                    yield Diagnostic(where(path, at), Code.IDLE_EFFECT, *words)


def _for_everyone(
    directory: Directory, shown: Collection[Id], on_every_page: Collection[Id], path: str, where: Where
) -> Iterator[Diagnostic]:
    """The records under “everyone” that exist, and that nobody will see there."""
    named = directory.wizard.everyone
    for i, id in enumerate(named):
        record = directory.by_id.get(id)
        if record is None or id in shown:
            continue
        if id in on_every_page:
            why = "is among the crisis lines, which are on every page"
        elif not record.for_staff:
            why = "is for children and families"
        else:
            why = _GONE[record.status]
        sentence = f"{quoted(record.name)} {why}, so nobody is shown it here."
        instead = [f"“{other}”" for other in record.successors if other in shown and other not in named]
        hint = f"Write {' or '.join(instead)} in its place, or take it out." if instead else "Take it out."
        yield Diagnostic(where(path, ("everyone", i)), Code.IDLE_EFFECT, sentence, hint)


def _facts(records: Iterable[facts.Found]) -> set[facts.Key]:
    return {key for record in records for key in facts.of(record)}


def _idle(kind: str, id: str, having: set[facts.Key], of_crisis_lines: set[facts.Key]) -> tuple[str, str]:
    """The sentence and the hint for something that no record has."""
    hint = "Leave it out until a record has it."
    if (kind, id) in of_crisis_lines:
        hint = "The crisis lines have it, but they are the same for everyone. Leave it out."
    elif near := did_you_mean(id, (known for of, known in having if of == kind)):
        hint = f"{near} Or leave it out until a record has it."
    if id:
        return f"No record has {quoted(id)} among its {kind}, so this does nothing.", hint
    return f"“{kind}: yes” is true of no record, so this does nothing.", hint


def _known(directory: Directory) -> frozenset[str]:
    """All that a lift may name. What is not among it is told of as an unknown id, and only so."""
    words = directory.vocabulary
    terms = (id for terms in words.terms.values() for id in terms)
    return frozenset(("", *_AUDIENCES, *words.features, *terms, *directory.by_id))


def _lifts(directory: Directory) -> Iterator[tuple[Pointer, Sequence[Lift]]]:
    yield ("start",), directory.wizard.start
    for question in directory.wizard.questions:
        for option in question.options:
            yield ("questions", question.id, "options", option.id, "lifts"), option.lifts
