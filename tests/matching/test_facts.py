"""What a record can be lifted for, held back for or ruled out by; and which group it belongs to."""

from __future__ import annotations

import pytest

from directory.matching import facts
from directory.model import Behind
from tests.matching import small
from tests.matching.small import ALWAYS, Found, guide, service


def test_only_what_is_known_is_a_fact() -> None:
    """“No” and “unknown” are none."""
    record = service("a", features={"self-referral": "yes", "evenings": "no", "self-help": "unknown"})
    assert [id for kind, id in facts.of(record) if kind == "features"] == ["self-referral"]


def test_a_record_for_every_job_and_setting_has_no_fact_about_them() -> None:
    kinds = {kind for kind, _ in facts.of(service("a"))}
    assert kinds.isdisjoint({facts.ROLES, facts.SETTINGS})
    assert (facts.ROLES, "nurse porter") in set(facts.of(service("a", roles=["nurse", "porter"])))
    assert (facts.SETTINGS, "nhs") in set(facts.of(guide("a", settings=["nhs"])))


def test_of_a_record_that_has_closed_or_ended_nothing_else_counts() -> None:
    """Whatever it once offered."""
    for status in ("closed", "merged"):
        gone = service("a", status=status, offers=["advice"], features={"evenings": "yes"}, barriers=["no-time"])
        assert list(facts.of(gone)) == [("gone", "closed")]
    assert list(facts.of(guide("a", status="archived", topics=["sleep"]))) == [("gone", "archived")]


@pytest.mark.parametrize(
    ("status", "shown"),
    [("open", True), ("paused", True), ("closing", True), ("unconfirmed", False)],
)
def test_a_service_is_in_reach_while_its_contact_may_be_shown(status: str, shown: bool) -> None:
    found = set(facts.of(service("a", status=status, hours=ALWAYS)))
    assert (("reachable", "") in found, ("open_now", "") in found) == (shown, shown)


def test_a_service_without_hours_can_be_reached_and_nobody_knows_when() -> None:
    found = set(facts.of(service("a")))
    assert ("reachable", "") in found
    assert ("open_now", "") not in found


def test_a_guide_has_its_topics_and_the_times_after_an_incident() -> None:
    found = set(facts.of(guide("a", topics=["sleep"], phases=["before", "first-days"])))
    assert {("topics", "sleep"), ("phases", "before"), ("phases", "first-days"), ("kinds", "guide")} <= found


LINES = {
    "of its kind": (Behind("g", "", kinds=("case-study",)), guide("a", kind="case-study"), guide("b")),
    "named itself": (Behind("g", "", records=("a",)), service("a"), service("b")),
    "with a feature": (
        Behind("g", "", features=("evenings",)),
        service("a", features={"evenings": "yes"}),
        service("b", features={"evenings": "unknown"}),
    ),
    "offering nothing else": (
        Behind("g", "", offers_only=("group",)),
        service("a", offers=["group"]),
        service("b", offers=["group", "one-to-one"]),
    ),
    "offering it with what may stand beside": (
        Behind("g", "", offers_only=("group",), beside=("advice",)),
        service("a", offers=["group", "advice"]),
        service("b", offers=["advice"]),
    ),
    "about nothing else": (
        Behind("g", "", topics_only=("sleep",)),
        guide("a", topics=["sleep"]),
        guide("b", topics=["sleep", "stress"]),
    ),
    "for nobody else": (Behind("g", "", roles_only=("manager",)), guide("a", roles=["manager"]), guide("b")),
    "for nowhere else": (
        Behind("g", "", settings_only=("social-care",)),
        service("a", settings=["social-care"]),
        service("b", settings=["social-care", "nhs"]),
    ),
    "unless it can be used alone": (
        Behind("g", "", kinds=("guide",), unless=("self-help",)),
        guide("a"),
        guide("b", features={"self-help": "yes"}),
    ),
}


@pytest.mark.parametrize(("group", "inside", "outside"), LINES.values(), ids=LINES)
def test_a_group_holds_what_its_lines_name_and_nothing_else(group: Behind, inside: Found, outside: Found) -> None:
    assert facts.is_in(group, inside)
    assert not facts.is_in(group, outside)


def test_a_group_that_names_nothing_holds_nothing() -> None:
    """So that nothing falls into it by offering nothing at all."""
    assert not any(facts.is_in(Behind("g", ""), record) for record in small.real().records)
