"""Whatever lies in the folder, the check ends in a report."""

from __future__ import annotations

import posixpath
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from hypothesis import example, given, settings
from hypothesis import strategies as st

from directory.sitecheck import Report, verify
from directory.sitecheck.addresses import Kind, Target, resolve

_BITS_OF_MARKUP = (
    st.sampled_from(["<", ">", "</", "/>", "<!", "<![", "<!--", "-->", "<?", "]]>", "&#0;", "&#xD800;", '"', "'", "="])
    | st.sampled_from(["<html lang=en>", "<title>", "</title>", "<svg>", "<h1>", "<h6>", "<label for=a>", "<p id=a>"])
    | st.sampled_from(["<script>", "</script>", "<meta http-equiv=refresh content=", "<a href=", "<img srcset=,"])
    | st.sampled_from(["//[", "http://[", "..", "/", "%", "%2e%2E/", "#", "\\", ":", "\0", "\n", "0300 131 7000", "é"])
)
_BITS_OF_CODE = st.sampled_from(
    ["@import ", "url(", ")", '"', "'", "./", "../", "/*", "*/", "//", "\n", "import", "(", "export "]
) | st.sampled_from([" from ", "{", "}", ";", ".js", "\\u", "\\uD800", "https://[", "id='", "data:"])
_MARKUP = st.lists(_BITS_OF_MARKUP | st.text(max_size=4)).map("".join)
_CODE = st.lists(_BITS_OF_CODE | st.text(max_size=4)).map("".join)
_SEGMENT = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: name not in (".", "..")
)
_PATH = st.lists(_SEGMENT, min_size=1, max_size=4).map("/".join)


def _verified(files: dict[str, bytes]) -> Report:
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        return verify(Path(folder))


@settings(deadline=None)  # it reads files, on machines that others use too
@given(st.binary() | _MARKUP.map(str.encode))
@example(b"<![foo[")
@example(b"\xff\xfe<\0h\0t\0m\0l\0>\0")
def test_any_bytes_as_a_page_end_in_faults(content: bytes) -> None:
    report = _verified({"index.html": content})
    assert (report.pages, report.files, report.bytes) == (1, 1, len(content))
    assert report.faults


@settings(deadline=None)
@given(st.binary() | _CODE.map(str.encode))
def test_any_bytes_as_another_file_end_in_a_report(content: bytes) -> None:
    files = {f"a.{end}": content for end in ("css", "js", "json", "svg", "txt")}
    assert _verified({"index.html": b"", **files}).files == 6


@given(_PATH, _PATH, st.text(st.characters(exclude_categories=["Cs"])))
def test_the_way_from_one_file_to_another_is_found_again(base: str, target: str, fragment: str) -> None:
    way = quote(posixpath.relpath(f"/{target}", posixpath.dirname(f"/{base}")))
    assert resolve(base, f"{way}?a=b#{quote(fragment)}") == Target(Kind.INSIDE, target, fragment)
