"""Whatever stands in a file, a check ends, and says something or makes a record of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from directory import load
from directory.compile import Compiled
from directory.diagnostics import any_error
from directory.validate import schema_text
from tests.compiling import FIXTURES, compiled, copy_of_base, room, told

Check = Callable[[bytes], Compiled]

RECORD = "data/services/quiet-room.yml"
SOUND = (FIXTURES / "base" / "services" / "example-line.yml").read_text("utf-8")

# What YAML gives a meaning to, and what else has broken parsers before.
SIGNS = (
    *("? ", ": ", "- ", "-", "[", "]", "{", "}", ", ", "&a ", "*a ", "!!python/object:os.system ", "!x ", "| ", ">-\n"),
    *("'", '"', "\n", "\r\n", "\r", "  ", "\t", "# ", "%", "---\n", "...\n", "<<: ", "~", "@", "`", "\\", "=", "\0"),
    *("name: ", "\nkind: ", "hub", "1e9", "17:00", "NO", "é", "🌙", "\u202e", "\u2028", "\ufeff", "\x85", "x" * 1_100),
)
KEYS = sorted(schema_text("service")["properties"])
SCALARS = st.one_of(
    st.text(max_size=20),
    st.integers(),
    st.sampled_from(
        ["yes", "NO", "2026-02-30", "https://[", "javascript:x", "0808 157 0123", "08:00-20:00", "a" * 7_000]
    ),
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*KEYS, "value", "", "mon-fri"]), inner)
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Check]:
    """Compiles fixtures/base with the bytes as one more record, and holds what is true of every outcome."""
    data = copy_of_base(tmp_path_factory.mktemp("any"))
    file = data.parent / RECORD

    def outcome(raw: bytes) -> Compiled:
        file.write_bytes(raw)
        result = compiled(data)
        lines = load.lines(file)
        for diagnostic in result.found:
            place = diagnostic.position
            assert place.path == RECORD
            assert "\n" not in diagnostic.sentence + (diagnostic.hint or "")
            assert diagnostic.sentence[-1] in ".…”"
            assert len(diagnostic.sentence) < 300
            assert 1 <= place.line <= max(1, len(lines))
            assert 1 <= place.column <= len(lines[place.line - 1] if lines else "") + 1
        assert told(data, result)
        if any_error(result.found):
            assert result.directory is None
        else:
            assert result.directory is not None
            assert "quiet-room" in result.directory.by_id
        return result

    yield outcome
    file.unlink()


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200))
@example(b"\xff\xfen\x00")
@example(b"\xef\xbb\xbf")
@example(b"name: \xed\xa0\x80")
def test_any_bytes(check: Check, raw: bytes) -> None:
    """Also those that are no text: nothing that is not a whole record is let through."""
    assert any_error(check(raw).found)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=25).map("".join))
@example("? " * 500)
@example("- " * 500)
@example("? - " * 500)
@example("{? " * 500)
@example('["]",' * 5_000)
@example("[#]\n" * 5_000)
@example("a:\n" + "".join(f"{' ' * i}- - a:\n" for i in range(1, 60)))
@example("".join(f"{' ' * (2 * i)}a:\n{' ' * (2 * i)}- b:\n" for i in range(14)))
@example("x" * 240_000 + ": y")
@example("? " + "x" * 240_000 + "\n: y")
@example('"' + "\\ud800" + '": y')
@example("name: " + "&a " * 3)
def test_any_soup_of_signs(check: Check, soup: str) -> None:
    """However YAML's own signs are thrown together and nested."""
    assert any_error(check(soup.encode()).found)


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), TREES, max_size=6))
def test_any_tree(check: Check, tree: dict[str, Any]) -> None:
    """Any shape under the names that a record knows, and under others."""
    assert any_error(check(json.dumps(tree).encode()).found)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(KEYS), TREES)
@example("hours", {"main": {"mon-fri": "\n" * 150}})
@example("hours", {"main\n": {"mon\n": "24h"}})
@example("who_will_know", {"text": "x", "source": 10**40})
@example("checked", {"on": "9999-12-31", "how": "phoned", "by": "x"})
@example("review_by", "0001-01-01")
@example("status_since", "0000")
@example("features", {"evenings": {"value": ["yes"]}})
@example("barriers", ["no-time\n"])
def test_any_value_in_the_place_of_a_sound_one(check: Check, key: str, value: object) -> None:
    """One slip in an otherwise sound record is never silent about another line."""
    lines = [line for line in room().splitlines() if not line.startswith(f"{key}:")]
    check("\n".join([*lines, f"{key}: {json.dumps(value)}", ""]).encode())


@settings(max_examples=120, deadline=None)
@given(st.integers(0, len(SOUND)), st.integers(0, 12), st.sampled_from(SIGNS) | st.text(max_size=3))
def test_any_slip_of_the_hand(check: Check, start: int, deleted: int, typed: str) -> None:
    """A few characters of a sound record gone, and others in their place."""
    text = SOUND[:start] + typed + SOUND[start + deleted :]
    check(text.encode("utf-8", "surrogatepass"))


# As much as a file may hold of a thing that is only slow when it is looked at again and again.
HEAPS = {
    "names": "".join(f"k{i}: x\n" for i in range(25_000)),
    "one name": "name: x\n" * 24_000,
    "ids": "barriers: [" + ", ".join(f"x{i}" for i in range(24_000)) + "]",
    "groups": "barriers: [" + ", ".join(f"{{a: {i}}}" for i in range(18_000)) + "]",
    "sources": "sources: [" + ", ".join(f"{{seen: {i}}}" for i in range(15_000)) + "]",
    "numbers": "barriers: [" + ", ".join(str(i) for i in range(24_000)) + "]",
    "nothing": "barriers:\n" + "-\n" * 80_000,
    "spaces": "hours: {main: {mon: '" + " " * 240_000 + "'}}",
    "dots": "contact: {email: 'a@" + "." * 240_000 + " '}",
    "brackets": "description: " + "](" * 100_000,
    "digits": "minutes: " + "9" * 240_000,
    "anchors": "x: [" + "&a b, " * 35_000 + "]",
    "tabs": "name: x\n" + "\t\n" * 80_000,
    "bells": "\x07" * 240_000,
}


@pytest.mark.parametrize("heap", HEAPS.values(), ids=HEAPS)
def test_a_heap_of_one_thing_is_answered_in_seconds(check: Check, heap: str) -> None:
    """And with a bearable number of sentences."""
    result = check(heap.encode())
    assert 1 <= len(result.found) <= 120
