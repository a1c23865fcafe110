"""Every component in each of its cases, on the page that shows them all: readable, whole and harmless."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from playwright.sync_api import Locator, Page, expect

from directory import brand, urls
from tests.browser.axe import scripts_of_the_page, violations
from tests.browser.measures import STYLES, lost_texts, restyle, small_targets
from tests.browser.windows import Open, Windows
from tests.builds import REPOSITORY
from tests.pages import Site, of_class, plain, words

FOLDERS = {path.parent.name: path.parent for path in (REPOSITORY / "theme/components").glob("*/template.html")}
NAMES = sorted(FOLDERS)
HOSTILE = "<script>alert(2)</script>"
WITHOUT_TEXT = {"icon", "opening", "search"}
"""Components that are given no text of a record."""

ALONE = """(name) => {
    globalThis.parts ??= [...document.querySelectorAll("section.gallery")];
    document.querySelector(".sections").replaceChildren(...globalThis.parts.filter(({ id }) => id === name));
}"""


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDERS[name] / "fixtures.json").read_text("utf-8"))
    return found


def macros(template: Path) -> set[str]:
    """What pages may call: the macros of a template that none of its others is made of."""
    tree = Environment().parse(template.read_text("utf-8"))
    called = {call.node.name for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}
    return {macro.name for macro in tree.find_all(nodes.Macro)} - called


@pytest.fixture(scope="module", params=[True, False], ids=["with-scripts", "without-scripts"])
def gallery(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of components with everything on it unfolded. Tests may change its size and its look."""
    windows.troubles.clear()
    page = windows.open("about:blank")
    with scripts_of_the_page(page, request.param):
        page.goto(urls.COMPONENTS)
    if request.param:
        wait_for_scripts(page)
    unfold(page.locator("main"))
    yield page
    page.close()
    assert windows.troubles == []


@pytest.fixture
def narrow(gallery: Page) -> Iterator[Page]:
    gallery.set_viewport_size({"width": 320, "height": 800})
    yield gallery
    restyle(gallery, "")


def wait_for_scripts(page: Page) -> None:
    """Until all parts of the page have been found by their scripts, which `part` would take away from them."""
    expect(page.locator(".search [role=listbox]")).not_to_have_count(0)  # the last that scripts add


def part(page: Page, name: str) -> Locator:
    """The part of a component, alone on the page, so that axe has less to read."""
    page.evaluate(ALONE, name)
    return page.locator(f"section.gallery#{name}")


def unfold(within: Locator) -> None:
    within.locator("details").evaluate_all("folds => folds.forEach((fold) => (fold.open = true))")


def case(page: Page, name: str, sentence: str) -> Locator:
    return part(page, name).locator("figure").filter(has=page.get_by_text(sentence, exact=True))


def check_looks(page: Page, name: str) -> None:
    part(page, name)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page, f"#{name}") == [], f"{width} px"


@pytest.mark.parametrize("name", NAMES)
def test_every_component_has_cases_and_each_macro_that_pages_call_is_in_one(name: str) -> None:
    assert len(cases(name)) >= 2
    assert macros(FOLDERS[name] / "template.html") <= {case["macro"] for case in cases(name)}


def test_the_page_shows_every_case_of_every_component_by_its_name(site: Site) -> None:
    sections = list(of_class(site.main(urls.COMPONENTS), "gallery"))
    shown = {
        section.get("id"): [words(caption) for caption in section.iter("figcaption")]
        for section in sections
        if section.get("id") in FOLDERS
    }
    assert shown == {name: [plain(case["case"]) for case in cases(name)] for name in NAMES}


def test_nothing_invented_is_on_any_other_page_or_in_the_search(site: Site) -> None:
    files = [path for path in site.folder.rglob("*") if path.is_file()]
    told = {path.relative_to(site.folder).as_posix() for path in files if b"Example Staff Line" in path.read_bytes()}
    assert told == {urls.COMPONENTS}


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_in_a_component_at_any_width_in_any_look(gallery: Page, name: str) -> None:
    check_looks(gallery, name)


@pytest.mark.parametrize("name", NAMES)
def test_a_component_fits_a_narrow_screen_even_with_large_and_wide_text(narrow: Page, name: str) -> None:
    part(narrow, name)
    for style, rules in {"as it is": "", **STYLES}.items():
        restyle(narrow, rules)
        assert narrow.evaluate("document.scrollingElement.scrollWidth") == 320, style
        assert lost_texts(narrow) == [], style


