"""A translation lasts as long as its English; a file that goes through our hands comes out as it went in."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from directory.editions import Editions
from directory.i18n import catalogues, content, gather, prose
from directory.i18n.messages import Message, Translation
from directory.model import Directory
from tests.builds import REPOSITORY
from tests.i18n.real import LANGUAGES
from tests.i18n.translating import INTERFACE, POLISH, catalogue, faults

SUMMARY = "services/a: summary"
HEAD = catalogues.written(catalogues.updated(Path("nowhere"), POLISH, "interface", [])).decode()


def _entry(english: str, polish: str, context: str = "", comment: str = "") -> str:
    said = f"# {comment}\n" if comment else ""
    return f'{said}{f"msgctxt {chr(34)}{context}{chr(34)}" if context else "#"}\nmsgid "{english}"\nmsgstr "{polish}"\n'


def _updated(repository: Path, text: str, *messages: Message) -> tuple[Translation, ...]:
    """What is read of a catalogue with this text, after it was brought up to these messages."""
    catalogue(repository, f"{HEAD}\n{text}")
    new = catalogues.written(catalogues.updated(repository, POLISH, "interface", messages)).decode()
    return tuple(translation for _, translation in catalogue(repository, new).messages)


def _message(english: str, context: str = "", plural: str = "") -> Message:
    return Message(context, english, plural, ("theme/pages/home.html",))


def test_a_text_that_stays_keeps_its_translation_and_who_reviewed_it(tmp_path: Path) -> None:
    text = _entry("Free.", "Bezpłatnie.", SUMMARY, "Reviewed 2026-11-20, as a nurse")
    (only,) = _updated(tmp_path, text, _message("Free.", SUMMARY))
    assert (only.forms, only.done, only.reviewed, only.stale) == (("Bezpłatnie.",), True, True, False)
    assert "# Reviewed 2026-11-20, as a nurse\n" in (tmp_path / INTERFACE).read_text("utf-8")


def test_a_text_that_changed_makes_its_translation_stale(tmp_path: Path) -> None:
    """It stands beside the new English with the old, is no longer reviewed, and is not said."""
    text = _entry("Free.", "Bezpłatnie.", SUMMARY, "Reviewed 2026-11-20, as a nurse")
    (only,) = _updated(tmp_path, text, _message("It costs £5, or nothing at night.", SUMMARY))
    assert (only.english, only.forms) == ("It costs £5, or nothing at night.", ("Bezpłatnie.",))
    assert (only.stale, only.done, only.reviewed) == (True, False, False)
    file = (tmp_path / INTERFACE).read_text("utf-8")
    assert "#, fuzzy\n" in file
    assert '#| msgid "Free."\n' in file
    said = catalogues.locale(catalogue(tmp_path, file))
    assert said.text("It costs £5, or nothing at night.", SUMMARY) == "It costs £5, or nothing at night."
    assert said.text("Free.", SUMMARY) == "Free."


def test_what_is_stale_stays_so_until_someone_takes_the_mark_off(tmp_path: Path) -> None:
    """However often the messages are gathered."""
    new = _message("It costs £5.", SUMMARY)
    _updated(tmp_path, _entry("Free.", "Bezpłatnie.", SUMMARY), new)
    again = catalogues.written(catalogues.updated(tmp_path, POLISH, "interface", [new]))
    assert again.decode() == (tmp_path / INTERFACE).read_text("utf-8")
    looked_at = again.decode().replace("#, fuzzy\n", "").replace('#| msgid "Free."\n', "")
    ((_, only),) = catalogue(tmp_path, looked_at).messages
    assert only.done


def test_a_text_of_the_interface_that_is_nearly_the_same_is_carried_over_as_stale(tmp_path: Path) -> None:
    """One that is quite another is not, and starts empty."""
    text = _entry("Search the directory", "Przeszukaj katalog")
    near, other = _updated(tmp_path, text, _message("Search this directory"), _message("Help now"))
    assert (near.forms, near.stale, near.done) == (("Przeszukaj katalog",), True, False)
    assert (other.forms, other.stale, other.done) == (("",), False, False)


def test_the_words_of_a_text_that_is_still_said_are_given_to_no_other(tmp_path: Path) -> None:
    text = _entry("Search the directory", "Przeszukaj katalog")
    old, new = _updated(tmp_path, text, _message("Search the directory"), _message("Search this directory"))
    assert (old.done, new.forms) == (True, ("",))


def test_a_text_that_nothing_says_any_more_is_gone(tmp_path: Path) -> None:
    assert _updated(tmp_path, _entry("Old", "Stare")) == ()


@pytest.mark.parametrize(
    ("comment", "reviewed"),
    [
        ("Reviewed 2026-11-20, as a native speaker", True),
        ("reviewed", True),
        ("Not reviewed", False),
        ("To be reviewed", False),
        ("Reviewer wanted", False),
        ("", False),
    ],
)
def test_only_a_comment_that_begins_with_reviewed_says_so(comment: str, reviewed: bool, tmp_path: Path) -> None:
    ((_, only),) = catalogue(tmp_path, HEAD + "\n" + _entry("Help", "Pomoc", comment=comment)).messages
    assert only.reviewed == reviewed


@pytest.mark.parametrize(
    ("comments", "reviewed"),
    [
        (("Reviewed 2026-12-01, translator", "Reviewed 2026-12-03, clinical translator"), True),
        (("Reviewed 2026-12-03, clinical translator",), False),
        (("Reviewed 2026-12-03, clinical translator", "Reviewed 2026-12-03, clinical translator"), False),
        (("Reviewed 2026-12-01, translator", "Reviewed 2026-12-03, nurse"), False),
    ],
)
def test_what_is_said_in_a_crisis_is_reviewed_by_two_people_one_of_them_clinical(
    comments: tuple[str, ...], reviewed: bool, tmp_path: Path
) -> None:
    entry = "".join(f"# {comment}\n" for comment in comments) + _entry(
        "Call 999", "Zadzwoń", context="crisis: 999.label"
    )
    ((_, only),) = catalogue(tmp_path, HEAD + "\n" + entry).messages
    assert only.reviewed == reviewed


BROKEN = {
    "no closing mark": ('msgid "Help"\nmsgstr "Pomoc\n', 2),
    "no text": ('msgid "Help"\nmsgstr\n', 2),
    "a line of its own": ('msgid "Help"\nmsgstr "Pomoc"\nThank you!\n', 3),
    "a mark within": ('msgid "Help"\nmsgstr "Po"moc"\n', 2),
    "a form with no number": ('msgid "a"\nmsgid_plural "b"\nmsgstr[x] "c"\n', 3),
    "a form too many": ('msgid "a"\nmsgid_plural "b"\nmsgstr[9] "c"\n', 1),
}


@pytest.mark.parametrize(("text", "line"), BROKEN.values(), ids=BROKEN)
def test_a_catalogue_that_cannot_be_read_is_told_with_its_line(text: str, line: int, tmp_path: Path) -> None:
    """And none of its messages is used."""
    (tmp_path / INTERFACE).parent.mkdir(parents=True)
    (tmp_path / INTERFACE).write_text(f"{HEAD}\n{text}", "utf-8")
    (only,) = faults(tmp_path)
    assert (only.code, only.position.path) == ("translation-file", INTERFACE.as_posix())
    assert only.position.line == HEAD.count("\n") + 1 + line
    assert catalogues.read(tmp_path, POLISH)[0].messages == ()


ALONE = {
    "another context": ((SUMMARY, "Free."), ("services/b: summary", "Free.")),
    "a context and none": ((SUMMARY, "Free."), ("", "Free.")),
    "other letters": (("", "Free."), ("", "free.")),
}


@pytest.mark.parametrize("messages", ALONE.values(), ids=ALONE)
def test_messages_that_only_look_alike_are_not_called_the_same(
    messages: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    text = "\n".join(_entry(english, f"{n}.", context) for n, (context, english) in enumerate(messages))
    assert [of.forms for _, of in catalogue(tmp_path, f"{HEAD}\n{text}").messages] == [("0.",), ("1.",)]


def test_what_nothing_says_any_more_may_stand_there_again(tmp_path: Path) -> None:
    """Programs for translators keep it, behind #~, as often as it was taken out."""
    gone = '#~ msgid "Help"\n#~ msgstr "Pomoc"\n\n'
    ((_, only),) = catalogue(tmp_path, f"{HEAD}\n{_entry('Help', 'Wsparcie')}\n{gone}{gone}").messages
    assert only.forms == ("Wsparcie",)


