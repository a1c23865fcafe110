"""The HTML check names the line of what is wrong, and passes only where there were pages to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builds import REPOSITORY
from tests.html import check

PAGE = """<!doctype html>
<html lang="en">
<head><title>A page</title>{head}</head>
<body><h1>A page</h1>
{body}
</body>
</html>
"""


@pytest.fixture(scope="module")
def java() -> str:
    """The Java that tests/html/find-java found. Without one tests fail; they are never left out."""
    noted = REPOSITORY / ".venv" / "java"
    path = noted.read_text("utf-8").strip() if noted.exists() else ""
    assert path, "No Java is known. Run: tests/html/find-java > .venv/java"
    return path


def write(folder: Path, name: str = "index.html", head: str = "", body: str = "<p>All is well.</p>") -> None:
    (folder / name).write_text(PAGE.format(head=head, body=body), "utf-8")


def test_valid_pages_pass_and_are_counted(java: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "below").mkdir()
    write(tmp_path)
    write(tmp_path / "below")
    assert check.main(java, str(tmp_path)) == 0
    assert capsys.readouterr().out.startswith("2 pages checked, 0 errors and warnings.")


def test_a_broken_page_fails_with_its_line_named(java: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    write(tmp_path, "broken.html", body="<p>One.</p>\n<p>Two.</div>")
    assert check.main(java, str(tmp_path)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{tmp_path}/broken.html:6:8: error: Stray end tag “div”."
    assert lines[-1].startswith("2 pages checked, 1 errors and warnings.")


def test_a_warning_fails_too_also_where_the_path_has_a_gap(java: str, tmp_path: Path) -> None:
    folder = tmp_path / "my site"
    folder.mkdir()
    write(folder, body="<section><p>No heading.</p></section>")
    (message,) = check.check(java, folder).messages
    assert message.startswith(f"{folder}/index.html:5:1: warning: Section lacks heading.")


def test_a_folder_without_pages_fails(java: str, tmp_path: Path) -> None:
    assert check.main(java, str(tmp_path)) == 1


def test_the_two_theme_colours_are_left_out_and_counted(java: str, tmp_path: Path) -> None:
    write(tmp_path, head='<meta name="theme-color" content="#faf7f1" media="(prefers-color-scheme: light)">')
    assert check.check(java, tmp_path) == check.Checked(1, (), 1)


def test_the_same_words_about_something_else_are_not_left_out(java: str, tmp_path: Path) -> None:
    write(tmp_path, head='<meta name="author" content="theme-color" media="print">')
    assert len(check.check(java, tmp_path).messages) == 1


def test_a_java_that_does_not_run_the_checker_ends_the_check(tmp_path: Path) -> None:
    write(tmp_path)
    with pytest.raises(SystemExit, match="The HTML checker did not run"):
        check.check("false", tmp_path)
