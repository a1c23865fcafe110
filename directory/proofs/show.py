"""A proof, and the explanation of one set of answers, as text. Decides nothing, prints nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator

from directory import labels, matching
from directory.i18n import ENGLISH
from directory.matching import Results, Table
from directory.proofs.combinations import Answers
from directory.proofs.prove import Proof, Verdict


def text(proof: Proof, table: Table) -> str:
    """For a terminal: each promise, and under a broken one its smallest counter-example."""
    lines = [line for verdict in proof.verdicts for line in _verdict(verdict, table)]
    return "\n".join([*lines, "", _tried(proof)]) + "\n"


def as_json(proof: Proof, table: Table) -> str:
    """{"promises": [{id, sentence, holds, answers, why, seen}], "combinations", "distinct", "larger"}"""
    promises = [
        {
            "id": verdict.id,
            "sentence": verdict.sentence,
            "holds": verdict.broken is None,
            "answers": written(table, verdict.broken.answers) if verdict.broken else None,
            "why": verdict.broken.why if verdict.broken else None,
            "seen": _seen(table, verdict.broken.answers) if verdict.broken else None,
        }
        for verdict in proof.verdicts
    ]
    counts = {"combinations": proof.count, "distinct": proof.distinct, "larger": proof.larger}
    return json.dumps({"promises": promises, **counts}, ensure_ascii=False, indent=2) + "\n"


def github(proof: Proof, table: Table) -> str:
    """Workflow commands, which GitHub shows in a review."""
    commands = [
        f"::error file=data/wizard.yml,title={verdict.id}::{verdict.sentence} {verdict.broken.why} "
        f"Answers: {written(table, verdict.broken.answers) or 'none'}."
        for verdict in proof.verdicts
        if verdict.broken
    ]
    return "\n".join([*commands, _tried(proof)]) + "\n"


FORMATS: dict[str, Callable[[Proof, Table], str]] = {"text": text, "json": as_json, "github": github}


def written(table: Table, answers: Answers) -> str:
    """Answers as the command takes them: "want=talk barriers=shifts,no-time"."""
    by_question: dict[str, list[str]] = {}
    for i in answers:
        choice = table.choices[i]
        by_question.setdefault(table.questions[choice.question].id, []).append(choice.id)
    return " ".join(f"{question}={','.join(ids)}" for question, ids in by_question.items())


def explain(table: Table, answers: Answers, open_now: Collection[int]) -> str:
    """Why each record is where it is for one set of answers."""
    results = matching.evaluate(table, answers, open_now)
    return "\n".join(_explained(table, answers, results, open_now)) + "\n"


def _explained(table: Table, answers: Answers, results: Results, open_now: Collection[int]) -> Iterator[str]:
    said = [table.choices[i].said for i in sorted(answers)]
    yield f"Answers: {' '.join(said) or 'none'}"
    for title, entries in (
        ("Best matches", results.best),
        ("Also open to everyone", results.everyone),
        ("Something to do right now", results.alone),
        ("Others that may fit, and those not confirmed", results.more),
    ):
        yield f"\n{title}"
        for i in entries:
            entry = table.entries[i]
            held = [why for bit, why in enumerate(table.whys) if results.behind[i] >> bit & 1]
            notes = [
                f"{results.points[i]} points",
                *(["open now"] if i in open_now else []),
                *([labels.status_words(ENGLISH, entry.record).lower()] if entry.sinks else []),
            ]
            yield f"  {entry.record.id}: {', '.join(notes)}"
            for reason in matching.reasons(table, answers, i, open_now):
                because = " ".join(table.choices[choice].said for choice in reason.choices)
                yield f"      {table.facts[reason.fact].words} {f'[{because}]' if because else ''}".rstrip()
            yield from (f"      further down: {why}" for why in held)
    yield "\nNot shown, and why"
    for i, fact in results.out:
        yield f"  {table.entries[i].record.id}: {table.facts[fact].words}"
    for i in results.gaps:
        yield f"\nNothing that is open is made just for this: {table.choices[i].said}"


def _verdict(verdict: Verdict, table: Table) -> Iterator[str]:
    yield f"{verdict.id:<4} {'holds' if verdict.broken is None else 'FAILS'}  {verdict.sentence}"
    if verdict.broken:
        yield f"            {verdict.broken.why}"
        yield f"            answers: {written(table, verdict.broken.answers) or 'none'}"
        yield from (f"            {line}" for line in _seen(table, verdict.broken.answers))


def _seen(table: Table, answers: Answers) -> list[str]:
    """What a person would have seen, by name."""
    results = matching.evaluate(table, answers)
    parts = (
        ("best matches", results.best),
        ("also open to everyone", results.everyone),
        ("something to do right now", results.alone),
    )
    return [f"{title}: {', '.join(table.entries[i].record.name for i in part) or 'nothing'}" for title, part in parts]


def _tried(proof: Proof) -> str:
    return (
        f"{proof.count:,} combinations: {proof.hard:,} of answers that rule something out, times {proof.soft:,} of the "
        f"others (none, each, every pair). {proof.distinct:,} of them differ in effect; those were tried. "
        f"On top, {proof.larger:,} larger sets."
    )
