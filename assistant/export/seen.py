"""A row of a file as it is compared with those of a form, and how surely it has a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.export.folding import folded, unnumbered
from assistant.export.script import Cell, Row, Told, joined
from assistant.export.sheet_rows import Label

_LINES, _LONGEST = 12, 400
"""Lines of a cell that are looked at for print, and characters of one."""
_STARTS, _INSIDE = 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Seen:
    """A row of a file as it is compared: for each cell what its whole text may be read as, the first lines of it, what
    reaches into the row, the bookmarks in it."""

    row: Row
    keys: tuple[frozenset[str], ...]
    lines: tuple[str, ...]
    over: frozenset[str]
    marks: frozenset[str]


def seen(row: Row, guidance: frozenset[str]) -> Seen:
    """A row as it is compared."""
    cells = [cell for cell in row.cells if not cell.below]
    free = [_free(cell.told) for cell in cells]
    lines = [key for text in free for line in text.split("\n", _LINES)[:_LINES] if (key := folded(line[:_LONGEST]))]
    marks = frozenset(mark for cell in row.cells for mark in cell.told.marks)
    over = frozenset(folded(text).rstrip(":") for text in row.over if text.strip())
    return Seen(row, tuple(readings(text, guidance) for text in free), tuple(lines), over, marks)


def readings(text: str, guidance: frozenset[str]) -> frozenset[str]:
    """What a text may be read as if it is a label: without guidance, a colon, the mark of a footnote, a number."""
    if len(text) > _LONGEST:
        return frozenset()
    key = folded(text).strip("_")
    found = {key}
    for words in guidance:
        if key != words and key.endswith(words):
            found.add(key[: -len(words)])
    found |= {one[:-1] for one in found if one[-1:] and one[-1] in ":¹²³⁴⁵①②③*※"}
    return frozenset(found | {unnumbered(one) for one in found}) - {""}


def stands(label: Label, one: Seen) -> float:
    """How surely a row has a label, from 0 to 1."""
    if any(same(label.key, keys) for keys in one.keys):
        return 1
    key = label.key
    best = 0.0
    for line in one.lines:
        at = line.find(key)
        while at >= 0 and best < _STARTS:
            behind = line[at + len(key) : at + len(key) + 1]
            parted = not behind or behind in ":_(" or key[-1] in ":)"
            if at == 0 and (parted or not label.whole):
                best = _STARTS
            elif parted and behind != "(":
                best = max(best, _INSIDE if line[at - 1] in "_:)" or not label.whole else 0.0)
            at = line.find(key, at + 1)
    return best


def same(key: str, keys: frozenset[str]) -> bool:
    """Whether a label is what a cell may be read as."""
    return key in keys or key.rstrip(":") in keys or (bool(rest := unnumbered(key)) and rest in keys)


def _free(told: Told) -> str:
    """The words that stand in no bookmark of a field."""
    if not any(told.held):
        return told.text
    return "".join(sign for sign, mark in zip(told.text, told.held, strict=True) if not mark)


def cells_of(row: Row) -> Iterator[Cell]:
    """The cells that begin in a row."""
    return (cell for cell in row.cells if not cell.below)


def whole(row: Row) -> Told:
    """All cells of a row as lines."""
    return joined([cell.told for cell in cells_of(row)])


def lengthened(one: Seen, rows: Sequence[Row]) -> Seen:
    """A row whose last cell goes on on the lines behind it."""
    *cells, last = one.row.cells
    told = joined([last.told, *(whole(row) for row in rows)])
    return replace(one, row=replace(one.row, cells=(*cells, replace(last, told=told))))
