"""Typed values that clauses state and questions give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

Dimension = Literal["duration", "count", "characters", "ratio", "money", "area", "copies", "length", "other"]
Modality = Literal["must", "may", "must_not", "usual", "prefer", "encourage", "states"]
Role = Literal["lead", "joint", "member", "builder", "applicant", ""]


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers between two bounds; None is unbounded. 以上 / 不超过 include the bound, 超过 / 不满 do not
    (Civil Code of the PRC, article 1259)."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def exact(self) -> bool:
        """Whether it holds one number only."""
        return self.low is not None and self.low == self.high

    def contains(self, number: Fraction) -> bool:
        """Whether the number lies inside."""
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at text[start:end].

    `unit` is canonical ("家", "年", "月", "天", "工作日", "字", "份", "元", "%" …); money is in 元, ratios are
    fractions of 1 (30% and 1/3 alike) with unit "比例". `head` is the noun counted ("联合申报单位",
    "专精特新企业"), "" where none stands beside it. `exact` is False for 左右 / 约.
    """

    interval: Interval
    unit: str
    dimension: Dimension
    head: str
    start: int
    end: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Day:
    """A date at text[start:end]; `year` is None for yearly dates ("每年12月15日前"); `day` None for a month."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int
    before: bool = False

    def full(self) -> date | None:
        """The calendar date where year, month and day are known and real."""
        if self.year is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody: any field may be empty."""

    office: str = ""
    person: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    address: str = ""


DENIED = "!"  # stands before each value of a feature that a unit is said not to have


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of unit as a rule or a question names it: a taxonomy kind plus features.

    `features` are sorted (name, value) pairs: ownership public/private, affiliation ministry/co_built/
    provincial/municipal, level and level_min county/city/province/national, designation srdi/leading/…,
    region (a place name). `words` are the words it was read from.
    """

    kind: str
    features: tuple[tuple[str, str], ...] = ()
    words: str = ""

    def feature(self, name: str) -> str:
        """The value of a feature, "" where it is not given."""
        return dict(self.features).get(name, "")
