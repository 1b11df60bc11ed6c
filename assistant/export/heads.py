"""Where the labels of a form's columns stand in the tables of a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.export.script import Row
from assistant.export.sheet_rows import FormRow, Spot

Columns = tuple[int, int]
"""The first column of a cell and the one behind its last."""


@dataclass(frozen=True, slots=True)
class _Head:
    table: int
    columns: Columns
    row: int
    end: int


def end_of(row: Row) -> int:
    """The column behind the last of a row."""
    return max((cell.column + cell.columns for cell in row.cells), default=0)


class Heads:
    """The labels found so far, by the columns that they head in the form. Where a file is `loose`, its cells are only
    numbered row by row, so that only heads of one row tell an order."""

    def __init__(self, loose: bool) -> None:
        self._loose = loose
        self._held: dict[tuple[int, int, int], _Head] = {}

    def add(self, grid: int, spot: Spot, columns: Columns, at: int, one: Row) -> None:
        """A label was found in a row, the one with the number `at`; it heads its columns until another stands below."""
        for _, column, wide in [key for key in self._held if key[0] == grid]:
            if column < spot.column + spot.columns and spot.column < column + wide:
                del self._held[grid, column, wide]
        self._held[grid, spot.column, spot.columns] = _Head(one.table, columns, at, end_of(one))

    def of(self, row: FormRow, one: Row) -> dict[str, Columns]:
        """The columns of the head of each place of a form's row, by path, where the row of the file is as wide."""
        found = {
            path: head
            for spot in row.spots
            for path in spot.paths
            if (head := self._held.get((row.grid, spot.column, spot.columns))) is not None
            if head.table == one.table and head.end == end_of(one)
        }
        if self._loose and len({head.row for head in found.values()}) > 1:
            return {}
        return {path: head.columns for path, head in found.items()}

    def above(self, row: FormRow, table: int) -> Iterable[Columns]:
        """The columns of what reaches down into a row by the form's own print."""
        for _, column, wide in row.over:
            head = self._held.get((row.grid, column, wide))
            if head is not None and head.table == table:
                yield head.columns
