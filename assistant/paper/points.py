"""The sheet of open points of a form: what is missing, too long or to be checked, to be taken out before it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.drafting.draft import placeholders
from assistant.drafting.facts import Filled
from assistant.drafting.form import Form
from assistant.export.sheet import Box, Grid, Line, Piece, Sheet
from assistant.guideline.patterns import regex
from assistant.paper.cells import dated
from assistant.paper.places import places
from assistant.paper.text import named

TITLE = "待办清单（提交前请删除本页）"
_HEAD = ("序号", "栏目", "待办事项", "依据")
_WIDTHS = (1.3, 6.3, 4.5, 3.5)
_YEAR = regex(r"(?P<mark>\D)(?P<year>20\d\d年?)$")
_YEARS = regex(r"\D20\d\d年?(?:、20\d\d年?)*")
_NOTHING = "没有待补充或待核对的事项。"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something left to do: where, what, and the words that it rests on, "" where none do."""

    place: str
    what: str
    quote: str = ""


def missing(form: Form, filled: Filled, apart: frozenset[str] = frozenset()) -> Iterator[OpenPoint]:
    """What nobody told and what a text marks as missing, in the order of the form, but for the paths `apart`. Rows left
    empty want nothing."""
    for place in places(form, filled):
        if place.field.filled_by == "authority" or dated(place.field) or place.path in apart:
            continue
        gaps = placeholders(place.text)
        for gap in gaps:
            yield OpenPoint(named(place.field, place.path), f"待补充：{gap[1:-1].removeprefix('待补充').lstrip('：')}")
        if place.value is None and not place.field.repeat:
            limit = place.field.limit
            yield OpenPoint(named(place.field), "待填写", limit.quote.text if limit is not None else "")


def _together(points: Iterable[OpenPoint]) -> list[OpenPoint]:
    made: list[OpenPoint] = []
    for point in points:
        year, last = _YEAR.search(point.place), made[-1] if made else None
        stem = point.place[: year.start()] if year else ""
        if last and year and last.place.startswith(stem) and _YEARS.fullmatch(last.place[len(stem) :]):
            if (last.what, last.quote) == (point.what, point.quote):
                made[-1] = replace(last, place=f"{last.place}、{year['year']}")
                continue
        made.append(point)
    return made


def on_sheet(sheet: Sheet, points: Iterable[OpenPoint]) -> Sheet:
    """The form with the open points on pages of their own behind it, the years of one field on one line."""
    rows = [(str(n), one.place, one.what, one.quote) for n, one in enumerate(_together(points), start=1)]
    title = Line((Piece(TITLE),), "heading", "center", keep=True, page=True)
    if not rows:
        return replace(sheet, blocks=(*sheet.blocks, title, Line((Piece(_NOTHING),))))
    boxes = [Box(0, at, (Line((Piece(words),), "mark"),)) for at, words in enumerate(_HEAD)]
    for row, cells in enumerate(rows, start=1):
        for at, words in enumerate(cells):
            lines = tuple(Line((Piece(line),), "cell") for line in words.split("\n"))
            boxes.append(Box(row, at, lines))
    grid = Grid(len(rows) + 1, _WIDTHS, tuple(boxes), 1, splits=frozenset(range(1, len(rows) + 1)))
    return replace(sheet, blocks=(*sheet.blocks, title, grid))
