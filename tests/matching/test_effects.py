"""What each answer does to which records: what it rules out, what stands further down, and what may lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from directory.matching import compile_table
from directory.model import Behind, Lift, Most
from tests.compiling import TODAY
from tests.matching import small
from tests.matching.small import guide, seen, service

ONE_JOB = "It is only for people in some jobs."
ONE_PLACE = "It is only for people in one place."


# What rules a record out.


def test_what_is_not_known_rules_nothing_out() -> None:
    """A record that says of no feature, offer, job or hour stays, whatever someone answers."""
    directory = small.directory(service("silent", rule="anywhere", places=["uk"], reachable=False), guide("quiet"))
    table = compile_table(directory)
    for choice in table.choices:
        result = seen(table, f"{table.questions[choice.question].id}={choice.id}")
        assert result.out == {}
        assert {"silent", "quiet"} == {*result.shown, *result.more}


def test_on_the_real_data_only_a_known_job_a_known_place_or_an_end_rules_out() -> None:
    table = small.real_table()
    kinds = {table.facts[fact].key[0] for c in table.choices for fact in c.effect.out}
    assert kinds == {"for_roles", "place"}
    assert {table.facts[fact].key[0] for fact in table.start.out} == {"gone"}


def test_a_record_only_for_other_jobs_is_ruled_out_and_says_so() -> None:
    directory = small.directory(service("for-nurses", roles=["nurse"]), guide("for-both", roles=["nurse", "porter"]))
    assert seen(directory, "work=porter").out == {"for-nurses": "It is only for these jobs: nurses."}
    assert seen(directory, "work=nurse").out == seen(directory).out == {}


def test_several_jobs_are_named_as_a_list() -> None:
    """Of a record for two jobs that are not the person's."""
    directory = small.directory(service("for-both", roles=["nurse", "porter"]))
    third = replace(small.QUESTIONS[3].options[0], id="doctor", roles=("doctor",))
    work = replace(small.QUESTIONS[3], options=(*small.QUESTIONS[3].options, third))
    wizard = replace(directory.wizard, questions=(*small.QUESTIONS[:3], work))
    assert seen(replace(directory, wizard=wizard), "work=doctor").out == {
        "for-both": "It is only for these jobs: nurses and porters."
    }


def test_a_role_that_no_option_names_rules_nothing_out() -> None:
    """Anyone may be a manager: nobody was asked."""
    directory = small.directory(
        guide("for-managers", roles=["manager"]), guide("for-nurses-and-managers", roles=["nurse", "manager"])
    )
    assert seen(directory, "work=porter").out == {}


def test_a_service_for_people_who_work_or_are_employed_elsewhere_is_ruled_out_and_says_so() -> None:
    directory = small.directory(
        service("in-wales", places=["wales"]), service("one-employer", rule="employed-by", places=["cardiff"])
    )
    assert seen(directory, "area=england").out == {
        "in-wales": "It is only for people in Wales.",
        "one-employer": "It is only for people in Cardiff and Vale.",
    }
    assert seen(directory, "area=cardiff").out == {}


def test_a_service_for_people_who_live_elsewhere_only_stands_further_down() -> None:
    """Someone may live there: nobody asked."""
    directory = small.directory(
        service("residents", rule="live", places=["wales"]),
        service("both", rule="live-or-work", places=["wales"]),
        service("here", places=["england"]),
    )
    result = seen(directory, "area=england")
    assert result.out == {}
    assert result.best == ["here"]
    assert result.why == {"residents": [ONE_PLACE], "both": [ONE_PLACE]}


def test_a_service_for_anywhere_is_never_a_matter_of_places() -> None:
    directory = small.directory(service("anywhere", rule="anywhere", places=["england"]))
    for place in ("england", "two-rivers", "wales", "cardiff"):
        result = seen(directory, f"area={place}")
        assert (result.out, result.best) == ({}, ["anywhere"])


