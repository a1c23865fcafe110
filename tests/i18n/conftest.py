"""The real data and its languages, read once."""

from __future__ import annotations

import pytest

from directory import editions
from directory.compile import compile_directory
from directory.editions import Editions
from directory.model import Directory
from tests.builds import DATA, REPOSITORY, TODAY


@pytest.fixture(scope="session")
def directory() -> Directory:
    found = compile_directory(DATA, TODAY).directory
    assert found
    return found


@pytest.fixture(scope="session")
def real(directory: Directory) -> Editions:
    found, faults = editions.read(REPOSITORY, directory, own=True, jobs=1)
    assert found, faults
    return found
