"""What contradicts a clause is flagged with it; what the clauses let is not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.drafting.checking import checked
from assistant.drafting.draft import CONTRADICTIONS, FLAGS, Flag
from assistant.drafting.drafts import drafted
from assistant.drafting.facts_read import sheet_of
from assistant.drafting.form import Form
from assistant.drafting.grounds import Law
from assistant.indexing import read
from tests.drafting.lighthouse import CATALOGUE, TEXT
from tests.drafting.lighthouse import FORM as LIGHTHOUSE
from tests.drafting.test_corpus_forms import form

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
COMMUNITY, CENTRE, CONSORTIUM = "community-recommendation", "centre-recommendation", "consortium-recommendation"
COLLEGE = "industry-college-application"
LEAD = {"name": "甲装备公司", "role": "牵头", "kind": "行业龙头企业", "region": "杭州市"}
SCHOOL = {"name": "乙职业技术学院", "role": "牵头", "kind": "高职院校", "region": "杭州市"}


@cache
def law() -> Law:
    texts = read(CORPUS)
    return Law(texts.cards, texts.guidelines)


def flags(name: str, facts: dict[str, Any], under: Law | None = None, of: Form | None = None) -> list[Flag]:
    sheet = sheet_of(facts)
    made = checked(drafted(of or form(name), sheet), sheet, under or law())
    return [*made.flags, *(flag for draft in made.drafts for flag in draft.flags)]


def contradictions(name: str, facts: dict[str, Any]) -> list[tuple[str, str]]:
    return [(flag.key, flag.quoted) for flag in flags(name, facts) if flag.key in CONTRADICTIONS]


def told(text: str) -> dict[str, Any]:
    return {"plans": [{"about": "专项支持政策", "text": text}]}


RATE = "可按投资额的30%比例，抵免该企业当年应缴教育费附加和地方教育附加"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("企业投资可按投资额的35%抵免当年应缴教育费附加。", "rate"),
        ("企业投资可按投资额的20%抵免当年应缴地方教育附加。", "rate"),
        ("企业投资可按投资额的30%抵免当年应缴教育费附加。", ""),
        ("企业投资可按投资额抵免当年应缴增值税。", "levy"),
        ("成员企业减免房产税。", "levy"),
        ("成员企业不减免房产税。", ""),
        ("成员企业足额缴纳企业所得税。", ""),
        ("社会服务剩余部分按不超过三成的比例用于教职工的绩效考核分配。", ""),
        ("社会服务剩余部分按50%的比例用于教职工的绩效考核分配。", "rate"),
        ("毕业生就业率达到98%。", ""),
        ("牵头企业按不低于60%的比例安排学徒岗位。", ""),
    ],
)
def test_rates_and_levies(text: str, found: str) -> None:
    assert [key for key, _ in contradictions(COMMUNITY, told(text))] == ([found] if found else [])


def test_the_clause_stands_beside() -> None:
    ((_, quote),) = contradictions(COMMUNITY, told("企业投资可按投资额的35%抵免当年应缴教育费附加。"))
    assert RATE in quote


@pytest.mark.parametrize(
    ("name", "units", "found"),
    [
        (COMMUNITY, [LEAD, SCHOOL], []),
        (COMMUNITY, [{**LEAD, "region": "上海市"}, SCHOOL], ["unit_role"]),
        (COMMUNITY, [{**LEAD, "kind": "普通企业"}, SCHOOL], ["unit_role"]),
        (COMMUNITY, [{**LEAD, "kind": "行业协会"}, SCHOOL], ["unit_role"]),
        (COMMUNITY, [LEAD, {**LEAD, "name": "丙重工公司"}, SCHOOL], ["lead_count"]),
        (COMMUNITY, [LEAD, SCHOOL, {**SCHOOL, "name": "丁大学", "kind": "普通本科学校"}], ["lead_count"]),
        (COMMUNITY, [LEAD, SCHOOL, {"name": "丙研究院", "role": "参与", "kind": "科研机构", "region": "南京市"}], []),
        (COMMUNITY, [{"name": "甲", "role": "牵头"}], []),
        (CONSORTIUM, [{"name": "甲园区", "role": "牵头", "kind": "产业园区", "region": "杭州市"}], []),
        (CONSORTIUM, [{"name": "甲园区", "role": "依托", "kind": "产业园区"}, LEAD, SCHOOL], []),
        (CONSORTIUM, [{"name": "甲协会", "role": "牵头", "kind": "行业协会", "region": "杭州市"}], ["unit_role"]),
        (COLLEGE, [{"name": "甲学院", "role": "牵头", "kind": "高职院校"}], []),
        (COLLEGE, [{"name": "甲中专", "role": "牵头", "kind": "中职学校"}], ["unit_role"]),
        (
            COLLEGE,
            [
                {"name": "甲学院", "role": "牵头", "kind": "高职院校"},
                {"name": "乙协会", "role": "联合申报", "kind": "行业协会"},
            ],
            ["unit_count"],
        ),
    ],
)
def test_units_in_their_roles(name: str, units: list[dict[str, str]], found: list[str]) -> None:
    assert sorted({key for key, _ in contradictions(name, {"units": units})}) == found


def test_the_kind_that_is_ticked_decides() -> None:
    school = [{"name": "乙职业技术学院", "role": "建设", "kind": "高职院校", "region": "杭州市"}]
    for kind, found in (("学校实践中心", []), ("企业实践中心", ["unit_role"]), ("公共实践中心", ["unit_role"])):
        facts = {"units": school, "shared": {"platform.type": kind}}
        assert [key for key, _ in contradictions(CENTRE, facts)] == found
    assert contradictions(CENTRE, {"units": school}) == []


@pytest.mark.parametrize(
    ("platform", "found"),
    [
        ("杭州智能物联产教融合实践中心", []),
        ("杭州智能物联实训中心", ["naming"]),
        ("乙学院智能物联产教融合实践中心", ["not_named"]),
        ("丙大学产教融合实践中心", ["not_named"]),
        ("丁学校实训基地", ["naming", "not_named"]),
    ],
)
def test_names(platform: str, found: list[str]) -> None:
    assert [key for key, _ in contradictions(CENTRE, {"shared": {"platform.name": platform}})] == found
    assert contradictions(COMMUNITY, {"shared": {"platform.name": platform}}) == []


def test_years() -> None:
    plan = {"plans": [{"about": "建设规划", "text": "到2030年建成。"}]}
    assert contradictions(CONSORTIUM, plan) == [("year_range", "2024—2026年数据为申报单位承诺的建成数据")]
    done = {"foundations": [{"about": "特色与创新", "text": "2026年已建成基地。"}]}
    assert [key for key, _ in contradictions(CONSORTIUM, done)] == ["year_done"]
    past = {"foundations": [{"about": "特色与创新", "text": "2021年已建成基地。"}]}
    assert contradictions(CONSORTIUM, past) == []
    figure = {"figures": [{"name": "委托培养学生数", "unit": "人", "years": {"2024": 1, "2027": 2}}]}
    assert [key for key, _ in contradictions(COMMUNITY, figure)] == ["year_range"]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"forms": {CENTRE: {"2.city_results": 1, "2.provincial_results": 2, "2.national_results": 3, "2.results": 6}}}, []),
        ({"forms": {CENTRE: {"2.city_results": 1, "2.provincial_results": 2, "2.results": 5}}}, []),
        ({"forms": {CENTRE: {"2.city_results": 4, "2.provincial_results": 2, "2.results": 5}}}, ["total"]),
        ({"forms": {CENTRE: {"2.city_results": 1, "2.provincial_results": 2, "2.national_results": 3, "2.results": 7}}}, ["total"]),
        ({"figures": [{"name": "占地面积", "unit": "亩", "value": 3}]}, ["unit"]),
        ({"units": [{"name": "甲", "role": "建设"}, {"name": "乙", "role": "建设"}]}, ["several"]),
        (
            {
                "figures": [{"name": "社会培训总人数", "unit": "人", "value": 900}],
                "foundations": [{"about": "社会培训", "text": "近三年社会培训总人数1000人。"}],
            },
            ["prose"],
        ),
        (
            {
                "figures": [{"name": "社会培训总人数", "unit": "人", "value": "1000"}],
                "foundations": [{"about": "社会培训", "text": "近三年社会培训总人数1,000人。"}],
            },
            [],
        ),
    ],
)  # fmt: skip
def test_figures_agree_with_each_other(facts: dict[str, Any], found: list[str]) -> None:
    keys = [flag.key for flag in flags(CENTRE, facts)]
    assert sorted({key for key in keys if key in ("total", "unit", "several", "prose", "share")}) == found


def test_a_made_up_document_is_law_as_well(tmp_path: Path) -> None:
    """Its clauses, none of ours, decide."""
    more = "\n申报单位为本科院校。企业修缮灯塔的投资可按投资额的10%抵免当年印花税。\n\n附件 1"
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "lighthouse.txt").write_text(TEXT.replace("\n附件 1", more, 1), "utf-8")
    (tmp_path / "catalogue.toml").write_text(CATALOGUE, "utf-8")
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "lighthouse.toml").write_text(LIGHTHOUSE, "utf-8")
    from assistant.drafting.form_files import read_forms

    texts = read(tmp_path)
    (made,) = read_forms(tmp_path / "forms", texts.guidelines).held
    under = Law(texts.cards, texts.guidelines)

    def found(facts: dict[str, Any]) -> list[str]:
        return [flag.key for flag in flags("", facts, under, made) if flag.key in CONTRADICTIONS]

    assert found({"plans": [{"about": "巡检", "text": "企业投资可抵免当年印花税。"}]}) == []
    assert found({"plans": [{"about": "巡检", "text": "企业投资可抵免当年教育费附加。"}]}) == ["levy"]
    assert found({"units": [{"name": "甲高职", "role": "牵头", "kind": "高职院校"}]}) == ["unit_role"]
    assert found({"units": [{"name": "甲大学", "role": "牵头", "kind": "本科院校"}]}) == []


def test_every_flag_is_of_the_closed_list() -> None:
    assert set(FLAGS) >= CONTRADICTIONS
    assert len(set(FLAGS)) == len(FLAGS)


@pytest.mark.parametrize(
    ("name", "values", "text", "found"),
    [
        (CENTRE, {"2.senior": 18}, "现有专业技术人员46人，其中高级职称81人。", [True]),
        (CENTRE, {"2.senior": 22}, "技术团队64人，其中22人具有高级职称，1人为省级技能大师。", []),
        (CONSORTIUM, {"1.budget.2024": 620}, "2024年拟投入运行经费680万元。", [True]),
        (CONSORTIUM, {"1.budget.2024": 620}, "2022年拟投入运行经费80万元。", []),
        (COMMUNITY, {"2.ordered.2024": 180}, "2024年委托培养60人、订单培养280人。", [True]),
        (COMMUNITY, {"2.core_courses.2024": 6, "2.core_courses.2025": 8}, "2024—2025年共开发专业核心课程14门。", []),
        (COMMUNITY, {"2.core_courses.2024": 6, "2.core_courses.2025": 8}, "2024年开发专业核心课程数量约9门。", [False]),
        (COMMUNITY, {"2.core_courses.2024": 6, "2.core_courses.2025": 8}, "2023年开发专业核心课程数量9门。", []),
    ],
)  # fmt: skip
def test_prose_is_held_against_its_table_by_name_and_year(
    name: str, values: dict[str, int], text: str, found: list[bool]
) -> None:
    path = next(field.path for field in form(name).fields() if field.kind == "narrative" and not field.repeat)
    made = flags(name, {"forms": {name: {**values, path: text}}})
    assert [flag.sure for flag in made if flag.key == "prose"] == found
