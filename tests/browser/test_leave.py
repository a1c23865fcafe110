"""“Leave this page” blanks it at once, and going back shows nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from directory import urls
from tests.browser import wizard
from tests.browser.measures import TEXT_SPACING, restyle
from tests.browser.windows import Open, Windows

RECORD = "services/practitioner-health/index.html"
FORECAST = "Sunny spells"

TWICE_THE_TEXT = "html { font-size: 212.5% !important; }"
"""WCAG 2.2, 1.4.4, where the size is 106.25 % on a narrow screen."""

LINES_OF_NUMBERS = """() => [...document.querySelectorAll("[data-help-now] .number")]
    .map((number) => number.getClientRects().length)"""


@pytest.fixture
def opened(chromium: Browser, windows: Windows) -> Iterator[Open]:
    """Opens windows that can reach a page about the weather."""
    forecast = f"<!doctype html><title>Forecast</title><h1>{FORECAST}</h1>"
    own = Windows(chromium, windows.home, elsewhere={urls.LEAVE: forecast})
    yield own.open
    own.close_pages()
    assert own.troubles == []


def leave(page: Page) -> Locator:
    return page.locator("[data-help-now]").get_by_role("link", name="Leave")


def press_shift(page: Page, times: int = 3) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def without_an_answer(page: Page, leave: Callable[[], None]) -> None:
    """Leaves where the weather page never comes, so that ours is all there is to see."""
    page.route(urls.LEAVE, lambda route: route.abort("aborted"))
    with page.expect_event("requestfailed", lambda request: request.url == urls.LEAVE):
        leave()


def check_it_stays(page: Page) -> None:
    """The page is the one it was, and nobody is asked for another."""
    expect(page.get_by_role("heading", level=1)).to_have_text("NHS Practitioner Health")
    assert page.url.endswith(RECORD)


def check_the_weather_is_shown(page: Page) -> None:
    page.wait_for_url(urls.LEAVE)
    expect(page.get_by_role("heading")).to_have_text(FORECAST)


def test_without_scripts_it_is_a_link_that_tells_the_other_site_nothing(opened: Open) -> None:
    page = opened(RECORD, scripts=False)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    expect(leave(page)).to_have_text("Leave this page", use_inner_text=True)
    leave(page).click()
    check_the_weather_is_shown(page)
    assert "referer" not in asked[0].all_headers()


@pytest.mark.parametrize("address", [urls.HOME, RECORD, "privacy/index.html", urls.WIZARD, urls.NOT_FOUND])
@pytest.mark.parametrize("by", ["click", "Shift"])
def test_one_leaves_by_a_click_or_by_shift_three_times(opened: Open, address: str, by: str) -> None:
    page = opened(address)
    expect(leave(page).get_by_text("or press Shift three times")).to_be_visible()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    if by == "click":
        leave(page).click()
    else:
        press_shift(page)
    check_the_weather_is_shown(page)
    assert "referer" not in asked[0].all_headers()


def test_a_narrow_screen_has_the_link_without_the_words_about_a_key(opened: Open) -> None:
    page = opened(RECORD, width=320)
    expect(leave(page).get_by_text("Shift")).not_to_be_visible()
    leave(page).click()
    check_the_weather_is_shown(page)


def test_the_page_is_blank_though_the_weather_never_answers(opened: Open) -> None:
    page = opened(RECORD)
    expect(leave(page).get_by_text("Shift")).to_be_visible()
    without_an_answer(page, lambda: press_shift(page))
    assert page.evaluate("[document.body.innerHTML, document.title]") == ["", "Weather"]


def test_shift_counts_only_within_two_seconds(opened: Open) -> None:
    page = opened("about:blank")
    page.clock.install()
    page.goto(RECORD)
    expect(leave(page).get_by_text("Shift")).to_be_visible()
    press_shift(page, 2)
    page.clock.fast_forward(2100)
    press_shift(page, 2)
    check_it_stays(page)
    page.clock.fast_forward(1000)
    press_shift(page, 1)
    check_the_weather_is_shown(page)


@pytest.mark.parametrize("between", ["a", "Tab", "Control", "Shift+A", "Control+Shift", "hold", "click"])
def test_another_key_a_held_shift_or_the_mouse_in_between_begins_afresh(opened: Open, between: str) -> None:
    page = opened(RECORD)
    expect(leave(page).get_by_text("Shift")).to_be_visible()
    press_shift(page, 2)
    if between == "click":
        page.mouse.click(5, 400)
    elif between == "hold":
        page.keyboard.down("Shift")
        page.keyboard.down("Shift")  # as a key that is held says again and again
        page.keyboard.up("Shift")
    else:
        page.keyboard.press(between)
    press_shift(page, 2)
    check_it_stays(page)
    press_shift(page, 1)
    check_the_weather_is_shown(page)


def test_capital_letters_and_shortcuts_do_not_leave(opened: Open) -> None:
    page = opened(RECORD)
    expect(leave(page).get_by_text("Shift")).to_be_visible()
    for keys in ("Shift+A", "Shift+B", "Shift+C", "Control+Shift", "Control+Shift", "Control+Shift", "Shift+Tab"):
        page.keyboard.press(keys)
    page.keyboard.down("Control")
    press_shift(page)
    page.keyboard.up("Control")
    check_it_stays(page)


def test_going_back_and_forward_after_leaving_shows_nothing_of_ours(opened: Open) -> None:
    page = opened(urls.HOME)
    page.get_by_role("main").get_by_role("link", name="See all services").click()
    expect(page.locator(".row .opening").first).to_be_visible()  # scripts have filled the rows, and no row moves
    page.get_by_role("main").get_by_role("link", name="Canopi", exact=True).click()
    page.get_by_role("main").locator("summary", has_text="source").click()
    expect(leave(page).get_by_text("Shift")).to_be_visible()
    press_shift(page)
    check_the_weather_is_shown(page)
    for _ in range(2):
        page.go_back()
        check_the_weather_is_shown(page)
    for _ in range(2):
        page.go_forward()
        check_the_weather_is_shown(page)


def hold_scripts(page: Page, but: str) -> None:
    """From now on scripts never arrive, but for one: a tired network."""
    page.route("**/*.js", lambda route: route.continue_() if route.request.url.endswith(but) else None)


def test_whoever_goes_on_before_the_scripts_have_come_is_shown_nothing_of_ours_either(opened: Open) -> None:
    page = opened(urls.HOME)
    hold_scripts(page, but="/leave.js")
    page.get_by_role("main").get_by_role("link", name="See all services").click()
    page.get_by_role("main").get_by_role("link", name="Canopi", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Canopi")
    press_shift(page)
    check_the_weather_is_shown(page)
    for _ in range(2):
        page.go_back()
        check_the_weather_is_shown(page)


def test_a_page_is_not_shown_before_it_can_be_left(opened: Open) -> None:
    page = opened(urls.HOME)
    hold_scripts(page, but="/none")
    with page.expect_request("**/leave.js"):
        page.get_by_role("main").get_by_role("link", name="See all services").click()
    page.wait_for_url(f"**/{urls.SERVICES}", wait_until="commit")
    page.wait_for_timeout(500)
    assert page.evaluate("document.body") is None


def test_a_page_that_had_been_left_shows_nothing_on_its_way_to_the_weather(opened: Open) -> None:
    page = opened(urls.HOME)
    page.get_by_role("main").get_by_role("link", name="See all services").click()
    expect(leave(page).get_by_text("Shift")).to_be_visible()
    press_shift(page)
    check_the_weather_is_shown(page)
    without_an_answer(page, lambda: page.evaluate("history.back()"))
    assert page.evaluate("document.documentElement.innerText") == ""


def test_a_page_that_a_browser_keeps_for_back_is_kept_unseen(opened: Open) -> None:
    """As in Chromium with a screen. The browser of these tests keeps none, so it is only told that it does."""
    page = opened(urls.HOME)
    for event, seen in {"pagehide": "hidden", "pageshow": "visible"}.items():
        page.evaluate("(event) => dispatchEvent(new PageTransitionEvent(event, { persisted: true }))", event)
        expect(page.locator("html")).to_have_css("visibility", seen)
    expect(page.get_by_role("link", name="See all services")).to_be_visible()


def test_pages_that_lay_ahead_are_gone_as_well(opened: Open) -> None:
    page = opened(urls.HOME)
    page.get_by_role("main").get_by_role("link", name="See all services").click()
    expect(leave(page).get_by_text("Shift")).to_be_visible()
    page.go_back()
    leave(page).click()
    check_the_weather_is_shown(page)
    page.go_forward()
    check_the_weather_is_shown(page)


def test_going_back_and_forward_without_leaving_is_as_ever(opened: Open) -> None:
    """Also from a page of others, and from one whose address was typed."""
    page = opened(urls.HOME)
    page.get_by_role("main").get_by_role("link", name="See all services").click()
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.go_back()
    page.goto(urls.LEAVE)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Services")
    page.go_back()
    expect(page.get_by_role("link", name="See all services")).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Services")
    page.reload()
    page.go_back()
    page.goto(urls.LEAVE)
    page.go_back()
    expect(page.get_by_role("link", name="See all services")).to_be_visible()


def test_the_answers_of_find_support_are_gone(opened: Open) -> None:
    page = wizard.begin(opened)
    wizard.answer(page, "Someone to talk to")
    assert page.evaluate("history.state.answers.length") == 1
    without_an_answer(page, leave(page).click)
    assert page.evaluate("[history.state, document.body.innerHTML]") == [None, ""]


def test_going_back_after_leaving_find_support_shows_none_of_its_questions(opened: Open) -> None:
    page = wizard.begin(opened)
    wizard.answer(page, "Someone to talk to")
    wizard.skip(page)
    press_shift(page)
    check_the_weather_is_shown(page)
    for _ in range(2):
        page.go_back()
        check_the_weather_is_shown(page)


def test_help_now_keeps_the_plain_link(opened: Open) -> None:
    page = opened(urls.HELP_NOW)
    expect(leave(page).get_by_text("Shift")).not_to_be_visible()
    press_shift(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    leave(page).click()
    check_the_weather_is_shown(page)


@pytest.mark.parametrize("change", [TWICE_THE_TEXT, TEXT_SPACING], ids=["twice-the-text", "text-spacing"])
@pytest.mark.parametrize("width", [320, 800])
def test_the_bar_loses_nothing_and_splits_no_number_where_text_is_large(
    open_window: Open, width: int, change: str
) -> None:
    page = open_window(RECORD, width=width)
    restyle(page, change)
    for part in page.locator("[data-help-now] :is(a, span)").filter(visible=True).all():
        box = part.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, part.inner_text()
    expect(leave(page)).to_be_in_viewport(ratio=1)
    assert set(page.evaluate(LINES_OF_NUMBERS)) <= ({1} if width == 800 else {0})
