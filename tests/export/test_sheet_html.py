"""A sheet as a page that looks like the paper: every word escaped, every value where its path says, the grid as it is."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from assistant.export.sheet import Box, Grid, Line, Piece, Setup, Sheet, lines_of, values
from assistant.export.sheet_html import STYLE, paper_html, sheet_html

DAY = date(2026, 11, 20)
HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


class Reading(HTMLParser):
    """What a page shows: all text, that of each field, the tags with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.fields: dict[str, str] = {}
        self.words: list[str] = []
        self._path: list[str] = []
        self._style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.append((tag, held))
        self._style = tag == "style"
        if tag == "span":
            self._path.append(held.get("data-field") or (self._path[-1] if self._path else ""))
            if held.get("data-field"):
                self.fields.setdefault(self._path[-1], "")

    def handle_endtag(self, tag: str) -> None:
        self._style = False
        if tag == "span":
            self._path.pop()

    def handle_data(self, data: str) -> None:
        if self._style:
            return
        self.words.append(data)
        if self._path and self._path[-1]:
            self.fields[self._path[-1]] += data


def sheet(*blocks: Line | Grid, **more: object) -> Sheet:
    return Sheet("灯塔表", DAY, blocks, **more)  # type: ignore[arg-type]


def test_words_are_escaped_everywhere() -> None:
    held = Sheet(
        HOSTILE,
        DAY,
        (
            Line((Piece(HOSTILE), Piece(HOSTILE, 'a"b<c'), Piece("", note=1)), "title"),
            Grid(1, (1,), (Box(0, 0, (Line((Piece(HOSTILE, "1", marked=True, bold=True, faint=True),), "cell"),)),)),
        ),
        notes=(HOSTILE,),
    )
    reading = Reading(sheet_html(held))
    assert {tag for tag, _ in reading.tags}.isdisjoint({"script", "img"})
    assert not [name for _, attrs in reading.tags for name in attrs if name.startswith("on") or name == "style"]
    assert reading.fields == {'a"b<c': HOSTILE, "1": HOSTILE}
    assert "".join(reading.words).count(HOSTILE) == 6  # title, heading of the page, the line twice, the cell, the note


def test_nothing_is_loaded_and_the_style_is_inside() -> None:
    page = sheet_html(sheet(Line((Piece("正文"),))))
    assert STYLE.read_text(encoding="utf-8") in page
    assert not re.search(r"url\(|@import|<link|src=|href=|</style>[^<]*</style>", page)


def test_a_grid_keeps_its_spans_and_its_header() -> None:
    boxes = (
        Box(0, 0, (Line((Piece("项目"),), "mark"),), columns=2),
        Box(0, 2, (Line((Piece("2024年"),), "mark"),)),
        Box(1, 0, (Line((Piece("资源"),), "mark"),), rows=2),
        Box(1, 1, (Line((Piece("专业"),), "mark"),)),
        Box(1, 2, (Line((Piece("12", "3.majors"), Piece("个")), "cell", "center"),)),
    )
    page = paper_html(sheet(Grid(3, (2, 4, 3), boxes, header=1, tall=((1, 2.4),))))
    assert '<th scope="col" colspan="2"><p class="mark">项目</p></th>' in page
    assert '<td rowspan="2"><p class="mark">资源</p></td>' in page
    assert '<td><p class="cell to-center"><span data-field="3.majors">12</span>个</p></td>' in page
    assert page.count("<tr") == 3
    assert re.findall(r'<col class="w(\d+)">', page) == ["22", "45", "33"]
    assert re.findall(r'<tr class="h(\d+)">', page) == ["8", "24", "8"]
    assert page.index("</thead>") < page.index("资源")


def test_an_empty_field_can_still_be_pointed_at() -> None:
    assert '<span data-field="2"></span>' in paper_html(sheet(Line((Piece("", "2"),))))


def test_a_part_begins_where_a_page_does_and_has_its_own_notes() -> None:
    page = paper_html(
        sheet(
            Line((Piece("封面"),), "title"),
            Line((Piece("甲"), Piece("", note=2)), page=True),
            Line((Piece("乙"), Piece("", note=1)), page=True),
            cover=True,
            notes=("注一", "注二"),
        )
    )
    parts = page.split('<div class="part')[1:]
    assert [part.startswith(" cover") for part in parts] == [True, False, False]
    assert ["注一" in part for part in parts] == [False, False, True]
    assert parts[1].count("<sup>1</sup>") == parts[2].count("<sup>1</sup>") == 1


@pytest.mark.parametrize(
    ("setup", "looks"),
    [
        (Setup(), "paper face-fang size-12"),
        (Setup("仿宋_GB2312", 12, 16, True, 0.5), "paper face-fang size-12 pitch-16"),
        (Setup("楷体_GB2312", 10.5), "paper face-kai size-10-5"),
        (Setup("宋体", 13.9, landscape=True), "paper face-song size-14 landscape"),
    ],
)
def test_the_setup_is_told_by_classes(setup: Setup, looks: str) -> None:
    assert f'<article class="{looks}"' in paper_html(sheet(Line((Piece("字"),)), setup=setup))


def test_every_class_has_its_rule() -> None:
    style = STYLE.read_text(encoding="utf-8")
    from assistant.drafting.facts import Filled
    from assistant.paper.laid import laid
    from tests.drafting.completed import HELD, complete

    for form in HELD.values():
        for held in (laid(form, complete(form), DAY), laid(form, Filled(form.id), DAY, True)):
            page = paper_html(held)
            for name in {name for names in re.findall(r'class="([^"]+)"', page) for name in names.split()}:
                assert re.search(rf"\.{re.escape(name)}\b", style), name
            reading = Reading(page)
            told = {path: text.replace("\n", "") for path, text in values(held).items()}
            assert {path: text.replace("\n", "") for path, text in reading.fields.items()} == told
            assert "".join("".join(reading.words).split()).startswith("".join(next(lines_of(held)).text.split()))