@pytest.mark.parametrize("name", NAMES)
def test_text_that_tries_to_be_more_than_text_is_shown_as_typed(gallery: Page, name: str) -> None:
    shown = part(gallery, name).locator("figure").filter(has_text=HOSTILE)
    assert (shown.count() > 0) == (name not in WITHOUT_TEXT)
    assert part(gallery, name).locator("img, script:not([type='application/json'])").count() == 0


@pytest.mark.parametrize("name", NAMES)
def test_what_can_be_pressed_is_large_enough(narrow: Page, name: str) -> None:
    part(narrow, name)
    assert small_targets(narrow) == []


def test_a_number_to_call_is_not_divided_and_reads_from_left_to_right_in_every_language(narrow: Page) -> None:
    places = """number => {
        const at = (i) => {
            const range = document.createRange();
            range.setStart(number.firstChild, i);
            range.setEnd(number.firstChild, i + 1);
            return range.getBoundingClientRect();
        };
        const [first, last] = [at(0), at(number.firstChild.length - 1)];
        return first.left < last.left && first.top === last.top;
    }"""
    numbers = part(narrow, "contact").locator(".number bdi").all()
    assert len(numbers) > 4 and all(number.evaluate(places) for number in numbers)


def test_a_swatch_has_the_colour_that_it_names(open_window: Open) -> None:
    page = open_window(urls.COMPONENTS)
    edition, _ = brand.read(REPOSITORY)
    assert edition
    theme = brand.tokens((REPOSITORY / brand.TOKENS).read_text("utf-8"))
    for dark in (False, True):
        page.emulate_media(color_scheme="dark" if dark else "light")
        swatches = page.locator(".gallery__swatches li")
        assert swatches.count() == len(theme["light"]) + len(edition.light)
        for swatch in swatches.all():
            value = swatch.locator(".small").inner_text().split()[dark]
            colour = f"rgb({', '.join(str(int(value[i : i + 2], 16)) for i in (1, 3, 5))})"
            expect(swatch.locator(".gallery__swatch")).to_have_css("background-color", colour)


def test_opening_hours_are_told_as_on_the_page_of_a_record(open_window: Open) -> None:
    page = open_window(urls.COMPONENTS)
    wait_for_scripts(page)
    expect(case(page, "opening", "Open day and night")).to_contain_text("Open now, day and night")
    expect(case(page, "opening", "Never open: no day has hours")).to_contain_text("Closed at the moment")
    expect(case(page, "opening", "It can be reached, and nobody knows when")).to_contain_text("Hours not confirmed")
    expect(case(page, "hours", "Open day and night").locator("[aria-current=date]")).to_have_count(1)


def test_search_finds_real_records_from_the_page_of_components(open_window: Open, site: Site) -> None:
    page = open_window(urls.COMPONENTS)
    page.locator("#search-usual").press_sequentially("practitioner")
    name = site.directory.by_id["practitioner-health"].name
    expect(page.get_by_role("option", name=name).first).to_be_visible()


def test_the_questions_and_results_bear_the_longest_and_the_most_hostile_texts(open_window: Open) -> None:
    page = open_window(urls.COMPONENTS)
    stage = page.locator("[data-stage]")
    expect(stage.get_by_role("heading", name="What would help?")).to_be_visible()

    def check() -> None:
        unfold(stage)
        check_looks(page, "wizard")
        page.set_viewport_size({"width": 320, "height": 800})
        for rules in STYLES.values():
            restyle(page, rules)
            assert lost_texts(page) == []
        restyle(page, "")
        page.emulate_media(color_scheme="light", forced_colors="none")

    check()
    stage.get_by_text(HOSTILE).first.click()
    page.get_by_role("button", name="Continue").click()
    expect(stage.get_by_role("heading", name="Where do you work?")).to_be_visible()
    stage.get_by_text("Exampleshire", exact=True).click()
    stage.get_by_text("South Exampleshire").click()
    check()
    page.get_by_role("button", name="See the results").click()
    expect(stage.locator(".result")).to_have_count(4)
    expect(stage.locator("[data-slot=gaps]")).to_contain_text(HOSTILE)
    expect(stage.locator(".result").filter(has_text=HOSTILE)).to_have_count(1)
    expect(stage.locator("[data-slot=unconfirmed]")).to_contain_text("(1)")
    check()
