"""The script that finds a Java finds one that starts, or says in plain words that there is none."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "find-java"

Find = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Runs the script where the path holds only programs of the test, given by name and what they do."""

    def find_among(**programs: str) -> subprocess.CompletedProcess[str]:
        for name, does in {"id": "echo 1000", **programs}.items():
            program = tmp_path / name.replace("_", "-")
            program.write_text(f"#!/bin/sh\n{does}\n")
            program.chmod(0o755)
        return subprocess.run([SCRIPT], env={"PATH": str(tmp_path)}, capture_output=True, text=True, timeout=20)

    return find_among


def test_the_path_of_a_java_that_starts_is_printed(find: Find, tmp_path: Path) -> None:
    found = find(java="echo Java 17 >&2")
    assert (found.returncode, found.stdout) == (0, f"{tmp_path}/java\n")


def test_where_there_is_none_it_is_said_in_plain_words(find: Find) -> None:
    found = find()
    assert (found.returncode, found.stdout) == (1, "")
    assert "The HTML check needs Java." in found.stderr


def test_a_stub_that_only_says_how_to_install_one_is_no_java(find: Find) -> None:
    assert find(java="echo install the package >&2; exit 1").returncode == 1


def test_as_root_it_is_installed(find: Find, tmp_path: Path) -> None:
    installs = """case "$*" in *install*default-jre-headless*)
        printf '#!/bin/sh\\n' > "${0%/*}/java"
        /bin/chmod +x "${0%/*}/java"
    esac"""
    found = find(id="echo 0", apt_get=installs)
    assert (found.returncode, found.stdout) == (0, f"{tmp_path}/java\n")
