"""Every text can be read and every control be seen: the colours of the theme, and those of any edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from shutil import copyfile, copytree, ignore_patterns

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from directory import brand, load, report, urls
from directory.contrast import PAIRS, TEXT, measured, mixed, nearest, ratio
from tests.browser.kinds import KINDS
from tests.browser.windows import served
from tests.builds import REPOSITORY, TODAY, change, command
from tests.compiling import FIXTURES, brand_faults
from tests.pages import Site

THEME = brand.tokens((REPOSITORY / brand.TOKENS).read_text("utf-8"))
NAMED = yaml.safe_load((REPOSITORY / brand.SETTINGS).read_text("utf-8"))["extra"]["brand"]
OWN = {mode: brand.derived(NAMED[mode], mode, THEME[mode]) for mode in ("light", "dark")}
OWN["print"] = OWN["light"]
STYLES = sorted(path for path in (REPOSITORY / "theme").rglob("*.css") if path != REPOSITORY / brand.TOKENS)
GALLERY = REPOSITORY / "theme" / "pages" / "components.css"
"""Shows every colour there is as a patch, with nothing on it."""

SWATCHES = REPOSITORY / "theme" / "pages" / "components.css"

TEXTS = {pair.colour for pair in PAIRS if pair.least >= TEXT}
GROUNDS = {ground for pair in PAIRS for ground in pair.grounds}
ON = {(pair.colour, ground) for pair in PAIRS if pair.least >= TEXT for ground in pair.grounds}
DECORATION = {"line", "sun"}
"""Never the only sign of anything: a hairline between things, the light in the door, the halo inside the focus ring."""

KEYWORDS = {"none", "transparent", "inherit", "currentcolor", "solid", "dashed", "canvas", "canvastext"}
ROLES = {
    "text": re.compile(r"color"),
    "fill": re.compile(r"fill"),
    "ground": re.compile(r"background(-color)?"),
    "sign": re.compile(r"(border|outline)(-(block|inline)(-(start|end))?)?(-color)?|stroke|accent-color|box-shadow"),
}
EDITIONS = (
    *("#d40000", "#ff7a00", "#ffd400", "#7ac943", "#00a651", "#00b5d8", "#005eb8", "#3f51b5", "#7b2d8e", "#ae2573"),
    *("#ff69b4", "#808080", "#000000", "#ffffff"),
)
COLOURS = st.binary(min_size=3, max_size=3).map(lambda parts: f"#{parts.hex()}")
MODES = ("light", "dark")

# Each text that is seen: its colour, and the first ground below it that can't be seen through.
SEEN = """() => {
    const pairs = new Set();
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || element.closest("svg") || !element.checkVisibility()) continue;
        let below = element;
        const ground = () => getComputedStyle(below).backgroundColor;
        while (ground() === "rgba(0, 0, 0, 0)") below = below.parentElement;
        pairs.add(`${getComputedStyle(element).color} on ${ground()}`);
    }
    return [...pairs];
}"""


def declarations(css: str) -> Iterator[list[tuple[str, str]]]:
    """The (property, value) of each rule."""
    for _, inside in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        yield [(name.strip(), value) for line in inside.split(";") for name, _, value in [line.partition(":")]]


def used(rule: list[tuple[str, str]], role: str) -> set[str]:
    """The tokens that a rule uses in a role, but for sizes, which share the form of their names."""
    values = [value for name, value in rule if ROLES[role].fullmatch(name)]
    return {token for value in values for token in re.findall(r"var\(--([a-z-]+)\)", value)} & colours()


def colours() -> set[str]:
    return set(THEME["light"]) | set(OWN["light"])


def shown(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def test_black_on_white_is_21_to_1() -> None:
    """And the grey that WCAG's own examples call just enough on white."""
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#ffffff", "#000000") == pytest.approx(21)
    assert ratio("#0a5a57", "#0a5a57") == 1
    assert ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("mode", OWN)
