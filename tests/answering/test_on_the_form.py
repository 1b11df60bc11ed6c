"""What a form has a line for, what the organiser does for others, and an appeal that is no application."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "一、申报",
    "（一）灯塔书屋由本科高校牵头申报。",
    "（二）经评审的书屋公示5个工作日。",
    "二、支持",
    "（一）协助引进海风报等报社对书屋的阅读活动进行宣传报道。",
    "（二）针对验收通过的单位，可定制提供选书、编目等辅导服务。",
    "附件1",
    "灯塔书屋申报书",
    "一、基本信息",
    "书屋名称\t成立时间",
    "藏书数量（册）\t阅览面积（平方米）",
    "二、值班室情况",
    "固定值守面积\t值守电话",
    "值守人数\t值守时间",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("灯塔书屋申报书里，阅览面积也要填？", "阅览面积"),
        ("灯塔书屋申报书有没有地方填藏书数量？", "藏书数量"),
        ("灯塔书屋申报书要不要写成立时间？", "成立时间"),
        ("灯塔书屋申报书里值班室的电话要填吗？", "值守电话"),
    ],
)
def test_a_line_that_is_for_the_very_thing_says_yes(shelves: Built, text: str, line: str) -> None:
    answer = shelves.ask(text)
    assert answer.verdict == "yes"
    assert any(line in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋申报书里，馆长的阅览面积也要填？",  # of somebody of whom no line tells
        "灯塔书屋申报书不用填藏书数量，对吧？",
        "灯塔书屋申报书只填藏书数量行吗？",
        "灯塔书屋申报书的阅览面积要填300吗？",  # a figure that no line gives
        "灯塔书屋申报书有地方填借阅收入吗？",
        "灯塔书屋申报书的藏书数量由别人代填行吗？",
        "灯塔书屋的阅览面积要很大吗？",
    ],
)
def test_what_no_line_is_for_does_not(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "yes"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("高校办灯塔书屋，你们能帮着引进报社报道吗？", "yes"),
        ("验收通过的高校，中心能不能给定制选书辅导？灯塔书屋", "conditional"),
        ("中心能不能帮灯塔书屋的高校引进歌手？", "not_specified"),
        ("中心会替灯塔书屋的高校出买书钱吗？", "not_specified"),
    ],
)
def test_whether_the_organiser_helps_is_no_role_to_be_filled(shelves: Built, text: str, verdict: str) -> None:
    assert shelves.ask(text).verdict == verdict


@pytest.mark.parametrize("act", ["申请复核", "申请重评", "申请撤回", "申请延期"])
def test_an_appeal_is_no_application(shelves: Built, act: str) -> None:
    assert shelves.ask(f"灯塔书屋公示时有人提意见，高校还能不能{act}？").verdict == "not_specified"


def test_to_apply_is_one(shelves: Built) -> None:
    assert shelves.ask("本科高校还能不能申请灯塔书屋？").verdict == "yes"


@pytest.mark.parametrize("text", ["灯塔书屋非公示不可？", "灯塔书屋必须公示？", "灯塔书屋也要公示？"])
def test_a_duty_told_with_a_question_mark_wants_a_yes_or_no(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict is not None
