"""Pages in other languages: what each says of itself, the way to its English original, and help in a crisis in both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from directory import matching, urls
from directory.editions import Editions
from tests.pages import Site, of_class, the, words

SLOT = re.compile(
    r"\[(?:root|lang|dir|folder|crisis|more|links|languages|main|title|description|reach|scripts|/?scripted)\]|\[say "
)
SPACED_NUMBER = re.compile(r"\d{3,} \d{3,}")
REACHED = ("tel:", "sms:")


def translated(site: Site) -> dict[str, str]:
    """Every page in another language: its address, and that of the same page in English."""
    folders = tuple(site.folders())
    return {a: a.partition("/")[2] for a in site.everything() if a.startswith(folders)}


def in_each(site: Site, address: str) -> list[str]:
    """A page in every other language that it is in."""
    return [found for found, english in translated(site).items() if english == address]


def chooser(site: Site, address: str) -> list[Element]:
    return list(of_class(the(site.page(address), ".//details[@class='language-chooser']"), "language-chooser__link"))


def target(address: str, link: Element) -> str:
    return normpath(join(dirname(address), link.attrib["href"]))


def reached(around: Element) -> list[str]:
    """The numbers that can be pressed, in order."""
    return [a.attrib["href"] for a in around.iter("a") if a.get("href", "").startswith(REACHED)]


def outside(around: Element, *, left_out: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The texts in an element but for those within what is `left_out`: values of an attribute, by its name."""
    if any(around.get(name) in values for name, values in left_out.items()) or around.tag == "bdi":
        return
    yield around.text or ""
    for inner in around:
        yield from outside(inner, left_out=left_out)
        yield inner.tail or ""


# Languages


def test_there_are_pages_in_languages_of_both_directions(site: Site) -> None:
    assert {"pl", "ur", "ar", "ml"} <= set(site.folders().values())
    directions = {tag: site.page(f"{of}index.html").get("dir") for of, tag in site.folders().items()}
    assert {tag for tag, direction in directions.items() if direction == "rtl"} == {"ur", "ar"}


def test_the_chooser_lists_just_the_languages_of_the_page_each_by_its_own_name(site: Site, real: Editions) -> None:
    known = {of.tag: of for of in (real.source.language, *(other.language for other in real.others))}
    folders = {"": "en", **site.folders()}
    there = set(site.everything())
    for address in {"": urls.HOME, **translated(site)}.values():
        has = {tag: folder + address for folder, tag in folders.items() if folder + address in there}
        short = {tag: folder + urls.LANGUAGES for folder, tag in folders.items() if tag not in has}
        for page in has.values():
            links = chooser(site, page)
            assert {link.attrib["hreflang"]: target(page, link) for link in links} == has | short, page
            assert len(links) == len(has | short), page
            for link in links:
                of = known[link.attrib["hreflang"]]
                assert (words(link), link.get("lang"), link.get("dir")) == (of.name, of.tag, of.direction), page
            current = [link.get("hreflang") for link in links if link.get("aria-current")]
            assert current == [site.page(page).get("lang")], page


def test_a_page_that_is_only_in_english_leads_to_the_short_page_of_every_language(site: Site) -> None:
    links = {target(urls.AREAS, a) for a in chooser(site, urls.AREAS)}
    assert links == {urls.AREAS, *(folder + urls.LANGUAGES for folder in site.folders())}


def test_a_draft_says_so_in_both_languages_and_the_english_page_is_one_press_away(site: Site) -> None:
    for address, english in translated(site).items():
        banner = the(site.main(address), ".//div[@role='note']")
        own, in_english = banner.findall("p")
        assert own.get("lang") is None and words(own) not in words(in_english), address
        assert in_english.get("lang") == "en", address
        assert words(in_english).startswith("This translation is a draft. No person has checked all of it yet."), (
            address
        )
        link = the(in_english, "a")
        assert (target(address, link), link.get("hreflang")) == (english, "en"), address


def test_no_slot_of_a_template_is_left(site: Site) -> None:
    found = {a: slot[0] for a in site.everything() if a != urls.COMPONENTS and (slot := SLOT.search(site.html(a)))}
    assert found == {}


def test_every_language_has_its_own_page_for_an_address_that_is_gone(site: Site) -> None:
    for folder in site.folders():
        address = folder + urls.NOT_FOUND
        if folder + urls.HELP_NOW in site.everything():
            assert words(the(site.main(address), ".//h1")) != words(the(site.main(urls.NOT_FOUND), ".//h1"))
            assert folder + urls.HOME in site.links(address, site.page(address))


