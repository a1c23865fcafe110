"""Find support, answered question by question in other languages: the same results, with reasons in the language."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby

from playwright.sync_api import Page, expect

from directory import matching, opening
from directory.editions import Editions
from directory.labels import curly
from directory.matching import Table
from tests.browser import wizard
from tests.browser.windows import Open
from tests.builds import TODAY
from tests.pages import Site, plain

SAID = ("want talk", "barriers shifts", "barriers shame", "area north-east-london", "work nurse", "when now")
"""Answers, each by the ids of its question and itself."""

LANGUAGES = ("ar", "ml", "pl")
"""One of each direction, and the one with the longest words. What all tables hold is compared in tests/site."""

AT_NIGHT = datetime(2026, 11, 23, 3, 0)


def chosen(table: Table) -> list[int]:
    wanted = {tuple(answer.split()) for answer in SAID}
    found = [i for i, c in enumerate(table.choices) if (table.questions[c.question].id, c.id) in wanted]
    assert len(found) == len(wanted)
    return found


def press(page: Page, table: Table, answers: list[int]) -> None:
    """Chooses the answers by their labels, and skips the other questions."""
    by_question = {q: list(choices) for q, choices in groupby(answers, lambda i: table.choices[i].question)}
    for q, question in enumerate(table.questions):
        expect(wizard.heading(page)).to_have_text(curly(question.label))
        form = wizard.stage(page).locator("form")
        for i in by_question.get(q, ()):
            around = table.choices[i].within
            if around:  # the boards of a region are shown once it is chosen
                wizard.choose(form, curly(table.choices[table.position[question.id, around]].label))
            wizard.choose(form, curly(table.choices[i].label))
        form.locator("[data-skip]" if q not in by_question else ".button:not([data-skip])").click()


def test_the_same_answers_give_the_same_results_with_reasons_in_the_language(
    open_window: Open, site: Site, real: Editions
) -> None:
    assert {of.language.id for of in real.others} >= set(LANGUAGES)
    english = matching.compile_table(site.directory)
    calendars = opening.calendars(TODAY.year, TODAY.year + 1)
    for of in (locale for locale in real.others if locale.language.id in LANGUAGES):
        table = matching.compile_table(real.in_language(of), of)
        answers = chosen(table)
        assert answers == chosen(english)
        page = wizard.begin(open_window, at=f"{AT_NIGHT:%Y-%m-%dT%H:%MZ}", folder=of.language.folder)
        press(page, table, answers)
        now = matching.open_at(table, calendars, AT_NIGHT)
        expected = matching.evaluate(table, answers, now)
        shown = wizard.results(page).shown
        assert [one.name for one in shown] == [plain(table.entries[i].record.name) for i in expected.shown], of.language
        for one, i in zip(shown, expected.shown, strict=True):
            facts = [table.facts[reason.fact].words for reason in matching.reasons(table, answers, i, now)]
            assert len(one.reasons) == len(facts)
            for said, words in zip(one.reasons, facts, strict=True):
                assert said.startswith(plain(words)), f"{one.name} in {of.language.id}"
