"""What stands in a cell or on a line of a form, as written down."""

from __future__ import annotations

from dataclasses import replace

from assistant.drafting.field import Field
from assistant.drafting.fields import Surroundings, field_of
from assistant.drafting.places import Spot, without_colon
from assistant.drafting.rows import Misfit, Row
from assistant.drafting.table import Item, Printed, RowNumber


def items_of(row: Row, around: Surroundings) -> tuple[Item, ...]:
    """The items of a row: one of print, fill and number, or a list of them in `items`; () where it has none."""
    if "items" not in row:
        return _items(row, around)
    made: list[Item] = []
    earlier = dict(around.earlier)
    for one in row.rows("items", f"an item of {row.what}"):
        last = next((without_colon(i.quote) for i in reversed(made) if isinstance(i, Printed)), around.label)
        new = _items(one, replace(around, label=last, earlier=earlier))
        one.done()
        if not new:
            raise Misfit(f"{one.what} is empty")
        earlier |= {item.path: item for item in new if isinstance(item, Field)}
        made += new
    return tuple(made)


def _items(row: Row, around: Surroundings) -> tuple[Item, ...]:
    made: list[Item] = []
    if "clause" in row:
        around = replace(around, spot=Spot(row.words("clause"), around.spot.nth))
    if "nth" in row:
        around = replace(around, spot=Spot(around.spot.clause, row.whole("nth", least=1)))
    if "print" in row:
        quote = around.pages.quote(row.raw("print"), around.spot, f"print of {row.what}")
        made.append(Printed(quote, row.words("mark", " ").strip(), row.flag("declares")))
        around = replace(around, label=without_colon(quote))
    if "fill" in row:
        made.append(field_of(row, around))
    if row.flag("number"):
        made.append(RowNumber())
    return tuple(made)
