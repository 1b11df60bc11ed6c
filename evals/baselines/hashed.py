"""Embeddings without a model: character n-grams hashed into a fixed number of dimensions."""

from __future__ import annotations

import math
from collections import Counter
from zlib import crc32

from langchain_core.embeddings import Embeddings

DIMENSIONS = 1024
LONGEST = 3


class HashedNgrams(Embeddings):
    """Unit vectors of hashed 1- to 3-grams, the best that works with no model and no network."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        return [embedded(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a query, made like any other."""
        return embedded(text)


def embedded(text: str) -> list[float]:
    """The unit vector of the text; the zero vector for an empty one."""
    body = "".join(text.lower().split())
    grams = Counter(body[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(body) - n + 1))
    vector = [0.0] * DIMENSIONS
    for gram, count in grams.items():
        place = crc32(gram.encode())
        vector[place % DIMENSIONS] += (1 if place & 0x10000 else -1) * math.sqrt(count)
    length = math.sqrt(sum(value * value for value in vector)) or 1.0
    return [value / length for value in vector]
