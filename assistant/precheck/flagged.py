"""What the checks of drafts find, as points of a report: those checks run here and nowhere else in this room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assistant.drafting import check_figures, check_grants, check_rules, check_sums
from assistant.drafting.draft import Flag, FlagKey
from assistant.precheck.filing import Filing
from assistant.precheck.report import Outcome, Point, RuleName

_RULES: Mapping[FlagKey, RuleName] = MappingProxyType(
    {
        "total": "total",
        "among": "total",
        "sum_prose": "total",
        "share_sum": "total",
        "prose": "same_figure",
        "year_range": "year",
        "year_done": "year",
        "naming": "naming",
        "not_named": "naming",
        "abbreviation": "abbreviation",
        "secret": "secret",
        "share": "share",
        "rate": "share",
        "levy": "levy",
        "levy_unknown": "levy",
        "unit": "unit",
        "count": "eligibility",
    }
)
"""The rule that each flag speaks of; those left out are about facts that stand in no form."""
_OPEN: frozenset[FlagKey] = frozenset({"levy_unknown"})


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag with the path of the text that it was found in, "" for none."""

    path: str
    flag: Flag


def flagged(filing: Filing) -> tuple[Flagged, ...]:
    """Everything that the checks of drafts find in what is filled in."""
    checks = (check_rules.found, check_figures.found, check_sums.found, check_grants.found)
    return tuple(Flagged(path, flag) for check in checks for path, flag in check(filing.case) if flag.key in _RULES)


def points_of(found: tuple[Flagged, ...], rule: RuleName, filing: Filing) -> Iterator[Point]:
    """The points of one rule, each once."""
    for one in dict.fromkeys(one for one in found if _RULES[one.flag.key] == rule):
        yield point_of(one, filing)


def point_of(one: Flagged, filing: Filing) -> Point:
    """A flag as a point: open where its words may be meant otherwise."""
    flag = one.flag
    paths = tuple(dict.fromkeys(path for path in (one.path, *flag.paths) if path))
    spots = filing.spots(paths)
    outcome: Outcome = "fail" if flag.sure and flag.key not in _OPEN and not _come(flag, filing) else "unknown"
    values = (*flag.values, ("of", spots[0].label if spots else ""))
    return Point(_RULES[flag.key], outcome, flag.key, values, spots, flag.quote)


def _come(flag: Flag, filing: Filing) -> bool:
    """Whether a year told as done had come by the time of writing: the form promises it, yet part of it may be done."""
    if flag.key != "year_done":
        return False
    return int(dict(flag.values)["year"]) <= filing.written.year
