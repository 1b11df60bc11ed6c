"""A clause: one paragraph, item, table row or form field of a guideline, and its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

ClauseKind = Literal["title", "heading", "paragraph", "item", "row", "field", "note"]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each character of a repaired text stood in the source.

    `runs` holds (text start, source start, length) in text order, covering the text without gaps.
    A character that repair replaced is a run of length 1 that points at the character it replaced. Where
    a correction changed the number of characters, each new character points at the start of the wrong
    ones, and `replaced` holds (text start, text end, source start, source end) so that a span that
    touches any of them covers all of the wrong characters.
    """

    runs: tuple[tuple[int, int, int], ...]
    replaced: tuple[tuple[int, int, int, int], ...] = ()

    def source(self, position: int) -> int:
        """The code-point offset in the source of text[position]."""
        start, origin, _ = self.runs[bisect_right(self.runs, (position, 1 << 60, 0)) - 1]
        return origin + position - start

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The one contiguous source span behind text[start:end] (page furniture included)."""
        if start >= end:
            raise ValueError("an empty span has no place in the source")
        low, high = self.source(start), self.source(end - 1) + 1
        for text_start, text_end, source_start, source_end in self.replaced:
            if text_start <= start < text_end:
                low = source_start
            if text_start < end <= text_end:
                high = source_end
        return low, high


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's row: the name of its column and the runs (start, end) of the row's text that it holds."""

    column: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a guideline, in repaired text.

    `id` is unique and stable inside its document (it is made of labels, not of positions in the file).
    `label` is the numbering as printed ("（一）", "第三条", ""); `heading` the clause's own heading words
    without label, also where they run into the paragraph ("申报提交" of "1.申报提交。申报单位…").
    `text` holds only characters of the document, label and heading included. `path` names the headings
    above it ("四、项目申报", "（一）申报主体"); `context` is the table caption and header, or the form,
    that a row or field stands in: shown and searched, never quoted. `order` counts from 0 in the document.
    `cells` are those of a row of a table with named columns, in the order of the columns.
    """

    id: str
    document: str
    kind: ClauseKind
    label: str
    heading: str
    text: str
    path: tuple[str, ...]
    parent: str | None
    order: int
    page: int | None
    context: str
    offsets: OffsetMap
    cells: tuple[Cell, ...] = ()

    @property
    def place(self) -> str:
        """The heading path as people read it: "四、项目申报 › （一）申报主体"."""
        return " › ".join(self.path)
