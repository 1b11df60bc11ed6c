"""One ranking from two: a weighted sum of scores, each made comparable within the query."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.search.protocols import Hit, Keep, Searcher, ranked

_DEPTH = 100


def fuse(lexical: Sequence[Hit], dense: Sequence[Hit], weight: float, k: int) -> tuple[Hit, ...]:
    """The best k by (1 - weight) * lexical + weight * dense; ValueError unless 0 <= weight <= 1.

    Lexical scores are divided by their highest (their floor is 0), dense ones spread from their lowest (0) to
    their highest (1): what a list lacks counts as its floor. A convex combination beats reciprocal ranks and
    needs few questions to tune (Bruch, Gai and Ingber, ACM TOIS 42(1), 2023).
    """
    if not 0 <= weight <= 1:
        raise ValueError("the weight of the dense scores lies between 0 and 1")
    scores = {hit.id: (1 - weight) * score for hit, score in _spread(lexical, 0.0)}
    for hit, score in _spread(dense, min((hit.score for hit in dense), default=0.0)):
        scores[hit.id] = scores.get(hit.id, 0.0) + weight * score
    return ranked([item for item in scores.items() if item[1] > 0], k)


class FusedSearch:
    """Lexical and dense search as one `Searcher`; with weight 0, the default offline, lexical search alone."""

    def __init__(self, lexical: Searcher, dense: Searcher | None = None, weight: float = 0.0) -> None:
        if not 0 <= weight <= 1:
            raise ValueError("the weight of the dense scores lies between 0 and 1")
        self._lexical = lexical
        self._dense = dense
        self._weight = weight

    def search(self, query: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        """The best k passages; scores lie in 0 to 1 where both sides count, else they are BM25 sums."""
        if self._dense is None or self._weight == 0:
            return self._lexical.search(query, k, keep)
        depth = max(k, _DEPTH)
        return fuse(self._lexical.search(query, depth, keep), self._dense.search(query, depth, keep), self._weight, k)


def _spread(hits: Sequence[Hit], floor: float) -> list[tuple[Hit, float]]:
    width = max((hit.score for hit in hits), default=floor) - floor
    return [(hit, (hit.score - floor) / width if width > 0 else 1.0) for hit in hits]
