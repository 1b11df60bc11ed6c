"""One step of the assistant scored alone, where gold says what it should have made; no later step is run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from assistant.answering.answer import Question
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.question.frame import Frame
from assistant.answering.question.scope import Scope
from evals.attribution import ASKED
from evals.cases import Case
from evals.held import Held, place_of
from evals.measures import value
from evals.metrics import Counted
from evals.ranking import gains, ideal
from evals.retrieval_metrics import ndcg, recall, reciprocal_rank
from evals.seen import frame_fields, retrieved
from evals.table import printable
from evals.told import asked


class Steps(Protocol):
    """What is needed of an engine whose steps are run one by one."""

    def understand(self, question: Question, today: date) -> Frame:
        """The question as a frame."""

    def scope(self, frame: Frame, question: Question) -> Scope:
        """The programmes that it is put to."""

    def retrieve(self, frame: Frame, scope: Scope) -> tuple[Found, ...]:
        """Passages of all documents, best first."""

    def decide(self, frame: Frame, scope: Scope, found: tuple[Found, ...], today: date) -> tuple[Finding, ...]:
        """One finding for each programme in scope."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What one step made of a case: `counts` by measure, and in words what it made."""

    case: Case
    counts: Mapping[str, Counted]
    made: str

    @property
    def missed(self) -> tuple[str, ...]:
        """The measures on which it lost something."""
        return tuple(name for name, (hits, total) in self.counts.items() if hits < total)


Score = Callable[[Case, Steps, Held, date], Scored]


def frame(case: Case, engine: Steps, held: Held, today: date) -> Scored:
    """Whether the question is put to a programme that gold means and to no other when it names some, and whether it
    is read as the sort of question that gold answers."""
    question = asked(case)
    made = engine.understand(question, today)
    put = engine.scope(made, question)
    counts: dict[str, Counted] = {}
    wanted, got = ({p.split("/")[0] for p in some} for some in (case.programmes, put.programmes))
    if wanted and not case.silent:
        counts["programme meant is asked"] = float(bool(wanted & got)), 1.0
        if put.chosen:
            counts["no other is asked"] = float(got <= wanted), 1.0
    if case.verdict and case.kind not in ("adversarial", "number", "wordlimit", "date", "contact"):
        read = made.whether or "demand" in made.marks or made.asks_which
        counts["read as whether"] = float(read), 1.0
    if case.verdict is None and (sort := ASKED.get(case.kind)):
        counts["figure or date is asked for"] = float(sort in made.asks), 1.0
    if case.kind == "not_held":
        counts["not held is recognised"] = float(bool(made.not_held or made.foreign)), 1.0
    fields = frame_fields(made)
    told = ", ".join(f"{k}={fields[k]}" for k in ("whether", "asks", "marks", "named", "role"))
    return Scored(case, counts, f"{told}; put to {', '.join(sorted(got)) or 'none'}")


def retrieve(case: Case, engine: Steps, held: Held, today: date) -> Scored:
    """Where the clauses that hold gold stand among those retrieved for the programmes in question."""
    if not case.gold or case.silent:
        return Scored(case, {}, "")
    question = asked(case)
    made = engine.understand(question, today)
    put = engine.scope(made, question)
    hits = retrieved(engine.retrieve(made, put), frozenset(put.programmes))
    gold = [[place for one in group for place in held.holding(one)] for group in case.gold_groups]
    named, wanted = gains([hit.place for hit in hits], gold), ideal(gold)
    counts = {f"recall@{k}": (recall(named, wanted, k), 1.0) for k in (1, 5, 10)}
    counts["mrr@10"] = reciprocal_rank(named, wanted, 10), 1.0
    counts["ndcg@10"] = ndcg(named, wanted, 10), 1.0
    return Scored(case, counts, "; ".join(f"{hit.place} {hit.score:.2f}" for hit in hits[:5]))


def decide(case: Case, engine: Steps, held: Held, today: date) -> Scored:
    """Whether the findings of the programmes in question rest on a clause that holds gold, and have a fair verdict;
    those of several programmes only where they agree."""
    question = asked(case)
    made = engine.understand(question, today)
    put = engine.scope(made, question)
    found = engine.decide(made, put, engine.retrieve(made, put), today)
    gold = {place for one in case.gold for place in held.holding(one)}
    counts: dict[str, Counted] = {}
    told = [f for f in found if not f.silent]
    if gold and not case.silent:
        counts["rests on gold"] = float(any(place_of(q.clause) in gold for f in told for q in f.quotes)), 1.0
    verdicts = {f.verdict for f in found}
    if case.verdict and len(verdicts) == 1:
        counts["verdict is fair"] = float(verdicts.pop() in case.accepted), 1.0
    if case.silent and len(case.accepted) <= 1:
        counts["silent as the documents are"] = float(not told), 1.0
    return Scored(case, counts, "; ".join(f"{f.programme} {f.verdict} {f.said[:60]}" for f in found))


STEPS: Mapping[str, Score] = {"frame": frame, "retrieve": retrieve, "decide": decide}


def scored(step: str, cases: Iterable[Case], engine: Steps, held: Held, today: date) -> list[Scored]:
    """That step scored on the cases, in order."""
    return [STEPS[step](case, engine, held, today) for case in cases]


def lines(rows: Sequence[Scored], *, failures: bool = True) -> Iterator[str]:
    """The cases on which the step lost something, then its figures."""
    for row in rows if failures else ():
        if row.missed:
            yield f"{row.case.id} [{row.case.kind}] {printable(row.case.question)}"
            yield f"    {', '.join(row.missed)}: {printable(row.made)[:300]}"
    for name, figure in figures(rows).items():
        told = "-" if figure["value"] is None else f"{figure['value']:.3f}   {figure['hits']:g} of {figure['total']:g}"
        yield f"  {name:<30}{told}"


def figures(rows: Sequence[Scored]) -> dict[str, dict[str, Any]]:
    """Each measure over all rows."""
    names = dict.fromkeys(name for row in rows for name in row.counts)
    sums = {name: value(row.counts[name] for row in rows if name in row.counts) for name in names}
    return {name: {"value": found, "hits": hits, "total": total} for name, (found, hits, total) in sums.items()}


def fields(step: str, rows: Sequence[Scored]) -> dict[str, Any]:
    """The report of one step as plain JSON values."""
    cases = [{"id": r.case.id, "counts": {n: list(c) for n, c in r.counts.items()}, "made": r.made} for r in rows]
    return {"step": step, "figures": figures(rows), "cases": cases}
