"""The words that pages, lists and search share for what a record is: its status, dates, cost."""

from __future__ import annotations

import re

from directory.i18n import Locale, mark
from directory.model import Area, Checked, PartialDate, Record, Resource, Service

HOW = {
    "archived-page": mark("from an archived page"),
    "live-page": mark("from its own page"),
    "phoned": mark("by phone"),
    "told-by-provider": mark("by the provider"),
}
COSTS = {
    "free": mark("Free"),
    "paid": mark("It costs money"),
    "mixed": mark("Some of it costs money"),
    "members": mark("For members"),
    "unknown": mark("We don't know what it costs"),
}
ANSWERS = {"yes": mark("Yes"), "no": mark("No"), "unknown": mark("Not known")}
ONLY_EMPLOYED = mark("Only for people employed there")
RULES = {
    "work": mark("For people who work there"),
    "live": mark("For people who live there"),
    "live-or-work": mark("For people who live or work there"),
    "employed-by": ONLY_EMPLOYED,
    "anywhere": mark("From anywhere"),
}
_SEASONS = {
    "spring": mark("spring {year}"),
    "summer": mark("summer {year}"),
    "autumn": mark("autumn {year}"),
    "winter": mark("winter {year}"),
}
_STATUSES = {
    "open": mark("Open"),
    "paused": mark("Paused"),
    "closing": mark("Closing"),
    "closed": mark("Closed"),
    "merged": mark("Now part of another service"),
    "unconfirmed": mark("Not confirmed"),
    "current": mark("Current"),
    "archived": mark("Archived"),
}


_OPENING = re.compile(r"(?<!\w)'(?=[^\W\d][\w-]*'(?!\w))")
"""A mark before one word that begins with a letter and has a mark behind it: 'B', but not 'em or '90s."""


def curly(text: str) -> str:
    """Text as a printer sets it: editors type ' and readers see ’, or ‘ where one word is quoted.

    Record ids and addresses never hold one. Whoever means another mark types that.
    """
    return _OPENING.sub("‘", text).replace("'", "’")


def status_words(locale: Locale, record: Record) -> str:
    """One or two words for a list: "Open", "Open, but check first", "Closed", "Not confirmed"."""
    if record.status == "open" and record.cautions:
        return locale.say("Open, but check first")
    if isinstance(record, Resource) and record.status == "unconfirmed":
        return locale.say("Link not checked")
    return locale.say(_STATUSES[record.status])


def status_since(locale: Locale, service: Service) -> str:
    """The status with its date: "Closed on 31 March 2026", "Closed in 2023", "Closing on 31 March 2027"."""
    words, since = status_words(locale, service), service.status_since
    if service.status == "closing" and service.last_day:
        return locale.say("{status} on {date}", status=words, date=locale.day(service.last_day))
    if not service.gone or since is None or not since.known:
        return words
    date = when(locale, since)
    if since.text.count("-") == 2:
        return locale.say("{status} on {date}", status=words, date=date)
    return locale.say("{status} in {date}", status=words, date=date)


def tone(record: Record) -> str:
    """ok, warn or gone: the colour beside the words, which say it too."""
    if record.gone:
        return "gone"
    return "ok" if record.status in ("open", "current") and not record.cautions else "warn"


def when(locale: Locale, value: PartialDate) -> str:
    """21 November 2026, November 2026, autumn 2026, 2026, or "no date"."""
    if not value.known:
        return locale.say("no date")
    year, _, rest = value.text.partition("-")
    if not rest:
        return year
    if rest.isalpha():
        return locale.say(_SEASONS[rest], year=year)
    return locale.day(value.earliest) if "-" in rest else locale.month(value.earliest)


def last_confirmed(locale: Locale, checked: Checked) -> str:
    """ "autumn 2025, from an archived page", or when someone looked where the page has no date."""
    how = locale.say(HOW[checked.how])
    if checked.page_date is None:
        return f"{locale.day(checked.on)}, {how}"
    if checked.page_date.known:
        return f"{when(locale, checked.page_date)}, {how}"
    return locale.say("no date on its page. We read a copy on {date}", date=locale.day(checked.on))


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
