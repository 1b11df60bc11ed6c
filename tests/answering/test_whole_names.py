"""The words of a programme's full name before its short one only say which programme is meant."""

from __future__ import annotations

import pytest

from assistant.answering.question.whole_names import reaches, round_behind, with_round
from tests.answering.built import over

_FULL = ("省级古法酿造传习示范作坊",)


@pytest.mark.parametrize(
    ("text", "short", "before"),
    [
        ("申报古法酿造传习示范坊", "示范坊", "申报"),
        ("申报古法酿遭传习示范坊", "示范坊", "申报"),  # one character mistyped
        ("酿造传习示范坊几家", "示范坊", ""),
        ("我们传授示范坊", "示范坊", "我们传授"),  # too little agrees
        ("高校示范坊", "示范坊", "高校"),
        ("外地古酿造示范坊", "示范坊", "外地古酿造"),  # what lies between is no misprint
    ],
)
def test_a_short_name_reaches_over_its_full_one(text: str, short: str, before: str) -> None:
    start = text.index(short)
    assert text[: reaches(text, start, start + len(short), _FULL)] == before


def test_no_full_name_leaves_the_short_one() -> None:
    assert reaches("传习示范坊", 2, 5, ()) == 2


def test_the_name_is_not_what_is_asked() -> None:
    built = over(
        "为推动古法酿造，开展省级古法酿造传习示范作坊（以下简称示范坊）认定工作。",
        "一、示范坊的管理周期为5年，从授牌次月起计算。",
        "二、传习协议剩余有效期不少于2年，古法酿造学员不少于10人。",
        names=("省级古法酿造传习示范作坊", "示范坊"),
    )
    assert "5年" in built.ask("古法酿造传习示范坊的管理周期是多久？").answer
    assert built.ask("古法酿造传习示范坊的答辩在几号？").outcome == "not_specified"


@pytest.mark.parametrize("asker", ["技师学院", "一所技工学校"])
def test_who_is_organised_by_somebody_else_may_not_apply(asker: str) -> None:
    built = over(
        "一、实践基地由学校牵头申报。",
        "二、技工院校由人力资源部门另行组织，不在本次申报范围。",
        names=("灯塔实践基地",),
    )
    assert built.ask(f"我们是{asker}，可以申报灯塔实践基地吗？").verdict == "no"
    assert built.ask("我们是高职院校，可以申报灯塔实践基地吗？").verdict != "no"


def test_the_round_that_the_title_tells_belongs_to_the_name() -> None:
    text = "申报2027年度示范坊"
    titles = ("关于申报2027年度传习示范作坊的通知",)
    assert with_round(text, text.index("示范坊"), titles) == 2
    assert with_round(text, text.index("示范坊"), ("关于申报2026年度传习示范作坊的通知",)) == text.index("示范坊")


def test_the_batch_behind_the_name_belongs_to_it() -> None:
    text = "示范坊第二批的名额"
    end = text.index("第")
    assert text[round_behind(text, end, ("第二批传习示范作坊",)) :] == "的名额"
    assert round_behind(text, end, ("第三批传习示范作坊",)) == end
