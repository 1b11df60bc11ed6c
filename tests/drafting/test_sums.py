"""The sums that a form's print implies, and those that sentences tell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.drafting.case import Case
from assistant.drafting.check_sums import found
from assistant.drafting.facts import FactSheet, Filled
from assistant.drafting.form import Total
from assistant.drafting.grounds import Law, grounds_of
from assistant.indexing import read
from assistant.precheck.facts import paper_of_facts
from assistant.precheck.prechecking import prechecked
from tests.drafting.lighthouse import FORM, TEXT, forms
from tests.drafting.test_corpus_forms import form
from tests.precheck.right import DAY

SUMS = FORM.replace(
    """[[section.block.row]]
clause = "a1.1.r2"
cells = [{ fill = "towers", years = true, kind = "number", unit = "座" }]
""",
    """[[section.block.row]]
clause = "a1.1.r2"
cells = [{ fill = "towers", years = true, kind = "number", unit = "座" }]
[[section.block.row]]
clause = "a1.1.r3"
cells = [{ print = "人员", tall = 3 }, { print = "守塔人（人）" }, { fill = "keepers", wide = 2, kind = "number", unit = "人" }]
[[section.block.row]]
clause = "a1.1.r4"
cells = [{ print = "船员（人）" }, { fill = "crew", wide = 2, kind = "number", unit = "人" }]
[[section.block.row]]
clause = "a1.1.r5"
cells = [{ print = "合计（人）" }, { fill = "all", wide = 2, kind = "number", unit = "人" }]
""",
)
SUMS_TEXT = TEXT.replace("2031 年\n\n二、", "2031 年\n人员\t守塔人（人）\n\t船员（人）\n\t合计（人）\n\n二、")


def test_a_sum_is_known_by_its_label_in_a_form_nobody_has_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.drafting.lighthouse.TEXT", SUMS_TEXT)
    held = forms(tmp_path, SUMS)
    assert held.notices == ()
    (made,) = held.held
    assert made.totals == (Total("1.all", ("1.keepers", "1.crew")),)
    texts = read(tmp_path)
    values = (("1.keepers", Decimal(3)), ("1.crew", Decimal(4)), ("1.all", Decimal(8)))
    sheet = FactSheet(forms=(Filled("lighthouse", values),))
    report = prechecked(made, paper_of_facts(made, sheet), sheet, Law(texts.cards, texts.guidelines), DAY)
    (point,) = (point for point in report.of("fail") if point.rule == "total")
    assert [spot.field for spot in point.spots] == ["1.all", "1.keepers", "1.crew"]
    assert point.quoted.startswith("合计")


def test_parts_of_a_whole_are_known_by_among() -> None:
    assert form("centre-recommendation").among == (Total("2.technicians", ("2.senior", "2.masters")),)
    assert form("consortium-recommendation").among == ()


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("三年投入100万元，其中2024年30万元、2025年30万元、2026年40万元。", []),
        ("三年投入100万元，其中2024年30万元、2025年30万元、2026年50万元。", [("sum_prose", True)]),
        ("职工共100人，其中研发人员40人、其他人员70人。", [("sum_prose", True)]),
        ("技术人员46人，其中高级职称18人、技能大师3人。", []),
        ("毕业生就业318人，其中职业院校246人、普通高校62人。", [("sum_prose", False)]),
        ("分别为620万元、680万元和750万元，三年合计2150万元。", [("sum_prose", True)]),
        ("分别为620万元、680万元和750万元，三年合计2050万元。", []),
        ("投入2600万元。经费来源为：财政投入900万元，自筹经费1500万元。", [("sum_prose", True)]),
        ("新增用工62人。分专业看，软件20人、硬件32人、其他专业20人。", [("sum_prose", True)]),
        ("岗位分布：研发岗占25%，生产岗占55%，管理岗占30%。", [("share_sum", True)]),
        ("有效回收率116%。", [("share", True)]),
        ("产值增长率116%，目标完成率103%。", []),
        ("开发课程1,200门，其中2024年600门、2025年600门。", []),
    ],
)
def test_sums_in_sentences(text: str, flags: list[tuple[str, bool]]) -> None:
    made = form("community-recommendation")
    case = Case(made, FactSheet(), {"5": text}, grounds_of(made, Law((), ())))
    assert [(flag.key, flag.sure) for _, flag in found(case)] == flags
