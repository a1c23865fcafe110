"""On paper a record is one page that says how to find it again, and a list is a poster."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO

import pytest
import segno
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from directory import hours, labels, urls
from directory.i18n import ENGLISH
from directory.model import Record, Service
from tests.browser.kinds import KINDS
from tests.browser.windows import ADDRESS, Open, Windows, served
from tests.pages import Site, of_class, plain, the, words

RECORDS = (
    *("open service", "service to check first", "unconfirmed service", "closed service", "merged service"),
    *("resource", "ended resource", "case study"),
)
LONGEST = 4
LANGUAGES = ("ml", "ur")
"""The two with the most to print, one of each direction.

A PDF keeps their own letters as they look, so only Latin ones are read in it.
"""

HEIGHTS = """async (addresses) => {
    const heights = [];
    for (const address of addresses) {
        const html = await (await fetch(address)).text();
        document.body.replaceWith(document.adoptNode(new DOMParser().parseFromString(html, "text/html").body));
        heights.push(document.body.scrollHeight);
    }
    return heights;
}"""

SMALLEST_LETTERS = """() => {
    const sizes = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { parentElement: around, textContent } = texts.currentNode;
        if (textContent.trim() && around.checkVisibility()) sizes.push(parseFloat(getComputedStyle(around).fontSize));
    }
    return Math.min(...sizes) * 0.75;
}"""
"""In points."""


@pytest.fixture(scope="module")
def opened(chromium: Browser, published: Site) -> Iterator[Open]:
    with served(published.folder) as home:
        windows = Windows(chromium, home)
        yield windows.open
        windows.close_pages()
        assert windows.troubles == []


def printed(page: Page) -> list[str]:
    """The words on each sheet of A4, without backgrounds, as browsers print."""
    pdf = PdfReader(BytesIO(page.pdf(format="A4", print_background=False)))
    return [plain(unicodedata.normalize("NFKC", sheet.extract_text())) for sheet in pdf.pages]


def said_of(record: Record) -> list[str]:
    """What has to be on the paper of a record: its name, its number, its hours, when it was last confirmed."""
    said = [record.name, *numbers(record)]
    if isinstance(record, Service) and record.live and record.contact:
        said += [row.times for week in record.hours.values() for row in hours.table(ENGLISH, week)]
    if isinstance(record, Service) and not record.gone:
        said.append(labels.last_confirmed(ENGLISH, record.checked))
    return [plain(words) for words in said]


def unspaced(*texts: str) -> str:
    """Among letters of another script a PDF says only roughly where Latin ones have gaps."""
    return "".join("".join(texts).split())


def numbers(record: Record) -> list[str]:
    contact = record.contact if isinstance(record, Service) and record.live else None
    return [*(line.number for line in contact.phone), *(line.to for line in contact.text)] if contact else []


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_of_each_kind_is_one_page(opened: Open, published: Site, kind: str) -> None:
    address = KINDS[kind](published.directory)
    record = published.directory.by_id[address.split("/")[1]]
    (sheet,) = printed(opened(address))
    for said in [*said_of(record), "116 123", f"{ADDRESS}/{address.removesuffix('index.html')}"]:
        assert said in sheet
    for control in ("Leave this page", "Help now: 999", "Menu", "Show the", "Tell us"):
        assert control not in sheet


def test_the_longest_records_are_one_page_each(opened: Open, published: Site) -> None:
    page = opened(urls.HOME, width=688)  # A4 between its margins
    page.emulate_media(media="print")
    addresses = [urls.record(record) for record in published.directory.records]
    heights = page.evaluate(HEIGHTS, addresses)
    longest = sorted(zip(heights, addresses, strict=True), reverse=True)[:LONGEST]
    assert "services/practitioner-health/index.html" in [address for _, address in longest]
    for _, address in longest:
        assert len(printed(opened(address))) == 1, address


@pytest.mark.parametrize("kind", [*RECORDS, "list of services"])
def test_no_letter_on_paper_is_smaller_than_nine_points(opened: Open, published: Site, kind: str) -> None:
    page = opened(KINDS[kind](published.directory))
    page.emulate_media(media="print")
    assert page.evaluate(SMALLEST_LETTERS) >= 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translated_record_is_two_pages_at_most_and_says_that_it_is_a_draft(
    opened: Open, published: Site, language: str
) -> None:
    page = opened(f"{language}/{urls.HOME}")
    page.emulate_media(media="print")
    own = {f"{language}/{urls.record(record)}": record for record in published.directory.records}
    translated = [address for address in published.everything() if address in own]
    assert translated
    for address in translated:
        page.goto(address)
        sheets = printed(page)
        assert len(sheets) <= 2, address
        paper, record = unspaced(*sheets), own[address]
        draft = "This translation is a draft. No person has checked all of it yet."
        link = f"{ADDRESS}/{address.removesuffix('index.html')}"
        for said in [plain(record.name), *numbers(record), link, draft, "999", "111", "116 123"]:
            assert unspaced(said) in paper, address
        for control in ("Read this page in English", "Help now: 999"):
            assert unspaced(control) not in paper, address
        assert page.locator(".icon:visible").count() == 0, address
        assert page.evaluate(SMALLEST_LETTERS) >= 9, address


@pytest.mark.parametrize("dark", [False, True])
def test_the_number_is_black_on_white_and_large(opened: Open, dark: bool) -> None:
    page = opened("services/practitioner-health/index.html", dark=dark)
    page.emulate_media(media="print", color_scheme="dark" if dark else "light")
    number = page.locator(".contact__main").first
    assert number.evaluate("number => getComputedStyle(number).color") == "rgb(0, 0, 0)"
    assert number.evaluate("number => parseFloat(getComputedStyle(number).fontSize)") > 25


@pytest.mark.parametrize(
    "page", ["services/canopi", "services/practitioner-health", "resources/cntw-stress", "ar/services/samaritans"]
)
def test_the_qr_code_holds_the_address_of_the_page(published: Site, page: str) -> None:
    address = f"{page}/index.html"
    drawing = the(published.main(address), ".//svg[@role='img']")
    assert drawing.get("aria-label")
    expected = segno.make_qr(f"{ADDRESS}/{page}/", error="m", mask=0, boost_error=False)
    assert modules(the(drawing, "path").get("d", "")) == [list(row) for row in expected.matrix]
    assert drawing.get("viewbox", "").split()[2:] == [str(len(expected.matrix) + 2 * expected.default_border_size)] * 2


def modules(path: str) -> list[list[int]]:
    """The rows of a code as its drawing has them: 1 for a dark module."""
    rows = []
    for y, line in enumerate(path.split("M")[1:]):
        assert line.startswith(f"0 {y}.5")
        moves = re.findall(r"([hm])(\d+)", line.removeprefix(f"0 {y}.5"))
        rows.append([int(move == "h") for move, length in moves for _ in range(int(length))])
    return rows


def test_a_code_is_not_shown_on_a_screen(opened: Open) -> None:
    page = opened("services/canopi/index.html")
    assert not page.locator("main svg[role=img]").is_visible()
    page.emulate_media(media="print")
    assert page.locator("main svg[role=img]").is_visible()


def test_a_site_that_does_not_know_its_address_prints_the_id_instead(open_window: Open, site: Site) -> None:
    address = "services/canopi/index.html"
    assert list(of_class(site.main(address), "print-foot__code")) == []
    (foot,) = of_class(site.main(address), "print-foot")
    assert 'Search for "Canopi" to see what we know today. The name of this record is canopi.' in words(foot)
    (sheet,) = printed(open_window(address))
    assert 'Search for "Canopi" to see what we know today. The name of this record is canopi.' in sheet


def test_a_list_is_a_poster_with_each_name_and_number_and_no_filter(open_window: Open, site: Site) -> None:
    shown = [s for s in site.directory.services if s.for_staff and s.kind == "profession"]
    page = open_window(urls.listing("services", "kind", "profession"))
    poster = " ".join(printed(page))
    numbers = [s.contact.phone[0].number for s in shown if s.live and s.contact and s.contact.phone]
    assert numbers
    for said in [*(plain(service.name) for service in shown), *numbers]:
        assert said in poster
    for said in ("Keeping Well directory", "116 123", ENGLISH.day(min(s.checked.on for s in shown))):
        assert said in poster
    for control in ("Your job", "Leave this page", "Menu", "All services"):
        assert control not in poster
