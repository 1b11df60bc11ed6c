"""Forms as data: a made-up form of a made-up document through the same loader, and files that do not fit."""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from assistant.drafting.form import Form
from assistant.drafting.form_files import form_of, read_forms
from assistant.drafting.rows import Misfit
from assistant.drafting.rules import POINTS
from assistant.drafting.table import Line, Table
from tests.drafting.lighthouse import FORM, forms, guidelines


def made(folder: Path) -> Form:
    read = forms(folder, FORM)
    assert read.notices == ()
    return read.held[0]


def test_a_made_up_form_is_read_by_data_alone(tmp_path: Path) -> None:
    form = made(tmp_path)
    told = {f.path: (f.label.text, f.kind, [u.text for u in f.under], f.year) for f in form.fields()}
    assert told == {
        "cover.name": ("守护单位名称", "text", [], None),
        "1.name": ("名称", "text", ["守护单位"], None),
        "1.phone": ("电话", "text", ["守护单位"], None),
        "1.towers.2030": ("灯塔数量（座）", "number", ["守护单位", "2030年"], 2030),
        "1.towers.2031": ("灯塔数量（座）", "number", ["守护单位", "2031年"], 2031),
        "2": ("二、守护方案", "narrative", [], None),
        "3.people": ("1.人员保障", "narrative", [], None),
        "3.money": ("2.经费保障", "narrative", [], None),
        "3.signature": ("守护单位负责人签字", "signature", [], None),
    }
    limits = {
        f.path: (f.limit.most, f.limit.quote.text, f.limit.inherited_from, f.limit.remark)
        for f in form.fields()
        if f.limit
    }
    assert limits == {
        "2": (300, "不超过300字", "", None),
        "3.people": (200, "200字以内", "", None),
        "3.money": (200, "200字以内", "3.people", ("各200字", "200 each")),
    }
    plan = next(f for f in form.fields() if f.path == "2")
    assert [(e.id, e.quote.text, e.asked) for e in plan.elements] == [
        ("1", "巡检", True),
        ("2", "维修", True),
        ("3", "值守", False),
    ]
    assert [(r.kind, r.words, r.number) for r in form.rules] == [
        ("font", ("楷体_GB2312",), None),
        ("size", (), 14),
        ("line_spacing", (), 22),
        ("copies", (), 3),
        ("due", ("2031-03-01",), None),
    ]
    unit = next(f for f in form.fields() if f.path == "1.towers.2030").unit
    assert unit is not None
    assert unit.clause.text[unit.start - 1 : unit.end + 1] == "（座）"


def test_a_table_is_a_full_grid_and_a_line_holds_what_it_prints(tmp_path: Path) -> None:
    form = made(tmp_path)
    (table,) = (b for part in form.parts() for b in part.blocks if isinstance(b, Table))
    assert (table.id, table.height, table.width) == ("1.table", 3, 4)
    shape = [(c.row, c.column, c.rows, c.columns, c.heading, len(c.items)) for c in table.cells]
    assert shape == [
        (0, 0, 3, 1, True, 1),
        (0, 1, 1, 1, False, 2),
        (0, 2, 1, 1, True, 1),
        (0, 3, 1, 1, False, 1),
        (1, 1, 2, 1, True, 1),
        (1, 2, 1, 1, True, 1),
        (1, 3, 1, 1, True, 1),
        (2, 2, 1, 1, False, 1),
        (2, 3, 1, 1, False, 1),
    ]
    assert form.cover is not None
    assert isinstance(form.cover.blocks[0], Line)


