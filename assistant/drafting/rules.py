"""The rules of a form file: each must stand in its document, its figures in its words."""

from __future__ import annotations

import re
from typing import cast, get_args

from assistant.drafting.places import Pages, Spot
from assistant.drafting.rows import Misfit, Row
from assistant.drafting.rule import Rule, RuleKind
from assistant.programmes.numerals import half_width

POINTS = {"小四号": 12.0, "四号": 14.0, "小三号": 15.0, "三号": 16.0, "五号": 10.5, "小五号": 9.0}
"""Type sizes by their Chinese names, in points."""
COUNTED = ("line_spacing", "copies", "whole_limit")
"""Kinds whose number must stand in their words."""


def rule_of(row: Row, pages: Pages, everywhere: Pages) -> Rule:
    """One rule; Misfit where its words or figures do not stand in the document."""
    kind = cast("RuleKind", row.one_of("kind", get_args(RuleKind)))
    home = everywhere if row.flag("elsewhere") else pages
    quote = home.quote(row.raw("quote"), Spot(row.words("clause", " ").strip()), f"the rule {kind}")
    made = Rule(
        kind, quote, row.texts("words"), row.number("number"), row.numbers("years"), row.flag("firm", True)
    )  # fmt: skip
    row.done()
    said = half_width(quote.text).replace(" ", "")
    if kind in COUNTED and (made.number is None or not re.search(rf"(?<![0-9.]){made.number:g}(?![0-9.])", said)):
        raise Misfit(f"the words {quote.text!r} do not say {made.number}")
    if kind == "size" and not any(name in said and made.number == points for name, points in POINTS.items()):
        raise Misfit(f"the words {quote.text!r} are no type of {made.number} points")
    held = made.words if kind in ("font", "paper", "not_named") else ()
    if absent := [word for word in held if half_width(word) not in said]:
        raise Misfit(f"the words {quote.text!r} do not hold {absent[0]!r}")
    return made
