"""Claims that a clause tells otherwise: another office, another measure of time, another kind's list, another year, money
that nobody gives, and a premise before an open question."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "一、考核",
    "（一）综合医院重点考核：门诊人次，教学查房次数，科研课题数。",
    "（二）专科医院重点考核：专病方案数，转诊服务人次。",
    "二、程序",
    "（一）评审结果公示一周。",
    "（二）推荐表由卫生健康部门审核并盖章。",
    "（三）建设单位应做好季度小结，每年第一季度（2031年可适当延迟）完成年度计划。",
    "（四）灯塔实践基地由一家医院牵头组建。",
    "（五）对结果有疑问的，应当书面提出，电话查询不予受理。",
    "三、经费",
    "建设资金由基地自筹，中心不提供建设经费。",
)


@pytest.fixture(scope="module")
def ward() -> Built:
    return over(*LINES)


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地的评审结果公示5个工作日，对吧？",
        "灯塔实践基地的推荐表由教育局盖章，对不对？",
        "灯塔实践基地的季度小结由中心统一写，建设单位是不是不用管？",
        "专科医院申报灯塔实践基地，重点考核里是不是有科研课题数？",
        "2032年灯塔实践基地的年度计划也跟2031年一样可以适当延迟吧？",
        "灯塔实践基地评上以后，中心会给医院拨建设经费吗？",
    ],
)
def test_what_the_clause_tells_otherwise_is_denied(ward: Built, text: str) -> None:
    assert ward.ask(text).verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔实践基地的评审结果公示一周，对吧？",
        "灯塔实践基地的推荐表由卫生健康局盖章，对不对？",
        "综合医院申报灯塔实践基地，重点考核里是不是有科研课题数？",
        "专科医院申报灯塔实践基地，重点考核里是不是有专病方案数？",
        "2031年灯塔实践基地的年度计划可以适当延迟吧？",
        "灯塔实践基地要自己出建设经费吗？",
    ],
)
def test_what_it_tells_is_not(ward: Built, text: str) -> None:
    assert ward.ask(text).verdict != "no"


def test_a_list_says_nothing_of_a_kind_without_one(ward: Built) -> None:
    assert ward.ask("社区卫生院申报灯塔实践基地，重点考核里是不是有科研课题数？").verdict != "yes"


def test_a_false_premise_before_an_open_question_is_put_right(ward: Built) -> None:
    asked = "灯塔实践基地的推荐表必须由教育局盖章，我们该找谁？"
    assert ward.ask(asked).verdict == "no"
    assert ward.ask("灯塔实践基地的推荐表由卫生健康部门盖章，我们什么时候交？").verdict != "no"


def test_a_short_sentence_that_forbids_is_told_whole(ward: Built) -> None:
    answer = ward.ask("灯塔实践基地的结果有疑问，打电话查询可以受理吗？")
    assert answer.verdict != "yes"


def test_the_list_of_another_programme_is_not_that_of_ones_own(corpus: Built) -> None:
    assert corpus.ask("公共实践中心重点考核科技成果奖项，是吗？").verdict == "no"
    assert corpus.ask("公共实践中心重点考核教材建设数，是吗？").verdict == "yes"
    assert corpus.ask("公共实践中心的培训收入归学校吗？").verdict != "no"
    assert corpus.ask("公共实践中心会监测科技成果奖项吗？").verdict != "no"
