"""Whether the gold quotes stand in the first characters that a retriever brings, by their place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.questions import Asked
from evals.metrics import Share
from evals.sources import Sources
from evals.text import occurrences, tight

BUDGET = 1_500


@dataclass(frozen=True, slots=True)
class Brought:
    """A passage brought for a query. `places` is the source offset of each of its characters, so that a
    passage in repaired text and one as received are counted alike; what repair dropped between two characters
    belongs to the passage."""

    document: str
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Questions with some gold quote, and with all of them, within the budget; `lost` names those with none."""

    some: Share
    every: Share
    lost: tuple[str, ...]


def coverage(answered: Iterable[tuple[Asked, Sequence[Brought]]], sources: Sources) -> Coverage:
    """The figures over the answerable questions."""
    found = [(asked, tuple(_found(asked, brought, sources))) for asked, brought in answered if asked.answerable]
    return Coverage(
        Share(sum(any(flags) for _, flags in found), len(found)),
        Share(sum(all(flags) for _, flags in found), len(found)),
        tuple(asked.id for asked, flags in found if not any(flags)),
    )


def within(brought: Iterable[Brought], budget: int = BUDGET) -> Iterator[Brought]:
    """The passages up to the budget, the last one cut."""
    for passage in brought:
        if budget <= 0:
            return
        if not passage.places:
            continue
        yield Brought(passage.document, passage.places[:budget])
        budget -= len(passage.places)


def _found(asked: Asked, brought: Sequence[Brought], sources: Sources) -> Iterator[bool]:
    held: dict[str, set[int]] = {}
    for passage in within(brought):
        held.setdefault(passage.document, set()).update(range(min(passage.places), max(passage.places) + 1))
    for document, quote in asked.gold:
        places = held.get(document, set())
        yield any(places.issuperset(needed) for needed in occurrences_of(quote, sources.by_id[document].text))


def occurrences_of(quote: str, text: str) -> Iterator[list[int]]:
    """The source offsets of the quote's characters, white space aside, for every place where it stands."""
    letters = [i for i, char in enumerate(text) if not char.isspace()]
    run = tight(quote)
    for at in occurrences(tight(text), run):
        yield letters[at : at + len(run)]
