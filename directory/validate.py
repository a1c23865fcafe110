"""Trees against the project's JSON Schemas; what a schema finds becomes sentences that an editor understands.

A fast validator decides whether there is anything to say; the slower one, only then, says what.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from typing import Any, cast

import jsonschema_rs

from directory import load
from directory.diagnostics import Code, Diagnostic, Pointer, Position, did_you_mean, nearest, quoted
from directory.load import File, Tree, Value

Schema = dict[str, Any]
Locate = Callable[[Pointer, bool], Position]
"""Finds a value (False) or its key (True) in the file in hand."""

_MOST = 50
"""Sentences about one file. A file with more faults is not a record with slips, but something else."""

_MOST_LOOKED_AT = 1_000
"""Faults looked at for them: some are told already, in other words."""

_READS_AS = {"bool": "a yes or no", "int": "a number", "float": "a number", "timestamp": "a date", "null": "nothing"}
_READ_AS_TEXT = frozenset({"date", "partial-date", "hours", "bank-holidays"})
"""Formats that are read as they stand, without quotation marks, whatever YAML would have made of them."""

_LARGEST_DIGITS = 9
_NOT_BLANK = r"\S"


def against_schema(tree: Tree, schema: str, locate: Locate) -> tuple[Value | None, list[Diagnostic]]:
    """The tree with its whole numbers as `int`, or what the schema (a file's name without .json) says of it."""
    value, faults = _typed(tree, schema)
    found = [_misread(pointer, kind, str(_at(value, pointer)), locate) for pointer, kind in faults[:_MOST]]
    if faults or not _fast(schema).is_valid(value):
        found += islice(_sentences(value, schema, locate, {pointer for pointer, _ in faults}), _MOST)
        # The two validators read “$” differently: for Python a text may end in a line break after it.
        sentence = "A name or a value in this file ends in a line break."
        found = found or [Diagnostic(locate((), False), Code.WRONG_FORM, sentence, "Take “\\n” out.")]
    return (None if found else value), found


def read(file: File, schema: str) -> tuple[Value | None, list[Diagnostic], Locate]:
    """A single file of settings: its values or what is wrong with it, and what finds the place of a value."""

    def locate(pointer: Pointer, key: bool) -> Position:
        return load.locate(file, pointer, key=key)

    tree, found = load.read(file)
    if tree is None:
        return None, found, locate
    value, found = against_schema(tree, schema, locate)
    return value, found, locate


@cache
def schema_text(name: str) -> Schema:
    """The schema file `name` as data."""
    text = resources.files("directory").joinpath("schemas", f"{name}.json").read_text("utf-8")
    return cast(Schema, json.loads(text))


def _typed(tree: Tree, schema: str) -> tuple[Value, list[tuple[Pointer, str]]]:
    """The tree with whole numbers as `int` where the schema wants one, and the values that YAML would have misread.

    Where the schema wants one of a few words, or no text at all, its own sentence says more than one about quotes.
    """
    value = tree.value
    misread: list[tuple[Pointer, str]] = []
    for pointer, tag in tree.plain:
        kind, text = tag.rsplit(":", 1)[-1], str(_at(value, pointer))
        wanted = _wanted(schema, tuple("*" if isinstance(step, int) else step for step in pointer))
        scalar = next((choice for choice in wanted if choice.get("type") not in ("object", "array")), {})
        if kind == "null":
            misread += [(pointer, kind)] if wanted else []
        elif scalar.get("type") == "integer":
            if kind == "int" and text.isdecimal() and len(text) <= _LARGEST_DIGITS:
                value = _with(value, pointer, int(text))
        elif scalar.get("type") == "string" and scalar.get("format") not in _READ_AS_TEXT:
            misread.append((pointer, kind))
    return value, misread


def _misread(pointer: Pointer, kind: str, text: str, locate: Locate) -> Diagnostic:
    if kind == "null":
        hint = "Write what belongs here, or take the line out."
        return Diagnostic(locate(pointer, True), Code.EMPTY_VALUE, f"{_subject(pointer)} is empty.", hint)
    sentence = f"Without quotation marks YAML reads {quoted(text)} as {_READS_AS.get(kind, 'something else')}."
    return Diagnostic(locate(pointer, False), Code.NEEDS_QUOTES, sentence, f'Write "{text}".')


def _at(value: Value, pointer: Pointer) -> Value:
    for step in pointer:
        value = value[step]  # type: ignore[index]
    return value


def _with(value: Value, pointer: Pointer, new: Value) -> Value:
    if not pointer:
        return new
    step, rest = pointer[0], pointer[1:]
    if isinstance(value, dict):
        return {**value, str(step): _with(value[str(step)], rest, new)}
    items = cast("list[Value]", value)
    return [_with(item, rest, new) if i == step else item for i, item in enumerate(items)]


@lru_cache(maxsize=20_000)
def _wanted(schema: str, pointer: tuple[str, ...]) -> list[Schema]:
    """The parts of the schema that a value may answer to; none where it knows no such place."""
    parts = [schema_text(schema)]
    for step in pointer:
        parts = [inner for part in parts for inner in _inside(part, step)]
    return [choice for part in parts for choice in _choices(part)]


def _inside(part: Schema, step: str) -> list[Schema]:
    found: list[Schema] = []
    for choice in _choices(part):
        if step == "*":
            found += [choice["items"]] if "items" in choice else []
        elif step in choice.get("properties", {}):
            found.append(choice["properties"][step])
        elif isinstance(choice.get("additionalProperties"), dict):
            found.append(choice["additionalProperties"])
        else:
            patterns = choice.get("patternProperties", {})
            found += [inner for pattern, inner in patterns.items() if re.search(pattern, step)]
    return found


def _choices(part: Schema) -> list[Schema]:
    """A part of the schema with each of its ways to be right."""
    part = _resolved(part)
    own = {key: value for key, value in part.items() if key != "anyOf"}
    return [inner for option in part["anyOf"] for inner in _choices({**own, **option})] if "anyOf" in part else [part]


def _resolved(part: Schema) -> Schema:
    """A part with what it refers to; its own title and description come first. Only common.json refers to itself."""
    while "$ref" in part:
        file, _, path = part["$ref"].partition("#/")
        target = schema_text(file.removesuffix(".json") or "common")
        for step in path.split("/"):
            target = target[step]
        part = {**target, **{k: v for k, v in part.items() if k != "$ref"}}
    return part


@cache
def _fast(schema: str) -> Any:
    registry = jsonschema_rs.Registry([("common.json", schema_text("common"))])
    return jsonschema_rs.validator_for(schema_text(schema), registry=registry)


def _sentences(value: Value, schema: str, locate: Locate, said: set[Pointer]) -> Iterator[Diagnostic]:
    # Imported here because it takes longer to import than a sound directory takes to check.
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    common = Resource.from_contents(schema_text("common"))
    validator = Draft202012Validator(schema_text(schema), registry=Registry().with_resource("common.json", common))
    incomplete: set[Pointer] = set()
    for error in islice(validator.iter_errors(value), _MOST_LOOKED_AT):
        while error.context and not _one_line_of(error):
            error = _likeliest(error)
        pointer = tuple(error.absolute_path)
        if pointer in said or (error.validator == "required" and pointer in incomplete):
            continue
        if error.validator == "required":
            incomplete.add(pointer)
        yield from _sentence(error, locate)


def _one_line_of(error: Any) -> list[str]:
    """The names of which one has to be there, where that is all that the ways to be right ask for."""
    options = error.validator_value if error.validator == "anyOf" else []
    return [option["required"][0] for option in options] if all(set(o) == {"required"} for o in options) else []


def _likeliest(error: Any) -> Any:
    """Of the ways to be right, the one that the editor seems to have meant: the deepest, then the one of its kind."""
    kind = "type" if isinstance(error.instance, str) else "enum"
    return max(error.context, key=lambda inner: (len(inner.absolute_path), inner.validator not in ("type", kind)))


def _sentence(error: Any, locate: Locate) -> Iterator[Diagnostic]:
    pointer: Pointer = tuple(error.absolute_path)
    name, subject, value = _named(pointer), _subject(pointer), error.instance
    rule, wanted = error.validator, error.validator_value
    described: str | None = _resolved(error.schema).get("description")
    if "propertyNames" in error.absolute_schema_path:
        sentence = f"{quoted(value)} can't be a name in {name}."
        yield Diagnostic(locate((*pointer, value), True), Code.WRONG_FORM, sentence, described)
        return
    match rule:
        case "additionalProperties":
            for key in _unknown(error.schema, value):
                sentence = f"{quoted(key)} is not the name of a line that can stand here."
                yield Diagnostic(
                    locate((*pointer, key), True), Code.UNKNOWN_KEY, sentence, _key_hint(key, error.schema)
                )
        case "required":
            yield from _missing(error, locate)
        case "anyOf":
            lines = " or ".join(f"“{key}: …”" for key in _one_line_of(error))
            yield Diagnostic(locate(pointer, True), Code.MISSING_KEY, f"{subject} needs a line {lines}.", "Add it.")
        case "type":
            sentence = f"{subject} should be {_KINDS[wanted]}, and is {_kind(value)}."
            hint = _repair(error.schema, value) or described
            yield Diagnostic(locate(pointer, False), Code.WRONG_TYPE, sentence, hint)
        case "enum" if isinstance(value, dict | list):
            sentence = f"{subject} should be one word, and is {_kind(value)}."
            yield Diagnostic(locate(pointer, False), Code.WRONG_TYPE, sentence, f"Possible: {', '.join(wanted)}.")
        case "enum":
            hint = did_you_mean(str(value), wanted, f"Possible: {', '.join(wanted)}.")
            sentence = f"{quoted(value)} is not possible for {name}."
            yield Diagnostic(locate(pointer, False), Code.UNKNOWN_VALUE, sentence, hint)
        case "uniqueItems":
            second = next(i for i, item in enumerate(value) if item in value[:i])
            sentence = f"{quoted(value[second])} stands in {name} a second time."
            yield Diagnostic(locate((*pointer, second), False), Code.WRONG_FORM, sentence, "Take one of the two out.")
        case "minLength" | "minItems" | "minProperties":
            hint = "Write what belongs here, or take the line out."
            yield Diagnostic(locate(pointer, True), Code.EMPTY_VALUE, f"{subject} is empty.", hint)
        case "pattern" if wanted == _NOT_BLANK:
            if value:  # where there is nothing at all, minLength has said so
                hint = "Write what belongs here, or take the line out."
                yield Diagnostic(locate(pointer, True), Code.EMPTY_VALUE, f"{subject} holds only spaces.", hint)
        case _:
            yield Diagnostic(locate(pointer, False), Code.WRONG_FORM, _form(pointer, rule, wanted, value), described)


def _unknown(schema: Schema, value: dict[str, Value]) -> list[str]:
    patterns = schema.get("patternProperties", {})
    return [k for k in value if k not in schema.get("properties", {}) and not any(re.search(p, k) for p in patterns)]


def _key_hint(key: str, schema: Schema) -> str:
    known = list(schema.get("properties", {}))
    if near := did_you_mean(key, known):
        return near
    if example := _EXAMPLES.get(schema.get("$id", "")):
        return f"{example} shows every line there is."
    return str(schema["description"]) if "patternProperties" in schema else f"Possible here: {', '.join(known)}."


_EXAMPLES = {"service.json": "docs/record-by-example.yml", "resource.json": "docs/resource-by-example.yml"}


def _missing(error: Any, locate: Locate) -> Iterator[Diagnostic]:
    """Lines that have to be there, but for those that were meant by a misspelt one: that one is said already."""
    pointer: Pointer = tuple(error.absolute_path)
    properties = error.schema.get("properties", {})
    meant = {near for key in _unknown(error.schema, error.instance) for near in nearest(key, properties)[:1]}
    for key in error.validator_value:
        if key not in error.instance and key not in meant:
            sentence = f"The line “{key}: …” is missing" + (f" in {_named(pointer)}." if pointer else ".")
            hint = f"Add it. {_resolved(properties.get(key, {})).get('description', '')}".strip()
            yield Diagnostic(locate(pointer, True), Code.MISSING_KEY, sentence, hint)


def _form(pointer: Pointer, rule: str, wanted: Any, value: Any) -> str:
    match rule:
        case "maxLength":
            return f"{_subject(pointer)} is too long: {len(value)} characters, where {wanted} are possible."
        case "maxItems" | "maxProperties":
            return f"{_subject(pointer)} has {len(value)} entries, where {wanted} are possible."
        case "minimum":
            return f"{_subject(pointer)} should be at least {wanted}."
        case "maximum":
            return f"{_subject(pointer)} should be at most {wanted}."
        case _:
            return f"{quoted(value)} is not written in the way that {_named(pointer)} needs."


_KINDS = {"object": "a group of lines", "array": "a list", "string": "text", "integer": "a whole number"}


def _kind(value: Value) -> str:
    match value:
        case dict():
            return "a group of lines"
        case list():
            return "a list"
        case int():
            return "a number"
        case _:
            return "text"


def _repair(schema: Schema, value: Value) -> str | None:
    """What to write instead, as far as the form alone can say."""
    match schema["type"]:
        case "integer":
            return "Write only digits, and no quotation marks around them: 45."
        case "array" if isinstance(value, str) and re.fullmatch(r"[\w -]{1,60}", value):
            return f"Write [{value}]."
        case "array":
            return "Write each entry on a line of its own, after two spaces, a hyphen and a space."
        case "object" if "properties" in schema:
            return f"Write its lines below it, two spaces to the right: {', '.join(schema['properties'])}."
        case _:
            return None


def _named(pointer: Pointer) -> str:
    """A place in the words of the form: “name”, or entry 2 of “sources”."""
    names = [step for step in pointer if isinstance(step, str)]
    if not names:
        return "this file"
    last = pointer[-1]
    return f"entry {last + 1} of {quoted(names[-1])}" if isinstance(last, int) else quoted(names[-1])


def _subject(pointer: Pointer) -> str:
    """The same at the beginning of a sentence."""
    name = _named(pointer)
    return name[0].upper() + name[1:]
