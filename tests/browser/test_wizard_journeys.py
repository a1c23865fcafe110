"""Ten people go through “Find support”: what each must see, and must not.

All are at work in the week of 22 November 2026. What holds for everyone is checked at the end of each journey.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from directory import matching, opening, urls
from directory.model import Record, Service
from tests.browser import wizard
from tests.browser.windows import Open
from tests.browser.wizard import AREA, BARRIERS, HELP, HOW, WHEN, WHO, WORK, Answers, Results, names
from tests.pages import Site, plain

Go = Callable[..., tuple[Page, Results]]
"""Goes through the wizard with some answers, at a moment, and reads the results."""

TO_TALK = ("Someone to talk to",)
NUMBER = re.compile(r"\b(?:0[\d ]{8,}\d|\d{3} \d{3}|\d{5})\b")
"""What looks like a number to call or to text: 0300 0303 300, 116 123, 85258."""

SHOUT = "Shout text support, keyword FRONTLINE"
PRACTITIONER_HEALTH = "NHS Practitioner Health"
BMA = "BMA wellbeing support services"
RCN = "RCN member support services (counselling)"
CANOPI = "Canopi"
TASC = "Ambulance Staff Crisis Phoneline (TASC)"
FILIPINO_LIST = "Support services for Filipino nurses in the UK"
CLOSED = "It has closed, or is part of another service now."


@pytest.fixture
def go(open_window: Open, site: Site) -> Go:
    def gone(answers: Answers, at: str = "2026-11-23T14:00Z") -> tuple[Page, Results]:
        page = wizard.begin(open_window, at=at)
        wizard.go_through(page, answers)
        found = wizard.results(page)
        check_what_holds_for_everyone(found, site)
        return page, found

    return gone


def by_name(site: Site) -> dict[str, Record]:
    return {plain(record.name): record for record in site.directory.records}


def check_what_holds_for_everyone(found: Results, site: Site) -> None:
    directory, named = site.directory, by_name(site)
    # The crisis lines come first, whatever was answered.
    lines = sorted(directory.crisis.lines, key=lambda line: line.kind != "emergency")
    assert found.parts[0] == "If it can't wait"
    assert found.crisis == tuple((plain(line.label), line.uri) for line in lines)
    assert len(found.crisis) == 4
    # Every record for staff is there exactly once; none of those for children, anywhere.
    in_the_block = {line.record for line in lines}
    listed = [name for name, record in named.items() if record.for_staff and record.id not in in_the_block]
    assert sorted(found.order) == sorted(listed)
    assert "CPFT Arts Therapies" not in found.text
    # What is not confirmed is among the not confirmed alone.
    shown = [named[name] for name in names(found.shown)]
    assert {record.status for record in shown} <= {"open", "closing", "current"}
    assert not any(directory.overdue(record) for record in shown)
    assert {named[name].status for name in found.unconfirmed} <= {"unconfirmed", "paused"}
    assert len(found.best) == 5 and all(one.reasons for one in found.best)
    # Numbers are those of the crisis lines and of what is shown, each on its own.
    calls = [one for one in found.shown if one.address.startswith(("tel:", "sms:"))]
    assert found.reach == (*(address for _, address in found.crisis), *(one.address for one in calls))
    assert all(one.address in ways(named[one.name]) for one in calls)
    allowed = NUMBER.findall(" ; ".join([*(words for words, _ in found.crisis), *(one.action for one in calls)]))
    assert set(NUMBER.findall(found.text)) == set(allowed)


def ways(record: Record) -> list[str]:
    """The numbers of a record, as addresses."""
    contact = record.contact if isinstance(record, Service) else None
    return [*(phone.uri for phone in contact.phone), *(line.uri for line in contact.text)] if contact else []


def only_for(found: Results, jobs: str) -> tuple[str, ...]:
    return found.out[f"It is only for these jobs: {jobs}."]


def test_a_night_shift_nurse_afraid_of_her_manager_finds_who_is_there_at_3am_and_not_her_employer(
    open_window: Open, site: Site
) -> None:
    page = wizard.begin(open_window, at="2026-11-22T03:00Z")
    page.goto(urls.HOME)
    page.get_by_role("main").get_by_role("link", name="Find support").first.click()
    wizard.go_through(
        page,
        {
            HELP: TO_TALK,
            BARRIERS: ("I’m worried my manager will find out", "I work shifts or nights"),
            HOW: ("By text or chat",),
            WORK: ("Nurse, midwife or healthcare assistant",),
            WHEN: ("Now",),
        },
    )
    found = wizard.results(page)
    check_what_holds_for_everyone(found, site)
    first = found.best[0]
    assert (first.name, first.action, first.address) == (SHOUT, "Text FRONTLINE to 85258", "sms:85258")
    assert first.opening == "Open now, day and night"
    assert first.reasons[0] == "It is open now. You want it now."
    assert [one.name for one in found.shown if one.opening.startswith("Open now")] == [SHOUT]
    own = "It speaks to this itself. You are worried that your manager will find out."
    assert own in found[PRACTITIONER_HEALTH].reasons
    assert found[PRACTITIONER_HEALTH].opening == "Opens tomorrow at 8am"
    assert "It is for these jobs: nurses. You work in nursing or midwifery." in found[RCN].reasons
    assert found[RCN].opening == "Hours not confirmed"
    assert all(by_name(site)[name].answer("independent-of-employer") == "yes" for name in names(found.best))
    assert BMA in only_for(found, "doctors, GPs and medical students")
    page.get_by_role("link", name=RCN).click()
    expect(page.get_by_role("main").get_by_role("link", name="0345 772 6100").first).to_be_visible()


def test_a_filipino_care_assistant_who_wants_tagalog_is_told_that_nothing_open_promises_it(go: Go) -> None:
    page, found = go(
        {
            HELP: TO_TALK,
            BARRIERS: ("I want help in my language, or from someone who understands my culture",),
            WORK: ("Care worker",),
            WHO: ("Someone who speaks my language", "Someone who knows my culture or faith"),
        }
    )
    assert "What we couldn't find" in found.parts
    assert "You want help in your language." in found.gaps
    assert not any("You want help in your language." in reason for one in found.shown for reason in one.reasons)
    assert "Tagalog" not in found.text
    assert "You want someone who knows your culture or faith." in found.best[0].reasons[0]
    assert found["The Care Workers' Charity"].who == "For: Social care."
    assert RCN in only_for(found, "nurses")
    assert FILIPINO_LIST in found.unconfirmed
    page.get_by_role("link", name=FILIPINO_LIST).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(FILIPINO_LIST)
    expect(page.get_by_role("main")).to_contain_text("Link not checked")


def test_a_psychologist_who_cannot_be_seen_by_colleagues_finds_a_way_out_of_her_area(go: Go, site: Site) -> None:
    _, found = go(
        {
            HELP: TO_TALK,
            BARRIERS: ("I might be seen by someone I know",),
            WORK: ("Psychologist, therapist or other mental health staff",),
            WHO: ("Someone outside my employer or area",),
        }
    )
    said = "You might be seen by someone you know. You want someone from outside."
    assert found.best[0].name == PRACTITIONER_HEALTH
    assert found.best[0].reasons[:2] == (
        f"You can be seen away from where you live and work. {said}",
        f"It is run by another organisation, not by your employer. {said}",
    )
    best = [by_name(site)[name] for name in names(found.best)]
    assert all(record.kind != "employer" and record.answer("independent-of-employer") == "yes" for record in best)
    assert "You work in mental health." in found.gaps
    assert {BMA, "Cavell", RCN, TASC}.isdisjoint(names(found.shown))


def test_a_porter_with_no_email_finds_numbers_to_call_and_nothing_that_is_for_other_jobs(go: Go, site: Site) -> None:
    _, found = go({HELP: TO_TALK, HOW: ("By phone",), WORK: ("Porter, cleaner, catering or estates staff",)})
    for one in found.best:
        can_be_called = bool(ways(by_name(site)[one.name]))
        assert one.address.startswith(("tel:", "sms:") if can_be_called else "https:"), one
    assert [one.action for one in found.best[:2]] == ["Call 0300 0303 300", "Text FRONTLINE to 85258"]
    assert "mailto:" not in {one.address[:7] for one in found.shown}
    assert "You can get help by phone. You would like to phone." in found[PRACTITIONER_HEALTH].reasons
    assert found.gaps == ("You work in support services.",)
    for one in found.shown:
        assert not set(by_name(site)[one.name].who_for.roles) - {"support-services"}, one.name
    assert TASC in only_for(found, "ambulance staff")
    assert BMA in only_for(found, "doctors, GPs and medical students")


def test_a_manager_after_a_death_on_the_ward_finds_what_helps_the_team(go: Go) -> None:
    _, found = go(
        {
            HELP: ("Help for my team", "Help after a major incident or something distressing"),
            WORK: ("Nurse, midwife or healthcare assistant",),
        }
    )
    framework = found["Post-incident support framework"]
    assert framework in found.best
    assert "It helps managers and teams change things. You want help for your team." in framework.reasons
    assert "It is on this subject: trauma and PTSD. Something happened at work." in framework.reasons
    assert {"STOP5: a hot debrief model", "TAKE STOCK hot debrief tool"} <= set(names(found.best))
    assert all("Something happened at work." in " ".join(one.reasons) for one in found.best)
    assert found.more["NHS employee suicide: a postvention toolkit"] == ""
    assert "Second Victim Support" in names(found.alone)
    assert {SHOUT, PRACTITIONER_HEALTH} <= set(names(found.everyone))
    assert not any("It is for managers and teams." in why for why in found.more.values())
    assert "Bereavement guide for managers and staff" in found.unconfirmed


def test_a_gp_at_3am_finds_the_line_of_the_bma_open_with_its_number(go: Go, site: Site) -> None:
    _, found = go({HELP: TO_TALK, HOW: ("By phone",), WORK: ("Doctor",), WHEN: ("Now",)}, at="2026-11-24T03:00Z")
    first = found.best[0]
    assert (first.name, first.opening) == (BMA, "Open now, day and night")
    assert (first.action, first.address) == ("Call 0330 123 1245", "tel:+443301231245")
    assert first.reasons[:2] == (
        "It is open now. You want it now.",
        "It is for these jobs: doctors, GPs and medical students. You are a doctor.",
    )
    table = matching.compile_table(site.directory)
    open_now = matching.open_at(table, opening.calendars(2026, 2027), datetime(2026, 11, 24, 3))
    really = {plain(table.entries[i].record.name) for i in open_now}
    assert {one.name for one in found.shown if "open now" in one.opening.lower()} == really & set(names(found.shown))
    assert {one.name for one in found.shown if "It is open now. You want it now." in one.reasons} <= really
    assert found[PRACTITIONER_HEALTH].opening == "Opens at 8am"
    assert RCN in only_for(found, "nurses")


@pytest.mark.parametrize(
    ("id", "place"),
    [
        ("hub-wy", ("North East and Yorkshire", "West Yorkshire")),
        ("hub-cap", ("East of England", "Central East")),
    ],
)
def test_a_bank_worker_where_the_hub_has_closed_is_told_so(go: Go, site: Site, id: str, place: tuple[str, ...]) -> None:
    """Its old number is nowhere: every number on the page is that of something that is shown."""
    hub = site.directory.by_id[id]
    page, found = go({HELP: TO_TALK, BARRIERS: ("I can’t afford it",), AREA: place})
    assert found.answers[3] == place[-1]
    assert hub.name in found.out[CLOSED]
    assert found.text.count(hub.name) == 1
    assert "It costs nothing. You can't afford to pay." in found["Doctors in Distress"].reasons
    page.get_by_role("link", name=hub.name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(hub.name)
    expect(page.get_by_role("heading", name="Where to turn instead")).to_be_visible()
    expect(page.get_by_role("main").locator("a[href^='tel:']")).to_have_count(0)


def test_an_ambulance_technician_finds_the_line_for_ambulance_staff(go: Go) -> None:
    _, found = go(
        {
            HELP: TO_TALK,
            BARRIERS: ("I work shifts or nights", "I’m worried what people will think"),
            WORK: ("Ambulance staff",),
        }
    )
    first = found.best[0]
    assert (first.name, first.action, first.address) == (TASC, "Call 0300 373 0898", "tel:+443003730898")
    assert first.opening == "Open now, day and night"
    assert "It is for these jobs: ambulance staff. You work for an ambulance service." in first.reasons
    assert "It is open day and night. You work shifts or nights." in first.reasons
    assert {BMA, RCN, "Cavell", "You OK, Doc?"}.isdisjoint(names(found.shown))
    assert "Fire Fighters Charity Crisis Line" in only_for(found, "fire service staff")
    assert not any("some jobs" in why for name, why in found.more.items() if "mbulance" in name)


def test_a_social_worker_in_wales_finds_canopi_and_nothing_that_is_only_for_england(go: Go, site: Site) -> None:
    page, found = go(
        {HELP: TO_TALK, BARRIERS: ("I can’t face a long wait",), AREA: ("Wales",), WORK: ("Social worker",)}
    )
    first = found.best[0]
    assert (first.name, first.action, first.address) == (CANOPI, "Go to its website", "https://canopi.nhs.wales")
    assert first.reasons[0] == "It is for people who work in Wales. You work in Wales."
    assert found.best[1].name == "C.A.L.L. Mental Health Helpline for Wales"
    services = [record for name in names(found.shown) if isinstance(record := by_name(site)[name], Service)]
    assert services and all({"wales", "uk"} & set(service.area.places) for service in services)
    assert PRACTITIONER_HEALTH in found.out["It is only for people in England."]
    assert "Social Work Professional Support Service (Wales)" in found.unconfirmed
    assert "Social Work Professional Support Service (Scotland)" in found.out["It is only for people in Scotland."]
    assert "You are a social worker." in found.gaps
    page.get_by_role("link", name=CANOPI, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CANOPI)


def test_someone_who_skips_everything_sees_what_is_open_to_most(go: Go, site: Site) -> None:
    _, found = go({})
    assert found.heading == "Support for people who work in health and care"
    assert found.lead.startswith("You skipped every question. This is open to most people.")
    assert found.answers == ("Skipped",) * 7
    assert found.gaps == () and "What we couldn't find" not in found.parts
    assert {PRACTITIONER_HEALTH, SHOUT} <= set(names(found.best))
    assert all("You can get in touch with someone there." in one.reasons for one in found.best)
    for one in found.shown:
        record = by_name(site)[one.name]
        assert not record.who_for.roles, one.name
        assert not isinstance(record, Service) or {"uk", "england"} & set(record.area.places), one.name
    assert set(found.out) == {CLOSED, "It has ended, or something newer took its place."}
    assert found.more[BMA] == "It is only for people in some jobs."
    assert found.more[CANOPI] == "It is only for people in one place."
