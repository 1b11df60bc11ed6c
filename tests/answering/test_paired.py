"""Several figures told at once: each is held against its own of the bounds that stand side by side."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "一、申报条件",
    "1．在职船员100人以上，其中持证轮机员不少于30人。",
    "2．码头岸线不短于300米，或者堆场面积不小于1万平方米。",
    "3．每年接收转岗渔民、退役军人合计不少于5人。",
    "4．培训场地面积不少于400平方米。",
    "列入重点渔港名单的，可放宽至在职船员60人以上，其中持证轮机员不少于20人。",
)


@pytest.fixture(scope="module")
def built() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    ("asked", "verdict", "given"),
    [
        ("灯塔实践基地要的人，我们船员120个，轮机员35个，人数够吗？", "yes", ""),
        ("灯塔实践基地要的人，我们船员120个，轮机员15个，人数够吗？", "no", "15个"),
        ("灯塔实践基地要的人，我们船员50个，轮机员35个，人数够吗？", "no", "50个"),
        # What is enough for those on the list is for whoever is not said to be on it a matter of that.
        ("灯塔实践基地要的人，我们船员120个，轮机员25个，人数够吗？", "conditional", "25个"),
        ("灯塔实践基地，我们列入重点渔港名单，船员70个，轮机员25个，人数够吗？", "yes", ""),
        ("灯塔实践基地，我们列入重点渔港名单，船员70个，轮机员15个，人数够吗？", "no", "15个"),
        # Of two ways one is enough, and one alone that is not met leaves the other.
        ("灯塔实践基地，我们岸线只有280米，堆场面积有1.2万平，规模条件达标吗？", "yes", ""),
        ("灯塔实践基地，我们岸线只有280米，堆场面积8000平，规模条件达标吗？", "no", ""),
        ("灯塔实践基地，我们码头岸线只有280米，岸线够不够？", "conditional", "280米"),
        # What is counted together is added up.
        ("灯塔实践基地，我们接收转岗渔民3个、退役军人2个，人数够吗？", "yes", ""),
        ("灯塔实践基地，我们接收转岗渔民3个、退役军人1个，人数够吗？", "no", "4个"),
        ("灯塔实践基地，我们的培训场地450平，面积这条过不过？", "yes", ""),
        ("灯塔实践基地，我们的培训场地350平，面积这条过不过？", "no", "350平"),
    ],
)
def test_each_figure_has_its_own_bound(built: Built, asked: str, verdict: str, given: str) -> None:
    answer = built.ask(asked)
    assert answer.verdict == verdict, answer.answer
    assert given in answer.answer


def test_people_counted_are_no_person_who_applies() -> None:
    frame = over("申报单位应为企业或个人。").frame("灯塔实践基地，厂里180个人，能申报吗？")
    assert "个人" not in [u.words for u in frame.units]
