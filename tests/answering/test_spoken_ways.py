"""Spoken ways of asking whether: too lazy to do it, nobody objects, come along too, neither yields; and one of two
things wanted where the other, or both, are lacking."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报指南",
    "一、申报主体",
    "灯塔实践基地面向部属高校和部省共建高校开展申报。",
    "二、申报条件",
    "（一）具有较好的协作基础。基地需有联合培养见习船员的经验，或参与实施过潮汐工程师计划。",
    "三、材料报送",
    "各申报单位将申请书及佐证材料寄送至规划司，同时发送电子稿。",
    "四、公示",
    "经评审通过的基地，公示7个工作日，无异议后予以认定。",
    "五、服务对象",
    "基地面向在校生和未就业毕业生开展航标实训。",
)


@pytest.fixture(scope="module")
def harbour() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("灯塔实践基地的申请书懒得寄了，发个电子稿就完事了吧？", "no"),
        ("灯塔实践基地的佐证材料不想寄，行不行？", "no"),
        ("我们是省属高校，不是部属也不是共建的，灯塔实践基地能去凑个热闹不", "no"),
        ("我们是部属高校，灯塔实践基地能去凑个热闹不", "yes"),
        ("灯塔实践基地公示期间没人提意见，就予以认定了吗？", "yes"),
        ("灯塔实践基地公示没有任何异议，就予以认定了吗？", "yes"),
    ],
)
def test_spoken_ways_are_read_as_the_plain_ones(harbour: Built, question: str, verdict: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == verdict, answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "灯塔实践基地公示期间有人提意见，就予以认定了吗？",
        "灯塔实践基地公示期间有人反对，是不是就认定了？",
        "灯塔实践基地公示时有人提出异议，还会认定吗？",
    ],
)
def test_what_happens_without_an_objection_is_no_yes_where_there_is_one(harbour: Built, question: str) -> None:
    assert harbour.ask(question).verdict in ("no", "not_specified")


def test_an_objection_makes_no_applicant_of_who_wants_a_second_look(harbour: Built) -> None:
    answer = harbour.ask("灯塔实践基地公示时有人提意见，学校能不能申请复核？")
    assert answer.verdict not in ("yes", "conditional"), answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("见习船员没联合培养过，潮汐工程师计划也没沾边，报灯塔实践基地够格吗？", "no"),
        ("我校没参加过潮汐工程师计划，不过联合培养过见习船员，灯塔实践基地的协作基础这条算满足吧？", "yes"),
        ("我校没联合培养过见习船员，不过参与实施过潮汐工程师计划，灯塔实践基地这条算满足吗？", "yes"),
    ],
)
def test_one_of_two_is_enough_and_neither_is_not(harbour: Built, question: str, verdict: str) -> None:
    answer = harbour.ask(question)
    assert answer.verdict == verdict, answer.answer
    assert "或参与实施过" in answer.citations[0].quote


def test_who_yields_to_whom_is_no_question_of_who(harbour: Built) -> None:
    frame = harbour.frame("两家航运龙头企业谁也不让谁，都想牵头灯塔实践基地，可以吗？")
    assert "who" not in frame.asks
    assert "who" in harbour.frame("灯塔实践基地由谁牵头？").asks


def test_a_question_that_ends_in_english_asks_whether(harbour: Built) -> None:
    assert "whether" in harbour.frame("我们是 provincial university，灯塔实践基地 can we apply？").asks


def test_which_one_is_meant_may_be_told_last(harbour: Built) -> None:
    frame = harbour.frame("可以由省属高校牵头吗？我说的是灯塔实践基地那个")
    assert (frame.named, frame.role, frame.whether) == (("lighthouse",), "lead", True)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("毕业了还没找着活干的，灯塔实践基地能收来实训吗？", "yes"),
        ("毕业了已经找着活干的，灯塔实践基地能收来实训吗？", None),
    ],
)
def test_who_has_found_no_work_is_out_of_work(harbour: Built, question: str, verdict: str | None) -> None:
    answer = harbour.ask(question)
    assert (answer.verdict == "yes") == (verdict == "yes"), answer.answer


def test_the_partner_that_is_left_behind_is_wanted() -> None:
    rule = "灯塔实践基地由一家航运龙头企业牵头组建，联合一所职业院校共同建设。"
    answer = over("灯塔实践基地申报指南", "一、申报主体", rule).ask(
        "我们航运龙头企业想自己搞灯塔实践基地，不拉学校行不行？"
    )
    assert answer.verdict == "no", answer.answer
    assert "一所职业院校" in answer.citations[0].quote
