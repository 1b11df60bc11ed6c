"""What the lexical index holds of a passage: its terms in three fields, and its place in the order of ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.search import text as analysis
from assistant.search.protocols import Passage

if TYPE_CHECKING:
    import tantivy

FIELDS: Mapping[str, float] = MappingProxyType({"bigrams": 1.0, "characters": 0.8, "words": 0.8})
"""The weight of each field's BM25 score (docs/decisions/search-ranking.md)."""

_HEAP_BYTES = 64_000_000


def schema() -> tantivy.Schema:
    """The fields, none of them stored: the texts live with the documents."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("place", fast=True)
    return builder.build()


def in_order(passages: Iterable[Passage]) -> list[Passage]:
    """The passages by id; ValueError where two ids are equal."""
    ordered = sorted(passages, key=lambda passage: passage.id)
    if len({passage.id for passage in ordered}) < len(ordered):
        raise ValueError("two passages have the same id")
    return ordered


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text is found by: the content of each field of `FIELDS`, and how many different words it has."""

    fields: Mapping[str, str]
    words: int


def terms_of(text: str) -> Terms:
    """The terms of a text."""
    stretches = analysis.runs(text)
    words = analysis.words(text)
    held = {
        "bigrams": " ".join(analysis.bigrams(stretches)),
        "characters": " ".join(analysis.characters(stretches)),
        "words": " ".join(words),
    }
    return Terms(held, len(set(words)))


def fill(index: tantivy.Index, ordered: Sequence[Passage], terms: Callable[[str], Terms] = terms_of) -> int:
    """Add the passages; give the sum of the words' document frequencies. `terms` may remember texts it has seen."""
    import tantivy

    word_total = 0
    # One thread: document numbers then follow the ids, so that equal input gives an equal index.
    writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
    for place, passage in enumerate(ordered):
        held = terms(passage.text)
        word_total += held.words
        document = tantivy.Document()
        for field, content in held.fields.items():
            document.add_text(field, content)
        document.add_unsigned("place", place)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    return word_total
