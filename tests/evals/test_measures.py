"""Every measure on cases whose value is worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evals.cases import Case, Gold
from evals.grading import grade
from evals.measures import MEASURES, counts, value
from evals.metrics import Item
from evals.reply import Cited, Reply
from evals.seen import Retrieved, Seen
from evals.sources import Sources
from evals.verdicts import verdict_figures

MakeCase = Callable[..., Case]
MakeReply = Callable[..., Reply]
AGE = Cited("rules", "企业注册时间不少于3年", "企业注册时间不少于\n 3 年")
FIVE = Cited("rules", "联合单位不超过5家", "联合单位不超过 5 家")


def item(case: Case, reply: Reply | None, sources: Sources, seen: Seen | None = None) -> Item:
    return Item(case, reply, grade(case, reply, sources), seen)


def looked_at(ranked: str, *gold: str) -> Seen:
    hits = tuple(Retrieved(place, 1.0, 1.0, "") for place in ranked.split())
    return Seen({}, (), True, hits, (), (), tuple(tuple(places.split()) for places in gold), {})


def test_every_measure_says_where_it_comes_from() -> None:
    assert all(len(measure.definition) > 40 for measure in MEASURES.values())


def test_what_does_not_apply_is_no_zero(make_case: MakeCase, make_reply: MakeReply, sources: Sources) -> None:
    assert counts(item(make_case(), None, sources), sources) == {}
    assert counts(item(make_case(), Reply(error="busy"), sources), sources) == {}
    assert value([]) == (None, 0, 0)
    assert value([(1, 2), (0, 2)]) == (0.25, 1, 4)


@pytest.mark.parametrize(
    ("name", "case", "reply", "wanted"),
    [
        ("verbatim", {}, {}, (1, 1)),
        ("verbatim", {}, {"citations": (AGE, Cited("rules", "", "企业注册时间不少于 5 年"))}, (1, 2)),
        ("verbatim", {}, {"citations": ()}, None),
        ("citation_precision", {}, {"citations": (AGE, FIVE)}, (1, 2)),
        ("citation_precision", {"gold": ()}, {}, None),
        ("citation_recall", {"gold": (Gold("rules", AGE.quote), Gold("other", "经营满8年"))}, {}, (1, 2)),
        ("citation_recall", {"gold": (Gold("rules", AGE.quote, "a"), Gold("other", "经营满8年", "a"))}, {}, (1, 1)),
        ("citation_recall", {}, {"citations": ()}, (0, 1)),
        ("citation_f1", {}, {"citations": (AGE, FIVE)}, (2 / 3, 1)),
        ("citation_f1", {}, {"citations": ()}, (0, 1)),
        ("sentences_cited", {}, {"answer": "企业注册时间须满3年。其他方面都没有要求了。好。"}, (1, 2)),
        ("sentences_cited", {}, {"answer": "不可以：差得还远。“企业注册时间不少于3年”。"}, (1, 1)),
        (
            "sentences_cited",
            {},
            {"answer": "一是大赛评奖；二是培训。", "citations": (Cited("rules", "大赛评奖", ""),)},
            (1, 1),
        ),
        ("sentences_cited", {}, {"abstained": True}, None),
        ("false_permit", {"verdict": "no"}, {"verdict": "yes"}, (1, 1)),
        ("false_permit", {"verdict": "no"}, {"verdict": "conditional"}, (1, 1)),
        ("false_permit", {"verdict": "no"}, {"verdict": "no"}, (0, 1)),
        ("false_permit", {"verdict": "yes"}, {"verdict": "no"}, None),
        ("false_permit", {"verdict": "no", "verdict_alt": ("yes",)}, {"verdict": "yes"}, None),
        ("false_permit", {"kind": "unanswerable"}, {"verdict": "yes"}, (1, 1)),
        ("false_answer", {"kind": "unanswerable"}, {}, (1, 1)),
        ("false_answer", {"kind": "unanswerable"}, {"abstained": True}, (0, 1)),
        ("false_answer", {}, {}, None),
        ("over_refusal", {}, {"abstained": True}, (1, 1)),
        ("over_refusal", {"verdict": "no", "verdict_alt": ("not_specified",)}, {"abstained": True}, None),
        ("hedging", {"verdict": "no"}, {"verdict": "conditional"}, (1, 1)),
        ("hedging", {"verdict": "no", "verdict_alt": ("conditional",)}, {"verdict": "conditional"}, None),
        ("fidelity", {}, {"answer": "满3年。"}, (1, 1)),
        ("fidelity", {}, {"answer": "满三年。"}, (1, 1)),
        ("fidelity", {}, {"answer": "满5年，共3家。"}, (1, 2)),
        ("fidelity", {"question": "成立5年可以吗？"}, {"answer": "5年满3年。"}, (2, 2)),
        ("fidelity", {}, {"answer": "今天是2026年3月。", "as_of": "2026-11-20"}, (0, 1)),
        ("fidelity", {}, {"answer": "2026-11-20 已过。", "as_of": "2026-11-20"}, (1, 1)),
        ("fidelity", {}, {"answer": "共8家（3＋5）。", "citations": (AGE, FIVE)}, (3, 3)),
        ("fidelity", {}, {"answer": "共2项。", "citations": (AGE, FIVE)}, (1, 1)),
        ("completeness", {"must_include": (("3年",), ("五家", "5家"))}, {}, (1, 2)),
        ("early", {}, {"answer": "按" * 40 + "3年"}, (0, 1)),
        ("early", {"kind": "fact"}, {}, None),
        ("pass", {}, {}, (1, 1)),
    ],
)
def test_counted_by_hand(
    make_case: MakeCase, make_reply: MakeReply, sources: Sources,
    name: str, case: dict[str, Any], reply: dict[str, Any], wanted: tuple[float, float] | None,
) -> None:  # fmt: skip
    got = counts(item(make_case(**case), make_reply(**reply), sources), sources)
    assert got.get(name) == (pytest.approx(wanted) if wanted else None)


def test_retrieval_counts_quotes_not_clauses(make_case: MakeCase, make_reply: MakeReply, sources: Sources) -> None:
    seen = looked_at("x a b c", "a b", "c")  # the first quote stands in a and in b, the second in c
    got = counts(item(make_case(), make_reply(), sources, seen), sources)
    assert got["recall@1"] == (0, 1)
    assert got["recall@5"] == (1, 1)
    assert got["mrr@10"] == (0.5, 1)
    assert got["ndcg@10"][0] == pytest.approx((1 / 1.584963 + 1 / 2.321928) / (1 + 1 / 1.584963), abs=1e-6)


def test_a_quote_that_was_never_indexed_is_not_found(
    make_case: MakeCase, make_reply: MakeReply, sources: Sources
) -> None:
    got = counts(item(make_case(), make_reply(), sources, looked_at("a b", "a", "")), sources)
    assert got["recall@10"] == (0.5, 1)


def test_verdicts_by_class(make_case: MakeCase, make_reply: MakeReply, sources: Sources) -> None:
    pairs = [("yes", "yes"), ("yes", "no"), ("no", "no"), ("no", "no"), ("not_specified", "yes")]
    items = [item(make_case(verdict=w), make_reply(verdict=g), sources) for w, g in pairs]
    items.append(
        item(make_case(verdict="no", verdict_alt=("conditional",)), make_reply(verdict="conditional"), sources)
    )
    got = verdict_figures(items)
    # yes: 1 right, 1 given wrongly, 1 missed; no: 3 right, 1 given wrongly; not specified: never given
    assert got["by_class"] == {
        "yes": {"f1": pytest.approx(2 / 4), "cases": 2},
        "no": {"f1": pytest.approx(6 / 7), "cases": 3},
        "not_specified": {"f1": 0.0, "cases": 1},
    }
    assert got["macro_f1"] == pytest.approx((1 / 2 + 6 / 7 + 0) / 3)
    assert got["confusion"]["yes"] == {"yes": 1, "no": 1}
    assert verdict_figures([])["macro_f1"] is None
