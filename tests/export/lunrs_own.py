"""The index as lunr itself makes it, slowly, of the same words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lunr import lunr  # type: ignore[import-untyped]
from lunr.builder import Builder  # type: ignore[import-untyped]
from lunr.index import Index  # type: ignore[import-untyped]
from lunr.stemmer import stemmer  # type: ignore[import-untyped]
from lunr.stop_word_filter import stop_word_filter  # type: ignore[import-untyped]
from lunr.trimmer import trimmer  # type: ignore[import-untyped]

from directory.export import folding, search
from directory.export.entries import Entry


def index(found: Sequence[Entry], stemmed: bool) -> Index:
    builder = Builder()
    if stemmed:
        builder.pipeline.add(trimmer, stop_word_filter, _stem)
        builder.search_pipeline.add(stemmer)
    documents = [({"ref": entry.ref, **_folded(entry)}, {"boost": entry.weight}) for entry in found]
    fields = [{"field_name": name, "boost": boost} for name, boost in search.BOOSTS.items()]
    return lunr("ref", fields, documents, builder=builder)


def _folded(entry: Entry) -> dict[str, str]:
    if entry.by_name_only:
        return dict.fromkeys(search.BOOSTS, "")
    texts = {"title": entry.title, "names": entry.names, "tags": entry.tags, "summary": entry.summary}
    return {field: folding.folded(text if isinstance(text, str) else " ".join(text)) for field, text in texts.items()}


def _stem(token: Any, *_: Any) -> Any:
    return token.update(lambda word, _: search.stem(word))


_stem.label = "stem"  # type: ignore[attr-defined]
