"""HTML and template signs in a text are shown as they were typed.

Looks for: <b>, &nbsp;, {{ … }} or {% … %} in a text.
Matters because: readers will see the signs themselves; nothing is run.
Write instead: plain words, or Markdown for lists and links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from directory.checks.texts import Texts
from directory.diagnostics import Code, Diagnostic, Where
from directory.model import Record

_SIGNS = re.compile(r"</?[a-zA-Z][^>]*>|<!--|&(?:[a-z]+|#\d+);|\{\{|\{%|\{#")
_MARKDOWN_LINK = re.compile(r"<(?:https?|mailto|tel):[^>\s]+>")


def check(record: Record, texts: Texts, where: Where) -> Iterator[Diagnostic]:
    if not (any(sign in texts.whole for sign in "<&{") and _SIGNS.search(texts.whole)):
        return
    for pointer, text in texts.sentences():
        if _SIGNS.search(_MARKDOWN_LINK.sub("", text)):
            sentence = "This text holds HTML or template signs. They will be shown as typed."
            hint = "Write plain words. Markdown is possible for lists and links."
            yield Diagnostic(where(record.path, pointer), Code.HTML_IN_TEXT, sentence, hint)
