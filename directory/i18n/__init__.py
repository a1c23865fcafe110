"""Languages: their messages, what each has translated, and which pages are offered in which.

Owns Babel, and through it CLDR and the .po files of locales/.
"""

from directory.i18n.locale import ENGLISH, Language, Locale, fill, mark

__all__ = ["ENGLISH", "Language", "Locale", "fill", "mark"]
