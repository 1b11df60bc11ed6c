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
CARDS = ("hangzhou-consortium",)


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
    own = [s for s in held.statements if s.quote.clause.document == "hangzhou-platforms-notice-2024"]
    return [s.value for s in own if s.attribute == attribute and (not s.programmes or programme in s.programmes)]


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
