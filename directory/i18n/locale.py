"""How a language says things: messages, plurals, dates, times, lists. A value; whoever writes words is given one.

`say` and `count` are what Babel looks for when it gathers the messages of the project, in Python, in templates and in
scripts; `mark` is for a message that is said later.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale as Cldr

Key = tuple[str, str]
"""(context, English text): the context is "" for what the interface says."""

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_BETWEEN_GROUPS = re.compile(r"(?<=\d) (?=\d)")
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Plural categories in the order of a .po file. Source: CLDR, "Language Plural Rules"."""


@dataclass(frozen=True)
class Language:
    """An entry of locales/languages.yml. `id` is its folder in addresses; `cldr` names its plural rules and dates."""

    id: str
    tag: str
    name: str
    english: str
    direction: Literal["ltr", "rtl"]
    cldr: str
    script: str
    status: Literal["source", "draft", "reviewed"]
    fallback: str | None

    @property
    def folder(self) -> str:
        """What stands before its addresses: "pl/", and nothing for the source."""
        return "" if self.status == "source" else f"{self.id}/"


def mark(message: str) -> str:
    """A message that is said later."""
    return message


def fill(message: str, values: Mapping[str, str]) -> str:
    """The message with its placeholders filled: nothing in a value is read as a placeholder again."""
    return _PLACEHOLDER.sub(lambda found: values[found[1]], message)


def ordered(text: str, language: Language) -> str:
    """The text with "116 123" in that order: read from right to left, groups that a plain space parts change places.

    https://www.unicode.org/reports/tr9/#W4
    """
    return _BETWEEN_GROUPS.sub("\u00a0", text) if language.direction == "rtl" else text


def placeholders(message: str) -> list[str]:
    """The names in the braces of a message, in order."""
    return sorted(_PLACEHOLDER.findall(message))


@dataclass(frozen=True, eq=False)
class Locale:
    """A language and its messages. A message that it lacks is said in English: `offer` decides where that may happen.

    `messages` holds one text for each message, or one for each plural category of the language.
    """

    language: Language
    messages: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_source(self) -> bool:
        return self.language.status == "source"

    def text(self, english: str, context: str = "") -> str:
        """A message as it stands, its placeholders not yet filled."""
        return self.messages.get((context, english), (english,))[0]

    def say(self, message: str, /, **values: object) -> str:
        said = self.text(message)
        filled = fill(said, {name: str(value) for name, value in values.items()}) if values else said
        return ordered(filled, self.language)

    def plural(self, one: str, many: str, number: int) -> str:
        """The form for a number, its placeholders not yet filled."""
        forms = self.messages.get(("", one))
        if forms is None:
            return one if number == 1 else many
        return forms[self.categories.index(self._category(number))]

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A message with a number in it, {n}."""
        filled = {name: str(value) for name, value in values.items()}
        return fill(self.plural(one, many, number), {"n": str(number), **filled})

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The plural categories of the language, in the order of a .po file."""
        tags = self._cldr.plural_form.tags | {"other"}
        return tuple(name for name in CATEGORIES if name in tags)

    def _category(self, number: int) -> str:
        category: str = self._cldr.plural_form(number)
        return category

    def joined(self, words: Sequence[str]) -> str:
        """ "a, b and c" """
        if len(words) < 2:
            return ordered("".join(words), self.language)
        from babel.lists import format_list

        return ordered(format_list(list(words), locale=self._cldr), self.language)

    def day(self, value: date) -> str:
        """21 November 2026"""
        return _day(self._cldr, value)

    def month(self, value: date) -> str:
        """November 2026"""
        return _month(self._cldr, value)

    def weekday(self, number: int) -> str:
        """Monday is 0."""
        return self.weekdays[number]

    @cached_property
    def weekdays(self) -> tuple[str, ...]:
        names = self._cldr.days["format"]["wide"]
        return tuple(names[i] for i in range(7))

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of months as they stand beside a day."""
        names = self._cldr.months["format"]["wide"]
        return tuple(names[i] for i in range(1, 13))

    @cached_property
    def time_pattern(self) -> str:
        """ "HH:mm" or "h:mm a"; "" where the house writes times in its own way, as it does in English."""
        return "" if self.is_source else _plain(self._cldr.time_formats["short"].pattern)

    @cached_property
    def halves(self) -> tuple[str, str]:
        """am and pm."""
        names = self._cldr.day_periods["format"]["abbreviated"]
        return names["am"], names["pm"]

    def time(self, minutes: int) -> str:
        """A time of day, in minutes after midnight, by the pattern of the language."""
        hour, minute = divmod(minutes % (24 * 60), 60)
        parts = {
            "HH": f"{hour:02}",
            "H": str(hour),
            "hh": f"{(hour - 1) % 12 + 1:02}",
            "h": str((hour - 1) % 12 + 1),
            "mm": f"{minute:02}",
            "a": self.halves[hour >= 12],
        }
        return re.sub("HH?|hh?|mm|a", lambda found: parts[found[0]], self.time_pattern)

    @cached_property
    def _cldr(self) -> Cldr:
        return _cldr(self.language.cldr)


@lru_cache
def _cldr(name: str) -> Cldr:
    # Imported here because reading CLDR takes a while, and `check` needs little of it.
    from babel import Locale as Cldr

    return Cldr.parse(name)


@lru_cache(maxsize=2_000)
def _day(cldr: Cldr, value: date) -> str:
    from babel.dates import format_date

    return _western(format_date(value, "long", locale=cldr))


@lru_cache(maxsize=500)
def _month(cldr: Cldr, value: date) -> str:
    from babel.dates import format_skeleton

    return _western(format_skeleton("yMMMM", value, locale=cldr))


def _western(text: str) -> str:
    """The same with the digits 0 to 9, which phone numbers have too: a reader meets one kind only."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


def _plain(pattern: str) -> str:
    """A pattern with plain spaces, as few fonts know narrow ones, and minutes of two digits: 9:05, not 9:5."""
    return re.sub(r"(?<!m)m(?!m)", "mm", re.sub(r"\s+", " ", pattern))


ENGLISH = Locale(
    Language("en", "en", "English", "English", "ltr", "en_GB", "Latin", "source", None),
)
