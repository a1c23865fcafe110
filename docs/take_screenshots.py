"""Takes the pictures in docs/screenshots/ from the finished site: make screenshots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.windows import served

REPOSITORY = Path(__file__).parent.parent
PICTURES = REPOSITORY / "docs" / "screenshots"
MOMENT = datetime(2026, 11, 25, 11, 30, tzinfo=ZoneInfo("Europe/London"))
"""What is open depends on the time, and the pictures should not."""

WIDTHS = (1280, 320)
HEIGHT = 900
RECORD = "services/practitioner-health/index.html"
LIST = "services/index.html#role=nurse&area=london"
WIZARD = "find-support/index.html"
Colours = Literal["light", "dark"]

PAGES: tuple[tuple[str, str, int, Colours], ...] = (
    ("home-light-1280", "index.html", 1280, "light"),
    ("home-dark-1280", "index.html", 1280, "dark"),
    ("record-light-1280", RECORD, 1280, "light"),
    ("home-light-320", "index.html", 320, "light"),
    ("record-light-320", RECORD, 320, "light"),
    ("record-dark-320", RECORD, 320, "dark"),
    ("list-light-1280", LIST, 1280, "light"),
    ("list-dark-1280", LIST, 1280, "dark"),
    ("list-light-320", LIST, 320, "light"),
    ("help-now-light-1280", "help-now/index.html", 1280, "light"),
    ("help-now-light-320", "help-now/index.html", 320, "light"),
    ("components-light-1280", "about/components/index.html", 1280, "light"),
    ("wizard-picture-light-1280", "about/wizard/index.html", 1280, "light"),
)
"""(name, address, width, colours)"""

LANGUAGES = ("ar", "ml", "pl", "ur")
IN_LANGUAGES = {"home": "index.html", "help-now": "help-now/index.html", "wizard": WIZARD, "record": RECORD}
"""Pages that are taken in each of LANGUAGES and WIDTHS. The machine needs faces for these scripts, such as Noto."""

ANSWERS = (
    ("Someone to talk to",),
    ("I’m worried my manager will find out", "I work shifts or nights"),
    ("By phone",),
    ("London", "North East London"),
    ("Nurse, midwife or healthcare assistant",),
    ("Evenings",),
    ("Someone outside my employer or area",),
)
"""What is pressed on each question of Find support."""


def main() -> None:
    """Every picture, anew."""
    chromium = (REPOSITORY / ".venv" / "chromium").read_text("utf-8").strip()
    with served(REPOSITORY / "site") as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, address, width, colours in PAGES:
            page = _opened(browser, home + address, width, colours)
            page.screenshot(path=PICTURES / f"{name}.png")
            page.close()
        for language in LANGUAGES:
            for name, address in IN_LANGUAGES.items():
                for width in WIDTHS:
                    page = _opened(browser, f"{home}{language}/{address}", width, "light")
                    page.screenshot(path=PICTURES / f"{language}-{name}-{width}.jpg", quality=70)
                    page.close()
        for width in WIDTHS:
            page = _opened(browser, home + WIZARD, width, "light")
            for name in _steps(page):
                page.screenshot(path=PICTURES / f"wizard-{name}-{width}.png")
            page.close()
        browser.close()


def _opened(browser: Browser, address: str, width: int, colours: Colours) -> Page:
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=colours)
    page.clock.set_fixed_time(MOMENT)
    page.goto(address)
    page.wait_for_load_state("networkidle")  # the words for what is open come with a script
    return page


def _steps(page: Page) -> Iterator[str]:
    """Goes through Find support; the name of each step once it is answered, and of the results."""
    for number, labels in enumerate(ANSWERS, 1):
        for label in labels:
            page.get_by_label(label, exact=True).check()
        page.get_by_role("heading", level=1).scroll_into_view_if_needed()
        yield f"question-{number}"
        page.locator("form button.button").first.click()
    page.locator(".results").wait_for()
    yield "results"


if __name__ == "__main__":
    main()
