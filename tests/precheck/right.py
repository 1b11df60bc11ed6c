"""Every form of the corpus filled in rightly: sums add up, what is told twice agrees, texts tell what they must."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from assistant.drafting.facts import FactSheet, Filled, Record, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.drafting.grounds import Law
from assistant.indexing import read
from assistant.precheck.facts import paper_of_facts
from assistant.precheck.paper import Paper
from assistant.precheck.prechecking import Precheck
from assistant.precheck.report import Point, Report
from tests.drafting.completed import CORPUS, HELD

DAY = date(2024, 5, 10)
COLLEGE, COMPANY, PARK = "杭州钱塘职业技术学院", "杭州云帆装备股份有限公司", "杭州东江产业园区"
FACTS: Mapping[str, Value] = {
    "filled_on": "2024-05-08",
    "platform.founded": "2023-11",
    "lead_school.name": COLLEGE,
    "lead_company.name": COMPANY,
    "builder.name": COLLEGE,
    "park.name": PARK,
    "platform.head.name": "周明远",
    "lead_school.type": ("2",),
    "lead_school.ownership": ("1",),
    "platform.type": ("1",),
    "platform.district": "杭州市钱塘区",
    "secretariat.staff_names": "",
    "members.secondary_schools.names": "杭州第一中等职业学校、杭州第二中等职业学校",
    "members.secondary_schools.count": Decimal(2),
    "members.colleges.names": COLLEGE,
    "members.colleges.count": Decimal(1),
    "members.universities.names": "杭州江湾大学",
    "members.universities.count": Decimal(1),
    "members.departments.names": "杭州市钱塘区发展和改革局",
    "members.departments.count": Decimal(1),
    "members.companies.names": COMPANY,
    "members.companies.count": Decimal(1),
    "members.institutes.names": "杭州装备研究院",
    "members.institutes.count": Decimal(1),
    "members.organisations.names": "杭州市装备行业协会",
    "members.organisations.count": Decimal(1),
}
ROWS: Mapping[str, str] = {"schools": "杭州第一中等职业学校", "institutes": "杭州装备研究院", "companies": "杭州智造有限公司",
                           "associations": "杭州市装备行业协会", "others": "杭州市钱塘区总工会", "partners": COMPANY,
                           "units": "杭州小巨人精密有限公司"}  # fmt: skip


@cache
def law() -> Law:
    texts = read(CORPUS)
    return Law(texts.cards, texts.guidelines)


@cache
def checker() -> Precheck:
    return Precheck(law())


def reported(form: Form, paper: Paper, sheet: FactSheet | None = None, today: date = DAY) -> Report:
    return checker().report(form, paper, sheet or FactSheet(), today)


def of_values(form: Form, filled: Filled, today: date = DAY) -> Report:
    """The report on a form with these values."""
    sheet = FactSheet(forms=(filled,))
    return reported(form, paper_of_facts(form, sheet), sheet, today)


def fails(report: Report) -> list[tuple[str, str]]:
    return [(point.rule, point.key) for point in report.of("fail")]


def told(report: Report, rule: str) -> list[Point]:
    return [point for point in report.points if point.rule == rule]


def name_of(form: Form) -> str:
    """What a platform may be called that applies by the form."""
    ends = form.rule("naming")
    return f"杭州高端装备{ends.words[0] if ends is not None else '行业产教融合平台'}"


def right(form: Form, records: int = 1) -> Filled:
    """A form that no rule finds fault with."""
    numbers = _numbers(form)
    values: list[tuple[str, Value]] = []
    rows: dict[str, list[list[tuple[str, Value]]]] = {}
    for at, field in enumerate(form.fields()):
        if field.kind in ("signature", "seal"):
            continue
        if field.repeat:
            for number, record in enumerate(rows.setdefault(field.repeat, [[] for _ in range(records)])):
                record.append((field.path.removeprefix(f"{field.repeat}."), _in_row(field, at + number)))
        elif value := (numbers[field.path] if field.path in numbers else _value(form, field, at)):
            values.append((field.path, value))
    made: list[tuple[str, tuple[Record, ...]]] = [(path, tuple(map(tuple, held))) for path, held in rows.items()]
    return Filled(form.id, tuple(values), tuple(made))


def with_values(filled: Filled, told: Mapping[str, Value | None]) -> Filled:
    """The same with some values changed, None for taken away."""
    held = {**dict(filled.values), **told}
    return Filled(filled.form, tuple((k, v) for k, v in held.items() if v is not None), filled.rows)


def form(name: str) -> Form:
    return HELD[name]


def _numbers(form: Form) -> dict[str, Decimal]:
    made: dict[str, Decimal] = {}
    for at, field in enumerate(form.fields()):
        if field.kind == "number" and not field.repeat:
            told = FACTS.get(field.fact)
            share = field.unit is not None and field.unit.text in ("%", "％")
            made[field.path] = told if isinstance(told, Decimal) else Decimal(30 + at % 50 if share else 100 + at)
    for whole in form.among:
        made |= {path: Decimal(5 + n) for n, path in enumerate(whole.terms)}
    for total in form.totals:
        made[total.path] = sum((made[path] for path in total.terms), Decimal(0))
    return made


def _value(form: Form, field: Field, at: int) -> Value | None:
    if field.fact == "platform.name":
        return name_of(form)
    if field.fact == "secretariat.staff_names":
        staff = next(path for path, total in ((t.path, t) for t in form.totals) if path == "1.staff")
        return "、".join(f"职员{n}" for n in range(int(_numbers(form)[staff])))
    if field.fact in FACTS:
        return FACTS[field.fact]
    if field.options:
        return (field.options[0].id,)
    if field.kind == "date":
        return "2024-05-08"
    if field.kind in ("narrative", "opinion"):
        return text_for(field)
    return f"{field.fact or field.path}的内容"


def text_for(field: Field) -> str:
    """A text that tells every element and every year wanted, within the limit."""
    elements = [f"{element.quote.text}方面已有安排，由牵头单位统筹。" for element in field.elements]
    lines = elements or ["共同推进各项工作，由牵头单位统筹，成员单位分工落实。"]
    lines = [f"（{n}）{line}" for n, line in enumerate(lines, 1)]
    return "\n".join([*lines, *(f"{year}年按计划推进，服务20个项目。" for year in field.years)])


def _in_row(field: Field, at: int) -> Value:
    if field.options:
        return (field.options[0].id,)
    if field.kind == "number":
        return Decimal(at + 1)
    if field.kind == "date":
        return "2024-03-01" if "起" in field.label.text else "2024-04-01"
    if field.kind == "narrative":
        return text_for(field)
    name = ROWS.get(field.repeat.rpartition(".")[2], "杭州示范有限公司")
    if "单位名称" in field.label.text or "企业名称" in field.label.text:
        return name
    return "杭州市钱塘区" if "所在" in field.label.text else f"内容{at}"
