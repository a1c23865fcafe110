"""What of the data is translated: its own words, and never a name, a number, a quotation or a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.editions import Editions
from directory.i18n import content, prose
from directory.i18n.content import Say
from directory.model import Directory, Id, Service
from tests.builds import REPOSITORY

Leaf = tuple[str, object]


def _leaves(value: object, way: str = "") -> Iterator[Leaf]:
    """Every value in a value, with the way to it: ("services/3/contact/phone/0/number", "111")."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _leaves(getattr(value, field.name), f"{way}/{field.name}")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, f"{way}/{key}")
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _leaves(item, f"{way}/{place}")
    else:
        yield way, value


def _pig(_: str, text: str) -> str:
    return f"«{text}»"


@pytest.fixture(scope="module")
def records(real: Editions) -> tuple[Id, ...]:
    return real.languages.records


@pytest.fixture(scope="module")
def changed(directory: Directory, records: tuple[Id, ...]) -> dict[str, tuple[object, object]]:
    """What another language has otherwise: by its place, before and after."""
    after = dict(_leaves(content.translated(directory, records, _pig)))
    before = dict(_leaves(directory))
    assert after.keys() == before.keys()
    return {way: (value, after[way]) for way, value in before.items() if after[way] != value}


KEPT = {
    "id", "name", "other_names", "provider", "publisher", "number", "uri", "send", "to", "email", "website", "chat",
    "post", "url", "title", "quote", "source", "sources", "kind", "status", "seen", "checked", "see_also",
}  # fmt: skip


def test_names_numbers_quotations_and_sources_are_the_same_in_every_language(
    changed: dict[str, tuple[object, object]],
) -> None:
    """A reader rings the same number, and finds the same words on the service's own page."""
    assert len(changed) > 600
    assert [way for way in changed if way.rpartition("/")[2] in KEPT or "/sources/" in way] == []


def test_what_changes_is_text_and_changes_as_a_whole(changed: dict[str, tuple[object, object]]) -> None:
    assert [way for way, (before, after) in changed.items() if after != f"«{before}»"] == []


def test_records_that_are_not_translated_stay_in_english_altogether(
    directory: Directory, records: tuple[Id, ...]
) -> None:
    said = content.translated(directory, records, _pig)
    for before, after in zip(directory.records, said.records, strict=True):
        assert (before == after) == (before.id not in records), before.id


def test_every_text_of_a_translated_record_is_asked_for(directory: Directory, records: tuple[Id, ...]) -> None:
    """What ends in a full stop and is no quotation, source or name. The page of a live service shows no status note."""
    asked = {text for context, text in content.texts(directory, records)}
    as_published = {"quote", "title", "provider"}
    assert all(record.live for record in directory.services if record.id in records)
    left = [
        (record.id, way, value)
        for record in directory.records
        if record.id in records
        for way, value in _leaves(record)
        if isinstance(value, str) and value.endswith(".") and value not in asked
        if way.rpartition("/")[2] not in as_published and not way.startswith("/sources")
        if not (isinstance(record, Service) and way == "/status_note")
    ]
    assert left == []


def test_saying_the_same_gives_the_same_directory(directory: Directory, records: tuple[Id, ...]) -> None:
    """Going through it loses nothing."""
    assert content.translated(directory, records, lambda _, text: text) == directory


def test_every_text_has_a_context_of_its_own_that_names_its_place(
    directory: Directory, records: tuple[Id, ...]
) -> None:
    """So that two texts may be the same in English and not in another language."""
    contexts = [context for context, _ in content.texts(directory, records)]
    assert len(contexts) == len(set(contexts))
    assert [context for context in contexts if context.count(": ") != 1] == []
    assert {"services/samaritans: summary", "crisis: words.1"} <= set(contexts)


def test_a_text_is_put_where_it_was_asked_for(directory: Directory, records: tuple[Id, ...]) -> None:
    """Each is said once, by its own context."""
    spoken = content.translated(directory, records, lambda context, _: context)
    asked = content.texts(spoken, records)
    assert [(context, text) for context, text in asked if context != text] == []


def test_only_the_ids_that_are_asked_for_are_translated(directory: Directory) -> None:
    contexts = [context for context, _ in content.texts(directory, ["samaritans"])]
    assert {c.partition(":")[0] for c in contexts if c.startswith(("services/", "resources/"))} == {
        "services/samaritans"
    }


def _page(name: str) -> str:
    return (REPOSITORY / "pages" / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["privacy", "accessibility", "404"])
def test_a_page_of_words_keeps_its_form(name: str) -> None:
    """Said in its own words it is the same, but for quotation marks around its title and description."""
    same = prose.translated(_page(name), name, lambda _, text: text)
    for before, after in zip(_page(name).split("\n"), same.split("\n"), strict=True):
        head = before.startswith(("title: ", "description: "))
        assert after == before or (head and after.replace('"', "") == before.replace('"', ""))


_line = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"))


@given(st.lists(st.tuples(st.sampled_from(["", "# ", "## ", "- "]), _line)))
def test_whatever_a_page_holds_every_line_but_its_signs_is_said(lines: list[tuple[str, str]]) -> None:
    """And nothing is said that is not there; the lines stay in their order."""
    markdown = "\n".join(signs + text for signs, text in lines)
    said = prose.texts(markdown, "pages/a")
    assert all(text in markdown for _, text in said)
    say: Say = lambda _, text: text  # noqa: E731
    if "title: " not in markdown and "description: " not in markdown:
        assert prose.translated(markdown, "pages/a", say) == markdown
    assert prose.translated(markdown, "pages/a", say).count("\n") == markdown.count("\n")
