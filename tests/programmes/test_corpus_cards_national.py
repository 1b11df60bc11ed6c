"""The reviewed cards of the national programmes: complete, in keeping with the documents, and exact."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from assistant.guideline.card import Card, Facet
from assistant.guideline.values import Contact, Day, Quantity
from assistant.indexing import Texts, read

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NATIONAL = ("practice-base",)


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
        "ratio", "quota", "copies", "seal", "contact", "deadline", "validity", "format", "naming", "word_limit",
    }  # fmt: skip
    assert units(held, "lead") == [
        ("lead", "must", True, (("higher_ed", ()),)),
        ("lead", "states", False, (("higher_ed", ()),)),
    ]
    ((role, modality, closed, kinds),) = units(held, "partner")
    assert (role, modality, closed) == ("member", "must", False)
    assert [kind for kind, _ in kinds] == [
        "higher_ed", "government", "sme_service", "park", "association", "enterprise",
    ]  # fmt: skip
    assert numbers(held, "partner_count") == [("joint", None, Fraction(5), "家")]
    assert numbers(held, "enterprise") == [("joint", Fraction(2), None, "年")]
    assert numbers(held, "scale") == [("", Fraction(100), Fraction(100), "个")]
    assert numbers(held, "public_notice") == [("", Fraction(5), Fraction(5), "工作日")]
    assert days(held, "in_force") == [(2021, 9, 8)]
    assert days(held, "yearly") == [(None, 12, None)]
    assert values(held, "material", "material") == ["项目申请书", "实践基地建设方案"]
    assert values(held, "yearly", "material") == ["本年度工作总结", "下一年度工作计划"]
    assert values(held, "submission", "organiser") == ["项目管理办公室", "项目办公室"]
    assert [w[:3] for w in words(held, "process", "step") if w[0].isdigit()] == ["1.申", "2.评", "3.公"]
    assert len(words(held, "goal")) == 6
    assert words(held, "task")[0] == "打造“一个空间，两个智库，三个中心，四个专项”"
    assert words(held, "funding")[0] == "各意向申报单位根据建设方案，自筹资金，自主实施建设项目"
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
