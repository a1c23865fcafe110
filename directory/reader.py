"""Single values out of a valid tree: dates, phone numbers, links, and references to other records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from directory.diagnostics import Code, Diagnostic, Pointer, quoted
from directory.load import File
from directory.model import SHORT_NUMBERS, PartialDate
from directory.validate import Locate

Data = dict[str, Any]


@dataclass(frozen=True)
class Reference:
    """An id that a record uses, the vocabulary it is looked up in ("records" for another record), and its place.

    `is_key` where the id is itself the name of a line, as features are.
    """

    path: str
    pointer: Pointer
    id: str
    of: str
    is_key: bool = False


@dataclass
class Reader:
    """Reads one record; gathers what is wrong with it and the references it makes."""

    file: File
    today: date
    locate: Locate
    found: list[Diagnostic]
    references: list[Reference]

    def report(self, pointer: Pointer, code: Code, sentence: str, hint: str) -> None:
        self.found.append(Diagnostic(self.locate(pointer, False), code, sentence, hint))

    def ids(self, data: Data, key: str, of: str, at: Pointer = ()) -> tuple[str, ...]:
        ids = tuple(data.get(key, ()))
        self.references += [Reference(self.file.path, (*at, key, i), id, of) for i, id in enumerate(ids)]
        return ids

    def keys(self, data: Data, key: str, of: str) -> Data:
        values: Data = data.get(key, {})
        self.references += [Reference(self.file.path, (key, id), id, of, is_key=True) for id in values]
        return values

    def id(self, data: Data, key: str, of: str, at: Pointer = ()) -> str:
        self.references.append(Reference(self.file.path, (*at, key), data[key], of))
        return str(data[key])

    def date(self, data: Data, key: str, at: Pointer = (), *, past: bool = True) -> date | None:
        if key not in data:
            return None
        try:
            found = date.fromisoformat(data[key])
        except ValueError:
            self.not_a_date((*at, key), data[key], "2026-11-21")
            return self.today
        if past and found > self.today:
            self.in_future((*at, key), data[key])
        return found

    def partial(self, data: Data, key: str, at: Pointer = ()) -> PartialDate | None:
        if key not in data:
            return None
        shown = PartialDate(data[key])
        try:
            early = shown.earliest
        except ValueError:
            self.not_a_date((*at, key), shown.text, "2026-11-21, 2026-11 or 2026")
            return shown
        if early > self.today:
            self.in_future((*at, key), shown.text)
        return shown

    def not_a_date(self, pointer: Pointer, text: str, example: str) -> None:
        hint = f"Write the year first, then month and day: {example}."
        self.report(pointer, Code.DATE_NOT_REAL, f"No calendar has the date {quoted(text)}.", hint)

    def in_future(self, pointer: Pointer, text: str) -> None:
        hint = "Look at the year and the month. This says what has been, not what will be."
        self.report(pointer, Code.DATE_IN_FUTURE, f"The date {quoted(text)} has not come yet.", hint)

    def web(self, data: Data, key: str, at: Pointer = ()) -> str | None:
        if key not in data:
            return None
        url = str(data[key])
        if _SOUND.fullmatch(url):
            return url
        if fault := link_fault(url):
            self.report((*at, key), *fault)
        elif (scheme := urlsplit(url).scheme) in _NOT_WEB:
            sentence = f"A web page is wanted here, and this is a {_NOT_WEB[scheme]}."
            self.report((*at, key), Code.LINK_NOT_VALID, sentence, "A web address begins https://.")
        elif scheme == "http" and "why_http" not in data:
            sentence = "This address begins http://, so others can see what is read there."
            hint = "Use https://, or say why not on a line “why_http: …” beside it."
            self.report((*at, key), Code.INSECURE_LINK, sentence, hint)
        return url

    def phone(self, data: Data, key: str, at: Pointer) -> tuple[str, str]:
        number, fault = phone(str(data[key]))
        if fault:
            sentence = f"{quoted(data[key])} is not a number that can be dialled: {fault}."
            self.report((*at, key), Code.PHONE_NOT_VALID, sentence, "Copy it again from the service's own page.")
        return number

    def text(self, data: Data, key: str, at: Pointer = ()) -> str | None:
        """Text for readers; its Markdown links are held to the same rules as every other link."""
        if key not in data:
            return None
        text = str(data[key])
        if "![" in text:
            sentence = "A text can't hold a picture: it would be fetched from somewhere else."
            self.report((*at, key), Code.UNSAFE_LINK, sentence, "Link to the page that shows it.")
        for target in _LINKS.findall(text):
            if fault := link_fault(target):
                self.report((*at, key), *fault)
            elif urlsplit(target).scheme == "http":
                sentence = f"{quoted(target)} begins http://, so others can see what is read there."
                self.report((*at, key), Code.INSECURE_LINK, sentence, "Use https:// in texts.")
        return text


_LINKS = re.compile(r"(?:\]\(\s*<?|<(?=[a-zA-Z][\w+.-]*:)|^[\s>*+-]*\[[^\]\n]+\]:\s*<?)([^)\s>]+)", re.MULTILINE)
_NOT_WEB = {"mailto": "mail address", "tel": "phone number"}
_USUAL_DIGITS = 11
_COUNTRY_CODE = 44
"""Of the United Kingdom, and of Jersey, Guernsey and the Isle of Man."""
_SOUND = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:[/?#][^\s\"'<>\\^`{}|]*)?")
"""Nearly every link. What does not look like this is looked at more closely."""
_BEGINS = "It begins https://, mailto: or tel:."
_COPY = "Copy it again from the address bar."


def link_fault(url: str) -> tuple[Code, str, str] | None:
    """What is wrong with a link as (code, sentence, hint), or None."""
    if _SOUND.fullmatch(url):
        return None
    not_an_address = Code.LINK_NOT_VALID, f"{quoted(url)} is not a web address.", _COPY
    try:
        parts = urlsplit(url)
    except ValueError:
        return not_an_address
    if not parts.scheme:
        hint = f"Write https://{url}." if re.match(r"www\.[\w.-]+(/\S*)?$", url) else _BEGINS
        return Code.LINK_NOT_VALID, f"{quoted(url)} is not a whole address.", hint
    if parts.scheme not in ("https", "http", *_NOT_WEB):
        return Code.UNSAFE_LINK, f"A link may not begin with {quoted(parts.scheme + ':')}.", _BEGINS
    if re.search(r"[\x00-\x1f\s\"'<>\\^`{}|]", url):
        return not_an_address
    if parts.scheme in _NOT_WEB:
        return None
    if not re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", parts.hostname or ""):
        return not_an_address
    if parts.username is not None:
        return Code.LINK_NOT_VALID, "This address holds a user name.", "Take out what stands before the @, and the @."
    return None


@lru_cache(maxsize=10_000)
def phone(text: str) -> tuple[tuple[str, str], str | None]:
    """((the number in its national grouping, its tel: link), what is wrong with it or None)."""
    digits = re.sub(r"[\s()-]", "", text)
    if digits in SHORT_NUMBERS:
        return (text, f"tel:{digits}"), None
    # Imported here because it takes longer to import than most runs of the command need it.
    import phonenumbers

    if not re.fullmatch(r"\+?[0-9]+", digits):
        return (text, ""), "it holds more than digits, spaces, hyphens and brackets"
    try:
        number = phonenumbers.parse(digits, "GB")
    except phonenumbers.NumberParseException:
        return (text, ""), "no country has numbers like it"
    if number.country_code != _COUNTRY_CODE:
        return (text, ""), "it is not a number of the United Kingdom"
    if not phonenumbers.is_valid_number(number):
        return (text, ""), _why_not(digits)
    uri = f"tel:+{number.country_code}{number.national_number}"
    # The editor's own grouping is kept: charities choose groups that are easy to remember (0800 58 58 58).
    if re.match("0[1-9]", digits):
        return (text, uri), None
    return (phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL), uri), None


def _why_not(digits: str) -> str:
    if digits.startswith("0") and len(digits) != _USUAL_DIGITS:
        return f"it has {len(digits)} digits, and most have {_USUAL_DIGITS}"
    return "no number begins like this" if digits.startswith("0") else "it does not begin with 0 or +44"
