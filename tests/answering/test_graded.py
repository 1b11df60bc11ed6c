"""Bounds that a sentence sets for some: who is told to be of them is held against theirs, who is not against the one
for all, and where that is not told nobody gets a yes by it."""

from __future__ import annotations

import pytest

from assistant.answering.figures.graded import grades_in
from tests.answering.built import Built, over

LINES = (
    "青溪省藤编工坊认定通知",
    "一、申报条件",
    "1. 工坊由本省职业学校或企业牵头申报。作坊建筑面积不少于2400平方米，编织设备总值不低于900万元。"
    "中等职业学校牵头的，分别不少于1200平方米、不低于500万元。",
    "2. 西部地区和东北地区的申报单位，编织设备总值要求可降低30%。",
    "3. 编织师年龄不超过52周岁；国家级非遗传承人可放宽至70周岁。",
    "4. 在岗藤编人员占职工总数的比例不低于25%。上年度藤料研发费用占营业收入的比例不低于6%，其中营业收入3亿元以上的不低于4%。",
    "5. 每次可接待不少于80名学员；水乡类、山地类工坊可放宽至不少于30名。",
    "6. 每年新收学徒不少于9人（个体型不少于3人）。工坊分为企业型和个体型。",
    "8. 编织企业注册成立应满4年（村办作坊除外）。带头人均可领取津贴，在职公务员除外。",
    "9. 为贯彻落实《藤编产业三年行动方案》，各市应认真组织。",
    "7. 首次授牌不满8个月的，当年可免交运营报告。",
    "二、推荐名额",
    "每个市推荐总数不超过6个，获批国家手工业试点城市的可增加2个。",
)


@pytest.fixture(scope="module")
def workshop() -> Built:
    return over(*LINES, names=("藤编工坊",))


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("中职牵头报藤编工坊，作坊建筑面积1300平方米，编织设备总值520万元，这两项够了吗？", "yes"),
        ("中职牵头报藤编工坊，作坊建筑面积1300平方米，编织设备总值480万元，这两项够了吗？", "no"),
        ("高职牵头报藤编工坊，作坊建筑面积1300平方米，面积够吗？", "no"),
        ("我们是贵州的职业学校，编织设备总值640万元，藤编工坊的设备达标吗？", "yes"),
        ("我们是广东的职业学校，编织设备总值640万元，藤编工坊的设备达标吗？", "no"),
        ("我们在西部，作坊建筑面积1800平方米，藤编工坊的面积达标吗？", "no"),
        ("藤编工坊的编织师60岁，是国家级非遗传承人，年龄符合吗？", "yes"),
        ("藤编工坊的编织师60岁，是省级非遗传承人，年龄符合吗？", "no"),
        ("藤编工坊的编织师60岁，没评过非遗传承人，年龄符合吗？", "no"),
        ("藤编工坊的编织师60岁，年龄符合吗？", "conditional"),
        ("我们是水乡类工坊，一次能接待40名学员，藤编工坊的接待人数够吗？", "yes"),
        ("我们是企业型藤编工坊，今年新收5个学徒，够了吗？", "no"),
        ("我们是个体型藤编工坊，今年新收5个学徒，够了吗？", "yes"),
        ("我们市是国家手工业试点城市，推荐8个藤编工坊可以吗？", "yes"),
        ("我们市是国家手工业试点城市，推荐9个藤编工坊可以吗？", "no"),
        ("我们市不是国家手工业试点城市，推荐8个藤编工坊可以吗？", "no"),
        ("我们市是国家手工业试点城市，推荐了8个藤编工坊，在名额以内吗？", "yes"),
    ],
)
def test_the_bound_of_the_case_told_decides(workshop: Built, asked: str, verdict: str) -> None:
    assert workshop.ask(asked).verdict == verdict


@pytest.mark.parametrize(
    "asked",
    [
        "编织设备总值640万元，藤编工坊的设备达标吗？",
        "我们是海岛类工坊，一次能接待40名学员，藤编工坊的接待人数够吗？",
        "听说试点城市可以多报2个，我们市推荐8个藤编工坊可以吧？",
        "编织企业去年才注册成立，能报藤编工坊吗？",
        "带头人是在职公务员，藤编工坊的津贴可以领取吗？",
        "我们企业注册成立两年了，能报藤编工坊吗？",
        "听说西部能降三成，编织设备总值640万元，藤编工坊的设备就达标了吧？",
        "既然非遗传承人放宽到70岁了，藤编工坊的编织师60岁没问题吧？",
        "首次授牌不满8个月，藤编工坊以后每年的运营报告都不用交了吧？",
    ],
)
def test_what_is_only_heard_or_not_told_lends_no_yes(workshop: Built, asked: str) -> None:
    assert workshop.ask(asked).verdict != "yes"


@pytest.mark.parametrize(
    ("asked", "verdict", "told"),
    [
        ("藤编工坊职工200人、在岗藤编人员44人，比例够吗？", "no", "22%"),
        ("藤编工坊职工200人、在岗藤编人员56人，比例够吗？", "yes", "28%"),
        ("企业营业收入5亿元，藤料研发费用2200万元，藤编工坊的研发费用占比达标吗？", "yes", "4.4%"),
        ("企业营业收入2亿元，藤料研发费用1000万元，藤编工坊的研发费用占比达标吗？", "no", "5%"),
    ],
)
def test_a_share_is_worked_out_and_held_against_that_of_the_case(
    workshop: Built, asked: str, verdict: str, told: str
) -> None:
    answer = workshop.ask(asked)
    assert answer.verdict == verdict
    assert told in answer.answer


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("合作企业不少于3家", []),  # what is counted is no case
        ("团队不少于12人，其中具有高级职称的不少于4人", []),  # a part of them
        ("成员不少于9人（个体型不少于3人）", ["个体型"]),
        ("营业收入占比不低于6%，其中营业收入3亿元以上的不低于4%", ["营业收入3亿元以上"]),
        ("经认定的老字号企业，开办时间放宽至1年以上", ["经认定的老字号企业"]),
        ("牵头单位为职业学校，联合单位不超过5家", []),
    ],
)
def test_whom_a_bound_is_for(text: str, cases: list[str]) -> None:
    assert [grade.case for grade in grades_in(text)] == cases
