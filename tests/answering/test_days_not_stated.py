"""Days, addresses and lengths that no sentence states are not told by another one."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def lighthouse() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "为贯彻落实国家决策部署，加快培养航运人才，现开展灯塔实践基地建设工作。",
        "申报书电子版发送至电子邮箱：dengta@example.cn。",
        "市水利局组织评审，确定首批灯塔实践基地名单。",
        "基地每年12月10日前完成年度运营清单编制并公开发布。",
        "基地应于每年第一季度（2027年可适当延迟）完成年度计划编制。",
        "参建学校应成立以学校主要领导为组长的灯塔实践基地建设领导小组。",
        "本指南自发布之日起实施。",
        "建设期满须报送总结报告。",
        "灯塔实践基地申报书",
        "建设规划（对照建设内容填写）",
        beside=(
            "石桥计划申报指南",
            "市林业局联系人：毕思远，电话 85550002",
        ),
    )


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔实践基地的申报书最晚哪天要发到邮箱？",
        "When will they announce which units made the first-batch list of the 灯塔实践基地?",
        "灯塔实践基地申报书里“建设规划”一栏限多少字？",
        "毕思远老师的邮箱地址是哪个？",
    ],
)
def test_what_is_not_stated_is_not_told_by_something_else(lighthouse: Built, asked: str) -> None:
    answer = lighthouse.ask(asked)
    assert (answer.outcome, answer.citations) == ("not_specified", ())


@pytest.mark.parametrize(
    ("asked", "quote"),
    [
        ("灯塔实践基地的申报书发到哪个邮箱，什么时候截止？", "申报书电子版发送至电子邮箱：dengta@example.cn"),
        (
            "By when each year must the 灯塔实践基地 publish its list?",
            "基地每年12月10日前完成年度运营清单编制并公开发布",
        ),
        (
            "Who must head the 灯塔实践基地 leading group?",
            "参建学校应成立以学校主要领导为组长的灯塔实践基地建设领导小组",
        ),
        ("From what date does the 灯塔实践基地 guide apply?", "本指南自发布之日起实施"),
        ("What does a 灯塔实践基地 have to hand in when its construction period is over?", "建设期满须报送总结报告。"),
        ("毕思远老师的电话是多少？", "市林业局联系人：毕思远，电话 85550002"),
    ],
)
def test_what_is_stated_is_told(lighthouse: Built, asked: str, quote: str) -> None:
    assert quote in [c.quote for c in lighthouse.ask(asked).citations]


def test_why_a_call_was_made_answers_nothing_else(lighthouse: Built) -> None:
    assert lighthouse.ask("国家的护照培养续期要怎么弄？").citations == ()


def test_a_time_that_may_be_put_off_is_not_to_the_day(lighthouse: Built) -> None:
    answer = lighthouse.ask("2027年灯塔实践基地的年度计划第一季度必须完成，晚一天都不行吧？")
    assert (answer.verdict, answer.citations[0].quote) == (
        "no",
        "基地应于每年第一季度（2027年可适当延迟）完成年度计划编制",
    )


OWN_DOING = over(
    "灯塔实践基地申报指南",
    "项目专家委员会负责遴选，并由项目专家委员会发放专家证书。",
    "对通过验收的高校，由航运促进中心授牌。",
    "建设完成后，由航运促进中心组织专家验收。",
    "申报单位于2027年3月5日前将申请书及佐证材料寄送至航运促进中心，同时发送相应电子稿。",
    "企业主体应在中国境内依法注册，具有独立法人地位。",
    "牵头单位应为高水平院校，具备独立办学资质。",
    "作为联合申报单位的企业需成立2年以上。",
)


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔实践基地的专家证书由我们学校自己印了发，成吗？",
        "灯塔实践基地的牌匾我们自己做行不行？",
        "灯塔实践基地的申请书先把电子稿发过去，纸质的月底再寄，行吧？",
        "灯塔实践基地的行业协会联合申报，也得成立满两年？",
    ],
)
def test_what_a_body_does_or_what_is_done_at_once_is_not_let_otherwise(asked: str) -> None:
    assert OWN_DOING.ask(asked).verdict != "yes"


def test_what_a_body_gives_out_nobody_gives_out_alone() -> None:
    assert OWN_DOING.ask("灯塔实践基地的专家证书由我们学校自己印了发，成吗？").verdict == "no"
    assert OWN_DOING.ask("灯塔实践基地的申请书先把电子稿发过去，纸质的月底再寄，行吧？").verdict == "no"


def test_a_follow_up_on_another_unit_is_not_about_the_role_asked_before() -> None:
    answer = OWN_DOING.ask("企业这一方要满足什么？", "灯塔实践基地，高职可以牵头吗？")
    assert answer.citations[0].quote.startswith("企业主体应在中国境内依法注册")
