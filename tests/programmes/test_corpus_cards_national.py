"""The reviewed cards of the national programmes: complete, in keeping with the documents, and exact."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from assistant.guideline.card import Card, Facet
from assistant.guideline.values import Contact, Day, Quantity
from assistant.indexing import Texts, read

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NATIONAL = ("practice-base", "industry-college", "cjk-consortium", "education-base")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return read(CORPUS)


def card(texts: Texts, programme: str) -> Card:
    return next(c for c in texts.cards if c.programme == programme)


def numbers(card: Card, facet: Facet) -> list[tuple[str, Fraction | None, Fraction | None, str]]:
    """(role, low, high, unit) of the quantities of a facet."""
    found = [(p.statement.role, p.statement.value) for p in card.of(facet)]
    return [(r, v.interval.low, v.interval.high, v.unit) for r, v in found if isinstance(v, Quantity)]


def days(card: Card, facet: Facet) -> list[tuple[int | None, int, int | None]]:
    found = [p.statement.value for p in card.of(facet)]
    return [(v.year, v.month, v.day) for v in found if isinstance(v, Day)]


def contacts(card: Card) -> list[Contact]:
    return [v for p in card.of("contact") if isinstance(v := p.statement.value, Contact)]


def units(card: Card, facet: Facet) -> list[tuple[str, str, bool, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]]:
    """(role, modality, closed, kinds with features) of the points of a facet that name units."""
    said = [p.statement for p in card.of(facet) if p.statement.units]
    return [(s.role, s.modality, s.closed, tuple((u.kind, u.features) for u in s.units)) for s in said]


def words(card: Card, facet: Facet, attribute: str = "") -> list[str]:
    points = card.of(facet)
    return [p.statement.quote.text for p in points if attribute in ("", p.statement.attribute)]


def values(card: Card, facet: Facet, attribute: str) -> list[str]:
    said = [p.statement for p in card.of(facet) if p.statement.attribute == attribute]
    return [s.value for s in said if isinstance(s.value, str)]


def corrected(card: Card) -> list[tuple[Facet, str]]:
    return [(p.facet, p.statement.quote.text) for p in card.points if p.standing == "corrected"]


def conflicts(card: Card) -> list[tuple[Facet, list[str], int | None]]:
    return [(c.facet, [q.clause.id for q in c.quotes], c.governs) for c in card.conflicts]


def test_every_point_fits_its_document(texts: Texts) -> None:
    assert [en for _, en in texts.notices if any(f"card {p} " in en for p in NATIONAL)] == []


@pytest.mark.parametrize("programme", NATIONAL)
def test_every_facet_is_reviewed_or_silent(texts: Texts, programme: str) -> None:
    held = card(texts, programme)
    assert held.checked_by == "maintainers"
    assert held.checked_on is not None
    for facet, points in held.facets():
        assert all(p.reviewed for p in points), facet
        assert bool(points) != (facet in held.silent), facet


def test_practice_base(texts: Texts) -> None:
    held = card(texts, "practice-base")
    assert held.silent == {
        "ratio", "quota", "scale", "copies", "seal", "contact", "deadline", "validity", "format", "naming",
        "word_limit",
    }  # fmt: skip
    assert units(held, "lead") == [
        ("lead", "must", True, (("higher_ed", ()),)),
        ("lead", "states", False, (("higher_ed", ()),)),
    ]
    ((role, modality, closed, kinds),) = units(held, "partner")
    assert (role, modality, closed) == ("member", "must", False)
    assert [kind for kind, _ in kinds] == [
        "higher_ed", "authority", "sme_service", "park", "association", "enterprise",
    ]  # fmt: skip
    assert numbers(held, "partner_count") == [("joint", None, Fraction(5), "家")]
    assert numbers(held, "enterprise") == [("joint", Fraction(2), None, "年")]
    assert numbers(held, "goal") == [("", Fraction(100), Fraction(100), "个")]
    assert numbers(held, "public_notice") == [("", Fraction(5), Fraction(5), "工作日")]
    assert days(held, "in_force") == [(2021, 9, 8)]
    assert days(held, "yearly") == [(None, 12, None)]
    assert values(held, "material", "material") == ["项目申请书", "实践基地建设方案"]
    assert values(held, "yearly", "material") == ["本年度工作总结", "下一年度工作计划"]
    assert values(held, "submission", "organiser") == ["项目管理办公室", "项目办公室"]
    assert words(held, "process") == ["1.申报提交", "2.评审考察", "3.公示认定"]
    assert len(words(held, "goal")) == 7
    assert words(held, "task")[0] == "打造“一个空间，两个智库，三个中心，四个专项”"
    assert words(held, "funding")[-1] == "各意向申报单位根据建设方案，自筹资金，自主实施建设项目"
    assert values(held, "approval", "organiser") == ["工业和信息化部中小企业发展促进中心"]
    assert corrected(held) == []
    assert conflicts(held) == [("partner", ["4.1.p1", "4.4.1"], None), ("submission", ["4.4.1", "5.2"], None)]


def test_a_preference_among_joint_units_is_no_kind_of_applicant_of_the_practice_base(texts: Texts) -> None:
    held = card(texts, "practice-base")
    assert [(p.statement.role, p.statement.modality) for p in held.of("cooperation")] == [("joint", "prefer")]
    assert not [
        s
        for s in texts.statements
        if s.attribute == "unit"
        and s.modality == "prefer"
        and s.quote.clause.id == "4.3.p2"
        and s.quote.clause.document == "practice-base-guide-2021"
    ]


def test_industry_college(texts: Texts) -> None:
    held = card(texts, "industry-college")
    assert held.silent == {
        "cooperation", "ratio", "quota", "copies", "deadline", "public_notice", "validity", "yearly", "revocation",
        "naming", "word_limit",
    }  # fmt: skip
    assert units(held, "lead") == [
        ("applicant", "must", True, (("higher_ed", ()),)),
        ("lead", "must", True, (("higher_ed", ()),)),
        ("lead", "must", True, (("undergraduate", ()), ("higher_vocational", ()))),
    ]
    provincial = ("enterprise", (("designation", "srdi"), ("level_min", "province")))
    centre = ("sme_centre", (("level_min", "city"),))
    others = (("association", ()), ("park", ()))
    chain = ("enterprise", (("designation", "chain_leading"),))
    little_giant = ("enterprise", (("designation", "little_giant"), ("level", "national")))
    assert units(held, "partner") == [
        ("joint", "states", False, (("enterprise", (("designation", "srdi"),)), chain, centre, *others)),
        ("joint", "may", False, (provincial, chain, centre, *others)),
        ("joint", "encourage", False, (centre, *others, chain)),
        ("joint", "may", False, (("sme_centre", ()), little_giant)),
        ("member", "encourage", False, (("sme_service", ()),)),
        ("member", "encourage", False, (("sme_service", ()), centre, *others)),
    ]
    assert units(held, "partner_count") == [
        ("joint", "states", False, (provincial,)),
        ("joint", "must", False, (provincial,)),
    ]
    assert numbers(held, "partner_count") == [("joint", Fraction(1), None, "家")] * 2
    assert numbers(held, "scale") == [("", Fraction(100), Fraction(150), "所")]
    assert contacts(held) == [
        Contact(person="陈琛", phone="010-82292097"),
        Contact(person="张吴晨", phone="13011101103"),
        Contact(email="rlzy@chinasme.org.cn"),
        Contact(address="北京市海淀区西直门北大街32号枫蓝国际大厦A座1206C"),
    ]
    assert values(held, "in_force", "in_force") == ["发布之日"]
    assert values(held, "material", "material") == [
        "申报书", "电子版", "纸质版", "申报书", "申报方案", "产业学院的详细建设规划",
    ]  # fmt: skip
    assert values(held, "submission", "organiser") == ["项目建设办公室"]
    assert values(held, "interpretation", "organiser") == ["“专精特新产业学院”项目建设办公室"]
    assert values(held, "approval", "approval") == ["学校办公会议", "工业和信息化部中小企业发展促进中心"]
    assert len(words(held, "process")) == 13
    assert not [s for p in held.of("funding") if (s := p.statement).attribute == "funding" and "资金" in s.quote.text]
    assert corrected(held) == [
        ("partner", "如有需要，项目办公室可视情协助推荐地方中小企业服务中心、专精特新小巨人企业等主体作为联合申报单位"),
    ]
    assert conflicts(held) == [
        ("partner", ["a1.6.1.1", "p3"], 0),
        ("partner", ["a1.6.1.1", "a1.6.1.3"], 0),
        ("review", ["a1.6.p1", "a1.6.2.1", "a1.6.1.3"], None),
    ]


def test_cjk_consortium(texts: Texts) -> None:
    held = card(texts, "cjk-consortium")
    assert held.silent == {
        "partner_count", "ratio", "quota", "scale", "process", "review", "material", "copies", "seal", "submission",
        "contact", "deadline", "in_force", "public_notice", "validity", "yearly", "interpretation", "format", "naming",
        "word_limit",
    }  # fmt: skip
    assert units(held, "lead") == [("lead", "must", True, (("undergraduate", ()), ("higher_vocational", ())))]
    assert units(held, "partner") == [
        ("member", "states", False, (("higher_ed", ()), ("park", ()), ("enterprise", ()))),
        ("member", "encourage", False, (("association", ()), ("sme_centre", ()), ("new_research", ()))),
        ("member", "must", False, (("park", ()),)),
    ]
    assert numbers(held, "goal") == [("", Fraction(3), Fraction(5), "年")]
    assert numbers(held, "enterprise") == []
    assert len(words(held, "goal", "goal")) == 6
    assert [w[:3] for w in words(held, "task")[:5]] == ["（一）", "（二）", "（三）", "（四）", "（五）"]
    assert values(held, "approval", "organiser") == ["工业和信息化部中小企业发展促进中心"]
    assert words(held, "revocation") == ["联合体名单实施动态管理，建立退出机制"]
    assert corrected(held) == []
    assert conflicts(held) == []


def test_education_base(texts: Texts) -> None:
    held = card(texts, "education-base")
    assert held.silent == {"partner_count", "scale", "seal", "interpretation", "naming", "word_limit"}
    ministry, co_built = (("higher_ed", (("affiliation", a),)) for a in ("ministry", "co_built"))
    assert units(held, "lead") == [("applicant", "must", True, (ministry, co_built))]
    assert units(held, "quota") == [
        ("applicant", "states", False, (ministry,)),
        ("applicant", "states", False, (co_built,)),
    ]
    assert numbers(held, "quota") == [("applicant", None, Fraction(3), "个"), ("applicant", None, Fraction(2), "个")]
    assert numbers(held, "cooperation") == [("", Fraction(3), None, "年")]
    assert numbers(held, "ratio") == [("", Fraction(1, 3), None, "比例")]
    assert numbers(held, "copies") == [("", Fraction(5), Fraction(5), "份")]
    assert numbers(held, "public_notice") == [("", Fraction(1), Fraction(1), "周")]
    assert numbers(held, "validity") == [("", Fraction(3), Fraction(3), "年")]
    assert days(held, "deadline") == [(2022, 11, 15)]
    assert days(held, "in_force") == [(2022, 10, 14)]
    assert contacts(held) == [
        Contact(person="许佳跃"),
        Contact(phone="010-68205918、15950568025", fax="010-68205917"),
        Contact(email="wanjian@miit.gov.cn"),
    ]
    form = "《工业和信息化部校企协同育人示范基地建设申请书》"
    assert values(held, "material", "material") == [form, form, "佐证材料", "电子稿"]
    assert values(held, "validity", "material") == ["总结报告"]
    assert values(held, "submission", "organiser") == ["人事教育司教育处"]
    assert values(held, "approval", "organiser") == ["部人事教育司"]
    assert words(held, "process") == ["（一）高校申报", "（二）评审考察", "（三）公示确认", "（四）成效评估"]
    assert corrected(held) == []
    assert conflicts(held) == [("lead", ["p2", "4.1"], 0)]
