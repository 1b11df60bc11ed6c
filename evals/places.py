"""Where a rule stands in a source as received: the sentences of clauses behind gold and citations, and cutting them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.sentences import sentences
from evals.cases import Gold
from evals.sources import Sources, source

LEAST = 2


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Characters `start` to `end` of the source of a document, as received."""

    document: str
    start: int
    end: int

    def meets(self, other: Place) -> bool:
        """Whether both share a character."""
        return self.document == other.document and self.start < other.end and other.start < self.end


def gold_places(gold: Iterable[Gold], texts: dict[str, str]) -> tuple[Place, ...]:
    """Every place of every gold quote in the texts, white space aside; none where the words are gone."""
    found: list[Place] = []
    for one in gold:
        text = texts[one.document]
        solid = [at for at, char in enumerate(text) if not char.isspace()]
        held = Sources({one.document: source(one.document, text)})
        for start, end in held.gold_spans(one.quote, one.document):
            found.append(Place(one.document, solid[start], solid[end - 1] + 1))
    return tuple(found)


def sentences_at(guideline: Guideline, places: Iterable[Place]) -> tuple[Place, ...]:
    """The whole sentences of the clauses that the places touch, each once, in order.

    A label and heading of its own that runs into a clause stays while something else of the clause does.
    """
    own = [p for p in places if p.document == guideline.id]
    found: set[Place] = set()
    for clause in guideline.clauses:
        if clause.text.strip() and any(p.meets(_whole(clause)) for p in own):
            found.update(_of_clause(clause, own))
    return tuple(sorted(found))


def text_of(places: Iterable[Place], texts: dict[str, str]) -> tuple[str, ...]:
    """The words at the places."""
    return tuple(texts[p.document][p.start : p.end] for p in places)


def without(text: str, places: Sequence[Place]) -> str:
    """The text without those places."""
    for place in sorted(places, reverse=True):
        text = text[: place.start] + text[place.end :]
    return text


def merged(places: Iterable[Place]) -> list[Place]:
    """The places in order, those that share characters or touch as one."""
    found: list[Place] = []
    for place in sorted(places):
        last = found[-1] if found else None
        if last and last.document == place.document and place.start <= last.end:
            found[-1] = Place(place.document, last.start, max(last.end, place.end))
        else:
            found.append(place)
    return found


def before_cuts(place: Place, cuts: Sequence[Place]) -> Place:
    """The place of a text, after the places `cuts` of it were taken out, as a place of the text before."""
    start, end = place.start, place.end
    for cut in sorted(c for c in cuts if c.document == place.document):
        start += cut.end - cut.start if cut.start <= start else 0
        end += cut.end - cut.start if cut.start < end else 0
    return Place(place.document, start, end)


def _of_clause(clause: Clause, places: list[Place]) -> set[Place]:
    spans = [(start, end) for start, end in sentences(clause.text) if clause.text[start:end].strip()]
    touched = [s for s in spans if any(_shared(_placed(clause, *s), p) >= LEAST for p in places)]
    if len(touched) == len(spans) and spans:
        return {_whole(clause)}
    return {_placed(clause, start, end) for start, end in touched}


def _shared(one: Place, other: Place) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _whole(clause: Clause) -> Place:
    return _placed(clause, 0, len(clause.text))


def _placed(clause: Clause, start: int, end: int) -> Place:
    words = clause.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Place(clause.document, *clause.offsets.span(start, end))
