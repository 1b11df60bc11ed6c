"""Whether-questions in other words than the clause: by when who asks stands where, what is kept apart, one word for two
kinds, what "in or not in" denies, the next round, and what a form has room for."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "一、建设",
    "（一）灯塔实践基地重点围绕航标、救捞、海图等关键紧缺领域开展建设。",
    "（二）基地应配备专兼职人员，负责日常值守。",
    "（三）对基地开展年度检查，检查结果通报全市。",
    "（四）基地面向海员和未就业毕业生开展急救培训。",
    "（五）名单实施动态管理，建立退出机制。",
    "（六）撤销称号前将告知有关单位，听取其陈述和申辩。",
    "（七）基地的救捞产值应位于全市前列。",
    "（八）中心将视情同基地共同举办航标论坛。",
    "（九）附录请单独装订成册。正文双面打印。",
    "（十）申请书于2031年3月1日前报送。",
)


@pytest.fixture(scope="module")
def coast() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    "text",
    [
        "评上灯塔实践基地以后还要不要年度检查？",
        "海图在不在灯塔实践基地关注的关键紧缺领域里？",
        "还没找到工作的毕业生，能到灯塔实践基地做急救培训吗？",
        "灯塔实践基地的称号被撤销之前，会不会给我们一个解释的机会？",
        "灯塔实践基地的附录是不是要和正文分开、单独装订？",
    ],
)
def test_what_the_clause_says_in_other_words_is_so(coast: Built, text: str) -> None:
    assert coast.ask(text).verdict == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地的日常值守，必须全是专职人员吗？",
        "进了灯塔实践基地名单，是不是就一直在里头了？",
        "我们的救捞产值在全市垫底，够灯塔实践基地的条件吗？",
        "灯塔实践基地的附录和正文可以合在一本装订吗？",
    ],
)
def test_what_the_clause_excludes_in_other_words_is_not_so(coast: Built, text: str) -> None:
    assert coast.ask(text).verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "评上灯塔实践基地以后还要不要交保证金？",
        "造船在不在灯塔实践基地关注的关键紧缺领域里？",
        "退休海员能参加灯塔实践基地的潜水培训吗？",
        "加入灯塔实践基地以后，可不可以给游客做急救培训？",
    ],
)
def test_what_the_clause_does_not_say_is_not_confirmed(coast: Built, text: str) -> None:
    assert coast.ask(text).verdict != "yes"


def test_what_happens_as_somebody_sees_fit_depends(coast: Built) -> None:
    assert coast.ask("参加灯塔实践基地建设，中心会不会和我们一起办航标论坛？").verdict == "conditional"


def test_the_deadline_of_this_round_says_nothing_of_the_next(coast: Built) -> None:
    assert coast.ask("灯塔实践基地下一批还能不能再报？").verdict != "no"


def test_a_bare_question_for_what_to_hand_in_is_no_yes_or_no(corpus: Built) -> None:
    assert "工作计划" in corpus.ask("就业创业创新实践基地挂了牌，年年还要往上报点什么不").answer


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("专精特新产业学院申报书的资金来源，有没有院校自筹经费这个选项？", "yes"),
        ("行业人才需求预测报告要不要盖章？", "yes"),
        ("行业人才需求预测报告要不要盖财政局的章？", None),
    ],
)
def test_a_form_has_room_for_what_it_asks(corpus: Built, text: str, verdict: str | None) -> None:
    answer = corpus.ask(text)
    assert answer.verdict == verdict if verdict else answer.verdict != "yes"


def test_what_one_must_pay_is_not_told_by_who_may_apply(corpus: Built) -> None:
    assert corpus.ask("报专精特新产业学院企业要出钱吗").verdict == "not_specified"
