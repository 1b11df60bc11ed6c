"""Two reports side by side: what got worse first, and whether that must stop a change."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import EvalError
from evals.running import FORMAT
from evals.table import printable

Cases = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """One case that stands differently in the two reports."""

    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed. Anything in `permits`, `quotes` or `missing` must stop the change."""

    broke: tuple[Change, ...]
    mended: tuple[Change, ...]
    permits: tuple[Change, ...]
    quotes: tuple[Change, ...]
    missing: tuple[Change, ...]
    regraded: tuple[Change, ...]
    added: tuple[Change, ...]

    @property
    def stops(self) -> bool:
        """Whether the new report may not replace the old one."""
        return bool(self.permits or self.quotes or self.missing)


def load(path: Path) -> Mapping[str, Any]:
    """A report that `run --out` wrote; EvalError otherwise."""
    try:
        report = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise EvalError(f"There is no report at {path}.") from None
    except ValueError:
        raise EvalError(f"{path} is not a report.") from None
    if not isinstance(report, dict) or report.get("format") != FORMAT:
        raise EvalError(f"{path} is not a report of format {FORMAT}.")
    return report


def compare(base: Mapping[str, Any], new: Mapping[str, Any]) -> Comparison:
    """The changes from `base` to `new`."""
    old: Cases = {case["id"]: case for case in base["cases"]}
    now: Cases = {case["id"]: case for case in new["cases"]}
    both = [identity for identity in old if identity in now]
    return Comparison(
        broke=_changes(both, lambda i: _move(old[i], now[i], "passed", "failed") and against(now[i])),
        mended=_changes(both, lambda i: _move(old[i], now[i], "failed", "passed") and "now passes"),
        permits=_changes(now, lambda i: _false(now[i]) if not (i in old and _false(old[i]) == _false(now[i])) else ""),
        quotes=_changes(now, lambda i: _broken(now[i]) if not (i in old and _broken(old[i])) else ""),
        missing=_changes(old, lambda i: _lost(old[i], now.get(i))),
        regraded=_changes(
            both, lambda i: "its question or gold changed" if old[i]["digest"] != now[i]["digest"] else ""
        ),
        added=_changes(now, lambda i: "" if i in old else now[i]["status"]),
    )


def lines(comparison: Comparison, base: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """The comparison in words, the worst first."""
    titles = (
        ("pass -> fail", comparison.broke),
        ("NEW FALSE PERMITS", comparison.permits),
        ("NEWLY BROKEN QUOTES", comparison.quotes),
        ("MISSING: asked and scored before, not now", comparison.missing),
        ("fail -> pass", comparison.mended),
        ("question or gold changed", comparison.regraded),
        ("new cases", comparison.added),
    )
    for title, changes in titles:
        if changes:
            yield f"{title}: {len(changes)}"
            yield from (f"  {change.id}  {printable(change.what)[:160]}" for change in changes)
    moved = [name for name, value in base["digests"].items() if new["digests"].get(name) != value]
    yield f"changed inputs: {', '.join(moved) or 'none'}"
    yield f"passed: {base['figures']['passed']} of {base['figures']['cases']} -> " \
          f"{new['figures']['passed']} of {new['figures']['cases']}"  # fmt: skip


def against(case: Mapping[str, Any]) -> str:
    """The reasons why a case failed, on one line."""
    return "; ".join(f"{name}: {mark['reason']}" for name, mark in case["marks"].items() if mark["result"] == "fail")


def _changes(ids: Sequence[str] | Mapping[str, Any], what: Any) -> tuple[Change, ...]:
    return tuple(Change(identity, said) for identity in ids if (said := what(identity)))


def _move(old: Mapping[str, Any], now: Mapping[str, Any], before: str, after: str) -> bool:
    return bool(old["status"] == before and now["status"] == after)


def _false(case: Mapping[str, Any]) -> str:
    return str(case["permit"])


def _broken(case: Mapping[str, Any]) -> str:
    mark = case["marks"].get("grounded") or {}
    return str(mark.get("reason") or "") if mark.get("result") == "fail" else ""


def _lost(old: Mapping[str, Any], now: Mapping[str, Any] | None) -> str:
    if now is None:
        return "the case is gone"
    scored = ("passed", "failed")
    return f"{now['status']}: {now['reason']}" if old["status"] in scored and now["status"] not in scored else ""
