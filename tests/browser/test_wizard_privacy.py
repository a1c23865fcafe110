"""What someone answers in “Find support” stays on the page: not sent, not kept, not in the address."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from directory import matching, urls
from tests.browser import wizard
from tests.browser.windows import Open, Windows
from tests.browser.wizard import AREA, BARRIERS, HELP, HOW, WHEN, WORK, Answers, heading, stage
from tests.pages import Site, the

MINE: Answers = {
    HELP: ("Someone to talk to",),
    BARRIERS: ("I’m worried about my professional registration", "I work shifts or nights"),
    AREA: ("London", "North East London"),
    WORK: ("Doctor",),
    WHEN: ("Now", "Weekends"),
}
SAID = ("registration", "shifts", "London", "octor", "answers")

KEPT = """async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}

REFUSED = """async (attempt) => {
    const refusal = new Promise((resolve) => addEventListener("securitypolicyviolation", resolve));
    if (attempt === "fetch") {
        await fetch("index.html").then(() => { throw new Error("It went."); }, () => {});
    } else if (attempt === "beacon") {
        navigator.sendBeacon("index.html", "answers");
    } else {
        const form = document.createElement("form");
        form.action = "index.html";
        document.body.append(form);
        form.submit();
    }
    return (await refusal).effectiveDirective;
}"""

ROUND_TRIPS = """async ([address, sets]) => {
    const { encode, decode } = await import(address);
    const table = JSON.parse(document.querySelector("[data-wizard-table]").textContent);
    return sets.map((answers) => decode(table, encode(table, answers)).answers);
}"""

CODE = """async ([address, answers]) => {
    const { encode } = await import(address);
    return encode(JSON.parse(document.querySelector("[data-wizard-table]").textContent), answers);
}"""

# Every letter of the code changed into every other. The last one has two bits to spare.
CHANGED = """async ([address, answers]) => {
    const { encode, decode } = await import(address);
    const table = JSON.parse(document.querySelector("[data-wizard-table]").textContent);
    const code = encode(table, answers);
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const read = [];
    for (let at = code.indexOf(".") + 1; at < code.length; at += 1) {
        for (const letter of letters.replace(code[at], "")) {
            const changed = decode(table, code.slice(0, at) + letter + code.slice(at + 1));
            if (changed.fault !== "broken") read.push(changed.answers);
        }
    }
    return read;
}"""


@pytest.fixture
def script(site: Site, windows: Windows) -> str:
    """The address of the module that makes codes and reads them."""
    site_script = the(site.page(urls.FIND_SUPPORT), ".//script[@type='module']").attrib["src"]
    return windows.home + site_script.removeprefix("../").replace("site.js", "wizard/code.js")


@pytest.fixture
def table(site: Site) -> matching.Table:
    return matching.compile_table(site.directory)


def ticked(page: Page) -> list[str]:
    """The labels of what is chosen in the question that is shown."""
    return [box.evaluate("box => box.labels[0].textContent") for box in stage(page).locator("input:checked").all()]


def check_it_starts_afresh(page: Page) -> None:
    expect(heading(page)).to_have_text(HELP)
    assert ticked(page) == []
    assert "#" not in page.url
    assert page.evaluate("history.state") == {"step": 0, "answers": []}


def test_nothing_is_sent_or_kept_and_the_address_stays_from_the_first_question_to_the_last_fold(
    open_window: Open,
) -> None:
    page = wizard.begin(open_window)
    page.wait_for_load_state("networkidle")
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    address, title = page.url, page.title()

    def check_nothing_has_left() -> None:
        assert requests == []
        assert page.evaluate(KEPT) == NOTHING
        assert (page.url, page.title()) == (address, title)

    for asked in wizard.HEADINGS:
        expect(heading(page)).to_have_text(asked)
        wizard.answer(page, *MINE[asked]) if asked in MINE else wizard.skip(page)
        check_nothing_has_left()
    wizard.results(page)
    check_nothing_has_left()
    wizard.change(page, HOW, "By phone")
    expect(stage(page).locator("[data-chosen]").nth(2)).to_have_text("By phone")
    wizard.link_to_answers(page)
    page.context.grant_permissions(["clipboard-write"])
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    check_nothing_has_left()
    page.go_back()
    expect(stage(page).locator("[data-chosen]").nth(2)).to_have_text("Skipped")
    check_nothing_has_left()
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("attempt", "by"), [("fetch", "connect-src"), ("beacon", "connect-src"), ("form", "form-action")]
)
def test_the_page_itself_forbids_that_anything_is_sent(
    windows: Windows, open_window: Open, attempt: str, by: str
) -> None:
    page = wizard.begin(open_window)
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert {"connect-src 'none'", "form-action 'none'"} <= set(policy.split("; "))
    assert page.evaluate(REFUSED, attempt) == by
    assert windows.troubles and all("Content Security Policy" in trouble for trouble in windows.troubles)
    windows.troubles.clear()


