"""Figures over many graded cases. Each is a `Share` of what it counts over, so that nothing hides in a ratio."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from evals.cases import Case
from evals.grading import CRITERIA, Grade
from evals.reply import Reply
from evals.seen import Seen
from evals.sources import Sources

EARLY_KINDS = frozenset({"number", "date", "contact"})
EARLY = 40


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `total`; the value of none is None, never 0."""

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        """The share as a number."""
        return self.hits / self.total if self.total else None

    def __str__(self) -> str:
        return f"{self.hits}/{self.total}" + (f" {self.hits / self.total:.1%}" if self.total else "")


@dataclass(frozen=True, slots=True)
class Item:
    """One case with its reply and grade, and the steps behind the reply where they can be seen."""

    case: Case
    reply: Reply | None
    grade: Grade
    seen: Seen | None = None

    @property
    def scored(self) -> bool:
        """Whether it counts as right or wrong."""
        return self.grade.status in ("passed", "failed")


Counted = tuple[float, float]
"""What one case counts for a measure: (hits, total)."""
Count = Callable[[Item, Sources], Counted | None]


def share(items: Iterable[Item], counts: Callable[[Item], bool]) -> Share:
    """How many of the items count."""
    flags = [counts(item) for item in items]
    return Share(sum(flags), len(flags))


def passed(items: Sequence[Item]) -> Share:
    """Cases that meet every criterion that applies, of those scored."""
    return share((i for i in items if i.scored), lambda i: i.grade.status == "passed")


def passed_by(items: Sequence[Item], key: Callable[[Case], str]) -> dict[str, Share]:
    """The same, apart by kind, language, suite or whatever the key names."""
    names = sorted({key(item.case) for item in items})
    return {name: passed([i for i in items if key(i.case) == name]) for name in names}


def by_criterion(items: Sequence[Item]) -> dict[str, Share]:
    """Marks that hold, of those given, criterion by criterion; crashed ones are not counted."""
    marks = [mark for item in items for mark in item.grade.marks if mark.result != "crashed"]
    return {
        name: Share(sum(m.result == "pass" for m in marks if m.criterion == name),
                    sum(m.criterion == name for m in marks))
        for name in CRITERIA
    }  # fmt: skip


def answer_length(items: Sequence[Item]) -> float | None:
    """The median length of the answers in characters."""
    lengths = [len(i.reply.answer) for i in items if i.reply and not i.reply.error]
    return median(lengths) if lengths else None
