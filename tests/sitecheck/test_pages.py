"""What one page is made of."""

from __future__ import annotations

import pytest

from directory.sitecheck.page import read

from .sites import FORMER, HELP_NOW, HOME, Check, home_breaks, page


def test_an_element_lies_in_what_is_still_open() -> None:
    elements = read("index.html", "<p>A<br><b>B</b><img><i>C</p><p>D").elements
    assert [(e.tag, e.parent) for e in elements] == [("p", -1), ("br", 0), ("b", 0), ("img", 0), ("i", 0), ("p", -1)]


def test_of_an_attribute_given_twice_the_first_counts(check: Check) -> None:
    assert check('<p id="new" id="q">A</p>') == []


def test_an_id_occurs_once(check: Check) -> None:
    assert check('<p id="q">A</p>') == home_breaks("duplicate-id")
    assert check('<p id="">A</p>') == home_breaks("duplicate-id")


@pytest.mark.parametrize(
    "markup",
    [
        '<label for="gone">A</label>',
        '<nav aria-labelledby="gone">A</nav>',
        '<p aria-describedby="q gone">A</p>',
        '<button aria-controls="gone">A</button>',
        '<table><tr><td headers="gone">A</td></tr></table>',
    ],
)
def test_an_attribute_that_names_an_id_names_one_on_the_page(check: Check, markup: str) -> None:
    assert check(markup) == home_breaks("missing-id")


def test_a_page_has_exactly_one_main_heading(check: Check) -> None:
    assert check("<h1>Again</h1>") == home_breaks("one-h1")
    assert check(changed={"index.html": page("Home", HOME.replace("h1>", "h2>"))}) == home_breaks("one-h1")


def test_headings_leave_out_no_level_downwards(check: Check) -> None:
    assert check("<h4>Deep</h4>") == home_breaks("heading-order")


def test_a_page_says_its_language(check: Check) -> None:
    without = HELP_NOW.replace(' lang="en"', "")
    assert ("help-now/index.html", "language") in check(changed={"help-now/index.html": without})


@pytest.mark.parametrize("direction", ["", ' dir="auto"'])
def test_a_page_says_from_which_side_it_is_read(check: Check, direction: str) -> None:
    former = "services/former-a/index.html"
    faults = check(changed={former: FORMER.replace(' dir="ltr"', direction)})
    assert set(faults) == {(former, "language")}


def test_a_page_has_a_title_of_its_own(check: Check) -> None:
    assert check(changed={"index.html": page(" ", HOME)}) == home_breaks("title")
    assert check(changed={"index.html": page("Home", HOME, head="<title>Two</title>")}) == home_breaks("title")
    assert check(changed={"index.html": page("Service A", HOME)}) == [("services/a/index.html", "title")]


def test_a_page_has_exactly_one_main_part(check: Check) -> None:
    assert check("<main>Again</main>") == home_breaks("main")
    assert check(changed={"index.html": page("Home", HOME).replace("main", "div")}) == home_breaks("main")


def test_every_picture_has_an_alternative(check: Check) -> None:
    assert check('<img src="assets/dot.png">') == home_breaks("image-alt")


@pytest.mark.parametrize(
    "markup",
    [
        '<input name="a" placeholder="Name">',
        '<label for="a"></label><input id="a">',
        "<select><option>A</option></select>",
        '<textarea aria-label=" "></textarea>',
        '<button><svg aria-hidden="true"></svg></button>',
        '<label>A</label><input type="button">',
        "<label> <input></label>",
    ],
)
def test_every_control_has_a_name(check: Check, markup: str) -> None:
    assert check(markup) == home_breaks("control-name")


@pytest.mark.parametrize(
    "markup",
    [
        '<input type="hidden">',
        "<input type=submit>",
        '<input aria-label="A">',
        "<label>A <select></select></label>",
    ],
)
def test_a_control_may_have_its_name_from_many_places(check: Check, markup: str) -> None:
    assert check(markup) == []


def test_every_page_has_the_crisis_bar_and_the_link_to_help_now(check: Check) -> None:
    without_bar = page("Home", HOME).replace("data-help-now", "")
    assert check(changed={"index.html": without_bar}) == home_breaks("crisis-help")
    without_link = page("Home", HOME).replace("help-now/index.html", "services/index.html")
    assert check(changed={"index.html": without_link}) == home_breaks("crisis-help")


@pytest.mark.parametrize("number", ["tel:999", "tel:116123"])
def test_help_now_can_be_called_from(check: Check, number: str) -> None:
    changed = HELP_NOW.replace(number, "tel:111")
    assert check(changed={"help-now/index.html": changed}) == [("help-now/index.html", "crisis-help")]


def test_a_former_address_also_links_to_where_it_leads(check: Check) -> None:
    former = "services/former-a/index.html"
    assert check(changed={former: FORMER.replace('href="../a/', 'href="../')}) == [(former, "redirect")]


def test_a_former_address_has_a_language_and_a_title_and_leads_to_a_page(check: Check) -> None:
    former = "services/former-a/index.html"
    assert check(changed={former: FORMER.replace(' lang="en"', "")})[0] == (former, "language")
    assert check(changed={former: FORMER.replace("<title>Service A", "<title>")}) == [(former, "title")]
    assert (former, "broken-link") in check(changed={former: FORMER.replace("url=../a/", "url=../b/")})
