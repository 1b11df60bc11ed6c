from __future__ import annotations

from collections.abc import Callable

from evals import metrics
from evals.cases import Case
from evals.grading import grade
from evals.metrics import Item, Share
from evals.reply import Reply
from evals.sources import Sources

MakeCase = Callable[..., Case]
MakeReply = Callable[..., Reply]


def item(case: Case, reply: Reply | None, sources: Sources) -> Item:
    return Item(case, reply, grade(case, reply, sources))


def test_a_share_of_nothing_is_no_number() -> None:
    assert Share(0, 0).value is None
    assert str(Share(0, 0)) == "0/0"
    assert str(Share(1, 4)) == "1/4 25.0%"


def test_hand_worked_figures(make_case: MakeCase, make_reply: MakeReply, sources: Sources) -> None:
    good = item(make_case(), make_reply(), sources)
    late = item(make_case(), make_reply(answer="按" * 40 + "3年"), sources)
    gone = item(make_case(), None, sources)
    shy = item(make_case(kind="fact"), make_reply(abstained=True, citations=()), sources)
    flat = item(make_case(kind="verdict", verdict="no"), make_reply(verdict="yes", answer="可以，3年"), sources)
    soft = item(make_case(kind="verdict", verdict="no"), make_reply(verdict="conditional"), sources)
    void = item(make_case(kind="unanswerable", gold=(), must_include=()), make_reply(verdict="yes"), sources)
    items = [good, late, gone, shy, flat, soft, void]

    assert metrics.passed(items) == Share(2, 6)
    assert metrics.passed_by(items, lambda case: case.kind)["number"] == Share(2, 2)
    assert metrics.by_criterion(items)["facts"] == Share(5, 5)
    assert metrics.answer_length([good, late]) == (7 + 42) / 2
