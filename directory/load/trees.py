"""Text to plain trees, and back to the place where a value stands."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import yaml
from yaml import cyaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.resolver import BaseResolver, Resolver

from directory.diagnostics import Code, Diagnostic, Pointer, Position, quoted
from directory.load.files import File, about, content
from directory.load.syntax import ANCHOR, TAG, Fault, Said, explained
from directory.load.text import and_more, decoded, unseen

Value: TypeAlias = "str | int | list[Value] | dict[str, Value]"

MAX_DEPTH = 64
_MOST = 50
"""Diagnostics of one kind in a file: whoever has more to mend needs another tool first."""

_PLAIN_TAG = BaseResolver.DEFAULT_SCALAR_TAG
# Only text in which one of these stands can hold an anchor, an alias or a tag, or blocks nested more than MAX_DEPTH
# deep: each step of a block begins further to the right, after nothing but these signs.
_SIGNS = ("&", "*", "!")
_FAR_RIGHT = re.compile(r"^[-?: \t]{30}", re.MULTILINE)
_TOO_DEEP: Said = (
    Code.TOO_DEEP,
    f"From here on this file is nested more than {MAX_DEPTH} steps deep.",
    "A record needs at most five.",
)


@dataclass(frozen=True)
class Tree:
    """What one file says. `plain`: the unquoted values that YAML would not have read as text, with their YAML tag."""

    path: str
    value: Value
    plain: tuple[tuple[Pointer, str], ...]


class _Parser(cyaml.CParser, BaseResolver):  # type: ignore[misc, name-defined]
    """libyaml's parser without a resolver, so that nothing is guessed about a scalar."""

    def __init__(self, text: str) -> None:
        cyaml.CParser.__init__(self, text)  # type: ignore[attr-defined]
        BaseResolver.__init__(self)

    def resolve(self, *_: object) -> str:
        """The tag of a node, which nobody asks for: called for every value, so worth answering at once."""
        return ""


def read(file: File) -> tuple[Tree | None, list[Diagnostic]]:
    """The tree of one file. Without a tree there is always at least one diagnostic."""
    raw, found = content(file)
    return (None, found) if raw is None else parse(file.path, raw)


def parse(path: str, raw: bytes) -> tuple[Tree | None, list[Diagnostic]]:
    """The tree that `raw` holds. CRLF and LF line ends are both welcome."""
    node, found = _composed(path, raw)
    if node is None:
        return None, list(found)
    made = _Maker(path, [], [])
    value = made.value(node, ())
    return (None if made.found else Tree(path, value, tuple(made.plain))), made.found[:_MOST]


def locate(file: File, pointer: Pointer, *, key: bool = False) -> Position:
    """Where the value at `pointer` stands, or its key; the nearest thing above it where it is missing.

    Reads the file again. Only called where there is something to say.
    """
    raw, _ = content(file)
    root = _composed_again(file.path, raw)[0] if raw else None
    if root is None:
        return Position(file.path)
    node: Node = root
    best: Node = root.value[0][0] if root.value else root
    for step in pointer:
        if isinstance(node, MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == step), None)
            if pair is None:
                break
            node = pair[1]
            best = pair[0] if key or _below(node) else node
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            best = node = node.value[step]
        else:
            break
    return _position(file.path, best)


def _below(node: Node) -> bool:
    """Whether a value is a list or group that begins on a line below its key."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def _composed(path: str, raw: bytes) -> tuple[MappingNode | None, tuple[Diagnostic, ...]]:
    text, found = decoded(path, raw)
    if text is None:
        return None, tuple(found)
    try:
        if _suspect(text) and (refused := _refused(path, text)):
            return None, refused
        node = _Parser(text).get_single_node()
    except yaml.YAMLError as error:
        return None, (_syntax(path, text, error),)
    if isinstance(node, MappingNode):
        return node, ()
    if node is None or node.value == "":
        sentence = "There is nothing in this file but comments or empty lines."
        return None, (about(path, Code.EMPTY_FILE, sentence, "Fill it in, or remove it."),)
    what = "a list" if isinstance(node, SequenceNode) else "a piece of text"
    sentence = f"This file is {what}. A file here is made of lines like “name: …”."
    return None, (Diagnostic(_position(path, node), Code.NOT_A_MAPPING, sentence, "Begin with such a line."),)


def _suspect(text: str) -> bool:
    brackets = text.count("[") + text.count("{")
    return any(sign in text for sign in _SIGNS) or brackets > MAX_DEPTH or bool(_FAR_RIGHT.search(text))


_composed_again = lru_cache(maxsize=1)(_composed)
"""For the many places that are looked up in one and the same file."""


def _refused(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Anchors, aliases, tags and deep nesting, found without building anything: the first of each kind."""
    places: dict[Said, list[Position]] = {}
    depth = 0
    for event in _events(text):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        place = _mark(path, event.start_mark)
        if depth > MAX_DEPTH:
            places[_TOO_DEEP] = [place]
            break
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            places.setdefault(ANCHOR, []).append(place)
        elif getattr(event, "tag", None):
            places.setdefault(TAG, []).append(place)
    return tuple(
        Diagnostic(found[0], code, sentence + and_more(len(found) - 1), hint)
        for (code, sentence, hint), found in places.items()
    )


