"""Takes the pictures in docs/screenshots/ from the finished site. Run `make site` and `make test` first."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).parent.parent
RECORD = "services/practitioner-health/index.html"

PICTURES: tuple[tuple[str, str, int, int, Literal["light", "dark"]], ...] = (
    ("home-light-1280", "index.html", 1280, 900, "light"),
    ("home-dark-1280", "index.html", 1280, 900, "dark"),
    ("record-light-1280", RECORD, 1280, 900, "light"),
    ("record-light-320", RECORD, 320, 900, "light"),
)
"""(name, address, width, height, colours)"""


def main() -> None:
    chromium = (REPOSITORY / ".venv" / "chromium").read_text("utf-8").strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, address, width, height, colours in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
            page.goto((REPOSITORY / "site" / address).as_uri())
            page.screenshot(path=REPOSITORY / "docs" / "screenshots" / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
