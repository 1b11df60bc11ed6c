"""Tables with named columns, whose cells may go on in a line below or stand under a cell merged over several rows.

Tabs line cells up for the eye: how many stand between two says nothing by itself. So a line's cells are counted
against the columns that the head names, and what a line leaves out is taken from the line above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.guideline.clause import Cell
from assistant.reading.filled import TERMINAL, width
from assistant.reading.labels import label_of
from assistant.reading.lines import Line
from assistant.reading.mapped import EMPTY, Mapped
from assistant.reading.spacing import glue, tidy

_NAME = 14  # characters of the name of a column
_LONE = 20.0  # width of a line that holds a part of a cell and nothing else
_SPACED = re.compile(r"(?<=[一-鿿])\s+(?=[一-鿿])")
_FIGURE = re.compile(r"\d")
_POINT = re.compile(r"(?:^|\s)\d{1,2}\.\d{1,2}\s")
_FAR = 12  # lines among which a table of observation points shows two of them
_NO_NAME = re.compile(r"[□_。；;，,]|^[（(]|[:：]$|\d{2}|[年月日签盖]\s*$|字以内|[（(](?:签字|盖章|公章)")
_NOTE = re.compile("(?:备?注|说明|附)\\d?[:：]")
_UNIT = re.compile(r"[（(](?:[家个人项名份亩台套次件年月天分]|万元|亿元|%|％|平方米)[)）]$")
# What begins no cell: the rest of a figure, of a sentence, of what stands in brackets.
_REST = re.compile(r"[\d％%，、；）)]|以[内上下]|左右")
_UNDONE = re.compile(r"(?:[，、；：和或及与的按为]|[（(][^（）()]*)$")
_NOTHING = re.compile("不.{1,4}$|[无—－/]$")
_A_YEAR = re.compile(r"(?:19|20)\d\d\s?年?")
_SERIAL = re.compile(r"\d{1,2}")
_SHORT = 8.0  # width of a figure that was pushed to the next line
_VALUE = re.compile(r"\d|[不无][^，。]{0,3}(?:求|限|设)|[一-鿿]{6,}")


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: its own characters in the order of the source, and where in them the cell of each column stands."""

    text: Mapped
    cells: tuple[Cell, ...]
    page: int | None
    header: str
    heads: bool = False
    above: str = ""

    @property
    def name(self) -> str:
        """What the first cell calls the row."""
        return "".join(self.text.text[a:b] for a, b in self.cells[0].spans) if self.cells else ""


@dataclass(slots=True)
class _Making:
    text: Mapped
    page: int | None
    spans: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    above: str = ""
    last: int = -1

    def put(self, column: int, piece: Mapped) -> None:
        joins = column == self.last
        gap = glue(self.text.text, piece.text) if joins else " " if self.text.text else ""
        start = len(self.text.text) + len(gap)
        self.text = self.text.then(piece, gap)
        held = self.spans.setdefault(column, [])
        if joins and held:
            held[-1] = (held[-1][0], len(self.text.text))
        else:
            held.append((start, len(self.text.text)))
        self.last = column

    def told(self, column: int) -> str:
        return "".join(self.text.text[a:b] for a, b in self.spans.get(column, ()))


def grid_end(lines: Sequence[Line], at: int) -> int:
    """The line after the table with named columns that begins at `at`; `at` itself where none does."""
    names, begin = _head(lines, at)
    if len(names) < 2 or any(len(n.text) > _NAME or _NO_NAME.search(_A_YEAR.sub("", n.text)) for _, n in names):
        return at
    if sum(bool(_POINT.search(line.raw.text)) for line in lines[at : at + _FAR]) >= 2:
        return at
    end, rows, valued = begin, 0, 0
    while end < len(lines):
        cells = _cells(lines[end])
        if len(cells) == 1 and "\t" not in lines[end].raw.text:
            before = _cells(lines[end - 1])
            rest = len(before) == len(names) and _is_rest(before[-1][1].text, cells[0][1].text)
            if not _part(lines, end) and not (end > begin and (rest or _fills(before, cells, len(names)))):
                break
        elif len(cells) > len(names) or any("□" in c.text or "__" in c.text for _, c in cells):
            return at
        else:
            rows += 1
            valued += any(_VALUE.search(c.text) for _, c in cells[1:] or cells)
        end += 1
    figures = any(_FIGURE.search(c.text) for line in lines[begin:end] for _, c in _cells(line)[1:])
    return end if rows >= 2 and valued * 3 >= rows * 2 and figures else at


