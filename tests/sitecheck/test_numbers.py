"""Withdrawn numbers are found wherever they hide."""

from __future__ import annotations

import pytest

from .sites import Check, Reported, home_breaks


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Call 0300 131 7000.</p>",
        "<p>Call <b>0300</b>\n<span>131&nbsp;</span><i>7000</i></p>",
        '<a href="tel:+443001317000">Call</a>',
        '<p title="0808%20801%200455">Call</p>',
        '<script type="application/json">{"a": "0808-801-0455"}</script>',
    ],
)
def test_a_withdrawn_number_is_on_no_page(check: Check, markup: str) -> None:
    assert check(markup) == home_breaks("forbidden-number")


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.txt", "feed.xml", "assets/poster.svg"])
def test_a_withdrawn_number_is_in_no_file(check: Check, name: str) -> None:
    assert check(changed={name: "first\nsecond 0300 131 7000"}) == [(name, "forbidden-number")]


def test_a_withdrawn_number_hides_behind_no_escape(check: Check) -> None:
    assert check(changed={"a.json": r'["0300\u00a0131\u00a07000"]'}) == [("a.json", "forbidden-number")]


def test_a_withdrawn_number_is_shown_on_its_line(reported: Reported) -> None:
    report = reported({"a.csv": "name,number\nA,\nB,0300 131 7000\nC,\n"})
    assert [(fault.path, fault.line) for fault in report.faults] == [("a.csv", 3)]