def test_back_and_forward_keep_all_answers_also_those_of_later_questions(open_window: Open) -> None:
    page = wizard.begin(open_window)
    wizard.go_through(page, MINE)
    before = wizard.results(page).order
    for asked in reversed(wizard.HEADINGS):
        page.go_back()
        expect(heading(page)).to_have_text(asked)
        assert set(ticked(page)) == set(MINE.get(asked, ())), asked
    page.go_forward()
    expect(heading(page)).to_have_text(BARRIERS)
    page.get_by_role("button", name="Back", exact=True).click()
    expect(heading(page)).to_have_text(HELP)
    wizard.answer(page, "Help with money")
    for asked in wizard.HEADINGS[1:]:
        expect(heading(page)).to_have_text(asked)
        assert set(ticked(page)) == set(MINE.get(asked, ())), asked
        wizard.go_on(page)
    found = wizard.results(page)
    assert found.answers[0] == "Someone to talk to · Help with money"
    assert found.answers[1:] == (
        "I work shifts or nights · I'm worried about my professional registration",
        "Skipped",
        "North East London",
        "Doctor",
        "Now · Weekends",
        "Skipped",
    )
    assert found.order != before


def test_skip_to_content_leaves_the_question_and_its_answers_as_they_are(open_window: Open) -> None:
    page = wizard.begin(open_window)
    wizard.answer(page, *MINE[HELP])
    wizard.choose(stage(page), "I work shifts or nights")
    page.get_by_role("link", name="Skip to content").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    expect(page.get_by_role("main")).to_be_focused()
    expect(heading(page)).to_have_text(BARRIERS)
    assert ticked(page) == ["I work shifts or nights"]
    wizard.go_on(page)
    page.go_back()
    expect(heading(page)).to_have_text(BARRIERS)
    assert ticked(page) == ["I work shifts or nights"]


def test_one_comes_back_from_a_record_to_the_results_as_they_were_and_the_record_learns_nothing(
    open_window: Open,
) -> None:
    page = wizard.begin(open_window)
    wizard.go_through(page, MINE)
    before = wizard.results(page)
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    page.get_by_role("link", name=before.best[0].name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(before.best[0].name)
    assert page.evaluate("document.referrer") == ""
    assert requests[0].is_navigation_request() and "referer" not in requests[0].all_headers()
    assert not any(word in page.url + page.title() for word in SAID)
    assert page.evaluate("history.state") is None
    page.go_back()
    expect(stage(page).locator(".results")).to_be_visible()
    assert wizard.results(page) == before
    page.go_back()
    expect(heading(page)).to_have_text(wizard.HEADINGS[-1])


def test_a_reload_starts_afresh(open_window: Open) -> None:
    page = wizard.begin(open_window)
    wizard.answer(page, *MINE[HELP])
    page.reload()
    check_it_starts_afresh(page)
    wizard.go_through(page, MINE)
    page.reload()
    check_it_starts_afresh(page)


def test_a_link_says_what_it_reveals_and_leads_to_the_same_results(open_window: Open) -> None:
    page = wizard.begin(open_window)
    wizard.go_through(page, MINE)
    before = wizard.results(page)
    link = wizard.link_to_answers(page)
    expect(stage(page)).to_contain_text("Anyone who opens it can see what you chose.")
    expect(stage(page)).to_contain_text("It may stay in the history of the device where it is opened.")
    assert re.fullmatch(re.escape(page.url) + r"#answers=[0-9a-f]{8}\.[\w-]+", link)
    other = wizard.begin(open_window, fragment=link.removeprefix(page.url))
    assert other.url == page.url
    after = wizard.results(other)
    assert (after.order, after.best, after.answers) == (before.order, before.best, before.answers)
    wizard.change(other, AREA, "Wales")
    expect(stage(other).locator("[data-chosen]").nth(3)).to_have_text("Wales")
    assert other.url == page.url


def test_a_link_can_be_copied_by_hand_where_the_page_may_not_copy_it(open_window: Open) -> None:
    page = wizard.begin(open_window)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    wizard.go_through(page, {})
    link = wizard.link_to_answers(page)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_label("Link", exact=True)).to_be_focused()
    assert page.evaluate("getSelection().toString()") == link
    expect(page.get_by_text("Copied.")).not_to_be_visible()


