"""Lexical search: three BM25 fields in one tantivy query, their raw scores summed."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import IndexUnusable
from assistant.search import text as analysis
from assistant.search.protocols import Hit, Keep, Passage, keeps, ranked

if TYPE_CHECKING:
    import tantivy

FIELDS = {"bigrams": 1.0, "characters": 0.8, "words": 0.8}
"""The weight of each field's BM25 score (docs/decisions/search-ranking.md)."""

_FORMAT = 1
_CATALOGUE = "passages.json"
_HEAP_BYTES = 64_000_000


class LexicalIndex:
    """An immutable index over passages. Make one with `build`, `in_memory` or `open`."""

    def __init__(self, index: tantivy.Index, ids: Sequence[str], word_total: int) -> None:
        index.config_reader("manual")  # nothing changes after the build, so nothing need watch the folder
        index.reload()
        self._schema = index.schema
        self._searcher = index.searcher()
        self._ids = tuple(ids)
        self._word_total = word_total

    @classmethod
    def build(cls, path: Path, passages: Iterable[Passage]) -> LexicalIndex:
        """Write a new index into the empty or missing folder `path`; ValueError where two ids are equal."""
        import tantivy

        path.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(_schema(), path=str(path), reuse=False)
        ids, word_total = _fill(index, passages)
        catalogue = {"format": _FORMAT, "ids": ids, "words": word_total}
        (path / _CATALOGUE).write_text(json.dumps(catalogue), encoding="ascii")
        return cls(index, ids, word_total)

    @classmethod
    def in_memory(cls, passages: Iterable[Passage]) -> LexicalIndex:
        """The same index without a folder, gone with the process."""
        import tantivy

        index = tantivy.Index(_schema())
        return cls(index, *_fill(index, passages))

    @classmethod
    def open(cls, path: Path) -> LexicalIndex:
        """The index that `build` wrote; IndexUnusable where it is missing, damaged or of another format."""
        import tantivy

        try:
            catalogue = json.loads((path / _CATALOGUE).read_text(encoding="ascii"))
            if catalogue["format"] != _FORMAT:
                raise ValueError("it was written by another version")
            index = cls(tantivy.Index.open(str(path)), catalogue["ids"], catalogue["words"])
            if index._searcher.num_docs != len(index):
                raise ValueError("passages are missing")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnusable(
                "检索索引无法读取，请重建索引（python -m assistant index）。",
                f"The search index in {path} cannot be read ({error}); rebuild it with 'index'.",
            ) from error
        return index

    def __len__(self) -> int:
        """How many passages it holds."""
        return len(self._ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all passages, sorted."""
        return self._ids

    def search(self, query: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        """The best k passages that share a term with the query and that `keep` allows.

        Nothing in the query is syntax. A query without letters or digits finds nothing.
        """
        wanted = self._query(query)
        if wanted is None or k <= 0:
            return ()
        allowed = keeps(keep)
        limit = k + 1 if keep is None else 4 * k + 16
        while True:
            limit = min(limit, len(self._ids))
            found = self._searcher.search(wanted, limit, count=False).hits
            places = self._searcher.fast_field_values("place", [address for _, address in found])
            scored = [(self._ids[int(place or 0)], score) for place, (score, _) in zip(places, found, strict=True)]
            kept = [(key, score) for key, score in scored if allowed(key)]
            hits = ranked(kept, k)
            # The k-th may tie with passages beyond the limit: look further until something scores lower.
            lowest = scored[-1][1] if scored else 0.0
            if len(found) < limit or limit == len(self._ids) or (len(hits) == k and hits[-1].score > lowest + 1e-5):
                return hits
            limit *= 4

    def _query(self, query: str) -> tantivy.Query | None:
        import tantivy

        stretches = analysis.runs(query)
        counts = {field: _Frequencies(self._searcher, field) for field in FIELDS}
        pairs = counts["bigrams"]
        terms = {
            "bigrams": analysis.bigrams(stretches),
            "characters": analysis.characters(stretches),
            "words": analysis.query_words(query, counts["words"], self._word_total, lambda pair: pairs(pair) > 0),
        }
        rarest = _idf(len(self._ids), 1)
        clauses = []
        for field, weight in FIELDS.items():
            for term, times in Counter(terms[field]).items():
                if held := counts[field](term):
                    # BM25 counts a term's rarity once; half a power more ranks better on both public sets.
                    boost = weight * times * math.sqrt(_idf(len(self._ids), held) / rarest)
                    exact = tantivy.Query.term_query(self._schema, field, term, index_option="freq")
                    clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(exact, boost)))
        return tantivy.Query.boolean_query(clauses) if clauses else None


class _Frequencies:
    """In how many passages a term stands in one field, each looked up once."""

    def __init__(self, searcher: tantivy.Searcher, field: str) -> None:
        self._look_up: Callable[[str, str], int] = searcher.doc_freq
        self._field = field
        self._known: dict[str, int] = {}

    def __call__(self, term: str) -> int:
        count = self._known.get(term)
        if count is None:
            count = self._known[term] = self._look_up(self._field, term)
        return count


def _idf(passages: int, held: int) -> float:
    return math.log(1 + (passages - held + 0.5) / (held + 0.5))


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("place", fast=True)
    return builder.build()


def _fill(index: tantivy.Index, passages: Iterable[Passage]) -> tuple[list[str], int]:
    """Add the passages in the order of their ids; give the ids and the sum of word document frequencies."""
    import tantivy

    ordered = sorted(passages, key=lambda passage: passage.id)
    ids = [passage.id for passage in ordered]
    if len(set(ids)) < len(ids):
        raise ValueError("two passages have the same id")
    word_total = 0
    # One thread: document numbers then follow the ids, so that equal input gives an equal index.
    writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
    for place, passage in enumerate(ordered):
        stretches = analysis.runs(passage.searched)
        words = analysis.words(passage.searched)
        word_total += len(set(words))
        document = tantivy.Document()
        document.add_text("bigrams", " ".join(analysis.bigrams(stretches)))
        document.add_text("characters", " ".join(analysis.characters(stretches)))
        document.add_text("words", " ".join(words))
        document.add_unsigned("place", place)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    return ids, word_total
