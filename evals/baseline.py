"""The committed baseline: what a change is held against. Only `bless` writes it.

It is a report with less in it: no times, no code digest, one line a case, so that its diff in a review reads as the
list of answers that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.exchange import to_json
from evals.askers import OURS
from evals.cases import Case
from evals.compare import load
from evals.digests import CODE, of_cases, of_folder
from evals.errors import EvalError
from evals.running import FORMAT, HOME

BASELINE = HOME / "evals" / "baseline.json"
KEPT = ("id", "digest", "suite", "kind", "lang", "family", "status", "permit")
PLACES = 4
TWIN_RATES = ("rates", "edit_follow", "twin_accuracy", "consistency", "unrelated")
TIMED = ("latency", "seconds", "_ms")


def refusal(report: Mapping[str, Any], cases: Sequence[Case], corpus: Path) -> str:
    """Why the report may not become the baseline, "" when it may: it must be of these very documents, cases and code,
    asked of our own assistant, and every case must be scored."""
    digests = report["digests"]
    if digests["cases"] != of_cases(cases):
        return "The report is not of all own cases as they are now; run all of them again."
    code = of_folder(HOME / "assistant", HOME / "prompts", endings=CODE)
    if (digests["corpus"], digests["code"]) != (of_folder(corpus), code):
        return "Documents or code changed since the report was made; run the cases again."
    if report["asked"] not in OURS:
        return "The report is of another assistant."
    silent = [case["id"] for case in report["cases"] if case["status"] not in ("passed", "failed")]
    return f"{len(silent)} cases are not scored, {silent[0]} first." if silent else ""


def written(report: Mapping[str, Any], reason: str) -> str:
    """The text of the baseline file that holds what the report holds, less all that changes from run to run."""
    head = {
        "format": FORMAT,
        "reason": reason,
        "today": report["today"],
        "digests": {name: report["digests"][name] for name in ("corpus", "cases")},
    }
    lines = [f" {to_json(key)}: {to_json(value)}" for key, value in head.items()]
    lines.append(_block("figures", _figures(report["figures"]), "{}"))
    if report.get("twins"):
        lines.append(_block("twins", _twins(report["twins"]), "{}"))
    cases = sorted(report["cases"], key=lambda case: str(case["id"]))
    lines.append(_block("cases", (to_json(_case(case)) for case in cases), "[]"))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def load_baseline(path: Path = BASELINE) -> Mapping[str, Any]:
    """The baseline as a report that `compare` takes; EvalError where there is none."""
    if not path.is_file():
        raise EvalError("There is no baseline yet; `python -m evals bless REPORT` makes one.")
    return load(path)


def empty(report: Mapping[str, Any]) -> Mapping[str, Any]:
    """A baseline of nothing, which the first one is compared with."""
    return {
        "format": FORMAT,
        "digests": {},
        "figures": {"passed": 0, "cases": 0},
        "cases": [],
        "today": report["today"],
    }


def _case(case: Mapping[str, Any]) -> dict[str, Any]:
    got = case["got"] or {}
    return {
        **{key: case[key] for key in KEPT},
        "marks": {name: mark for name, mark in case["marks"].items() if mark["result"] != "pass"},
        "got": {key: got.get(key) for key in ("verdict", "answer")},
    }


def _figures(figures: Mapping[str, Any]) -> Iterator[str]:
    """One line a figure; of a measure only what is counted, since its words stand in the code."""
    for name, value in sorted(figures.items()):
        if _timed(name):
            continue
        if isinstance(value, dict) and value and all(isinstance(held, dict) for held in value.values()):
            rows = (f"{to_json(key)}: {to_json(_counted(held))}" for key, held in value.items())
            yield f"{to_json(name)}: {{\n   " + ",\n   ".join(rows) + "\n  }"
        else:
            yield f"{to_json(name)}: {to_json(value)}"


def _counted(figure: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: held for key, held in figure.items() if key not in ("title", "better", "definition")}
    return {key: round(held, PLACES) if isinstance(held, float) else held for key, held in kept.items()}


def _twins(twins: Mapping[str, Any]) -> Iterator[str]:
    """The rates, and the ids of the twins that miss, one a line."""
    for name in TWIN_RATES:
        yield f"{to_json(name)}: {to_json(twins[name])}"
    for name, kept in (("permits", "false_permit"), ("misses", "follows")):
        ids = sorted(t["id"] for t in twins["twins"] if not t["crashed"] and bool(t[kept]) == (name == "permits"))
        yield _block(name, map(to_json, ids), "[]").strip()


def _block(name: str, rows: Iterator[str], ends: str) -> str:
    return f" {to_json(name)}: {ends[0]}\n" + ",\n".join(f"  {row}" for row in rows) + f"\n {ends[1]}"


def _timed(name: str) -> bool:
    return any(part in name for part in TIMED)
