"""What notices of other offices showed: a level at home, a share with a cap, who is preferred, a case that is a lack."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "湖北省海洋局关于申报灯塔书屋的通知",
    "一、省级书屋应当每周开放5天。",
    "二、对新认定的书屋，按照其上年度购书投入的20%给予补助，最高不超过50万元。",
    "三、同等条件下，优先推荐省级龙头企业申报。",
    "四、2030年度申报未通过的单位可以再次申报。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("湖北省灯塔书屋", "灯塔书屋"))


def test_the_level_of_its_own_province_names_the_programme(shelves: Built) -> None:
    assert "每周开放5天" in shelves.ask("湖北省级灯塔书屋每周要开放几天？").answer
    assert "本库没有" in shelves.ask("浙江省级灯塔书屋每周要开放几天？").answer


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("灯塔书屋上年度购书投入300万元，能补多少？", "50万元（300万元×20%=60万元，≤50万元）："),
        ("灯塔书屋上年度购书投入200万元，能补多少？", "40万元（200万元×20%）："),
    ],
)
def test_a_share_stays_under_its_cap(shelves: Built, text: str, opening: str) -> None:
    assert shelves.ask(text).answer.startswith(opening)


def test_who_is_preferred_is_not_who_must_apply(shelves: Built) -> None:
    assert "申报单位应为" not in shelves.ask("我们是外商独资企业，能申报灯塔书屋吗？").answer


def test_a_rule_on_the_lack_itself_is_not_read_as_lacking(shelves: Built) -> None:
    answer = shelves.ask("2030年度申报灯塔书屋没通过，还能再次申报吗？")
    assert answer.verdict != "no"
    assert "没有强制" not in answer.answer
