"""The example in three other languages, of which each has some pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from directory.export.entries import Edition
from directory.i18n import Language, Locale
from directory.model import Directory
from tests.export.example import DIRECTORY


def _translated(shame: str, summaries: Mapping[str, str], crisis: tuple[str, ...]) -> Directory:
    """The example with the name of its barrier, some summaries and the words of crisis in another language."""
    vocabulary = DIRECTORY.vocabulary
    return replace(
        DIRECTORY,
        services=tuple(replace(it, summary=summaries.get(it.id, it.summary)) for it in DIRECTORY.services),
        vocabulary=replace(vocabulary, barriers={"shame": replace(vocabulary.barriers["shame"], label=shame)}),
        crisis=replace(DIRECTORY.crisis, words=crisis),
    )


def _locale(folder: str) -> Locale:
    id = folder.strip("/")
    return Locale(Language(id, id, id, id, "ltr", id, "Latin", "draft", "en"))


_PAGES = frozenset({"services/lantern/index.html", "barriers/shame/index.html"})

POLISH = _translated("Wstydzę się", {"lantern": "Bezpłatna pomoc. My słuchamy w dzień i w nocy."}, ("samobójstwo",))
HINDI = _translated("मुझे शर्म आती है", {"lantern": "फ़ोन पर निःशुल्क सहायता, हर समय।"}, ("आत्महत्या",))
URDU = _translated("مجھے شرم آتی ہے", {"lantern": "فون پر مُفت مشورہ، ہر وقت۔"}, ("خودکشی",))

EDITIONS: Mapping[str, tuple[Directory, Edition]] = {
    folder: (directory, Edition(_locale(folder), DIRECTORY, _PAGES))
    for folder, directory in (("pl/", POLISH), ("hi/", HINDI), ("ur/", URDU))
}
