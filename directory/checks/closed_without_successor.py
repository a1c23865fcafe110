"""A closed service says where to turn next.

Looks for: a closed or merged service that names no successor.
Matters because: someone follows an old poster to this page. We then show only the general routes.
Write instead: successors: [id-of-what-took-its-place]
"""

from __future__ import annotations

from collections.abc import Iterator

from directory.diagnostics import Code, Diagnostic, Where
from directory.model import GONE, Record


def check(record: Record, where: Where) -> Iterator[Diagnostic]:
    if record.status == "merged" and not record.successors:
        sentence = "This page will say that the service has merged, but not with what."
        hint = "Add a line “successors: [id]” with the record that it is part of now."
        yield Diagnostic(where(record.path, ("status",)), Code.CLOSED_WITHOUT_SUCCESSOR, sentence, hint)
    elif record.status in GONE and not record.successors and not record.see_also:
        sentence = "This page will say that the service has closed, and show only general routes instead."
        hint = "Add “successors: [id]” for what took its place, or “see_also: [id]” for what comes nearest."
        yield Diagnostic(where(record.path, ("status",)), Code.CLOSED_WITHOUT_SUCCESSOR, sentence, hint)
