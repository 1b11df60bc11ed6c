"""The step a failing case is lost at, over steps written by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from evals.attribution import STEPS, Lost, lost
from evals.cases import Case, Gold
from evals.grading import grade
from evals.metrics import Item
from evals.reply import Cited, Reply
from evals.seen import Decided, Retrieved, Seen
from evals.sources import Sources

MakeCase = Callable[..., Case]
MakeReply = Callable[..., Reply]
FRAME: dict[str, Any] = {"whether": False, "asks": ["how_many"], "marks": [], "not_held": []}
WHETHER = FRAME | {"whether": True, "asks": ["whether"]}
AGE = Decided("p", "answered", None, "3年", "", (("rules#2", "企业注册时间不少于3年"),), ())
FIVE = replace(AGE, said="5家", quotes=(("rules#3", "联合单位不超过5家"),))
GOOD = Seen(FRAME, ("p",), True, (Retrieved("rules#2", 1.0, 1.0, ""),), (AGE,), (AGE,), (("rules#2",),), {})
FOREIGN = Cited("rules", "联合单位不超过5家", "联合单位不超过 5 家")
Make = Callable[..., Lost | None]


@pytest.fixture
def step(make_case: MakeCase, make_reply: MakeReply, sources: Sources) -> Make:
    def make(seen: Seen | None, reply: dict[str, Any] | None = None, case: dict[str, Any] | None = None) -> Lost | None:
        asked, said = make_case(programmes=("p",), **case or {}), make_reply(**reply or {})
        return lost(Item(asked, said, grade(asked, said, sources), seen), sources)

    return make


WRONG = {"answer": "5家。", "citations": (FOREIGN,)}


@pytest.mark.parametrize(
    ("seen", "reply", "case", "wanted"),
    [
        (GOOD, {}, {}, ""),
        (replace(GOOD, gold=((),)), WRONG, {}, "not indexed"),
        (replace(GOOD, scope=("q",)), WRONG, {}, "wrong frame"),
        (replace(GOOD, scope=("p/a",), decided=(FIVE,), settled=(FIVE,)), WRONG, {}, "not selected"),
        (replace(GOOD, frame=WHETHER), WRONG, {}, "wrong frame"),
        (replace(GOOD, frame=FRAME | {"asks": ["list"]}), WRONG, {}, "wrong frame"),
        (GOOD, {"verdict": None}, {"verdict": "no", "kind": "verdict"}, "wrong frame"),
        (replace(GOOD, frame=WHETHER), {"verdict": "yes"}, {"verdict": "no", "kind": "verdict"}, "wrong decision"),
        (replace(GOOD, retrieved=(Retrieved("rules#3", 1.0, 1.0, ""),)), WRONG, {}, "not retrieved"),
        (
            replace(GOOD, retrieved=(Retrieved("rules#3", 1.0, 1.0, ""),) * 10 + GOOD.retrieved),
            WRONG,
            {},
            "not retrieved",
        ),
        (replace(GOOD, decided=(FIVE,), settled=(FIVE,)), WRONG, {}, "not selected"),
        (replace(GOOD, decided=(), settled=()), {"abstained": True, "citations": ()}, {}, "not selected"),
        (GOOD, {"abstained": True, "citations": ()}, {}, "wrong decision"),
        (GOOD, WRONG, {}, "wrong quote"),
        (GOOD, {"citations": (Cited("rules", "", "企业注册时间不少于 5 年"),)}, {}, "wrong quote"),
        (GOOD, {"answer": "有年限要求。"}, {}, "wrong wording"),
        (GOOD, {"answer": "3年" + "长" * 700}, {}, "wrong wording"),
        (replace(GOOD, gold=()), {}, {"kind": "unanswerable", "gold": ()}, "wrong decision"),
        (replace(GOOD, gold=()), {}, {"kind": "not_held", "gold": ()}, "wrong frame"),
        (None, {"abstained": True}, {}, "wrong decision"),
        (None, WRONG, {"must_include": ()}, "unknown"),
        (None, {"answer": "有年限要求。"}, {}, "wrong wording"),
    ],
)
def test_the_first_step_that_has_lost_it(
    step: Make, seen: Seen | None, reply: dict[str, Any], case: dict[str, Any], wanted: str
) -> None:
    found = step(seen, reply, case)
    assert (found.step if found else "") == wanted
    assert found is None or (found.why and found.step in STEPS)


def test_what_has_no_answer_or_no_score_is_lost_at_no_step(make_case: MakeCase, sources: Sources) -> None:
    case = make_case()
    assert lost(Item(case, None, grade(case, None, sources), GOOD), sources) is None


def test_a_wanted_fact_that_no_quote_holds_was_not_selected(step: Make) -> None:
    case = {"gold": (Gold("rules", "企业注册时间不少于3年"), Gold("rules", "联合单位不超过5家")),
            "must_include": (("3年",), ("5家",))}  # fmt: skip
    found = step(replace(GOOD, gold=(("rules#2",), ("rules#3",))), {}, case)
    assert found == Lost("not selected", "missing: 5家; no quote holds it")
