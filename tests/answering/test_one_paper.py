"""What one paper holds, and the steps on one side of a stage."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def built() -> Built:
    return over(
        "灯塔实践基地申报指南",
        "一、申报程序",
        "（一）自主申报。依托单位经理事会讨论同意，并张榜3天后提交。",
        "（二）县级初审。县文旅局对材料进行核对。",
        "（三）专家评审。组委会组织函评。",
        "（四）公示。拟定名单张榜7天。",
        "（五）授牌。无异议的，由组委会授牌，收回旧牌。",
        "二、材料报送",
        "（一）《灯塔申报表》（附件1）一式3份，依托单位盖章。",
        "（二）影像资料册单独成册，1份，包括航拍照片、匠人名录、工艺流程图等。",
        "（三）《名单汇总表》1份，由推荐单位盖章。",
    )


def test_what_one_paper_holds(built: Built) -> None:
    made = built.ask("灯塔实践基地的影像资料册里要放哪些东西？")
    assert "匠人名录" in made.answer
    assert "汇总表" not in made.answer


def test_the_papers_of_the_whole_are_no_one_paper(built: Built) -> None:
    assert "申报表" in built.ask("报灯塔实践基地要交哪些材料？").answer
    assert "匠人名录" not in built.ask("灯塔实践基地的影像资料册交几份？").answer.split("，包括")[0]


def test_the_steps_after_a_stage(built: Built) -> None:
    made = built.ask("灯塔实践基地专家评审通过以后，还要走哪几步？")
    assert "张榜7天" in made.answer
    assert "授牌" in made.answer
    assert "初审" not in made.answer


def test_the_steps_before_a_stage(built: Built) -> None:
    made = built.ask("灯塔实践基地县级初审之前要走哪些程序？")
    assert "理事会讨论" in made.answer
    assert "函评" not in made.answer


def test_without_a_stage_the_course_is_told_whole(built: Built) -> None:
    made = built.ask("灯塔实践基地的申报流程是什么？")
    assert "自主申报" in made.answer
    assert "授牌" in made.answer
