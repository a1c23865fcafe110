"""Every effect of the wizard's options meets a record.

Looks for: a lift in data/wizard.yml that names something no record has.
Matters because: someone chooses that answer, and nothing about their results comes from it.
Write instead: something that a record has; or leave it out until one has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from directory.diagnostics import Code, Diagnostic, Pointer, Where, did_you_mean, quoted
from directory.matching import facts
from directory.model import Directory, Lift

_AUDIENCES = ("staff", "public")


def check(directory: Directory, path: str, where: Where) -> Iterator[Diagnostic]:
    on_every_page = {line.record for line in directory.crisis.lines}
    offered = [record for record in directory.records if record.for_staff and not record.gone]
    records = [record for record in offered if record.id not in on_every_page]
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
