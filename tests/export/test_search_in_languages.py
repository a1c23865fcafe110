"""Search in other languages: what their indexes hold, and as someone meets it in Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from directory import assets
from directory.editions import Editions
from directory.export import folding, search
from directory.export.entries import Entry, entries
from tests.browser.windows import served
from tests.builds import REPOSITORY, edition
from tests.export.browser import found, in_browser
from tests.export.example import DIRECTORY
from tests.export.languages import ALIKE, TEXTS, UNLIKE, WORDS
from tests.export.site import write
from tests.export.translations import EDITIONS, POLISH
from tests.pages import Site


def polish(ref: str) -> Entry:
    return next(entry for entry in entries(*EDITIONS["pl/"]) if entry.ref == ref)


def content(folder: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(search.index(*EDITIONS[folder]))
    return made


# The indexes


def test_what_is_translated_leads_to_its_page_and_keeps_its_summary() -> None:
    assert polish("services/lantern").address == "pl/services/lantern/index.html"
    assert polish("services/lantern").summary == "Bezpłatna pomoc. My słuchamy w dzień i w nocy."


def test_what_is_not_translated_leads_to_the_english_page_by_its_names() -> None:
    chat = polish("services/keeping-well-nwl")
    assert chat.address == "services/keeping-well-nwl/index.html"
    assert (chat.title, chat.summary) == ("Keeping Well NWL", "")
    assert chat.names == ("Keeping Well North West London",)


def test_a_title_that_is_translated_has_the_english_one_among_its_names() -> None:
    assert polish("barriers/shame").title == "Wstydzę się"
    assert polish("barriers/shame").names == ("I feel ashamed",)


def test_the_index_lies_in_the_folder_of_its_language_and_lunr_is_not_written_again() -> None:
    shipped = assets.collect(REPOSITORY / "theme", {}, edition())
    assert [address for address, _ in search.files(POLISH, shipped, EDITIONS["pl/"][1])] == ["pl/assets/search.json"]


def test_only_english_words_are_stemmed_and_left_out() -> None:
    stemmed, plain = json.loads(search.index(DIRECTORY)), content("pl/")
    some = {"counsel", "counselling", "you", "wstydze"}
    assert (stemmed["stemmed"], stemmed["lunr"]["pipeline"]) == (True, ["stemmer"])
    assert some & set(stemmed["lunr"]["terms"]) == {"counsel"}
    assert (plain["stemmed"], plain["lunr"]["pipeline"]) == (False, [])
    assert some & set(plain["lunr"]["terms"]) == {"counselling", "you", "wstydze"}


def test_words_of_crisis_are_those_of_the_language_and_the_english_ones() -> None:
    assert {"samobojstwo", "suicide", "dont want to live"} <= set(content("pl/")["crisis"])


# The same in Python and in the browser


def test_every_case_of_spelling_is_folded_in_the_browser_as_in_python(page: Page) -> None:
    page.goto("index.html")
    pairs = [text for _, *pair in (*ALIKE, *UNLIKE) for text in pair]
    texts = [text for text, _ in WORDS]
    assert browsers_words(page, texts) == [words for _, words in WORDS]
    assert browsers_words(page, pairs) == [folding.words(text) for text in pairs]


def test_any_text_is_folded_in_the_browser_as_in_python(page: Page) -> None:
    page.goto("index.html")
    old_letters = st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=("Cn", "Cs")))

    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.one_of(old_letters, TEXTS), min_size=40, max_size=40))
    def check(texts: list[str]) -> None:
        assert browsers_words(page, texts) == [folding.words(text) for text in texts]

    check()


def test_every_text_of_the_real_records_is_folded_in_the_browser_as_in_python(page: Page, site: Site) -> None:
    check_folding(page, [text for e in entries(site.directory) for text in (e.title, *e.names, *e.tags, e.summary)])


def test_every_translation_is_folded_in_the_browser_as_in_python(page: Page, real: Editions) -> None:
    assert len(real.others) == 14
    for locale in real.others:
        check_folding(page, [text for forms in locale.messages.values() for text in forms])


def test_a_sign_of_no_width_does_not_end_what_is_marked(page: Page) -> None:
    page.goto("index.html")
    pieces = in_browser(page, "words.js", "it.pieces(given, () => true)", "क्\u200dया है")
    assert pieces == [["क्\u200dया", True], [" ", False], ["है", True]]


def check_folding(page: Page, texts: list[str]) -> None:
    page.goto("index.html")
    assert len(texts) > 1000
    assert browsers_words(page, texts) == [folding.words(text) for text in texts]


def browsers_words(page: Page, texts: list[str]) -> list[list[str]]:
    """The words of each text, by the table that the page's index brings."""
    table = json.loads(search.index(DIRECTORY))["folding"]
    made: list[list[str]] = in_browser(page, "words.js", "given[1].map(it.makeWords(given[0]))", [table, texts])
    return made


