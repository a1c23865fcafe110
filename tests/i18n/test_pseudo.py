"""Whatever a translated page says is a message. Its pages, said in a language of numbers, have no English left."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from xml.etree.ElementTree import Element

import pytest

from directory import assets, engine, opening, render
from directory.editions import Editions
from directory.i18n import Locale, content
from directory.i18n.locale import Key
from directory.i18n.pseudo import Pseudo
from directory.labels import place_name
from directory.model import Directory
from directory.render import Speech
from tests.builds import REPOSITORY, TODAY, edition
from tests.pages import Site, parse, plain

NUMBER = re.compile("\ue000[^\ue001]*\ue001")
WORD = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@|[\w-]+(?:\.[\w-]+)+")
SAID = ("aria-label", "title", "alt", "placeholder", "label", "value")


@dataclass(frozen=True)
class Numbered:
    """Each page that languages may have, as the language of numbers says it; and what tells the numbers apart."""

    pages: dict[str, str]
    pseudo: Pseudo

    def said(self, address: str) -> frozenset[Key]:
        return self.pseudo.said(self.pages[address])


@pytest.fixture(scope="module")
def numbered(directory: Directory, real: Editions) -> Numbered:
    """The dates and lists are those of Japanese, in which there is no letter that English has."""
    theme = REPOSITORY / "theme"
    scripts = real.scripts((theme / "scripts" / "locale.js").read_bytes(), opening.holidays(TODAY))
    shipped = assets.collect(theme, scripts, edition())
    frame = engine.frame(REPOSITORY, None, shipped, real.prose())
    pseudo = Pseudo()
    locale = Locale(replace(pseudo.locale.language, cldr="ja"), pseudo.locale.messages)
    records = real.languages.records
    spoken = content.translated(directory, records, lambda context, text: locale.text(text, context))
    said = render.needs(
        Speech(directory, real.source, shipped), Speech(spoken, locale, shipped), records, frame, REPOSITORY
    )
    return Numbered({address: html for address, html, _ in said}, pseudo)


@pytest.fixture(scope="module")
def names(directory: Directory) -> frozenset[str]:
    """What stays as it is in every language: who and where, and words to send."""
    found = {"Keeping Well directory", "Numbers"}
    for service in directory.services:
        found |= {service.name, service.provider or "", *service.other_names}
        if service.contact:
            found |= {service.contact.post or "", *(line.send or "" for line in service.contact.text)}
    for resource in directory.resources:
        found |= {resource.name, resource.publisher, *resource.other_names}
    found |= {name for area in directory.vocabulary.areas.values() for name in (area.label, place_name(area))}
    found |= {part for line in directory.crisis.lines for part in (line.name, line.send or "") if part}
    return frozenset(map(plain, found - {""}))


@pytest.fixture(scope="module")
def times(directory: Directory, real: Editions) -> frozenset[str]:
    """How long the guides take that are not translated."""
    return frozenset(plain(r.time) for r in directory.resources if r.time and r.id not in real.languages.records)


@cache
def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, longest_first))})(?![A-Za-z])")


def _texts(element: Element) -> Iterator[tuple[str, str]]:
    """(the element, a text in it that is shown or read out) but for what is marked as in a language of its own."""
    if element.get("lang") and element.tag != "html":
        return
    if element.tag in ("style", "code"):
        return
    if element.tag == "script":
        if element.get("type") == "application/json":
            yield from (("table", text) for text in _strings(json.loads(element.text or "")))
        return
    yield from ((f"{element.tag} {name}", element.get(name, "")) for name in SAID)
    if element.get("name") == "description":
        yield "description", element.get("content", "")
    yield element.tag, element.text or ""
    for child in element:
        yield from _texts(child)
        yield element.tag, child.tail or ""


def _strings(value: object) -> Iterator[str]:
    """The texts of a table that have a space or a capital letter: others are ids."""
    if isinstance(value, dict):
        yield from (text for item in value.values() for text in _strings(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in _strings(item))
    elif isinstance(value, str) and re.search(r"[A-Z ]", value):
        yield value


def _left(html: str, names: frozenset[str]) -> set[str]:
    """The words of a page that no message says and no name has, with what they stand in."""
    found, any_name = set(), _any_of(names)
    for place, text in _texts(parse(html)):
        rest = plain(NUMBER.sub(" ", text))
        if WORD.search(rest) and WORD.search(rest := ADDRESS.sub(" ", any_name.sub(" ", rest))):
            found.add(f"{place}: {rest.strip()}")
    return found


def _leftovers(numbered: Numbered, names: frozenset[str]) -> list[str]:
    """What is left on any page, each once, with a page that has it."""
    found = {left: address for address, html in numbered.pages.items() for left in _left(html, names)}
    return sorted(f"{left} ({address})" for left, address in found.items())


def test_nothing_but_names_and_addresses_is_left_outside_of_messages(
    numbered: Numbered, names: frozenset[str], times: frozenset[str]
) -> None:
    """On any page that languages may have; or it would be English in the middle of another language, unmarked."""
    assert len(numbered.pages) > 40
    left = _leftovers(numbered, names | times)
    assert not left, "\n".join(left)


def test_the_time_that_a_guide_takes_is_not_left_either(numbered: Numbered, names: frozenset[str]) -> None:
    """Beside its name, in a row or behind a link."""
    assert _leftovers(numbered, names) == []


def test_a_sentence_that_is_not_marked_would_be_found(numbered: Numbered, names: frozenset[str]) -> None:
    """In text, in a label and in a table; not where it is marked as English."""
    html = numbered.pages["index.html"]
    for slip in ("<p>Ring us</p>", '<p><a title="Ring us" href="a">1</a></p>', "<p>\ue0001\ue001 or <b>1</b></p>"):
        assert _left(html.replace("</main>", f"{slip}</main>"), names)
    table = '<script type="application/json">{"a": ["Ring us"]}</script>'
    assert _left(html.replace("</main>", f"{table}</main>"), names) == {"table: Ring us"}
    marked = html.replace("</main>", '<p lang="en">Ring us</p></main>')
    assert _left(marked, names) == _left(html, names)


def test_every_number_can_be_read_back(numbered: Numbered) -> None:
    """Whatever a template makes of numbers in a text, or a page would seem to need less than it says."""
    broken = {
        address: found
        for address, html in numbered.pages.items()
        if (found := [number for number in NUMBER.findall(html) if not re.fullmatch("\ue000[^<>&]+\ue001", number)])
    }
    assert broken == {}


def test_what_a_page_says_is_what_it_needs(numbered: Numbered) -> None:
    """The texts of a record on its own page, and those of another on none but where it is shown."""
    summary = "services/samaritans: summary"
    contexts = {address: {context for context, _ in numbered.said(address)} for address in numbered.pages}
    assert summary in contexts["services/samaritans/index.html"]
    assert summary not in contexts["services/unison-tfy/index.html"]


def test_english_pages_hold_no_sign_of_the_language_of_numbers(site: Site) -> None:
    """Nor those of any other language."""
    assert [address for address in site.addresses() if re.search("[\ue000-\uf8ff]", site.html(address))] == []