def test_the_short_page_leads_to_every_page_of_its_language_but_those_that_lie_below_others(site: Site) -> None:
    for folder in site.folders():
        there = {a for a in translated(site) if a.startswith(folder)}
        links = {a for a in site.links(folder + urls.LANGUAGES) if a.startswith(folder)}
        below = {folder + address for address in (urls.LANGUAGES, urls.BARRIERS, urls.NOT_FOUND)}
        assert there - below <= links <= there, folder


# Help in a crisis


def test_the_bar_calls_the_same_numbers_in_every_language_and_says_so_in_english(site: Site) -> None:
    home = next(of_class(site.page(urls.HOME), "crisis-bar"))
    for address in translated(site):
        bar = next(of_class(site.page(address), "crisis-bar"))
        assert reached(bar) == reached(home), address
        english = list(of_class(bar, "crisis-bar__english"))
        assert len(english) == 2 and all(text.get("lang") == "en" for text in english), address
        assert all("999" in words(text) and "111" in words(text) for text in english), address


def test_help_now_says_each_crisis_line_in_english_too_with_the_same_numbers(site: Site) -> None:
    there = in_each(site, urls.HELP_NOW)
    assert len(there) > 3
    for address in there:
        main = site.main(address)
        assert reached(main) == reached(site.main(urls.HELP_NOW)), address
        english = [words(element) for element in main.iter() if element.get("lang") == "en"]
        for line in site.directory.crisis.lines:
            for text in (line.when, line.note):
                assert not text or any(text.replace("’", "'") in said for said in english), f"{text} on {address}"


def test_the_results_of_find_support_say_each_crisis_line_in_english_too(site: Site) -> None:
    def block(address: str) -> Element:
        return the(site.main(address), ".//section[@data-crisis-block='']")

    lines = site.directory.crisis.lines
    for address in in_each(site, urls.FIND_SUPPORT):
        assert reached(block(address)) == reached(block(urls.FIND_SUPPORT)), address
        english = " ".join(words(e) for e in block(address).iter() if e.get("lang") == "en")
        said = [line.when if line.kind == "emergency" else line.label for line in lines]
        assert all(text.replace("’", "'") in english for text in said), address


def test_every_number_that_can_be_pressed_is_one_of_the_english_page(site: Site) -> None:
    for address, english in translated(site).items():
        if english != urls.LANGUAGES:
            assert set(reached(site.page(address))) <= set(reached(site.page(english))), address


# From right to left


def test_a_number_in_groups_keeps_its_order_where_one_reads_from_right_to_left(site: Site) -> None:
    """Without isolation "116 123" is shown as "123 116"."""
    found = {}
    for address in translated(site):
        page = site.page(address)
        if page.get("dir") == "rtl":
            texts = outside(the(page, "./body"), left_out={"dir": ("ltr",), "data-wizard-table": ("",)})
            if number := SPACED_NUMBER.search("\n".join(texts)):
                found[address] = number[0]
    assert found == {}


def test_the_name_of_a_service_stays_english_and_is_isolated(site: Site) -> None:
    for address, english in translated(site).items():
        if english.startswith(("services/", "resources/")):
            name = the(the(site.main(address), ".//h1"), "bdi")
            assert (name.get("lang"), name.get("dir")) == ("en", "ltr"), address
            assert words(name) == words(the(site.main(english), ".//h1")), address


# Find support


def test_the_table_of_every_language_is_the_english_one_in_other_words(site: Site, real: Editions) -> None:
    english = matching.compile_table(site.directory)
    for of in real.others:
        directory = real.in_language(of)
        table = matching.compile_table(directory, of)
        assert table.version == english.version, of.language
        assert [entry.record.id for entry in table.entries] == [entry.record.id for entry in english.entries]
        assert table.behind == english.behind and table.sunk == english.sunk
        assert [(c.question, c.id, c.effect) for c in table.choices] == [
            (c.question, c.id, c.effect) for c in english.choices
        ]
        assert {fact.words for fact in table.facts}.isdisjoint({fact.words for fact in english.facts if fact.words})
        assert [(fact.key, fact.records) for fact in table.facts] == [(f.key, f.records) for f in english.facts]
        assert (table.start, table.everyone, table.alone, table.open_now, table.most, table.covers) == (
            (english.start, english.everyone, english.alone, english.open_now, english.most, english.covers)
        )
