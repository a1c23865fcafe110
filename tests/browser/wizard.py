"""Goes through “Find support” as a person does, and reads its results as plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from directory import urls
from tests.browser.windows import Open
from tests.pages import plain

HELP, BARRIERS, HOW, AREA, WORK, WHEN, WHO = HEADINGS = (
    "What would help?",
    "What is putting you off?",
    "How would you like it?",
    "Where do you work?",
    "What is your work?",
    "When could you use it?",
    "What matters to you about who helps?",
)

Answers = Mapping[str, tuple[str, ...]]
"""The labels that someone presses, by the heading of their question."""

# A clock of the page's own. `page.clock` would count for all windows of a context, and hide how one came to the page.
_STAND_STILL = """(() => {
    const moment = Date.parse("MOMENT");
    globalThis.Date = class extends Date {
        constructor(...parts) {
            super(...(parts.length ? parts : [moment]));
        }
        static now() {
            return moment;
        }
    };
})()"""

_READ = """(root) => {
    const text = (element) => element?.innerText ?? "";
    const slot = (name) => root.querySelector(`[data-slot=${name}]`);
    const shown = (name) => [...slot(name).children].map((item) => ({
        name: text(item.querySelector("h3")),
        status: text(item.querySelector("[data-card=status]")),
        opening: text(item.querySelector(".opening")),
        who: text(item.querySelector("[data-card=who]")),
        reasons: [...item.querySelectorAll(".result__why > li")].map(text),
        action: text(item.querySelector("[data-card=action]")),
        address: item.querySelector("[data-card=action]")?.getAttribute("href") ?? "",
    }));
    const rows = (name) => [...slot(name).querySelectorAll("li")].map((item) =>
        [text(item.querySelector("a")), text(item.querySelector("[data-row=why]"))]);
    const addresses = [...root.querySelectorAll("a")].map((a) => a.getAttribute("href"));
    const headings = [...root.querySelectorAll("h2, details[data-slot] > summary")];
    return {
        heading: text(root.querySelector("h1")),
        lead: text(root.querySelector(".lead")),
        best: shown("best"),
        everyone: shown("everyone"),
        alone: shown("alone"),
        gaps: [...slot("gaps").children].map(text),
        more: Object.fromEntries(rows("more")),
        unconfirmed: rows("unconfirmed").map(([name]) => name),
        out: Object.fromEntries([...slot("out").querySelectorAll("h3")].map((heading) =>
            [text(heading), [...heading.nextElementSibling.children].map(text)])),
        crisis: [...root.querySelectorAll("[data-crisis-block] a")].map((a) => [text(a), a.getAttribute("href")]),
        answers: [...root.querySelectorAll("[data-chosen]")].map(text),
        parts: headings.filter((heading) => heading.checkVisibility()).map(text),
        reach: addresses.filter((address) => /^(tel|sms):/.test(address)),
        text: text(root),
    };
}"""


@dataclass(frozen=True)
class Shown:
    """A record as the results show it. Behind each reason stands what the person said."""

    name: str
    status: str
    opening: str
    who: str
    reasons: tuple[str, ...]
    action: str
    address: str


@dataclass(frozen=True)
class Results:
    """All that the page of results says with every fold open, in plain type and in its order.

    `more` are names with why they stand further down, `out` names by why they are not shown. `parts` are the headings,
    `reach` the numbers that can be pressed.
    """

    heading: str
    lead: str
    best: tuple[Shown, ...]
    everyone: tuple[Shown, ...]
    alone: tuple[Shown, ...]
    gaps: tuple[str, ...]
    more: Mapping[str, str]
    unconfirmed: tuple[str, ...]
    out: Mapping[str, tuple[str, ...]]
    crisis: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]
    parts: tuple[str, ...]
    reach: tuple[str, ...]
    text: str

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What one sees without opening anything."""
        return (*self.best, *self.everyone, *self.alone)

    @property
    def order(self) -> list[str]:
        """Every name on the page, from the top."""
        return [
            *names(self.shown),
            *self.more,
            *self.unconfirmed,
            *(name for found in self.out.values() for name in found),
        ]

    def __getitem__(self, name: str) -> Shown:
        return {one.name: one for one in self.shown}[name]


