"""Given figures against the bounds of an invented notice."""

from __future__ import annotations

from datetime import date

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报指南",
    "一、申报主体",
    "牵头单位为本专科院校，联合申报单位不超过5家。联合申报单位可为企业、行业协会、产业园区。",
    "二、申报条件",
    "作为联合申报单位的企业须成立2年以上，注册资本超过500万元。",
    "企业导师占比不低于1/3。",
    "三、申报流程",
    "经评审通过的基地，公示5个工作日。",
    "四、其他",
    "认定有效期为3年。",
    "材料一式五份，于2026年9月30日前报送。",
)


@pytest.fixture(scope="module")
def notice() -> Built:
    return over(*NOTICE)


def verdict(notice: Built, text: str, today: date = date(2026, 7, 29)) -> str | None:
    return notice.ask(text, programme="lighthouse", today=today).verdict


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 不超过 includes the bound
        ("联合申报单位4家可以吗？", "yes"),
        ("联合申报单位5家可以吗？", "yes"),
        ("联合申报单位6家可以吗？", "no"),
        ("联合申报单位有4到6家行吗？", "conditional"),
        ("联合申报单位有6到8家行吗？", "no"),
        # 以上 includes it, 超过 does not
        ("成立2年的企业能当联合申报单位吗？", "yes"),
        ("成立3年的企业能当联合申报单位吗？", "yes"),
        ("成立1年的企业能当联合申报单位吗？", "no"),
        ("成立一年半的企业能当联合申报单位吗？", "no"),
        ("刚满两年的企业能当联合申报单位吗？", "yes"),
        ("注册资本500万元的企业能当联合申报单位吗？", "no"),
        ("注册资本501万元的企业能当联合申报单位吗？", "yes"),
        # units are converted
        ("成立23个月的企业能当联合申报单位吗？", "no"),
        ("成立24个月的企业能当联合申报单位吗？", "yes"),
        # exact fractions, and a part of a whole
        ("企业导师占1/3可以吗？", "yes"),
        ("企业导师占三分之一可以吗？", "yes"),
        ("企业导师占三成可以吗？", "no"),
        ("我们30个导师里有10个企业导师可以吗？", "yes"),
        ("我们30个导师里有9个企业导师可以吗？", "no"),
        # an interval of ages: inside, outside, crossing
        ("去年成立的企业能当联合申报单位吗？", "no"),
        ("前年成立的企业能当联合申报单位吗？", "conditional"),
        # of two bounds the one that is not met decides
        ("成立1年但注册资本800万元的企业能当联合申报单位吗？", "no"),
        # exact values
        ("有效期是5年对吧？", "no"),
        ("公示7个工作日吗？", "no"),
        ("公示5个工作日吗？", "yes"),
        ("2026年10月8日报送可以吗？", "no"),
    ],
)
def test_bound(notice: Built, text: str, expected: str) -> None:
    assert verdict(notice, text) == expected


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("去年成立的企业能当联合申报单位吗？", date(2026, 1, 1), "no"),
        ("去年成立的企业能当联合申报单位吗？", date(2026, 12, 30), "no"),
        ("前年成立的企业能当联合申报单位吗？", date(2026, 1, 1), "conditional"),
    ],
)
def test_an_age_is_counted_at_the_date_of_asking(notice: Built, text: str, today: date, expected: str) -> None:
    assert verdict(notice, text, today) == expected


@pytest.mark.parametrize("text", ["近1年有利润的企业能当联合申报单位吗？", "最近1年换过名字的企业能当联合申报单位吗？"])
def test_a_window_is_no_bound(notice: Built, text: str) -> None:
    answer = notice.ask(text, programme="lighthouse")
    assert answer.verdict != "no"
    assert "达不到" not in answer.answer


def test_the_deciding_bound_is_shown(notice: Built) -> None:
    answer = notice.ask("灯塔实践基地联合申报单位6家可以吗？")
    assert answer.answer.startswith("不可以：给出的是6家，超过了5家。")
    assert any("联合申报单位不超过5家" in c.quote for c in answer.citations)
    answer = notice.ask("成立23个月的企业能当灯塔实践基地的联合申报单位吗？")
    assert answer.answer.startswith("不可以：给出的是23个月，达不到2年。")


@pytest.mark.parametrize("text", ["公示5天吗？", "公示期是5天对吧？"])
def test_days_are_not_working_days(notice: Built, text: str) -> None:
    assert verdict(notice, text) not in ("yes",)


@pytest.mark.parametrize(
    "text",
    [
        "成立3年但注册资本300万元的企业能当联合申报单位吗？",
        "注册资本300万元、成立3年的企业能当联合申报单位吗？",
    ],
)
def test_whichever_bound_is_not_met_decides(notice: Built, text: str) -> None:
    assert verdict(notice, text) == "no"


def test_an_open_end_below_the_bound(notice: Built) -> None:
    assert verdict(notice, "成立不到两年的企业能当联合申报单位吗？") == "no"


@pytest.mark.xfail(
    strict=True, reason="the open end of what is given is not looked at: over five million meets over five million"
)
def test_an_open_end_on_the_bound(notice: Built) -> None:
    assert verdict(notice, "注册资本超过500万元的企业能当联合申报单位吗？") == "yes"


# -- the real texts --


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校企协同就业创业创新示范实践基地联合申报单位6家可以吗？", "no"),
        ("校企协同就业创业创新示范实践基地联合申报单位5家可以吗？", "yes"),
        ("成立一年的企业可以当校企协同就业创业创新示范实践基地的联合申报单位吗？", "no"),
        ("去年成立的企业可以当校企协同就业创业创新示范实践基地的联合申报单位吗？", "no"),
        ("部属高校报4个校企协同育人示范基地可以吗？", "no"),
        ("共建高校报3个校企协同育人示范基地可以吗？", "no"),
        ("共建高校报2个校企协同育人示范基地可以吗？", "yes"),
        ("部属高校报3个校企协同育人示范基地可以吗？", "yes"),
        ("企业导师占四分之一可以报校企协同育人示范基地吗？", "no"),
        ("校企合作才2年的可以报校企协同育人示范基地吗？", "no"),
        ("没有专精特新企业能申报专精特新产业学院吗？", "no"),
        ("Can a company established one year ago be a joint unit of the practice base?", "no"),
    ],
)
def test_bound_of_a_real_text(corpus: Built, text: str, expected: str) -> None:
    assert corpus.ask(text).verdict == expected


def test_a_year_of_founding(corpus: Built) -> None:
    assert corpus.ask("2023年成立的企业可以当校企协同就业创业创新示范实践基地的联合申报单位吗？").verdict == "yes"


@pytest.mark.parametrize("number", ["两", "2", "3"])
def test_how_many_are_handed_in_is_not_held_against_how_many_join(number: str) -> None:
    """The number of applications is no number of units, and no share of anything."""
    made = over(
        "牵头单位应为本科院校，联合申报单位不超过5家。",
        "收入的分配比例不超过30%。",
    )
    assert made.ask(f"同一所本科院校可以牵头报{number}个灯塔实践基地吗？").verdict == "not_specified"
    limited = over("牵头单位应为本科院校，联合申报单位不超过5家。", "实行限额申报，本科院校申报不超过2个。")
    verdict = {"两": "yes", "2": "yes", "3": "no"}[number]
    assert limited.ask(f"我们本科院校可以报{number}个灯塔实践基地吗？").verdict == verdict
