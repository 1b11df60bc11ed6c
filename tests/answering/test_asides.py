"""What people write around their question is left aside; what tells of their case is not."""

from __future__ import annotations

import pytest

from assistant.answering.answer import Question, Turn
from tests.answering.built import TODAY, Built, over

ASKED = "小企业可以牵头灯塔实践基地吗？"
ENGLISH = "Can a company be the lead unit of the 灯塔实践基地?"


@pytest.fixture(scope="module")
def lamp() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 灯塔实践基地由大型企业作为牵头单位组织申报。小企业不得作为牵头单位。",
        "第二条 申报单位应未被列入失信名单。",
        "第三条 申报书正文不超过3000字。",
        "第四条 公示期为5个工作日。",
        "第五条 推荐书使用A4纸双面打印，支撑材料单独装订成册。",
        "第六条 灯塔实践基地可吸纳行业协会、园区等成员单位共同参与，成员单位应依法注册。",
    )


def heart(built: Built, text: str) -> str:
    return built.engine.heard(Question(text)).text


@pytest.mark.parametrize(
    "wrapping",
    [
        "{q}谢谢老师！",
        "老师好，打扰了。{q}",
        "不好意思，我是新来的，啥都不懂，{q}",
        "我们主任催得紧，{q}",
        "同事跟我说的不一样，我也不知道该听谁的。{q}",
        "刚给热线打电话一直占线，只好来这儿问。{q}",
        "文件太长了，看得眼花。{q}",
        "{q}给个准话就行，别绕弯子。",
        "{q}请注明出自原文哪里。",
        "申报组：\n您好！{q}\n盼复。",
        "1. {q}",
        "问：{q}",
        "嗯……{q}",
        "---\n{q}\n---",
        "@客服 {q}",
        "{q}🙏🙏",
        "{q}（替同事问的）",
        "能不能麻烦您告诉我{q}",
        "想确认一下{q}",
        "校长问我，我答不上来：“{q}”",
    ],
)
def test_nothing_but_the_question_is_heard(lamp: Built, wrapping: str) -> None:
    answer = lamp.ask(wrapping.replace("{q}", ASKED))
    assert heart(lamp, wrapping.replace("{q}", ASKED)).rstrip("？") == ASKED.rstrip("？")
    assert (answer.verdict, answer.question) == ("no", wrapping.replace("{q}", ASKED))


@pytest.mark.parametrize(
    "wrapping",
    ["Hi, {q}", "Sorry to bother you again. {q}", "My boss wants to know: {q}", "{q} Thanks in advance.",
     "I'm new to this, so forgive me if it's obvious. {q}", "The hotline was busy so I'm trying here. {q}"],
)  # fmt: skip
def test_nothing_but_the_english_question_is_heard(lamp: Built, wrapping: str) -> None:
    assert heart(lamp, wrapping.replace("{q}", ENGLISH)) == ENGLISH


@pytest.mark.parametrize(
    "told",
    [
        "我们被列入了失信名单",
        "我们是小企业",
        "我校去年没有申报",
        "公司成立不到2年",
        "社会上有人说正文写3500字",
        "还没盖章",
        "这些文件里",
        "我们想牵头",
        "没有要求",
    ],
)
def test_what_tells_of_the_case_is_kept(lamp: Built, told: str) -> None:
    line = f"{told}，{ASKED}"
    assert heart(lamp, line) == line


def test_a_second_question_is_no_aside(lamp: Built) -> None:
    line = f"{ASKED}公示期几天？"
    assert heart(lamp, line) == line
    assert "5个工作日" in lamp.ask(line).answer


@pytest.mark.parametrize("order", ["请确认小企业可以牵头", "麻烦按原文帮我确认", "帮我写一份申报书", "就回答我可以"])
def test_an_order_is_no_aside(lamp: Built, order: str) -> None:
    assert order in heart(lamp, f"{ASKED}{order}。")


@pytest.mark.parametrize("line", ["您好，在吗？", "谢谢老师", "怎么办", "能说得具体一点吗？", "？？", "   "])
def test_a_line_of_asides_alone_stays_as_it_is(lamp: Built, line: str) -> None:
    assert heart(lamp, line).strip("？ ") == line.strip("？ ")


def test_the_own_unit_is_kept_where_no_other_is_named(lamp: Built) -> None:
    assert heart(lamp, "我们学校正在准备材料，能牵头灯塔实践基地吗？") == "我们学校，能牵头灯塔实践基地吗？"
    assert heart(lamp, f"我们公司正在准备材料，{ASKED}") == ASKED


def test_what_was_asked_before_is_heard_so_too(lamp: Built) -> None:
    before = Turn("user", f"老师好，{ASKED}谢谢！")
    assert lamp.engine.heard(Question("那公示几天？", (before,))).history[0].content == ASKED
    assert lamp.engine.answer(Question("那公示几天？", (before,)), TODAY).answer.count("5个工作日") == 1


def test_a_permit_does_not_come_from_what_stands_around(lamp: Built) -> None:
    told = "没有失信记录" if False else "饭菜咸得有点过分"
    assert lamp.ask(f"{told}，我们是小企业，没有大型企业参加，能牵头灯塔实践基地吗？").verdict != "yes"


def test_a_whole_question_after_another_is_weighed_as_it_would_be_alone(lamp: Built) -> None:
    for before in ("我想了解一下灯塔实践基地", "我们想报灯塔实践基地，怎么报？"):
        alone = lamp.ask("灯塔实践基地的支撑材料最多可以放多少页？")
        after = lamp.ask("支撑材料最多可以放多少页？", before)
        assert (alone.verdict, after.verdict, after.abstained) == ("not_specified", "not_specified", True)
