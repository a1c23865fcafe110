"""Search as someone meets it in Chromium, on a small site of its own and on the records of data/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, Route, expect

from directory.export import search
from directory.export.entries import entries
from tests.browser.windows import served
from tests.export import lunrs_own
from tests.export.browser import found, in_browser
from tests.export.example import DIRECTORY
from tests.pages import Site

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE services; --",
    "title:* +sleep -work~9^99 *",
    "nofield:sleep ^ ~ +",
    "{{7*7}} ${7*7} %00 %s",
    "__proto__ constructor toString hasOwnProperty",
    "\u202eolleh \u0000\ufffd",
    "-- -- --",
    "*" * 100,
    "a" * 100,
    "sleep " * 16,
]


def field(page: Page, text: str) -> Locator:
    """The search field of the home page with some text typed into it."""
    page.goto("index.html")
    box = page.get_by_role("combobox")
    expect(box).to_be_visible()
    box.press_sequentially(text)
    return box


def option(page: Page, name: str) -> Locator:
    return page.get_by_role("option", name=name)


# The field


def test_a_misspelt_name_leads_to_the_service_and_says_how_it_stands(page: Page) -> None:
    field(page, "kepping well nwl")
    first = page.get_by_role("group", name="Services").get_by_role("option").first
    expect(first).to_have_accessible_name("Keeping Well NWL Not confirmed")
    first.click()
    expect(page).to_have_title("Keeping Well NWL")
    assert page.url.endswith("/services/keeping-well-nwl/index.html")


def test_results_stand_in_groups_and_words_found_are_marked(page: Page) -> None:
    field(page, "eastshire")
    for group in ("Services", "Places"):
        expect(page.get_by_role("group", name=group)).to_be_visible()
    expect(option(page, "NHS Eastshire Talking Therapies").locator("mark")).to_have_text("Eastshire")


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    box = field(page, "sleep")
    options = page.get_by_role("option")
    expect(options).to_have_count(2)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(options.nth(0).get_attribute("id")))
    box.press("End")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    box.press("ArrowUp")
    box.press("Home")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(page).to_have_title("Sleep after night shifts")


@pytest.mark.parametrize("letter", ["n", "s"])
def test_a_letter_alone_finds_only_names_in_which_a_word_begins_with_it(page: Page, letter: str) -> None:
    """It also begins words in most summaries, which would find nearly everything."""
    field(page, letter)
    expect(page.get_by_role("option").first).to_be_visible()
    for title in page.locator(".search__title").all_inner_texts():
        assert re.search(rf"\b{letter}", title.lower()), title


def test_escape_closes_the_list_and_then_empties_the_field(page: Page) -> None:
    box = field(page, "sleep")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("sleep")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    box.press("Escape")
    expect(box).to_have_value("")


def test_the_count_is_said_aloud(page: Page) -> None:
    field(page, "sleep")
    expect(page.get_by_role("status")).to_have_text("2 results.")
    page.get_by_role("combobox").press_sequentially(" qqqqqqq")
    page.get_by_role("combobox").fill("qqqqqqq")
    expect(page.get_by_role("status")).to_contain_text("Nothing found.")


@pytest.mark.parametrize("text", ["suicide", "sucide", "suici", "I don’t want to live", "overdosing"])
def test_words_of_crisis_put_help_first(page: Page, text: str) -> None:
    box = field(page, text)
    group = page.get_by_role("group").first
    expect(group).to_have_accessible_name("You can talk to someone now.")
    expect(group.get_by_role("option")).to_have_text(
        ["Call 999", "Call Lantern on 116 123", "More ways to get help now"]
    )
    box.press("ArrowDown")
    expect(option(page, "Call 999")).to_have_attribute("href", "tel:999")
    expect(option(page, "Call 999")).to_have_attribute("aria-selected", "true")
    option(page, "More ways").click()
    expect(page).to_have_title("Help now")


def test_words_of_crisis_are_seen_at_the_end_of_a_long_sentence(page: Page) -> None:
    page.goto("index.html")
    [(help, _)] = found(
        page, "since the night shifts began in spring and nobody asked how we are i think i may end my life"
    )
    assert help


def test_other_words_do_not(page: Page) -> None:
    page.goto("index.html")
    for text, (help, _) in zip(texts := ["sleep", "life", "dose", "want to live"], found(page, *texts), strict=True):
        assert not help, text


def test_nothing_is_fetched_before_the_field_is_used(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("index.html")
    expect(page.get_by_role("combobox")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(("search.json", "lunr.js"))]
    page.get_by_role("combobox").focus()
    page.wait_for_load_state("networkidle")
    assert sum(url.endswith(("search.json", "lunr.js")) for url in asked) == 2


def test_what_is_typed_is_not_sent_anywhere(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field(page, "burnt out").press("Enter")
    expect(page.get_by_text("1 result for “burnt out”.")).to_be_visible()
    assert not [url for url in asked if "burnt" in url.partition("#")[0]]


def test_the_form_leads_to_the_a_to_z_without_scripts(chromium: Browser, home: str) -> None:
    context = chromium.new_context(base_url=home, java_script_enabled=False)
    page = context.new_page()
    page.goto("index.html")
    page.get_by_role("searchbox").fill("sleep")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="Everything from A to Z")).to_be_visible()
    context.close()


def test_a_search_that_can_not_load_says_so_and_works_later(chromium: Browser, home: str) -> None:
    context = chromium.new_context(base_url=home)
    page = context.new_page()
    page.route("**/search.json", lambda route: route.abort())
    box = field(page, "slee")
    expect(page.get_by_text("Search did not load. Press Search").first).to_be_visible()
    page.unroute("**/search.json")
    box.press_sequentially("p")
    expect(option(page, "Sleep after night shifts")).to_be_visible()
    context.close()


def test_an_answer_that_comes_late_is_not_shown(chromium: Browser, home: str) -> None:
    context = chromium.new_context(base_url=home)
    page = context.new_page()
    held: list[Route] = []
    page.route("**/search.json", lambda route: held.append(route))
    box = field(page, "sleep")
    box.press("Escape")
    expect(box).to_have_value("")
    with page.expect_response("**/search.json"):
        held[0].continue_()
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_be_hidden()
    context.close()


def test_starting_twice_changes_nothing(page: Page) -> None:
    field(page, "sleep")
    page.evaluate(
        """async () => {
          const scripts = document.querySelector("script[type=module]").src;
          const { init } = await import(scripts.replace("scripts/site.js", "components/search/behaviour.js"));
          init(document.querySelector("form[data-search]"));
        }"""
    )
    expect(page.get_by_role("listbox")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(chromium: Browser, home: str, scheme: Any, width: int) -> None:
    context = chromium.new_context(base_url=home, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    field(page, "suicide").press("ArrowDown")
    assert Axe().run(page).response["violations"] == []
    page.goto("search/index.html#q=suicide")
    expect(page.get_by_text("for “suicide”")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


# The page of results


@pytest.mark.parametrize("part", ["?", "#"])
def test_a_link_to_results_fills_the_field_and_shows_them_in_groups(page: Page, part: str) -> None:
    page.goto(f"search/index.html{part}q=eastshire")
    expect(page.get_by_role("combobox")).to_have_value("eastshire")
    expect(page.get_by_text("3 results for “eastshire”.")).to_be_visible()
    services = page.get_by_role("region", name="Services")
    expect(services.get_by_role("link")).to_have_text(["NHS Eastshire Talking Therapies", "Eastshire Resilience Hub"])
    expect(services.get_by_text("Closed", exact=True)).to_be_visible()
    expect(page.get_by_text("Everything from A to Z")).to_be_hidden()


def test_a_filter_leaves_one_group(page: Page) -> None:
    page.goto("search/index.html#q=eastshire")
    page.get_by_role("button", name="Places (1)").click()
    expect(page.get_by_role("button", name="Places (1)")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="All (3)")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("region", name="Services")).to_be_hidden()
    expect(page.get_by_role("region", name="Places")).to_be_visible()
    page.get_by_role("button", name="All (3)").click()
    expect(page.get_by_role("region", name="Services")).to_be_visible()


def test_a_search_on_the_page_itself_and_the_way_back(page: Page) -> None:
    page.goto("search/index.html")
    expect(page.get_by_text("Everything from A to Z")).to_be_visible()
    page.get_by_role("combobox").fill("sleep")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("2 results for “sleep”.")).to_be_visible()
    page.get_by_role("combobox").fill("ashamed")
    page.get_by_role("combobox").press("Enter")
    expect(page.get_by_role("region", name="What puts people off").get_by_role("link")).to_have_text(["I feel ashamed"])
    page.go_back()
    expect(page.get_by_text("2 results for “sleep”.")).to_be_visible()


def test_nothing_found_says_so_and_offers_ways_on(page: Page) -> None:
    page.goto("search/index.html#q=qqqqqqq")
    expect(page.get_by_text("Nothing found for “qqqqqqq”.")).to_be_visible()
    page.get_by_role("link", name="Get help now").click()
    expect(page).to_have_title("Help now")


def test_words_of_crisis_put_help_before_all_results(page: Page) -> None:
    page.goto("search/index.html#q=suicide")
    expect(page.get_by_role("heading", level=2)).to_have_text(["You can talk to someone now.", "Resources"])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_query_ends_as_text(page: Page, text: str) -> None:
    page.goto("index.html")
    page.goto(f"search/index.html#q={quote(text)}")
    expect(page.locator(".search__count")).to_contain_text("for “")
    assert page.locator("main img, main script").count() == 0


# Finding


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lantern", "services/lantern"),
        ("Doctors' line", "services/doctors-line"),
        ("doctors line", "services/doctors-line"),
        ("couns", "services/lantern"),
        ("councelling", "services/lantern"),
        ("burnt out", "resources/burnout-types"),
        ("BURNOUT", "resources/burnout-types"),
        ("worn out", "resources/after-shifts"),
        ("worn out today", "resources/after-shifts"),
        ("so worn out at work", "resources/burnout-types"),
        ("OH", "resources/oh-guide"),
        ("occupatio", "resources/oh-guide"),
        ("IAPT", "services/eastshire-therapies"),
        ("PTSD", "resources/trauma-guide"),
        ("fenland wellbeing team", "services/eastshire-hub"),
        ("Tim iechyd", "services/tim"),
        ("NWL", "services/keeping-well-nwl"),
        ("fenwick", "areas/eastshire"),
        ("ashmed", "barriers/shame"),
        ("how do I sleep after a shift", "resources/after-shifts"),
        ("the", "services/eastshire-therapies"),
    ],
)
def test_what_was_meant_comes_first(page: Page, text: str, first: str) -> None:
    page.goto("index.html")
    [(_, refs)] = found(page, text)
    assert refs[:1] == [first]


def test_what_holds_all_the_words_comes_before_what_holds_some(page: Page) -> None:
    page.goto("index.html")
    [(_, refs)] = found(page, "eastshire hub")
    assert refs[0] == "services/eastshire-hub"
    assert "services/eastshire-therapies" in refs


def test_a_service_for_children_is_found_by_its_whole_name_only(page: Page) -> None:
    page.goto("index.html")
    texts = ["arts", "music therapy", "children", "arts therapies", "little drums", "arts therapies music for childre"]
    for text, (_, refs) in zip(texts, found(page, *texts), strict=True):
        assert "services/arts-for-children" not in refs, text
    [(_, refs)] = found(page, "ARTS therapies music for children")
    assert refs[0] == "services/arts-for-children"


def test_the_same_query_gives_the_same_order(page: Page) -> None:
    page.goto("index.html")
    first, second = found(page, "health sleep eastshire", "health sleep eastshire")
    assert first == second


def test_any_text_gives_an_answer(page: Page) -> None:
    page.goto("index.html")

    @settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.text(), min_size=20, max_size=20))
    def check(texts: list[str]) -> None:
        assert len(found(page, *texts)) == len(texts)

    check()


# The same in Python and in the browser


def test_the_browser_unpacks_the_index_that_lunr_made(page: Page) -> None:
    page.goto("index.html")
    every = entries(DIRECTORY)
    packed = search.packed(every, stemmed=True)
    unpacked = in_browser(page, "load.js", "it.unpack(...given)", [packed, [entry.ref for entry in every]])
    expected = lunrs_own.index(every, stemmed=True).serialize()
    assert sorted(unpacked.pop("fieldVectors")) == sorted(expected.pop("fieldVectors"))
    assert unpacked == expected


# The records of data/


@pytest.fixture(scope="module")
def real(chromium: Browser, site: Site) -> Iterator[Page]:
    """The home page of the real site."""
    with served(site.folder) as home:
        page = chromium.new_page()
        page.goto(home)
        yield page
        page.close()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("iapt", "services/cpft-talking-therapies"),
        ("burnt out", "resources/frog-burnout-types"),
        ("kepping well nwl", "services/kw-nwl"),
        ("ptsd", "resources/ptsd-coach"),
        ("practitoner health", "services/practitioner-health"),
        ("Together in Mind", "services/ncl-in-mind"),
        ("samaritans", "services/samaritans"),
        ("greater manchester hub", "services/gm-hub"),
        ("London", "areas/london"),
    ],
)
def test_the_right_record_comes_first(real: Page, text: str, first: str) -> None:
    [(_, refs)] = found(real, text)
    assert refs[:1] == [first]


def test_oh_finds_what_speaks_of_occupational_health(real: Page) -> None:
    oh, whole = found(real, "OH", "occupational health")
    assert oh[1]
    assert set(oh[1]) <= set(whole[1])


def test_suicide_puts_help_first(real: Page) -> None:
    [(help, refs)] = found(real, "suicide")
    assert help
    assert refs


def test_every_word_of_the_index_has_the_same_stem_in_python_and_in_the_browser(real: Page) -> None:
    form = real.locator("form[data-search]")
    stems = real.evaluate(
        """async ([index, script]) => {
          const { default: lunr } = await import(new URL(script, location.href));
          const { words } = await (await fetch(index)).json();
          return words.split(" ").map((word) => [word, lunr.stemmer(new lunr.Token(word)).toString()]);
        }""",
        [form.get_attribute("data-index"), form.get_attribute("data-lunr")],
    )
    assert len(stems) > 1000
    assert [[word, stem, search.stem(word)] for word, stem in stems if stem != search.stem(word)] == []
