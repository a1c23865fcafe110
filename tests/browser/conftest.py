"""The real site in a real browser, served under a sub-path."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.windows import ADDRESS, Open, Windows, served
from tests.builds import shared_site
from tests.pages import Site


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real data as a site that knows its address."""
    return shared_site(tmp_path_factory, "published", ADDRESS)


@pytest.fixture(scope="session")
def windows(chromium: Browser, site: Site) -> Iterator[Windows]:
    with served(site.folder) as home:
        yield Windows(chromium, home)


@pytest.fixture
def open_window(windows: Windows) -> Iterator[Open]:
    """Opens windows. A test fails where a page had an error or asked for anything from elsewhere."""
    windows.troubles.clear()
    yield windows.open
    windows.close_pages()
    assert windows.troubles == []
