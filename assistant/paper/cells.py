"""Cells and lines of a form on paper: printed words, values, room for ink."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from assistant.drafting.field import Field
from assistant.drafting.table import Cell, Item, Printed
from assistant.export.sheet import Align, Line, Piece, Role
from assistant.paper.text import MISSING, pieces

INK = ("signature", "seal")
_DAY = re.compile(r"年\s*月\s*日")
_OPEN = re.compile(r"[：:]\s*$")
_SMALL = 9
_INK_ROOM, _DAY_ROOM = 3.4, 0.6
_APART = 10
_LONG = 60
"""Characters from which a value is set as prose."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How places are filled: `value` gives the text of a path; `blank` is a form to be filled in by hand, which says
    nothing of what is missing; `notes` are the numbers of footnotes by their marks, `noted` the clauses that they are;
    `row` is the number of the record."""

    value: Callable[[str], str]
    blank: bool
    notes: Mapping[str, int]
    noted: frozenset[str] = frozenset()
    row: int = 0


def cell_lines(cell: Cell, filling: Filling, path: Callable[[Field], str]) -> tuple[Line, ...]:
    """The lines of a cell from top to bottom; `path` says which path a field has in this row."""
    made: list[Line] = []
    signed = any(isinstance(item, Field) and item.kind in INK for item in cell.items)
    inline = any(_sign(item) for item in cell.items)
    for at, item in enumerate(cell.items):
        before = cell.items[at - 1] if at else None
        if inline or (isinstance(item, Field) and isinstance(before, Printed) and _joined(before, item)):
            last = made.pop() if made else Line((), "mark")
            more = item_pieces(item, filling, path)
            made.append(replace(last, pieces=(*last.pieces, *more, *_room(item, more, inline))))
        elif isinstance(item, Printed):
            made.append(_printed(item, filling, "mark" if cell.heading else "cell"))
        elif not isinstance(item, Field):
            made.append(Line((Piece(str(filling.row)),), "mark"))
        else:
            made += field_lines(item, filling, path(item), "cell", "center" if len(cell.items) == 1 else None)
        if signed and not cell.heading and (room := _ink_room(cell, at)):
            made[-1] = replace(made[-1], align="right", room=room, before=_APART)
    return tuple(made)


def _room(item: Item, shown: tuple[Piece, ...], inline: bool) -> tuple[Piece, ...]:
    """Space to write in, between a bracket or stroke and the next."""
    empty = inline and isinstance(item, Field) and not "".join(piece.text for piece in shown)
    return (Piece("\u3000" * 3),) if empty else ()


def _ink_room(cell: Cell, at: int) -> float:
    """What stays free at the right of a line that is signed, sealed or dated; 0 for any other."""
    item, rest = cell.items[at], cell.items[at + 1 : at + 2]
    for one in (item, *(rest if isinstance(item, Printed) else ())):
        if isinstance(one, Field) and one.kind in (*INK, "date"):
            return _INK_ROOM if one.kind in INK else _DAY_ROOM
    return 0


def _sign(item: Item) -> bool:
    """A bracket or stroke between blanks, which stand on one line then."""
    return isinstance(item, Printed) and not any(char.isalnum() for char in item.quote.text)


def field_lines(field: Field, filling: Filling, path: str, role: Role, align: Align | None = None) -> list[Line]:
    """A field on lines of its own, with its guidance while it is empty."""
    text = filling.value(path)
    prose = field.kind in ("narrative", "opinion")
    if (text and not prose and (len(text) > _LONG or "\n" in text)) or prose or field.options:
        align = "left" if field.options else None
    above = field.limit.quote.clause.id if field.limit is not None and field.limit.inherited_from else ""
    told = [quote.text for quote in field.guidance if quote.clause.id not in (above, *filling.noted)]
    shown = told if filling.blank or (prose and not text) else []
    guidance = [Line((Piece(words, faint=True),), "note") for words in shown]
    if not text or not prose:
        return [*guidance, Line(field_pieces(field, filling, path), role, align)]
    indent = role == "cell" and (len(text) > _LONG or "\n" in text)
    return [*guidance, *(Line(pieces(line, path), role, align, indent=indent) for line in text.split("\n"))]


def field_pieces(field: Field, filling: Filling, path: str) -> tuple[Piece, ...]:
    """A field within a line: its value and the unit beside it, or room to write."""
    text = filling.value(path)
    unit = (Piece(field.unit.text),) if field.unit is not None and field.unit_beside else ()
    if field.kind in INK:
        return ()
    if text:
        return (*_in_lines(text, path), *unit)
    if dated(field):
        return (Piece("", path), Piece("\u3000\u3000年\u3000\u3000月\u3000\u3000日"))
    if filling.blank or field.filled_by == "authority" or field.repeat:
        return (Piece("", path), *unit)
    return (Piece(MISSING, path, marked=True, size=_SMALL), *unit)


def dated(field: Field) -> bool:
    """Whether the field is the day beside a signature, which prints the places of its figures and no label."""
    return field.kind == "date" and _DAY.fullmatch(field.label.text.strip()) is not None


def item_pieces(
    item: Item, filling: Filling, path: Callable[[Field], str] = lambda field: field.path
) -> tuple[Piece, ...]:
    """An item within a line."""
    if isinstance(item, Field):
        return field_pieces(item, filling, path(item))
    if isinstance(item, Printed):
        return _printed(item, filling, "body").pieces
    return (Piece(str(filling.row)),)


def _in_lines(text: str, path: str) -> tuple[Piece, ...]:
    """A value within a line, its own line breaks kept as such."""
    made: list[Piece] = []
    for number, line in enumerate(text.split("\n")):
        made += ([Piece("\n", path)] if number else []) + list(pieces(line, path))
    return tuple(made)


def _printed(item: Printed, filling: Filling, role: Role) -> Line:
    words = item.quote.text
    if _DAY.fullmatch(words.strip()):
        words = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"
    note = filling.notes.get(item.mark, 0) if item.mark else 0
    return Line((Piece(words), Piece("", note=note)) if note else (Piece(words),), role, indent=item.declares)


def _joined(before: Printed, field: Field) -> bool:
    return field.kind in (*INK, "date", "number") or _OPEN.search(before.quote.text) is not None
