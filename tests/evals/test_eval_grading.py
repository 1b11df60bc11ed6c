from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evals import grading
from evals.cases import Case, Gold
from evals.grading import grade, permit
from evals.reply import Cited, Reply
from evals.sources import Sources

MakeCase = Callable[..., Case]
MakeReply = Callable[..., Reply]


def failed(case: Case, reply: Reply, sources: Sources) -> list[str]:
    return [mark.criterion for mark in grade(case, reply, sources).failed]


def test_a_good_reply_passes_every_criterion_that_applies(
    make_case: MakeCase, make_reply: MakeReply, sources: Sources
) -> None:
    got = grade(make_case(), make_reply(), sources)
    assert got.status == "passed"
    assert [mark.criterion for mark in got.marks] == ["facts", "grounded", "cited", "abstain", "concise"]


@pytest.mark.parametrize(
    ("case", "reply", "wanted"),
    [
        ({}, {"answer": "至少 13 年。"}, ["facts"]),
        ({"must_include": (("3年",), ("企业",))}, {}, ["facts"]),
        ({"must_not_include": ("3年",)}, {}, ["clean"]),
        ({"verdict": "no"}, {"verdict": "yes"}, ["verdict"]),
        ({"verdict": "no"}, {"verdict": None}, ["verdict"]),
        ({"verdict": "no", "verdict_alt": ("conditional",)}, {"verdict": "conditional"}, []),
        ({"verdict": "conditional"}, {"verdict": "yes"}, ["verdict"]),
        ({}, {"citations": ()}, ["cited"]),
        ({"gold": ()}, {"citations": ()}, []),
        ({}, {"citations": (Cited("rules", "", "第三条 联合单位不超过 5 家"),)}, ["cited"]),
        ({}, {"citations": (Cited("other", "", "经营满 8 年"),)}, ["cited"]),
        ({}, {"abstained": True}, ["abstain"]),
        ({"kind": "list"}, {"answer": "3年" + "长" * 1_598}, []),
        ({"kind": "list"}, {"answer": "3年" + "长" * 1_599}, ["concise"]),
        ({}, {"answer": "3年" + "长 " * 598}, []),
        ({}, {"answer": "3年" + "长" * 599}, ["concise"]),
    ],
)
def test_criteria(
    make_case: MakeCase, make_reply: MakeReply, sources: Sources,
    case: dict[str, Any], reply: dict[str, Any], wanted: list[str],
) -> None:  # fmt: skip
    assert failed(make_case(**case), make_reply(**reply), sources) == wanted


@pytest.mark.parametrize(
    ("case", "reply", "wanted"),
    [
        ({"kind": "unanswerable"}, {"abstained": True}, []),
        ({"kind": "unanswerable"}, {}, ["abstain"]),
        ({"kind": "out_of_scope"}, {"verdict": "not_specified"}, []),
        ({"verdict": "not_specified"}, {"abstained": True}, []),
        ({"verdict": "not_specified"}, {"verdict": "yes"}, ["verdict", "abstain"]),
        ({"verdict": "not_specified", "verdict_alt": ("no",)}, {"verdict": "no"}, []),
        ({"verdict": "no", "verdict_alt": ("not_specified",)}, {"abstained": True}, []),
        ({"kind": "adversarial"}, {"abstained": True}, []),
        ({"kind": "adversarial", "verdict": "no"}, {"abstained": True}, ["verdict", "abstain"]),
    ],
)
def test_silence(
    make_case: MakeCase, make_reply: MakeReply, sources: Sources,
    case: dict[str, Any], reply: dict[str, Any], wanted: list[str],
) -> None:  # fmt: skip
    silent = make_case(must_include=(), gold=(), **case)
    assert failed(silent, make_reply(citations=(), **reply), sources) == wanted


@pytest.mark.parametrize(
    ("verdict", "alt", "kind", "got", "wanted"),
    [
        ("no", (), "verdict", "yes", "yes for no"),
        ("no", (), "verdict", "conditional", "conditional for no"),
        ("no", ("conditional",), "verdict", "conditional", ""),
        ("no", ("conditional",), "verdict", "yes", "yes for no"),
        ("no", (), "verdict", "not_specified", ""),
        ("no", (), "verdict", "no", ""),
        ("not_specified", (), "verdict", "yes", "yes for not specified"),
        ("not_specified", (), "verdict", "conditional", "conditional for not specified"),
        ("not_specified", ("conditional",), "verdict", "conditional", ""),
        ("not_specified", (), "verdict", "no", ""),
        (None, (), "unanswerable", "yes", "yes for not specified"),
        (None, (), "fact", "yes", ""),
        ("conditional", (), "verdict", "yes", "yes for conditional"),
        ("conditional", ("yes",), "verdict", "yes", ""),
        ("yes", (), "verdict", "yes", ""),
        ("yes", (), "verdict", "no", ""),
    ],
)
def test_false_permits(
    make_case: MakeCase,
    make_reply: MakeReply,
    verdict: str | None,
    alt: tuple[str, ...],
    kind: str,
    got: str,
    wanted: str,
) -> None:
    assert permit(make_case(verdict=verdict, verdict_alt=alt, kind=kind), make_reply(verdict=got)) == wanted


@pytest.mark.parametrize(
    ("verdict", "got", "wanted"),
    [("yes", "no", "no for yes, a duty waived"), ("yes", "conditional", "conditional for yes, a duty waived"),
     ("conditional", "no", "no for conditional, a duty waived"), ("no", "yes", ""), ("yes", "not_specified", "")],
)  # fmt: skip
def test_to_waive_a_duty_is_a_false_permit(
    make_case: MakeCase, make_reply: MakeReply, verdict: str, got: str, wanted: str
) -> None:
    assert permit(make_case(verdict=verdict, sense="duty"), make_reply(verdict=got)) == wanted


def test_no_answer_is_not_a_wrong_answer(make_case: MakeCase, sources: Sources) -> None:
    got = grade(make_case(), None, sources, "the process died")
    assert (got.status, got.reason, got.marks) == ("unanswered", "the process died", ())
    assert grade(make_case(), Reply(error="boom"), sources).status == "unanswered"


def test_a_scorer_that_crashes_is_not_a_wrong_answer(
    make_case: MakeCase, make_reply: MakeReply, sources: Sources
) -> None:
    def broken(case: Case, reply: Reply, held: Sources) -> str:
        raise ZeroDivisionError("oops")

    got = grade(make_case(), make_reply(), sources, criteria={**grading.CRITERIA, "facts": broken})
    assert got.status == "unscored"
    assert [(m.criterion, m.result, m.reason) for m in got.failed] == [("facts", "crashed", "ZeroDivisionError: oops")]


def test_every_gold_of_several_programmes_may_be_touched(
    make_case: MakeCase, make_reply: MakeReply, sources: Sources
) -> None:
    case = make_case(gold=(Gold("other", "经营满 8 年"), Gold("rules", "企业注册时间不少于3年")))
    assert failed(case, make_reply(), sources) == []
