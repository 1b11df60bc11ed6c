"""Numbers as people write them in a box: 1,200人, 约300, 3亿元, 无."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.facts import Value
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width

_WRITTEN = regex(
    r"(?P<about>约|近|超过|超|逾|不少于|至少|大约|共|共计|合计)?\s*"
    r"(?P<number>[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?)\s*(?P<more>余|多|几)?\s*(?P<unit>[^\d\s]{0,6}?)"
    r"\s*(?P<over>以上|以内|左右)?"
)
_EXACT = ("共", "共计", "合计")
NOTHING = frozenset({"无", "没有", "暂无", "/", "／", "-", "－", "—", "——", "零"})
"""What says in a box that there is none."""
_MEASURES = (
    {"元": "元", "万元": "万元", "万": "万元", "亿元": "亿元", "亿": "亿元", "千元": "千元"},
    {"平方米": "m²", "㎡": "m²", "m²": "m²", "m2": "m²", "平米": "m²", "亩": "亩", "公顷": "公顷"},
    {"%": "%", "‰": "‰"},
    {"人月": "人月", "人日": "人日", "人天": "人日", "人时": "人时"},
)
"""Units that one sort of thing is measured in, by how they are written. Other units are but counting words."""
_SAID = regex(r"[\d０-９零〇一二三四五六七八九十百千万亿半两]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number out of a box; `unit` is what is written behind it, `exact` False for 约 and 余."""

    number: Decimal
    unit: str = ""
    exact: bool = True


def amount_of(value: Value) -> Amount | None:
    """The number that a value is, 0 for 无 and a stroke; None where it is none."""
    if isinstance(value, Decimal):
        return Amount(value)
    if not isinstance(value, str):
        return None
    flat = half_width(value).replace("％", "%").strip()
    if flat in NOTHING:
        return Amount(Decimal(0))
    found = _WRITTEN.fullmatch(flat)
    if found is None:
        return None
    exact = found["about"] in (None, *_EXACT) and not found["more"] and not found["over"]
    return Amount(Decimal(found["number"].replace(",", "")), found["unit"], exact)


def other_unit(written: str, wanted: str) -> bool:
    """Whether a unit measures something else than the one that the form counts in; 个 and 项 only count."""
    flat = half_width(wanted)
    if not written or not flat:
        return False
    for measures in _MEASURES:
        if written in measures or flat in measures:
            return measures.get(written) != measures.get(flat)
    return False


def tells_number(words: str) -> bool:
    """Whether words hold any figure at all."""
    return _SAID.search(words) is not None
