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
from assistant.search.fields import FIELDS, Terms, fill, in_order, schema, terms_of
from assistant.search.protocols import Hit, Keep, Passage, keeps, ranked

if TYPE_CHECKING:
    import tantivy

_FORMAT = 1
_CATALOGUE = "passages.json"


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
        """Write a new index into the empty or missing folder `path`.

        ValueError where two ids are equal; IndexUnusable where the folder cannot be written.
        """
        import tantivy

        ordered = in_order(passages)
        try:
            path.mkdir(parents=True, exist_ok=True)
            index = tantivy.Index(schema(), path=str(path), reuse=False)
            word_total = fill(index, ordered)
            ids = [passage.id for passage in ordered]
            catalogue = {"format": _FORMAT, "ids": ids, "words": word_total}
            (path / _CATALOGUE).write_text(json.dumps(catalogue), encoding="ascii")
            return cls(index, ids, word_total)
        except (OSError, ValueError) as error:
            raise IndexUnusable(
                f"检索索引无法写入 {path}。", f"The search index cannot be written into {path} ({error})."
            ) from error

    @classmethod
    def in_memory(cls, passages: Iterable[Passage], terms: Callable[[str], Terms] = terms_of) -> LexicalIndex:
        """The same index without a folder, gone with the process; `terms` may remember texts for the next one."""
        import tantivy

        ordered = in_order(passages)
        index = tantivy.Index(schema())
        return cls(index, [passage.id for passage in ordered], fill(index, ordered, terms))

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
            raise _unreadable(error) from error
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

        Nothing in the query is syntax. A query without letters or digits finds nothing. IndexUnusable where the
        files turn out to be damaged.
        """
        try:
            return self._search(query, k, keep)
        except ValueError as error:  # what tantivy raises for damaged files
            raise _unreadable(error) from error

    def _search(self, query: str, k: int, keep: Keep) -> tuple[Hit, ...]:
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


def _unreadable(error: Exception) -> IndexUnusable:
    return IndexUnusable(
        "检索索引无法读取，请重建索引（python -m assistant index）。",
        f"The search index cannot be read ({error}); rebuild it with 'index'.",
    )