def test_a_closed_service_and_an_ended_guide_are_ruled_out_with_the_reason() -> None:
    """Whatever someone answers, and nothing lifts them."""
    directory = small.directory(
        service("closed", status="closed", offers=["one-to-one"], reachable=False),
        service("merged", status="merged", reachable=False),
        guide("ended", status="archived", topics=["sleep"]),
    )
    for answers in ("", "want=talk,sleep", "work=nurse area=wales", "want=everything"):
        result = seen(directory, answers)
        assert result.out == {"closed": "It has closed.", "merged": "It has closed.", "ended": "It has ended."}
        assert (result.shown, result.more) == ([], [])


def test_a_closed_service_says_that_it_has_closed_not_where_it_was() -> None:
    directory = small.directory(service("closed", status="closed", places=["wales"], roles=["porter"]))
    assert seen(directory, "area=england work=nurse").out == {"closed": "It has closed."}


def test_of_two_reasons_against_a_record_the_one_asked_first_is_given() -> None:
    directory = small.directory(service("nurses-in-wales", places=["wales"], roles=["nurse"]))
    assert seen(directory, "work=porter area=england").out == {"nurses-in-wales": "It is only for people in Wales."}


# Places.


def test_boards_that_came_before_or_after_one_another_share_ground() -> None:
    """A service of a board of 2022 that said nothing since is not lost to the people of the board of 2026."""
    real = small.real()
    hub = replace(real.by_id["hub-nw-suffolk-norfolk"], status="open")
    assert hub.area.places == ("norfolk-and-waveney", "suffolk-and-north-east-essex")  # type: ignore[union-attr]
    directory = replace(real, services=(hub,))  # type: ignore[arg-type]
    for board in ("norfolk-and-suffolk", "essex", "east-of-england"):
        result = seen(directory, f"area={board}")
        assert "hub-nw-suffolk-norfolk" not in result.out
        assert "hub-nw-suffolk-norfolk" not in result.why
        assert any("people who work in Norfolk and Waveney" in words for words in result.reasons[hub.id])
    for elsewhere in ("wales", "london", "south-east"):
        assert seen(directory, f"area={elsewhere}").out[hub.id] == (
            "It is only for people in Norfolk and Waveney and Suffolk and North East Essex."
        )


def test_a_region_and_its_boards_share_ground_and_two_boards_do_not() -> None:
    directory = small.directory(service("rivers", places=["two-rivers"]), service("cardiff-hub", places=["cardiff"]))
    assert seen(directory, "area=england").out.keys() == {"cardiff-hub"}
    assert seen(directory, "area=two-rivers").out.keys() == {"cardiff-hub"}
    assert seen(directory, "area=wales").out.keys() == {"rivers"}


def test_a_service_for_all_of_england_is_ruled_out_in_wales() -> None:
    """And one for the whole kingdom is not."""
    directory = small.directory(service("in-england", places=["england"]), service("in-the-uk", places=["uk"]))
    result = seen(directory, "area=cardiff")
    assert result.out == {"in-england": "It is only for people in England."}
    assert result.best == ["in-the-uk"]


def test_on_the_real_data_what_works_for_england_alone_is_ruled_out_in_each_other_nation() -> None:
    table = small.real_table()
    for nation in ("wales", "scotland", "northern-ireland"):
        result = seen(table, f"area={nation}")
        for entry in table.entries:
            area = getattr(entry.record, "area", None)
            if area and area.rule in ("work", "employed-by") and area.places == ("england",):
                assert entry.record.gone or result.out[entry.record.id] == "It is only for people in England."


def test_a_service_made_for_the_place_leads_there_with_that_as_the_reason() -> None:
    directory = small.directory(service("rivers", places=["two-rivers"]), service("all", places=["england"]))
    assert seen(directory).best == ["all"]
    assert seen(directory).why == {"rivers": [ONE_PLACE]}
    result = seen(directory, "area=two-rivers")
    assert result.best == ["rivers", "all"]
    assert result.reasons["rivers"] == ["It is for people who work in Two Rivers Integrated Care Board."]
    assert "rivers" not in result.why


def test_a_service_for_the_whole_nation_gains_nothing_by_place() -> None:
    """It is no more made for the person than any other."""
    result = seen(small.directory(service("all", places=["england"])), "area=england")
    assert result.reasons["all"] == ["You can get in touch with someone there.", "It is for staff."]


# Jobs.


