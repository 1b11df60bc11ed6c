"""What stands in a field of a form, as text on paper and back."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.drafting.days import day_in, day_printed
from assistant.drafting.facts import Value
from assistant.drafting.field import Field
from assistant.drafting.finding import full_label
from assistant.export.folding import folded
from assistant.export.sheet import Piece

TICKED, UNTICKED = "☑", "□"
BETWEEN = "\u3000"
"""Stands between two boxes."""
MISSING = "【待补充】"
"""What stands in a place too narrow to say what is missing."""
_TICKS = "☑☒✓✔√■"
_GAP = re.compile(r"(【待补充(?:：[^【】]*)?】)")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)


def on_paper(field: Field, value: Value | None) -> str:
    """The value as text: an exact number in figures, a day as 2024年5月10日, of options all, ticked or not."""
    if field.options:
        chosen = value if isinstance(value, tuple) else (value,)
        boxes = (f"{TICKED if one.id in chosen else UNTICKED}{one.quote.text}" for one in field.options)
        return BETWEEN.join(boxes)
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return "、".join(value)
    return day_printed(value) if field.kind == "date" else value


def from_paper(field: Field, text: str) -> Value | None:
    """The value behind the text; None where nothing is filled in."""
    if field.options:
        return tuple(one.id for one in field.options if _ticked(text, one.quote.text)) or None
    if not _GAP.sub("", text).strip():
        return None
    if field.kind == "number" and _NUMBER.fullmatch(text):
        return Decimal(text)
    return (day_in(text) if field.kind == "date" else None) or text


def named(field: Field, path: str = "") -> str:
    """The field as one would point at it, in a record with its number."""
    record = path.split(".")[-2] if field.repeat and path and path != field.path else ""
    return "".join(full_label(field).split()) + (f"（第{record}行）" if record else "")


def withheld(count: int, most: int) -> str:
    """What stands in the place of a text that is too long for it."""
    return f"【待补充：本栏原文{count}字，超过{most}字上限，未填入，全文见待办清单】"


def pieces(text: str, path: str) -> tuple[Piece, ...]:
    """One line of a value, its marks of something missing highlighted; an empty line is an empty piece."""
    parts = [part for part in _GAP.split(text) if part] or [""]
    return tuple(Piece(part, path, marked=bool(_GAP.fullmatch(part))) for part in parts)


def _ticked(text: str, option: str) -> bool:
    # The box stands before the words; of options that begin alike the words alone would not tell.
    return re.search(f"[{_TICKS}]{re.escape(folded(option))}", folded(text)) is not None
