"""Ways of asking that change nothing: no particle, a name parted by a word, words that point back, a light head."""

from __future__ import annotations

import pytest

from tests.answering.built import over

DOC = over(
    "灯塔实践基地申报指南",
    "一、申报",
    "灯塔实践基地由高校牵头申报。",
    "联合申报单位中龙头企业不少于1家。",
    "二、支持",
    "如有需要，管理办公室可视情协助推荐行业协会作为联合申报单位。",
    "管理办公室视情同高校举办供需对接会。",
    "材料应加盖公章后邮寄。",
)


@pytest.mark.parametrize(
    ("asked", "whether"),
    [
        ("园区照样能报的哦？", True),
        ("材料可以不寄？", True),
        ("高校牵头要得不？", True),
        ("要先交什么，才能报？", False),
        ("牵头的能是谁？", False),
        ("材料要求？", False),
    ],
)
def test_a_statement_with_a_question_mark_wants_a_yes_or_no(asked: str, whether: bool) -> None:
    assert DOC.frame(asked).whether is whether


def test_a_name_is_found_with_a_word_in_it() -> None:
    assert DOC.frame("灯塔那个实践基地，谁来牵头？").named == ("lighthouse",)
    assert DOC.frame("那个基地，谁来牵头？").named == ()


@pytest.mark.parametrize(
    "asked",
    [
        "协会和园区都找好了，就差龙头企业，灯塔实践基地能报吗？",
        "谈好的是两家协会，还没有龙头企业。这样的组合能申报灯塔实践基地吗？",
    ],
)
def test_a_kind_that_is_wanted_and_missing_shuts_out(asked: str) -> None:
    assert DOC.ask(asked).verdict == "no"


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔实践基地的管理办公室能不能帮着推荐几家行业协会？",
        "报上灯塔实践基地以后，管理办公室会不会跟高校一起举办对接会？",
    ],
)
def test_what_an_office_does_as_it_sees_fit_depends(asked: str) -> None:
    assert DOC.ask(asked).verdict == "conditional"


def test_help_is_no_role() -> None:
    assert DOC.frame("管理办公室能帮我们介绍企业当联合申报单位吗？").role == ""
    assert DOC.frame("企业能当联合申报单位吗？").role == "joint"


PAPERS = over(
    "灯塔实践基地申报指南",
    "一、材料",
    "申报书电子版发送至指定邮箱，纸质版（加盖公章）请邮寄至指定地址。",
    "支撑材料请单独装订成册。",
    "行距为固定值20磅。",
    "涉密内容请做脱密处理。",
    "二、管理",
    "管理办公室将对灯塔实践基地开展年度检查。",
    "撤销称号前将告知有关单位，听取其陈述和申辩。",
    "培训收入在支付项目成本后，应按不超过20%的比例发放奖励。",
    "三、建设",
    *(
        f"建设内容{n}：完善{thing}。"
        for n, thing in enumerate(("课程", "教室", "师资", "设备", "网络", "图书", "宿舍", "食堂"))
    ),
)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("灯塔实践基地的申报书发过邮箱了，是不是还得再寄一份盖章的纸质版？", "yes"),
        ("灯塔实践基地的支撑材料要不要跟正文分开装订？", "yes"),
        ("灯塔实践基地评上以后还要不要年度检查？", "yes"),
        ("灯塔实践基地撤销称号前，会不会给我们单位一个解释的机会？", "yes"),
        ("灯塔实践基地的材料行距用单倍，对吗？", "no"),
        ("灯塔实践基地的涉密内容能照原样交吗？", "no"),
        ("灯塔实践基地的培训收入，项目成本先不扣，直接发奖励，这样合规定吗？", "no"),
    ],
)
def test_a_way_of_saying_it_that_documents_do_not_use(asked: str, verdict: str) -> None:
    assert PAPERS.ask(asked).verdict == verdict


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔实践基地的申报书发过邮箱了，是不是还得再寄一份公证过的身份证？",
        "灯塔实践基地的纸质版交一份就够了吗？",
        "灯塔实践基地评上以后还要不要交保证金？",
        "灯塔实践基地的普通内容能照原样交吗？",
    ],
)
def test_nothing_else_is_affirmed_by_it(asked: str) -> None:
    assert PAPERS.ask(asked).verdict != "yes"


def test_one_at_the_end_of_a_unit_is_no_bound() -> None:
    assert PAPERS.frame("会不会给我们单位一个解释的机会？").quantities == ()
    assert PAPERS.frame("我们单单一个企业，能报吗？").quantities != ()