def replaced(old: str, new: str) -> str:
    assert FORM.count(old) == 1, old
    return FORM.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('words = ["楷体_GB2312"]', 'words = ["宋体"]', "do not hold '宋体'"),
        ("number = 14", "number = 12", "are no type of 12"),
        ("number = 22", "number = 2", "do not say 2"),
        ("number = 3\n", "number = 30\n", "do not say 30"),
        ("2031-03-01", "2031-03-02", "do not hold '2031年3月2日'"),
        ("2031-03-01", "2032-03-01", "do not hold '2032年3月1日'"),
        ("2031-03-01", "1 March", "is no day"),
        ('["2031-03-01"]', '["01-01", "03-31"]', "do not hold '第一季度'"),
        ("most = 300", "most = 30", "do not limit 2 to 30"),
        ("most = 200", "most = 2000", "do not limit 3.people to 2000"),
        ('quote = "不超过300字"', 'quote = "不超过500字"', "'不超过500字' is not found"),
        ('{ print = "电话" }', '{ print = "传真" }', "'传真' is not found in a1.1.r1"),
        ('"巡检", "维修"', '"巡检", "保养"', "neither guidance nor label of 2 names '保养'"),
        ("years = [2030, 2031]\n", "years = [2030, 2032]\n", "no heading above prints 2032年"),
        ("tall = 2", "tall = 3", "overlaps another or leaves the table"),
        ("years = [2030, 2031]\n", "years = [2030]\n", "has a hole at row 3, column 4"),
        ('{ fill = "phone" }', '{ fill = "name" }', "two fields have the path 1.name"),
        ('{ fill = "phone" }', '{ fill = "Phone" }', "'1.Phone' is no path of a field"),
        ('{ fill = "phone" }', '{ fill = "phone", colour = "red" }', "keys that are not known: colour"),
        ('{ fill = "phone" }', '{ fill = "phone", kind = "colour" }', "none of text, narrative"),
        ('{ fill = "phone" }', '{ fill = "phone", kind = "choice" }', "a choice exactly if it has options"),
        ('from = "3.people"', 'from = "2"', "whose words say 下同"),
        ('from = "3.people"', 'from = "3.money"', "whose words say 下同"),
        ('kind = "size"', 'kind = "colour"', "none of font, size"),
        ('anchor = "a1"', 'anchor = "a9"', "has no clause a9"),
        ('document = "lighthouse"', 'document = "harbour"', "there is no document harbour"),
        ('programmes = ["lighthouse"]', 'programmes = ["harbour"]', "its document founds no harbour"),
        ('programmes = ["lighthouse"]', "programmes = []", "it has no programmes or names"),
        ('id = "lighthouse"\n', 'id = "Light House"\n', "is no id"),
        ('id = "3"', 'id = "2"', "whose words say 下同"),
        ("[cover]", "[[section]]\nid = '2'\n[cover]", "two sections of one id"),
        ('annex = "附件1"', "annex = 1", "annex of lighthouse must be words"),
        ('annex = "附件1"', 'appendix = "附件1"', "lighthouse has no annex"),
        ("[[section.block]]", "[[section.block]", ""),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_leaves_the_form_out(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = FORM.replace(old, new, 1)
    assert text != FORM
    read = forms(tmp_path, text)
    assert read.held == ()
    ((zh, en),) = read.notices
    assert zh.startswith("表单 0.toml 无法使用：")
    assert zh.endswith("。")
    assert any(one in en for one in told.split("|")), en
    assert "\n" not in en


def test_one_bad_form_costs_no_other(tmp_path: Path) -> None:
    read = forms(tmp_path, FORM, replaced("most = 300", "most = 301"), FORM)
    assert [form.id for form in read.held] == ["lighthouse"]
    assert [en for _, en in read.notices] == [
        "The form 1.toml cannot be used: the words '不超过300字' do not limit 2 to 301.",
        "The form 2.toml cannot be used: another form has the id lighthouse.",
    ]


def test_a_form_whose_document_changed_is_left_out(tmp_path: Path) -> None:
    forms(tmp_path, FORM)
    source = tmp_path / "sources" / "lighthouse.txt"
    source.write_text(source.read_text("utf-8").replace("不超过 300 字", "不超过 250 字"), encoding="utf-8")
    from assistant.reading.library import read_folder

    read = read_forms(tmp_path / "forms", read_folder(tmp_path)[0])
    assert read.held == ()
    assert "is not found" in read.notices[0][1]


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"", b"id = 1", b"[" * 3000, 'x = "\ud800"'.encode("utf-8", "surrogatepass")]
)
def test_a_file_that_is_no_form_is_told(tmp_path: Path, content: bytes) -> None:
    held = guidelines(tmp_path)
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "bad.toml").write_bytes(content)
    read = read_forms(tmp_path / "forms", held)
    assert (read.held, read.absent, len(read.notices)) == ((), (), 1)


def test_no_folder_is_no_form(tmp_path: Path) -> None:
    assert read_forms(tmp_path / "none", guidelines(tmp_path)).held == ()


ABSENT = """
id = "lighthouse-list"
absent = true
document = "lighthouse"
programmes = ["lighthouse"]
names = ["灯塔汇总表"]
mentions = ["申报单位须于2031年3月1日前报送申报表，一式3份。"]
requirements = ["一式3份"]
"""


def test_a_form_only_mentioned_is_declared_absent(tmp_path: Path) -> None:
    read = forms(tmp_path, ABSENT)
    assert read.notices == ()
    assert [q.text for q in read.absent[0].requirements] == ["一式3份"]
    assert forms(tmp_path, ABSENT.replace("一式3份", "一式5份")).absent == ()
    assert forms(tmp_path, ABSENT.replace('mentions = ["', 'mentions = [] # ["')).absent == ()
    assert forms(tmp_path, ABSENT + 'title = "灯塔汇总表"').absent == ()


WRONG: tuple[object, ...] = (
    None,
    True,
    -1,
    0,
    10**30,
    1.5,
    float("nan"),
    "",
    " ",
    "x" * 9,
    "\ud800",
    [],
    [[]],
    [1],
    {},
    {"a": 1},
)


def nodes(held: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a parsed file: what holds it and its key."""
    items = list(held.items()) if isinstance(held, dict) else list(enumerate(held)) if isinstance(held, list) else []
    for key, value in items:
        yield held, key
        yield from nodes(value)


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_wrong_kinds_anywhere_are_told_and_never_break(tmp_path: Path, wrong: object) -> None:
    held = {guideline.id: guideline for guideline in guidelines(tmp_path)}
    whole = tomllib.loads(FORM)
    count = sum(1 for _ in nodes(whole))
    assert count > 120

    def told(change: Callable[[Any, Any], None], place: int) -> None:
        data = copy.deepcopy(whole)
        parent, key = list(nodes(data))[place]
        change(parent, key)
        with suppress(Misfit):
            form_of(data, held)

    def put(parent: Any, key: Any) -> None:
        parent[key] = wrong

    def drop(parent: Any, key: Any) -> None:
        del parent[key]

    for place in range(count):
        told(put, place)
        if wrong is None:
            told(drop, place)


def test_the_example_of_the_corpus_is_a_form(tmp_path: Path) -> None:
    told = (Path(__file__).resolve().parents[2] / "corpus" / "README.md").read_text("utf-8")
    (example,) = (text for text in re.findall(r"```toml\n(.*?)```", told, re.DOTALL) if 'id = "lighthouse"' in text)
    read = forms(tmp_path, example)
    assert read.notices == ()
    assert [field.path for field in read.held[0].fields()] == [
        "1.name",
        "1.phone",
        "1.towers.2030",
        "1.towers.2031",
        "2",
    ]


def test_a_type_size_is_known_by_its_whole_name() -> None:
    for name, points in POINTS.items():
        assert next(held for known, held in POINTS.items() if known in f"字号为{name}") == points
