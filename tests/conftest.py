"""What tests share: the real site, built once, and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from directory import editions
from directory.compile import compile_directory
from directory.editions import Editions
from directory.model import Directory
from tests import hostile
from tests.browser.windows import PATIENCE
from tests.builds import DATA, REPOSITORY, TODAY, shared_site
from tests.pages import Site

# No test is timed, so a busy machine fails none. The same examples each time, so that a failure is seen again.
settings.register_profile("ours", deadline=None, derandomize=True)
settings.load_profile("ours")
expect.set_options(timeout=PATIENCE)

_CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing leaves this machine, whatever a page or the browser itself may ask for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says something at the end of the run, whichever process the test ran in."""
    return lambda text: record_property("told", text)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.getreports("passed"):
        for name, text in report.user_properties:
            if name == "told":
                terminalreporter.write_line(text)


@pytest.fixture(scope="session")
def directory() -> Directory:
    """The real data."""
    found = compile_directory(DATA, TODAY).directory
    assert found
    return found


@pytest.fixture(scope="session")
def real(directory: Directory) -> Editions:
    """The languages of the real data, with their translations."""
    found, faults = editions.read(REPOSITORY, directory, own=True, jobs=1)
    assert found, faults
    return found


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The finished site of the real data."""
    return shared_site(tmp_path_factory, "real")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real data with HTML, scripts and template signs in a service, a guide and a barrier."""
    return shared_site(tmp_path_factory, "hostile", "https://directory.example/support", hostile.write_into)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium that tests/browser/find-chromium found. Without one tests fail; they are never left out."""
    noted = REPOSITORY / ".venv" / "chromium"
    path = noted.read_text("utf-8").strip() if noted.exists() else ""
    assert path, "No Chromium is known. Run: tests/browser/find-chromium > .venv/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_CHROMIUM_OPTIONS)
        yield browser
        browser.close()
