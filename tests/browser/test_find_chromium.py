"""The script that finds a Chromium finds one that starts, or says in plain words that there is none."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "find-chromium"

Find = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Runs the script where the path holds only programs of the test, given by name and what they do."""

    def find_among(**programs: str) -> subprocess.CompletedProcess[str]:
        path = tmp_path / "bin"
        path.mkdir()
        (path / "dirname").symlink_to(shutil.which("dirname") or "")
        for name, does in {"id": "echo 1000", **programs}.items():
            program = path / name.replace("_", "-")
            program.write_text(f"#!/bin/sh\n{does}\n")
            program.chmod(0o755)
        copy = tmp_path / "tests" / "browser" / SCRIPT.name
        copy.parent.mkdir(parents=True)
        shutil.copy2(SCRIPT, copy)
        return subprocess.run([copy], env={"PATH": str(path)}, capture_output=True, text=True, timeout=20)

    return find_among


def test_the_path_of_a_chromium_that_starts_is_printed(find: Find) -> None:
    found = find(chromium="exit 1", google_chrome="echo Chrome 1")
    assert (found.returncode, found.stdout.rpartition("/")[2]) == (0, "google-chrome\n")


def test_where_there_is_none_it_is_said_in_plain_words(find: Find) -> None:
    found = find()
    assert found.returncode == 1
    assert found.stdout == ""
    assert "Install Chromium or Google Chrome" in found.stderr


def test_a_stub_that_only_says_how_to_install_one_is_no_chromium(find: Find) -> None:
    assert find(chromium_browser="echo install the package; exit 10").returncode == 1


def test_the_shell_is_used_before_the_whole_browser(find: Find) -> None:
    found = find(chromium="echo Chromium 1", chromium_headless_shell="echo Chromium 1")
    assert found.stdout.endswith("/chromium-headless-shell\n")


@pytest.mark.parametrize("offered", ["chromium-headless-shell", "chromium"])
def test_as_root_it_is_installed(find: Find, offered: str) -> None:
    installs = f"""case "$*" in update) exit 0; esac
    for package in "$@"; do :; done
    [ "$package" = {offered} ] || exit 100
    printf '#!/bin/sh\\n' > "${{0%/*}}/$package"
    /bin/chmod +x "${{0%/*}}/$package"
    """
    found = find(id="echo 0", apt_get=installs)
    assert (found.returncode, found.stdout.rpartition("/")[2]) == (0, f"{offered}\n")
