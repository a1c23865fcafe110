"""The same inputs give the same bytes, a fault anywhere leaves the old site whole, and a text stays a text."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from directory import engine, pipeline, publish, sitecheck, urls
from directory.engine import material
from directory.render import Chapter
from directory.render.environment import prose
from tests import hostile
from tests.builds import DATA, REPOSITORY, TODAY, build, change, command, copy_of_data, edit, shipped
from tests.pages import Site, parse, rows, the, words

OLD_SITE = {"index.html": b"<h1>The old site</h1>", "services/a/index.html": b"<h1>An old page</h1>"}


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A site that was published before."""
    staging = publish.begin(tmp_path / "site")
    publish.write(staging, OLD_SITE.items())
    publish.finish(staging)
    return staging.out


def is_whole(site: Path) -> bool:
    """Whether the old site stands as it was, and nothing lies beside it."""
    return publish.files(site) == OLD_SITE and not list(site.parent.glob(f".{site.name}.*"))


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_same_inputs_give_the_same_bytes_whatever_the_number_of_jobs(site: Site, tmp_path: Path, jobs: int) -> None:
    """Other processes also order their sets otherwise."""
    out = tmp_path / "site"
    done = command("--today", TODAY, "--jobs", jobs, "--out", out, PYTHONHASHSEED=str(jobs))
    assert done.returncode == 0, done.stderr
    one, other = publish.files(site.folder), publish.files(out)
    assert sorted(one) == sorted(other)
    assert [address for address in one if one[address] != other[address]] == []


def test_building_again_over_a_site_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "site"
    shutil.copytree(site.folder, out)
    (out / "services/gone/").mkdir()
    (out / "services/gone/index.html").write_text("a page of a record that is no more")
    mark = out / ".built-by-keeping-well"
    mark.write_text(mark.read_text("utf-8") + "\nservices/gone/index.html", "utf-8")
    (out / "index.html").write_text("a page that was changed by hand")
    assert build(DATA, out).site
    assert publish.files(out) == publish.files(site.folder)


def test_the_frame_is_the_same_fresh_from_the_engine_and_kept_from_the_last_build() -> None:
    kept = engine.frame(REPOSITORY, None, shipped(), {})
    fresh = material.render(REPOSITORY, shipped(), {})
    assert fresh["frame"] == kept.html
    assert [engine.Prose(**page) for page in fresh["prose"]] == list(kept.prose)


def test_source_date_epoch_is_the_day_of_the_build(tmp_path: Path) -> None:
    """https://reproducible-builds.org/specs/source-date-epoch/: 1 March 2027, noon."""
    done = command("--out", tmp_path / "site", SOURCE_DATE_EPOCH="1803902400")
    assert done.returncode == 0, done.stderr
    assert "1 March 2027" in (tmp_path / "site" / urls.DATA).read_text("utf-8")


