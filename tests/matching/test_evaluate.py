"""The order of results, what is shown at first, and the reasons for each record."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from directory import matching
from directory.matching import MOST_REASONS, Effect, Results, answering, compile_table, evaluate
from directory.model import Lift, Most
from tests.matching import small
from tests.matching.small import ALWAYS, guide, seen, service

ANYONE = ["You can get in touch with someone there.", "It is for staff."]


# Reasons.


def test_at_most_three_reasons_the_weightiest_first() -> None:
    """Of four that there are, the one worth least is left out."""
    record = service(
        "a",
        offers=["one-to-one", "advice"],
        roles=["nurse"],
        features={"evenings": "yes"},
        barriers=["confidentiality"],
        hours=ALWAYS,
    )
    result = seen(
        small.directory(record),
        "want=talk,advice work=nurse when=now,evenings barriers=confidentiality",
        open_now=["a"],
    )
    assert MOST_REASONS == 3
    assert result.reasons["a"] == ["It is open now.", "It offers one to one.", "It is for these jobs: nurses."]


def test_a_fact_that_two_answers_ask_for_is_one_reason_and_names_both() -> None:
    """Their points add up, so that it comes first."""
    table = compile_table(small.directory(service("a", offers=["one-to-one"], roles=["nurse"])))
    talk, advice, nurse = matching.read_answers(table, "want=talk,advice work=nurse")
    first, second = matching.reasons(table, [nurse, advice, talk], 0)
    assert (table.facts[first.fact].key, first.choices) == (("offers", "one-to-one"), (talk, advice))
    assert (table.facts[second.fact].words, second.choices) == ("It is for these jobs: nurses.", (nurse,))
    assert evaluate(table, [nurse, advice, talk]).points[0] == 4 + 2 + 5 + 2 + 1


def test_the_reasons_are_those_of_answers_only_where_there_are_any() -> None:
    """What counts for everyone is said of a record that no answer lifts."""
    directory = small.directory(service("asked-for", offers=["one-to-one"]), service("other"))
    result = seen(directory, "want=talk")
    assert result.reasons == {"asked-for": ["It offers one to one."], "other": ANYONE}
    assert seen(directory).reasons == {"asked-for": ANYONE, "other": ANYONE}


def test_what_counts_for_everyone_and_was_asked_for_too_is_a_reason() -> None:
    directory = small.directory(service("a", audience="public", offers=["one-to-one"]))
    start = (*small.START, Lift("offers", ("one-to-one",), 1))
    directory = replace(directory, wizard=replace(directory.wizard, start=start))
    assert seen(directory, "want=talk").reasons["a"] == ["It offers one to one."]


def test_a_reason_that_says_it_all_leaves_out_what_it_covers() -> None:
    """“It never closes” says that it is open in the evening; and its points count all the same."""
    always = service("always", features={"day-and-night": "yes", "evenings": "yes"})
    late = service("late", features={"evenings": "yes"})
    result = seen(small.directory(always, late), "when=evenings,nights")
    assert result.reasons == {"always": ["It never closes."], "late": ["It is open in the evening."]}
    assert result.best == ["always", "late"]


def test_what_was_not_asked_for_covers_nothing() -> None:
    always = service("always", features={"day-and-night": "yes", "evenings": "yes"})
    assert seen(small.directory(always), "when=evenings").reasons["always"] == ["It is open in the evening."]


def test_open_now_is_a_reason_only_where_it_is_asked_for_and_true() -> None:
    directory = small.directory(service("open", hours=ALWAYS), service("shut", hours=ALWAYS))
    result = seen(directory, "when=now", open_now=["open"])
    assert result.reasons == {"open": ["It is open now."], "shut": ANYONE}
    assert seen(directory, open_now=["open"]).reasons["open"] == ANYONE


def test_a_barrier_that_a_record_speaks_to_itself_weighs_more_than_a_feature_that_helps() -> None:
    directory = small.directory(
        service("likely", features={"evenings": "yes"}), service("own", barriers=["no-time"]), service("neither")
    )
    result = seen(directory, "barriers=no-time")
    assert result.best == ["own", "likely", "neither"]
    assert result.reasons["own"] == ["It speaks to this itself."]
    assert result.reasons["likely"] == ["It is open in the evening."]


# Order.


def test_more_points_come_first() -> None:
    directory = small.directory(service("talks", offers=["one-to-one"]), service("advises", offers=["advice"]))
    assert seen(directory, "want=advice").best == ["advises", "talks"]
    assert seen(directory, "want=advice,talk").best == ["talks", "advises"]


def test_ties_break_by_open_now_then_by_last_confirmed_then_by_name() -> None:
    """And by nothing else, so that nobody wonders why the list changed."""
    records = [
        service("zebra", page="2026-11"),
        service("bee", page="2026-10"),
        replace(service("ant", page="2026-10"), name="ant"),
        service("old", page="2024", hours=ALWAYS),
    ]
    for order in permutations(records):
        directory = small.directory(*order)
        directory = replace(directory, wizard=replace(directory.wizard, most=Most(9, 1, 1)))
        assert seen(directory).best == ["zebra", "ant", "bee", "old"]
        assert seen(directory, open_now=["old"]).best == ["old", "zebra", "ant", "bee"]


def test_points_count_before_open_now() -> None:
    directory = small.directory(service("talks", offers=["one-to-one"]), service("open", hours=ALWAYS))
    assert seen(directory, "want=talk", open_now=["open"]).best == ["talks", "open"]
    assert seen(directory, "want=talk when=now", open_now=["open"]).best == ["open", "talks"]


def test_answers_in_any_order_and_more_than_once_give_the_same() -> None:
    table = small.real_table()
    chosen = matching.read_answers(table, "want=talk,team barriers=shifts area=wales work=nurse")
    expected = evaluate(table, chosen)
    for order in permutations(chosen):
        assert evaluate(table, [*order, order[0]]) == expected


# What is shown at first.


def test_best_then_what_is_open_to_everyone_then_what_can_be_used_alone_each_once() -> None:
    alone = [guide(f"guide-{i}", features={"self-help": "yes"}) for i in range(4)]
    services = [service(f"line-{i}", offers=["one-to-one"]) for i in range(4)]
    directory = small.directory(*alone, *services, everyone=["line-1", "line-3", "line-0"])
    directory = replace(directory, wizard=replace(directory.wizard, most=Most(best=2, everyone=1, alone=3)))
    result = seen(directory, "want=talk")
    assert result.best == ["line-0", "line-1"]
    assert result.everyone == ["line-3"]
    assert result.alone == ["guide-0", "guide-1", "guide-2"]
    assert result.more == ["line-2", "guide-3"]
    result = seen(directory, "want=alone")
    assert (result.best, result.everyone, result.alone) == (
        ["guide-0", "guide-1"],
        ["line-1"],
        ["guide-2", "guide-3"],
    )


def test_open_to_everyone_passes_over_what_a_person_may_not_use() -> None:
    """One that is only for England, for someone in Wales; one that stands further down; one that has closed."""
    directory = small.directory(
        *(service(f"line-{i}", rule="anywhere", places=["uk"], offers=["one-to-one"]) for i in range(3)),
        service("england", places=["england"]),
        service("two-rivers", rule="live", places=["two-rivers"]),
        service("closed", status="closed"),
        service("wales", places=["wales"], roles=["nurse"]),
        service("last", rule="anywhere", places=["uk"]),
        everyone=["closed", "england", "two-rivers", "wales", "line-0", "last"],
    )
    assert seen(directory, "want=talk area=wales").everyone == ["last"]


def test_something_to_use_alone_is_a_guide_not_a_service_that_has_guides_too() -> None:
    directory = small.directory(
        *(service(f"line-{i}", offers=["one-to-one"]) for i in range(3)),
        service("hub", features={"self-help": "yes"}),
        guide("book", features={"self-help": "yes"}),
        guide("policy"),
    )
    assert seen(directory, "want=talk").alone == ["book"]


def test_nothing_to_show_is_no_fault() -> None:
    nobody = seen(small.directory(), "want=talk")
    assert (nobody.shown, nobody.more, nobody.out) == ([], [], {})


def test_everything_opens_the_whole_list_with_what_fits_best_at_the_top() -> None:
    directory = small.directory(*(service(f"line-{i}", offers=["advice"]) for i in range(6)))
    assert seen(directory, "want=everything,advice").opened
    assert seen(directory, "want=everything,advice").best == seen(directory, "want=advice").best
    assert not seen(directory, "want=advice").opened


# Gaps.


def test_an_answer_that_nothing_is_made_for_is_a_gap() -> None:
    directory = small.directory(
        service("advice", offers=["advice"], places=["uk"]), guide("book", roles=["porter"], topics=["sleep"])
    )
    assert seen(directory, "want=advice,sleep work=nurse").gaps == ["sleep", "nurse"]
    assert seen(directory, "want=advice,sleep work=porter").gaps == []
    assert seen(directory, "want=advice area=wales").gaps == ["wales"]


def test_what_may_not_lead_fills_no_gap() -> None:
    """An unconfirmed service is no answer; nor is one only for other jobs, or one that stands further down."""
    assert seen(small.directory(service("a", status="unconfirmed", offers=["advice"])), "want=advice").gaps == [
        "advice"
    ]
    directory = small.directory(service("a", offers=["advice"], roles=["nurse"]))
    assert seen(directory, "want=advice work=porter").gaps == ["advice", "porter"]
    assert seen(directory, "want=advice").gaps == ["advice"]
    assert seen(directory, "want=advice work=nurse").gaps == []


def test_now_is_no_gap_while_something_is_open() -> None:
    directory = small.directory(service("a", hours=ALWAYS))
    assert seen(directory, "when=now", open_now=["a"]).gaps == []
    assert seen(directory, "when=now").gaps == ["now"]


def test_an_answer_that_only_brings_forward_or_opens_the_list_asks_for_nothing() -> None:
    assert seen(small.directory(service("a")), "want=ideas,everything").gaps == []


# The pages of barriers.


def test_a_barriers_page_has_the_order_of_the_wizard_for_that_barrier_alone() -> None:
    table = small.real_table()
    for barrier in small.real().vocabulary.barriers:
        choice = next(i for i, choice in enumerate(table.choices) if choice.barrier == barrier)
        matches = [match.record.id for match in answering(table, barrier)]
        order = [table.entries[i].record.id for i in evaluate(table, [choice]).order]
        assert matches == [id for id in order if id in matches]
        assert len(matches) > 2


def test_a_barriers_page_names_only_what_answers_it_each_with_why() -> None:
    directory = small.directory(
        service("own", barriers=["no-time"]),
        service("late", features={"evenings": "yes"}),
        service("neither"),
        service("closed", status="closed", barriers=["no-time"]),
        service("unconfirmed", status="unconfirmed", barriers=["no-time"]),
    )
    table = compile_table(directory)
    found = [
        (match.record.id, [table.facts[reason.fact].words for reason in match.reasons])
        for match in answering(table, "no-time")
    ]
    assert found == [
        ("own", ["It speaks to this itself."]),
        ("late", ["It is open in the evening."]),
        ("unconfirmed", ["It speaks to this itself."]),
    ]


def test_a_barrier_that_no_option_names_has_no_order() -> None:
    directory = small.directory(service("own", barriers=["no-time"], offers=["one-to-one"]))
    asked = tuple(question for question in small.QUESTIONS if question.id != "barriers")
    table = compile_table(replace(directory, wizard=replace(directory.wizard, questions=asked)))
    assert answering(table, "no-time") == ()


# On the real data.


def test_every_reason_names_answers_that_were_given_and_a_fact_that_the_record_has() -> None:
    table = small.real_table()
    chosen = matching.read_answers(table, "want=talk,alone barriers=no-time,shifts how=phone work=nurse")
    for i in range(len(table.entries)):
        for reason in matching.reasons(table, chosen, i):
            assert i in table.facts[reason.fact].records
            assert set(reason.choices) <= set(chosen)


def test_results_are_told_apart_by_nothing_but_their_values() -> None:
    """Two tables that are the same give the same, so that a link shows what it showed."""
    again = compile_table(small.real())
    table = small.real_table()
    assert isinstance(evaluate(table, []), Results)
    assert evaluate(table, range(9)) == evaluate(again, range(9))
    assert table.start == again.start != Effect()
