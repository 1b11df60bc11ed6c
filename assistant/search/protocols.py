"""What search takes and gives: passages in, hits out, and what it asks of an embedding model."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

Keep = Callable[[str], bool] | Collection[str] | None
"""Which passage ids may be found: a predicate, a collection of ids, or None for all."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one id is found by: `text` holds headings, context and the clause."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; a higher score is better, and scores compare only within one query."""

    id: str
    score: float


class Searcher(Protocol):
    """Anything that ranks passages."""

    def search(self, query: str, k: int, keep: Keep = None) -> tuple[Hit, ...]:
        """The best k passages, best first; equal scores in the order of their ids."""


class Embedder(Protocol):
    """An embedding model. Vectors of different `name` or `dimension` are never compared."""

    @property
    def name(self) -> str:
        """Model name, with whatever else changes its vectors."""

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text, in order."""

    def embed_query(self, text: str) -> list[float]:
        """The vector of a query."""


def keeps(keep: Keep) -> Callable[[str], bool]:
    """`keep` as a predicate."""
    if keep is None:
        return lambda _: True
    if callable(keep):
        return keep
    return frozenset(keep).__contains__


def ranked(scores: Sequence[tuple[str, float]], k: int) -> tuple[Hit, ...]:
    """The best k of (id, score), best first, ties by id.

    Scores are rounded to six decimals first: sums of the same terms in another order must still tie.
    """
    rounded = [(-round(score, 6), key) for key, score in scores]
    return tuple(Hit(key, -negative) for negative, key in sorted(rounded)[: max(k, 0)])
