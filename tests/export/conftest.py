from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.windows import served
from tests.export.example import DIRECTORY
from tests.export.site import write


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example's site."""
    folder = tmp_path_factory.mktemp("search")
    write(DIRECTORY, folder)
    with served(folder) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, home: str) -> Iterator[Page]:
    """A page of the example's site. The test fails if the console shows an error."""
    context = chromium.new_context(base_url=home)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []
