"""Tab-separated runs of lines as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.lines import Line
from assistant.reading.mapped import EMPTY, Mapped
from assistant.reading.spacing import tidy

_FIRST = re.compile("序号|项目指标|(?:基本)?指标|一级指标|类别")
_NAMES = re.compile("项目(?:指标|名称)?|类型|指标|序号|类别")
_YEAR = re.compile(r"\d{4}\s*年.{0,2}")
_POINT = re.compile(r"(?:^|\s)\d{1,2}\.\d{1,2}\s")
_PLAIN = re.compile("[\u4e00-\u9fff（）()]{2,10}")
_SERIAL = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells (empty ones kept), the header above it and the merged cells it stands under."""

    cells: tuple[Mapped, ...]
    page: int | None
    header: str
    groups: tuple[str, ...]
    heads: bool

    @property
    def full(self) -> tuple[Mapped, ...]:
        """The cells that say something."""
        return tuple(cell for cell in self.cells if cell.text)

    @property
    def text(self) -> Mapped:
        """The row's own characters."""
        joined = EMPTY
        for cell in self.full:
            joined = joined.then(cell, " ") if joined.text else cell
        return joined


def table_ends(lines: Sequence[Line], at: int) -> int:
    """The line after the table that begins at `at`; `at` itself where none does.

    One tab in a lone line is a slip of the typist, tabs before a line indent it; two, or two such lines, are a table.
    """
    end = at
    while end < len(lines) and "\t" in lines[end].raw.text:
        end += 1
    inner = [line for line in lines[at:end] if "\t" in line.raw.text.strip()]
    if len(inner) >= 2 or (len(inner) == 1 and (end - at >= 2 or inner[0].raw.text.count("\t") >= 2)):
        return end
    return at


def rows_of(lines: Sequence[Line], wide: bool = True) -> tuple[Row, ...]:
    """The rows of a table, repeated headers dropped; rows of nothing but a serial number say nothing."""
    rows: list[Row] = []
    header, group, above = "", "", list[str]()
    seen: set[str] = set()
    points = sum(len(_POINT.findall(cell)) for line in lines for cell in line.raw.text.split("\t")) >= 2
    for i, line in enumerate(lines):
        cells = _cells(line, wide, points)
        full = [cell for cell in cells if cell.text]
        joined = " ".join(cell.text for cell in full)
        if not full or _SERIAL.fullmatch(joined):
            continue
        following = _cells(lines[i + 1], wide) if i + 1 < len(lines) else ()
        depth = next(k for k, cell in enumerate(cells) if cell.text)
        above = above[:depth] + [""] * (depth - len(above))
        if _heads(cells, following, i == 0):
            inner = [
                cell.text
                for k, cell in enumerate(cells)
                if cell.text and not (k == 0 and len(full) > 2 and _merged(cells))
            ]
            header, group = " ".join(inner), ""
            if _merged(cells):
                above = [cells[0].text]
            if joined in seen:
                continue
            seen.add(joined)
            rows.append(Row(cells, line.page, "", (group,) if group else (), True))
            continue
        if len(full) == 1 and depth == 0 and len(cells) > 2 and _heads(following, ()):
            group = full[0].text
            above = []
        groups = tuple(part for part in (group if group != joined else "", *above) if part)
        rows.append(Row(cells, line.page, header, groups, False))
        above = [*above, *(cell.text for cell in cells[depth:-1])] if len(full) > 1 or depth == 0 else above
        above = _leading(above)
    return tuple(rows)


def _leading(above: list[str]) -> list[str]:
    """Only the merged cells: up to the first empty one after the first filled."""
    kept: list[str] = []
    for text in above:
        if not text and any(kept):
            break
        kept.append(text)
    return kept


def _merged(cells: Sequence[Mapped]) -> bool:
    """Whether a header row begins with a cell that is merged over the rows below it."""
    return not _NAMES.fullmatch(cells[0].text) and _years([cell.text for cell in cells]) >= 2


def _years(cells: Sequence[str]) -> int:
    return sum(bool(_YEAR.fullmatch(text)) for text in cells)


def _heads(cells: Sequence[Mapped], following: Sequence[Mapped], first: bool = False) -> bool:
    """Whether the row names the columns."""
    full = [cell.text for cell in cells if cell.text]
    if len(full) < 2 or any(len(text) > 30 or "□" in text or "__" in text for text in full):
        return False
    names = any(_NAMES.fullmatch(text) for text in full[:3])
    if (cells[0].text and _FIRST.fullmatch(full[0])) or (names and _years(full) >= 2):
        return True
    plain = first and len(full) == len(cells) >= 3 and all(_PLAIN.fullmatch(text) for text in full)
    if plain and any(len(cell.text) > 10 or re.search(r"\d", cell.text) for cell in following):
        return True
    blank = bool(following) and not any(cell.text for cell in following)
    return len(full) == len(cells) >= 3 and blank


def _cells(line: Line, wide: bool, points: bool = False) -> tuple[Mapped, ...]:
    cells, at = [], 0
    text = line.raw.text
    for piece in text.split("\t"):
        cells.append(tidy(line.raw.cut(at, at + len(piece)), wide, points))
        at += len(piece) + 1
    return tuple(cells)
