"""The sections of a form file, block by block."""

from __future__ import annotations

from dataclasses import replace

from assistant.drafting.field import Field
from assistant.drafting.fields import Surroundings, field_of
from assistant.drafting.form import Block, Section
from assistant.drafting.grids import table_of
from assistant.drafting.items import items_of
from assistant.drafting.places import Spot
from assistant.drafting.rows import Misfit, Row
from assistant.drafting.table import Item, Line, Printed

COVER = "cover"


def cover_of(row: Row, around: Surroundings, fields: dict[str, Field]) -> Section:
    """The cover, whose fields are "cover.…"."""
    around = replace(around, prefix=COVER)
    made = Section(COVER, None, 1, _blocks(row, around, fields))
    row.done()
    return made


def section_of(row: Row, around: Surroundings, fields: dict[str, Field]) -> Section:
    """One section; its fields are added to `fields` as they come."""
    identity = row.words("id")
    around, pages = replace(around, prefix=identity), around.pages
    title = None
    if "title" in row:
        title = pages.quote(row.raw("title"), Spot(row.words("clause", " ").strip()), f"title of {identity}")
    made = Section(
        identity,
        title,
        row.whole("level", 1, 1),
        _blocks(row, replace(around, label=title), fields),
        tuple(pages.whole(clause) for clause in row.texts("notes")),
        row.flag("new_page"),
    )
    row.done()
    return made


def _blocks(row: Row, around: Surroundings, fields: dict[str, Field]) -> tuple[Block, ...]:
    return tuple(_block(one, around, fields) for one in row.rows("block", f"a block of {around.prefix}"))


def _block(row: Row, around: Surroundings, fields: dict[str, Field]) -> Block:
    around = replace(around, earlier=fields)
    made: Block
    if "table" in row:
        return table_of(row, around, fields)
    if "line" in row:
        made = Line(_line(row, replace(around, label=None)))
        fields |= {field.path: field for field in made.fields()}
    elif "print" in row:
        (held,) = items_of(row, replace(around, label=None))
        if not isinstance(held, Printed):
            raise Misfit(f"{row.what} prints and fills in one; write a line")
        made = held
    elif "fill" in row:
        spot = Spot(row.words("clause", " ").strip())
        made = field_of(row, replace(around, spot=spot))
        fields[made.path] = made
    else:
        raise Misfit(f"{row.what} is none of table, line, print and fill")
    row.done()
    return made


def _line(row: Row, around: Surroundings) -> tuple[Item, ...]:
    spot = Spot(row.words("clause", " ").strip())
    return items_of(Row({"items": list(row.list("line"))}, row.what), replace(around, spot=spot))
