"""The scripts of a language: theme/scripts/locale.js with its data in front, which says what each part is for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from directory.i18n.gather import Message
from directory.i18n.locale import Locale


def spoken(script: bytes, locale: Locale, messages: Iterable[Message], holidays: Mapping[str, Sequence[str]]) -> bytes:
    """The script with the words of a language, and with bank holidays. `messages` are those that scripts say."""
    data = {"WORDS": _words(locale, messages), "BANK_HOLIDAYS": holidays}
    constants = (
        f"const {name} = {json.dumps(of, ensure_ascii=False, separators=(',', ':'))};\n" for name, of in data.items()
    )
    return "".join(constants).encode() + script


def _words(locale: Locale, messages: Iterable[Message]) -> Mapping[str, object]:
    said = [] if locale.is_source else [message for message in messages if message.key in locale.messages]
    words: dict[str, object] = {
        "tag": locale.language.tag,
        "messages": {m.english: locale.text(m.english) for m in said if not m.plural},
        "plurals": {
            m.english: dict(zip(locale.categories, locale.messages[m.key], strict=True)) for m in said if m.plural
        },
        "days": locale.weekdays,
        "months": locale.months,
        "time": locale.time_pattern,
    }
    return words | ({"dayPeriods": locale.halves} if "a" in locale.time_pattern else {})


def _forms(locale: Locale, message: Message) -> dict[str, str]:
    return dict(zip(locale.categories, locale.messages[message.key], strict=True))
