"""Whether something that a rule orders may be left out, also where another sentence or the list's head orders it."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋管理办法",
    "第一条 书屋应当具备下列条件：",
    "（一）配备灭火器材，并悬挂疏散图；",
    "（二）有专人整理书籍。",
    "第二条 书屋应当于每年10月底前编制来年活动安排，并向读者公布。",
    "第三条 鼓励书屋设置盲文专区。书屋不需要购买防盗门。",
    "第四条 转让书屋的，应当告知街道办事处。",
    "第五条 残疾读者，免于缴纳押金。",
    "第六条 办理手续由读者直接向街道办事处提出，不经社区盖章。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋不悬挂疏散图可以吗？",
        "灯塔书屋不配灭火器材行不行？",
        "灯塔书屋的来年活动安排我们自己看，不向读者公布，可以吗？",
        "灯塔书屋不编制来年活动安排，行吗？",
        "灯塔书屋转让了，不告知街道办事处可以吗？",
    ],
)
def test_what_is_ordered_may_not_be_left_out(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict == "no"


def test_what_need_not_be_done_may_be_left_out(shelves: Built) -> None:
    assert shelves.ask("灯塔书屋不购买防盗门可以吗？").verdict == "yes"
    assert shelves.ask("灯塔书屋不设置盲文专区可以吗？").verdict == "yes"


@pytest.mark.parametrize(
    "text", ["灯塔书屋不缴纳押金可以吗？", "灯塔书屋不整理书籍可以吗？", "灯塔书屋不买书架可以吗？"]
)
def test_what_is_waived_for_some_or_never_spoken_of_is_no_leave(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "yes"


@pytest.mark.parametrize("text", ["灯塔书屋不经社区盖章可以吗？", "灯塔书屋可以由读者直接向街道办事处提出吗？"])
def test_a_way_that_the_rule_itself_tells_is_not_denied(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict in ("yes", "not_specified")
