"""“How Find support works” shows every question, every option and what it does, as the records themselves say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser

from directory import urls
from directory.model import Directory, Lift, Option, PlaceOptions, Resource, Service
from tests.pages import Site, of_class, plain, the, words

Found = Service | Resource

OUTSIDE = """() => [...document.querySelectorAll(".wizard-picture g")].flatMap((group) => {
    const box = group.querySelector(":scope > rect").getBBox();
    const pieces = [...group.querySelectorAll(":scope > text")].filter((text) => text.textContent.trim());
    return pieces.filter((text) => {
        const at = text.getBBox();
        const fits = at.x >= box.x && at.y >= box.y;
        return !(fits && at.x + at.width <= box.x + box.width && at.y + at.height <= box.y + box.height);
    }).map((text) => text.textContent);
})"""
"""The texts of the picture that reach out of the box they belong to."""


def picture(site: Site) -> Element:
    return the(site.main(urls.WIZARD), ".//svg[@role='img']")


def cards(site: Site) -> dict[str, str]:
    """What stands on each option's card in the picture, by its label, in order."""
    around = of_class(picture(site), "wizard-picture__question")
    drawn = [card for question in around for card in of_class(question, "wizard-picture__option")]
    return {words(next(of_class(card, "wizard-picture__label"))): words(card) for card in drawn}


def lists(site: Site) -> dict[str, Element]:
    """The list of each option but places, by its label."""
    found = of_class(site.main(urls.WIZARD), "wizard-picture-option")
    return {plain(the(o, "./summary").text or ""): o for o in found if o.find(".//table") is None}


def lifted(option: Element) -> Iterator[Element]:
    """Those groups of an option that are given points."""
    return (group for group in of_class(option, "wizard-picture-option__group") if points(group))


def points(group: Element) -> int:
    said = re.match(r"(\d+) points?\.", words(group))
    return int(said[1]) if said else 0


def all_options(directory: Directory) -> list[Option]:
    return [option for question in directory.wizard.questions for option in question.options]


def label(directory: Directory, option: Option) -> str:
    return plain(option.label or directory.vocabulary.barriers[option.barrier or ""].label)


def boards(directory: Directory, region: str) -> list[str]:
    """The names of the boards of today in a region."""
    areas = directory.vocabulary.areas.values()
    return [name(a.label) for a in areas if a.within == region and a.kind == "board" and a.since and not a.until]


def name(area: str) -> str:
    return plain(area.removeprefix("NHS ").removesuffix(" ICB"))


def place(site: Site, id: str) -> str:
    return name(site.directory.vocabulary.areas[id].label)


def places(site: Site) -> PlaceOptions:
    return next(question.where for question in site.directory.wizard.questions if question.where)


def candidates(directory: Directory) -> list[Found]:
    """The records that the wizard may show: for staff, not gone, and not a line that stands on every page."""
    lines = {line.record for line in directory.crisis.lines}
    return [r for r in directory.records if r.for_staff and not r.gone and r.id not in lines]


def has(record: Found, lift: Lift) -> bool:
    """Whether a record has any of what a lift names."""
    match lift.kind:
        case "features":
            return any(feature in lift.ids and given.value == "yes" for feature, given in record.features.items())
        case "kinds":
            return record.kind in lift.ids
        case "offers":
            return isinstance(record, Service) and not set(lift.ids).isdisjoint(record.offers)
        case "topics":
            return isinstance(record, Resource) and not set(lift.ids).isdisjoint(record.topics)
        case "phases":
            eprr = record.eprr if isinstance(record, Resource) else None
            return eprr is not None and not set(lift.ids).isdisjoint(eprr.phases)
        case other:
            raise AssertionError(f"An option lifts {other}, which this test does not count yet")


def wanted(directory: Directory, option: Option) -> set[str]:
    """The pages of the records that an option lifts by what they are, counted without the table."""
    barrier = directory.vocabulary.barriers.get(option.barrier or "")
    helps = [Lift("features", (*barrier.strong, *barrier.likely), 0)] if barrier else []
    return {
        urls.record(record)
        for record in candidates(directory)
        if any(has(record, lift) for lift in (*option.lifts, *helps)) or option.barrier in record.barriers
    }


def lifting(directory: Directory) -> list[Option]:
    """The options that lift by what records are, whatever the time, the job or the place."""
    lasting = [o for o in all_options(directory) if all(lift.kind != "open_now" for lift in o.lifts)]
    return [option for option in lasting if option.lifts or option.barrier]


def test_every_question_stands_in_the_picture_and_above_its_options_in_order(site: Site) -> None:
    labels = [plain(question.label) for question in site.directory.wizard.questions]
    drawn = [words(title) for title in of_class(picture(site), "wizard-picture__title")]
    assert drawn == [*labels, "The results"]
    headings = [words(h3) for h3 in site.main(urls.WIZARD).iter("h3")]
    assert headings[-len(labels) :] == [f"{number}. {label}" for number, label in enumerate(labels, 1)]


def test_every_option_stands_in_the_picture_in_order(site: Site) -> None:
    expected: list[str] = []
    for question in site.directory.wizard.questions:
        expected += [label(site.directory, option) for option in question.options]
        expected += [place(site, id) for id in (question.where.places if question.where else ())]
    assert list(cards(site)) == expected


