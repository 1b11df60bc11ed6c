"""Figures over many graded cases. Each is a `Share` of what it counts over, so that nothing hides in a ratio."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from evals.cases import Case
from evals.grading import CRITERIA, Grade, Permit
from evals.quoting import touches
from evals.reply import Reply
from evals.sources import Sources
from evals.text import mentions

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
    """One case with its reply and grade."""

    case: Case
    reply: Reply | None
    grade: Grade

    @property
    def scored(self) -> bool:
        """Whether it counts as right or wrong."""
        return self.grade.status in ("passed", "failed")


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


def false_permits(items: Sequence[Item], *kinds: Permit) -> Share:
    """Verdicts of those permissive kinds, of the cases where one is possible: gold "no", or silence."""
    at_risk = [i for i in items if i.reply and not i.reply.error and _at_risk(i.case, kinds)]
    return share(at_risk, lambda i: i.grade.permit in kinds)


def over_abstention(items: Sequence[Item]) -> Share:
    """Abstentions, of the cases that the documents answer (both ways fair: not counted)."""
    answerable = [i for i in items if i.reply and not i.reply.error and not i.case.silent
                  and "not_specified" not in i.case.accepted]  # fmt: skip
    return share(answerable, lambda i: bool(i.reply and i.reply.silent))


def hedged(items: Sequence[Item]) -> Share:
    """Verdict "conditional", of the cases whose gold is a plain yes or no."""
    flat = [i for i in items if i.reply and not i.reply.error and i.case.verdict in ("yes", "no")]
    return share(flat, lambda i: bool(i.reply and i.reply.verdict == "conditional"))


def touching(items: Sequence[Item], sources: Sources) -> Share:
    """Citations that touch gold, of all citations given to cases with gold."""
    pairs = [(i.case, c) for i in items if i.reply and i.case.gold for c in i.reply.citations]
    return Share(sum(touches(cited, case, sources) for case, cited in pairs), len(pairs))


def early(items: Sequence[Item]) -> Share:
    """Numbers, dates and contacts whose value (any one fact) stands in the first 40 characters."""
    asked = [i for i in items if i.reply and i.reply.answer and not i.case.silent and i.case.must_include
             and i.case.kind in EARLY_KINDS]  # fmt: skip
    return share(asked, lambda i: bool(i.reply) and _is_early(i))


def answer_length(items: Sequence[Item]) -> float | None:
    """The median length of the answers in characters."""
    lengths = [len(i.reply.answer) for i in items if i.reply and not i.reply.error]
    return median(lengths) if lengths else None


def _is_early(item: Item) -> bool:
    head = item.reply.answer[:EARLY] if item.reply else ""
    return any(mentions(head, words) >= 0 for group in item.case.must_include for words in group)


def _at_risk(case: Case, kinds: Sequence[Permit]) -> bool:
    wanted = {"yes" if kind.startswith("yes") else "conditional" for kind in kinds}
    flat = case.verdict == "no" or (case.silent and "yes" in wanted)
    return flat and not wanted <= case.accepted
