"""Sums over programmes and kinds: stated figures only, every term shown; and lists told with what their items say."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, over


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("首批杭州三类平台一共建多少个？", "共40个（5＋5＋15＋5＋10）\n"),
        ("开放型区域产教融合实践中心首批三类总共多少个", "共30个（15＋5＋10）\n"),
        (
            "How many platforms will the first batch of the three Hangzhou programmes build in total?",
            "40 in total (5＋",
        ),
    ],
)
def test_figures_of_several_programmes_are_added_up_with_their_terms(ask: Ask, text: str, start: str) -> None:
    assert ask(text).answer.startswith(start)


def test_a_bound_is_no_term_of_a_sum() -> None:
    built = over(
        "灯塔计划申报指南", "一、申报主体", "灯塔计划由高校牵头，联合申报企业不超过3家，联合申报协会不超过2家。"
    )
    assert "5家" not in built.ask("灯塔计划联合申报的企业和协会一共多少家？").answer


def test_figures_of_different_units_are_not_added_up() -> None:
    built = over("灯塔计划申报指南", "一、建设目标", "灯塔计划首批建设5个灯塔中心和8家灯塔企业。")
    answer = built.ask("灯塔计划首批一共建设多少灯塔中心和灯塔企业？").answer
    assert "13" not in answer


def test_an_item_whose_title_only_begins_is_told_to_its_end() -> None:
    built = over(
        "灯塔计划申报指南",
        "一、考核指标",
        "（一）灯塔中心重点考核：开放天数，服务学生人数。",
        "（二）灯塔企业重点考核：投入经费，录用毕业生人数。",
        names=("灯塔计划",),
    )
    answer = built.ask("灯塔计划的考核指标有哪些？").answer
    assert "开放天数，服务学生人数" in answer
    assert "投入经费，录用毕业生人数" in answer


def test_a_voucher_is_not_asked_for_by_a_promise_of_means(ask: Ask) -> None:
    assert ask("申报专精特新产业学院需要提供经费证明吗").verdict == "not_specified"


def test_the_type_face_is_told_from_the_clause_that_names_it(ask: Ask) -> None:
    answer = ask("申报材料用什么字体")
    assert "仿宋_GB2312" in answer.answer
    assert [c.programme for c in answer.citations] == ["hangzhou-consortium"]
