"""Whether there must be a thing of a kind is told by a sentence on that thing, not on the word before its noun."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报通知",
    "一、条件",
    "（一）申报单位应当有实训基地和专门的服务中心。",
    "（二）申报单位须融入企业在课程、师资、研发等领域的资源和需求。",
)


@pytest.fixture(scope="module")
def notice() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize("text", ["要有实训基地吗", "要有服务中心吗"])
def test_the_thing_that_is_wanted_is_wanted(notice: Built, text: str) -> None:
    assert notice.ask(text, programme="lighthouse").verdict == "yes"


@pytest.mark.parametrize("text", ["要建研发中心吗", "要有自己的研发平台吗", "必须成立课程中心吗", "要有企业基地吗"])
def test_the_word_before_its_noun_is_not_the_thing(notice: Built, text: str) -> None:
    answer = notice.ask(text, programme="lighthouse")
    assert answer.verdict != "yes", answer.answer
