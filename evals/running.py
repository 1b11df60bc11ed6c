"""One run: cases asked, graded, measured, and written as a report of plain JSON values."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evals import metrics
from evals.asking import Asker, Heard, Place
from evals.cases import Case
from evals.digests import CODE, of_cases, of_folder
from evals.grading import grade
from evals.metrics import Item, Share
from evals.sources import Sources

FORMAT = 1
HOME = Path(__file__).resolve().parent.parent
SILENCE = Heard(None, "there is no reply to this case")


def run(cases: Sequence[Case], ask: Asker, sources: Sources) -> tuple[Item, ...]:
    """Every case asked and graded, in order."""
    heard = ask(cases)
    return tuple(_item(case, heard.get(case.id, SILENCE), sources) for case in cases)


def report(items: Sequence[Item], sources: Sources, place: Place, seconds: float) -> dict[str, Any]:
    """The report of a run: digests, figures, and each case with its marks and what was got."""
    return {
        "format": FORMAT,
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "today": place.today.isoformat(),
        "seconds": round(seconds, 2),
        "digests": {
            "corpus": of_folder(place.corpus),
            "code": of_folder(HOME / "assistant", HOME / "prompts", endings=CODE),
            "cases": of_cases(item.case for item in items),
        },
        "figures": figures(items, sources),
        "cases": [_case_fields(item) for item in items],
    }


def figures(items: Sequence[Item], sources: Sources) -> dict[str, Any]:
    """All figures of a run by name; a share is {"hits", "total"}."""
    status = {name: sum(i.grade.status == name for i in items)
              for name in ("passed", "failed", "unanswered", "unscored")}  # fmt: skip
    return {
        "cases": len(items),
        **status,
        "pass_rate": _share(metrics.passed(items)),
        "by_kind": _shares(metrics.passed_by(items, lambda case: case.kind)),
        "by_lang": _shares(metrics.passed_by(items, lambda case: case.lang)),
        "by_suite": _shares(metrics.passed_by(items, lambda case: case.suite)),
        "by_criterion": _shares(metrics.by_criterion(items)),
        "false_permits": _share(metrics.false_permits(items, "yes for no", "yes for not specified")),
        "hedged_noes": _share(metrics.false_permits(items, "conditional for no")),
        "over_abstention": _share(metrics.over_abstention(items)),
        "conditional_for_yes_or_no": _share(metrics.hedged(items)),
        "citations_touching_gold": _share(metrics.touching(items, sources)),
        "value_in_first_40": _share(metrics.early(items)),
        "median_answer_length": metrics.answer_length(items),
    }


def _item(case: Case, heard: Heard, sources: Sources) -> Item:
    return Item(case, heard.reply, grade(case, heard.reply, sources, heard.reason))


def _case_fields(item: Item) -> dict[str, Any]:
    case, reply = item.case, item.reply
    return {
        "id": case.id,
        "digest": case.digest,
        "suite": case.suite,
        "kind": case.kind,
        "lang": case.lang,
        "family": case.family,
        "question": case.question,
        "wanted": {
            "verdict": case.verdict,
            "verdict_alt": list(case.verdict_alt),
            "must_include": [list(group) for group in case.must_include],
            "gold": [gold.quote for gold in case.gold],
        },
        "status": item.grade.status,
        "reason": item.grade.reason,
        "permit": item.grade.permit,
        "marks": {mark.criterion: {"result": mark.result, "reason": mark.reason} for mark in item.grade.marks},
        "got": None if reply is None else {
            "outcome": reply.outcome,
            "answer": reply.answer,
            "verdict": reply.verdict,
            "abstained": reply.abstained,
            "citations": [{"document": c.document, "source_quote": c.source_quote} for c in reply.citations],
            "error": reply.error,
        },
    }  # fmt: skip


def _share(share: Share) -> dict[str, int]:
    return {"hits": share.hits, "total": share.total}


def _shares(shares: Mapping[str, Share]) -> dict[str, dict[str, int]]:
    return {name: _share(share) for name, share in shares.items()}