def _head(lines: Sequence[Line], at: int, wide: bool = True) -> tuple[tuple[tuple[int, Mapped], ...], int]:
    """The names of the columns and the line after them: where the rows have more cells than the first line names, those
    that the next lines add up to it."""
    names, end = _cells(lines[at], wide), at + 1
    rows = [_cells(line) for line in lines[end : end + _FAR]]
    counts = [len(c) for c in rows if len(c) > 2 and _FIGURE.search(_A_YEAR.sub("", c[-1][1].text))]
    wanted = max(counts, default=0)
    while len(names) < wanted and end < len(lines):
        more = _cells(lines[end], wide)
        if len(names) + len(more) > wanted or any(_FIGURE.search(_A_YEAR.sub("", p.text)) for _, p in more):
            break
        names, end = (*names, *more), end + 1
    return (names, end) if len(names) == wanted else (_cells(lines[at], wide), at + 1)


def _part(lines: Sequence[Line], at: int) -> bool:
    """Whether the line without tabs is a part of a cell: short, no sentence, a row below it or brackets around it."""
    words = lines[at].words
    if width(words) > _LONE or words[-1] in TERMINAL or lines[at].level or _NOTE.match(words):
        return False
    bracketed = words[0] in "（(" and words[-1] in "）)"
    follows = any("\t" in line.raw.text.strip() for line in lines[at + 1 : at + 3])
    if bracketed and not follows:
        return label_of(words) is None
    return follows and label_of(words) is None


def grid_rows(lines: Sequence[Line], wide: bool) -> tuple[GridRow, ...]:
    """The rows of the table, its head first."""
    head, begin = _head(lines, 0, wide)
    names = [_SPACED.sub("", n.text) for _, n in head]
    header = " ".join(names)
    whole = _Making(EMPTY, lines[0].page)
    for column, (_, name) in enumerate(head):
        whole.put(column, name)
    rows = [whole]
    plain = _one_tab(lines, len(names))
    begun = False  # a line held only the beginning of a row's first cell
    filling = False  # the row lacks at its end what the next line holds
    for i, line in enumerate(lines[begin:], begin):
        cells = _cells(line, wide)
        after = _cells(lines[i + 1], wide) if i + 1 < len(lines) else ()
        now = rows[-1]
        if filling:
            for column, (_, piece) in enumerate(cells, len(names) - len(cells)):
                now.put(column, piece)
            filling = False
            continue
        if begun:
            behind = len(cells) == len(names) - 1 > 1 and _FIGURE.search(cells[0][1].text)
            placed = tuple(enumerate((p for _, p in cells), 1)) if behind else _aligned(cells, len(names), False, plain)
            for column, piece in placed:
                now.put(column, piece)
            begun = len(cells) == 1 and "\t" not in line.raw.text
            continue
        if len(cells) == 1 and "\t" not in line.raw.text:
            piece = cells[0][1]
            if len(rows) == 1 and _UNIT.search(piece.text) and len(after) == len(names):
                now.put(len(names) - 1, piece)
                names[-1] += _SPACED.sub("", piece.text)
                header = " ".join(names)
                continue
            numbered = bool(_SERIAL.fullmatch(now.told(0)) and after and _SERIAL.fullmatch(after[0][1].text))
            rest = _is_rest(now.told(len(names) - 1), piece.text) or numbered and not _SERIAL.fullmatch(piece.text)
            if len(rows) > 1 and not _open(now, len(names)) and rest:
                now.put(len(names) - 1, piece)
                continue
            if piece.text[0] in "（(" and len(rows) > 1:
                now.put(max(now.spans) if _open(now, len(names)) else 0, piece)
                continue
            rows.append(_Making(EMPTY, line.page))
            rows[-1].put(0, piece)
            begun = True
            continue
        leading = cells[0][0] > 0
        if not leading and cells[0][1].text[0] in "（(" and len(rows) > 1 and _open(now, len(names)):
            first = max(now.spans)
            for k, (_, piece) in enumerate(cells):
                now.put(min(first + k, len(names) - 1), piece)
            continue
        filling = not leading and (_fills(cells, after, len(names)) or _spills(cells, after, len(names)))
        placed = tuple(enumerate(p for _, p in cells)) if filling else _aligned(cells, len(names), leading, plain)
        if leading and len(rows) > 1 and _continues(now, placed, len(names)):
            for column, piece in placed:
                now.put(column, piece)
            continue
        made = _Making(EMPTY, line.page, above=(now.told(0) or now.above) if leading and len(rows) > 1 else "")
        for column, piece in placed:
            made.put(column, piece)
        rows.append(made)
    return tuple(
        GridRow(
            m.text,
            tuple(Cell(names[c], tuple(s)) for c, s in sorted(m.spans.items())),
            m.page,
            "" if k == 0 else header,
            k == 0,
            m.above,
        )
        for k, m in enumerate(rows)
    )


