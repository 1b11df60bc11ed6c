"""The words that a citation cites, with what stands around them in the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evals.sources import Sources
from evals.text import tight

AROUND = 60


@dataclass(frozen=True, slots=True)
class Context:
    """`before` and `after` are the neighbours of `cited` in the source, all without white space."""

    before: str
    cited: str
    after: str


def context(citation: Mapping[str, Any], sources: Sources) -> Context | None:
    """Where the words stand, at the offsets given if they stand there, else for the first time; None where they do
    not stand in that document."""
    document, words = citation["document"], citation["source_quote"] or citation["quote"]
    spans = sources.spans(words, document)
    if not spans:
        return None
    held = sources.by_id[document]
    said = citation.get("start")
    wanted = len(tight(held.text[:said])) if isinstance(said, int) and said >= 0 else spans[0][0]
    start, end = next((span for span in spans if span[0] == wanted), spans[0])
    return Context(held.tight[max(0, start - AROUND) : start], held.tight[start:end], held.tight[end : end + AROUND])
