"""Several applications of one unit, and one condition told as enough."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, over

LIMITED = (
    "一、申报要求",
    "牵头申报单位为高校。",
    "实行限额申报，省属高校申报不超过3个，市属高校申报不超过1个。",
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("省属高校一次报两个灯塔实践基地，没超名额吧？", "yes"),
        ("省属高校报四个灯塔实践基地，可以吗？", "no"),
        ("省属高校报四个灯塔实践基地，超了吗？", "yes"),
        ("市属高校想报两个灯塔实践基地，其中一个和省属高校合作，可以吗？", "no"),
    ],
)
def test_the_quota_of_the_kind_that_asks_decides(question: str, verdict: str) -> None:
    assert over(*LIMITED).ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我们是部属高校，校企协同育人示范基地一次报两个，没超名额吧？", "yes"),
        ("共建高校报3个校企协同育人示范基地，其中一个和部属高校合作，行吗？", "no"),
        ("一所高职同一批能报两个实践中心吗？", "not_specified"),
    ],
)
def test_a_quota_is_told_only_where_there_is_one(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("只要是独立法人企业就能联合申报实践基地，对吗？", "conditional"),
        ("国内注册的公司就能当产教科联合体企业主体吗？", "conditional"),
        ("公司在境内注册、也是独立法人，只凭这两条就一定能进产教科融合发展联合体吗？", "conditional"),
    ],
)
def test_one_condition_of_several_is_not_enough(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我们公司的实践中心推荐书，交给区教育局可以吧？", "no"),
        ("企业实践中心的推荐书是不是交给区经信局？", "yes"),
        ("公共实践中心推荐书交给区发改局，对吗？", "yes"),
        ("企业实践中心的推荐书最后报到市教育局吗？", "no"),
        ("企业实践中心的推荐书最后报到市经信局吗？", "yes"),
    ],
)
def test_of_offices_named_respectively_each_kind_has_its_own(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


def test_of_made_up_offices_named_respectively_each_kind_has_its_own() -> None:
    text = "学校类灯塔实践基地、企业类灯塔实践基地的申报书分别由申报单位报送至属地教育和经信部门。"
    built = over("一、报送", text, names=("灯塔实践基地",))
    assert built.ask("学校类灯塔实践基地的申报书交给区经信局，对吗？").verdict == "no"


def test_who_is_brought_along_is_not_who_leads(ask: Ask) -> None:
    assert ask("企业带着大学牵头报实践基地，可以吗？").verdict == "no"
