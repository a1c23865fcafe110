"""A reader finds the old site or the new one, whole, whatever happens while the new one is written."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory import publish

OLD = {"index.html": b"old home", "services/a/index.html": b"old", "same.css": b"the same"}
NEW = {"index.html": b"new home", "services/b/index.html": b"new", "same.css": b"the same"}


def published(out: Path, files: Mapping[str, bytes]) -> Path:
    staging = publish.begin(out)
    publish.write(staging, files.items())
    publish.finish(staging)
    return out


def beside(out: Path) -> list[str]:
    return [path.name for path in out.parent.iterdir() if path != out]


@pytest.fixture(params=["swapped at once", "renamed twice"])
def out(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where to publish: on a system that can swap two folders, and on one that can't."""
    if request.param == "renamed twice":
        monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    return tmp_path / "site"


def test_a_first_site_is_what_was_written(out: Path) -> None:
    published(out, OLD)
    assert publish.files(out) == OLD
    assert beside(out) == []


def test_a_new_site_takes_the_place_of_the_old_one_and_leaves_nothing_of_it(out: Path) -> None:
    published(published(out, OLD), NEW)
    assert publish.files(out) == NEW
    assert beside(out) == []


def test_while_a_site_is_written_the_old_one_stands(out: Path) -> None:
    staging = publish.begin(published(out, OLD))
    publish.write(staging, NEW.items())
    assert publish.files(out) == OLD


def test_an_abandoned_site_leaves_nothing(out: Path) -> None:
    staging = publish.begin(published(out, OLD))
    publish.write(staging, NEW.items())
    publish.abandon(staging)
    assert publish.files(out) == OLD
    assert beside(out) == []


def test_what_a_stopped_build_left_does_not_get_into_the_next_site(out: Path) -> None:
    publish.write(publish.begin(published(out, OLD)), {"half.html": b"half a pa"}.items())
    published(out, NEW)
    assert publish.files(out) == NEW
    assert beside(out) == []


def test_a_stop_between_two_renames_is_mended_by_the_next_build(tmp_path: Path) -> None:
    """The old site stands under another name for a moment, where a system can't swap two folders at once."""
    out = published(tmp_path / "site", OLD)
    out.rename(tmp_path / ".site.old")
    staging = publish.begin(out)
    assert publish.files(out) == OLD
    publish.abandon(staging)


def test_a_reader_always_finds_a_whole_site(tmp_path: Path) -> None:
    """Or, where a system has to rename twice, none for a moment; never a part of one."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    allowed = {b"old home", b"new home", *(() if publish._exchange(one, other) else (None,))}
    out = published(tmp_path / "site", OLD)
    stop = threading.Event()
    seen: set[bytes | None] = set()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add((out / "index.html").read_bytes())
            except OSError:
                seen.add(None)

    reader = threading.Thread(target=read)
    reader.start()
    for files in (NEW, OLD) * 40:
        published(out, files)
    stop.set()
    reader.join()
    assert seen <= allowed


def test_a_file_that_did_not_change_is_not_written_again(out: Path) -> None:
    published(out, OLD)
    before = (out / "same.css").stat().st_ino
    published(out, NEW)
    assert (out / "same.css").stat().st_ino == before


def test_a_disk_that_knows_no_hard_links_is_written_to_all_the_same(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """USB sticks and many file shares."""

    def link(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    published(published(out, OLD), NEW)
    assert publish.files(out) == NEW


def test_a_page_may_stand_where_a_folder_stood(out: Path) -> None:
    published(published(out, {"a/index.html": b"a folder"}), {"a": b"a file"})
    assert publish.files(out) == {"a": b"a file"}


@pytest.mark.parametrize("what", ["a folder of someone's", "a file", "a link to a folder"])
def test_what_was_not_built_here_is_never_replaced(tmp_path: Path, what: str) -> None:
    out, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "letter.txt").write_bytes(b"Dear all")
    if what == "a file":
        out.write_bytes(b"Dear all")
    elif what == "a link to a folder":
        out.symlink_to(elsewhere)
    else:
        elsewhere.rename(out)
    before = {path: path.lstat().st_ino for path in tmp_path.rglob("*")}
    with pytest.raises(publish.NotOurs, match="site"):
        publish.begin(out)
    assert {path: path.lstat().st_ino for path in tmp_path.rglob("*")} == before


def test_an_empty_folder_may_be_published_into(out: Path) -> None:
    out.mkdir()
    assert publish.files(published(out, NEW)) == NEW


def test_the_bytes_that_were_written_are_counted(out: Path) -> None:
    published(out, OLD)
    staging = publish.begin(out)
    assert publish.write(staging, NEW.items()) == sum(map(len, NEW.values()))
    publish.abandon(staging)


names = st.text("abc", min_size=1, max_size=2)
sites = st.dictionaries(st.tuples(names, names).map(lambda parts: f"{parts[0]}/{parts[1]}.html"), st.binary(max_size=5))


@settings(max_examples=30)
@given(st.lists(sites, min_size=1, max_size=4))
def test_after_any_number_of_sites_only_the_last_is_there(
    tmp_path_factory: pytest.TempPathFactory, history: list[dict[str, bytes]]
) -> None:
    out = tmp_path_factory.mktemp("history") / "site"
    for files in history:
        published(out, files)
    assert publish.files(out) == history[-1]
    assert beside(out) == []
