"""The site on this computer while it is being edited: built again when a file changes, shown again in the browser.

The finished files are not touched. A small script is added to each page on its way out; an error in the records is
shown on the page in hand.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from watchfiles import watch

Build = Callable[[], str | None]
"""Builds the site; gives the diagnostics as text where there is an error, else None."""

_SCRIPT_ADDRESS, _EVENTS_ADDRESS = "/-/reload.js", "/-/events"
_SCRIPT = """
const shown = document.createElement("pre");
shown.id = "build-error";
shown.setAttribute("role", "alert");
Object.assign(shown.style, {
  position: "fixed", inset: "auto 0 0 0", margin: 0, padding: "16px", maxHeight: "60vh", overflow: "auto", zIndex: 9,
  background: "#371820", color: "#ffffff", font: "14px/1.5 monospace", whiteSpace: "pre-wrap",
});
let seen = null;
new EventSource("/-/events").onmessage = ({ data }) => {
  const { build, error } = JSON.parse(data);
  if (seen !== null && build !== seen && !error) location.reload();
  seen = build;
  shown.textContent = error ?? "";
  if (error) document.body.append(shown); else shown.remove();
};
"""


class Builds:
    """How many builds there were, and what is wrong with the newest; pages wait here for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._error: str | None = None

    def report(self, error: str | None) -> None:
        with self._changed:
            self._number += 1
            self._error = error
            self._changed.notify_all()

    def newest(self) -> tuple[int, str | None]:
        with self._changed:
            return self._number, self._error

    def after(self, number: int, seconds: float) -> tuple[int, str | None]:
        """The newest build once it is another than `number`, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, seconds)
            return self._number, self._error


class Handler(SimpleHTTPRequestHandler):
    """Files of the site, with the reload script added to pages."""

    protocol_version = "HTTP/1.0"

    def __init__(self, *args: Any, builds: Builds, **options: Any) -> None:
        self.builds = builds
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        if self.path == _SCRIPT_ADDRESS:
            self._answer("text/javascript", _SCRIPT.encode())
        elif self.path == _EVENTS_ADDRESS:
            self._events()
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | IO[bytes] | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if page.suffix != ".html" or not page.is_file():
            return super().send_head()
        tag = f'<script src="{_SCRIPT_ADDRESS}" defer></script></body>'.encode()
        content = page.read_bytes().replace(b"</body>", tag)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for builds and errors."""

    def _answer(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number, error = self.builds.newest()
        try:
            while True:
                self.wfile.write(f"data: {json.dumps({'build': number, 'error': error})}\n\n".encode())
                self.wfile.flush()
                number, error = self.builds.after(number, 15)
        except (BrokenPipeError, ConnectionResetError):
            return


def watched(repository: Path, data: Path) -> list[Path]:
    """The folders and files that a site is built from."""
    return [data, *(repository / name for name in ("pages", "theme", "locales", "mkdocs.yml"))]


def run(build: Build, site: Path, places: Sequence[Path], port: int, say: Callable[[str], None]) -> None:
    """Builds, serves on 127.0.0.1, builds again on every change, until Ctrl+C. OSError where the port is taken."""
    builds = Builds()
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(site), builds=builds))
    server.daemon_threads = True
    builds.report(build())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"The site is at http://127.0.0.1:{server.server_port}/. It follows your changes. Stop with Ctrl+C.")
    try:
        for _ in watch(*places, raise_interrupt=True):
            builds.report(build())
    except KeyboardInterrupt:
        server.shutdown()