def test_a_message_that_stands_twice_is_said_once_with_its_first_words(tmp_path: Path) -> None:
    """An earlier revision may hold one, against which what has changed is told."""
    (tmp_path / INTERFACE).parent.mkdir(parents=True)
    (tmp_path / INTERFACE).write_text(f"{HEAD}\n{_entry('Help', 'Pomoc')}\n{_entry('Help', 'Wsparcie')}", "utf-8")
    found, (fault,) = catalogues.read(tmp_path, POLISH)
    assert fault.code == "translation-duplicate"
    assert [translation.forms for _, translation in found.messages] == [("Pomoc",)]


@given(st.binary(max_size=200), st.booleans())
def test_whatever_a_file_holds_ends_in_messages_or_a_diagnostic(data: bytes, with_head: bool) -> None:
    """Never in an exception."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / INTERFACE
        file.parent.mkdir(parents=True)
        file.write_bytes((HEAD.encode() + b"\nmsgid " if with_head else b"") + data)
        found, messages = faults(Path(folder)), catalogues.read(Path(folder), POLISH)[0].messages
    assert {fault.code for fault in found} <= {"translation-file", "translation-duplicate"}
    assert not (messages and any(fault.code == "translation-file" for fault in found))


_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1)


@given(_text, _text, _text, _text)
def test_any_text_survives_being_written_and_read(english: str, polish: str, context: str, form: str) -> None:
    """Whatever stands in it, with one form or several; and written again it is the same."""
    messages = [_message(english, f"a/b: {context.strip()}"), _message(f"a{english}", "", f"b{english}")]
    catalog = catalogues.updated(Path("nowhere"), POLISH, "interface", messages)
    one, several = [entry for entry in catalog if entry.id]
    one.string, several.string = polish, (form, polish, form, polish)
    with TemporaryDirectory() as folder:
        file = Path(folder) / INTERFACE
        file.parent.mkdir(parents=True)
        file.write_bytes(catalogues.written(catalog))
        found, unreadable = catalogues.read(Path(folder), POLISH)
        assert unreadable == []
        assert [translation.forms for _, translation in found.messages] == [(polish,), (form, polish, form, polish)]
        assert [(t.english, t.plural) for _, t in found.messages] == [(english, ""), (f"a{english}", f"b{english}")]
        again = catalogues.updated(Path(folder), POLISH, "interface", messages)
        assert catalogues.written(again) == file.read_bytes()


def _labels() -> list[str]:
    extra = yaml.load((REPOSITORY / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)["extra"]
    return [entry["label"] for group in ("entries", "footer") for entry in extra[group]]


def _texts(directory: Directory, real: Editions) -> list[tuple[str, str]]:
    found = content.texts(directory, real.languages.records)
    for name in real.languages.pages:
        found += prose.texts((REPOSITORY / "pages" / f"{name}.md").read_text("utf-8"), f"pages/{name}")
    return list(dict.fromkeys(found))


def test_the_templates_for_translators_are_fresh(directory: Directory, real: Editions) -> None:
    """They hold what the site says today, no more and no less."""
    for domain, messages in (
        ("interface", gather.interface(REPOSITORY, _labels())),
        ("content", gather.content(_texts(directory, real))),
    ):
        today = catalogues.written(catalogues.template(messages))
        assert (REPOSITORY / "locales" / f"{domain}.pot").read_bytes() == today, "Run: make strings"


@pytest.mark.parametrize("id", [id for id in LANGUAGES if LANGUAGES[id].status != "source"])
def test_every_catalogue_has_the_forms_of_its_language(id: str) -> None:
    """Its head says how many; each message has as many as the language needs."""
    found, unreadable = catalogues.read(REPOSITORY, LANGUAGES[id])
    assert unreadable == []
    forms = len(catalogues.locale(found).categories)
    assert {len(translation.forms) for _, translation in found.messages if translation.plural} <= {forms}
