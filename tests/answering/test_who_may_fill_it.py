"""Who may fill a role: the unit that is meant, the lead of one kind, rules for some places or some of a kind."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

_LEADS_OF_TWO_KINDS = (
    "灯塔实践基地申报指南",
    "一、申报主体",
    "基地由一家行业龙头企业牵头组建，联合一所职业院校牵头建设。",
    "牵头企业应在行业内有影响力。牵头学校应开设相关专业。",
    "二、材料",
    "提交申报书。",
)
_SOME_PLACES = (
    "灯塔实践基地申报指南",
    "一、申报主体",
    "基地由职业院校牵头申报；青石县、白水县的基地也可由行业协会牵头申报。",
    "二、材料",
    "提交申报书。",
)
_SOME_OF_A_KIND = (
    "灯塔实践基地申报指南",
    "一、申报主体",
    "基地面向职业院校、行业协会开展申报。",
    "其中行业协会仅限试点县的协会申报。",
    "二、材料",
    "提交申报书。",
)


@pytest.fixture(scope="module")
def two_leads() -> Built:
    return over(*_LEADS_OF_TWO_KINDS)


@pytest.fixture(scope="module")
def some_places() -> Built:
    return over(*_SOME_PLACES)


@pytest.fixture(scope="module")
def some_of_a_kind() -> Built:
    return over(*_SOME_OF_A_KIND)


def _first(built: Built, text: str) -> tuple[str | None, str]:
    answer = built.ask(text)
    return answer.verdict, answer.citations[0].quote if answer.citations else ""


def test_the_lead_of_a_kind_is_ruled_by_the_rules_on_that_kind(two_leads: Built) -> None:
    verdict, quote = _first(two_leads, "灯塔实践基地的牵头学校可以是职业院校吗？")
    assert verdict == "yes"
    assert "一所职业院校牵头" in quote


@pytest.mark.parametrize("unit", ["行业协会", "普通企业", "科研院所"])
def test_no_other_kind_becomes_the_lead_of_that_kind(two_leads: Built, unit: str) -> None:
    assert _first(two_leads, f"灯塔实践基地的牵头学校可以是{unit}吗？")[0] != "yes"


def test_two_rules_at_odds_stay_at_odds_where_the_text_knows_one_kind_of_lead() -> None:
    built = over("灯塔实践基地申报指南", "基地由龙头企业作为牵头单位组织申报。", "支持高等学校牵头建设。")
    assert _first(built, "高等学校能作为牵头高校申报灯塔实践基地吗？")[0] != "yes"


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("青石县的行业协会能牵头灯塔实践基地吗？", "yes"),
        ("红岩县的行业协会能牵头灯塔实践基地吗？", "no"),
        ("行业协会能牵头灯塔实践基地吗？", "conditional"),
        ("我们不在青石县，是行业协会，能牵头灯塔实践基地吗？", "conditional"),
        ("白水县的企业能牵头灯塔实践基地吗？", "no"),
    ],
)
def test_a_rule_for_some_places_is_held_against_the_place_told(some_places: Built, asked: str, verdict: str) -> None:
    assert _first(some_places, asked)[0] == verdict


def test_who_is_from_another_place_reads_both_rules(some_places: Built) -> None:
    answer = some_places.ask("红岩县的行业协会能牵头灯塔实践基地吗？")
    assert [c.quote for c in answer.citations] == [
        "基地由职业院校牵头申报",
        "青石县、白水县的基地也可由行业协会牵头申报",
    ]


def test_a_kind_that_is_limited_to_some_may_only_on_that_condition(some_of_a_kind: Built) -> None:
    verdict, quote = _first(some_of_a_kind, "行业协会能申报灯塔实践基地吗？")
    assert verdict == "conditional"
    assert "仅限试点县的协会申报" in quote


def test_what_limits_one_kind_keeps_no_other_out(some_of_a_kind: Built) -> None:
    assert _first(some_of_a_kind, "职业院校能申报灯塔实践基地吗？")[0] == "yes"
    assert _first(some_of_a_kind, "企业能申报灯塔实践基地吗？")[0] == "no"


_OPEN_TO_SCHOOLS = ("灯塔实践基地申报指南", "一、申报主体", "申报单位应为高等学校。", "合作企业应满三年。")


@pytest.mark.parametrize(
    "asked",
    [
        "我们不在产业园区，能申报灯塔实践基地吗？",
        "我们入驻了一家产业园区，能申报灯塔实践基地吗？",
        "We have cooperated with the company for years. Is that enough to apply for 灯塔实践基地?",
    ],
)
def test_a_place_or_a_companion_does_not_apply(asked: str) -> None:
    assert _first(over(*_OPEN_TO_SCHOOLS), asked)[0] != "no"


def test_what_the_asker_founded_does_not_apply() -> None:
    answer = over(*_OPEN_TO_SCHOOLS).ask("我们高等学校去年成立了研究院，能申报灯塔实践基地吗？")
    assert answer.verdict != "no"


_PARTNERS = (
    "灯塔实践基地申报指南",
    "申报单位为高等学校。",
    "联合申报单位可包括“专精特新”企业（省级以上）、行业协会等，其中“专精特新”企业不少于1家。",
    "注：联合申报单位需含至少一家专精特新企业（省级以上）。",
)


def test_a_partner_whose_level_is_not_told_meets_the_minimum_on_a_condition() -> None:
    answer = over(*_PARTNERS).ask("申报灯塔实践基地，我们已经找到了一家专精特新企业，够不够？")
    assert answer.verdict == "conditional"
    assert "省级以上" in "".join(c.quote for c in answer.citations)


def test_who_lacks_the_partner_is_told_its_level() -> None:
    answer = over(*_PARTNERS).ask("没有专精特新企业参加，高等学校能申报灯塔实践基地吗？")
    assert answer.verdict == "no"
    assert "省级以上" in "".join(c.quote for c in answer.citations)


def test_a_false_premise_is_put_right_with_what_was_asked_on_top_of_it() -> None:
    built = over(
        "灯塔实践基地申报指南",
        "一、申报主体",
        "基地由行业龙头企业作为牵头单位组织申报。",
        "二、报送",
        "推荐书由牵头单位报送至属地经信部门。",
    )
    answer = built.ask("灯塔实践基地是学校牵头的，所以我们把推荐书交市教育局就行，对吧？")
    quotes = [c.quote for c in answer.citations]
    assert answer.verdict == "no"
    assert quotes[0] == "基地由行业龙头企业作为牵头单位组织申报"
    assert "属地经信部门" in quotes[1]


_SPOTLESS = (
    "灯塔实践基地申报指南",
    "申报单位应为企业、行业协会。",
    "申报单位近3年无重大违法记录，未被列入经营异常名录。",
    "近3年因违规招生被通报的学校不得参加。",
)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("行业协会去年有重大违法记录，能申报灯塔实践基地吗？", "no"),
        ("企业去年有过违法记录，能申报灯塔实践基地吗？", "conditional"),  # how grave it was is not told
        ("企业五年前有过重大违法记录，还能申报灯塔实践基地吗？", "conditional"),
        ("企业现在被列入经营异常名录，能申报灯塔实践基地吗？", "no"),
        ("企业没有重大违法记录，能申报灯塔实践基地吗？", "yes"),
    ],
)
def test_what_nobody_in_the_role_may_have_is_held_against_what_is_told(asked: str, verdict: str) -> None:
    assert _first(over(*_SPOTLESS), asked)[0] == verdict


def test_who_was_never_caught_is_not_shut_out_with_those_who_were() -> None:
    built = over(*_SPOTLESS)
    assert _first(built, "我们学校没有被通报过，能参加灯塔实践基地吗？")[0] != "no"
    assert _first(built, "我们学校去年因违规招生被通报，能参加灯塔实践基地吗？")[0] == "no"


_OF_MANY = (
    "灯塔联盟申报指南",
    "一、申报条件",
    "灯塔联盟由高校、园区、企业等联合组成，高校牵头。灯塔联盟还可积极吸纳行业协会参与。",
    "灯塔联盟企业主体应在境内注册，具有独立法人地位，是人才需求明确的优质企业。",
    "牵头申报单位为高校，需具备独立办学资质，拥有完备的培养机制和实训场所。",
    "联合申报单位不超过5家。",
)


@pytest.fixture(scope="module")
def of_many() -> Built:
    return over(*_OF_MANY, names=("灯塔联盟",))


@pytest.mark.parametrize("who", ["我们公司", "我们是家餐饮业公司，"])
def test_the_role_by_its_own_name_has_its_own_conditions(of_many: Built, who: str) -> None:
    verdict, quote = _first(of_many, f"{who}能不能作为企业主体加入灯塔联盟？")
    assert verdict == "conditional"
    assert "独立法人地位" in quote


@pytest.mark.parametrize("state", ["停业", "破产清算", "已注销"])
def test_who_has_ceased_to_trade_is_let_in_by_no_rule_on_its_kind(of_many: Built, state: str) -> None:
    assert _first(of_many, f"我们是{state}的企业，能加入灯塔联盟吗？")[0] != "yes"


def test_who_was_invited_is_not_asking_about_invitations(of_many: Built) -> None:
    answer = of_many.ask("有高校邀请我们加入灯塔联盟，我们是行业协会，能不能作为成员加入？")
    assert answer.verdict in ("yes", "conditional")
    assert "吸纳行业协会" in answer.citations[0].quote


def test_the_one_right_before_the_word_leads_and_the_others_are_counted(of_many: Built) -> None:
    answer = of_many.ask("灯塔联盟我们高校牵头，联合两个园区、三家企业、一家协会，这样可以吧？")
    assert answer.verdict == "no"
    assert "不超过5家" in answer.citations[0].quote


def test_some_traits_told_leave_the_others_to_be_met(of_many: Built) -> None:
    answer = of_many.ask("我们高校有实训场所，能牵头灯塔联盟吗？")
    assert answer.verdict == "conditional"
    assert any("独立办学资质" in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "asked",
    [
        "灯塔联盟我们一家高校牵头，联合两个园区、两家企业、一家协会，这样可以吧？",
        "灯塔联盟我们高校牵头，联合三家企业、一个协会，这样可以吧？",
    ],
)
def test_the_lead_and_fewer_partners_are_not_too_many(of_many: Built, asked: str) -> None:
    assert of_many.ask(asked).verdict != "no"
