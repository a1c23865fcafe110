"""While someone edits, the browser shows what they wrote, and what is wrong with it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.builds import REPOSITORY, change, command, copy_of_data

RECORD = "services/canopi.yml"
SOON = 20_000
"""Milliseconds in which a slow machine has built the site again."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_data(tmp_path_factory.mktemp("serve"))


@pytest.fixture(scope="module")
def home(data: Path) -> Iterator[str]:
    """The address that `python build.py serve` says it serves at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "build.py", "serve", "--data", data, "--out", data.parent / "site", "--port", str(port)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        # Ctrl+C reaches the server also where these tests run in the background, which takes it from their children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert server.stdout
    said = [server.stdout.readline(), server.stdout.readline()]
    address = re.search(r"http://127\.0\.0\.1:\d+/", said[1])
    assert re.match(r"\d+ records, \d+ pages", said[0]) and address, said
    yield address[0]
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=10)
    assert server.returncode == 0


def test_a_change_shows_by_itself_and_so_does_a_mistake_until_it_is_mended(
    chromium: Browser, data: Path, home: str
) -> None:
    page = chromium.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{home}services/canopi/index.html")
    change(data / RECORD, "summary: ", "summary: Changed just now, ")
    expect(page.get_by_role("main")).to_contain_text("Changed just now", timeout=SOON)
    change(data / RECORD, "kind: ", "kind: not-a-")
    fault = page.get_by_role("alert")
    expect(fault).to_contain_text("data/services/canopi.yml:", timeout=SOON)
    expect(fault).to_contain_text("error[unknown-id]")
    expect(page.get_by_role("main")).to_contain_text("Changed just now")
    page.goto(f"{home}index.html")
    expect(fault).to_contain_text("data/services/canopi.yml:")
    change(data / RECORD, "kind: not-a-", "kind: ")
    expect(fault).to_have_count(0, timeout=SOON)
    assert errors == []
    page.close()


def test_only_this_computer_can_see_it(home: str) -> None:
    port = int(home.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=5):
        pass
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", port), timeout=5)


def test_a_port_in_use_is_said_in_a_sentence(data: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = command("serve", "--data", data, "--out", tmp_path / "site", "--port", taken.getsockname()[1])
    assert done.returncode == 2
    assert "Choose another with --port" in done.stderr