def _is_rest(above: str, words: str) -> bool:
    """Whether a line without tabs goes on with the last cell of the row above it."""
    return bool(_REST.match(words) or _UNDONE.search(above)) and label_of(words) is None


def _fills(cells: Sequence[tuple[int, Mapped]], after: Sequence[tuple[int, Mapped]], columns: int) -> bool:
    """Whether the next line holds the cells that a row lacks at its end, and nothing else: behind a tab whatever they
    say, a cell alone where it is a figure."""
    if not after or not 1 < len(cells) < columns or len(cells) + len(after) != columns or after[0][0] > 1:
        return False
    if after[0][0] == 1 or len(after) == 1 and _NOTHING.match(after[0][1].text):
        return True
    return all(_FIGURE.search(p.text) and width(p.text) <= _SHORT for _, p in after)


def _spills(cells: Sequence[tuple[int, Mapped]], after: Sequence[tuple[int, Mapped]], columns: int) -> bool:
    """Whether the last cell of a numbered row goes on in the next line, before the cells that the row lacks."""
    if not after or not 1 < len(cells) < columns or len(cells) + len(after) != columns + 1 or after[0][0] > 0:
        return False
    return bool(_SERIAL.fullmatch(cells[0][1].text)) and not _SERIAL.fullmatch(after[0][1].text)


def _open(row: _Making, columns: int) -> bool:
    """Whether the row has no cell in the last column yet."""
    return columns - 1 not in row.spans


def _continues(row: _Making, placed: Sequence[tuple[int, Mapped]], columns: int) -> bool:
    """Whether cells that stand under nothing of their own go on with those above them: one that fills the last column
    alone, or figures for which the cells above only say of what."""
    if [c for c, _ in placed] == [columns - 1]:
        return not _open(row, columns)
    return all(c in row.spans and _FIGURE.search(p.text) and not _FIGURE.search(row.told(c)) for c, p in placed)


def _one_tab(lines: Sequence[Line], columns: int) -> bool:
    """Whether one tab parts two columns, so that a second one leaves a cell empty."""
    full = [line.raw.text.strip("\t").count("\t") for line in lines if len(_cells(line)) == columns]
    return sum(n == columns - 1 for n in full) * 2 > len(full)


def _aligned(
    cells: Sequence[tuple[int, Mapped]], columns: int, leading: bool, plain: bool
) -> tuple[tuple[int, Mapped], ...]:
    """The column of each cell of a line."""
    count = len(cells)
    if count == columns:
        return tuple((k, piece) for k, (_, piece) in enumerate(cells))
    if plain and all(tabs < columns for tabs, _ in cells):
        return tuple(cells)
    first = columns - count
    return tuple((first + k if leading or k else 0, piece) for k, (_, piece) in enumerate(cells))


def _cells(line: Line, wide: bool = True) -> tuple[tuple[int, Mapped], ...]:
    """The cells of the line that say something, each with the number of tabs before it."""
    cells, at = [], 0
    for tabs, piece in enumerate(line.raw.text.split("\t")):
        made = tidy(line.raw.cut(at, at + len(piece)), wide)
        at += len(piece) + 1
        if made.text:
            cells.append((tabs, made))
    return tuple(cells)
