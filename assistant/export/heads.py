"""Where the labels of a form's columns stand in the tables of a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.export.sheet_rows import FormRow, Spot

Columns = tuple[int, int]
"""The first column of a cell and the one behind its last."""


@dataclass(frozen=True, slots=True)
class _Head:
    table: int
    columns: Columns
    row: int


class Heads:
    """The labels found so far, by the columns that they head in the form. Where a file is `loose`, its cells are only
    numbered row by row, so that only heads of one row tell an order."""

    def __init__(self, loose: bool) -> None:
        self._loose = loose
        self._held: dict[tuple[int, int, int], _Head] = {}

    def add(self, grid: int, spot: Spot, table: int, columns: Columns, row: int) -> None:
        """A label was found; it heads its columns until another stands below it."""
        for _, column, wide in [key for key in self._held if key[0] == grid]:
            if column < spot.column + spot.columns and spot.column < column + wide:
                del self._held[grid, column, wide]
        self._held[grid, spot.column, spot.columns] = _Head(table, columns, row)

    def of(self, row: FormRow, table: int) -> dict[str, Columns]:
        """The columns of the head of each place of a row, by path, in the table of that number."""
        found = {
            path: head
            for spot in row.spots
            for path in spot.paths
            if (head := self._held.get((row.grid, spot.column, spot.columns))) is not None and head.table == table
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