def _events(text: str) -> Iterator[Any]:
    """What libyaml meets one after the other, up to the first place that it can't read."""
    parser = _Parser(text)
    with suppress(yaml.YAMLError):
        while parser.check_event():
            yield parser.get_event()


@dataclass(frozen=True)
class _Maker:
    """Turns the nodes of one file into values; gathers what it meets on the way."""

    path: str
    plain: list[tuple[Pointer, str]]
    found: list[Diagnostic]

    def value(self, node: Node, pointer: Pointer) -> Value:
        if isinstance(node, SequenceNode):
            return [self.item(item, pointer, i) for i, item in enumerate(node.value)]
        result: dict[str, Value] = {}
        for key, item in node.value:
            if not isinstance(key, ScalarNode):
                sentence = "Before a colon stands one word, not a list or a group."
                self.report(key, Code.WRONG_TYPE, sentence, "Write “name: text”.")
            elif (name := self.text(key)) in result:
                sentence = f"{quoted(name)} stands here a second time."
                self.report(key, Code.DUPLICATE_KEY, sentence, "Keep one of the two, or join what they say.")
            else:
                result[name] = self.item(item, pointer, name)
        return result

    def item(self, node: Node, within: Pointer, step: str | int) -> Value:
        """One value of a list or group. Most are texts, which need no pointer."""
        if not isinstance(node, ScalarNode):
            return self.value(node, (*within, step))
        if not node.style and (tag := _yaml_tag(node.value)) != _PLAIN_TAG:
            self.plain.append(((*within, step), tag))
        return self.text(node)

    def text(self, node: ScalarNode) -> str:
        """The text of a scalar. Only escapes in double quotation marks can still make characters that nobody sees."""
        text: str = node.value
        if node.style == '"':
            self.found.extend(unseen(self.path, text, _position(self.path, node)))
        return text

    def report(self, node: Node, code: Code, sentence: str, hint: str) -> None:
        self.found.append(Diagnostic(_position(self.path, node), code, sentence, hint))


@lru_cache(maxsize=50_000)
def _yaml_tag(text: str) -> str:
    """What YAML would have taken an unquoted `text` for: any of its versions."""
    if _NUMBER.fullmatch(text):
        return "tag:yaml.org,2002:int" if text.lstrip("+-").isdecimal() else "tag:yaml.org,2002:float"
    tag: str = _RESOLVER.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag


_RESOLVER = Resolver()
"""Knows YAML 1.1, to which 08081570123 and 1e3 are text. Editors' programs follow 1.2."""
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def _syntax(path: str, text: str, error: yaml.YAMLError) -> Diagnostic:
    context, problem = (str(getattr(error, name, None) or "") for name in ("context", "problem"))
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    places = [_mark(path, mark) for mark in marks if mark] or [Position(path)]
    fault = Fault(path, context, problem, opened=places[-1], place=places[0], quote=_long_quote(path, text))
    return explained(fault, text)


def _long_quote(path: str, text: str) -> Position | None:
    """Where the last text before a stumble begins, if it is in quotation marks and goes over several lines."""
    last: Any = next(iter(deque(_events(text), maxlen=1)), None)
    in_quotes = getattr(last, "style", None) in ("'", '"')
    return _mark(path, last.start_mark) if in_quotes and last.end_mark.line > last.start_mark.line else None


def _mark(path: str, mark: Any) -> Position:
    return Position(path, mark.line + 1, mark.column + 1)


def _position(path: str, node: Node) -> Position:
    start, end = _mark(path, node.start_mark), _mark(path, node.end_mark)
    length = end.column - start.column if end.line == start.line else 1
    return Position(path, start.line, start.column, max(1, length))
