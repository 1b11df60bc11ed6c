"""What must hold before a change is kept: every own case, a sample of twins, the quotes, and nothing worse than before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.compare import Comparison
from evals.compare_told import lines as compared_lines
from evals.determinism import Repeated
from evals.table import printable
from evals.touched import Touched
from evals.twin_rows import Report as Twins

SAMPLE = 120
WATCHED = 10
REPEATED = 60


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold, and what speaks against it: nothing when it holds."""

    title: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gate found. `notes` are for whoever reads, and stop nothing."""

    checks: tuple[Check, ...]
    notes: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether the change may pass."""
        return not any(check.against for check in self.checks)


def judged(
    report: Mapping[str, Any],
    twins: Twins,
    repeated: Repeated,
    comparison: Comparison | None,
    touched: Sequence[Touched] = (),
    unrecorded: Sequence[str] = (),
) -> Outcome:
    """What stands against a run: the figures that must be perfect, then what is worse than the baseline.

    Without a baseline (`comparison` is None) the gate stays shut: nobody can say that nothing got worse.
    """
    cases = report["cases"]
    broken = [c["id"] for c in cases if (c["marks"].get("grounded") or {}).get("result") == "fail"]
    lost = [f"{c['id']}: {c['status']}: {c['reason'] or _crashes(c)}" for c in cases if c["status"] in _UNSCORED]
    return Outcome(
        (
            Check("every case is answered and scored", tuple(lost)),
            Check("every quote stands word for word where it says", tuple(broken)),
            Check("no twin gets more leave than its documents give", tuple(f"{r.id}: {r.why}" for r in twins.permits)),
            Check("every twin is scored", tuple(f"{row.id}: {row.crashed}" for row in twins.crashed)),
            Check("replies are the same under another hash seed", repeated.differ),
            _baseline(comparison),
        ),
        (*(f"look at the gold of {one.case}: {one.what}" for one in touched), *_new(unrecorded)),
    )


def lines(outcome: Outcome, comparison: Comparison | None, base: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """What changed since the baseline, then each check with what speaks against it, then the verdict."""
    if comparison is not None:
        yield from compared_lines(comparison, base, new)
    yield from outcome.notes
    for check in outcome.checks:
        yield f"{'FAIL' if check.against else 'ok':<5} {check.title}"
        yield from (f"      {printable(words)[:200]}" for words in check.against)
    yield "the gate is open" if outcome.open else "the gate is shut"


_UNSCORED = ("unanswered", "unscored")


def _crashes(case: Mapping[str, Any]) -> str:
    return "; ".join(mark["reason"] for mark in case["marks"].values() if mark["result"] == "crashed")


def _baseline(comparison: Comparison | None) -> Check:
    title = "nothing is worse than the baseline"
    if comparison is None:
        return Check(title, ("there is no baseline; python -m evals bless makes one",))
    worse = [("new false permit", comparison.permits), ("newly broken quote", comparison.quotes),
             ("missing", comparison.missing)]  # fmt: skip
    against = [f"{what}: {change.id} {change.what}" for what, changes in worse for change in changes]
    if comparison.dropped:
        against.append("more cases fail than chance and tolerance explain")
    return Check(title, tuple(against))


def _new(unrecorded: Sequence[str]) -> Iterator[str]:
    if unrecorded:
        yield f"{len(unrecorded)} cases have no clauses on record ({unrecorded[0]} first): python -m evals touched --accept"
