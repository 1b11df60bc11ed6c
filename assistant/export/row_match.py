"""Which cells of a row of a file are which of the form's."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.export.folding import folded
from assistant.export.heads import Columns
from assistant.export.script import Cell
from assistant.export.seen import Seen, same
from assistant.export.sheet_rows import Spot


def reaches(spot: Spot, one: Seen) -> bool:
    """Whether a label stands in a cell that began above."""
    label = spot.label
    return (
        label is not None and label.key.rstrip(":") in one.over and not any(same(label.key, keys) for keys in one.keys)
    )


def stands_in(spot: Spot, cells: Sequence[Cell]) -> bool:
    """Whether a label stands in one of the cells."""
    return spot.label is not None and any(spot.label.key in folded(cell.told.text) for cell in cells)


def counts(cell: Cell) -> bool:
    """Whether a cell holds the number of a record, or nothing."""
    words = folded(cell.told.text).rstrip(".、") if len(cell.told.text) < 9 else "-"
    return (not words or words.isdigit()) and not cell.told.marks


def under(cell: Cell, above: Sequence[Columns]) -> bool:
    """An empty cell below a label that the form's own print reaches down to: not merged with it, but none the less."""
    inside = any(first <= cell.column and cell.column + cell.columns <= last for first, last in above)
    return inside and not cell.told.text.strip() and not cell.told.marks


def like(spots: Sequence[Spot], keys: Sequence[frozenset[str]], empty: Sequence[bool]) -> bool:
    """Whether the cells are those of the form one by one: as many, and no label elsewhere than in its place."""
    if len(spots) != len(keys):
        return False
    labels = [(at, spot.label) for at, spot in enumerate(spots) if spot.label is not None]
    if any(same(label.key, keys[at]) for at, label in labels):
        return all(same(label.key, keys[at]) or not any(same(label.key, one) for one in keys) for at, label in labels)
    return all(empty[at] and not any(same(label.key, one) for one in keys) for at, label in labels)


def anchors(spots: Sequence[Spot], keys: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Which cell each label fills, in order."""
    made: list[tuple[int, int]] = []
    at = 0
    for number, spot in enumerate(spots):
        if (label := spot.label) is None:
            continue
        place = next((one for one in range(at, len(keys)) if same(label.key, keys[one])), -1)
        if place >= 0:
            made.append((number, place))
            at = place + 1
    return made
