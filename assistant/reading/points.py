"""Tables of indicators: every observation point ("3.4 …") is a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.labels import Label, label_of
from assistant.reading.mapped import Mapped
from assistant.reading.tables import Row

_POINT = re.compile(r"(?:^|(?<=\s))\d{1,2}\.\d{1,2}(?=\s+\S)")


@dataclass(frozen=True, slots=True)
class Point:
    """An indicator (`label` of one number) or one observation point under it."""

    text: Mapped
    label: Label | None
    page: int | None


def has_points(rows: Sequence[Row]) -> bool:
    """Whether the table lists numbered observation points."""
    cells = [cell.text for row in rows for cell in row.cells]
    return any(_POINT.match(text) for text in cells) and sum(len(_POINT.findall(text)) for text in cells) >= 2


def points_of(rows: Sequence[Row]) -> tuple[Point, ...]:
    """Indicators and points in order; a point cut by a repeated header is one again."""
    found: list[Point] = []
    for row in rows:
        for column, cell in enumerate(row.cells):
            if not cell.text:
                continue
            label = label_of(cell.text)
            if column == 0 and label is not None and label.style == "arabic":
                found.append(Point(cell, label, row.page))
                continue
            cuts = [match.start() for match in _POINT.finditer(cell.text)]
            lead = cell.cut(0, cuts[0] if cuts else len(cell)).strip()
            if lead.text and found and found[-1].label and found[-1].label.style == "levels":
                found[-1] = Point(found[-1].text.then(lead), found[-1].label, found[-1].page)
            elif lead.text:
                found.append(Point(lead, None, row.page))
            for start, end in zip(cuts, [*cuts[1:], len(cell)], strict=False):
                text = cell.cut(start, end).strip()
                found.append(Point(text, label_of(text.text), row.page))
    return tuple(found)