def names(shown: tuple[Shown, ...]) -> list[str]:
    return [one.name for one in shown]


def begin(
    open_window: Open, *, at: str = "2026-11-23T14:00Z", width: int = 1280, folder: str = "", fragment: str = ""
) -> Page:
    """The wizard in a new window whose clock stands still. `at` is a moment of Greenwich's clock.

    `folder` is that of a language, such as "pl/".
    """
    page = open_window("about:blank", width=width)
    page.add_init_script(_STAND_STILL.replace("MOMENT", at))
    page.goto(folder + urls.FIND_SUPPORT + fragment)
    expect(stage(page)).to_be_visible()
    return page


def stage(page: Page) -> Locator:
    """What changes from step to step: a question, or the results."""
    return page.locator("[data-stage]")


def heading(page: Page) -> Locator:
    return stage(page).get_by_role("heading", level=1)


def choose(form: Locator, *labels: str) -> None:
    """Presses the labels of options."""
    for label in labels:
        option = form.page.locator("label").get_by_text(label, exact=True)
        fold = form.locator("details.question__more:not([open])", has=option)
        if fold.count():
            fold.locator("summary").click()
        form.locator(option).click()


def go_on(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^(Continue|See the results)$")).click()


def answer(page: Page, *labels: str) -> None:
    """Answers a question, and goes on."""
    choose(stage(page).locator("form"), *labels)
    go_on(page)


def skip(page: Page) -> None:
    stage(page).get_by_role("button", name=re.compile("^(Skip|I’d rather not say|At any time)$")).click()


def go_through(page: Page, answers: Answers) -> None:
    """From the first question to the results. Questions without an answer are skipped."""
    assert set(answers) <= set(HEADINGS)
    for asked in HEADINGS:
        expect(heading(page)).to_have_text(asked)
        if asked in answers:
            answer(page, *answers[asked])
        else:
            skip(page)
    expect(stage(page).locator(".results")).to_be_visible()


def change(page: Page, asked: str, *labels: str) -> None:
    """Changes an answer where it stands among the results: presses these labels."""
    part = stage(page).locator("details.answer").filter(has=page.locator("summary", has_text=asked))
    part.locator("summary").first.click()
    expect(part.locator("fieldset").first).to_be_visible()
    choose(part.locator("form"), *labels)
    part.get_by_role("button", name="Show the new results").click()


def link_to_answers(page: Page) -> str:
    """The link that stands under “Copy a link to these answers”."""
    stage(page).get_by_text("Copy a link to these answers").click()
    field = stage(page).get_by_label("Link", exact=True)
    expect(field).to_have_value(re.compile("#answers="))
    return field.input_value()


def open_folds(page: Page) -> None:
    for name in ("more", "unconfirmed", "out"):
        fold = stage(page).locator(f"details[data-slot={name}]")
        if not fold.is_visible():
            continue
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
        expect(fold.locator("li")).to_have_count(int(fold.locator("[data-count]").inner_text()))


def results(page: Page) -> Results:
    """What the results say, after opening every fold."""
    open_folds(page)
    return Results(**{part: _plain(value) for part, value in stage(page).evaluate(_READ).items()})


def controls(page: Page) -> list[tuple[str, str, str]]:
    """The role, name and description of each option and group of options, as a screen reader is told."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    told = [[_plain(node.get(part, {}).get("value", "")) for part in ("role", "name", "description")] for node in nodes]
    return [(role, name, said) for role, name, said in told if role in ("checkbox", "radio", "group") and name]


def _plain(value: Any) -> Any:
    """The same with each text in plain type, and lists that can't be changed."""
    match value:
        case str():
            return plain(value)
        case list():
            return tuple(map(_plain, value))
        case dict():
            parts = {plain(key): _plain(part) for key, part in value.items()}
            return Shown(**parts) if "reasons" in parts else parts
