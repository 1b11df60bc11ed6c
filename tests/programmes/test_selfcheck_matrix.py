"""Applicants at the edges of every rule of the documents held: the exact result and the criteria that decide it.

Requirements in words are answered yes unless a row says otherwise, so that what a row changes is what decides.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.guideline.card import Card
from assistant.guideline.document import Guideline
from assistant.indexing import read
from assistant.programmes.criteria import Sheet
from assistant.programmes.rulings import Ruling
from assistant.programmes.selfcheck import Result, sheets, weigh
from assistant.programmes.told import profile_of
from tests.programmes.checking import TODAY

ROOT = Path(__file__).resolve().parents[2]


@cache
def held() -> tuple[tuple[Card, ...], tuple[Guideline, ...]]:
    texts = read(ROOT / "corpus")
    return texts.cards, texts.guidelines


@cache
def sheet_of(programme: str) -> Sheet:
    (found,) = sheets(*held(), (programme,))
    return found


def check(programme: str, profile: dict[str, Any]) -> Result:
    found = sheet_of(programme)
    answers = {c.id: "met" for c in found.criteria if c.kind == "words"} | profile.get("answers", {})
    return weigh(found, profile_of({**profile, "answers": answers}, TODAY).as_of(TODAY))


def deciding(made: Result) -> set[tuple[str, str]]:
    found = {r.criterion.id: r for r in made.criteria}
    return {(found[name].criterion.kind, found[name].reason.key) for name in made.deciding}


SRDI = "省级专精特新企业"
OLD = {"unit": SRDI, "age": 2, "region": "杭州"}
HZ = {"region": "杭州", "partners": [{"unit": "企业", "region": "杭州"}]}
CITY = {"region": "杭州", "partners": []}
TEAM = {"region": "杭州", "partners": [{"unit": "企业", "region": "杭州"}, {"unit": "公办高职", "region": "杭州"}]}
BASE: dict[str, Any] = {"partners": [OLD], "legal_person": True}
EDUCATION: dict[str, Any] = {"partners": [OLD], "cooperation": 3, "mentor_share": "1/3", "submitting": 1}

Row = tuple[str, dict[str, Any], Ruling, str]
PB, IC, CJK, EB = "practice-base", "industry-college", "cjk-consortium", "education-base"
HCON, HCOM, HS, HP, HE = "hangzhou-consortium", "hangzhou-community", *(f"hangzhou-centre/{k}" for k in ("school", "public", "enterprise"))  # fmt: skip

MATRIX: tuple[Row, ...] = (
    # who may lead: each kind, ownership and level of school
    (PB, {**BASE, "unit": "公办本科院校"}, "met", ""),
    (PB, {**BASE, "unit": "民办本科院校"}, "met", ""),
    (PB, {**BASE, "unit": "独立学院"}, "met", ""),
    (PB, {**BASE, "unit": "职业本科"}, "met", ""),
    (PB, {**BASE, "unit": "民办高职"}, "met", ""),
    (PB, {**BASE, "unit": "中职学校", "role": "lead"}, "unmet", "lead closed"),
    (PB, {**BASE, "unit": "技师学院", "role": "lead"}, "unmet", "lead closed"),
    (PB, {**BASE, "unit": "开放大学", "role": "lead"}, "unmet", "lead closed"),
    (PB, {**BASE, "unit": "职业院校", "role": "lead"}, "unknown", "lead overlap"),
    (PB, {**BASE, "unit": "中外合作大学", "role": "lead"}, "unknown", "lead overlap"),
    (PB, {**BASE, "unit": "企业", "role": "lead"}, "unmet", "lead closed"),
    (PB, {**BASE, "unit": "企业", "age": 5}, "unknown", "lead joint_only"),
    (PB, {**BASE, "unit": "医院"}, "unmet", "lead closed"),
    (PB, {**BASE}, "unknown", "lead unit_not_told"),
    # at most five joint units
    (PB, {**BASE, "unit": "公办高职", "partners": [{**OLD, "count": 4}]}, "met", ""),
    (PB, {**BASE, "unit": "公办高职", "partners": [{**OLD, "count": 5}]}, "met", ""),
    (PB, {**BASE, "unit": "公办高职", "partners": [{**OLD, "count": 6}]}, "unmet", "count count_over"),
    (PB, {**BASE, "unit": "公办高职", "partners": [OLD, {"unit": "产业园区", "count": 5}]}, "unmet", "count count_over"),
    # enterprises of two years
    (PB, {**BASE, "unit": "公办高职", "partners": [{**OLD, "age": "23个月"}]}, "unmet", "age age_out"),
    (PB, {**BASE, "unit": "公办高职", "partners": [{**OLD, "age": "不到两年"}]}, "unmet", "age age_out"),
    (PB, {**BASE, "unit": "公办高职", "partners": [{**OLD, "age": "24个月"}]}, "met", ""),
    (PB, {**BASE, "unit": "公办高职", "partners": [{"unit": SRDI, "founded": "2024-11-20"}]}, "met", ""),
    (PB, {**BASE, "unit": "公办高职", "partners": [{"unit": SRDI, "founded": "2024-11-21"}]}, "unmet", "age age_out"),
    (PB, {**BASE, "unit": "公办高职", "partners": [{"unit": SRDI, "founded": 2024}]}, "unknown", "age age_open"),
    (PB, {**BASE, "unit": "公办高职", "partners": ["产业园区"]}, "met", ""),
    (PB, {**BASE, "unit": "公办高职", "partners": ["医院"]}, "unknown", "partner unlisted"),
    (PB, {**BASE, "unit": "公办高职", "partners": []}, "unknown", "partner alone"),
    (PB, {**BASE, "unit": "公办高职", "legal_person": False}, "unmet", "words answered_unmet"),
    # the industry college: provincial 专精特新 among the joint units
    (IC, {"unit": "公办高职", "partners": [SRDI]}, "met", ""),
    (IC, {"unit": "民办本科院校", "partners": ["小巨人企业"]}, "met", ""),
    (IC, {"unit": "公办高职", "partners": ["市级专精特新企业"]}, "unmet", "count count_under"),
    (IC, {"unit": "公办高职", "partners": ["普通企业"]}, "unmet", "count count_under"),
    (IC, {"unit": "公办高职", "partners": ["专精特新企业"]}, "unknown", "count count_open;partner overlap"),
    (IC, {"unit": "公办高职", "partners": []}, "unmet", "count count_under"),
    (IC, {"unit": "公办高职", "partners": [SRDI, "市级中小企业中心"]}, "met", ""),
    (IC, {"unit": "公办高职", "partners": [SRDI, "县级中小企业中心"]}, "unknown", "partner unlisted"),
    (IC, {"unit": "公办高职", "partners": [SRDI, "银行"]}, "unknown", "partner unlisted"),
    (IC, {"unit": "中职学校", "partners": [SRDI]}, "unmet", "lead closed;applicant closed"),
    (IC, {"unit": SRDI, "partners": [SRDI]}, "unknown", "lead joint_only;applicant joint_only"),
    (IC, {"unit": SRDI, "role": "joint", "partners": []}, "unknown", "lead lead_of_others"),
    (IC, {"unit": "普通企业", "role": "joint", "partners": []}, "unmet", "count count_under"),
    # the consortium of education, industry and science
    (CJK, {"unit": "民办高职", "partners": ["企业"]}, "met", ""),
    (CJK, {"unit": "中职学校", "role": "lead", "partners": ["企业"]}, "unmet", "lead closed"),
    (CJK, {"unit": "产业园区", "role": "lead", "partners": ["企业"]}, "unmet", "lead closed"),
    (CJK, {"unit": "公办高职", "partners": []}, "unknown", "partner alone"),
    (CJK, {"unit": "公办高职", "partners": ["银行"]}, "unknown", "partner unlisted"),
    # the education base: affiliation, three years, a third, three and two
    (EB, {**EDUCATION, "unit": "部属高校"}, "met", ""),
    (EB, {**EDUCATION, "unit": "共建高校"}, "met", ""),
    (EB, {**EDUCATION, "unit": "省属高校"}, "unmet", "lead closed"),
    (EB, {**EDUCATION, "unit": "市属高校"}, "unmet", "lead closed"),
    (EB, {**EDUCATION, "unit": "民办高校"}, "unmet", "lead closed"),
    (EB, {**EDUCATION, "unit": "公办高校"}, "unknown", "lead overlap"),
    (EB, {**EDUCATION, "unit": "企业"}, "unmet", "lead closed"),
    (EB, {**EDUCATION, "unit": "部属高校", "cooperation": "35个月"}, "unmet", "cooperation cooperation_out"),
    (EB, {**EDUCATION, "unit": "部属高校", "cooperation": "3年以上"}, "met", ""),
    (EB, {**EDUCATION, "unit": "部属高校", "cooperation": "2-4年"}, "unknown", "cooperation cooperation_open"),
    (EB, {**EDUCATION, "unit": "部属高校", "mentor_share": "33%"}, "unmet", "ratio ratio_out"),
    (EB, {**EDUCATION, "unit": "部属高校", "mentor_share": "34%"}, "met", ""),
    (EB, {**EDUCATION, "unit": "部属高校", "mentor_share": None}, "unknown", "ratio ratio_not_told"),
    (EB, {**EDUCATION, "unit": "部属高校", "submitting": 3}, "met", ""),
    (EB, {**EDUCATION, "unit": "部属高校", "submitting": 4}, "unmet", "quota submitting_out"),
    (EB, {**EDUCATION, "unit": "共建高校", "submitting": 2}, "met", ""),
    (EB, {**EDUCATION, "unit": "共建高校", "submitting": 3}, "unmet", "quota submitting_out"),
    # Hangzhou: kinds, in and out of the city and the province
    (HCON, {**HZ, "unit": "产业园区"}, "met", ""),
    (HCON, {**HZ, "unit": "公办高职", "role": "lead"}, "unmet", "lead closed"),
    (HCON, {**HZ, "unit": "行业龙头企业", "role": "lead"}, "unmet", "lead closed"),
    (HCON, {**HZ, "unit": "产业园区", "region": "宁波", "role": "lead"}, "unmet", "region region_out"),
    (HCON, {**HZ, "unit": "产业园区", "region": "上海", "role": "lead"}, "unmet", "region region_out"),
    (HCON, {**HZ, "unit": "产业园区", "region": "浙江"}, "unknown", "region region_not_told"),
    (HCON, {**HZ, "unit": "产业园区", "region": "宁波"}, "unknown", "region region_joint_only"),
    (HCON, {"unit": "产业园区", "region": "杭州", "partners": [{"unit": "企业", "region": "宁波"}]}, "unknown",
     "partner condition"),
    (HCON, {"unit": "产业园区", "region": "杭州", "partners": [{"unit": "企业", "region": "上海"}]}, "unknown",
     "partner usual"),
    (HCON, {"unit": "产业园区", "region": "杭州", "partners": ["企业"]}, "unknown", "partner overlap"),
    (HCOM, {**TEAM, "unit": "行业龙头企业"}, "met", ""),
    (HCOM, {**TEAM, "unit": "龙头企业", "role": "lead"}, "met", ""),
    (HCOM, {**TEAM, "unit": "普通企业", "role": "lead"}, "unmet", "lead closed"),
    (HCOM, {**TEAM, "unit": "公办高职", "role": "lead"}, "unmet", "lead closed"),
    (HCOM, {**TEAM, "unit": "行业龙头企业", "region": "宁波", "role": "lead"}, "unmet", "region region_out"),
    (HCOM, {**HZ, "unit": "行业龙头企业"}, "unmet", "count count_under"),
    (HS, {**CITY, "unit": "中职学校"}, "met", ""),
    (HS, {**CITY, "unit": "高职院校"}, "met", ""),
    (HS, {**CITY, "unit": "职业本科"}, "met", ""),
    (HS, {**CITY, "unit": "普通本科院校", "role": "lead"}, "unmet", "lead closed"),
    (HS, {**CITY, "unit": "本科院校", "role": "lead"}, "unknown", "lead overlap"),
    (HS, {**CITY, "unit": "技师学院", "role": "lead"}, "unmet", "lead closed"),
    (HS, {**CITY, "unit": "高职院校", "region": "宁波", "role": "lead"}, "unmet", "region region_out"),
    (HP, {**CITY, "unit": "政府部门"}, "met", ""),
    (HP, {**CITY, "unit": "高职院校", "role": "lead"}, "unmet", "lead closed"),
    (HE, {**CITY, "unit": "企业"}, "met", ""),
    (HE, {**CITY, "unit": "外资企业", "role": "lead"}, "unknown", "lead overlap"),
    (HE, {**CITY, "unit": "产业园区", "role": "lead"}, "unmet", "lead closed"),
    (HE, {**CITY, "unit": "企业", "region": "境外", "role": "lead"}, "unmet", "region region_out"),
)  # fmt: skip


@pytest.mark.parametrize(("programme", "profile", "overall", "decided"), MATRIX, ids=range(len(MATRIX)))
def test_the_matrix(programme: str, profile: dict[str, Any], overall: Ruling, decided: str) -> None:
    made = check(programme, profile)
    assert made.overall == overall, deciding(made)
    if decided:
        assert deciding(made) == {tuple(part.split(" ")) for part in decided.split(";")}


def test_there_are_profiles_enough_and_every_result_is_among_them() -> None:
    assert len(MATRIX) >= 60
    for programme in {row[0] for row in MATRIX}:
        assert {row[2] for row in MATRIX if row[0] == programme} >= {"met", "unmet"}, programme


def test_every_criterion_that_is_unmet_says_what_would_cure_it_and_quotes_its_clause() -> None:
    for programme, profile, _, _ in MATRIX:
        for ruled in check(programme, profile).criteria:
            assert (ruled.cure is not None) == (ruled.ruling == "unmet")
            assert ruled.quotes or not ruled.criterion.points


@pytest.mark.parametrize("programme", sorted({row[0] for row in MATRIX}))
def test_nothing_told_is_never_met(programme: str) -> None:
    assert weigh(sheet_of(programme), profile_of({}, TODAY)).overall == "unknown"


@pytest.mark.parametrize("programme", sorted({row[0] for row in MATRIX}))
def test_one_answer_no_unmeets_and_one_open_answer_leaves_it_open(programme: str) -> None:
    met = next(row[1] for row in MATRIX if row[0] == programme and row[2] == "met")
    found = sheet_of(programme)
    for criterion in found.criteria:
        ruled = next(r for r in check(programme, met).criteria if r.criterion.id == criterion.id)
        if criterion.kind == "words" and ruled.ruling == "met" and ruled.reason.key == "answered_met":
            asked = {**met, "legal_person": None}
            made = check(programme, {**asked, "answers": {criterion.id: "unmet"}})
            conflicted = any(r.reason.key == "conflict" for r in made.criteria)
            assert made.overall == ("unknown" if conflicted else "unmet"), criterion.id
            assert check(programme, {**asked, "answers": {criterion.id: None}}).overall == "unknown", criterion.id
