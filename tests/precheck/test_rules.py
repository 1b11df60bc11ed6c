"""Each rule of a 预审 on forms that are right but for one thing: kept, broken, or not to be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assistant.drafting.facts import FactSheet, Value
from assistant.drafting.form import Form
from assistant.precheck.facts import paper_of_facts
from assistant.precheck.paper import Look, Page, Paper
from assistant.precheck.report import RULES, Outcome, Point, Report
from assistant.precheck.rule_deadline import on
from tests.drafting.completed import HELD
from tests.precheck.right import DAY, fails, form, of_values, reported, right, told, with_values

CONSORTIUM, COMMUNITY, CENTRE = (f"{name}-recommendation" for name in ("consortium", "community", "centre"))
COLLEGE, SUMMARY, PLAN, LIST = "industry-college-application", "community-annual-summary", "centre-plan", "centre-list"


def check(name: str, values: dict[str, Value | None] | None = None, today: date = DAY) -> Report:
    made = form(name)
    return of_values(made, with_values(right(made), values or {}), today)


def text_of(name: str, path: str, more: str) -> dict[str, Value | None]:
    """A text with some more words at its end."""
    return {path: f"{dict(right(form(name)).values)[path]}\n{more}"}


def points(found: Report, rule: str, outcome: Outcome) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.key, tuple(s.field for s in p.spots)) for p in found.of(outcome) if p.rule == rule]


@pytest.mark.parametrize("name", HELD)
def test_a_form_that_is_right_has_no_fault(name: str) -> None:
    assert fails(check(name)) == []
    three = right(form(name), 3)
    assert [rule for rule, _ in fails(of_values(form(name), three)) if rule != "eligibility"] == []


@pytest.mark.parametrize("name", HELD)
def test_points_are_in_the_order_of_the_rules_and_name_fields(name: str) -> None:
    report = check(name)
    order = [RULES.index(point.rule) for point in report.points]
    assert order == sorted(order)
    fields = {field.path for field in form(name).fields()}
    records = {f"{field.repeat}.1.{field.path.removeprefix(f'{field.repeat}.')}" for field in form(name).fields()}
    for point in report.points:
        for spot in point.spots:
            assert spot.field in fields | records
            assert spot.label
            assert len(spot.words) <= 60


FAULTS: list[tuple[str, dict[str, Value | None], str, str, tuple[str, ...]]] = [
    (COMMUNITY, {"6": "牵头企业出台专项支持政策，做好资源投入。" * 30}, "limit", "limit_over", ("6",)),
    (CENTRE, {"5.2.4": "2024年、2025年、2026年管理体制机制完善目标、计划。" * 25}, "limit", "limit_over_same", ("5.2.4",)),
    (CENTRE, {"5.2.1": "2024年、2025年、2026年对外学生实习实训项目20个、效益。" * 25}, "limit", "limit_over_strict", ("5.2.1",)),
    (SUMMARY, {"1": "共同体情况。" * 900}, "whole_limit", "whole_over", ()),
    (COMMUNITY, {"1.head_phone": None}, "empty", "empty", ("1.head_phone",)),
    (COMMUNITY, {"2.ordered.2024": None, "2.ordered.2026": None}, "empty", "empty_number", ("2.ordered.2024", "2.ordered.2026")),
    (COMMUNITY, {"5": None}, "empty", "empty_prose", ("5",)),
    (CENTRE, {"cover.type": ()}, "empty", "empty_choice", ("cover.type",)),
    (COMMUNITY, {"1.head": "待定"}, "placeholder", "placeholder", ("1.head",)),
    (COMMUNITY, {"1.head_post": "XXX公司副总经理"}, "placeholder", "placeholder", ("1.head_post",)),
    (COMMUNITY, {"1.head": "____"}, "placeholder", "placeholder", ("1.head",)),
    (COMMUNITY, {"1.head": "×××"}, "placeholder", "placeholder", ("1.head",)),
    (CONSORTIUM, {"2.team_awards": "(不超过100字)"}, "placeholder", "guidance_left", ("2.team_awards",)),
    (CENTRE, {"1.investment": Decimal(1)}, "total", "total", ("1.investment", "1.equipment", "1.premises", "1.other_investment")),
    (CENTRE, {"2.senior": Decimal(900)}, "total", "among", ("2.technicians", "2.senior")),
    (CONSORTIUM, {"1.companies": Decimal(4), "1.company_names": "杭州云帆装备股份有限公司、杭州智造有限公司"}, "total", "listed_wrong", ("1.companies", "1.company_names")),
    (COMMUNITY, text_of(COMMUNITY, "6", "培训员工300人，其中2024年100人、2025年100人、2026年150人。"), "total", "sum_prose", ("6",)),
    (COMMUNITY, {"1.name": "另一个平台"}, "same_figure", "same_differs", ("cover.name", "1.name")),
    (COMMUNITY, text_of(COMMUNITY, "5", "2024年开发专业核心课程数量达到7门。"), "same_figure", "prose", ("5", "2.core_courses.2024", "2.core_courses.2025", "2.core_courses.2026")),
    (CONSORTIUM, text_of(CONSORTIUM, "4", "到2030年建成联合体。"), "year", "year_range", ("4",)),
    (CONSORTIUM, text_of(CONSORTIUM, "4", "2026年已建成联合体。"), "year", "year_done", ("4",)),
    (COMMUNITY, text_of(COMMUNITY, "4", "2027年已完成章程修订。"), "year", "year_to_come", ("4",)),
    (CENTRE, {"5.2.2": "社会培训项目20个，效益明显：2024年做好，2026年做好。"}, "year", "year_missing", ("5.2.2",)),
    (COMMUNITY, {"cover.date": "2024年2月30日"}, "year", "no_day", ("cover.date",)),
    (COMMUNITY, {"cover.date": "2024-05-16"}, "year", "dated_late", ("cover.date",)),
    (CENTRE, {"cover.name": "杭州钱塘职业技术学院产教融合实践中心", "1.name": "杭州钱塘职业技术学院产教融合实践中心"}, "naming", "not_named", ("cover.name", "1.name")),
    (CENTRE, text_of(CENTRE, "4.1", "部署MES两套。"), "abbreviation", "abbreviation", ("4.1",)),
    (CENTRE, text_of(CENTRE, "4.1", "承担绝密级项目。"), "secret", "secret", ("4.1",)),
    (CONSORTIUM, {"2.employment.2023": Decimal("101")}, "share", "share", ("2.employment.2023",)),
    (COMMUNITY, text_of(COMMUNITY, "6", "企业投资可按投资额的35%抵免当年应缴教育费附加。"), "share", "rate", ("6",)),
    (COMMUNITY, text_of(COMMUNITY, "6", "成员企业减免房产税。"), "levy", "levy", ("6",)),
    (CONSORTIUM, {"2.sales": "3亿元"}, "unit", "number_unit", ("2.sales",)),
    (CONSORTIUM, {"2.sales": "很多"}, "unit", "number_none", ("2.sales",)),
    (COMMUNITY, {"cover.lead_company": "杭州市装备行业协会", "1.company": "杭州市装备行业协会"}, "eligibility", "unit_slot", ("cover.lead_company",)),
    (CONSORTIUM, {"cover.park": "宁波东江产业园区"}, "eligibility", "unit_unmet", ("cover.park",)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "rule", "key", "fields"), FAULTS)
def test_one_fault_fails_one_rule_at_its_place(
    name: str, values: dict[str, Value | None], rule: str, key: str, fields: tuple[str, ...]
) -> None:
    report = check(name, values)
    assert (key, fields) in points(report, rule, "fail")
    assert {one for one, _ in fails(report)} - {rule} <= ALSO.get(key, set())
    (point,) = (p for p in report.of("fail") if p.key == key and tuple(s.field for s in p.spots) == fields)
    assert point.quoted or key in WITHOUT_CLAUSE


WITHOUT_CLAUSE = {
    "empty", "empty_number", "empty_prose", "empty_choice", "placeholder", "sum_prose", "year_to_come",
}  # fmt: skip
ALSO = {"year_range": {"same_figure"}, "no_day": {"deadline"}}

OPEN: list[tuple[str, dict[str, Value | None], str, str]] = [
    (CONSORTIUM, {"1.organisations": None, "1.organisation_names": None}, "empty", "empty_others"),
    (CENTRE, {"7.1": None}, "empty", "empty_opinion"),
    (COLLEGE, {"lead.projects": ("1", "2")}, "empty", "choice_several"),
    (COMMUNITY, text_of(COMMUNITY, "6", "具体数额待核实。"), "placeholder", "placeholder_open"),
    (COMMUNITY, {"6": "（不超过500字，包括但不限于）各单位都出一份力。"}, "element", "element_open"),
    (CENTRE, {"1.equipment": None, "1.investment": Decimal(900)}, "total", "total_open"),
    (CONSORTIUM, {"1.companies": Decimal(8), "1.company_names": "杭州云帆装备股份有限公司等"}, "total", "listed_open"),
    (COMMUNITY, {"1.head": "周明远（董事长）", "cover.name": "杭州高端装备行业产教融合平台（筹）"}, "same_figure", "same_more"),
    (COMMUNITY, {"cover.date": "五月上旬"}, "year", "day_unread"),
    (CENTRE, {"5.2.2": "社会培训项目每年20个，效益逐年提高。"}, "year", "year_open"),
    (CENTRE, {"cover.name": "杭州实训基地", "1.name": "杭州实训基地"}, "naming", "naming"),
    (CENTRE, text_of(CENTRE, "4.1", "配置VMC850型加工中心。"), "abbreviation", "abbreviation"),
    (CENTRE, text_of(CENTRE, "4.1", "完善涉密人员管理。"), "secret", "secret"),
    (CONSORTIUM, {"2.sales": "约3000万元"}, "unit", "number_about"),
    (CONSORTIUM, {"2.sales": "见附表3"}, "unit", "number_unread"),
    (COMMUNITY, {}, "eligibility", "unit_unknown"),
    (COMMUNITY, {}, "attachment", "attach_copies"),
    (COMMUNITY, {}, "attachment", "attach_proofs"),
    (CONSORTIUM, {}, "attachment", "attach_bound_apart"),
    (CONSORTIUM, {}, "font", "font_unseen"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "rule", "key"), OPEN)
def test_what_cannot_be_told_is_neither_kept_nor_broken(
    name: str, values: dict[str, Value | None], rule: str, key: str
) -> None:
    report = check(name, values)
    assert key in [found for found, _ in points(report, rule, "unknown")]
    assert rule not in [one for one, _ in fails(report)]


def test_optional_and_none_are_no_fault() -> None:
    values: dict[str, Value | None] = {"1.institutes": Decimal(0), "1.institute_names": None, "2.team_awards": "无"}
    assert fails(check(CONSORTIUM, values)) == []


def test_what_holds_is_told_as_well() -> None:
    passed = {(point.rule, point.key) for name in (CONSORTIUM, CENTRE, SUMMARY) for point in check(name).of("pass")}
    assert passed >= {
        ("limit", "limit_within"), ("whole_limit", "whole_within"), ("empty", "empty_none"), ("unit", "numbers_read"),
        ("placeholder", "placeholder_none"), ("element", "element_told"), ("total", "totals_hold"),
        ("same_figure", "same_told"), ("same_figure", "same_prose"), ("naming", "naming_held"), ("share", "share_held"),
        ("abbreviation", "abbreviation_held"), ("secret", "secret_held"), ("eligibility", "unit_met"),
        ("deadline", "in_time"),
    }  # fmt: skip


def test_rows() -> None:
    made = right(form(COMMUNITY))
    rows = dict(made.rows)
    rows["1.schools"] = ((("name", "杭州第一中等职业学校"),),)
    rows["1.others"] = ((("name", "无"),),)
    del rows["1.institutes"]
    found = of_values(form(COMMUNITY), replace(made, rows=tuple(rows.items())))
    assert points(found, "empty", "fail") == [
        ("empty_row", tuple(f"1.schools.1.{column}" for column in ("district", "code", "proof")))
    ]
    assert points(found, "empty", "unknown") == [("empty_kind", ("1.institutes.name",))]
    nothing = of_values(form(LIST), replace(right(form(LIST)), rows=()))
    assert points(nothing, "empty", "fail") == [
        ("empty_list", ("list.schools.name", "list.public.name", "list.companies.name"))
    ]


def test_a_record_that_ends_before_it_begins() -> None:
    made = right(form(PLAN))
    rows = {
        path: tuple(tuple((k, "2024-02-01" if k == "to" else v) for k, v in one) for one in held)
        for path, held in made.rows
    }
    found = of_values(form(PLAN), replace(made, rows=tuple(rows.items())))
    assert points(found, "year", "fail") == [("turned", ("3.rows.1.from", "3.rows.1.to"))]


BUILT = "一、联合开发教学资源和教学装备\n开发课程20门。\n二、联合开展技能人才培养\n培养学徒100人。\n三、开展岗前培训、岗位培训和继续教育\n办班30期。"


def test_an_element_is_missing_for_sure_only_in_a_text_built_after_the_guidance() -> None:
    found = check(COMMUNITY, {"5": BUILT})
    told_here = {dict(p.values)["element"]: p.outcome for p in told(found, "element") if p.spots[0].field == "5"}
    assert told_here["联合开展技能人才培养"] == "pass"
    assert told_here["建设技术创新中心"] == "fail"
    loose = check(COMMUNITY, {"5": "各单位一起出力，办好各件事情。"})
    assert {p.outcome for p in told(loose, "element") if p.spots[0].field == "5"} == {"unknown"}


def test_marks_and_bare_headings_tell_no_element() -> None:
    mark = (
        "（一）共同体组织机构。设理事会。\n（二）实体化运作机制。【待补充：实体化运作机制】\n（三）专门机构工作机制。"
    )
    found = check(COMMUNITY, {"4": mark})
    told_here = {dict(p.values)["element"]: p.outcome for p in told(found, "element") if p.spots[0].field == "4"}
    assert told_here["共同体组织机构"] == "pass"
    assert "pass" not in (told_here["实体化运作机制"], told_here["专门机构工作机制"])


@pytest.mark.parametrize(
    ("name", "today", "outcome", "key", "values"),
    [
        (COMMUNITY, date(2024, 5, 1), "pass", "in_time", {"day": "2024-05-15", "n": "14"}),
        (COMMUNITY, date(2024, 5, 15), "pass", "last_day", {"day": "2024-05-15", "n": "0"}),
        (COMMUNITY, date(2024, 5, 16), "fail", "late", {"day": "2024-05-15", "n": "1"}),
        (SUMMARY, date(2026, 11, 20), "pass", "yearly", {"day": "2026-12-15", "n": "25"}),
        (SUMMARY, date(2026, 12, 20), "unknown", "yearly_late", {"day": "2026-12-15", "n": "5", "next": "2027-12-15"}),
        (PLAN, date(2026, 2, 1), "pass", "yearly", {"day": "2026-03-31", "n": "58"}),
        (PLAN, date(2026, 11, 20), "unknown", "yearly_late", {"day": "2026-03-31", "n": "234", "next": "2027-03-31"}),
    ],
)  # fmt: skip
def test_the_last_day(name: str, today: date, outcome: str, key: str, values: dict[str, str]) -> None:
    (point,) = told(check(name, today=today), "deadline")
    assert (point.outcome, point.key, dict(point.values)) == (outcome, key, values)
    assert point.quoted


def test_the_twenty_ninth_of_february_comes_every_year() -> None:
    assert (on(2023, "02-29"), on(2024, "02-29")) == (date(2023, 2, 28), date(2024, 2, 29))


def paper(name: str, **more: object) -> Paper:
    made = form(name)
    held = paper_of_facts(made, FactSheet(forms=(right(made),)))
    return replace(held, source="word", **more)  # type: ignore[arg-type]


def of_paper(name: str, **more: object) -> list[Point]:
    return list(reported(form(name), paper(name, **more)).points)


def rule(found: list[Point], name: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(p.outcome, p.key, tuple(s.field for s in p.spots)) for p in found if p.rule == name]


def test_print_that_is_gone() -> None:
    assert rule(of_paper(COMMUNITY), "form") == [("pass", "form_whole", ())]
    gone = of_paper(COMMUNITY, missing=("六、保障支持",), unread=("6",), text="x")
    assert rule(gone, "form") == [("fail", "form_missing", ("", "6"))]
    assert rule(gone, "limit") == [("pass", "limit_within", (path,)) for path in ("3", "4", "5")]
    unread = of_paper(COMMUNITY, unread=("1.head", "1.head_phone"))
    assert rule(unread, "form") == [("unknown", "form_unread", ("1.head", "1.head_phone"))]
    assert rule(of_paper(COMMUNITY, hidden=("看不见",), tracked=True), "form")[:2] == [
        ("unknown", "form_hidden", ("",)), ("unknown", "form_tracked", ()),
    ]  # fmt: skip


def test_labels_inside_a_section_that_is_gone_are_told_with_it() -> None:
    lost = of_paper(PLAN, missing=("(二)企业培训及技术服务需求清单", "企业培训需求清单", "企业名称", "培训需求"))
    assert [point.values for point in lost if point.key == "form_missing"] == [
        (("words", "(二)企业培训及技术服务需求清单"),)
    ]


LOOK = Look("3", "3.特色与创新", "一、", ("仿宋_GB2312",), (12.0,), (16.0,))
A4 = Page(21.0, 29.7)


@pytest.mark.parametrize(
    ("look", "found"),
    [
        (LOOK, {"font": "pass", "size": "pass", "line_spacing": "pass"}),
        (replace(LOOK, fonts=("FangSong_GB2312",)), {"font": "pass"}),
        (replace(LOOK, fonts=("宋体",)), {"font": "fail"}),
        (replace(LOOK, fonts=("仿宋_GB2312", "黑体")), {"font": "fail"}),
        (replace(LOOK, fonts=("仿宋",)), {"font": "unknown"}),
        (replace(LOOK, sizes=(14.0,)), {"size": "fail"}),
        (replace(LOOK, pitches=(None,)), {"line_spacing": "fail"}),
        (replace(LOOK, pitches=(18.0,)), {"line_spacing": "fail"}),
        (replace(LOOK, field="cover.name", sizes=(22.0,)), {"size": "pass"}),
        (replace(LOOK, field="", fonts=("黑体",)), {"font": "pass"}),
    ],
)
def test_looks(look: Look, found: dict[str, str]) -> None:
    made = of_paper(CONSORTIUM, looks=(look,), page=A4)
    for name, outcome in found.items():
        ((told_outcome, _, fields),) = rule(made, name)
        assert told_outcome == outcome
        assert outcome != "fail" or fields == ("3",)


def test_paper() -> None:
    assert [one[:2] for one in rule(of_paper(CONSORTIUM, page=A4), "paper")] == [("pass", "paper_kept")]
    assert [one[:2] for one in rule(of_paper(CONSORTIUM, page=Page(29.7, 21.0)), "paper")] == [("pass", "paper_kept")]
    assert [one[:2] for one in rule(of_paper(CONSORTIUM, page=Page(21.6, 27.9)), "paper")] == [("fail", "paper_other")]
    assert rule(of_paper(COMMUNITY, page=Page(21.6, 27.9)), "paper") == []


def test_what_two_units_are_is_forgotten_with_the_report() -> None:
    from tests.precheck.right import checker

    made: Form = form(COMMUNITY)
    check(COMMUNITY)
    assert all(not sheet.known for sheet in checker().known(made).grounds.criteria)
