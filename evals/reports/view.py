"""What a page shows of a report: changes since the baseline side by side, and cases with all that explains them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from evals.compare import Change, Comparison, compare
from evals.reports.contexts import Context, context
from evals.reports.visible import one_line, visible
from evals.sources import Sources

Fields = Mapping[str, Any]
Mark = Literal["same", "gone", "new"]
Run = tuple[Mark, str]
LONGEST, LIKE = 3_000, 0.4


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with its neighbourhood, None where it does not stand in a source at hand."""

    fields: Fields
    context: Context | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A case as a page shows it; `change` is what became of it since the baseline, by the name of its group, and
    `words` what a reader may look for."""

    fields: Fields
    cited: tuple[Cited, ...]
    change: str
    words: str

    @property
    def held(self) -> frozenset[str]:
        """Places of the clauses that hold gold."""
        steps = self.fields["steps"] or {}
        return frozenset(place for places in steps.get("gold", ()) for place in places)


@dataclass(frozen=True, slots=True)
class Beside:
    """One changed case: what it said before and says now, in runs that are the same, gone or new."""

    id: str
    question: str
    what: str
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    verdicts: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Changes of one kind; `bad` ones are steps back, `stops` those that no change may make."""

    title: str
    note: str
    bad: bool
    stops: bool
    rows: tuple[Beside, ...]


GROUPS: tuple[tuple[str, str, str, bool, bool], ...] = (
    ("permits", "New false permits", "Verdicts more permissive than the documents.", True, True),
    ("quotes", "Newly broken quotes", "Quotes that do not stand where they say.", True, True),
    ("missing", "Missing", "Scored in the baseline, and not now.", True, True),
    ("broke", "Pass → fail", "", True, False),
    ("mended", "Fail → pass", "", False, False),
    ("reworded", "Other words, same result", "", False, False),
    ("regraded", "Question or gold changed", "Not compared: another question was asked.", False, False),
    ("added", "New cases", "", False, False),
)


def groups(comparison: Comparison, base: Fields, new: Fields) -> Iterator[Group]:
    """The changes, those that stop first; empty groups are left out."""
    old, now = ({case["id"]: case for case in report["cases"]} for report in (base, new))
    for name, title, note, bad, stops in GROUPS:
        changes: tuple[Change, ...] = getattr(comparison, name)
        if changes:
            rows = tuple(_beside(change, old.get(change.id), now.get(change.id), name) for change in changes)
            yield Group(title, note, bad, stops, rows)


def cases(report: Fields, base: Fields | None, sources: Sources, *, everything: bool) -> tuple[Shown, ...]:
    """The cases that did not pass, all of them where `everything`; the worst first."""
    found = compare(base, report) if base else None
    changed = {change.id: name for name, *_ in reversed(GROUPS) if found for change in getattr(found, name)}
    shown = [
        _shown(case, changed.get(case["id"], ""), sources)
        for case in report["cases"]
        if everything or case["status"] != "passed" or case["permit"]
    ]
    return tuple(sorted(shown, key=_rank))


def differing(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in runs; whole where they are long or have little in common."""
    plain: tuple[tuple[Run, ...], tuple[Run, ...]] = ((("same", before),), (("same", after),))
    if max(len(before), len(after)) > LONGEST:
        return plain
    found = SequenceMatcher(None, before, after, autojunk=False)
    if found.ratio() < LIKE:
        return plain
    left: list[Run] = []
    right: list[Run] = []
    for what, a, b, c, d in found.get_opcodes():
        left.append(("same" if what == "equal" else "gone", before[a:b]))
        right.append(("same" if what == "equal" else "new", after[c:d]))
    return tuple(run for run in left if run[1]), tuple(run for run in right if run[1])


def _beside(change: Change, old: Fields | None, now: Fields | None, name: str) -> Beside:
    before, after = differing(_answer(old), _answer(now))
    question = (now or old or {}).get("question", "")
    what = "" if name in ("reworded", "mended") else change.what
    return Beside(change.id, question, what, before, after, (_verdict(old), _verdict(now)))


def _shown(case: Fields, change: str, sources: Sources) -> Shown:
    citations = (case["got"] or {}).get("citations", ())
    words = " ".join([case["id"], case["family"], case["question"], _answer(case), *case["programmes"]])
    found = tuple(Cited(fields, context(fields, sources)) for fields in citations)
    return Shown(case, found, change, one_line(words).lower())


def _rank(shown: Shown) -> tuple[bool, bool, bool, bool, str]:
    """False permits, then what broke since the baseline, then what has no score, then what fails."""
    fields = shown.fields
    unscored = fields["status"] in ("unscored", "unanswered")
    return (not fields["permit"], shown.change not in ("broke", "quotes", "missing"), not unscored,
            fields["status"] != "failed", str(fields["id"]))  # fmt: skip


def _answer(case: Fields | None) -> str:
    got = (case or {}).get("got") or {}
    return visible(got.get("answer") or got.get("error") or "")


def _verdict(case: Fields | None) -> str:
    got = (case or {}).get("got") or {}
    return str(got.get("verdict") or "")
