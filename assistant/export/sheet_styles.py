"""How each kind of line of a form is set, whatever file it is written to: font, size, distances, place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from assistant.export.sheet import Align, Role, Setup

BLACK, SONG = "黑体", "宋体"
INSIDE, OUTSIDE, TOP, BOTTOM, FOOT = 2.6, 2.6, 2.6, 2.4, 1.5
"""Margins of the page in centimetres, and how far from its edge the number of the page stands."""
NOTE_SIZE = 9.0
CELL: Mapping[Literal["top", "left", "bottom", "right"], float] = {
    "top": 0.07, "left": 0.15, "bottom": 0.07, "right": 0.15
}  # fmt: skip
"""Centimetres between a cell's border and its words."""
APART = 8
"""Points between two tables."""


@dataclass(frozen=True, slots=True)
class Style:
    """`pitch` is the fixed distance of lines in points, 0 for single spacing; `indent` what the first line is indented,
    in hundredths of a character; `before` and `after` are points."""

    font: str
    size: float
    pitch: float = 0
    align: Align = "left"
    indent: int = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    keep: bool = False
    grey: bool = False


def styles(setup: Setup) -> Mapping[Role, Style]:
    """The style of every role, in the order in which a Word file names them."""
    font, size, pitch = setup.font, setup.size, setup.pitch
    wide = pitch or round(size * 1.7)
    cell = Style(font, size, pitch or 0)
    return {
        "body": Style(font, size, wide, "both", indent=200),
        "title": Style(SONG, 22, align="center", bold=True, after=18),
        "heading": Style(BLACK, 14, before=14, after=8, keep=True),
        "subheading": Style(BLACK, 12, before=8, after=4, keep=True),
        "annex": Style(BLACK, 16),
        "cover": Style(font, 16),
        "caption": Style(font, size, wide, "center", keep=True),
        "cell": cell,
        "mark": replace(cell, align="center"),
        "note": Style(font, 10.5, align="both", grey=True),
    }


def text_width(setup: Setup) -> float:
    """The width of the text in centimetres."""
    return (29.7 if setup.landscape else 21.0) - INSIDE - OUTSIDE - setup.gutter
