"""What must hold before a change is kept: own cases, a sample of twins, quotes, and nothing worse than before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.compare import Comparison
from evals.compare_told import lines as compared_lines
from evals.determinism import Repeated
from evals.metrics import Share
from evals.table import printable
from evals.touched import Touched
from evals.twin_rows import Report as Twins

SAMPLE = 120
WATCHED = 10
REPEATED = 60
FALL = 0.02
TWIN_FALL = 0.05
LEAST = 50  # what is counted over fewer is left to the comparison case by case


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
    base: Mapping[str, Any] | None,
    comparison: Comparison | None,
    touched: Sequence[Touched] = (),
    unrecorded: Sequence[str] = (),
) -> Outcome:
    """What stands against a run: the figures that must be perfect, then what is worse than the baseline.

    Without a baseline (`base` and `comparison` are None) the gate stays shut: nobody can say that nothing got worse.
    """
    cases = report["cases"]
    broken = [c["id"] for c in cases if (c["marks"].get("grounded") or {}).get("result") == "fail"]
    lost = [f"{c['id']}: {c['status']}: {c['reason'] or _crashes(c)}" for c in cases if c["status"] in _UNSCORED]
    return Outcome(
        (
            Check("every case is answered and scored", tuple(lost)),
            Check("every quote stands word for word where it says", tuple(broken)),
            Check("no twin gets more leave than its documents give", tuple(_more_leave(base or {}, twins))),
            Check(f"no rate of twins falls by more than {TWIN_FALL:.0%}", tuple(_twins_fallen(base or {}, twins))),
            Check("every twin is scored", tuple(f"{row.id}: {row.crashed}" for row in twins.crashed)),
            Check("replies are the same under another hash seed", repeated.differ),
            _baseline(comparison),
            Check(f"no measure falls by more than {FALL:.0%} of what it counts", tuple(_fallen(base or {}, report))),
        ),
        (
            *_newly_missed(base or {}, twins),
            *(f"look at the gold of {one.case}: {one.what}" for one in touched),
            *_new(unrecorded),
        ),
    )


def lines(
    outcome: Outcome, comparison: Comparison | None, base: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[str]:
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


def _fallen(base: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[str]:
    before = base.get("figures", {}).get("measures", {})
    for name, now in report["figures"]["measures"].items():
        old = before.get(name)
        if not old or old["value"] is None or now["value"] is None or min(old["total"], now["total"]) < LEAST:
            continue
        worse = (old["value"] - now["value"]) * (1 if now["better"] == "high" else -1)
        if worse > FALL:
            yield f"{now['title']}: {old['value']:.3f} -> {now['value']:.3f}"


def _more_leave(base: Mapping[str, Any], twins: Twins) -> Iterator[str]:
    known = frozenset((base.get("twins") or {}).get("permits", ()))
    return (f"{row.id}: {row.why}" for row in twins.permits if row.id not in known)


def _newly_missed(base: Mapping[str, Any], twins: Twins) -> Iterator[str]:
    """Twins that miss and that the baseline does not hold as misses; it may not have made them."""
    if (known := (base.get("twins") or {}).get("misses")) is not None:
        yield from (f"twin misses, and not in the baseline: {row.id}" for row in twins.missed if row.id not in known)


def _twins_fallen(base: Mapping[str, Any], twins: Twins) -> Iterator[str]:
    before = base.get("twins") or {}
    now = {"edit_follow": twins.edit_follow(), "twin_accuracy": twins.twin_accuracy(), "unrelated": twins.steady()}
    for name, share in now.items():
        old = Share(**before[name]).value if name in before else None
        if old is not None and share.value is not None and old - share.value > TWIN_FALL:
            yield f"{name.replace('_', ' ')}: {old:.1%} -> {share.value:.1%}"


def _new(unrecorded: Sequence[str]) -> Iterator[str]:
    if unrecorded:
        yield f"{len(unrecorded)} cases, {unrecorded[0]} first, have no clauses on record: see evals touched --accept"
