"""Which points of a card ask something of applicants: numbers, words, and what only describes or encourages."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from assistant.guideline.card import Point
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.statement import Statement
from assistant.guideline.values import Quantity

MEASURED: tuple[Literal["count", "age", "cooperation", "ratio", "quota"], ...] = (
    "count",
    "age",
    "cooperation",
    "ratio",
    "quota",
)
"""The attributes that are numbers a profile can be held against."""

_CONDITIONS = regex(r"条件|资格|主体|对象|要求")
_DUTIES = regex(r"任务")  # what is to be done once a programme is approved
_LATER = regex(r"内容|目标|保障|激励|扶持|奖励|经费|资金")
_DEFINED = regex(r"(?:是指|系指|指(?!导|标|南|定|派|数|挥|引|出|向|示))")
_LEVEL = regex(r"(?:县|区|地市|市|省|国家)级?(?:及)?以上")
# What stands under these headings is promised or regulated, not asked of an applicant.
_PROMISED = regex(r"保障|激励|扶持|奖励|经费|资金|支持|管理")


def measured(statement: Statement) -> bool:
    """Whether it is a number that a profile can be held against."""
    value = statement.value
    if not isinstance(value, Quantity) or statement.attribute not in MEASURED:
        return False
    if statement.attribute == "count":
        return statement.role in ("joint", "member")
    return value.unit in ("年", "月") if statement.attribute in ("age", "cooperation") else True


def mentioned(statement: Statement) -> bool:
    """Whether it describes, and asks nothing of applicants: a field of a form says what is to be filled in, a row of
    indicators what is looked at, a task what comes later, and a definition what a word means."""
    clause = statement.quote.clause
    headings = (*clause.path, clause.heading)
    one = isinstance(statement.value, Quantity) and statement.value.interval.contains(Fraction(1))
    if clause.kind == "field" or (statement.attribute == "count" and one):  # led by one enterprise: the applicant
        return True
    if any(_CONDITIONS.search(h) for h in headings):
        return False
    if any(_DUTIES.search(h) for h in headings):
        return True
    later = clause.kind == "row" or any(_LATER.search(h) for h in headings) or _DEFINED.search(statement.quote.text)
    return statement.modality == "states" and bool(later)


def counted(statement: Statement, points: list[Point]) -> bool:
    """Whether it only names the level that a count of units in the same words asks for."""
    level = isinstance(statement.value, str) and _LEVEL.fullmatch(statement.value)
    others = (p.statement for p in points if p.statement.attribute == "count")
    return bool(level) and any(
        meets(other.quote, statement.quote) and any(u.feature("level_min") for u in other.units) for other in others
    )


def due(point: Point) -> bool:
    """Whether a share stands among the conditions of applying, and not among what is promised."""
    clause = point.statement.quote.clause
    headings = (*clause.path, clause.heading)
    return point.statement.modality != "may" and (point.reviewed or not any(_PROMISED.search(h) for h in headings))


def meets(one: Quote, other: Quote) -> bool:
    """Whether two quotes share words of one clause."""
    same = (one.clause.document, one.clause.id) == (other.clause.document, other.clause.id)
    return same and one.start < other.end and other.start < one.end


def softly(statement: Statement) -> bool:
    """Whether it is no rule: 优先, 鼓励."""
    return statement.modality in ("prefer", "encourage")