def test_a_record_made_for_the_job_leads_for_it_and_stands_further_down_for_those_who_said_nothing() -> None:
    directory = small.directory(service("for-all"), service("for-nurses", roles=["nurse"]))
    assert seen(directory).best == ["for-all"]
    assert seen(directory).why == {"for-nurses": [ONE_JOB]}
    result = seen(directory, "work=nurse")
    assert result.best == ["for-nurses", "for-all"]
    assert result.reasons["for-nurses"] == ["It is for these jobs: nurses."]


def test_a_role_that_has_a_group_of_its_own_is_not_taken_for_a_job() -> None:
    """What is for managers says so, not that it is for some jobs. One for nurses too is."""
    managers = Behind("managers", "It is for managers.", roles_only=("manager",))
    directory = small.directory(
        guide("for-managers", roles=["manager"]), guide("for-both", roles=["manager", "nurse"]), groups=[managers]
    )
    assert seen(directory).why == {"for-managers": ["It is for managers."], "for-both": [ONE_JOB]}


def test_what_is_only_for_other_settings_stands_further_down_and_is_not_ruled_out() -> None:
    """A porter usually works in the NHS, and may work in a care home."""
    directory = small.directory(service("care-homes", settings=["social-care"]), service("both"))
    assert seen(directory).why == {}
    result = seen(directory, "work=porter")
    assert (result.out, result.best) == ({}, ["both"])
    assert result.why == {"care-homes": [ONE_JOB]}


def test_settings_say_nothing_to_a_job_without_settings_of_its_own() -> None:
    directory = small.directory(service("care-homes", settings=["social-care"]))
    assert seen(directory, "work=nurse").best == ["care-homes"]


# Groups.


def test_a_group_stands_further_down_until_an_option_brings_it_forward() -> None:
    directory = small.directory(guide("plan", kind="case-study", topics=["sleep"]), guide("sleep", topics=["sleep"]))
    result = seen(directory, "want=sleep")
    assert (result.best, result.more) == (["sleep"], ["plan"])
    assert result.why == {"plan": ["It is for people who plan support."]}
    result = seen(directory, "want=sleep,ideas")
    assert result.best == ["plan", "sleep"]
    assert result.why == {}


def test_one_group_brought_forward_leaves_a_record_behind_that_is_in_another_too() -> None:
    slow = Behind("slow", "It is about one subject.", topics_only=("sleep",))
    directory = small.directory(guide("plan", kind="case-study", topics=["sleep"]), groups=[slow])
    assert seen(directory).why == {"plan": ["It is for people who plan support.", "It is about one subject."]}
    result = seen(directory, "want=ideas")
    assert (result.best, result.why) == ([], {"plan": ["It is about one subject."]})


def test_what_stands_further_down_comes_after_everything_that_may_lead() -> None:
    """However many points it has."""
    directory = small.directory(
        guide("plan", kind="case-study", topics=["sleep"], features={"self-help": "yes"}),
        guide("another"),
        guide("other"),
    )
    directory = replace(directory, wizard=replace(directory.wizard, most=Most(1, 1, 1)))
    result = seen(directory, "want=sleep,alone")
    assert (result.best, result.more) == (["another"], ["other", "plan"])


def test_every_group_of_the_real_questions_is_brought_forward_by_some_option() -> None:
    """But for those of place and work, which the place and the job bring. Or nobody would ever see it lead."""
    real, table = small.real(), small.real_table()
    brought = 0
    for choice in table.choices:
        brought |= choice.effect.brings
    idle = [g.id for i, g in enumerate(real.wizard.behind) if g.id not in ("place", "work") and not brought >> i & 1]
    assert idle == []


# What never leads, and what is not there.


@pytest.mark.parametrize("status", ["unconfirmed", "paused"])
def test_what_could_not_be_confirmed_or_is_paused_never_leads(status: str) -> None:
    """However well it fits. It stays in the list, after what stands further down."""
    directory = small.directory(
        service("doubtful", status=status, offers=["one-to-one"], barriers=["confidentiality"], reachable=False),
        service("plain"),
        service("elsewhere", places=["two-rivers"]),
        everyone=["doubtful"],
    )
    result = seen(directory, "want=talk,everything barriers=confidentiality")
    assert result.shown == ["plain"]
    assert result.more == ["elsewhere", "doubtful"]


