"""Sentences about one lettered class of a programme that name it only in the sentence before."""

from __future__ import annotations

import pytest

from assistant.answering.grounds.scene import classes_told
from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def twofold() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地申报指南",
        "一、类别",
        "灯塔实践基地分为A类（示范灯塔）和B类（航标驿站）。",
        "二、材料",
        "（一）A类材料包括推荐表和安全承诺书。纸质材料一式4份。",
        "（二）B类材料包括申报表和教师名册。纸质材料一式2份。",
    )


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("灯塔实践基地B类的纸质材料交4份，对吗？", "no"),
        ("灯塔实践基地B类的纸质材料交2份，对吗？", "yes"),
        ("灯塔实践基地A类的纸质材料交2份就行吧？", "no"),
    ],
)
def test_a_class_is_told_its_own_figure(twofold: Built, question: str, verdict: str) -> None:
    assert twofold.ask(question).verdict == verdict


def test_the_class_named_last_goes_on(twofold: Built) -> None:
    clause = next(c for g in twofold.guidelines for c in g.clauses if "一式2份" in c.text)
    at = clause.text.index("纸质材料")
    assert classes_told(clause, at, len(clause.text)) == {"B"}
    assert classes_told(clause, 0, 6) == {"B"}


def test_a_heading_names_the_class_of_what_stands_under_it() -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、类别",
        "灯塔实践基地分为A类（示范灯塔）和B类（航标驿站）。",
        "二、A类（示范灯塔）要求",
        "（一）合作单位",
        "合作单位总数不超过6家。",
        "三、B类（航标驿站）要求",
        "（一）合作单位",
        "合作单位总数不超过8家。",
    )
    assert built.ask("灯塔实践基地A类的合作单位可以有7家吗？").verdict == "no"
    assert built.ask("灯塔实践基地B类的合作单位可以有7家吗？").verdict != "no"
