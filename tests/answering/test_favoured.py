"""Whether the documents favour what is told before ("……，这符合任务方向吗"): a yes wants a sentence that has the very thing."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "一、任务",
    "（一）鼓励书屋与邮局合办读书角，开展夜间阅读活动。",
    "（二）支持每年举办两场诗会。",
    "（三）不得占用书屋开设棋牌室。",
    "（四）经街道同意，可开设简餐柜台。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


def test_what_a_sentence_has_is_favoured(shelves: Built, corpus: Built) -> None:
    assert shelves.ask("每年举办两场诗会，是不是灯塔书屋希望看到的？").verdict == "yes"
    asked = "企业师傅来主导开发行业课程，这符合育人示范基地的任务方向吗？"
    assert corpus.ask(asked).verdict == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "我们想和银行合办读书角，这符合灯塔书屋的任务方向吗？",  # another partner
        "我们想开设棋牌室，灯塔书屋鼓励这样做吗？",  # forbidden
        "我们不想举办诗会，这符合灯塔书屋的任务方向吗？",  # negated
        "每年举办九场诗会，是不是灯塔书屋希望看到的？",  # another number
        "我们想开设简餐柜台，灯塔书屋鼓励这样做吗？",  # on a condition
        "我们想开办酒吧，这符合灯塔书屋的任务方向吗？",
    ],
)
def test_what_it_does_not_have_is_not(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "yes"