def test_a_region_says_how_many_boards_it_stands_for(site: Site) -> None:
    drawn = cards(site)
    for id in places(site).places:
        count = len(boards(site.directory, id))
        said = drawn[place(site, id)]
        assert said.endswith(f"and its {count} boards") if count else "boards" not in said


def test_every_option_has_a_list_with_what_it_says_of_the_person(site: Site) -> None:
    found = lists(site)
    given = {label(site.directory, option): plain(option.said) for option in all_options(site.directory)}
    assert list(found) == list(given)
    assert [title for title, said in given.items() if f'It tells us: "{said}"' not in words(found[title])] == []


def test_every_place_and_board_has_a_row_in_order(site: Site) -> None:
    table = next(of_class(site.main(urls.WIZARD), "wizard-picture-table"))
    expected = []
    for id in places(site).places:
        expected += [place(site, id), *boards(site.directory, id)]
    assert [words(th) for th in table.iterfind("tbody/tr/th")] == expected


def test_an_option_lifts_as_many_records_as_have_what_it_names(site: Site) -> None:
    """Counted from the records, not from the table: in the picture, in the heading of its list, and in the list."""
    found, drawn = lists(site), cards(site)
    for option in lifting(site.directory):
        title = label(site.directory, option)
        expected = wanted(site.directory, option)
        shown = [link for group in lifted(found[title]) for link in site.links(urls.WIZARD, group)]
        assert sorted(shown) == sorted(expected), title
        mark = re.compile(rf"\blifts {len(expected)}\b")
        assert mark.search(words(the(found[title], "./summary"))), title
        assert mark.search(drawn[title]), title


def test_an_option_gives_the_points_of_all_that_a_record_has(site: Site) -> None:
    """For options whose lifts name features alone."""
    by_page = {urls.record(record): record for record in candidates(site.directory)}
    found = lists(site)
    for option in lifting(site.directory):
        if option.barrier or any(lift.kind != "features" for lift in option.lifts):
            continue
        for group in lifted(found[label(site.directory, option)]):
            for link in site.links(urls.WIZARD, group):
                each = [(lift.points, id) for lift in option.lifts for id in lift.ids]
                assert points(group) == sum(worth for worth, id in each if by_page[link].answer(id) == "yes"), link


def test_the_highest_points_come_first(site: Site) -> None:
    for title, option in lists(site).items():
        given = [points(group) for group in lifted(option)]
        assert given == sorted(given, reverse=True), title


def test_what_is_not_confirmed_is_listed_as_such_and_nothing_else_is(site: Site) -> None:
    by_page = {urls.record(record): record for record in site.directory.records}
    for title, option in lists(site).items():
        for group in of_class(option, "wizard-picture-option__group"):
            caption = ""
            for part in group:
                if part.tag == "p":
                    caption = words(part)
                for link in site.links(urls.WIZARD, part):
                    unsure = by_page[link].status == "unconfirmed"
                    assert unsure == caption.startswith("Not confirmed"), f"{title}: {link}"


@pytest.mark.parametrize("role", ["doctor", "ambulance"])
def test_an_option_of_work_rules_out_what_is_only_for_other_jobs(site: Site, role: str) -> None:
    jobs = {job for option in all_options(site.directory) for job in option.roles}
    option = next(option for option in all_options(site.directory) if option.id == role)
    others = [set(r.who_for.roles) for r in candidates(site.directory)]
    count = sum(bool(roles) and roles <= jobs and roles.isdisjoint(option.roles) for roles in others)
    assert f"rules out {count}," in words(the(lists(site)[label(site.directory, option)], "./summary"))


def test_every_group_that_stands_further_down_is_there_with_why(site: Site) -> None:
    *_, table = of_class(site.main(urls.WIZARD), "wizard-picture-table")
    rows = [[words(cell) for cell in row] for row in table.iterfind("tbody/tr")]
    groups = site.directory.wizard.behind
    assert [row[:2] for row in rows] == [[group.id, plain(group.why)] for group in groups]
    research = sum(record.kind == "research" for record in candidates(site.directory))
    assert [row[2] for row in rows if row[0] == "research"] == [str(research)]


def test_every_link_leads_to_the_page_of_a_record_that_may_be_shown(site: Site) -> None:
    linked = set(site.links(urls.WIZARD))
    assert linked
    assert linked <= {urls.record(record) for record in candidates(site.directory)}


def test_the_results_are_drawn_with_the_parts_of_the_page_of_results(site: Site) -> None:
    template = the(site.main(urls.FIND_SUPPORT), ".//template[@data-results]")
    headings = [words(e).partition(" (")[0] for e in template.iter() if e.tag in ("h2", "summary")]
    *_, results = of_class(picture(site), "wizard-picture__results")
    drawn = [words(part) for part in of_class(results, "wizard-picture__label")]
    assert drawn == headings[: len(drawn)]


def test_the_picture_has_a_name_and_a_description(site: Site) -> None:
    named = (picture(site).get("aria-labelledby") or "").split()
    said = {element.get("id"): words(element) for element in picture(site) if element.tag in ("title", "desc")}
    assert list(said) == named
    assert all(plain(question.label) in said[named[1]] for question in site.directory.wizard.questions)


def test_no_text_of_the_picture_leaves_its_box(site: Site, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto((site.folder / urls.WIZARD).as_uri())
    assert page.locator(".wizard-picture text").count() > 100
    assert page.evaluate(OUTSIDE) == []
    page.close()
