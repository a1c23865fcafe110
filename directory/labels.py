"""The words that pages, lists and search share for what a record is: its status, dates, cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from directory.model import Area, Checked, PartialDate, Record, Resource, Service

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
HOW = {
    "archived-page": "from an archived page",
    "live-page": "from its own page",
    "phoned": "by phone",
    "told-by-provider": "by the provider",
}
COSTS = {
    "free": "Free",
    "paid": "It costs money",
    "mixed": "Some of it costs money",
    "members": "For members",
    "unknown": "We don't know what it costs",
}
ANSWERS = {"yes": "Yes", "no": "No", "unknown": "Not known"}
RULES = {
    "work": "For people who work there",
    "live": "For people who live there",
    "live-or-work": "For people who live or work there",
    "employed-by": "Only for people employed there",
    "anywhere": "From anywhere",
}
_STATUSES = {
    "open": "Open",
    "paused": "Paused",
    "closing": "Closing",
    "closed": "Closed",
    "merged": "Now part of another service",
    "unconfirmed": "Not confirmed",
    "current": "Current",
    "archived": "Archived",
}


def curly(text: str) -> str:
    """Text as a printer sets it: editors type ' and readers see ’. Record ids and addresses never hold one."""
    return text.replace("'", "’")


def status_words(record: Record) -> str:
    """One or two words for a list: "Open", "Open, but check first", "Closed", "Not confirmed"."""
    if record.status == "open" and record.cautions:
        return "Open, but check first"
    if isinstance(record, Resource) and record.status == "unconfirmed":
        return "Link not checked"
    return _STATUSES[record.status]


def status_since(service: Service) -> str:
    """The status with its date: "Closed on 31 March 2026", "Closed in 2023", "Closing on 31 March 2027"."""
    words, since = status_words(service), service.status_since
    if service.status == "closing" and service.last_day:
        return f"{words} on {day(service.last_day)}"
    if not service.gone or since is None or not since.known:
        return words
    return f"{words} {'on' if since.text.count('-') == 2 else 'in'} {when(since)}"


def tone(record: Record) -> str:
    """ok, warn or gone: the colour beside the words, which say it too."""
    if record.gone:
        return "gone"
    return "ok" if record.status in ("open", "current") and not record.cautions else "warn"


def day(value: date) -> str:
    """21 November 2026"""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def when(value: PartialDate) -> str:
    """21 November 2026, November 2026, autumn 2026, 2026, or "no date"."""
    if not value.known:
        return "no date"
    year, _, rest = value.text.partition("-")
    if not rest:
        return year
    if rest.isalpha():
        return f"{rest} {year}"
    month, _, of_month = rest.partition("-")
    return f"{int(of_month)} {_MONTHS[int(month) - 1]} {year}" if of_month else f"{_MONTHS[int(month) - 1]} {year}"


def last_confirmed(checked: Checked) -> str:
    """ "autumn 2025, from an archived page", or when someone looked where the page has no date."""
    if checked.page_date is None:
        return f"{day(checked.on)}, {HOW[checked.how]}"
    if checked.page_date.known:
        return f"{when(checked.page_date)}, {HOW[checked.how]}"
    return f"no date on its page. We read a copy on {day(checked.on)}"


def joined(words: Sequence[str]) -> str:
    """ "a, b and c" """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def unsplit(text: str) -> str:
    """The same text, in which no line can end inside a number: 116 123 stays on one."""
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", text)


def lowered(label: str) -> str:
    """A label inside a sentence: with a small first letter, unless it begins with an abbreviation such as GPs."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def raised(words: str) -> str:
    """Words at the beginning of a sentence, with a capital letter."""
    return words[:1].upper() + words[1:]


def place_name(area: Area) -> str:
    """A place as people say it: North East London, not NHS North East London ICB."""
    return area.label.removeprefix("NHS ").removesuffix(" ICB")
