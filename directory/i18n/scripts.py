"""The scripts of a language: theme/scripts/locale.js with its data in front, which says what each part is for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from directory.i18n.locale import Locale
from directory.i18n.messages import Message


def module(script: bytes, words: Mapping[str, object], holidays: Mapping[str, Sequence[str]]) -> bytes:
    """The script as it is sent: with the words of a language and with bank holidays in front."""
    data = {"WORDS": words, "BANK_HOLIDAYS": holidays}
    dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
    return "".join(f"const {name} = {dumps(of)};\n" for name, of in data.items()).encode() + script


def words(locale: Locale, messages: Iterable[Message]) -> Mapping[str, object]:
    """What a language says of `messages`, those that scripts say, and how it writes days and times."""
    said = [] if locale.is_source else [message for message in messages if message.key in locale.messages]
    found: dict[str, object] = {
        "tag": locale.language.tag,
        "messages": {m.english: locale.text(m.english) for m in said if not m.plural},
        "plurals": {
            m.english: dict(zip(locale.categories, locale.messages[m.key], strict=True)) for m in said if m.plural
        },
        "days": locale.weekdays,
        "months": locale.months,
        "time": locale.time_pattern,
    }
    return found | ({"dayPeriods": locale.halves} if "a" in locale.time_pattern else {})
