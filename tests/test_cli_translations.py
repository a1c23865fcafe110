"""`build.py strings` and `build.py translations` as a translator, a maintainer and a workflow run them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builds import REPOSITORY, change, command

SUMMARY = "services/samaritans: summary"
ENGLISH = "Call 116 123 for someone to listen, free, day or night."
BARRIER = "barriers/no-time: label"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that has been asked once, so that its cache is warm. Nobody changes it."""
    project = tmp_path_factory.mktemp("original") / "project"
    for name in ("directory", "theme", "pages", "data", "locales"):
        shutil.copytree(REPOSITORY / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "mkdocs.yml"):
        shutil.copy(REPOSITORY / name, project)
    assert command("translations", project=project).returncode == 0
    return project


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / "project")


def content(project: Path) -> Path:
    return project / "locales/pl/LC_MESSAGES/content.po"


def entry(project: Path, context: str) -> re.Match[str]:
    """A message of one form in the Polish catalogue, with its translation as group 1."""
    found = re.search(
        rf'^msgctxt "{re.escape(context)}"\nmsgid .*\nmsgstr "(.*)"$', content(project).read_text(), re.MULTILINE
    )
    assert found, context
    return found


def translate(project: Path, context: str, text: str) -> int:
    """Writes another translation, or none. The line of the English."""
    found = entry(project, context)
    whole = found.string
    content(project).write_text(whole[: found.start(1)] + text + whole[found.end(1) :])
    return whole[: found.start()].count("\n") + 2


def catalogues(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(project.glob("locales/**/*.po*"))}


def test_catalogues_are_up_to_date_with_the_texts_of_the_site() -> None:
    """Whoever changes a text runs `make strings` in the same change."""
    done = command("strings", "--check")
    assert (done.returncode, done.stdout) == (0, "All templates and catalogues are up to date.\n")


def test_changed_english_is_noticed_and_nothing_is_written_by_a_check(project: Path) -> None:
    change(project / "data/services/samaritans.yml", ENGLISH, "Call 116 123 to be listened to, day or night.")
    before = catalogues(project)
    done = command("strings", "--check", project=project)
    assert done.returncode == 1
    assert "Run: make strings" in done.stdout
    assert "  locales/content.pot" in done.stdout
    assert catalogues(project) == before


def test_changed_english_makes_a_translation_stale_by_its_field_and_says_so(project: Path) -> None:
    """The old translation stays, with the old English beside it, and its page is not offered until someone looks."""
    polish = entry(project, SUMMARY)[1]
    change(project / "data/services/samaritans.yml", ENGLISH, "Call 116 123 to be listened to, day or night.")
    done = command("strings", project=project)
    assert done.returncode == 0
    assert "Polish: 1 message became stale, 0 are new." in done.stdout
    written = content(project).read_text()
    assert f'#, fuzzy\n#| msgid "{ENGLISH}"\nmsgctxt "{SUMMARY}"' in written
    assert entry(project, SUMMARY)[1] == polish
    left = command("translations", "--language", "pl", project=project).stdout
    line = written[: entry(project, SUMMARY).start()].count("\n") + 2
    assert (
        "Stale:\n  locales/pl/LC_MESSAGES/content.po:"
        f"{line}: “Call 116 123 to be listened to, day or night.” ({SUMMARY})\n"
    ) in left
    assert "  services/samaritans/index.html lacks 1 message: “Call 116 123 to be" in left


def test_strings_run_twice_change_nothing(project: Path) -> None:
    change(project / "data/services/samaritans.yml", ENGLISH, "Call 116 123 to be listened to, day or night.")
    command("strings", project=project)
    before = catalogues(project)
    done = command("strings", project=project)
    assert (done.returncode, done.stdout) == (0, "All templates and catalogues are up to date.\n")
    assert catalogues(project) == before


def test_what_was_not_translated_before_is_new_and_not_stale(project: Path) -> None:
    translate(project, SUMMARY, "")
    change(project / "data/services/samaritans.yml", ENGLISH, "Call 116 123 to be listened to, day or night.")
    assert "Polish: 0 messages became stale, 1 is new." in command("strings", project=project).stdout


def test_a_new_text_of_the_interface_is_new_in_every_language(project: Path) -> None:
    change(project / "mkdocs.yml", "label: Self-help}", "label: Kept for a rainy afternoon}")
    done = command("strings", project=project)
    assert "Polish: 0 messages became stale, 1 is new." in done.stdout
    assert "Urdu: 0 messages became stale, 1 is new." in done.stdout
    found = json.loads(command("translations", "--language", "pl", "--format", "json", project=project).stdout)
    assert "Kept for a rainy afternoon" in [gap["english"] for gap in found["left"]["missing"]]


def test_a_catalogue_that_cannot_be_read_is_left_alone_and_shown(project: Path) -> None:
    file = content(project)
    file.write_text(file.read_text() + '\nmsgid "Half a mess\n')
    before = file.read_bytes()
    line = before.count(b"\n")
    for words in (("strings",), ("translations",), ("check",)):
        done = command(*words, project=project)
        assert done.returncode == 1, words
        assert f"locales/pl/LC_MESSAGES/content.po:{line}:1: error[translation-file]" in done.stdout + done.stderr
        assert f'{line} | msgid "Half a mess' in done.stdout + done.stderr
    assert file.read_bytes() == before


