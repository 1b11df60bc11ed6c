"""The rules of a form file: each must stand in its document, what it holds in its words."""

from __future__ import annotations

import re
from typing import cast, get_args

from assistant.drafting.places import Pages, Spot
from assistant.drafting.rows import Misfit, Row
from assistant.drafting.rule import Rule, RuleKind
from assistant.programmes.numerals import half_width

POINTS = {"小四号": 12.0, "小三号": 15.0, "小五号": 9.0, "四号": 14.0, "三号": 16.0, "五号": 10.5}
"""Type sizes by their Chinese names, in points; longer names first, since they hold the shorter ones."""
SIDES = {"left": "左侧", "top": "上侧"}
QUARTERS = {
    ("01-01", "03-31"): "第一季度",
    ("04-01", "06-30"): "第二季度",
    ("07-01", "09-30"): "第三季度",
    ("10-01", "12-31"): "第四季度",
}
COUNTED = ("line_spacing", "copies", "whole_limit")
"""Kinds whose number must stand in their words."""
_DAY = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})")


def rule_of(row: Row, pages: Pages, everywhere: Pages) -> Rule:
    """One rule; Misfit where its words or figures do not stand in the document."""
    kind = cast("RuleKind", row.one_of("kind", get_args(RuleKind)))
    home = everywhere if row.flag("elsewhere") else pages
    quote = home.quote(row.raw("quote"), Spot(row.words("clause", " ").strip()), f"the rule {kind}")
    years = row.numbers("years")
    made = Rule(kind, quote, row.texts("words"), row.number("number"), years, row.flag("firm", True))
    row.done()
    said = half_width(quote.text).replace(" ", "")
    if kind in COUNTED and (made.number is None or not re.search(rf"(?<![0-9.]){made.number:g}(?![0-9.])", said)):
        raise Misfit(f"the words {quote.text!r} do not say {made.number}")
    if kind == "size" and made.number != next((points for name, points in POINTS.items() if name in said), None):
        raise Misfit(f"the words {quote.text!r} are no type of {made.number} points")
    wanted = [half_width(one) for one in _told(made)]
    if absent := [one for one in wanted if one not in said]:
        raise Misfit(f"the words {quote.text!r} do not hold {absent[0]!r}")
    return made


def _told(rule: Rule) -> list[str]:
    """How the document must say what the rule holds."""
    if rule.kind in ("due", "cut_off"):
        return [QUARTERS[window]] if (window := tuple(rule.words)) in QUARTERS else [_day(one) for one in rule.words]
    if rule.kind == "binding":
        return [SIDES.get(one, one) for one in rule.words]
    # A span of years is printed by its ends (2024—2026).
    return [*rule.words, *map(str, (*rule.years[:1], *rule.years[-1:]))]


def _day(written: str) -> str:
    found = _DAY.fullmatch(written)
    if found is None:
        raise Misfit(f"{written!r} is no day as YYYY-MM-DD or MM-DD")
    year, month, day = found.groups()
    return f"{f'{year}年' if year else ''}{int(month)}月{int(day)}日"
