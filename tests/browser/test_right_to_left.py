"""Pages whose words run from right to left, in Arabic and in Urdu: turned here, whatever languages there are today."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from directory import urls
from directory.model import Service
from directory.render.environment import dialled
from tests.browser.measures import lost_texts, restyle
from tests.browser.windows import Open
from tests.pages import Site

ARABIC = "إذا كنت بحاجة إلى المساعدة فتحدث إلى شخص ما الآن. الدعم متاح للأشخاص الذين يعملون في مجال الصحة والرعاية"
URDU = "آپ کو مدد کی ضرورت ہے تو ابھی کسی سے بات کریں۔ صحت اور دیکھ بھال میں کام کرنے والے لوگوں کے لیے مدد کھلی ہے"
MALAYALAM = "നിങ്ങൾക്ക് സഹായം ആവശ്യമുണ്ടെങ്കിൽ ആരോഗ്യപരിപാലനത്തിൽ ജോലിചെയ്യുന്നവർക്കുള്ള മാനസികാരോഗ്യസംരക്ഷണത്തെക്കുറിച്ച്"
SAMPLES = {"ar": ARABIC, "ur": URDU, "ml": MALAYALAM}

# Each word becomes one of the sample. Names of services stay in English and are marked, as on pages in a language.
_TURN = """([lang, dir, sample]) => {
    Object.assign(document.documentElement, { lang, dir });
    for (const name of document.querySelectorAll(".row__name a, .doorway__line a:first-child")) {
        Object.assign(name, { lang: "en", dir: "ltr" });
    }
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const words = sample.split(" ");
    let at = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (text.parentElement.closest("[lang='en'], bdi, script, svg")) continue;
        text.data = text.data.replace(/[a-z’-]{2,}/gi, () => words[at++ % words.length]);
    }
}"""

# The height of lines of Noto Nastaliq Urdu, which few computers have that run tests, and of most faces of its kind.
_NASTALIQ = """@font-face {
    font-family: "Noto Nastaliq Urdu"; src: local("DejaVu Sans"), local("Arial");
    ascent-override: 190.4%; descent-override: 59.6%;
}"""

# Elements with words of their own in Urdu, each with how many times its letters a line is high.
_LEADING = """() => [...document.querySelectorAll("body *")]
    .filter((element) => element.matches(":lang(ur)") && element.checkVisibility() && !element.closest("bdi, svg"))
    .filter((element) => [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()))
    .map((element) => [element, getComputedStyle(element)])
    .filter(([, { lineHeight, fontSize }]) => !(parseFloat(lineHeight) / parseFloat(fontSize) >= 2.1))
    .map(([element]) => element.outerHTML.slice(0, 120))"""

# Texts that are higher than what they stand on.
_CLIPPED = """(grounds) => [...document.querySelectorAll(grounds)].filter((ground) => {
    if (!ground.checkVisibility()) return false;
    const range = document.createRange();
    range.selectNodeContents(ground);
    const [words, box] = [range.getBoundingClientRect(), ground.getBoundingClientRect()];
    return words.top < box.top - 1 || words.bottom > box.bottom + 1 || ground.scrollHeight > ground.clientHeight + 1;
}).map((ground) => ground.outerHTML.slice(0, 120))"""
GROUNDS = (
    ".button, .chip, .status:not(.record .opening), .contact__way, .crisis-bar__leave, .crisis-card__call, "
    ".search__button, .choice"
)

# Whether the signs of each text of its own, which may break over lines, stand from left to right.
_IN_ORDER = """(element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const boxes = [];
    while (walker.nextNode()) {
        for (let i = 0; i < walker.currentNode.length; i += 1) {
            const range = document.createRange();
            range.setStart(walker.currentNode, i);
            range.setEnd(walker.currentNode, i + 1);
            boxes.push(range.getBoundingClientRect());
        }
    }
    return boxes.every(({ left, top }, i) => i === 0 || top > boxes[i - 1].top + 4 || left >= boxes[i - 1].left);
}"""


def turn(page: Page, language: str) -> None:
    page.evaluate(_TURN, [language, "ltr" if language == "ml" else "rtl", SAMPLES[language]])


def mirrored(drawing: Locator) -> bool:
    return bool(drawing.evaluate("drawing => new DOMMatrix(getComputedStyle(drawing).transform).a === -1"))


@pytest.fixture(scope="module")
def addresses(site: Site) -> list[str]:
    service = urls.record(site.directory.by_id["practitioner-health"])
    chat = f"{urls.SEARCH}?q=sleep"
    return [urls.HOME, urls.HELP_NOW, urls.FIND_SUPPORT, urls.listing("services", "status", "open"), service, chat]


@pytest.fixture
def narrow(open_window: Open) -> Page:
    return open_window("about:blank", width=320)


@pytest.mark.parametrize("language", SAMPLES)
def test_nothing_sticks_out_of_a_narrow_screen_however_long_the_words(
    narrow: Page, addresses: list[str], language: str
) -> None:
    for address in addresses:
        narrow.goto(address)
        turn(narrow, language)
        assert narrow.evaluate("document.scrollingElement.scrollWidth") == 320, address
        if language == "ar":
            assert lost_texts(narrow) == [], address


def test_a_page_from_right_to_left_begins_at_the_right(open_window: Open) -> None:
    page = open_window(urls.HOME)
    turn(page, "ar")
    heading, name = page.locator("h1").bounding_box(), page.locator(".header__home").bounding_box()
    leave, doorway = page.locator("[data-leave]").bounding_box(), page.locator(".doorway").bounding_box()
    assert heading and name and leave and doorway
    assert heading["x"] > 500 and name["x"] > 800
    assert leave["x"] < 100 and doorway["x"] < 100


def test_an_english_name_stands_where_the_words_of_the_page_would(narrow: Page) -> None:
    narrow.goto(urls.listing("services", "status", "open"))
    turn(narrow, "ar")
    ends = """names => names.map((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return Math.round(Math.min(...[...range.getClientRects()].map(({ right }) => right)));
    })"""
    assert set(narrow.locator(".row__name a").evaluate_all(ends)) == {300}


def test_an_arrow_points_the_way_that_one_reads_and_a_handset_stays(open_window: Open, site: Site) -> None:
    page = open_window(urls.HOME)
    arrow = page.get_by_text("→")
    assert not mirrored(arrow)
    turn(page, "ur")
    assert mirrored(arrow)
    page.goto(urls.record(site.directory.by_id["practitioner-health"]))
    turn(page, "ur")
    icon = page.locator(".contact__way .icon")
    assert [mirrored(icon.nth(i)) for i in range(icon.count())] == [False, False, True]  # to call, to write, to open


@pytest.mark.parametrize(
    "words", ["0808 157 0123", "+44 20 7946 0123", "18001 0808 157 0123", "a.b-c1@support.example"]
)
def test_a_number_or_address_keeps_its_order_among_other_words(narrow: Page, words: str) -> None:
    narrow.goto(urls.HELP_NOW)
    turn(narrow, "ar")
    narrow.locator("main").evaluate("(main, html) => (main.innerHTML = html)", f"<p>{dialled(f'اتصل {words}؟')}</p>")
    assert narrow.locator("main").evaluate("main => main.textContent").replace("\xa0", " ") == f"اتصل {words}؟"
    assert narrow.locator("main bdi").evaluate(_IN_ORDER)


def test_every_number_to_call_on_a_page_keeps_its_order(open_window: Open, site: Site) -> None:
    page = open_window(urls.HOME)
    assert isinstance(site.directory.by_id["practitioner-health"], Service)
    for address in (urls.HOME, urls.HELP_NOW, urls.record(site.directory.by_id["practitioner-health"])):
        page.goto(address)
        turn(page, "ur")
        numbers = page.locator("bdi").filter(visible=True).all()
        assert len(numbers) > 4 and all(number.evaluate(_IN_ORDER) for number in numbers)
        expect(page.locator("a[href^='tel:']:not(:has(bdi))")).to_have_count(0)


def test_lines_in_nastaliq_do_not_lie_over_one_another_and_fit_what_they_stand_on(
    open_window: Open, addresses: list[str]
) -> None:
    for width in (320, 1280):
        page = open_window(urls.HOME, width=width)
        for address in addresses:
            page.goto(address)
            restyle(page, _NASTALIQ)
            turn(page, "ur")
            assert page.evaluate(_LEADING) == [], address
            assert page.evaluate(_CLIPPED, GROUNDS) == [], address


def test_letters_that_are_joined_are_not_set_apart(open_window: Open) -> None:
    page = open_window(urls.HOME)
    turn(page, "ar")
    apart = "all => all.filter((e) => !e.closest('[lang=en]') && getComputedStyle(e).letterSpacing !== 'normal').length"
    assert page.locator("body *").evaluate_all(apart) == 0


def test_english_inside_a_page_in_urdu_has_its_own_face_and_lines(open_window: Open) -> None:
    page = open_window(urls.HELP_NOW)
    paragraph = page.locator(".crisis-card > p").first
    turn(page, "ur")
    far = paragraph.evaluate(
        "p => parseFloat(getComputedStyle(p).lineHeight) / parseFloat(getComputedStyle(p).fontSize)"
    )
    paragraph.evaluate("p => Object.assign(p, { lang: 'en', dir: 'ltr' })")
    near = paragraph.evaluate(
        "p => parseFloat(getComputedStyle(p).lineHeight) / parseFloat(getComputedStyle(p).fontSize)"
    )
    assert far > 2 > 1.6 > near
    assert "Nastaliq" not in paragraph.evaluate("p => getComputedStyle(p).fontFamily")
    expect(paragraph).to_have_css("text-align", "start")
