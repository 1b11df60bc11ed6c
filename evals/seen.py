"""What the steps of our assistant made of one case, as plain values that travel between processes and into a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.question.frame import Frame
from assistant.answering.trace import Trace
from assistant.guideline.values import Interval
from evals.cases import Case
from evals.held import Held, place_of

KEPT = 20


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A clause that was brought up for the programmes in question, by its best sentence: `place` is
    "<document>#<clause id>", `coverage` the share of the question that the sentence explains (0..1)."""

    place: str
    score: float
    coverage: float
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What was found for one programme; `quotes` are (place of the clause, words), the one that proves it first."""

    programme: str
    outcome: str
    verdict: str | None
    said: str
    reason: str
    quotes: tuple[tuple[str, str], ...]
    rejected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """The steps behind one reply. `frame` is the question as understood; `scope` the programmes it was put to,
    `chosen` whether it named them; `retrieved` the first clauses for those, best first; `gold` the places of the
    clauses that hold each gold quote of the case, none where it was never indexed, `digests` those of these clauses. `searched` are the places of the first clauses
    that plain search brings up for the words of the question, whatever programme they are for; None where it was not asked."""

    frame: dict[str, Any]
    scope: tuple[str, ...]
    chosen: bool
    retrieved: tuple[Retrieved, ...]
    decided: tuple[Decided, ...]
    settled: tuple[Decided, ...]
    gold: tuple[tuple[str, ...], ...]
    digests: dict[str, str]
    searched: tuple[str, ...] | None = None

    def fields(self) -> dict[str, Any]:
        """The steps as plain JSON values."""
        return asdict(self)


def seen(case: Case, trace: Trace, held: Held, searched: tuple[str, ...] | None = None) -> Seen:
    """What the trace, and plain search, show of the case."""
    gold = tuple(tuple(place for one in group for place in held.holding(one)) for group in case.gold_groups)
    return Seen(
        frame=frame_fields(trace.frame),
        scope=trace.scope.programmes,
        chosen=trace.scope.chosen,
        retrieved=retrieved(trace.found, frozenset(trace.scope.programmes)),
        decided=tuple(_decided(f) for f in trace.decided),
        settled=tuple(_decided(f) for f in trace.settled),
        gold=gold,
        digests={place: held.digest(place) for places in gold for place in places},
        searched=searched,
    )


def retrieved(found: Iterable[Found], programmes: frozenset[str], count: int = KEPT) -> tuple[Retrieved, ...]:
    """The first clauses that speak for one of the programmes, each once."""
    best: dict[str, Retrieved] = {}
    for one in found:
        if len(best) == count:
            break
        place = place_of(one.passage.clause)
        if place not in best and one.passage.programmes & programmes:
            best[place] = Retrieved(place, round(one.score, 3), round(one.coverage, 3), one.passage.text.strip())
    return tuple(best.values())


def frame_fields(frame: Frame) -> dict[str, Any]:
    """The parts of a frame that say what was understood."""
    return {
        "language": frame.language,
        "whether": frame.whether,
        "asks": sorted(frame.asks),
        "marks": sorted(frame.marks),
        "named": list(frame.named),
        "not_held": list(frame.not_held),
        "role": frame.role,
        "units": [u.words for u in frame.units],
        "quantities": [f"{_bounds(q.interval)} {q.unit}" for q in frame.quantities],
        "places": list(frame.places),
        "concepts": sorted(frame.concepts),
        "terms": [f"{t.kind}:{t.words}" for t in frame.terms],
        "inherited": frame.inherited,
    }


def _bounds(interval: Interval) -> str:
    low, high = interval.low, interval.high
    return str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"


def _decided(finding: Finding) -> Decided:
    quotes = tuple((place_of(q.clause), q.text) for q in finding.quotes)
    return Decided(finding.programme, finding.outcome, finding.verdict, finding.said, finding.reason, quotes,
                   finding.rejected)  # fmt: skip
