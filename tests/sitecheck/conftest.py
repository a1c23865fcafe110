from __future__ import annotations

from pathlib import Path

import pytest

from directory.sitecheck import Report, verify

from .sites import HOME, SOUND, Check, Files, Reported, page


@pytest.fixture
def reported(tmp_path: Path) -> Reported:
    """The report on the sound site with some files changed."""

    def report(changed: Files) -> Report:
        for path, content in {**SOUND, **changed}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        return verify(tmp_path)

    return report


@pytest.fixture
def check(reported: Reported) -> Check:
    """(path, rule) of every fault of the sound site with `more` on its home page, or with files changed."""

    def faults(more: str = "", changed: Files | None = None) -> list[tuple[str, str]]:
        home = {"index.html": page("Home", HOME + more)} if more else {}
        return [(fault.path, fault.rule) for fault in reported({**home, **(changed or {})}).faults]

    return faults
