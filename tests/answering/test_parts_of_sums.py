"""Figures that are a part of another: an instalment of a sum, a share of a standard for those who are let off with it."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

TEXT = (
    "盐田研学站申报指南",
    "一、建设标准",
    "指标\t综合站\t专题站",
    "场地面积（平方米）\t≥2000（镇级≥1500）\t≥800",
    "讲解员（人）\t≥10\t≥5",
    "设在远岛的申报单位，场地面积可按上表的70%执行，其他指标不放宽。",
    "二、经营要求",
    "上年度收入：制盐厂不低于2亿元，旅行社不低于4000万元。老区县的按上述标准的60%掌握。",
    "三、扶持办法",
    "（一）综合站每个给予90万元、专题站每个给予40万元建站补助。",
    "（二）补助分三次拨付：挂牌后拨付50%，中期考核合格后拨付30%，期满验收合格后拨付20%。",
    "（三）建站补助用于布展、宣传和设备更新，其中宣传费用不超过补助总额的10%，设备更新不超过补助总额的40%。",
    "四、人员配备",
    "讲解员不少于5人，其中本地居民不低于60%，40周岁以下的不少于三分之一。",
)


@pytest.fixture(scope="module")
def salt() -> Built:
    return over(*TEXT, names=("盐田研学站",))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("盐田研学站综合站第一笔补助能拿多少钱？", "45万元（90万元×50%）"),
        ("盐田研学站专题站挂牌后先拨付多少？", "20万元（40万元×50%）"),
        ("盐田研学站的专题站中期考核合格后还能拿到多少钱？", "12万元（40万元×30%）"),
        ("综合站盐田研学站的最后一笔补助是多少钱？", "18万元（90万元×20%）"),
    ],
)
def test_an_instalment_is_worked_out_of_the_sum_for_the_case(salt: Built, asked: str, told: str) -> None:
    answer = salt.ask(asked)

    assert answer.answer.startswith(told)
    assert "分三次拨付" in answer.answer


@pytest.mark.parametrize(
    "asked",
    [
        "盐田研学站综合站一共补助多少钱？",  # the whole
        "盐田研学站综合站挂牌后能拿多少钱？",  # of the whole it is said too
        "盐田研学站第一笔补助能拿多少钱？",  # of which sort
        "盐田研学站综合站第四笔补助是多少钱？",  # there is none
        "盐田研学站综合站第一笔补助占多大比例？",  # the share itself
    ],
)
def test_no_instalment_is_worked_out_where_it_is_not_plain_which(salt: Built, asked: str) -> None:
    assert "×" not in salt.ask(asked).answer


def test_instalments_that_do_not_make_the_whole_are_left_alone() -> None:
    text = [t.replace("期满验收合格后拨付20%", "期满另行安排") for t in TEXT]

    assert "×" not in over(*text, names=("盐田研学站",)).ask("盐田研学站综合站第一笔补助能拿多少钱？").answer


def test_what_some_have_on_top_is_not_taken_for_the_sum() -> None:
    text = [t.replace("专题站每个给予40万元建站补助", "远岛的再增加40万元") for t in TEXT]
    built = over(*text, names=("盐田研学站",))

    assert "（90万元×50%）" in built.ask("盐田研学站第一笔补助能拿多少钱？").answer
    assert "×50%" not in built.ask("远岛的盐田研学站第一笔补助能拿多少钱？").answer


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("设在远岛的盐田研学站综合站，场地面积最低多少？", "综合站≥1400平方米（2000×70%）"),
        ("远岛上的盐田研学站，场地面积至少多少？", "综合站≥1400平方米（2000×70%），专题站≥560平方米（800×70%）"),
        ("老区县的制盐厂申报盐田研学站，上年度收入不低于多少？", "1.2亿元（2亿元×60%）"),
        ("老区县的旅行社申报盐田研学站，上年度收入至少多少？", "2400万元（4000万元×60%）"),
    ],
)
def test_a_share_of_the_standard_is_worked_out_for_those_it_is_for(salt: Built, asked: str, told: str) -> None:
    assert told in salt.ask(asked).answer


@pytest.mark.parametrize(
    "asked",
    [
        "盐田研学站综合站的场地面积最低多少？",
        "不在远岛的盐田研学站综合站，场地面积最低多少？",
        "设在远岛的盐田研学站综合站，讲解员最少几人？",
        "制盐厂申报盐田研学站，上年度收入不低于多少？",
        "不是老区县的制盐厂申报盐田研学站，上年度收入不低于多少？",
    ],
)
def test_no_share_is_taken_for_another_case_or_measure(salt: Built, asked: str) -> None:
    assert "×" not in salt.ask(asked).answer


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("盐田研学站拿到补助50万元，设备更新最多能花多少钱？", "20万元（50万元×40%）"),
        ("盐田研学站拿到补助50万元，宣传费用最多能花多少钱？", "5万元（50万元×10%）"),
        (
            "盐田研学站有12名讲解员，本地居民和40周岁以下的各至少要几名？",
            "8名（12名×60%≈7.2名），4名（12名×三分之一）",
        ),
    ],
)
def test_of_several_shares_those_asked_about_are_taken(salt: Built, asked: str, told: str) -> None:
    assert salt.ask(asked).answer.startswith(told)


@pytest.mark.parametrize(
    "asked",
    [
        "盐田研学站拿到补助50万元，请客吃饭最多能花多少钱？",
        "盐田研学站有12名讲解员，持证的至少要几名？",
    ],
)
def test_no_share_is_taken_of_what_no_ratio_is_told(salt: Built, asked: str) -> None:
    assert "×" not in salt.ask(asked).answer
