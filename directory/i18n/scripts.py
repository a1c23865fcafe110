"""What the scripts of a language know: WORDS of theme/scripts/locale.js, which says what each part is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from directory.i18n.locale import Locale


def words(locale: Locale, messages: Iterable[str], plurals: Iterable[str]) -> Mapping[str, object]:
    """The data of one language. `messages` and `plurals` are the English texts that scripts say."""
    found: dict[str, object] = {
        "tag": locale.language.tag,
        "messages": {english: locale.text(english) for english in sorted(messages)} if not locale.is_source else {},
        "plurals": {english: _forms(locale, english) for english in sorted(plurals)} if not locale.is_source else {},
        "days": locale.weekdays,
        "months": locale.months,
        "time": locale.time_pattern,
    }
    return found | ({"dayPeriods": locale.halves} if "a" in locale.time_pattern else {})


def _forms(locale: Locale, english: str) -> dict[str, str]:
    return dict(zip(locale.categories, locale.messages["", english], strict=True))
