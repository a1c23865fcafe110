"""The catalogues: locales/LANG/LC_MESSAGES/*.po, read and written by Babel, so that any translator's tool opens them.

A message that a person has checked has a comment of theirs that begins with "Reviewed": its date, and in which role.
All others are drafts. A message is found by its context and its English text: where the English has changed, nothing is
found, and the translation is stale until someone has looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from io import BytesIO, StringIO
from pathlib import Path

from babel import Locale as Cldr
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import PoFileError, PoFileParser, unescape, write_po
from babel.plural import to_gettext

from directory.diagnostics import Code, Diagnostic, Position, quoted
from directory.i18n.locale import Key, Language, Locale, ordered
from directory.i18n.messages import DOMAINS, Catalogue, Message, Translation, path_of

_REVIEWED = re.compile(r"Reviewed\b", re.IGNORECASE)
_CRISIS = "crisis: "
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_PREVIOUS = re.compile(rf"\bmsgid ((?:{_STRING.pattern}\s*)+)")
_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*")?\s*')
_REPAIR = "Take the last version that worked, and change it with a translator's program such as Poedit."
_PROJECT = "Keeping Well directory"
_PASSING_HEADER = re.compile(
    rb'^"(?:Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By):.*\n',
    re.MULTILINE,
)
_HEADER = "Translations of the Keeping Well directory. docs/translating.md says how to work on them."


def read(repository: Path, language: Language) -> tuple[Catalogue, list[Diagnostic]]:
    """The messages of a language, without those that nothing says any more; and what is wrong with its files.

    A file that is missing or can't be read has no message. Of a message that stands twice the first counts.
    """
    messages: list[tuple[str, Translation]] = []
    found: list[Diagnostic] = []
    for domain in DOMAINS:
        path = path_of(language, domain)
        if not (repository / path).exists():
            continue
        try:
            catalog = _checked((repository / path).read_bytes())
            messages += [(path, _translation(entry)) for entry in _entries(catalog)]
            found += _twice(path, catalog)
        except _Unreadable as unreadable:
            found.append(Diagnostic(Position(path, unreadable.line), Code.TRANSLATION_FILE, str(unreadable), _REPAIR))
    return Catalogue(language, tuple(messages)), found


class _Unreadable(Exception):
    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line = line


class _Catalog(Catalog):
    """Babel's, which says nothing where a message stands twice: it drops the second text, but keeps its "Reviewed"."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[Key, list[int]] = {}
        """Where each message stands, and the head, which is a message without a text."""

    def __setitem__(self, id: str | list[str] | tuple[str, ...], message: Entry) -> None:
        self.lines.setdefault((message.context or "", _english(message)), []).append(message.lineno or 1)
        super().__setitem__(id, message)


def _twice(path: str, catalog: _Catalog) -> Iterator[Diagnostic]:
    """Every place but the first at which a message stands."""
    for (_, english), (first, *others) in catalog.lines.items():
        for line in others:
            message = quoted(english) if english else "The head of the file"
            sentence = f"{message}: it stands in this file twice, first in line {first}."
            hint = "Keep the right one, and take out the other with all of its lines."
            yield Diagnostic(Position(path, line), Code.TRANSLATION_DUPLICATE, sentence, hint)


