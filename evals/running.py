"""One run: cases asked, graded, measured, and written as a report of plain JSON values (its shape: docs/evals.md)."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals import metrics
from evals.asking import Asker, Heard, Place
from evals.attribution import STEPS, lost
from evals.cases import Case
from evals.digests import CODE, of_cases, of_folder
from evals.grading import CRITERIA, Criterion, grade
from evals.measures import MEASURES, counts, value
from evals.metrics import Item, Share
from evals.quoting import FAULTS, fault, touches
from evals.reply import Cited, Reply
from evals.retrieval_metrics import percentile
from evals.sources import Sources
from evals.verdicts import verdict_figures

FORMAT = 2
NEAREST = 10
HOME = Path(__file__).resolve().parent.parent
SILENCE = Heard(None, "there is no reply to this case")


def run(
    cases: Sequence[Case], ask: Asker, sources: Sources, criteria: Mapping[str, Criterion] = CRITERIA
) -> tuple[Item, ...]:
    """Every case asked and graded, in order."""
    heard = ask(cases)
    return tuple(_item(case, heard.get(case.id, SILENCE), sources, criteria) for case in cases)


def report(items: Sequence[Item], sources: Sources, place: Place, seconds: float) -> dict[str, Any]:
    """The report of a run: digests, figures, and each case with its marks, measures, steps and what was got."""
    cases = [_case_fields(item, sources) for item in items]
    return {
        "format": FORMAT,
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "today": place.today.isoformat(),
        "seconds": round(seconds, 2),
        "timing": _timing(items),
        "digests": {
            "corpus": of_folder(place.corpus),
            "code": of_folder(HOME / "assistant", HOME / "prompts", endings=CODE),
            "cases": of_cases(item.case for item in items),
        },
        "figures": figures(items, cases),
        "twins": None,
        "determinism": None,
        "cases": cases,
    }


def figures(items: Sequence[Item], cases: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """All figures of a run by name; a share is {"hits", "total"}. `cases` are the items as fields of the report."""
    status = {name: sum(i.grade.status == name for i in items)
              for name in ("passed", "failed", "unanswered", "unscored")}  # fmt: skip
    faults = Counter(c["fault"] for case in cases if case["got"] for c in case["got"]["citations"])
    lost_at = Counter(case["step"]["name"] for case in cases if case["step"])
    return {
        "cases": len(items),
        **status,
        "pass_rate": _share(metrics.passed(items)),
        "by_kind": _shares(metrics.passed_by(items, lambda case: case.kind)),
        "by_lang": _shares(metrics.passed_by(items, lambda case: case.lang)),
        "by_suite": _shares(metrics.passed_by(items, lambda case: case.suite)),
        "by_criterion": _shares(metrics.by_criterion(items)),
        "measures": {name: _measured(name, cases) for name in MEASURES},
        "verdicts": verdict_figures(items),
        "permits": dict(sorted(Counter(i.grade.permit for i in items if i.grade.permit).items())),
        "faults": {name: faults[name] for name in FAULTS},
        "steps": {name: lost_at[name] for name in STEPS},
        "median_answer_length": metrics.answer_length(items),
    }


def _measured(name: str, cases: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    found, hits, total = value(tuple(c["measures"][name]) for c in cases if name in c["measures"])
    measure = MEASURES[name]
    return {"title": measure.title, "better": measure.better, "value": found, "hits": hits, "total": total,
            "definition": measure.definition}  # fmt: skip


def _timing(items: Iterable[Item]) -> dict[str, Any]:
    """Milliseconds that the assistant says it took for an answer: median and nearest-rank 95th percentile."""
    times = [i.reply.elapsed_ms for i in items if i.reply and i.reply.elapsed_ms is not None]
    shares = {"p50_ms": 0.5, "p95_ms": 0.95}
    return {"replies": len(times), **{name: percentile(times, at) if times else None for name, at in shares.items()}}


def _item(case: Case, heard: Heard, sources: Sources, criteria: Mapping[str, Criterion]) -> Item:
    return Item(case, heard.reply, grade(case, heard.reply, sources, heard.reason, criteria), heard.seen)


def _case_fields(item: Item, sources: Sources) -> dict[str, Any]:
    case, step = item.case, lost(item, sources)
    return {
        "id": case.id,
        "digest": case.digest,
        "suite": case.suite,
        "kind": case.kind,
        "lang": case.lang,
        "family": case.family,
        "programmes": list(case.programmes),
        "question": case.question,
        "history": [{"role": turn.role, "content": turn.content} for turn in case.history],
        "wanted": {
            "verdict": case.verdict,
            "verdict_alt": list(case.verdict_alt),
            "silent": case.silent,
            "must_include": [list(group) for group in case.must_include],
            "must_not_include": list(case.must_not_include),
            "gold": [{"document": gold.document, "quote": gold.quote} for gold in case.gold],
        },
        "status": item.grade.status,
        "reason": item.grade.reason,
        "permit": item.grade.permit,
        "step": {"name": step.step, "why": step.why} if step else None,
        "marks": {mark.criterion: {"result": mark.result, "reason": mark.reason} for mark in item.grade.marks},
        "measures": {name: list(counted) for name, counted in counts(item, sources).items()},
        "got": None if item.reply is None else _reply_fields(item.reply, case, sources),
        "steps": None if item.seen is None else _steps_fields(item),
    }  # fmt: skip


def _reply_fields(reply: Reply, case: Case, sources: Sources) -> dict[str, Any]:
    return {
        "outcome": reply.outcome,
        "understood_as": reply.understood_as,
        "answer": reply.answer,
        "verdict": reply.verdict,
        "abstained": reply.abstained,
        "citations": [_cited_fields(cited, case, sources) for cited in reply.citations],
        "error": reply.error,
    }


def _cited_fields(cited: Cited, case: Case, sources: Sources) -> dict[str, Any]:
    return {
        "document": cited.document,
        "clause": cited.clause,
        "quote": cited.quote,
        "source_quote": cited.source_quote,
        "start": cited.start,
        "end": cited.end,
        "fault": fault(cited, sources),
        "touches_gold": touches(cited, case, sources) if case.gold else None,
    }


def _steps_fields(item: Item) -> dict[str, Any] | None:
    if item.seen is None:
        return None
    fields = item.seen.fields()
    fields["retrieved"] = fields["retrieved"][:NEAREST]
    fields["searched"] = fields["searched"] and fields["searched"][:NEAREST]
    return fields


def _share(share: Share) -> dict[str, int]:
    return {"hits": share.hits, "total": share.total}


def _shares(shares: Mapping[str, Share]) -> dict[str, dict[str, int]]:
    return {name: _share(share) for name, share in shares.items()}
