"""Everyone can use “Find support”: by ear, by keyboard, with large text, on a narrow screen, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from directory import matching, urls
from tests.browser import wizard
from tests.browser.axe import violations
from tests.browser.measures import STYLES, lost_texts, moving, restyle, small_targets
from tests.browser.windows import Open, Windows
from tests.browser.wizard import AREA, BARRIERS, HEADINGS, HELP, HOW, WORK, Answers, heading, stage
from tests.pages import Site, plain

MINE: Answers = {
    HELP: ("Someone to talk to",),
    BARRIERS: ("I work shifts or nights", "I can’t afford it"),
    AREA: ("London", "North East London"),
    WORK: ("Social worker",),
}

# The middle of an option, and each of its corners, belong to it: a press there chooses it.
WHOLE = """() => [...document.querySelectorAll("[data-stage] .choice")].every((option) => {
    if (!option.checkVisibility()) return true;
    option.scrollIntoView({ block: "center" });
    const { left, right, top, bottom } = option.getBoundingClientRect();
    const points = [[left + 5, top + 5], [right - 5, bottom - 5], [(left + right) / 2, (top + bottom) / 2]];
    const parts = ["choice__label", "choice__input"];
    return points.every(([x, y]) => parts.some((part) => document.elementFromPoint(x, y).classList.contains(part)));
})"""

FOCUS = """() => {
    const element = document.activeElement;
    const ring = getComputedStyle(element.closest(".choice") ?? element);
    const box = element.getBoundingClientRect();
    return {
        what: (element.labels?.[0] ?? element).innerText.trim(),
        ringed: ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 3,
        inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


def steps(page: Page) -> Iterator[str]:
    """Stops at every question, answered and with all its options shown, and at the results with all that opens."""
    for asked in HEADINGS:
        expect(heading(page)).to_have_text(asked)
        open_all(page)
        wizard.choose(stage(page), *MINE.get(asked, ()))
        yield asked
        wizard.go_on(page)
    wizard.open_folds(page)
    open_all(page)
    yield "the results"


def open_all(page: Page) -> None:
    for fold in stage(page).locator("details").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_step_in_any_look(open_window: Open, width: int) -> None:
    page = wizard.begin(open_window, width=width)
    for step in steps(page):
        assert violations(page) == [], step


def test_no_step_needs_sideways_scrolling_and_every_target_is_large_enough_on_a_narrow_screen(
    open_window: Open,
) -> None:
    page = wizard.begin(open_window, width=320)
    for step in steps(page):
        assert page.evaluate("document.scrollingElement.scrollWidth") == 320, step
        assert small_targets(page, "[data-stage]") == [], step
        assert page.evaluate(WHOLE) or step == "the results", step


@pytest.mark.parametrize("style", STYLES)
def test_larger_and_wider_text_is_neither_lost_nor_overlaid(open_window: Open, style: str) -> None:
    page = wizard.begin(open_window, width=320)
    restyle(page, STYLES[style])
    for step in steps(page):
        assert lost_texts(page) == [], step


def test_nothing_moves_where_someone_wants_less_motion(open_window: Open) -> None:
    page = wizard.begin(open_window)
    for step in steps(page):
        assert moving(page) == [], step


def test_options_are_named_by_their_labels_alone_and_described_by_their_help(open_window: Open, site: Site) -> None:
    table = matching.compile_table(site.directory)
    page = wizard.begin(open_window)
    for index, asked in enumerate(HEADINGS):
        question = table.questions[index]
        expect(heading(page)).to_have_text(asked)
        open_all(page)
        if asked == AREA:
            wizard.choose(stage(page), "London")
        choices = [table.choices[i] for i in table.of_question(index)]
        shown = [choice for choice in choices if choice.within in (None, "london")]
        role = "checkbox" if question.several else "radio"
        wanted = [(role, plain(choice.label), plain(choice.help)) for choice in shown]
        wanted.append(("group", asked, plain(question.help)))
        if question.where:
            wanted.append(("group", f"London: {question.where.label}", plain(question.where.help)))
        assert sorted(wizard.controls(page)) == sorted(wanted)
        assert stage(page).locator("fieldset > legend:first-child h1").count() == 1
        assert stage(page).locator(f"fieldset input[type={role}]:visible").count() == len(shown)
        expect(stage(page).locator("form > p").first).to_contain_text(f"Question {index + 1} of 7", use_inner_text=True)
        wizard.skip(page)


def test_focus_is_on_the_heading_of_each_new_step(open_window: Open) -> None:
    page = wizard.begin(open_window)

    def check_focus_is_on(words: str) -> None:
        expect(heading(page)).to_contain_text(words)
        expect(heading(page)).to_be_focused()

    assert page.evaluate("document.activeElement === document.body")
    wizard.answer(page, *MINE[HELP])
    check_focus_is_on(BARRIERS)
    wizard.skip(page)
    check_focus_is_on(HOW)
    page.get_by_role("button", name="Back", exact=True).click()
    check_focus_is_on(BARRIERS)
    page.go_back()
    check_focus_is_on(HELP)
    page.get_by_role("button", name="See the results now").click()
    check_focus_is_on("Support that fits what you said")
    page.get_by_role("button", name="Start again").click()
    check_focus_is_on(HELP)


def test_an_answer_is_changed_in_its_place_and_the_new_results_are_announced(open_window: Open) -> None:
    page = wizard.begin(open_window)
    wizard.go_through(page, MINE)
    status = page.get_by_role("status").first
    expect(status).to_have_text("")
    before = wizard.results(page)
    page.get_by_role("button", name="Change your answers").click()
    expect(page.get_by_role("heading", name="Your answers")).to_be_focused()
    wizard.change(page, AREA, "Wales")
    expect(heading(page)).to_be_focused()
    expect(status).to_have_text("New results: 5 best matches.")
    after = wizard.results(page)
    assert after.answers == (*before.answers[:3], "Wales", *before.answers[4:])
    assert "Canopi" in wizard.names(after.best) and "Canopi" not in wizard.names(before.best)
    page.go_back()
    expect(stage(page).locator("[data-chosen]").nth(3)).to_have_text("North East London")
    expect(status).to_have_text("")


def tab_to(page: Page, words: str) -> None:
    """Presses Tab until the focus is on something with these words. On the way one always sees where it is."""
    for _ in range(80):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["ringed"] and focus["inSight"], focus["what"]
        if plain(focus["what"]) == plain(words):
            return
    raise AssertionError(f"Tab never comes to “{words}”.")


def test_the_keyboard_alone_leads_all_the_way(open_window: Open) -> None:
    page = wizard.begin(open_window)
    press = page.keyboard.press
    tab_to(page, "Skip to content")
    press("Enter")
    tab_to(page, "Someone to talk to")
    press("Space")
    tab_to(page, "Continue")
    press("Enter")
    expect(heading(page)).to_have_text(BARRIERS)
    tab_to(page, "I work shifts or nights")
    press("Space")
    tab_to(page, "Show 12 more")
    press("Enter")
    expect(page.get_by_label("I can’t afford it")).to_be_visible()
    tab_to(page, "I can’t afford it")
    press("Space")
    tab_to(page, "Continue")
    press("Enter")
    expect(heading(page)).to_have_text(HOW)
    tab_to(page, "Skip")
    press("Enter")
    expect(heading(page)).to_have_text(AREA)
    tab_to(page, "East of England")
    press("ArrowDown")
    tab_to(page, "North East London")
    press("ArrowDown")
    press("ArrowUp")
    tab_to(page, "Continue")
    press("Enter")
    expect(heading(page)).to_have_text(WORK)
    tab_to(page, "Doctor")
    press("Space")
    press("Enter")
    for asked in HEADINGS[5:]:
        expect(heading(page)).to_have_text(asked)
        tab_to(page, "At any time" if asked == HEADINGS[5] else "Skip")
        press("Enter")
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_contain_text("Support that fits what you said")
    answers = stage(page).locator("[data-chosen]")
    said = [plain(text) for text in answers.all_inner_texts()]
    assert said[:2] == ["Someone to talk to", "I work shifts or nights · I can't afford it"]
    assert said[2:] == ["Skipped", "North East London", "Doctor", "Skipped", "Skipped"]
    tab_to(page, "Change your answers")
    press("Enter")
    expect(page.get_by_role("heading", name="Your answers")).to_be_focused()
    for _ in range(3):
        press("Tab")
    press("Enter")
    expect(page.get_by_label("By phone")).to_be_visible()
    tab_to(page, "By phone")
    press("Space")
    tab_to(page, "Show the new results")
    press("Enter")
    expect(heading(page)).to_be_focused()
    expect(answers.nth(2)).to_have_text("By phone")
    tab_to(page, "Call 0330 123 1245")


def test_without_scripts_there_are_links_to_every_barrier_and_no_form_and_each_link_works(
    open_window: Open, site: Site
) -> None:
    page = open_window(urls.FIND_SUPPORT, scripts=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Find support that fits")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    main = page.get_by_role("main")
    expect(main.locator("form, input, button")).to_have_count(0)
    addresses = main.get_by_role("link").evaluate_all("links => links.map((link) => link.href)")
    barriers = {urls.barrier(barrier) for barrier in site.directory.vocabulary.barriers.values()}
    assert barriers < {address.partition("/sub-path/")[2] for address in addresses}
    assert len(addresses) > len(barriers) + 15
    for address in addresses:
        assert page.request.get(address).ok, address
    main.get_by_role("link", name="I can’t afford it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("“I can’t afford it”")


def test_from_a_disk_the_same_links_are_read_after_a_short_wait(chromium: Browser, site: Site) -> None:
    """Browsers load no module from a disk, so that the questions never come."""
    windows = Windows(chromium, f"{site.folder.as_uri()}/")
    page = windows.open(urls.FIND_SUPPORT)
    link = page.get_by_role("main").get_by_role("link", name="I can’t afford it")
    expect(link).to_be_visible()
    expect(stage(page)).not_to_be_visible()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("“I can’t afford it”")
    windows.close_pages()
    assert [trouble for trouble in windows.troubles if ".js" not in trouble and "ERR_FAILED" not in trouble] == []
