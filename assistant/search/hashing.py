"""An embedding without a model: character n-grams hashed into a fixed number of signed dimensions.

It repeats the lexical signal, so it serves related clauses and similar questions, never the ranking.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from assistant.search import text as analysis

_WEIGHTS = (0.3, 1.0, 0.7)


class HashedEmbedder:
    """Feature hashing (Weinberger and others, ICML 2009) of one to three atoms; equal in every process."""

    def __init__(self, dimension: int = 1024) -> None:
        if dimension < 1:
            raise ValueError("a vector needs at least one dimension")
        self._dimension = dimension

    @property
    def name(self) -> str:
        """The scheme and its version."""
        return "hashed-ngrams-1"

    @property
    def dimension(self) -> int:
        """Numbers in one vector."""
        return self._dimension

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text, of length 1 (all zero where the text has no letters or digits)."""
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The same as for a document."""
        vector = [0.0] * self._dimension
        stretches = analysis.runs(text)
        for size, weight in enumerate(_WEIGHTS, 1):
            grams = Counter(
                "\x1f".join(run[start : start + size]) for run in stretches for start in range(len(run) - size + 1)
            )
            for gram, times in grams.items():
                number = int.from_bytes(blake2b(gram.encode(), digest_size=8).digest(), "big")
                sign = 1 if number & 1 else -1
                vector[(number >> 1) % self._dimension] += sign * weight * (1 + math.log(times))
        length = math.sqrt(math.fsum(value * value for value in vector))
        return [value / length for value in vector] if length else vector
