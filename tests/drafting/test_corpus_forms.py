"""The forms of the corpus: complete, in order, every label located, limits exactly those of the documents."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from assistant.drafting.field import Field
from assistant.drafting.form import Form, Forms
from assistant.drafting.form_files import read_forms
from assistant.drafting.table import Line, Printed, RowNumber, Table
from assistant.guideline.clause import Clause
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote
from assistant.reading.library import read_folder

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
HANGZHOU = "hangzhou-platforms-notice-2024"


@cache
def documents() -> dict[str, Guideline]:
    return {guideline.id: guideline for guideline in read_folder(CORPUS)[0]}


@cache
def held() -> Forms:
    return read_forms(CORPUS / "forms", tuple(documents().values()))


def form(name: str) -> Form:
    return next(one for one in held().held if one.id == name)


def field(name: str, path: str) -> Field:
    return next(one for one in form(name).fields() if one.path == path)


def quotes(one: Form) -> list[Quote]:
    found = [
        one.title,
        *([one.instructions_title] if one.instructions_title else []),
        *one.instructions,
        *one.sent,
        *(rule.quote for rule in one.rules),
    ]
    for part in one.parts():
        found += [*([part.title] if part.title else []), *part.notes]
        for block in part.blocks:
            items = [block] if isinstance(block, Printed | Field) else []
            if isinstance(block, Line):
                items += block.items
            if isinstance(block, Table):
                items += [item for cell in block.cells for item in cell.items]
            for item in items:
                if isinstance(item, Printed):
                    found.append(item.quote)
                elif isinstance(item, Field):
                    found += [item.label, *item.under, *item.guidance, *(e.quote for e in item.elements)]
                    found += [*(o.quote for o in item.options), *([item.limit.quote] if item.limit else [])]
                    found += [item.unit] if item.unit else []
    return found


def test_every_form_is_there_in_the_order_of_the_documents() -> None:
    assert held().notices == ()
    assert [(one.annex, one.title.text) for one in held().held] == [
        ("附件1.2", "市域产教联合体推荐书"),
        ("附件1.3", "市域产教联合体推荐名单汇总表"),
        ("附件2.1", "行业发展分析报告（提纲）"),
        ("附件2.2", "行业人才需求预测报告（提纲）"),
        ("附件2.3", "行业人才、技术供需清单（模版）"),
        ("附件2.4", "行业产教融合共同体年度总结报告（提纲）"),
        ("附件2.5", "行业产教融合共同体推荐书"),
        ("附件2.6", "行业产教融合共同体推荐名单汇总表"),
        ("附件3.1", "开放型区域产教融合实践中心年度开放运营计划（提纲）"),
        ("附件3.2", "开放型区域产教融合实践中心年度运营报告（提纲）"),
        ("附件3.3", "开放型区域产教融合实践中心推荐书"),
        ("附件3.4", "开放型区域产教融合实践中心推荐名单汇总表"),
        ("附件2", "专精特新产业学院申报书"),
    ]
    assert [one.id for one in held().absent] == ["education-base-application", "practice-base-application"]
    assert [one.id for one in held().held if one.filled_by == "authority"] == [
        "consortium-list",
        "community-list",
        "centre-list",
    ]


LIMITS = {
    "consortium-recommendation": {
        "1.park_industries": (200, "(不超过200字)", "产业园区主导产业情况"),
        "1.policies": (500, "(不超过500字)", "联合体所在地制定支持职业教育政策及落实情况"),
        "2.team_awards": (100, "(不超过100字)", "教师教学团队获国家级奖励情况"),
        "2.information_platform.2023": (200, "(不超过200字)", "搭建人才供需信息平台,完善职业教育专业动态调整机制情况"),
        "2.information_platform.2024": (200, "(不超过200字)", "搭建人才供需信息平台,完善职业教育专业动态调整机制情况"),
        "2.new_methods.2023": (
            200,
            "(不超过200字)",
            "联合体各类主体深入合作,及时把新方法、新技术、新工艺、新标准引入教育教学实践情况",
        ),
        "2.new_methods.2024": (
            200,
            "(不超过200字)",
            "联合体各类主体深入合作,及时把新方法、新技术、新工艺、新标准引入教育教学实践情况",
        ),
        "2.contest_awards": (100, "（不超过100字）", "职业院校技能大赛获奖情况"),
        "3": (2000, "(2000字以内)", "3.特色与创新"),
        "4": (1000, "(1000字以内)", "4.建设规划"),
    },
    "community-recommendation": {
        "3": (500, "不超过500字", "三、总体建设思路"),
        "4": (600, "不超过600字", "四、管理及运行机制"),
        "5": (3000, "不超过3000字", "五、重点建设任务"),
        "6": (500, "不超过500字", "六、保障支持"),
    },
    "centre-recommendation": {
        "4.1": (500, "500字以内", "(一)建设单位情况"),
        "4.2": (500, "500字以内", "(二)实践中心基本情况"),
        "4.3": (1500, "1500字以内", "(三)实践中心前期主要业绩成果"),
        "5.1": (500, "500字以内", "(一)建设开放运营论证"),
        "5.2.1": (500, "500字以内", "1.预期开展对外学生实习实训项目、数量及效益"),
        "5.2.2": (500, "500字以内", "2.预期开展社会培训项目、数量及效益"),
        "5.2.3": (500, "500字以内", "3.预期开展产品中试、工艺改进、技术研发等技术服务项目及效益"),
        "5.2.4": (500, "500字以内", "4.管理体制机制完善目标及计划"),
    },
}  # fmt: skip


def test_limits_are_those_of_the_documents_and_no_others() -> None:
    found = {
        one.id: {f.path: (f.limit.most, f.limit.quote.text, f.label.text) for f in one.fields() if f.limit}
        for one in held().held
    }
    assert {name: limits for name, limits in found.items() if limits} == LIMITS


def test_no_limit_of_a_form_is_forgotten() -> None:
    """Every "…字" of a clause of a form is the limit of a field or of the whole."""
    for one in held().held:
        known = {f.limit.quote.clause.id for f in one.fields() if f.limit} | {
            rule.quote.clause.id for rule in one.rules if rule.kind == "whole_limit"
        }
        said = {c.id for c in clauses(one) if re.search(r"\d\s*字", c.text)}
        assert said == known & said
        assert known == said, one.id


def clauses(one: Form) -> list[Clause]:
    inside = {one.anchor}
    found = []
    for clause in documents()[one.document].clauses:
        if clause.parent in inside or clause.id == one.anchor:
            inside.add(clause.id)
            found.append(clause)
    return found


def test_a_limit_per_cell_stands_once_for_each_cell() -> None:
    for path in ("2.information_platform", "2.new_methods"):
        first, second = (field("consortium-recommendation", f"{path}.{year}").limit for year in (2023, 2024))
        assert first is not None
        assert second is not None
        assert first.quote.clause == second.quote.clause
        assert first.quote.end <= second.quote.start


def test_the_limit_said_to_hold_below_is_inherited_and_its_doubt_is_told() -> None:
    for number in (2, 3, 4):
        one = field("centre-recommendation", f"5.2.{number}")
        assert one.limit is not None
        assert (one.limit.inherited_from, one.years) == ("5.2.1", (2024, 2025, 2026))
        assert "下同" in one.limit.quote.clause.text
        assert one.limit.remark is not None
        assert "下同" in one.limit.remark[0]
    first = field("centre-recommendation", "5.2.1")
    assert first.years == (2024, 2025, 2026)
    assert first.limit is not None
    assert first.limit.inherited_from == ""


def test_the_whole_summary_has_one_limit() -> None:
    rule = form("community-annual-summary").rule("whole_limit")
    assert rule is not None
    assert (rule.number, rule.quote.text) == (5000, "（不超过5000字）")
    assert all(f.limit is None for f in form("community-annual-summary").fields())


def test_rules_belong_to_the_form_that_states_them() -> None:
    own = {
        one.id: {rule.kind for rule in one.rules} - {"file_format", "copies", "conduct", "sent_to", "due"}
        for one in held().held
    }
    assert {name: kinds for name, kinds in own.items() if kinds} == {
        "consortium-recommendation": {
            "font", "size", "line_spacing", "paper", "duplex", "binding", "bound_apart", "cut_off",
            "years_held", "years_promised",
        },
        "community-annual-summary": {"whole_limit"},
        "centre-recommendation": {"naming", "not_named", "abbreviation", "declassification"},
    }  # fmt: skip
    told = {r.kind: (r.words, r.number, r.years, r.firm) for r in form("consortium-recommendation").rules}
    assert told["font"] == (("仿宋_GB2312",), None, (), True)
    assert told["size"][1] == 12
    assert told["line_spacing"][1] == 16
    assert told["cut_off"][0] == ("12-31",)
    assert (told["years_held"][2], told["years_promised"][2]) == ((2023,), (2024, 2025, 2026))
    naming = form("centre-recommendation").rule("naming")
    assert naming is not None
    assert (naming.words, naming.firm) == (("产教融合实践中心",), False)


def test_when_and_where_a_form_goes_is_told_as_far_as_it_is_stated() -> None:
    told = {one.id: {r.kind: r.words for r in one.rules if r.kind in ("due", "sent_to")} for one in held().held}
    quarter, notice = ("01-01", "03-31"), ("2024-05-15",)
    assert told == {
        "consortium-recommendation": {"sent_to": ("属地发改部门", "市发改委"), "due": notice},
        "consortium-list": {"sent_to": ("市发改委",), "due": notice},
        "community-industry-report": {"due": quarter},
        "community-demand-report": {"due": quarter},
        "community-supply-and-demand": {"due": quarter},
        "community-annual-summary": {"due": ("12-15",)},
        "community-recommendation": {"sent_to": ("属地经信部门", "市经信局"), "due": notice},
        "community-list": {"sent_to": ("市经信局",), "due": notice},
        "centre-plan": {"due": quarter},
        "centre-annual-report": {"due": ("12-15",)},
        "centre-recommendation": {"sent_to": ("属地教育、发改和经信部门", "市教育局", "市经信局"), "due": notice},
        "centre-list": {"sent_to": ("市教育局", "市经信局"), "due": notice},
        "industry-college-application": {"sent_to": ("指定邮箱", "指定地址")},
    }


ELEMENTS = {
    ("community-recommendation", "3"): ["共同体建设指导思想", "建设目标", "组织实施"],
    ("community-recommendation", "4"): ["共同体组织机构", "实体化运作机制", "专门机构工作机制", "创新管理运行机制"],
    ("centre-recommendation", "4.2"): [
        "基础设施建设", "仪器设备配置", "机构设置", "制度建设", "管理人员和专业技术人员配备情况",
    ],
    ("centre-plan", "1"): ["理事会或用户委员会组织建设", "召开年度工作会议情况"],
    ("community-demand-report", "1"): ["调研方案", "调研实施情况"],
    ("industry-college-application", "support.premises"): ["场地", "空间", "设备"],
}  # fmt: skip


@pytest.mark.parametrize(("place", "wanted"), ELEMENTS.items())
def test_elements_are_those_the_guidance_names(place: tuple[str, str], wanted: list[str]) -> None:
    assert [element.quote.text for element in field(*place).elements] == wanted


def test_what_is_only_encouraged_is_not_asked() -> None:
    optional = [
        (one.id, f.path, e.quote.text) for one in held().held for f in one.fields() for e in f.elements if not e.asked
    ]
    assert optional == [
        ("community-recommendation", "4", "创新管理运行机制"),
        ("community-recommendation", "5", "结合实际开展其他创新性工作"),
    ]


@pytest.mark.parametrize("name", [one.id for one in held().held])
def test_every_quote_is_located_and_stands_in_its_source(name: str) -> None:
    one = form(name)
    for quote in quotes(one):
        document = documents()[quote.clause.document]
        assert document.clause(quote.clause.id).text[quote.start : quote.end] == quote.text
        start, end = quote.source_span
        assert 0 <= start < end <= len(document.source)


@pytest.mark.parametrize("name", [one.id for one in held().held])
def test_paths_are_ascii_unique_and_in_the_order_of_the_document(name: str) -> None:
    one = form(name)
    paths = [f.path for f in one.fields()]
    assert len(set(paths)) == len(paths)
    assert all(re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)*", path) for path in paths)
    if name != "industry-college-application":  # the scan put its boxes in another order
        titles = [part.title.clause.order for part in one.parts() if part.title]
        assert titles == sorted(titles)
    assert all(part.blocks or part.title for part in one.parts())


@pytest.mark.parametrize("name", [one.id for one in held().held])
def test_everything_the_form_says_is_in_its_data(name: str) -> None:
    """No words of a form are lost: what no quote covers is blanks, the heads of pages and running numbers."""
    one = form(name)
    said: dict[str, set[int]] = {}
    for quote in quotes(one):
        said.setdefault(quote.clause.id, set()).update(range(quote.start, quote.end))
    for part in one.parts():
        for clause in (n.clause for n in part.notes):
            said.setdefault(clause.id, set()).update(range(len(clause.text)))
    left = {}
    for clause in clauses(one):
        covered = said.get(clause.id, set())
        rest = "".join(c for n, c in enumerate(clause.text) if n not in covered)
        rest = re.sub(r"[\s_：:；，。、（）()□¹²年月日]|附件[\d.]+", "", rest)
        if rest:
            left[clause.id] = rest
    assert left == {}


def test_rows_that_repeat_are_named_with_the_words_that_let_them() -> None:
    told = {
        r.path: (r.label.text, r.printed, r.rows, r.quote.text if r.quote else "")
        for one in held().held
        for r in one.repeats()
        if one.id in ("community-recommendation", "industry-college-application", "consortium-list")
    }
    assert told == {
        "list.rows": ("市域产教联合体名称", 3, 1, ""),
        "1.schools": ("学校（含中等职业学校、高等职业学校、本科层次职业学校、普通高等学校）", 1, 1, "可自主添加行"),
        "1.institutes": ("科研机构", 1, 1, "可自主添加行"),
        "1.companies": ("上下游企业", 1, 1, "可自主添加行"),
        "1.associations": ("行业组织", 1, 1, "可自主添加行"),
        "1.others": ("其他单位", 1, 1, "可自主添加行"),
        "joint.units": ("联合申报单位情况", 1, 3, "如联合申报单位不止一家，可按此格式附后说明"),
    }


def test_years_units_and_sums() -> None:
    plan = [f for f in form("community-recommendation").fields() if f.path.startswith("2.")]
    assert len(plan) == 3 * 25
    assert {f.year for f in plan} == {2024, 2025, 2026}
    assert all(f.kind == "number" and f.unit and f"（{f.unit.text}）" in f.label.text for f in plan)
    for one in held().held:
        for f in one.fields():
            assert (f.kind == "number") or f.unit is None
    assert {(t.path, t.terms) for t in form("centre-recommendation").totals} >= {
        ("2.results", ("2.city_results", "2.provincial_results", "2.national_results")),
        ("1.investment", ("1.equipment", "1.premises", "1.other_investment")),
    }


def test_boxes_to_tick() -> None:
    told = {
        f.path: [o.quote.text for o in f.options] for f in form("industry-college-application").fields() if f.options
    }
    assert told["lead.ownership"] == ["公办", "民办"]
    assert told["joint.units.type"] == [
        "国家专精特新“小巨人”企业", "省级“专精特新”企业", "地方（地市级以上）中小企业中心", "行业协会", "产业园区", "其他",
    ]  # fmt: skip
    assert [o.quote.text for o in field("centre-recommendation", "cover.type").options] == [
        "学校实践中心",
        "企业实践中心",
        "公共实践中心",
    ]


def test_a_grid_has_numbers_where_the_form_counts_its_rows() -> None:
    for one in held().held:
        for part in one.parts():
            for block in part.blocks:
                if isinstance(block, Table):
                    numbers = [c for c in block.cells if any(isinstance(i, RowNumber) for i in c.items)]
                    assert all(any(r.row <= c.row < r.row + r.rows for r in block.repeats) for c in numbers)
