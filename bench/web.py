"""Pages in Chromium as on a slow phone, ours beside those of a stock Material site; and search while one types."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from bench.browser import SLOWER, chromium

ROUNDS = 3
KILOBITS, LATENCY = 400, 400
"""A bad mobile connection: kilobits a second in both directions, and milliseconds that each answer takes to begin."""

_PHONE: ViewportSize = {"width": 390, "height": 844}
_SETTLES = 1_000
"""Milliseconds in which a page that has loaded may still do something."""
WORDS = (
    *("sleep", "burnout", "nurse", "anxiety", "debt", "trauma", "wales", "menopause", "bereavement", "counselling"),
    *("practitoner", "night shift"),
)
"""What is typed; one of them is misspelt."""

# Handed in beside the page, so its content security policy allows it as it is.
_WATCH = """
globalThis.seen = { paint: null, shift: 0, longest: 0 };
const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true });
watch("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") seen.paint = startTime; });
watch("layout-shift", ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.shift += value; });
watch("longtask", ({ duration }) => { seen.longest = Math.max(seen.longest, duration); });
"""
# From the key to the frame in which what it found has been painted: a message that is sent in a frame is read after it.
_TIME_KEYS = """(list) => {
    let pressed, done;
    addEventListener("keydown", () => {
        pressed = performance.now();
        globalThis.painted = new Promise((resolve) => (done = resolve));
    }, true);
    new MutationObserver(() => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - pressed);
        port2.postMessage(null);
    })).observe(list, { childList: true });
}"""


@dataclass(frozen=True)
class Loaded:
    """A page, loaded: seconds to its first content, layout shift, milliseconds of its longest task, what it took.

    Browsers report only tasks of more than 50 ms; 0 where there was none.
    """

    paint: float
    shift: float
    longest: float
    kilobytes: float
    requests: float


@dataclass(frozen=True)
class Typing:
    """Milliseconds from a key to its results, over all keys of all words."""

    median: float
    worst: float


def loaded(site: Path, address: str) -> Loaded:
    """A page with nothing in the cache. The medians of ROUNDS."""
    with _served(site) as server, chromium() as browser:
        rounds = [_loaded(browser, server, address) for _ in range(ROUNDS)]
    return Loaded(*(median(values) for values in zip(*rounds, strict=True)))


def typing(site: Path) -> Typing:
    """Search on the home page, a key at a time, once the index is there. The network is as quick as it can be."""
    with _served(site) as server, chromium() as browser:
        page = browser.new_page(viewport=_PHONE)
        page.goto(server.home)
        page.get_by_role("combobox").press_sequentially("help")  # fetches the index
        results = page.get_by_role("listbox")
        results.wait_for()
        page.evaluate(_TIME_KEYS, results.element_handle())
        page.get_by_role("combobox").fill("")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        presses = [press for word in WORDS for press in _typed(page, word)]
        page.close()
    return Typing(median(presses), max(presses))


def _loaded(browser: Browser, site: _Served, address: str) -> tuple[float, ...]:
    page = browser.new_page(viewport=_PHONE)
    page.add_init_script(_WATCH)
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    speed = {"downloadThroughput": KILOBITS * 125, "uploadThroughput": KILOBITS * 125, "latency": LATENCY}
    client.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    site.sent.clear()
    page.goto(site.home + address, wait_until="networkidle", timeout=120_000)
    page.wait_for_timeout(_SETTLES)
    seen = page.evaluate("seen")
    page.close()
    return seen["paint"] / 1000, seen["shift"], seen["longest"], sum(site.sent) / 1000, len(site.sent)


def _typed(page: Page, word: str) -> list[float]:
    """What each key of a word took. The field is empty before and after."""
    field = page.get_by_role("combobox")
    presses = []
    for key in word:
        field.press(key)
        presses.append(page.evaluate("painted"))
    field.fill("")
    return presses


class _Zipped(SimpleHTTPRequestHandler):
    """Files of a site as hosts send them: compressed, many over one connection. `sent` gathers their sizes."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, sent: list[int], **options: Any) -> None:
        self.sent = sent
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = _compressed(path)
        self.sent.append(len(content))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@dataclass(frozen=True)
class _Served:
    """A site that is being served: where, and the sizes of what it has sent."""

    home: str
    sent: list[int]


@contextmanager
def _served(site: Path) -> Iterator[_Served]:
    sent: list[int] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Zipped, directory=str(site), sent=sent))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield _Served(f"http://127.0.0.1:{server.server_port}/", sent)
    server.shutdown()
    server.server_close()
    thread.join()
