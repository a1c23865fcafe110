"""The languages of the site, as they are."""

from __future__ import annotations

from directory.i18n import Language, languages
from tests.builds import REPOSITORY

_found, _ = languages.read(REPOSITORY, None)
assert _found

LANGUAGES: dict[str, Language] = {language.id: language for language in _found.all}