def test_everything_can_be_told_from_its_ground(mode: str, tell: Callable[[str], None]) -> None:
    found = list(measured({**THEME[mode], **OWN[mode]}))
    assert [m for m in found if m.contrast < m.least] == []
    lowest = min(m for m in found if m.least >= TEXT)
    tell(f"Contrast, {mode}: the lowest of a text is {lowest.contrast:.2f} to 1, {lowest.colour} on {lowest.ground}.")


@pytest.mark.parametrize("mode", OWN)
def test_the_ring_of_the_focus_and_its_halo_are_seen_together(mode: str) -> None:
    """The ring on any ground, and the halo on the ring or on the ground."""
    theme = {**THEME[mode], **OWN[mode]}
    for ground in ("paper", "surface", "brand-soft", "crisis-soft"):
        assert ratio(theme["ink"], theme[ground]) >= 3
        assert max(ratio(theme["sun"], theme["ink"]), ratio(theme["sun"], theme[ground])) >= 3


@pytest.mark.parametrize("file", [file for file in STYLES if file != GALLERY], ids=shown)
def test_a_style_uses_colours_only_as_the_table_of_pairs_has_them(file: Path) -> None:
    for rule in declarations(file.read_text("utf-8")):
        texts, grounds = used(rule, "text"), used(rule, "ground")
        if file == SWATCHES and texts == set():
            continue  # a swatch is its own ground, and nothing is written on it
        assert texts <= TEXTS
        assert grounds <= GROUNDS
        assert used(rule, "sign") <= {pair.colour for pair in PAIRS} | DECORATION
        assert used(rule, "fill") <= TEXTS | GROUNDS
        assert {(text, ground) for text in texts for ground in grounds} <= ON


@pytest.mark.parametrize("file", STYLES, ids=shown)
def test_no_style_has_a_colour_of_its_own(file: Path) -> None:
    """All of them are in 1-tokens.css, and can be changed there."""
    for rule in declarations(file.read_text("utf-8")):
        for name, value in rule:
            assert not re.search(r"#[0-9a-f]{3,8}\b|\b(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", value.lower()), (
                value
            )
            if any(role.fullmatch(name) for role in ROLES.values()):
                words = re.findall(r"(?<![\w-])[a-z]+(?![\w-]*\()", re.sub(r"var\([^)]*\)", "", value.lower()))
                assert set(words) <= KEYWORDS, value


def test_the_browsers_own_bars_have_the_colour_of_the_page() -> None:
    frame = (REPOSITORY / "theme" / "overrides" / "main.html").read_text("utf-8")
    bars = re.findall(r'name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)"', frame)
    assert [(mode, colour) for colour, mode in bars] == [(mode, THEME[mode]["paper"]) for mode in MODES]


@pytest.fixture(scope="module")
def dark_window(chromium: Browser, site: Site) -> Iterator[Page]:
    with served(site.folder) as home:
        page = chromium.new_page(base_url=home, color_scheme="dark", viewport={"width": 1280, "height": 800})
        yield page
        page.close()


def named(seen: list[str], mode: str) -> set[tuple[str, str]]:
    """(colour, ground) by name, out of "rgb(1, 2, 3) on rgb(4, 5, 6)": all names that a colour has."""
    theme = {**THEME[mode], **OWN[mode]}
    pairs: set[tuple[str, str]] = set()
    for pair in seen:
        colour, ground = ("#" + bytes(map(int, re.findall(r"\d+", part))).hex() for part in pair.split(" on "))
        names = {(c, g) for c in theme for g in theme if (theme[c], theme[g]) == (colour, ground)}
        pairs |= names & ON or names or {(colour, ground)}
    return pairs


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_seen_on_a_page_is_in_the_table_of_pairs(dark_window: Page, site: Site, kind: str) -> None:
    """In the dark, where no two colours of text are the same; and on paper, where the light ones are used."""
    dark_window.emulate_media(media="screen")
    dark_window.goto(KINDS[kind](site.directory))
    dark_window.get_by_role("heading", level=1).first.wait_for()
    assert named(dark_window.evaluate(SEEN), "dark") <= ON
    dark_window.emulate_media(media="print")
    assert named(dark_window.evaluate(SEEN), "print") <= ON


