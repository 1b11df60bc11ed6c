"""The clauses that the assistant made of the documents: which of them hold a gold quote, and their digests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import accumulate

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from evals.cases import Gold
from evals.quoting import shares_place
from evals.sources import Sources


class Held:
    """The clauses of some guidelines by their places ("<document>#<clause id>")."""

    def __init__(self, guidelines: Iterable[Guideline], sources: Sources) -> None:
        self._sources = sources
        self._spans: dict[str, list[tuple[int, int, Clause]]] = {}
        self._digests: dict[str, str] = {}
        for guideline in guidelines:
            solid = [0, *accumulate(not char.isspace() for char in guideline.source)]
            own = self._spans.setdefault(guideline.id, [])
            for clause in guideline.clauses:
                self._digests[place_of(clause)] = digest(clause.text)
                if clause.text.strip():
                    start, end = clause.offsets.span(0, len(clause.text))
                    own.append((solid[start], solid[end], clause))

    def holding(self, gold: Gold) -> tuple[str, ...]:
        """The places of the clauses that hold the gold quote or a good part of it; none where it was never indexed."""
        spans = self._sources.gold_spans(gold.quote, gold.document)
        return tuple(
            place_of(clause)
            for start, end, clause in self._spans.get(gold.document, ())
            if any(shares_place((start, end), span) for span in spans)
        )

    def digest(self, place: str) -> str:
        """Twelve hex digits over the words of a clause; "" where there is no such clause."""
        return self._digests.get(place, "")


def place_of(clause: Clause) -> str:
    """How the clause is named over all documents."""
    return f"{clause.document}#{clause.id}"


def digest(text: str) -> str:
    """Twelve hex digits over the text, white space aside."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:12]
