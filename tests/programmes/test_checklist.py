"""What to do in order: steps as written or derived, papers with copies and seals, days and windows of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.guideline.card import Facet, Point
from assistant.guideline.document import Guideline
from assistant.guideline.quote import span
from assistant.guideline.statement import Attribute, Statement
from assistant.guideline.values import Day
from assistant.programmes.checklist import Checklist, checklist
from assistant.programmes.dates import Dated, dated
from assistant.programmes.days import find_days, find_quarters
from tests.programmes.fixtures import clause
from tests.programmes.test_comparing import HEAD, cards, document

TODAY = date(2026, 1, 15)


def made(tmp_path: Path, held: Guideline, *files: str, today: date = TODAY) -> Checklist:
    return checklist(held.id, cards(tmp_path, (held,), *files), (held,), today)


def steps(found: Checklist) -> list[tuple[str, str, list[str], list[str], bool]]:
    return [
        (s.stage, s.state, [p.statement.quote.text for p in s.points], [d.day.isoformat() for d in s.dues], s.passed)
        for s in found.steps
    ]


PLAIN = document(
    "a",
    "牵头单位应为本科院校。",
    "申报单位填写申报书（加盖公章），一式4份。",
    "另附佐证材料1份。",
    "请于2026年3月31日前将申报书报送至海州市教育局。",
    "评审结果公示7天。",
    "通过认定的单位每年6月30日前报送年度总结报告。",
    "建设期满须提交验收报告。",
)


def test_steps_that_nobody_wrote_down_stand_in_the_usual_order(tmp_path: Path) -> None:
    found = made(tmp_path, PLAIN)
    assert not found.written
    assert [step[0] for step in steps(found)] == [
        "eligibility", "forms", "materials", "seal", "submission", "review", "public_notice", "afterwards",
    ]  # fmt: skip
    by_stage = {stage: rest for stage, *rest in steps(found)}
    assert by_stage["eligibility"] == ["stated", ["牵头单位应为本科院校"], [], False]
    assert by_stage["submission"][2:] == [["2026-03-31"], False]
    assert by_stage["review"] == ["unseen", [], [], False]
    assert by_stage["public_notice"][1] == ["评审结果公示7天"]
    assert "每年6月30日前报送年度总结报告" in by_stage["afterwards"][1][0]


def test_a_step_is_passed_the_day_after_its_deadline_and_no_sooner(tmp_path: Path) -> None:
    def passed(today: date) -> list[str]:
        return [s.stage for s in made(tmp_path, PLAIN, today=today).steps if s.passed]

    assert passed(date(2026, 3, 31)) == []
    assert passed(date(2026, 4, 1)) == ["forms", "submission"]


POINT = '[[point]]\nfacet = "process"\nquote = "{}"\n'
FLOW = document(
    "a",
    "申报单位填写申请表。",
    "学校将申请表报送至市教育局。",
    "市教育局对申报材料组织评审。",
    "市教育局公布名单。",
    "申请表须于2026年3月31日前报送。",
    "入选单位每年6月30日前报送年度总结报告。",
)
FLOW_CARD = HEAD.format("a") + "".join(
    POINT.format(quote)
    for quote in ("申报单位填写申请表", "学校将申请表报送至市教育局", "市教育局对申报材料组织评审", "市教育局公布名单")
)


def test_written_steps_keep_their_order_and_the_deadline_follows_the_last_hand_in(tmp_path: Path) -> None:
    found = made(tmp_path, FLOW, FLOW_CARD, today=date(2026, 4, 1))
    assert found.written
    assert [(stage, quotes, dues, passed) for stage, _, quotes, dues, passed in steps(found)] == [
        ("process", ["申报单位填写申请表"], [], False),
        ("process", ["学校将申请表报送至市教育局"], [], False),
        ("submission", ["申请表须于2026年3月31日前报送"], ["2026-03-31"], True),
        ("process", ["市教育局对申报材料组织评审"], [], False),
        ("process", ["市教育局公布名单"], [], False),
        ("afterwards", ["入选单位每年6月30日前报送年度总结报告"], [], False),
    ]


def test_a_deadline_in_the_words_of_a_step_belongs_to_that_step(tmp_path: Path) -> None:
    own = document("a", "高校于2026年2月1日前报送申请表。", "省教育厅于2026年3月1日前报送汇总表。", "部里组织评审。")
    card = HEAD.format("a") + "".join(
        POINT.format(quote)
        for quote in ("高校于2026年2月1日前报送申请表", "省教育厅于2026年3月1日前报送汇总表", "部里组织评审")
    )
    found = made(tmp_path, own, card, today=date(2026, 2, 2))
    assert [(dues, passed) for *_, dues, passed in steps(found)] == [
        (["2026-02-01"], True),
        (["2026-03-01"], False),
        ([], False),
    ]
    assert [(due.day.isoformat(), due.passed) for due in found.head.deadlines] == [
        ("2026-02-01", True),
        ("2026-03-01", False),
    ]


def test_a_step_named_by_the_heading_of_its_clause_is_told_with_the_clause(tmp_path: Path) -> None:
    texts = "（一）高校报名。高校于2026年2月1日前报送申请表。", "（二）专家评审。部里组织评审。"
    plain = document("a", *texts)
    headed = [replace(c, label=c.text[:3], heading=c.text[3:7]) for c in plain.clauses]
    card = HEAD.format("a") + POINT.format("（一）高校报名") + POINT.format("（二）专家评审")
    found = made(tmp_path, replace(plain, clauses=tuple(headed)), card, today=date(2026, 2, 2))
    assert [([q.text for q in s.quotes], s.passed) for s in found.steps] == [
        (["高校报名。高校于2026年2月1日前报送申请表。"], True),
        (["专家评审。部里组织评审。"], False),
    ]


def test_papers_are_told_once_with_their_copies_and_seals_and_when_they_are_due(tmp_path: Path) -> None:
    found = made(tmp_path, PLAIN)
    told = [
        (p.phase, p.name, *([q.statement.quote.text for q in ps] for ps in (p.copies, p.seals))) for p in found.papers
    ]
    assert told == [
        ("application", "申报书", ["一式4份"], ["申报单位填写申报书（加盖公章）"]),
        ("application", "佐证材料", ["另附佐证材料1份"], []),
        ("afterwards", "验收报告", [], []),
        ("yearly", "年度总结报告", [], []),
    ]
    assert len(found.papers[0].points) == 2


def test_copies_in_a_sentence_of_two_papers_are_nobodys_but_those_that_share_their_words(tmp_path: Path) -> None:
    two = made(tmp_path, document("a", "申报单位提交申报书和佐证材料，全部装订，一式5份。"))
    assert [(p.name, len(p.copies)) for p in two.papers] == [("申报书", 0), ("佐证材料", 0)]
    assert [len(c.points) for c in two.details if c.facet == "copies"] == [1]


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("申报单位经校长办公会批准后提交申报书。", "application"),
        ("申请认定的单位应提交申报书。", "application"),
        ("收到立项通知后提交建设规划。", "afterwards"),
        ("通过认定的单位须提交建设方案。", "afterwards"),
        ("单位每年12月底前报送工作总结。", "yearly"),
    ],
)
def test_when_a_paper_is_due_follows_from_what_stands_before_it(tmp_path: Path, text: str, phase: str) -> None:
    assert {paper.phase for paper in made(tmp_path, document("a", text)).papers} == {phase}


def test_what_a_reviewer_found_unregulated_is_told_from_what_nobody_found(tmp_path: Path) -> None:
    card = HEAD.format("a") + 'silent = ["deadline", "seal", "naming"]\n'
    found = made(tmp_path, document("a", "牵头单位应为本科院校。"), card)
    states = {c.facet: c.state for c in found.details}
    assert (states["deadline"], states["seal"], states["naming"]) == ("silent", "silent", "silent")
    assert (states["copies"], states["contact"]) == ("unseen", "unseen")
    assert found.head.deadlines == ()


def test_a_facet_with_a_conflict_is_told_whatever_it_is(tmp_path: Path) -> None:
    card = HEAD.format("a") + (
        '[[conflict]]\nfacet = "lead"\ngoverns = 1\nzh = "两处不一"\nen = "two places differ"\n'
        'quotes = ["牵头单位应为本科院校", "评审结果公示7天"]\n'
    )
    (lead,) = [c for c in made(tmp_path, PLAIN, card).details if c.facet == "lead"]
    assert [c.governs for c in lead.conflicts] == [0]


def test_a_programme_with_kinds_names_them(tmp_path: Path) -> None:
    held = document("c", "甲类中心由职业院校牵头申报。", kinds=(("one", "甲类中心"), ("two", "乙类中心")))
    found = checklist("c", cards(tmp_path, (held,)), (held,), TODAY)
    assert found.kinds == ("c/one", "c/two")
    assert found.steps[0].state == "kinds"


def test_a_later_deadline_goes_before_the_one_it_replaced(tmp_path: Path) -> None:
    held = replace(PLAIN, programmes=(replace(PLAIN.programmes[0], deadline=date(2026, 5, 1)),))
    found = made(tmp_path, held, today=date(2026, 4, 1))
    assert [due.day for due in found.head.deadlines] == [date(2026, 5, 1)]
    assert not [s for s in found.steps if s.passed]
    assert [s.stage for s in found.steps if [d.day for d in s.dues] == [date(2026, 5, 1)]] == ["forms", "submission"]
    assert [(d.last, d.replaced) for d in found.dates if d.facet == "deadline"] == [(date(2026, 3, 31), True)]


def test_words_that_name_a_day_that_was_moved_are_told_with_the_new_one(tmp_path: Path) -> None:
    old = document("a", "请于2026年3月1日前报送申报书。")
    old = replace(old, programmes=(replace(old.programmes[0], deadline=date(2026, 5, 1)),))
    point = '[[point]]\nfacet = "material"\nquote = "请于2026年3月1日前报送申报书"\ntext = "申报书"\n'
    rejected = '[[rejected]]\nattribute = "deadline"\nquote = "请于2026年3月1日前报送申报书"\n'
    found = made(tmp_path, old, HEAD.format("a") + point + rejected, today=date(2026, 4, 1))
    assert [(s.stage, [d.day for d in s.dues], s.passed) for s in found.steps if s.dues] == [
        ("forms", [date(2026, 5, 1)], False),
        ("submission", [date(2026, 5, 1)], False),
    ]


def point(text: str, facet: Facet, attribute: Attribute) -> Point:
    """A point whose value is the day, else the quarter, else nothing that the text names."""
    held = clause(text)
    days, quarters = find_days(text), find_quarters(text)
    value: Day | str | None = None
    if days:
        yearly = attribute == "yearly"
        value = replace(days[0], year=None) if yearly else days[0]
    elif quarters:
        value = text[quarters[0].start : quarters[0].end]
    quote = span(held, 0, len(text))
    said = Statement((), attribute, "", (), "", "max", value, "must", False, (), quote)
    return Point(facet, said, "extracted")


def one(text: str, facet: Facet, attribute: Attribute, today: date = TODAY) -> Dated:
    from assistant.guideline.card import Card

    (found,) = dated(Card("a", "", None, (point(text, facet, attribute),)), today)
    return found


@pytest.mark.parametrize(
    ("text", "today", "kind", "first", "last"),
    [
        ("每年6月30日前报送", TODAY, "yearly", "2026-06-30", "2026-06-30"),
        ("每年1月15日前报送", TODAY, "yearly", "2026-01-15", "2026-01-15"),
        ("每年1月14日前报送", TODAY, "yearly", "2027-01-14", "2027-01-14"),
        ("每年2月29日前报送", TODAY, "yearly", "2028-02-29", "2028-02-29"),
        ("每年12月底之前报送", TODAY, "yearly", "2026-12-31", "2026-12-31"),
        ("每年2月底前报送", TODAY, "yearly", "2026-02-28", "2026-02-28"),
        ("每年2月末前报送", date(2028, 1, 1), "yearly", "2028-02-29", "2028-02-29"),
        ("每年3月报送", TODAY, "window", "2026-03-01", "2026-03-31"),
        ("每年第一季度完成", TODAY, "window", "2026-01-01", "2026-03-31"),
        ("每年第一季度完成", date(2026, 3, 31), "window", "2026-01-01", "2026-03-31"),
        ("每年第一季度完成", date(2026, 4, 1), "window", "2027-01-01", "2027-03-31"),
        ("每年第四季度完成", TODAY, "window", "2026-10-01", "2026-12-31"),
        ("每年6月前报送", TODAY, "words", None, None),
        ("每年6月初报送", TODAY, "words", None, None),
        ("每年6月上旬报送", TODAY, "words", None, None),
        ("每年报送", TODAY, "words", None, None),
    ],
)
def test_a_yearly_day_is_the_next_one_and_nothing_is_made_up(
    text: str, today: date, kind: str, first: str | None, last: str | None
) -> None:
    found = one(text, "yearly", "yearly", today)
    days = [day.isoformat() if day else None for day in (found.first, found.last)]
    assert (found.kind, *days, found.passed) == (kind, first, last, False)
    assert found.month_end == ("底" in text or "末" in text)


@pytest.mark.parametrize(
    ("text", "facet", "attribute", "kind", "last", "passed"),
    [
        ("2026年1月15日前报送", "deadline", "deadline", "day", "2026-01-15", False),
        ("2026年1月14日前报送", "deadline", "deadline", "day", "2026-01-14", True),
        ("2026年2月底前报送", "deadline", "deadline", "day", "2026-02-28", False),
        ("2026年2月前报送", "deadline", "deadline", "words", None, False),
        ("11月15日前报送", "deadline", "deadline", "words", None, False),
        ("2026年2月30日前报送", "deadline", "deadline", "words", None, False),
        ("自2026年9月8日起实施", "in_force", "in_force", "day", "2026-09-08", False),
        ("公示5个工作日", "public_notice", "period", "words", None, False),
        ("年度数据截止时间为12月31日", "yearly", "standing", "words", None, False),
    ],
)
def test_a_day_needs_its_year_and_a_period_is_no_day(
    text: str, facet: Facet, attribute: Attribute, kind: str, last: str | None, passed: bool
) -> None:
    found = one(text, facet, attribute)
    assert (found.kind, found.last.isoformat() if found.last else None, found.passed) == (kind, last, passed)