def test_a_message_that_stands_twice_is_shown_and_neither_text_is_lost(project: Path) -> None:
    """Gathering the messages of today would keep only the first, so it leaves that file alone and writes the others."""
    change(project / "data/services/samaritans.yml", ENGLISH, "Call 116 123 to be listened to, day or night.")
    file = content(project)
    first = entry(project, SUMMARY)
    file.write_text(f"{first.string}\n{first[0].replace(first[1], 'Zadzwoń pod 116 123.')}\n")
    before = file.read_bytes()
    first_line, line = (n for n, of in enumerate(before.decode().split("\n"), 1) if of == f'msgid "{ENGLISH}"')
    for words in (("check",), ("strings",)):
        done = command(*words, project=project)
        assert done.returncode == 1, words
        shown = done.stdout + done.stderr
        assert f"locales/pl/LC_MESSAGES/content.po:{line}:1: error[translation-duplicate]: “{ENGLISH}" in shown
        assert f"it stands in this file twice, first in line {first_line}." in shown
    assert file.read_bytes() == before
    assert "to be listened to" in (project / "locales/ur/LC_MESSAGES/content.po").read_text()


@pytest.mark.parametrize("words", ["check", "translations"])
def test_a_wrong_number_in_a_translation_is_shown_with_its_place(project: Path, words: str) -> None:
    line = translate(project, SUMMARY, "Zadzwoń pod 116 124.")
    done = command(words, project=project)
    assert done.returncode == 1
    shown = done.stdout + done.stderr
    assert f"locales/pl/LC_MESSAGES/content.po:{line}:1: error[translation-number]" in shown
    assert f'{line} | msgid "{ENGLISH}"' in shown


def test_check_speaks_of_the_list_of_languages_too(project: Path) -> None:
    change(project / "locales/languages.yml", "  - shout\n", "  - shuot\n")
    done = command("check", project=project)
    assert done.returncode == 1
    assert re.search(r"^locales/languages\.yml:\d+:5: error\[unknown-id\]: “shuot”", done.stdout, re.MULTILINE)
    assert "|   - shuot" in done.stdout


def test_the_table_has_every_language_and_its_numbers_add_up(original: Path) -> None:
    told: list[dict[str, Any]] = json.loads(command("translations", "--format", "json", project=original).stdout)
    listed = yaml.safe_load((original / "locales/languages.yml").read_text())["languages"]
    assert {of["id"]: of["name"] for of in told} == {
        id: of["name"] for id, of in listed.items() if of["status"] != "source"
    }
    for of in told:
        assert of["translated"] + of["stale"] + of["missing"] == of["messages"]
        assert of["unreviewed"] <= of["translated"]
        assert of["pages"] <= of["pages_in_all"]
    text = command("translations", project=original).stdout
    polish = next(of for of in told if of["id"] == "pl")
    assert re.search(
        rf"^pl +Polish +draft +{polish['translated']} of {polish['messages']} +{polish['stale']} +{polish['missing']} "
        rf"+{polish['unreviewed']} +{polish['pages']} of {polish['pages_in_all']} +Polski$",
        text,
        re.MULTILINE,
    )


def test_a_review_by_a_person_is_counted(project: Path) -> None:
    def unreviewed() -> int:
        told = json.loads(command("translations", "--language", "pl", "--format", "json", project=project).stdout)
        return int(told["unreviewed"])

    before = unreviewed()
    change(
        content(project),
        f'#: services/samaritans\nmsgctxt "{SUMMARY}"',
        f'# Reviewed 2026-11-20, clinical translator\n#: services/samaritans\nmsgctxt "{SUMMARY}"',
    )
    assert unreviewed() == before - 1


def test_a_language_that_there_is_not_is_wrong_usage(original: Path) -> None:
    done = command("translations", "--language", "xy", project=original)
    assert done.returncode == 2
    assert "There is no language “xy”. There are: cy, ml," in done.stderr


@pytest.fixture
def versioned(project: Path) -> Path:
    """The project with its catalogues kept by Git."""
    for words in (["init", "-q"], ["add", "locales"], ["commit", "-q", "-m", "Before"]):
        subprocess.run(
            ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *words], cwd=project, check=True
        )
    return project


def pages(project: Path) -> list[str]:
    done = command("translations", "--changed", "HEAD", project=project)
    assert done.returncode == 0, done.stderr
    return re.findall(r"^- `site/(\S+)`", done.stdout, re.MULTILINE)


def test_a_changed_summary_brings_the_page_of_its_record_and_of_no_other(versioned: Path) -> None:
    old = entry(versioned, SUMMARY)[1]
    translate(versioned, SUMMARY, "Ktoś wysłucha Cię pod 116 123.")
    told = command("translations", "--changed", "HEAD", project=versioned).stdout
    assert (
        "- `site/pl/services/samaritans/index.html` Samaritans\n"
        f"  - “{ENGLISH}”: “{old}” → “Ktoś wysłucha Cię pod 116 123.”\n"
    ) in told
    assert [page for page in pages(versioned) if "/services/" in page] == ["pl/services/samaritans/index.html"]
    assert told.startswith("### Polish (Polski)\n")
    assert told.count("###") == 1


def test_a_changed_barrier_brings_its_own_page(versioned: Path) -> None:
    translate(versioned, BARRIER, "Brakuje mi czasu")
    touched = pages(versioned)
    assert "pl/barriers/no-time/index.html" in touched
    assert "pl/barriers/index.html" in touched
    assert "pl/privacy/index.html" not in touched
    assert {page.partition("/")[0] for page in touched} == {"pl"}


def test_nothing_changed_brings_no_page(versioned: Path) -> None:
    done = command("translations", "--changed", "HEAD", project=versioned)
    assert (done.returncode, done.stdout) == (0, "No translation says anything else on a page.\n")


def test_a_revision_that_git_does_not_know_is_wrong_usage(versioned: Path) -> None:
    done = command("translations", "--changed", "no-such-branch", project=versioned)
    assert done.returncode == 2
    assert "Git knows no revision “no-such-branch” here." in done.stderr
