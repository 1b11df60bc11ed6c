"""What a question tells of a partner or of the asker, held against what the rules want: whether it is a legal person,
the level of its title, since when it works with the other, where it is from; and which clause on the lead is shown."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报指南",
    "一、申报主体",
    "（一）灯塔实践基地由产业园区作为牵头单位组织申报，市域外单位不得作为牵头单位。",
    "（二）牵头单位可联合省域内优质单位共同申报。",
    "（三）联合申报单位可包括“瞪羚”企业（省级以上）、行业协会、科研院所等，其中“瞪羚”企业不少于1家。",
    "（四）作为联合申报单位的企业应具有独立法人资格，有固定的办公场所。",
    "二、申报条件",
    "（一）双方已具有5年以上合作基础，思路明确。",
    "（二）教练队伍结构合理，其中企业教练占教练队伍的比例不低于1/3。",
    "三、材料报送",
    "推荐书由牵头单位（产业园区）报送至属地发改部门。",
)


@pytest.fixture(scope="module")
def coast() -> Built:
    return over(*NOTICE, region="浙江宁波")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("分公司能作为联合申报单位参加灯塔实践基地吗？", "no"),
        ("我是个体工商户，想当灯塔实践基地的联合申报单位，行不行？", "no"),
        ("公司的办事处可以联合申报灯塔实践基地吗？", "no"),
    ],
)
def test_what_is_never_a_legal_person_fills_no_role_that_wants_one(coast: Built, question: str, verdict: str) -> None:
    answer = coast.ask(question)
    assert (answer.verdict, "独立法人资格" in answer.citations[0].quote) == (verdict, True), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "行业协会的分支机构能作为联合申报单位参加灯塔实践基地吗？",  # the rule is on firms
        "我们虽然叫分公司，但是有独立法人资格，能当灯塔实践基地的联合申报单位吗？",
        "独立注册的公司能作为联合申报单位参加灯塔实践基地吗？",
    ],
)
def test_the_rule_on_firms_shuts_out_nobody_else(coast: Built, question: str) -> None:
    answer = coast.ask(question)
    assert not any("独立法人资格" in c.quote for c in answer.citations) or answer.verdict != "no", answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我们合作的就一家企业，只评上了市级瞪羚企业，用它来报灯塔实践基地行吗？", "no"),
        ("拿县里评的瞪羚企业凑灯塔实践基地要求的那一家，可以吗？", "no"),
    ],
)
def test_a_title_of_a_lower_level_is_not_the_one_wanted(coast: Built, question: str, verdict: str) -> None:
    answer = coast.ask(question)
    assert answer.verdict == verdict, answer.answer
    assert any("省级以上" in c.quote or "不少于1家" in c.quote for c in answer.citations), answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("绍兴的科研院所想跟着一起报灯塔实践基地，不牵头，行吗？", "conditional"),
        ("绍兴的优质科研院所想跟着一起报灯塔实践基地，不牵头，行吗？", "yes"),
        ("苏州的优质科研院所想跟着一起报灯塔实践基地，不牵头，行吗？", "no"),
        ("绍兴的园区牵头申报灯塔实践基地，行吗？", "no"),
    ],
)
def test_who_is_from_the_province_joins_on_the_condition_of_the_rule(coast: Built, question: str, verdict: str) -> None:
    answer = coast.ask(question)
    assert answer.verdict == verdict, answer.answer


def test_who_leads_is_the_one_right_before_the_word(coast: Built) -> None:
    answer = coast.ask("我们是行业协会，会员里园区很多，可以由协会牵头申报灯塔实践基地吗？")
    assert answer.verdict == "no"
    assert "作为牵头单位组织申报" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("科研院所能牵头申报灯塔实践基地吗？", "作为牵头单位组织申报"),
        ("灯塔实践基地的推荐书能由科研院所牵头报送吗？", "产业园区"),
    ],
)
def test_the_clause_that_says_outright_who_leads_is_shown(coast: Built, question: str, shown: str) -> None:
    answer = coast.ask(question)
    assert answer.verdict == "no"
    assert shown in answer.citations[0].quote, answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我们园区2022年3月才和研究所开始合作，合作年头够报灯塔实践基地吗？", "no"),
        ("去年才跟企业签的合作协议，合作年限够不够报灯塔实践基地？", "no"),
        ("2019年3月开始跟企业合作，2023年5月申报灯塔实践基地，合作年限够不够？", "no"),
        ("2019年开始跟企业合作，2024年申报灯塔实践基地，合作年限达标吗？", "conditional"),
    ],
)
def test_a_cooperation_lasts_from_its_beginning_until_one_applies(coast: Built, question: str, verdict: str) -> None:
    answer = coast.ask(question)
    assert answer.verdict == verdict, answer.answer
    assert any("5年以上合作基础" in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("校内教练24人、企业教练12人，灯塔实践基地达不达标？", "conditional"),
        ("校内教练25人、企业教练12人，灯塔实践基地达不达标？", "no"),
        ("教练队伍里校内教练24人、企业教练12人，企业教练占比够吗？灯塔实践基地", "yes"),
    ],
)
def test_the_share_met_alone_is_a_condition(coast: Built, question: str, verdict: str) -> None:
    answer = coast.ask(question)
    assert answer.verdict == verdict, answer.answer
    assert any("1/3" in c.quote for c in answer.citations)


def test_what_a_programme_calls_so_itself_is_no_other_programme() -> None:
    built = over(
        "灯塔实践基地申报指南",
        "灯塔实践基地由高校、行业协会等组成石桥计划共同申报。",
        beside=("石桥计划实施办法", "石桥计划由企业牵头，行业协会参与。"),
    )
    assert built.frame("行业协会能参加灯塔实践基地的石桥计划吗？").named == ("lighthouse",)
    assert built.frame("行业协会能参加灯塔实践基地和石桥计划吗？").named == ("lighthouse", "bridge")


@pytest.mark.parametrize(
    "question",
    [
        "我们分公司跟着总公司一起加入灯塔实践基地，行不行？",
        "我们分公司想参加灯塔实践基地，总公司是独立法人，行吗？",
    ],
)
def test_the_parent_makes_no_legal_person_of_its_branch(coast: Built, question: str) -> None:
    answer = coast.ask(question)
    assert answer.verdict == "no", answer.answer


def test_who_leaves_out_another_kind_does_not_lack_the_one_wanted() -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、申报主体",
        "灯塔实践基地由高校牵头申报。联合申报单位需含至少一家航运企业。",
        "鼓励行业协会参与建设。",
    )
    answer = built.ask("高校不找行业协会行不行？灯塔实践基地")
    assert not any("至少一家" in c.quote for c in answer.citations), answer.answer
    assert built.ask("高校不找航运企业行不行？灯塔实践基地").verdict == "no"