def test_a_build_says_what_it_built_and_a_quiet_one_nothing(tmp_path: Path) -> None:
    done = command("--today", TODAY, "--out", tmp_path / "site")
    assert re.search(r"^\d+ records, \d+ pages, \d+ warnings?, [\d.]+ seconds\.", done.stdout)
    quiet = command("--today", TODAY, "--out", tmp_path / "site", "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def test_errors_in_the_data_mean_no_new_site_and_leave_the_old_one_whole(tmp_path: Path, old_site: Path) -> None:
    data = copy_of_data(tmp_path)
    change(data / "services/canopi.yml", "status: open", "status: opne")
    (data / "services/kw-nwl.yml").write_text("name: [", "utf-8")
    done = command("--data", data, "--out", old_site)
    assert done.returncode == 1
    assert "canopi.yml:" in done.stderr and "kw-nwl.yml:" in done.stderr
    assert "No new site was built" in done.stderr
    assert "Traceback" not in done.stderr
    assert is_whole(old_site)


@pytest.mark.parametrize("after", [0, 1, 200, 500])
def test_a_failure_in_the_middle_of_writing_leaves_the_old_site_whole(
    monkeypatch: pytest.MonkeyPatch, old_site: Path, after: int
) -> None:
    def made(chapter: Chapter) -> Iterator[tuple[str, bytes]]:
        for address, _make in chapter.tasks[:after]:
            yield address, b"a new page"
        raise OSError("No space left on device")

    monkeypatch.setattr(Chapter, "made", made)
    with pytest.raises(OSError, match="No space left"):
        build(DATA, old_site)
    assert is_whole(old_site)


def test_a_failure_in_a_worker_leaves_the_old_site_whole_and_says_which_page_was_in_hand(
    tmp_path: Path, old_site: Path
) -> None:
    """A template that fails, in a copy of the project, as one that is being edited may."""
    project = tmp_path / "project"
    for name in ("directory", "theme", "pages", "data", "locales"):
        shutil.copytree(REPOSITORY / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "mkdocs.yml"):
        shutil.copy(REPOSITORY / name, project)
    template = project / "theme/pages/topics.html"
    template.write_text(template.read_text("utf-8") + "{{ there.is.no.such.thing }}", "utf-8")
    done = command("--out", old_site, "--jobs", 2, "--today", TODAY, project=project)
    assert done.returncode == 3
    assert "a mistake in the program" in done.stderr
    assert urls.TOPICS in done.stderr
    assert is_whole(old_site)


def test_a_folder_with_anything_else_in_it_is_never_replaced(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Dear all")
    done = command("--out", mine)
    assert done.returncode == 2
    assert "Nothing was written" in done.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "letter.txt"]


def test_a_file_that_someone_put_into_a_built_site_is_not_lost(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "site"
    shutil.copytree(site.folder, out)
    (out / "CNAME").write_text("support.example")
    done = command("--out", out)
    assert done.returncode == 2
    assert "CNAME, which was not built here" in done.stderr
    assert (out / "CNAME").read_text() == "support.example"


def test_wrong_usage_ends_with_2() -> None:
    for arguments in (["--jobs", "0"], ["--today", "31-02-2026"], ["--data", "there-is-none"], ["no-such-command"]):
        done = command(*arguments)
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr


def test_a_former_id_leads_to_the_record(hostile_site: Site) -> None:
    address = f"services/{hostile.FORMER_ID}/index.html"
    page = hostile_site.page(address)
    refresh = the(page, ".//meta[@http-equiv='refresh']")
    assert refresh.get("content") == f"0; url=../../services/{hostile.SERVICE}/index.html"
    assert hostile_site.links(address, page) == [f"services/{hostile.SERVICE}/index.html"]


def test_the_address_of_a_site_makes_canonical_links(hostile_site: Site, site: Site) -> None:
    for address in ("index.html", "services/canopi/index.html"):
        link = the(hostile_site.page(address), ".//link[@rel='canonical']")
        assert link.get("href") == f"https://directory.example/support/{address.removesuffix('index.html')}"
        assert site.page(address).findall(".//link[@rel='canonical']") == []


def test_markup_scripts_and_template_signs_come_out_as_they_were_typed(hostile_site: Site) -> None:
    pages = [address for address in hostile_site.addresses() if "7*7" in hostile_site.html(address)]
    assert len(pages) > 20
    for address in pages:
        page = hostile_site.page(address)
        carried = "".join(_data(page))
        for picture in page.iter("svg"):
            picture.clear()  # it breaks texts over lines; the page says them once more below it
        shown = words(page)
        assert shown.count("7*7") == shown.count(hostile.SIGNS), address
        assert carried.count("7*7") == carried.count(json.dumps(hostile.SIGNS)[1:-1]), address
        assert bool(carried) == (address in (urls.FIND_SUPPORT, urls.COMPONENTS))


def _data(page: Element) -> Iterator[str]:
    """Takes what a page carries for its script out of it, as JSON once more. Fails where it is none."""
    for script in page.iter("script"):
        if script.get("type") == "application/json":
            yield json.dumps(json.loads(script.text or ""), ensure_ascii=False)
            script.text = ""


def test_they_add_no_element_and_no_script(hostile_site: Site, site: Site) -> None:
    of_both = set(site.addresses())
    for address in hostile_site.addresses():
        page = hostile_site.page(address)
        assert list(page.iter("img")) == [], address
        assert [s for s in page.iter("script") if {"src", "type"}.isdisjoint(s.attrib)] == [], address
        assert len(list(page.iter("script"))) <= 3, address
        assert [e.tag for e in page.iter() if any(name.startswith("on") for name in e.attrib)] == [], address
        if address in of_both:
            assert len(rows(page)) == len(rows(site.page(address))), address


def test_a_hostile_site_has_no_fault_that_the_site_check_finds(hostile_site: Site) -> None:
    faults = sitecheck.verify(hostile_site.folder).faults
    assert [f"{fault.path}:{fault.line}: {fault.sentence}" for fault in faults] == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT&colon;alert(1))",
        "<javascript:alert(1)>",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "![x](https://elsewhere.example/picture.png)",
        "<https://elsewhere.example/><b>bold</b>",
        "# A heading\n\n    code\n\n***",
    ],
)
def test_markdown_makes_no_link_that_runs_anything_and_loads_nothing(text: str) -> None:
    """Such links are refused by `check` too; here the last line of defence."""
    made = parse(f"<div>{prose(text)}</div>")
    allowed = {"div", "p", "a", "em", "strong", "ul", "ol", "li", "code", "pre", "blockquote", "hr", "br"}
    assert {element.tag for element in made.iter()} <= allowed
    assert all((a.get("href") or "").startswith("https://") for a in made.iter("a"))


def test_links_that_run_something_are_refused(tmp_path: Path, old_site: Path) -> None:
    data = copy_of_data(tmp_path)
    links = {
        "canopi": "Press [here](javascript:alert(1)).",
        "calm": "Press [here](data:text/html,hello).",
        "shout": "Press <JavaScript:alert(1)>.",
    }
    for id, text in links.items():
        edit(data / f"services/{id}.yml", partial(dict.update, description=text))
    done = build(data, old_site)
    assert done.site is None
    assert {Path(found.position.path).stem for found in done.found if found.code.value == "unsafe-link"} == set(links)
    assert is_whole(old_site)


def test_steps_are_named_while_they_run(tmp_path: Path) -> None:
    steps: list[str] = []
    pipeline.build(pipeline.Inputs(REPOSITORY, DATA, None, TODAY, jobs=1), tmp_path / "site", steps.append)
    assert len(steps) > 2
    assert steps[-1] == ""


def test_what_nobody_has_looked_at_for_too_long_counts_as_unconfirmed_and_shows_no_number(tmp_path: Path) -> None:
    """90 days until someone should look again, and 180 more, after 21 November 2026."""
    for day, shown in (("2027-08-18", True), ("2027-08-19", False)):
        done = command("--today", day, "--out", tmp_path / day, "--quiet")
        assert done.returncode == 0, done.stderr
        page = parse((tmp_path / day / "services/practitioner-health/index.html").read_text("utf-8"))
        calls = [a.get("href") for a in the(page, ".//main").iter("a") if (a.get("href") or "").startswith("tel:")]
        assert bool(calls) is shown
        assert ("confirm that this is running" in words(page)) is not shown