OLD, BROKEN = "This link is from an earlier time.", "This link is not whole."


@pytest.mark.parametrize("where", ["in a new window", "in the window of the wizard"])
def test_a_link_that_cannot_be_read_says_so_and_starts_afresh(
    open_window: Open, script: str, table: matching.Table, where: str
) -> None:
    """From a version before, cut short, with a letter changed, of two areas, and made to do harm."""
    page = wizard.begin(open_window)
    at = table.position
    good = page.evaluate(CODE, [script, [at["work", "doctor"]]])
    two = page.evaluate(CODE, [script, [at["area", "wales"], at["area", "scotland"]]])
    version, code = good.removeprefix("#answers=").split(".")
    links = {
        f"#answers=01234567.{code}": OLD,
        good[:-4]: BROKEN,
        good[:12]: BROKEN,
        good.replace(code, "B" + code[1:]): BROKEN,
        two: BROKEN,
        f"#answers={version}.{'A' * 100_000}": BROKEN,
        f"#answers={version}.%00": BROKEN,
        "#answers=<script>alert(1)</script>": BROKEN,
        "#answers": BROKEN,
    }
    wizard.answer(page, *MINE[HELP])
    for link, words in links.items():
        if where == "in a new window":
            page = wizard.begin(open_window, fragment=link)
        else:
            page.evaluate("link => location.assign(link)", link)
        message = page.get_by_role("alert").filter(has_text="Please start afresh.")
        expect(message).to_have_count(1)
        expect(message).to_contain_text(words)
        check_it_starts_afresh(page)
    wizard.answer(page, *MINE[HELP])
    expect(page.get_by_role("alert").filter(has_text="Please start afresh.")).to_have_count(0)


@pytest.mark.parametrize("fragment", ["#%00", "#<script>alert(1)</script>", f"#{'x' * 100_000}", "#main"])
def test_a_fragment_that_is_no_code_changes_nothing(open_window: Open, fragment: str) -> None:
    page = wizard.begin(open_window, fragment=fragment)
    expect(heading(page)).to_have_text(HELP)
    assert page.get_by_role("alert").filter(visible=True).count() == 0
    assert page.evaluate("history.state") == {"step": 0, "answers": []}


def answers_of(table: matching.Table, dice: random.Random) -> list[int]:
    """Answers that someone may give: any number of options of a question, or one where only one can be chosen."""
    chosen: list[int] = []
    for index, question in enumerate(table.questions):
        options = table.of_question(index)
        most = len(options) if question.several else 1
        chosen += dice.sample(options, dice.randint(0, most))
    return sorted(chosen)


def test_any_answers_come_back_from_their_code(open_window: Open, script: str, table: matching.Table) -> None:
    dice = random.Random(2026)
    sets = [[], *(answers_of(table, dice) for _ in range(300))]
    page = wizard.begin(open_window)
    assert page.evaluate(ROUND_TRIPS, [script, sets]) == sets


def test_no_change_of_one_letter_of_a_code_is_read_as_other_answers(
    open_window: Open, script: str, table: matching.Table
) -> None:
    dice = random.Random(2027)
    page = wizard.begin(open_window)
    for answers in [[], *(answers_of(table, dice) for _ in range(10))]:
        read = page.evaluate(CHANGED, [script, answers])
        assert all(others == answers for others in read)
        assert len(read) <= 3


NO_STEPS: list[Any] = [99, -1, 1.5, "1"]
NO_ANSWERS: list[Any] = ["0", [9999], [0.5], ["length"], [None, {}]]
RUBBISH: list[Any] = [
    *("rubbish", 7, []),
    *({"step": step, "answers": []} for step in NO_STEPS),
    *({"step": 7, "answers": answers} for answers in NO_ANSWERS),
]


def test_rubbish_in_the_history_ends_at_the_first_question(open_window: Open) -> None:
    page = wizard.begin(open_window)
    for rubbish in RUBBISH:
        wizard.answer(page, *MINE[HELP])
        page.evaluate("rubbish => history.replaceState(rubbish, '')", rubbish)
        wizard.skip(page)
        expect(heading(page)).to_have_text(HOW)
        page.go_back()
        check_it_starts_afresh(page)