# In Chromium


@pytest.fixture(scope="module")
def abroad(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of the example's site in four languages."""
    folder = tmp_path_factory.mktemp("editions")
    write(DIRECTORY, folder, EDITIONS.values())
    with served(folder) as home:
        context = chromium.new_context(base_url=home)
        yield context.new_page()
        context.close()


@pytest.mark.parametrize(
    ("folder", "text", "first"),
    [
        ("hi/", "निःशुल्क", "services/lantern"),
        ("hi/", "निशुल्क", "services/lantern"),
        ("hi/", "फोन", "services/lantern"),
        ("hi/", "सहाय", "services/lantern"),
        ("hi/", "शर्म", "barriers/shame"),
        ("ur/", "مُفت", "services/lantern"),
        ("ur/", "مفت", "services/lantern"),
        ("ur/", "مشوره", "services/lantern"),
        ("ur/", "شَرم", "barriers/shame"),
        ("pl/", "wstydze sie", "barriers/shame"),
        ("pl/", "bezplatna", "services/lantern"),
    ],
)
def test_a_word_is_found_with_and_without_its_marks(abroad: Page, folder: str, text: str, first: str) -> None:
    abroad.goto(f"{folder}index.html")
    [(_, refs)] = found(abroad, text)
    assert refs == [first]


def test_an_english_stop_word_is_a_word_in_polish(abroad: Page) -> None:
    abroad.goto("pl/index.html")
    [(_, refs)] = found(abroad, "my")
    assert refs == ["services/lantern"]


@pytest.mark.parametrize("folder", list(EDITIONS))
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("I feel ashamed", "barriers/shame"),
        ("ashmed", "barriers/shame"),
        ("Doctors' Line", "services/doctors-line"),
        ("fenland wellbeing team", "services/eastshire-hub"),
        ("Keeping Well North West London", "services/keeping-well-nwl"),
    ],
)
def test_an_english_name_is_found_from_every_language(abroad: Page, folder: str, text: str, first: str) -> None:
    abroad.goto(f"{folder}index.html")
    [(_, refs)] = found(abroad, text)
    assert refs[:1] == [first]


@pytest.mark.parametrize(
    ("folder", "text"),
    [("pl/", "samobojstwo"), ("hi/", "आत्महत्या"), ("ur/", "خود\u200cکشی"), ("pl/", "suicide"), ("ur/", "end my life")],
)
def test_words_of_crisis_put_help_first_in_the_language_and_in_english(abroad: Page, folder: str, text: str) -> None:
    abroad.goto(f"{folder}index.html")
    [(help, _)] = found(abroad, text)
    assert help


def test_what_is_found_in_hindi_is_marked_and_leads_to_its_page(abroad: Page) -> None:
    abroad.goto("hi/index.html")
    abroad.get_by_role("combobox").press_sequentially("शर्म")
    option = abroad.get_by_role("option", name="मुझे शर्म आती है")
    expect(option.locator("mark")).to_have_text("शर्म")
    option.click()
    expect(abroad).to_have_title("मुझे शर्म आती है")
    assert abroad.url.endswith("/hi/barriers/shame/index.html")


def test_what_has_no_page_in_hindi_leads_to_the_english_one(abroad: Page) -> None:
    abroad.goto("hi/index.html")
    abroad.get_by_role("combobox").press_sequentially("helping hands")
    abroad.get_by_role("option", name="Helping Hands").click()
    expect(abroad).to_have_title("Helping Hands")
    assert "/hi/" not in abroad.url
