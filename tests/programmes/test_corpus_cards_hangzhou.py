"""The reviewed cards of the three Hangzhou platforms, held against the notice of 2024."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from assistant.guideline.card import Card, Facet, Point, Standing
from assistant.guideline.document import Guideline
from assistant.guideline.statement import Attribute, Statement
from assistant.guideline.values import Contact, Day, Quantity
from assistant.programmes.card_files import read_cards
from assistant.programmes.cards import Reviewed, reviewed
from assistant.programmes.extract import extract
from assistant.reading.library import read_folder

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
KINDS = ("hangzhou-centre/school", "hangzhou-centre/public", "hangzhou-centre/enterprise")
CARDS = ("hangzhou-consortium", "hangzhou-community", "hangzhou-centre", *KINDS)


@pytest.fixture(scope="module")
def guidelines() -> tuple[Guideline, ...]:
    return read_folder(CORPUS)[0]


@pytest.fixture(scope="module")
def held(guidelines: tuple[Guideline, ...]) -> Reviewed:
    return reviewed(guidelines, extract(guidelines), read_cards(CORPUS / "programmes"))


def _card(held: Reviewed, programme: str) -> Card:
    return next(c for c in held.cards if c.programme == programme)


def _number(point: Point) -> tuple[str, Fraction | None, Fraction | None, str]:
    value = point.statement.value
    assert isinstance(value, Quantity)
    return point.statement.subject, value.interval.low, value.interval.high, value.unit


def _day(point: Point) -> tuple[int | None, int, int | None]:
    value = point.statement.value
    assert isinstance(value, Day)
    return value.year, value.month, value.day


def _words(card: Card, facet: Facet) -> list[str]:
    return [p.statement.quote.text for p in card.of(facet)]


def _told(card: Card, facet: Facet, attribute: Attribute) -> list[object]:
    return [p.statement.value for p in card.of(facet) if p.statement.attribute == attribute]


def _kinds(statement: Statement) -> list[tuple[str, str]]:
    return [(u.kind, u.feature("region")) for u in statement.units]


def _limits(card: Card) -> list[tuple[str, int]]:
    return [
        (p.statement.subject, int(p.statement.value.interval.high or 0))
        for p in card.of("word_limit")
        if isinstance(p.statement.value, Quantity)
    ]


def _heard(held: Reviewed, programme: str, attribute: Attribute) -> list[object]:
    """What the statements that answers are made from tell of the programme."""
    names = {programme, programme.partition("/")[0]}
    return [s.value for s in _own(held) if s.attribute == attribute and (not s.programmes or names & {*s.programmes})]


def _own(held: Reviewed) -> list[Statement]:
    return [s for s in held.statements if s.quote.clause.document == "hangzhou-platforms-notice-2024"]


def _standing(card: Card, facet: Facet, quote: str) -> Standing:
    return next(p.standing for p in card.of(facet) if quote in p.statement.quote.text)


def test_every_point_fits_its_document(held: Reviewed) -> None:
    assert [en for _, en in held.notices if "hangzhou" in en] == []


@pytest.mark.parametrize("programme", CARDS)
def test_every_facet_is_reviewed_or_silent(held: Reviewed, programme: str) -> None:
    card = _card(held, programme)
    assert card.checked_on is not None
    bare = [f for f, points in card.facets() if not points and f not in card.silent]
    unreviewed = [(p.facet, p.statement.quote.text) for p in card.points if not p.reviewed]
    assert (bare, unreviewed) == ([], [])


@pytest.mark.parametrize("programme", CARDS)
def test_deadline_copies_and_date_of_issue_are_the_notice_s(held: Reviewed, programme: str) -> None:
    card = _card(held, programme)
    assert [_day(p) for p in card.of("deadline")] == [(2024, 5, 15)]
    assert [_day(p) for p in card.of("in_force")] == [(2024, 2, 20)]
    assert [(_number(p)[1:], p.statement.modality) for p in card.of("copies")] == [((2, 2, "份"), "must")]
    assert [_number(p)[1:] for p in card.of("goal") if p.statement.attribute == "period"] == [(3, 3, "年")]


@pytest.mark.parametrize("programme", CARDS)
def test_members_keep_the_region_that_the_list_shares(held: Reviewed, programme: str) -> None:
    """企业 of 杭州市域范围内的产业园区、企业… is a local one, too."""
    members = [p for p in _card(held, programme).of("partner") if "为主" in p.statement.quote.text]
    assert [_kinds(p.statement) for p in members] == [
        [(k, "杭州市域范围内") for k in ("park", "enterprise", "higher_ed", "vocational", "research", "industry_body")]
    ]
    assert [(p.statement.role, p.statement.modality, p.standing) for p in members] == [("member", "usual", "accepted")]
    joint = [p.statement for p in _card(held, programme).of("partner") if p.statement.role == "joint"]
    assert ([("organisation", "省域内")], "may") in [(_kinds(s), s.modality) for s in joint]


@pytest.mark.parametrize("programme", CARDS)
def test_nobody_from_outside_the_city_leads(held: Reviewed, programme: str) -> None:
    forbidden = [p.statement for p in _card(held, programme).of("lead") if p.statement.modality == "must_not"]
    assert [(_kinds(s), s.operator, s.closed) for s in forbidden] == [([("organisation", "outside")], "excludes", True)]


@pytest.mark.parametrize("programme", CARDS)
def test_incentives_grant_no_money_to_applicants(held: Reviewed, programme: str) -> None:
    points = _card(held, programme).of("funding")
    assert len(points) == 9
    assert [p for p in points if p.statement.attribute == "funding"] == []


@pytest.mark.parametrize("programme", CARDS)
def test_both_thirty_per_cent_say_whose_money_it_is(held: Reviewed, programme: str) -> None:
    """What was extracted began after 试点企业 and after 职业院校."""
    shares = [p for p in _card(held, programme).of("funding") if p.statement.attribute == "ratio"]
    assert [(_number(p)[1:3], p.statement.units[0].kind, p.standing) for p in shares] == [
        ((Fraction(3, 10), Fraction(3, 10)), "enterprise", "corrected"),
        ((None, Fraction(3, 10)), "vocational", "corrected"),
    ]
    assert [p.statement.quote.text[:4] for p in shares] == ["对纳入产", "职业院校"]
    assert len(_heard(held, programme, "ratio")) == 2


def test_the_consortium_is_led_by_the_park(held: Reviewed) -> None:
    card = _card(held, "hangzhou-consortium")
    closed = [p.statement for p in card.of("lead") if p.statement.modality == "must"]
    assert [(_kinds(s), s.closed) for s in closed] == [([("park", "")], True)]
    conflict = next(c for c in card.conflicts if c.facet == "lead")
    assert conflict.governs == 0
    assert [q.clause.id for q in conflict.quotes] == ["3.1.p1", "a1-2.f4", "a1-2.f5"]
    clash = next(c for c in card.conflicts if c.facet == "lead_standing")
    assert (clash.governs, [q.clause.id for q in clash.quotes]) == (None, ["a1-2.3.p1", "a1-1.7.r1"])


def test_the_consortium_s_figures(held: Reviewed) -> None:
    card = _card(held, "hangzhou-consortium")
    assert [_number(p) for p in card.of("scale")] == [("市域产教联合体", 5, 5, "个")]
    assert [_day(p) for p in card.of("yearly") if p.statement.value] == [(None, 12, 31)]
    assert _limits(card) == [
        ("产业园区主导产业情况", 200),
        ("联合体所在地制定支持职业教育政策及落实情况", 500),
        ("教师教学团队获国家级奖励情况", 100),
        ("搭建人才供需信息平台,完善职业教育专业动态调整机制情况", 200),
        ("联合体各类主体深入合作,及时把新方法、新技术、新工艺、新标准引入教育教学实践情况", 200),
        ("职业院校技能大赛获奖情况", 100),
        ("特色与创新", 2000),
        ("建设规划", 1000),
    ]


def test_the_consortium_s_papers_go_to_the_reform_commission(held: Reviewed) -> None:
    card = _card(held, "hangzhou-consortium")
    assert _told(card, "contact", "contact") == [Contact(office="市发改委", person="王莹", phone="85252353")]
    assert _told(card, "submission", "organiser") == ["发改部门", "市发改委"]
    assert _standing(card, "submission", "报送至属地") == "added"
    assert _told(card, "review", "organiser") == ["市发改委", "属地发改部门"]
    assert _heard(held, "hangzhou-consortium", "contact") == _told(card, "contact", "contact")
    assert _words(card, "process")[-2:] == ["确定首批市域产教联合体入选名单", "对平台建设开展年度检查和期满考核"]
    assert len(_words(card, "process")) == 7
    assert _told(card, "seal", "seal").count("公章") == 6


def test_the_community_is_led_by_the_industry_s_leader_together_with_one_school(held: Reviewed) -> None:
    card = _card(held, "hangzhou-community")
    leads = [p.statement for p in card.of("lead") if p.statement.attribute == "unit"]
    assert [(s.modality, s.closed, [u.kind for u in s.units]) for s in leads] == [
        ("must", True, ["enterprise"]),
        ("must", True, ["enterprise"]),
        ("states", False, ["higher_ed", "vocational"]),
        ("encourage", False, ["enterprise"] * 3),
        ("encourage", False, ["enterprise", "higher_ed", "vocational"]),
        ("must_not", True, ["organisation"]),
    ]
    assert [_number(p) for p in card.of("lead") if p.statement.attribute == "count"] == [
        ("牵头企业", 1, 1, "家"),
        ("牵头学校", 1, 1, "所"),
    ]
    assert [_number(p)[1:] for p in card.of("partner_count")] == [(1, None, "所")]


def test_the_community_s_conflicts_say_what_governs(held: Reviewed) -> None:
    conflicts = _card(held, "hangzhou-community").conflicts
    assert [(c.facet, c.governs, [q.clause.id for q in c.quotes]) for c in conflicts] == [
        ("lead", 0, ["3.1.p1", "2.2", "a2.1.1.p1"]),
        ("lead", 0, ["3.1.p1", "a2.1.1.p1"]),
        ("partner", None, ["3.1.p1", "a2.1.2.p1"]),
        ("lead", 0, ["a2.1.1.p1", "2.2", "a2-5.2.r24", "a2-5.2.r25"]),
        ("material", 0, ["3.1.p1", "4.3", "a2-5.7.r1"]),
    ]


def test_taking_part_in_a_community_is_not_applying_together(held: Reviewed) -> None:
    """联合…等共同参与 was extracted as a rule on joint units."""
    rules = [s for s in _own(held) if s.quote.clause.id == "2.2" and s.attribute == "unit" and s.role != "lead"]
    assert [(s.programmes, s.role, [u.kind for u in s.units]) for s in rules] == [
        (("hangzhou-community",), "member", ["industry_body", "school", "research", "enterprise"])
    ]


def test_the_community_s_figures(held: Reviewed) -> None:
    card = _card(held, "hangzhou-community")
    assert [_number(p) for p in card.of("scale")] == [("市级行业产教融合共同体", 5, 5, "个")]
    assert _told(card, "yearly", "yearly")[:2] == ["第一季度", "第一季度"]
    assert [_day(p) for p in card.of("yearly") if isinstance(p.statement.value, Day)] == [(None, 12, 15)]
    assert _told(card, "yearly", "material") == [
        "行业发展分析报告",
        "行业人才需求预测报告",
        "行业人才供需清单",
        "技术供需清单",
        "年度工作计划",
        "年度总结报告",
    ]
    assert _told(card, "material", "material") == ["推荐书", "推荐名单汇总表", "参与证明材料"]
    assert _limits(card) == [
        ("行业产教融合共同体年度总结报告（提纲）", 5000),
        ("总体建设思路", 500),
        ("管理及运行机制", 600),
        ("重点建设任务", 3000),
        ("保障支持", 500),
    ]
    assert [w[1] for w in _words(card, "task")] == ["一", "二", "三", "四", "五", "六"]


def test_the_community_s_papers_go_to_the_industry_bureau(held: Reviewed) -> None:
    card = _card(held, "hangzhou-community")
    assert _told(card, "contact", "contact") == [Contact(office="市经信局", person="李军", phone="85257073")]
    assert _heard(held, "hangzhou-community", "contact") == _told(card, "contact", "contact")
    assert _told(card, "submission", "organiser") == ["属地经信部门", "市经信局"]


def test_the_centre_s_figures(held: Reviewed) -> None:
    card = _card(held, "hangzhou-centre")
    assert [_number(p) for p in card.of("scale")] == [
        ("市级学校实践中心", 15, 15, "个"),
        ("市级公共实践中心", 5, 5, "个"),
        ("市级企业实践中心", 10, 10, "个"),
    ]
    assert _told(card, "yearly", "yearly")[0] == "第一季度"
    assert [_day(p) for p in card.of("yearly") if isinstance(p.statement.value, Day)] == [(None, 12, 15)]
    assert [(p.statement.modality, p.statement.quote.text[:4]) for p in card.of("naming")] == [
        ("must", "实践中心"),
        ("usual", "根据服务"),
        ("must_not", "不冠以学"),
    ]
    assert _told(card, "contact", "contact") == [
        Contact(office="市教育局", person="骆萌", phone="89583538"),
        Contact(office="市经信局", person="李军", phone="85257073"),
    ]


def test_a_limit_that_is_said_to_hold_below_holds_for_the_items_below(held: Reviewed) -> None:
    card = _card(held, "hangzhou-centre")
    assert _limits(card) == [
        ("建设单位情况", 500),
        ("实践中心基本情况", 500),
        ("实践中心前期主要业绩成果", 1500),
        ("建设开放运营论证", 500),
        ("预期开展对外学生实习实训项目、数量及效益", 500),
        ("预期开展社会培训项目、数量及效益", 500),
        ("预期开展产品中试、工艺改进、技术研发等技术服务项目及效益", 500),
        ("管理体制机制完善目标及计划", 500),
    ]
    assert [p.standing for p in card.of("word_limit")] == ["accepted"] * 5 + ["added"] * 3


@pytest.mark.parametrize(
    ("kind", "lead", "number", "local", "office", "person", "phone"),
    [
        ("school", "vocational", 15, "属地教育", "市教育局", "骆萌", "89583538"),
        ("public", "government", 5, "发改", "市教育局", "骆萌", "89583538"),
        ("enterprise", "enterprise", 10, "经信部门", "市经信局", "李军", "85257073"),
    ],
)
def test_each_kind_of_centre_has_its_own_lead_number_and_offices(
    held: Reviewed, kind: str, lead: str, number: int, local: str, office: str, person: str, phone: str
) -> None:
    card = _card(held, f"hangzhou-centre/{kind}")
    rules = [(p.statement.role, p.statement.modality, p.statement.units[0].kind) for p in card.of("lead")]
    assert rules == [
        ("lead", "must", lead),
        ("lead", "must_not", "organisation"),
        ("builder", "usual", lead),
        ("applicant", "usual", lead),
    ]
    assert [_number(p)[1:] for p in card.of("scale")] == [(number, number, "个")]
    assert _told(card, "submission", "organiser") == [local, office]
    assert _standing(card, "submission", "分别由申报单位") == "corrected"
    assert _told(card, "contact", "contact") == [Contact(office=office, person=person, phone=phone)]
    assert _told(card, "material", "material") == ["推荐书", "推荐名单汇总表"]
    (conflict,) = card.conflicts
    assert (conflict.facet, conflict.governs) == ("lead", 0)
    assert [q.clause.id for q in conflict.quotes] == ["3.1.p1", "a3.1.p1", "a3-3.s1.2"]


@pytest.mark.parametrize("programme", KINDS)
def test_a_kind_shows_what_holds_for_every_centre(held: Reviewed, programme: str) -> None:
    card, above = _card(held, programme), _card(held, "hangzhou-centre")
    shared: tuple[Facet, ...] = (
        "lead_standing",
        "partner",
        "field",
        "task",
        "yearly",
        "naming",
        "word_limit",
        "format",
    )
    for facet in shared:
        assert _words(card, facet) == _words(above, facet) != []
    assert card.silent == above.silent


def test_the_paper_the_industry_bureau_gets_was_overlooked(held: Reviewed) -> None:
    standings = [_standing(_card(held, k), "material", "汇总表一并报送至") for k in KINDS]
    assert standings == ["accepted", "accepted", "added"]
