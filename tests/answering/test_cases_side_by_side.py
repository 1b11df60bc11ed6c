"""Values, dates, lines and states that stand side by side: the one of the case asked about, no other."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over_notices

KITCHENS = """\
桑溪区民政局关于开展2026年社区共享厨房补贴申领工作的通知

桑民发〔2026〕12号

各街道办事处，各养老服务机构：

现就社区共享厨房补贴（以下简称厨房补贴）申领工作通知如下。

一、补贴标准

（一）新建厨房每处补贴9万元；改建厨房每处补贴4.5万元。

（二）评为示范的，奖励3万元；达标的，奖励1万元。

（三）评为不达标的，限期20日内整改；整改后仍不达标的，收回补贴。

二、申领流程

1. 登记。运营单位在“桑溪助餐”小程序登记。

2. 申请。开业后30日内向街道办事处提出申请。

3. 核查。区民政局在10个工作日内核查。

4. 拨付。公示无异议后拨付。

分两批受理：第一批截止时间为2026年5月20日，第二批截止时间为2026年10月15日。

三、材料要求

运营合同扫描成PDF文件上传，单个文件不超过20MB；厨房照片不超过8MB。厨房面积不少于60平方米。

四、联系方式

区民政局养老科：苗望舒，0744-5520133，负责补贴申领；

区市场监管局食品科：卞青禾，0744-5520166，负责食品许可。

桑溪区民政局
2026年3月9日
"""
HERBS = """\
云岫县农业农村局关于组织申报2026年中药材良种繁育点的通知

云农发〔2026〕7号

各乡镇人民政府，各合作社：

现就2026年中药材良种繁育点（以下简称繁育点）申报事项通知如下。

一、支持标准

种植黄精的繁育点每亩补助800元，种植白及的繁育点每亩补助1100元。考核结果分为优秀、良好、合格、不合格。

考核优秀的，次年增加补助5万元；良好的，增加补助2万元；不合格的，停止补助并退出名单。

二、时间安排

合作社于4月25日前提交申报书，乡镇于5月8日前完成初核，专家于5月20日前完成评审。

三、咨询电话

申报咨询：县农业农村局 樊砚秋 0766-8810021；

种苗检测咨询：县种子站 祝听澜 0766-8810045。

云岫县农业农村局
2026年2月27日
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_notices(tmp_path_factory.mktemp("cases"), kitchens=KITCHENS, herbs=HERBS)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("改建的共享厨房一处给多少钱？", "4.5万元", "3万元"),
        ("厨房补贴，评为示范和达标的分别奖多少？", "3万元 1万元", "9万元"),
        ("繁育点考核优秀和良好的分别加多少补助？", "5万元 2万元", "800元"),
        ("种白及的繁育点每亩补多少？", "1100元", "停止"),
        ("厨房补贴第二批什么时候截止？", "10月15日", "5月20日"),
        ("厨房补贴第一批几号截止？", "5月20日", "10月15日"),
        ("繁育点的乡镇初核哪天前完成？", "5月8日", "4月25日"),
        ("繁育点专家评审最晚哪天结束？", "5月20日", "4月25日"),
        ("厨房补贴的运营合同文件最大多大？", "20MB", "60平方米"),
        ("共享厨房要多大面积？", "60平方米", "20MB"),
        ("厨房补贴的食品许可归谁管，电话多少？", "卞青禾 0744-5520166", "苗望舒"),
        ("厨房补贴申领的事找谁，电话多少？", "苗望舒 0744-5520133", "卞青禾"),
        ("繁育点种苗检测问谁，电话是多少？", "祝听澜 0766-8810045", "樊砚秋"),
    ],
)
def test_the_case_asked_about_is_told_alone(built: Built, question: str, told: str, untold: str) -> None:
    answer = built.ask(question).answer
    assert all(t in answer for t in told.split()), answer
    assert untold not in answer, answer


@pytest.mark.parametrize(
    ("question", "before", "told"),
    [
        ("那不达标的呢？", "共享厨房评为示范的奖多少？", "整改"),
        ("不合格的呢？", "繁育点考核优秀的加多少补助？", "退出名单"),
        ("良好的呢？", "繁育点考核优秀的加多少补助？", "2万元"),
    ],
)
def test_a_state_asked_on_to_takes_the_place_of_the_one_before(
    built: Built, question: str, before: str, told: str
) -> None:
    assert told in built.ask(question, before).answer


@pytest.mark.parametrize("question", ["厨房补贴从登记到拨付要走哪几步？", "共享厨房补贴的申领流程分哪几步？"])
def test_a_step_named_for_applying_is_a_step(built: Built, question: str) -> None:
    answer = built.ask(question).answer
    assert all(step in answer for step in ("登记", "申请", "核查", "拨付")), answer


@pytest.mark.parametrize(
    "question",
    [
        "厨房补贴第三批什么时候截止？",
        "共享厨房的视频文件最大多大？",
        "餐车每辆补贴多少钱？",
        "繁育点考核优秀的奖状有多大？",
        "共享厨房的厨师每月工资多少？",
    ],
)
def test_the_value_of_another_case_is_not_told_for_one_that_has_none(built: Built, question: str) -> None:
    answer = built.ask(question)
    assert answer.abstained or not any(n in answer.answer for n in ("800", "1100", "15日", "20日", "MB", "万元")), (
        answer.answer
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many mu … which subsidy does each breeding site (繁育点) of 白及 get?", "1100元"),
        ("When is the second batch (第二批) deadline of the kitchen subsidy (厨房补贴)?", "10月15日"),
        ("How much money does each rebuilt kitchen get under the kitchen subsidy (厨房补贴)?", "万元"),
    ],
)
def test_an_english_question_with_the_programme_in_brackets(built: Built, question: str, told: str) -> None:
    assert told in built.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "“桑溪助餐”小程序密码忘了，打哪个电话？",
        "厨房补贴网页打不开，找谁？",
    ],
)
def test_no_line_is_given_for_what_none_is_for(built: Built, question: str) -> None:
    answer = built.ask(question)
    assert answer.abstained, answer.answer
