"""What holds for the whole site: no fault that a program can find, and nothing that must not be published."""

from __future__ import annotations

import re

import pytest

from directory import sitecheck
from tests.pages import Site

WITHDRAWN = ("0300 131 7000", "0808 801 0455")
"""Lines that closed, still on old posters."""

FROM_MEMORY = ("0800 0119 100", "88247", "0808 164 0123", "0800 132 737", "0808 808 2008")
"""Numbers of the fact sheet that no page confirms."""

LOG_IN = re.compile(
    r"\b(?:user ?name|password|pass ?code|log-?in|pin|(?:access|organisation|company) code)\b\s*(?:is|are|:|=)\s*\S",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def texts(site: Site) -> dict[str, str]:
    """Every file of the site that is text, by its address."""
    folder = site.folder
    kinds = {".html", ".json", ".xml", ".txt", ".csv", ".js", ".css", ".svg"}
    files = [path for path in folder.rglob("*") if path.suffix in kinds]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_the_site_check_finds_nothing(site: Site) -> None:
    faults = sitecheck.verify(site.folder).faults
    assert [f"{fault.path}:{fault.line}: {fault.sentence}" for fault in faults] == []


@pytest.mark.parametrize("number", [*WITHDRAWN, *FROM_MEMORY])
def test_a_number_that_may_not_be_published_is_nowhere(texts: dict[str, str], number: str) -> None:
    digits = number.replace(" ", "").removeprefix("0")
    pattern = re.compile(rf"(?<![\dA-Za-z])(?:0|\+44|0044)?[\s()-]*{'[^0-9A-Za-z<>]{0,3}'.join(digits)}(?![\dA-Za-z])")
    assert [address for address, text in texts.items() if pattern.search(text)] == []


def test_no_log_in_of_an_employer_is_published(texts: dict[str, str]) -> None:
    found = {address: hit[0] for address, text in texts.items() if (hit := LOG_IN.search(text))}
    assert found == {}


def test_links_name_the_file_so_that_the_site_opens_from_a_disk(site: Site) -> None:
    ends = (".html", ".css", ".js", ".svg", ".json")
    for address in site.addresses():
        for element in site.page(address).iter():
            href = element.get("href")
            if href and not href.startswith("#") and ":" not in href:
                assert href.partition("?")[0].partition("#")[0].endswith(ends), f"{href} on {address}"


def test_help_now_loads_no_script(site: Site) -> None:
    assert list(site.page("help-now/index.html").iter("script")) == []
