"""The site in all its languages: what each can say, and which pages that is enough for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from directory import brand, load, render, urls
from directory.assets import Assets
from directory.diagnostics import Diagnostic
from directory.engine import Frame
from directory.i18n import Locale, content, gather, prose, translations
from directory.i18n.catalogues import locale
from directory.i18n.kept import Translations
from directory.i18n.languages import Languages
from directory.i18n.messages import CONTENT, INTERFACE, Message
from directory.i18n.offer import Needs, Offer, offer
from directory.i18n.pseudo import Pseudo
from directory.i18n.scripts import module, words
from directory.i18n.standing import Standing, standing
from directory.model import Directory
from directory.render import Speech

_WITH_SEARCH = (urls.HOME, urls.SEARCH)
"""Pages that search: what the index says is on no page."""


@dataclass(frozen=True)
class Editions:
    """The directory with its languages and their translations."""

    repository: Path
    directory: Directory
    languages: Languages
    translations: Translations

    @cached_property
    def source(self) -> Locale:
        return Locale(self.languages.source)

    @cached_property
    def others(self) -> tuple[Locale, ...]:
        return tuple(map(locale, self.translations.catalogues))

    def scripts(self, script: bytes, holidays: Mapping[str, Sequence[str]]) -> dict[str, bytes]:
        """theme/scripts/locale.js of each language, by its folder."""
        return {
            of.language.folder: module(script, words(of, self._said_by_scripts), holidays)
            for of in (self.source, *self.others)
        }

    def prose(self) -> dict[str, str]:
        """The pages of pages/ in every language that has all of them: the Markdown by "pl--privacy"."""
        return {
            f"{of.language.id}--{name}": prose.translated(text, context, lambda *key, of=of: of.text(key[1], key[0]))
            for of in self.others
            for name, context, text in self._pages()
            if all(key in of.messages for key in prose.texts(text, context))
        }

    def speeches(self, assets: Assets) -> tuple[Speech, tuple[Speech, ...]]:
        """What the site is made of: in English, and in the other languages."""
        others = (Speech(self.in_language(of), of, assets.spoken(of.language.folder)) for of in self.others)
        return Speech(self.directory, self.source, assets), tuple(others)

    def in_language(self, of: Locale) -> Directory:
        """The directory with all of its texts that the language has."""
        return content.translated(self.directory, self.languages.records, lambda context, text: of.text(text, context))

    def needs(self, frame: Frame, assets: Assets) -> Needs:
        """What each page says that there may be in other languages: read off the page in a language of numbers."""
        if not self.others:
            return {}
        pseudo = Pseudo()
        source = Speech(self.directory, self.source, assets)
        numbers = Speech(self.in_language(pseudo.locale), pseudo.locale, assets)
        said = list(render.needs(source, numbers, self.languages.records, frame, self.repository))
        by_scripts = {message.key for message in self._said_by_scripts}
        in_search = {key for key in self._content() if key[0].startswith("crisis: words")}
        in_search |= {m.key for m in self.translations.interface if "directory/export/entries.py" in m.places}
        found = {
            address: pseudo.said(html)
            | (by_scripts if scripted else set())
            | (in_search if address in _WITH_SEARCH else set())
            for address, html, scripted in said
        }
        anywhere = frozenset.intersection(*found.values())
        for name, context, text in self._pages():
            found[urls.prose(name)] = anywhere | by_scripts | set(prose.texts(text, context))
        return found

    def offers(self, needs: Needs) -> tuple[Offer, ...]:
        return tuple(offer(catalogue, needs) for catalogue in self.translations.catalogues)

    def standings(self, offers: Sequence[Offer], needs: Needs) -> tuple[Standing, ...]:
        messages = [*self.translations.interface, *gather.content(dict.fromkeys(self._content()))]
        return tuple(
            standing(catalogue, messages, of, needs)
            for catalogue, of in zip(self.translations.catalogues, offers, strict=True)
        )

    def titles(self) -> dict[str, str]:
        """What to call each page that there may be in other languages, in English, by its address."""
        return {
            urls.HOME: "Home",
            urls.HELP_NOW: "Help now",
            urls.FIND_SUPPORT: "Find support",
            urls.SEARCH: "Search",
            urls.BARRIERS: "What is putting you off?",
            urls.LANGUAGES: "Languages",
            **{urls.prose(name): prose.texts(text, context)[0][1] for name, context, text in self._pages()},
            **{urls.barrier(of): of.label for of in self.directory.vocabulary.barriers.values()},
            **{urls.record(of): of.name for of in self.directory.records if of.id in self.languages.records},
        }

    @cached_property
    def _said_by_scripts(self) -> tuple[Message, ...]:
        return tuple(m for m in self.translations.interface if any(place.endswith(".js") for place in m.places))

    def _content(self) -> list[tuple[str, str]]:
        return _texts(self.repository, self.directory, self.languages)

    def _pages(self) -> Iterator[tuple[str, str, str]]:
        return _pages(self.repository, self.languages)


def read(
    repository: Path, directory: Directory, own: bool, jobs: int
) -> tuple[Editions | None, tuple[Diagnostic, ...]]:
    """The languages of a site and their translations, or what is wrong with them.

    `own`: the records are those of the repository, so that all that are to be translated have to be there.
    """
    found, wrong = translations.read(repository, directory, own, jobs)
    return (Editions(repository, directory, *found) if found else None), wrong


def messages(repository: Path, directory: Directory, languages: Languages) -> dict[str, list[Message]]:
    """Every message there is today, by its domain: read off the code and the data, not off the templates."""
    return {
        INTERFACE: gather.interface(repository, _labels(repository)),
        CONTENT: gather.content(dict.fromkeys(_texts(repository, directory, languages))),
    }


def _texts(repository: Path, directory: Directory, languages: Languages) -> list[tuple[str, str]]:
    return [
        *content.texts(directory, languages.records),
        *(key for _, context, text in _pages(repository, languages) for key in prose.texts(text, context)),
    ]


def _pages(repository: Path, languages: Languages) -> Iterator[tuple[str, str, str]]:
    """(name, context, Markdown) of each page of words that is translated."""
    for name in languages.pages:
        yield name, f"pages/{name}", (repository / "pages" / f"{name}.md").read_text("utf-8")


def _labels(repository: Path) -> list[str]:
    """What the entries of the navigation and of the foot of pages are called."""
    tree, _ = load.read(load.File(brand.SETTINGS, repository / brand.SETTINGS))
    assert tree  # `brand` has read it
    extra = cast(Any, tree.value)["extra"]
    return [entry["label"] for entry in (*extra["entries"], *extra["footer"])]
