"""Days to be kept, ready for a calendar. It knows no calendar format and not what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Happening:
    """All day long from `first` to `last`; with `yearly` again every year, with `month_end` on the last day of its
    month. `key` names it: the same one has the same key in every calendar. `alarms` are days before."""

    key: tuple[str, ...]
    summary: str
    description: str
    first: date
    last: date
    yearly: bool = False
    month_end: bool = False
    alarms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Diary:
    """`notes` say what was left out, and why."""

    language: str
    as_of: date
    name: str
    happenings: tuple[Happening, ...]
    notes: tuple[str, ...]
