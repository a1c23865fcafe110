"""python -m bench.generate N DIR, as someone runs it who wants a lot of records."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench import generate

REPOSITORY = Path(__file__).parents[2]
COUNT = 150


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *map(str, command)], cwd=REPOSITORY, capture_output=True, text=True)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "data"
    assert run("-m", "bench.generate", COUNT, folder).returncode == 0
    return folder


def test_every_record_is_sound(data: Path) -> None:
    checked = run("build.py", "check", "--data", data, "--today", generate.today())
    assert (checked.returncode, checked.stdout.strip()) == (0, f"No errors in {COUNT} records.")


def test_three_in_five_are_services(data: Path) -> None:
    assert len(list((data / "services").iterdir())) == COUNT * 3 // 5
    assert len(list((data / "resources").iterdir())) == COUNT * 2 // 5


def test_the_same_number_gives_the_same_files(data: Path, tmp_path: Path) -> None:
    assert run("-m", "bench.generate", COUNT, tmp_path / "data").returncode == 0
    assert files(tmp_path / "data") == files(data)


def test_descriptions_are_as_long_as_promised() -> None:
    lengths = [len(made.fields["description"].split()) for made in generate.records(COUNT)]
    assert min(lengths) >= 110
    assert max(lengths) <= 145


def test_numbers_and_addresses_are_those_kept_free_for_fiction() -> None:
    contacts = [made.fields["contact"] for made in generate.records(COUNT) if "contact" in made.fields]
    free = ("0808 157 0", "020 7946 0", "03069 990", "0113 496 0", "0161 496 0", "0141 496 0")
    assert contacts
    for contact in contacts:
        assert all(line["number"].startswith(free) for line in contact["phone"])
        assert contact["website"].split("/")[2].split(".")[-2] == "example"


@pytest.mark.parametrize("words", [("12", "data"), ("many", "data"), ("150",)])
def test_it_says_what_it_needs(words: tuple[str, ...], tmp_path: Path) -> None:
    number, *folder = words
    said = run("-m", "bench.generate", number, *(tmp_path / name for name in folder))
    assert said.returncode == 1
    assert said.stderr.startswith("Usage: python -m bench.generate N DIR")
    assert not any(tmp_path.iterdir())
