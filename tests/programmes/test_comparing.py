"""Programmes side by side: what each cell says and why, and whether a row agrees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.guideline.card import FACETS, Card, Facet
from assistant.guideline.document import Guideline, Programme
from assistant.guideline.quote import span
from assistant.programmes.card_files import read_cards
from assistant.programmes.cards import reviewed
from assistant.programmes.cells import distinct, tight
from assistant.programmes.comparing import Cell, Comparison, compare
from assistant.programmes.extract import extract
from tests.programmes.fixtures import clause, guideline

TODAY = date(2026, 1, 15)
HEAD = 'programme = "{}"\nchecked_by = "maintainers"\nchecked_on = 2026-01-02\n'


def document(name: str, *texts: str, kinds: tuple[tuple[str, str], ...] = ()) -> Guideline:
    """A document of one programme of the same id, with kinds, one clause a line."""
    held = [Programme(name, name, (f"{name}计划",)), *(Programme(f"{name}/{k}", name, (n,)) for k, n in kinds)]
    clauses = [replace(clause(text, n), document=name) for n, text in enumerate(texts)]
    plain = guideline(*clauses, programmes=tuple(held))
    return replace(plain, id=name, entry=replace(plain.entry, file=f"{name}.txt"))


def cards(tmp_path: Path, documents: tuple[Guideline, ...], *files: str) -> tuple[Card, ...]:
    for number, file in enumerate(files):
        (tmp_path / f"{number}.toml").write_text(file, "utf-8")
    return reviewed(documents, extract(documents), read_cards(tmp_path)).cards


def side_by_side(
    tmp_path: Path, documents: tuple[Guideline, ...], *files: str, names: tuple[str, ...] = (), facet: Facet
) -> tuple[str, list[tuple[str, list[str], bool]]]:
    held = cards(tmp_path, documents, *files)
    found = compare(names or tuple(g.id for g in documents), (facet,), held, documents, TODAY)
    (row,) = found.rows
    return row.agreement, [(c.state, [q.text for q in c.quotes], c.reviewed) for c in row.cells]


FIVE = document("a", "联合申报单位不超过5家。")
FIVE_TOO = document("b", "本项目的联合申报单位不超过 5 家。")
SIX = document("b", "联合申报单位不超过6家。")
SILENT = document("b", "欢迎咨询。")


def test_the_same_value_in_other_words_is_the_same(tmp_path: Path) -> None:
    assert side_by_side(tmp_path, (FIVE, FIVE_TOO), facet="partner_count") == (
        "same",
        [("stated", ["联合申报单位不超过5家"], False), ("stated", ["本项目的联合申报单位不超过 5 家"], False)],
    )


def test_another_value_in_the_same_words_is_different(tmp_path: Path) -> None:
    agreement, said = side_by_side(tmp_path, (FIVE, SIX), facet="partner_count")
    assert agreement == "different"
    assert [quotes for _, quotes, _ in said] == [["联合申报单位不超过5家"], ["联合申报单位不超过6家"]]


@pytest.mark.parametrize(
    ("one", "other", "facet"),
    [
        ("牵头单位应为本科院校。", "牵头单位一般为本科院校。", "lead"),
        ("其中企业导师占导师队伍的比例不低于30%。", "设备经费占总经费的比例不低于30%。", "ratio"),
        ("已具有3年以上校企合作基础。", "已具有2年以上校企合作基础。", "cooperation"),
        ("公示期一周。", "公示5个工作日。", "public_notice"),
    ],
)
def test_modality_measure_and_unit_make_a_difference(tmp_path: Path, one: str, other: str, facet: Facet) -> None:
    agreement, said = side_by_side(tmp_path, (document("a", one), document("b", other)), facet=facet)
    assert [state for state, _, _ in said] == ["stated", "stated"]
    assert agreement == "different"


def test_what_nobody_found_and_nobody_reviewed_is_unseen_and_the_row_unsure(tmp_path: Path) -> None:
    assert side_by_side(tmp_path, (FIVE, SILENT), facet="partner_count") == (
        "unsure",
        [("stated", ["联合申报单位不超过5家"], False), ("unseen", [], False)],
    )


def test_silence_is_said_only_where_a_reviewer_found_it(tmp_path: Path) -> None:
    silent = HEAD.format("b") + 'silent = ["partner_count"]\n'
    assert side_by_side(tmp_path, (FIVE, SILENT), silent, facet="partner_count") == (
        "different",
        [("stated", ["联合申报单位不超过5家"], False), ("silent", [], True)],
    )
    assert side_by_side(tmp_path, (FIVE, SILENT), silent, facet="naming") == (
        "unsure",
        [("unseen", [], False), ("unseen", [], False)],
    )


def test_two_silent_programmes_agree(tmp_path: Path) -> None:
    files = [HEAD.format(name) + 'silent = ["naming"]\n' for name in "ab"]
    agreement, said = side_by_side(tmp_path, (FIVE, SILENT), *files, facet="naming")
    assert (agreement, [state for state, _, _ in said]) == ("same", ["silent", "silent"])


def test_a_reviewed_point_is_told_as_reviewed(tmp_path: Path) -> None:
    point = '[[point]]\nfacet = "naming"\nquote = "命名为“示范点”"\n'
    named = document("a", "通过的单位命名为“示范点”。")
    agreement, said = side_by_side(tmp_path, (named, SILENT), HEAD.format("a") + point, facet="naming")
    assert said[0] == ("stated", ["命名为“示范点”"], True)
    assert agreement == "unsure"


CENTRE = document(
    "c",
    "甲类中心由职业院校牵头申报。",
    "乙类中心由企业牵头申报。",
    "市域外单位不得作为牵头单位。",
    kinds=(("one", "甲类中心"), ("two", "乙类中心")),
)


def test_kinds_of_a_programme_are_compared_with_each_other_and_with_the_whole(tmp_path: Path) -> None:
    held = cards(tmp_path, (CENTRE,))
    found = compare(("c/one", "c/two", "c"), ("lead",), held, (CENTRE,), TODAY)
    (row,) = found.rows
    assert [[q.text for q in c.quotes] for c in row.cells] == [
        ["甲类中心由职业院校牵头申报", "市域外单位不得作为牵头单位"],
        ["乙类中心由企业牵头申报", "市域外单位不得作为牵头单位"],
        ["市域外单位不得作为牵头单位"],
    ]
    assert [c.kinds for c in row.cells] == [(), (), ("c/one", "c/two")]
    assert row.agreement == "different"


def test_where_only_the_kinds_say_something_the_whole_says_so(tmp_path: Path) -> None:
    only = document("c", "甲类中心由职业院校牵头申报。", kinds=(("one", "甲类中心"), ("two", "乙类中心")))
    found = compare(("c", "c/two"), ("lead",), cards(tmp_path, (only,)), (only,), TODAY)
    assert [(c.state, c.kinds) for c in found.rows[0].cells] == [("kinds", ("c/one",)), ("unseen", ())]


def test_a_conflict_and_silence_of_the_whole_hold_for_its_kinds(tmp_path: Path) -> None:
    card = HEAD.format("c") + (
        'silent = ["naming"]\n[[conflict]]\nfacet = "lead"\ngoverns = 0\nzh = "两处不一"\nen = "two places differ"\n'
        'quotes = ["甲类中心由职业院校牵头申报", "市域外单位不得作为牵头单位"]\n'
    )
    found = compare(("c/one", "c/two"), ("lead", "naming"), cards(tmp_path, (CENTRE,), card), (CENTRE,), TODAY)
    lead, naming = found.rows
    assert [[c.reason for c in cell.conflicts] for cell in lead.cells] == [[("两处不一", "two places differ")]] * 2
    assert ([c.state for c in naming.cells], naming.agreement) == (["silent", "silent"], "same")


def whole(tmp_path: Path, *documents: Guideline) -> Comparison:
    return compare(tuple(g.id for g in documents), (), cards(tmp_path, documents), documents, TODAY)


def test_the_head_tells_deadlines_and_what_has_been_superseded(tmp_path: Path) -> None:
    twice = document("a", "请于2026年1月14日前报送申报书。", "属地部门于2026年2月1日前报送汇总表。")
    old = document("b", "欢迎咨询。")
    old = replace(old, entry=replace(old.entry, status="superseded", deadline=date(2026, 1, 15), title="旧通知"))
    heads = whole(tmp_path, twice, old).heads
    assert [[(d.day.isoformat(), d.passed) for d in h.deadlines] for h in heads] == [
        [("2026-01-14", True), ("2026-02-01", False)],
        [("2026-01-15", False)],
    ]
    assert [(h.superseded, h.title, h.checked_by) for h in heads] == [(False, "a.txt", ""), (True, "旧通知", "")]


def test_every_facet_is_a_row_and_only_quoted_documents_travel(tmp_path: Path) -> None:
    found = whole(tmp_path, FIVE, SILENT)
    assert tuple(row.facet for row in found.rows) == FACETS
    assert [row.facet for row in found.rows if not row.empty] == ["partner_count"]
    assert [g.id for g in found.documents] == ["a"]


def test_a_quote_within_another_is_not_told_twice() -> None:
    held = clause("牵头单位为高校，联合单位不超过5家。", 1)
    wide, narrow, other = span(held, 0, 7), span(held, 0, 4), span(held, 8, 16)
    assert distinct([narrow, other, wide, narrow]) == (other, wide)


@pytest.mark.parametrize(
    ("label", "text", "quoted", "told"),
    [
        ("（一）", "（一）牵头单位为高校。", (0, 10), "牵头单位为高校"),
        ("2", "2. 牵头单位为高校。", (0, 10), "牵头单位为高校"),
        ("（一）", "（一）牵头单位为高校。", (5, 10), "单位为高校"),
        ("（一）", "（一）", (0, 3), "（一）"),
        ("", "1个月内报送。", (0, 6), "1个月内报送"),
    ],
)
def test_the_number_of_a_clause_is_no_part_of_what_is_told(
    label: str, text: str, quoted: tuple[int, int], told: str
) -> None:
    assert tight(span(replace(clause(text), label=label), *quoted)).text == told


def test_an_empty_card_is_unseen_everywhere() -> None:
    found = compare(("a", "b"), ("lead",), (), (FIVE, SILENT), TODAY)
    assert [c.state for c in found.rows[0].cells] == ["unseen", "unseen"]
    assert Cell("lead", "silent", ()).reviewed
