"""A question that names no programme is put to the one whose own subjects it speaks of."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over_notices

TREES = """\
柏溪市林业局关于开展2026年度苗木共享温室试点申报工作的通知

柏林发〔2026〕4号

各区县林业局，各有关企业：

现就2026年度苗木共享温室试点（以下简称温室试点）申报工作通知如下。

一、申报条件

（一）申报单位为在柏溪市注册的科研院所或者企业，具有独立法人资格。

（二）温室面积不少于2000平方米，育苗架不少于60套。

二、育苗券的使用

（一）市林业局向农户发放育苗券，每户不超过3张。

（二）育苗券用于购买苗木和租用育苗架，自发放之日起4个月内有效。

（三）育苗券不得转让。

柏溪市林业局
2026年2月9日
"""
BOATS = """\
岭川省交通运输厅关于组织申报2026年度内河船员带教补助资金项目的通知

岭交函〔2026〕31号

各市交通运输局，各航运企业：

现就2026年度内河船员带教补助资金（以下简称船员资金）项目申报事项通知如下。

一、申报条件

（一）项目由航运企业牵头申报，科研院所不得作为牵头单位。

（二）船员与企业签订劳动合同满1年。每名带教师傅带教的船员不超过4人。

二、补助标准

按每名船员每年5000元补助，船员须在船工作满6个月。

岭川省交通运输厅
2026年3月2日
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_notices(tmp_path_factory.mktemp("two"), trees=TREES, boats=BOATS)


@pytest.mark.parametrize(
    ("question", "programme"),
    [
        ("育苗券的有效期是多久？", "trees"),
        ("育苗架至少要多少套？", "trees"),
        ("科研院所能申报育苗温室吗？", "trees"),
        ("每名船员每年补助多少？", "boats"),
        ("船员项目每年补助多少钱？", "boats"),
        ("船员资金由谁牵头？", "boats"),
        ("内河船员带教补助资金由谁牵头？", "boats"),
    ],
)
def test_what_only_one_speaks_of_is_about_that_one(built: Built, question: str, programme: str) -> None:
    assert built.frame(question).named == (programme,)
    assert {p.programme for p in built.ask(question).by_programme} == {programme}


@pytest.mark.parametrize(
    "question",
    [
        "科研院所能不能牵头？",  # in both
        "要独立法人资格吗？",  # in one, but no subject of it
        "食堂几点开门？",  # in none
        "育苗券和船员补助能一起拿吗？",  # subjects of both
        "申报单位要注册满几年？",
    ],
)
def test_a_word_by_the_way_chooses_nothing(built: Built, question: str) -> None:
    assert built.frame(question).named == ()


def test_a_follow_up_stays_with_what_was_spoken_of(built: Built) -> None:
    answer = built.ask("可以转让吗？", "育苗券每户最多几张？")
    assert (answer.verdict, {p.programme for p in answer.by_programme}) == ("no", {"trees"})


def test_a_name_goes_before_a_subject(built: Built) -> None:
    assert built.frame("温室试点要不要有船员？").named == ("trees",)


@pytest.mark.parametrize("question", ["船员人数有要求吗？", "带教的船员名额是几个？"])
def test_what_is_counted_is_read_where_the_count_itself_has_no_word(built: Built, question: str) -> None:
    assert built.frame(question).named == ("boats",)


@pytest.mark.parametrize(
    "question", ["育苗券能卖给亲戚吗？", "船员能住在温室里吗？", "育苗券能报销油费吗？", "船员资金能发奖金吗？"]
)
def test_to_be_about_one_programme_is_no_permit(built: Built, question: str) -> None:
    answer = built.ask(question)
    assert answer.verdict == "no" or answer.abstained


def test_a_fee_is_not_told_from_what_it_is_for(built: Built) -> None:
    assert built.ask("温室试点要交申报费吗？").verdict in ("no", "not_specified")
