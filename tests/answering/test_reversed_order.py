"""An order that a question turns round, and one that it tells as the rule does."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋管理办法",
    "第一条 申请人将登记表报送至街道，街道核对盖章后，统一报送至市文化馆。",
    "第二条 书屋选址经消防部门查验后，方可装修。",
    "第三条 馆长任期届满前30日提出续任申请。",
    "第四条 注销书屋前将告知馆长，听取其陈述。",
    "第五条 采购书架和招募义工由书屋自行安排。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋的登记表先报送市文化馆，过后再找街道盖章，行吗？",
        "灯塔书屋可以先装修，回头再请消防部门查验吗？",
        "灯塔书屋还没查验就先装修，可以吗？",
        "灯塔书屋馆长等任期过了再提续任申请行不行？",
        "灯塔书屋是先注销、事后才听馆长陈述吗？",
    ],
)
def test_what_comes_last_may_not_be_done_first(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋的登记表先找街道盖章，再报送市文化馆，对吗？",
        "灯塔书屋先请消防部门查验，再装修，对吧？",
        "灯塔书屋是先听馆长陈述、再注销吗？",
    ],
)
def test_the_order_of_the_rule_is_not_denied(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict in ("yes", "not_specified")


@pytest.mark.parametrize(
    "text", ["灯塔书屋可以先采购书架，再招募义工吗？", "灯塔书屋可以先招募义工，再装修吗？", "灯塔书屋先开馆再说行吗？"]
)
def test_an_order_that_nobody_told_is_no_leave(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict == "not_specified"