@pytest.mark.parametrize("typed", ["sleep", "want to die", "zzzzzz"])
def test_what_is_seen_while_one_types_is_in_the_table_of_pairs(dark_window: Page, typed: str) -> None:
    dark_window.emulate_media(media="screen")
    dark_window.goto(urls.HOME)
    dark_window.get_by_role("combobox").fill(typed)
    dark_window.locator(".search__panel").wait_for()
    assert named(dark_window.evaluate(SEEN), "dark") <= ON


CASES = sorted(path.parent for path in (FIXTURES / "invalid").glob("*/*/mkdocs.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_colour_that_is_refused_ends_in_its_own_words(case: Path, tmp_path: Path) -> None:
    """As in test_diagnostics: the folder's name is among the codes, and what is read is expected.txt to the letter."""
    found = brand_faults(tmp_path, (case / "mkdocs.yml").read_text("utf-8"))
    assert case.parent.name in {diagnostic.code for diagnostic in found}
    said = report.text(found, 0, lambda path: load.lines(tmp_path / path))
    assert said == (case / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("colour", EDITIONS)
def test_an_edition_of_any_hue_or_the_nearest_to_it_meets_every_pair(mode: str, colour: str) -> None:
    own = nearest(colour, partial(brand.fits, mode=mode, theme=THEME[mode]))
    theme = {**THEME[mode], **brand.derived(own, mode, THEME[mode])}
    assert [m for m in measured(theme) if m.contrast < m.least] == []


@pytest.mark.parametrize("mode", MODES)
@given(colour=COLOURS)
@example("#000000")
@example("#ffffff")
def test_the_nearest_colour_can_be_read_and_is_its_own_nearest(mode: str, colour: str) -> None:
    """So that whoever writes what the message says is done."""
    fits = partial(brand.fits, mode=mode, theme=THEME[mode])
    near = nearest(colour, fits)
    assert fits(near)
    assert nearest(near, fits) == near
    assert (near == colour) == fits(colour)


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_a_mixture_lies_between_its_two_colours(one: str, other: str, share: float) -> None:
    parts = [bytes.fromhex(colour[1:]) for colour in (one, mixed(one, other, share), other)]
    assert all(min(a, b) <= between <= max(a, b) for a, between, b in zip(*parts, strict=True))


def test_check_and_build_refuse_the_same_colour(tmp_path: Path) -> None:
    """In a copy of the project, with the line in question; and the site that stands is left as it was."""
    for name in ("directory", "theme", "pages", "data", "locales"):
        copytree(REPOSITORY / name, tmp_path / name, ignore=ignore_patterns("__pycache__"))
    for name in ("build.py", "mkdocs.yml"):
        copyfile(REPOSITORY / name, tmp_path / name)
    change(tmp_path / "mkdocs.yml", f'"{NAMED["light"]}"', '"#ffd400"')
    checked, built = (command(*first, "--today", TODAY, project=tmp_path) for first in (["check"], []))
    assert (checked.returncode, built.returncode) == (1, 1)
    assert checked.stdout in built.stderr
    assert re.match(
        r'mkdocs\.yml:\d+:\d+: error\[brand-contrast\]: .*\n +\d+ | +brand: {light: "#ffd400"', checked.stdout
    )
    assert not (tmp_path / "site").exists()


def test_a_page_and_its_icon_wear_the_colour_of_the_edition(site: Site) -> None:
    (style,), (icon,) = site.folder.glob("assets/*/site.css"), site.folder.glob("assets/*/door.svg")
    assert f"--brand: {NAMED['light']}" in style.read_text("utf-8")
    assert f"--brand: {NAMED['dark']}" in style.read_text("utf-8")
    assert f'fill="{NAMED["light"]}"' in icon.read_text("utf-8")
