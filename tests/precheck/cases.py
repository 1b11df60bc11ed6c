"""Forms that are in order but for what was done to them, and what an officer finds in each: every fault, no more."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from assistant.draft_told import facts_of
from assistant.drafting.facts import FactSheet, Filled
from assistant.paper.writing import exported_form
from tests.drafting.completed import HELD
from tests.precheck import spoiling as s

GOOD = Path(__file__).with_name("good")
CONSORTIUM, COMMUNITY, CENTRE = (f"{name}-recommendation" for name in ("consortium", "community", "centre"))
COLLEGE, SUMMARY, PLAN = "industry-college-application", "community-annual-summary", "centre-plan"
DEMAND, LIST = "community-demand-report", "community-list"
TODAY = {
    CONSORTIUM: date(2024, 5, 12), COMMUNITY: date(2024, 5, 12), CENTRE: date(2024, 5, 12), LIST: date(2024, 5, 12),
    COLLEGE: date(2022, 10, 20), SUMMARY: date(2024, 12, 11), PLAN: date(2024, 3, 25), DEMAND: date(2024, 3, 29),
}  # fmt: skip
"""The day on which each is looked at."""


SECOND = {CENTRE: date(2024, 5, 12), COMMUNITY: date(2024, 5, 12), COLLEGE: date(2022, 11, 5)}
"""Forms of which there is another good one, in other words, with the day on which it is looked at."""


@cache
def sheet(form: str, folder: str = ".") -> FactSheet:
    """What is told in the good form; `folder` "second" for the other one."""
    return facts_of((GOOD / folder / f"{form}.json").read_bytes())


def filled(form: str, folder: str = ".") -> Filled:
    """The values of the good form."""
    return sheet(form, folder).filled(form)


@cache
def good(form: str, folder: str = ".") -> bytes:
    """The good form in Word."""
    return exported_form(HELD[form], filled(form, folder), TODAY[form])


def value(form: str, path: str) -> str:
    """What the good form tells in a field."""
    told = json.loads((GOOD / f"{form}.json").read_text(encoding="utf-8"))["forms"][form]
    return str(told[path])


@dataclass(frozen=True, slots=True)
class Fault:
    """One of the rules, parted by "|", fails at a field whose path begins as one of the places do, or whose label holds
    one of them. `firm` is False where "cannot be told" is as good an answer."""

    rules: str
    places: str
    firm: bool = True

    def found(self, rule: str, outcome: str, spots: tuple[tuple[str, str], ...]) -> bool:
        """Whether a point with that rule, outcome and spots (path, label) reports it."""
        if rule not in self.rules.split("|") or outcome not in (("fail",) if self.firm else ("fail", "unknown")):
            return False
        places = self.places.split("|")
        return any(
            place == "*"
            or field == place
            or field.startswith(f"{place}.")
            or "".join(place.split()) in "".join(label.split())
            for field, label in spots or (("", ""),)
            for place in places
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A form, what was done to it, and what must be found. `also` may be found besides, since it follows; `miss` says
    why what is expected is not found yet."""

    name: str
    form: str
    steps: tuple[s.Step, ...]
    faults: tuple[Fault, ...] = ()
    also: tuple[Fault, ...] = ()
    resaved: bool = False
    miss: str = ""
    folder: str = "."

    def data(self) -> bytes:
        """The Word file."""
        made = s.spoiled(good(self.form, self.folder), self.steps)
        return s.resaved(made) if self.resaved else made

    @property
    def today(self) -> date:
        """The day on which it is looked at."""
        return (SECOND if self.folder == "second" else TODAY)[self.form]


def case(
    name: str, form: str, *steps: s.Step, is_: str = "", also: str = "", firm: bool = True, miss: str = ""
) -> Case:
    """`is_` and `also` are "rules@places" of faults, parted by white space."""
    faults, follow = ([Fault(*told.split("@"), firm) for told in words.split()] for words in (is_, also))
    return Case(name, form, steps, tuple(faults), tuple(follow), miss=miss)
