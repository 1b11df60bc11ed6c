"""Two reports side by side: what got worse first, and whether that must stop a change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import EvalError
from evals.estimates import Counted, Estimate, clustered
from evals.running import FORMAT

TOLERANCE = 0.005
SCORED = ("passed", "failed")
Fields = Mapping[str, Any]
Cases = Mapping[str, Fields]


@dataclass(frozen=True, slots=True)
class Change:
    """One case that stands differently in the two reports."""

    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed. `drop` is the share of paired cases lost less those won, None where no case is in both."""

    broke: tuple[Change, ...]
    mended: tuple[Change, ...]
    permits: tuple[Change, ...]
    quotes: tuple[Change, ...]
    missing: tuple[Change, ...]
    regraded: tuple[Change, ...]
    added: tuple[Change, ...]
    reworded: tuple[Change, ...]
    drop: Estimate | None
    tolerance: float

    @property
    def dropped(self) -> bool:
        """Whether more is lost than the tolerance allows, and more than chance explains."""
        return self.drop is not None and self.drop.mean > self.tolerance and self.drop.above_zero

    @property
    def stops(self) -> bool:
        """Whether the new report may not replace the old one."""
        return bool(self.permits or self.quotes or self.missing or self.dropped)


def load(path: Path) -> Mapping[str, Any]:
    """A report that `run --out` wrote, or a baseline; EvalError otherwise."""
    try:
        report = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise EvalError(f"There is no report at {path}.") from None
    except (OSError, ValueError):
        raise EvalError(f"{path} is not a report.") from None
    if not isinstance(report, dict) or report.get("format") != FORMAT:
        raise EvalError(f"{path} is not a report of format {FORMAT}.")
    return report


def load_run(path: Path) -> Mapping[str, Any]:
    """The same, but no baseline: that lacks what explains an answer."""
    report = load(path)
    if "reason" in report:
        raise EvalError(f"{path} is a baseline; a report of `run --out` or `gate --out` is wanted.")
    return report


def compare(base: Fields, new: Fields, tolerance: float = TOLERANCE) -> Comparison:
    """The changes from `base` to `new`. Cases are paired by id and digest: one whose question or gold changed is
    named, and neither lost nor won.

    A false permit or a broken quote is new unless the same case, in the same words, had it before.
    """
    old: Cases = {case["id"]: case for case in base["cases"]}
    now: Cases = {case["id"]: case for case in new["cases"]}
    pairs = {i: (old[i], now[i]) for i in old if i in now and old[i]["digest"] == now[i]["digest"]}
    before: Cases = {i: pair[0] for i, pair in pairs.items()}
    return Comparison(
        broke=_changes(pairs, lambda i: against(now[i]) if _moved(*pairs[i], "passed", "failed") else ""),
        mended=_changes(pairs, lambda i: "now passes" if _moved(*pairs[i], "failed", "passed") else ""),
        permits=_changes(now, lambda i: _new(str(now[i]["permit"]), str(before.get(i, {}).get("permit", "")))),
        quotes=_changes(now, lambda i: broken(now[i]) if not (i in before and broken(before[i])) else ""),
        missing=_changes(old, lambda i: _lost(old[i], now.get(i))),
        regraded=_changes(old, lambda i: _regraded(old[i], now[i]) if i in now and i not in pairs else ""),
        added=_changes(now, lambda i: "" if i in old else str(now[i]["status"])),
        reworded=_changes(pairs, lambda i: _reworded(*pairs[i])),
        drop=clustered(_lost_by_family(pairs.values())),
        tolerance=tolerance,
    )


def against(case: Fields) -> str:
    """The reasons why a case failed, on one line."""
    return "; ".join(f"{name}: {mark['reason']}" for name, mark in case["marks"].items() if mark["result"] == "fail")


def broken(case: Fields) -> str:
    """What is broken about the quotes of a case, "" when nothing is."""
    mark = case["marks"].get("grounded") or {}
    return str(mark.get("reason") or "broken") if mark.get("result") == "fail" else ""


def _lost_by_family(pairs: Iterable[tuple[Fields, Fields]]) -> Mapping[str, list[Counted]]:
    families: dict[str, list[Counted]] = {}
    for old, now in pairs:
        if old["status"] in SCORED and now["status"] in SCORED:
            lost = (old["status"] == "passed") - (now["status"] == "passed")
            families.setdefault(now["family"], []).append((lost, 1))
    return families


def _changes(ids: Iterable[str], what: Callable[[str], str]) -> tuple[Change, ...]:
    return tuple(Change(identity, said) for identity in ids if (said := what(identity)))


def _moved(old: Fields, now: Fields, before: str, after: str) -> bool:
    return bool(old["status"] == before and now["status"] == after)


def _new(permit: str, before: str) -> str:
    """The permit, unless the case had one as grave before: a condition is less grave than plain leave."""
    return permit if _gravity(permit) > _gravity(before) else ""


def _gravity(permit: str) -> int:
    return 0 if not permit else 1 if permit.startswith("conditional") else 2


def _regraded(old: Fields, now: Fields) -> str:
    return f"its question or gold changed: {old['status']} -> {now['status']}"


def _lost(old: Fields, now: Fields | None) -> str:
    if now is None:
        return "the case is gone"
    return f"{now['status']}: {now['reason']}" if old["status"] in SCORED and now["status"] not in SCORED else ""


def _reworded(old: Fields, now: Fields) -> str:
    before, after = ((case["got"] or {}).get("answer", "") for case in (old, now))
    return f"{before} -> {after}" if old["status"] == now["status"] and before != after else ""
