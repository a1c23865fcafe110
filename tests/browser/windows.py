"""Windows of the browser, which notice what goes wrong in them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Locator, Page, Request, Route

from directory import urls

Open = Callable[..., Page]
"""Opens a window: see `Windows.open`."""

SUB_PATH = "/some/sub-path/"

PATIENCE = 30_000
"""Milliseconds. A busy machine fails no test, and one that fails has time to wait."""
ADDRESS = f"https://directory.example{SUB_PATH.rstrip('/')}"
"""What a site is told of where it will be, if it is told."""


class _Below(SimpleHTTPRequestHandler):
    """A site that does not lie at the root of its host, as on most hosts that are free.

    Those show its page 404.html, if it has one, at every address that they don't know.
    """

    def translate_path(self, path: str) -> str:
        inside = path.startswith(SUB_PATH)
        return super().translate_path(f"/{path.removeprefix(SUB_PATH)}" if inside else "/there-is-nothing-above-it")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, urls.NOT_FOUND)
        if page.exists():
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a finished site that is served under a sub-path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Below, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()
    thread.join()


class Windows:
    """Opens windows onto one site. `troubles` are errors, dialogs and requests to anywhere else, of all of them.

    Windows of one kind share a context: the site keeps nothing in it, so that nothing passes from test to test.
    `elsewhere` are the addresses of others that a test may reach, each with the page that stands in for the real one.
    """

    def __init__(self, browser: Browser, home: str, elsewhere: Mapping[str, str] | None = None) -> None:
        self.home = home
        self.troubles: list[str] = []
        self._browser = browser
        self._elsewhere = elsewhere or {}
        self._contexts: dict[tuple[int, bool, bool], BrowserContext] = {}

    def open(self, address: str = "", *, width: int = 1280, dark: bool = False, scripts: bool = True) -> Page:
        kind = width, dark, scripts
        if kind not in self._contexts:
            context = self._contexts[kind] = self._browser.new_context(
                base_url=self.home,
                viewport={"width": width, "height": 800},
                color_scheme="dark" if dark else "light",
                java_script_enabled=scripts,
                reduced_motion="reduce",
            )
            for elsewhere, html in self._elsewhere.items():
                context.route(elsewhere, partial(_answer, html))
        page = self._contexts[kind].new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("dialog", self._asked)
        page.on("request", self._requested)
        page.goto(address)
        return page

    def close_pages(self) -> None:
        for context in self._contexts.values():
            for page in context.pages:
                page.close()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.troubles.append(f"{message.location.get('url')}: {message.text}")

    def _asked(self, dialog: Dialog) -> None:
        self.troubles.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _requested(self, request: Request) -> None:
        if request.url not in self._elsewhere and not request.url.startswith((self.home, "data:", "about:")):
            self.troubles.append(f"a request to {request.url}")


def _answer(html: str, route: Route) -> None:
    route.fulfill(content_type="text/html", body=html)


def filter_item(page: Page, words: str) -> Locator:
    """A filter of a list, with its count."""
    item = page.get_by_role("navigation", name="Filters").get_by_role("listitem")
    return item.filter(has=page.get_by_role("link", name=words, exact=True))
