"""A language in which every message says its own number: what a page is made of can then be read off the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directory.i18n.locale import CATEGORIES, Key, Language, Locale, placeholders

_DIGITS = {ord(digit): 0xE010 + i for i, digit in enumerate("0123456789")}
"""Digits of its own, because numbers in a text are set apart where they can be pressed."""
_NUMBER = re.compile("\ue000([\ue010-\ue019]+)\ue001")


class _Numbered(dict[Key, tuple[str, ...]]):
    """Has every message that it is asked for, with its placeholders, because what fills these is on the page too."""

    def get(self, key: Key, default: object = None) -> tuple[str, ...]:  # noqa: ARG002
        if key not in self:
            number = str(len(self)).translate(_DIGITS)
            text = f"\ue000{number}\ue001" + "".join(f"{{{name}}}" for name in placeholders(key[1]))
            self[key] = (text,) * len(CATEGORIES)
        return self[key]


class Pseudo:
    """Gives a locale and, afterwards, the messages that a page says."""

    def __init__(self) -> None:
        self._messages = _Numbered()
        self.locale = Locale(
            Language("xx", "en", "Numbers", "Numbers", "ltr", "en_GB", "Latin", "draft", "en"), self._messages
        )

    def said(self, html: str) -> frozenset[Key]:
        """The keys of the messages in a page."""
        keys = list(self._messages)
        return frozenset(keys[int(number)] for number in _numbers(html))


def _numbers(html: str) -> Iterator[str]:
    return ("".join(str(ord(digit) - 0xE010) for digit in found[1]) for found in _NUMBER.finditer(html))
