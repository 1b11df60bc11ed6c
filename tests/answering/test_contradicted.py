"""What a clause says otherwise: another order, another office, another length of time, more than is let in."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, over


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("校企协同育人示范基地候选单位是公示10个工作日吗？", "no"),
        ("行业产教融合共同体的年度总结报告写了六千来字，可以吗？", "no"),
        ("专精特新产业学院的立项通知是教育部书面发的吗？", "no"),
        ("校企协同育人示范基地的认定，是不是中小企业发展促进中心在具体组织？", "no"),
        ("校企协同育人示范基地是先印发认定通知、再公示一周吗？", "no"),
        ("专精特新产业学院能不能先把申报书交了，过后再上学校办公会补批？", "no"),
        ("先授牌后验收可以吗", "no"),
        ("就业创业创新示范实践基地的联合申报单位，我们报6家可以吗？", "no"),
        ("就业创业创新示范实践基地的联合申报单位，我们报5家可以吗？", "yes"),
        ("市教育局主管的高职院校可以申报工信部校企协同育人示范基地吗？", "no"),
        ("专精特新产业学院申报书，电子版发邮箱、纸质版扫描上传到网站，这样就算交齐了吗？", "no"),
    ],
)
def test_what_a_clause_says_otherwise_gets_no_yes(ask: Ask, text: str, verdict: str) -> None:
    assert ask(text).verdict == verdict


LIGHTHOUSE = (
    "灯塔计划申报指南",
    "（一）经专家评审通过的灯塔中心，在网上公示5个工作日。",
    "（二）灯塔中心编制预算，随后开展采购，采购完成后进行验收。",
    "（三）撤销称号前，应当听取单位的陈述。",
    "（四）灯塔计划由海滨市科技局组织认定。",
    *(f"（{n}）灯塔计划的第{n}项工作由承办方在当年完成。" for n in "五六七八九"),
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔计划是先公示再专家评审吗", "no"),
        ("灯塔计划能先采购，再编制预算吗", "no"),
        ("灯塔计划可以先验收，后采购吗", "no"),
        ("灯塔计划是先撤销称号，再听取陈述吗", "no"),
        ("灯塔计划是由海滨市财政局组织认定吗", "no"),
    ],
)
def test_an_order_or_office_turned_round(text: str, verdict: str) -> None:
    assert over(*LIGHTHOUSE, names=("灯塔计划",)).ask(text).verdict == verdict


@pytest.mark.parametrize(
    "text", ["灯塔计划是先专家评审再公示吗", "灯塔计划能先编制预算，再采购吗", "灯塔计划由海滨市科技局组织认定吗"]
)
def test_an_order_or_office_as_it_is_gets_no_no(text: str) -> None:
    assert over(*LIGHTHOUSE, names=("灯塔计划",)).ask(text).verdict != "no"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("专精特新产业学院是不是都得由高校来牵头", "可以"),
        ("专精特新产业学院必须由高校牵头吗", "是的"),
        ("产教科融合发展联合体和专精特新产业学院，是不是都得由高校来牵头？", "产教科融合发展联合体"),
    ],
)
def test_whether_or_not_denies_no_unit(ask: Ask, text: str, start: str) -> None:
    answer = ask(text)
    assert answer.verdict == "yes"
    assert answer.answer.startswith(start)


@pytest.mark.parametrize("text", ["广东省示范性产业学院，技师学院可以牵头吗？", "江苏省重点产业学院高职可以牵头吗"])
def test_a_place_s_own_sort_of_programme_is_not_ours(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer.verdict == "not_specified"
    assert answer.citations == ()


def test_the_place_of_a_programme_is_no_word_of_the_question(ask: Ask) -> None:
    assert ask("杭州市的实践中心首批几个").answer.startswith("首批建设15个市级学校实践中心")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔计划可以不提供担保吗", "not_specified"),
        ("灯塔计划拿了补助的设备可以转卖吗", "not_specified"),
        ("错过了12月25日，明年还能再申报灯塔计划吗", "not_specified"),
    ],
)
def test_a_no_wants_the_clause_on_that_very_thing(text: str, verdict: str) -> None:
    built = over(
        "灯塔计划申报指南",
        "（一）灯塔计划的贷款超过10万元的，应当提供保证人作为担保；获奖的，可以免予提供担保。",
        "（二）已经享受省级补助的，不再给予市级补助。",
        "（三）2005年12月31日前建成的住宅，可以申报灯塔计划。",
        *(f"（{n}）灯塔计划的第{n}项工作由承办方在当年完成。" for n in "四五六七八"),
        names=("灯塔计划",),
    )
    assert built.ask(text).verdict == verdict
