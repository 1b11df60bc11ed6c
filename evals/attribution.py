"""Which step a failing case fails at, told from its gold and what the steps made, without a model.

The steps are held against gold in the order in which they run, and the first that has lost the right answer is named:
what stands in no clause cannot be retrieved, what was not retrieved cannot be selected, and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from evals.cases import Case
from evals.metrics import Item
from evals.quoting import touches
from evals.seen import Decided, Seen
from evals.sources import Sources
from evals.text import mentions

StepName = Literal[
    "not indexed", "wrong frame", "not retrieved", "not selected", "wrong decision", "wrong quote", "wrong wording",
    "unknown",
]  # fmt: skip
STEPS: tuple[StepName, ...] = get_args(StepName)
NEAR = 10
ASKED = {"number": "how_many", "wordlimit": "how_many", "date": "when"}


@dataclass(frozen=True, slots=True)
class Lost:
    """The step at which the right answer was lost, and what shows it."""

    step: StepName
    why: str


def lost(item: Item, sources: Sources) -> Lost | None:
    """The step that a failed case fails at; None for cases that passed, have no answer, or could not be scored."""
    if item.grade.status != "failed" or item.reply is None:
        return None
    failed = {mark.criterion: mark.reason for mark in item.grade.failed}
    if item.seen is None:
        return _by_marks(failed)
    return (
        _unindexed(item.case, item.seen)
        or _misread(item.case, item.seen, failed)
        or _unfound(item.case, item.seen, failed)
        or _unselected(item, item.seen, sources, failed)
        or _by_marks(failed)
    )


def _unindexed(case: Case, seen: Seen) -> Lost | None:
    if case.silent:
        return None
    gone = next((group for group, places in zip(case.gold_groups, seen.gold, strict=True) if not places), None)
    return Lost("not indexed", f"no clause holds {gold_words(gone[0].quote)}") if gone else None


def _misread(case: Case, seen: Seen, failed: dict[str, str]) -> Lost | None:
    """The frame put the question to other programmes, or took it for another sort of question than gold does."""
    frame = seen.frame
    wanted = {p.split("/")[0] for p in case.programmes}
    got = {p.split("/")[0] for p in seen.scope}
    if wanted and not case.silent and seen.chosen and not wanted & got:
        return Lost("wrong frame", f"put to {', '.join(sorted(got))}, meant {', '.join(sorted(wanted))}")
    if case.kind == "not_held" and "abstain" in failed and not frame["not_held"]:
        return Lost("wrong frame", "the programme that is not held was not recognised")
    if case.silent or not failed.keys() & {"verdict", "facts", "cited", "abstain"}:
        return None
    asked = "demand" in frame["marks"] or "which_programme" in frame["asks"]
    if case.verdict and not frame["whether"] and not asked:
        return Lost("wrong frame", f"gold is {case.verdict}, read as no whether-question: {_asks(seen)}")
    if case.verdict is None and frame["whether"] and case.kind in ASKED:
        return Lost("wrong frame", f"a {case.kind} is asked for, read as a whether-question")
    sort = ASKED.get(case.kind)
    if sort and sort not in frame["asks"]:
        return Lost("wrong frame", f"a {case.kind} is asked for, read as {_asks(seen)}")
    return None


def _unfound(case: Case, seen: Seen, failed: dict[str, str]) -> Lost | None:
    if case.silent or not failed.keys() & {"verdict", "facts", "cited", "abstain"}:
        return None
    near = {r.place for r in seen.retrieved[:NEAR]}
    selected = bool(seen.gold) and any(near & set(places) for places in seen.gold)
    if not seen.gold or selected:
        return None
    return Lost("not retrieved", f"none of {', '.join(sorted({p for g in seen.gold for p in g}))} is among the "
                                 f"first {NEAR} clauses")  # fmt: skip


def _unselected(item: Item, seen: Seen, sources: Sources, failed: dict[str, str]) -> Lost | None:
    """Gold was retrieved; whether a finding rests on it, decides as gold does, and is quoted."""
    case, reply = item.case, item.reply
    if case.silent:
        return Lost("wrong decision", failed["abstain"]) if "abstain" in failed else None
    if not case.gold or reply is None or not failed.keys() & {"verdict", "facts", "cited", "abstain"}:
        return None
    told = [d for d in (*seen.decided, *seen.settled) if _rests_on_gold(d, seen)]
    if not told:
        first = seen.settled[0] if seen.settled else None
        instead = f"rests on {gold_words(first.said)}" if first and first.said else "nothing was found"
        return Lost("not selected", instead)
    if failed.keys() & {"verdict", "abstain"}:
        return Lost("wrong decision", failed.get("verdict") or failed["abstain"])
    if "cited" in failed or not any(touches(c, case, sources) for c in reply.citations):
        return Lost("wrong quote", "the clause that holds gold is found, and another part of it is quoted")
    if not reply.silent and not _quotes_hold_facts(item):
        return Lost("not selected", f"{failed['facts']}; no quote holds it")
    return None


def _by_marks(failed: dict[str, str]) -> Lost:
    """What the marks alone tell, where the steps cannot be seen or have lost nothing."""
    for criterion in ("verdict", "abstain"):
        if criterion in failed:
            return Lost("wrong decision", failed[criterion])
    if "grounded" in failed:
        return Lost("wrong quote", failed["grounded"])
    if "cited" in failed:
        return Lost("unknown", f"{failed['cited']}; the steps behind the reply are not known")
    return Lost("wrong wording", "; ".join(failed.values()))


def _rests_on_gold(decided: Decided, seen: Seen) -> bool:
    held = {place for places in seen.gold for place in places}
    return any(place in held for place, _ in decided.quotes)


def _quotes_hold_facts(item: Item) -> bool:
    """Whether every wanted fact stands in a quote, or in no gold quote either (it is made of other words)."""
    reply = item.reply
    quoted = " ".join(c.quote or c.source_quote for c in reply.citations) if reply else ""
    gold = " ".join(one.quote for one in item.case.gold)
    missing = (g for g in item.case.must_include if reply and all(mentions(reply.answer, w) < 0 for w in g))
    return all(any(mentions(quoted, w) >= 0 for w in g) or all(mentions(gold, w) < 0 for w in g) for g in missing)


def _asks(seen: Seen) -> str:
    return ", ".join(seen.frame["asks"]) or "nothing"


def gold_words(text: str) -> str:
    """The first words of a text, for a reason."""
    return f"“{text[:40]}”"