def _checked(data: bytes) -> _Catalog:
    """What a .po holds. Babel alone would take a text without its closing mark, and drop the last letter."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _Unreadable(data.count(b"\n", 0, error.start) + 1, "This file is not saved as UTF-8.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            raise _Unreadable(number, "This line can't be read: a quotation mark or a word such as msgstr is missing.")
    try:
        return _parsed(text)
    except PoFileError as error:
        sentence = (
            "This message can't be read: it has more forms than the head of the file says, or parts out of order."
        )
        raise _Unreadable(error.lineno + 1, sentence) from error
    except ValueError as error:
        raise _Unreadable(1, f"The head of this file can't be read: {error}.") from error


def _parsed(text: str) -> _Catalog:
    catalog = _Catalog()
    PoFileParser(catalog, abort_invalid=True).parse(StringIO(text))
    return catalog


def _entries(catalog: Catalog) -> list[Entry]:
    """The messages, without the head."""
    return [entry for entry in catalog if entry.id]


def _translation(entry: Entry) -> Translation:
    english, plural, *_ = (*_texts(entry.id), "")
    return Translation(
        entry.context or "", english, plural, _texts(entry.string), entry.lineno or 1, entry.fuzzy, _is_reviewed(entry)
    )


def _is_reviewed(entry: Entry) -> bool:
    """Whether a person has read it; what is said in a crisis, two people, one of them clinical.

    The rule and its reasons: docs/translating.md, "Drafts and reviews".
    """
    by = {comment for comment in entry.user_comments if _REVIEWED.match(comment)}
    if not (entry.context or "").startswith(_CRISIS):
        return bool(by)
    return len(by) > 1 and any("clinical" in comment.casefold() for comment in by)


def locale(catalogue: Catalogue) -> Locale:
    """What the language can say: every message that is translated and fresh."""
    language = catalogue.language
    done = (t for _, t in catalogue.messages if t.done)
    return Locale(language, {t.key: tuple(ordered(form, language) for form in t.forms) for t in done})


def template(messages: Iterable[Message]) -> Catalog:
    """The messages as a .pot: what each is, and where it is said."""
    catalog = Catalog(project=_PROJECT, header_comment=f"# {_HEADER}", fuzzy=False)
    for message in messages:
        _add(catalog, message)
    return catalog


def updated(repository: Path, language: Language, domain: str, messages: Iterable[Message]) -> Catalog:
    """A catalogue with the messages of today, and what was translated before.

    Where the English of a context has changed, or nearly the same was said, the old translation stays. It is marked as
    stale ("fuzzy"), with the old English beside it.
    """
    file = repository / path_of(language, domain)
    before = _entries(_parsed(file.read_text("utf-8"))) if file.exists() else []
    same = {(entry.context or "", _english(entry)): entry for entry in before}
    by_context = {entry.context: entry for entry in before if entry.context and ":" in entry.context}
    catalog = Catalog(language.cldr, project=_PROJECT, header_comment=_heading(language), fuzzy=False)
    catalog.mime_headers = [("Plural-Forms", to_gettext(Cldr.parse(language.cldr).plural_form))]
    wanted = list(messages)
    kept = {message.key for message in wanted}
    gone = {english: entry for (context, english), entry in same.items() if (context, english) not in kept}
    for message in wanted:
        entry = _add(catalog, message)
        if old := same.get(message.key):
            entry.string = old.string
            entry.user_comments = [comment for comment in old.user_comments if not comment.startswith("|")]
            entry.flags |= old.flags & {"fuzzy"}
            entry.previous_id = _previous(old) if old.fuzzy else []
        elif (old := by_context.get(message.context) or _near(message.english, gone)) and _fits(old, entry):
            entry.string, entry.previous_id = old.string, _previous(old) or [_english(old)]
            entry.flags.add("fuzzy")
    return catalog


def written(catalog: Catalog) -> bytes:
    """The text of a catalogue, in which only what someone translates makes a difference: no dates, no line numbers."""
    out = BytesIO()
    write_po(out, catalog, width=0, include_lineno=False, include_previous=True)
    return _PASSING_HEADER.sub(b"", out.getvalue())


def _add(catalog: Catalog, message: Message) -> Entry:
    id = (message.english, message.plural) if message.plural else message.english
    entry = catalog.add(id, locations=[(place, 0) for place in message.places], context=message.context or None)
    entry.flags.clear()  # Babel takes "400%, without" for a format
    return entry


def _english(entry: Entry) -> str:
    return _texts(entry.id)[0]


def _texts(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """One text or several, as several."""
    return (text or "",) if isinstance(text, str) or text is None else tuple(text)


def _near(english: str, gone: Mapping[str, Entry]) -> Entry | None:
    """The message, of those that nothing says any more, that this one was made of."""
    found = get_close_matches(english, gone, n=1, cutoff=0.8)
    return gone[found[0]] if found else None


def _fits(old: Entry, entry: Entry) -> bool:
    """Whether there is a translation, and in as many forms."""
    return any(_texts(old.string)) and len(_texts(old.id)) == len(_texts(entry.id))


def _previous(entry: Entry) -> list[str]:
    """The old English beside a stale message. Babel writes its lines, "#| msgid", and reads them as comments."""
    lines = " ".join(comment[1:] for comment in entry.user_comments if comment.startswith("|"))
    found = _PREVIOUS.search(lines)
    return ["".join(map(unescape, _STRING.findall(found[1])))] if found else []


def _heading(language: Language) -> str:
    return f"# {language.name} ({language.english})\n# {_HEADER}"


def messages(file: Path) -> list[Message]:
    """The messages of a template."""
    found = []
    for entry in _entries(_parsed(file.read_text("utf-8"))):
        english, plural, *_ = (*_texts(entry.id), "")
        found.append(Message(entry.context or "", english, plural, tuple(place for place, _ in entry.locations)))
    return found
