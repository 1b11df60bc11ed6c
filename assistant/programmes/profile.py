"""What an applicant tells of itself: every field may be missing, and what is missing is not known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from assistant.guideline.values import Interval, Unit

Side = Literal["lead", "joint", ""]
Answered = Literal["met", "unmet"]


@dataclass(frozen=True, slots=True)
class Founded:
    """Founded on some day from `first` to `last`, both included."""

    first: date
    last: date

    def age(self, today: date) -> Interval:
        """Years from founding to `today`, exact at every anniversary."""
        return Interval(_years(self.last, today), _years(self.first, today))


@dataclass(frozen=True, slots=True)
class Partner:
    """`count` joint units of one sort. `unit` and `age` are None and `region` "" where they are not told."""

    unit: Unit | None = None
    region: str = ""
    age: Interval | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Profile:
    """An applicant in one of its roles.

    `age` and `cooperation` are in years; `shares` are fractions of 1 by what they are shares of ("" for a ratio of
    mentors named by no words of the clause). `partners` are the joint units besides the applicant and the lead, ()
    for none of them, None where nothing is told. `answers` are criterion ids with what was answered to the clause.
    `region` is a place that `regions` knows, "elsewhere", "elsewhere-province" or "abroad".
    """

    unit: Unit | None = None
    region: str = ""
    age: Interval | None = None
    founded: Founded | None = None
    legal_person: bool | None = None
    role: Side = ""
    partners: tuple[Partner, ...] | None = None
    cooperation: Interval | None = None
    mentor_share: Interval | None = None
    shares: tuple[tuple[str, Interval], ...] = ()
    submitting: int | None = None
    answers: tuple[tuple[str, Answered], ...] = ()

    def as_of(self, today: date) -> Profile:
        """The same profile with its age at that day where only the founding is told."""
        if self.age is not None or self.founded is None:
            return self
        return replace(self, age=self.founded.age(today))

    def answer(self, criterion: str) -> Answered | None:
        """What was answered to a criterion."""
        return dict(self.answers).get(criterion)

    def share(self, subject: str) -> Interval | None:
        """The share told for what a clause names; that of mentors where the clause speaks of them."""
        told = dict(self.shares).get(subject)
        return self.mentor_share if told is None and "导师" in subject else told


def _years(born: date, today: date) -> Fraction:
    if born > today:
        return Fraction(0)
    full = today.year - born.year - (today < _anniversary(born, today.year))
    last, following = _anniversary(born, born.year + full), _anniversary(born, born.year + full + 1)
    return full + Fraction((today - last).days, (following - last).days)


def _anniversary(born: date, year: int) -> date:
    """The same day of another year; without a corresponding day the last of the month (Civil Code, article 202)."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, born.month, 28)
