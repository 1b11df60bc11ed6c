"""A telephone number that is to be confirmed is held against the contacts; who is left out may be who is to lead."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋申报通知",
    "一、灯塔书屋由龙头企业作为牵头单位组织申报，联合学校、行业组织等共同参与。",
    "二、对纳入培育范围的试点企业，购书的投资可按投资额的30%比例，抵免教育费附加。",
    "三、联系方式",
    "市文化局联系人：周航，电话 85550001；",
    "市教育局联系人：吴舟，电话 85550002，邮箱 shuwu@example.cn。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    ("text", "verdict", "told"),
    [
        ("灯塔书屋找市教育局吴舟，电话是85550001，没错吧？", "no", "85550002"),
        ("灯塔书屋找市教育局吴舟，电话是85550002，没错吧？", "yes", "85550002"),
        ("灯塔书屋找市文化局周航，0571-85550001，对吗？", "yes", "周航"),
        ("灯塔书屋的材料发吴舟的邮箱shu@example.cn，对吧？", "no", "shuwu@example.cn"),
    ],
)
def test_the_line_of_whom_it_names_decides(shelves: Built, text: str, verdict: str, told: str) -> None:
    answer = shelves.ask(text)
    assert answer.verdict == verdict
    assert told in answer.answer


def test_a_number_of_nobody_named_is_not_confirmed(shelves: Built) -> None:
    assert shelves.ask("灯塔书屋的电话是不是85559999？").verdict != "yes"


@pytest.mark.parametrize(
    "text", ["灯塔书屋找郑川，电话是85550001，对吗？", "灯塔书屋的郑川老师，电话85550002，没错吧？"]
)
def test_the_number_of_another_is_confirmed_for_nobody(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "yes"


def test_a_number_that_is_given_is_confirmed_where_nobody_is_named(shelves: Built) -> None:
    assert shelves.ask("灯塔书屋的联系电话是85550001，对吗？").verdict == "yes"


def test_a_number_on_the_line_below_its_person_is_theirs_alone() -> None:
    built = over(
        "灯塔书屋通知",
        "书屋每月开放。",
        "联系人：周航",
        "联系电话：0571-85550001",
        "联系人：吴舟",
        "联系电话：0571-85550002",
        names=("灯塔书屋",),
    )
    assert built.ask("灯塔书屋吴舟的电话是0571-85550002，对吗？").verdict == "yes"
    assert built.ask("灯塔书屋吴舟的电话是0571-85550001，对吗？").verdict == "no"


def test_leave_for_one_tax_is_none_for_another(shelves: Built) -> None:
    answer = shelves.ask("灯塔书屋试点企业购书的投资，可以按30%抵企业所得税吗？")
    assert answer.verdict not in ("yes", "conditional")


def test_without_the_one_who_is_to_lead_nobody_else_leads(shelves: Built) -> None:
    assert shelves.ask("我们高职能不能不拉企业，自己牵头申报灯塔书屋？").verdict == "no"