def test_a_guide_whose_link_was_not_checked_is_not_offered_for_right_now() -> None:
    directory = small.directory(
        guide("unchecked", status="unconfirmed", features={"self-help": "yes"}),
        *(guide(f"g{i}", features={"self-help": "yes"}) for i in range(9)),
    )
    assert "unchecked" not in seen(directory, "want=alone").shown


def test_a_record_that_is_overdue_never_leads() -> None:
    """From the day after someone should have looked again."""
    looked = TODAY - small.directory().freshness.review_after["open"]
    directory = small.directory(service("due", on=looked), service("overdue", on=looked - timedelta(days=1)))
    result = seen(directory)
    assert (result.best, result.more) == (["due"], ["overdue"])


def test_years_after_the_last_look_nothing_leads_and_nothing_is_lost() -> None:
    """The real data, as if nobody had looked since: better no best match than one that may have gone."""
    later, today = small.real_table(date(2028, 1, 1)), small.real_table()
    for answers in ("", "want=talk", "want=everything work=nurse area=london"):
        result = seen(later, answers)
        assert result.shown == []
        assert set(result.more) == {*seen(today, answers).shown, *seen(today, answers).more}
        assert result.out.keys() == seen(today, answers).out.keys()


def test_childrens_services_and_the_lines_of_the_crisis_block_are_not_in_the_table() -> None:
    """So that no answer can lift one or rule it out."""
    directory = small.directory(
        service("for-children", audience="children-and-families"),
        service("samaritans", audience="public", kind="crisis"),
        service("for-staff"),
        service("for-the-public", audience="public"),
        guide("for-families", audience="children-and-families"),
    )
    ids = {entry.record.id for entry in compile_table(directory).entries}
    assert ids == {"for-staff", "for-the-public"}


def test_the_real_table_holds_all_other_records_and_only_those() -> None:
    real = small.real()
    lines = {line.record for line in real.crisis.lines}
    ids = [entry.record.id for entry in small.real_table().entries]
    assert len(ids) == len(set(ids))
    assert set(ids) == {record.id for record in real.records if record.for_staff} - lines
    assert lines <= real.by_id.keys()
    children = [record.id for record in real.records if not record.for_staff]
    assert children


# Lifts.


def test_a_lift_of_something_that_no_record_has_is_left_out_of_the_table() -> None:
    """Its words would be a reason of nothing."""
    table = compile_table(small.directory(service("a", offers=["advice"])))
    talk = table.choices[table.position["want", "talk"]].effect
    assert talk.lifts == ()
    assert all(fact.records for fact in table.facts)


def test_only_what_a_record_says_yes_to_lifts_it() -> None:
    directory = small.directory(
        service("yes", features={"evenings": "yes"}),
        service("no", features={"evenings": "no"}),
        service("unknown", features={"evenings": "unknown"}),
        service("silent"),
    )
    result = seen(directory, "when=evenings")
    lifted = [id for id, words in result.reasons.items() if "It is open in the evening." in words]
    assert lifted == ["yes"]


@pytest.mark.parametrize(
    ("lift", "words"),
    [
        (Lift("offers", ("one-to-one",), 1), "It offers one to one."),
        (Lift("kinds", ("hub",), 1), "It is this: staff hub."),
        (Lift("kinds", ("guide",), 1), "It is this: guide."),
        (Lift("topics", ("sleep",), 1), "It is about this: sleep."),
        (Lift("phases", ("first-days",), 1), "It is for this time: the first days."),
        (Lift("features", ("self-help",), 1), "You can use it on your own."),
        (Lift("audience", ("public",), 1), "It is for staff."),
    ],
    ids=lambda value: value.ids[0] if isinstance(value, Lift) else "",
)
def test_each_kind_of_lift_is_a_reason_in_the_words_of_its_kind(lift: Lift, words: str) -> None:
    directory = small.directory(
        service("a", offers=["one-to-one"], audience="public"),
        guide("b", topics=["sleep"], phases=["first-days"], features={"self-help": "yes"}, audience="public"),
    )
    directory = replace(directory, wizard=replace(directory.wizard, start=(lift,)))
    found = seen(directory).reasons
    assert words in [*found["a"], *found["b"]]
