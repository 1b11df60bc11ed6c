"""The grader: every criterion in one function, each with its reason; no model, no judgement by length of words.

A criterion that does not apply to a case is None, a crash of a criterion is "crashed": neither is a failure,
and neither is ever counted as 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from evals.cases import Case, Sense, Verdict
from evals.quoting import fault, touches
from evals.reply import Reply
from evals.sources import Sources
from evals.text import mentions, tight

Result = Literal["pass", "fail", "crashed"]
Status = Literal["passed", "failed", "unanswered", "unscored"]
Permit = str

_LENIENT: Mapping[Sense, tuple[Verdict, ...]] = {
    "leave": ("no", "not_specified", "conditional", "yes"),
    "duty": ("yes", "not_specified", "conditional", "no"),
}
LONG_KINDS = frozenset({"list", "comparison", "multi_doc", "procedure", "materials"})
LONG, SHORT = 1_600, 600


@dataclass(frozen=True, slots=True)
class Mark:
    """What one criterion says of one reply, and why."""

    criterion: str
    result: Result
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """All marks of one reply. "unanswered" (no reply to mark) and "unscored" (a criterion crashed) are
    states of their own, apart from "failed"."""

    status: Status
    marks: tuple[Mark, ...] = ()
    permit: Permit = ""
    reason: str = ""

    @property
    def failed(self) -> tuple[Mark, ...]:
        """The marks against it."""
        return tuple(mark for mark in self.marks if mark.result != "pass")


Criterion = Callable[[Case, Reply, Sources], str | None]
"""Returns None where it does not apply, "" where the reply holds, else the reason why it does not."""


def facts(case: Case, reply: Reply, sources: Sources) -> str | None:
    """Each must_include group has at least one alternative in the answer text."""
    if not case.must_include:
        return None
    missing = next((g for g in case.must_include if all(mentions(reply.answer, a) < 0 for a in g)), None)
    return "" if missing is None else "missing: " + " / ".join(missing[:3])


def clean(case: Case, reply: Reply, sources: Sources) -> str | None:
    """No must_not_include string is in the answer text."""
    if not case.must_not_include:
        return None
    found = next((words for words in case.must_not_include if mentions(reply.answer, words) >= 0), "")
    return f"says {found}" if found else ""


def verdict(case: Case, reply: Reply, sources: Sources) -> str | None:
    """The verdict is one that the case accepts; to abstain is the same as "not specified"."""
    if not case.verdict:
        return None
    got = "not_specified" if reply.silent else reply.verdict
    return "" if got in case.accepted else f"wanted {case.verdict}, got {got}"


def grounded(case: Case, reply: Reply, sources: Sources) -> str | None:
    """Every citation stands in its source as it claims, and shows what stands there."""
    if not reply.citations:
        return None
    found = ((cited, fault(cited, sources)) for cited in reply.citations)
    return next((f"{what}: {(cited.source_quote or cited.quote)[:60]}" for cited, what in found if what), "")


def cited(case: Case, reply: Reply, sources: Sources) -> str | None:
    """At least one citation touches gold, where there is gold and an answer is expected."""
    if not case.gold or case.silent:
        return None
    if not reply.citations:
        return "no citation"
    return "" if any(touches(c, case, sources) for c in reply.citations) else "no citation touches gold"


def abstain(case: Case, reply: Reply, sources: Sources) -> str | None:
    """What the documents do not answer is said to be so, and nothing else is.

    Does not apply where both silence and a verdict are fair, and to demands without a verdict, which may be
    refused in either way.
    """
    if "not_specified" in case.accepted and len(case.accepted) > 1:
        return None
    if case.kind == "adversarial" and case.verdict is None:
        return None
    if reply.silent == case.silent:
        return ""
    return "abstained, though the documents answer it" if reply.silent else "answered, though the documents are silent"


def concise(case: Case, reply: Reply, sources: Sources) -> str | None:
    """At most 600 characters without white space; 1,600 where many things are asked for."""
    limit = LONG if case.kind in LONG_KINDS else SHORT
    length = len(tight(reply.answer))
    return "" if length <= limit else f"{length} characters, {limit} allowed"


CRITERIA: Mapping[str, Criterion] = {
    "facts": facts,
    "clean": clean,
    "verdict": verdict,
    "grounded": grounded,
    "cited": cited,
    "abstain": abstain,
    "concise": concise,
}


def permit(case: Case, reply: Reply) -> Permit:
    """How the verdict is more permissive than every one that is fair, "yes for no" say; "" when it is not.

    No is the least permissive, then what is not specified, then a condition, then yes; where yes binds ("must it
    …?") it is the other way round, and no waives the duty. Whoever abstains permits nothing, and a verdict that the
    case accepts is never false.
    """
    fair = _fair(case)
    if reply.silent or not fair or reply.verdict in fair or reply.verdict not in _LENIENT["leave"]:
        return ""
    order = _LENIENT[case.sense]
    if order.index(reply.verdict) <= max(order.index(one) for one in fair):
        return ""
    wanted = case.verdict or "not_specified"
    waived = ", a duty waived" if case.sense == "duty" else ""
    return f"{reply.verdict} for {wanted.replace('_', ' ')}{waived}"


def at_risk(case: Case) -> bool:
    """Whether some verdict would be a false permit."""
    order = _LENIENT[case.sense]
    fair = _fair(case)
    return bool(fair) and max(order.index(one) for one in fair) < len(order) - 1


def _fair(case: Case) -> frozenset[Verdict]:
    return case.accepted or (frozenset({"not_specified"}) if case.silent else frozenset())


def grade(
    case: Case, reply: Reply | None, sources: Sources, reason: str = "", criteria: Mapping[str, Criterion] = CRITERIA
) -> Grade:
    """The grade of one reply; `reply` is None where there is none, and `reason` then says why."""
    if reply is None or reply.error:
        return Grade("unanswered", reason=reason or (reply.error if reply else "there is no reply to this case"))
    marks = tuple(m for name, run in criteria.items() if (m := _mark(name, run, case, reply, sources)))
    results = {mark.result for mark in marks}
    status: Status = "unscored" if "crashed" in results else "failed" if "fail" in results else "passed"
    return Grade(status, marks, permit(case, reply))


def _mark(name: str, run: Criterion, case: Case, reply: Reply, sources: Sources) -> Mark | None:
    try:
        reason = run(case, reply, sources)
    except Exception as error:  # a broken scorer is reported as such, never as a wrong answer
        return Mark(name, "crashed", f"{type(error).__name__}: {error}")
    return None if reason is None else Mark(name, "fail" if reason else "pass", reason)
