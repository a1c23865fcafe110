"""Only open services have contact details.

Looks for: a contact or opening hours in a service that is closed, merged or unconfirmed.
Matters because: someone would ring a line that nobody answers.
Write instead: remove “contact:” and “hours:”, or change the status once someone has checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from directory.diagnostics import Code, Diagnostic, Where
from directory.model import Record, Service


def check(record: Record, where: Where) -> Iterator[Diagnostic]:
    if not isinstance(record, Service) or record.live:
        return
    for key, value in (("contact", record.contact), ("hours", record.hours)):
        if value:
            sentence = f"This service is {record.status}, so it may not show “{key}”."
            hint = f"Take “{key}” out, or change the status once someone has checked."
            yield Diagnostic(where(record.path, (key,)), Code.CONTACT_NOT_OPEN, sentence, hint)
