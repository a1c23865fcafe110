"""What the check hands back, whatever it is pointed at."""

from __future__ import annotations

from pathlib import Path

from directory.sitecheck import Fault, Report, verify

from .sites import HOME, SOUND, Check, Reported, page


def test_a_sound_site_has_no_fault_and_is_counted(
    reported: Reported,
) -> None:
    report = reported({})
    size = sum(len(c if isinstance(c, bytes) else c.encode()) for c in SOUND.values())
    assert report == Report(pages=5, files=len(SOUND), bytes=size, faults=())


def test_a_fault_has_its_place_a_sentence_and_a_hint(
    reported: Reported,
) -> None:
    changed = page("Home", HOME + '\n<p>\n<a href="services/b/index.html">B</a>')
    assert reported({"index.html": changed}).faults == (
        Fault(
            "index.html",
            changed.split("services/b")[0].count("\n") + 1,
            "broken-link",
            "“services/b/index.html” leads to services/b/index.html, which is not in the site.",
            "Correct the address, or make that file.",
        ),
    )


def test_the_result_is_the_same_for_any_number_of_processes(tmp_path: Path) -> None:
    for number in range(150):
        (tmp_path / f"{number}.html").write_text(page("The same title", '<a href="149.html#gone">Next</a>'))
    assert verify(tmp_path, jobs=2) == verify(tmp_path)


def test_a_missing_folder_an_empty_one_and_a_file_are_faults(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    for name in ("missing", "empty", "file"):
        assert "no-site" in [fault.rule for fault in verify(tmp_path / name).faults]


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path, check: Check) -> None:
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    assert check() == [("gone.html", "unreadable")]


def test_a_text_file_that_is_not_utf_8_is_a_fault(check: Check) -> None:
    assert check(changed={"data.json": b'"caf\xe9"'}) == [("data.json", "encoding")]
    assert ("index.html", "encoding") in check(changed={"index.html": page("Café", HOME).encode("latin-1")})


def test_markup_that_ends_the_reading_is_a_fault(check: Check) -> None:
    assert ("index.html", "markup") in check("<![ours[ x ]]>")
