"""Every option of the wizard does something.

Looks for: an option in data/wizard.yml that lifts nothing, brings nothing forward and rules nothing out.
Matters because: someone answers honestly, and it changes nothing.
Write instead: a line `lifts`, `brings`, `barrier`, `roles` or `everything`; or take the option out.
"""

from __future__ import annotations

from collections.abc import Iterator

from directory.diagnostics import Code, Diagnostic, Where, quoted
from directory.model import Directory, Option


def check(directory: Directory, path: str, where: Where) -> Iterator[Diagnostic]:
    for question in directory.wizard.questions:
        for option in question.options:
            if not _does_something(option):
                sentence = f"The option {quoted(option.id)} has no effect."
                hint = "Add a line “lifts: [{features: [phone], points: 4}]”, or take the option out."
                yield Diagnostic(
                    where(path, ("questions", question.id, "options", option.id), key=True),
                    Code.OPTION_WITHOUT_EFFECT,
                    sentence,
                    hint,
                )


def _does_something(option: Option) -> bool:
    lifts = any(lift.ids for lift in option.lifts)
    return bool(lifts or option.brings or option.barrier or option.roles or option.everything)
