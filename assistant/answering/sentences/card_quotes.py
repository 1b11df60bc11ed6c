"""Points of a card as the quotes that tell them: in the documents' order, those of one sentence as one run."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answering.sentences.spans import segment_at, unmarked
from assistant.guideline.card import Point
from assistant.guideline.quote import Quote
from assistant.guideline.sentences import sentences
from assistant.programmes.days import find_days
from assistant.programmes.quantities import find_quantities

MOST = 6  # citations of a list (the contract)
_BETWEEN = 24  # characters that may stand between two points of one sentence that are told as one
_HEADING = 16  # characters of a step that is no more than a heading
_OPENING = 160  # characters of such a step that are cited
_LONGEST = 220  # characters of such a run


def quotes_of(points: Iterable[Point]) -> tuple[Quote, ...]:
    """The quotes of the points, each run of words once."""
    quotes = _distinct([unmarked(p.statement.quote) for p in points])
    first: dict[str, int] = {}
    for quote in quotes:
        first.setdefault(quote.clause.document, len(first))
    quotes.sort(key=lambda q: (first[q.clause.document], q.clause.order, q.start))
    return tuple(_outer(_together(quotes)))


def opened(quote: Quote) -> Quote:
    """A step that is told by its heading alone with the first sentences under it, as far as they are short."""
    text = quote.clause.text
    if quote.start or quote.end - quote.start > _HEADING or quote.end >= len(text) - 1:
        return quote
    ends = [b for a, b in sentences(text) if quote.end <= b <= _OPENING]
    return Quote(quote.clause, 0, ends[-1]) if ends else quote


def timed(quote: Quote) -> str:
    """A step as it is told: its first sentence, with what sets a time further on."""
    text = quote.text
    first = next((b for a, b in sentences(text)), len(text))
    rest = text[first:]
    places = sorted(
        {q.start for q in find_quantities(rest) if q.dimension == "duration"} | {d.start for d in find_days(rest)}
    )
    more = dict.fromkeys(segment_at(rest, at).strip("，,；;。 ") for at in places)
    return "：".join(filter(None, (text[:first].rstrip("；;。，,：:"), "，".join(more))))


def beside(point: Point, other: Point) -> bool:
    """Whether the two stand in one sentence and are about the same role: what goes on there has the same subject."""
    mine, theirs = point.statement, other.statement
    if mine.role != theirs.role or mine.quote.clause != theirs.quote.clause:
        return False
    spans = sentences(mine.quote.clause.text)
    return any(
        a <= min(mine.quote.start, theirs.quote.start) and mine.quote.start < b and theirs.quote.start < b
        for a, b in spans
    )


def _distinct(quotes: list[Quote]) -> list[Quote]:
    """The quotes without those whose words stand in another, in order; of equal ones the first."""
    kept: list[Quote] = []
    for n, quote in enumerate(quotes):
        longer = (q for q in quotes[n + 1 :] if q.text != quote.text)
        if not any(quote.text in other.text for other in (*kept, *longer)):
            kept.append(quote)
    return kept


def _together(quotes: list[Quote]) -> list[Quote]:
    """Quotes that stand close together in one sentence as one: 属地部门初审盖章后……，市局审查."""
    kept: list[Quote] = []
    for quote in quotes:
        last = kept[-1] if kept else None
        if last and last.clause is quote.clause and _one_run(last, quote):
            kept[-1] = Quote(last.clause, last.start, max(last.end, quote.end))
        else:
            kept.append(quote)
    return kept


def _one_run(last: Quote, quote: Quote) -> bool:
    if quote.start - last.end > _BETWEEN or quote.end - last.start > _LONGEST:
        return False
    if quote.start - last.end <= 2:  # the mark between two parts
        return True
    return any(a <= last.start and quote.end <= b for a, b in sentences(quote.clause.text))


def _outer(quotes: list[Quote]) -> list[Quote]:
    """Without what only details another, where more is told than can be cited."""
    if len(quotes) <= MOST:
        return quotes
    told = {(q.clause.document, q.clause.id) for q in quotes}
    return [q for q in quotes if (q.clause.document, q.clause.parent) not in told]
