"""The last day: gone by, or how many days are left."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.precheck.filing import Filing
from assistant.precheck.last_days import on
from assistant.precheck.report import Point


def found(filing: Filing) -> Iterator[Point]:
    """Whether the form can still be handed in. What comes every year is late only for the year it is of."""
    last = filing.known.last
    if last is None:
        return
    today = filing.today
    if last.day is not None:
        left = (last.day - today).days
        values = (("day", last.day.isoformat()), ("n", str(abs(left))))
        if left < 0:
            yield Point("deadline", "fail", "late", values, (), last.quote)
        else:
            yield Point("deadline", "pass", "in_time" if left else "last_day", values, (), last.quote)
        return
    ends = on(today.year, last.last)
    begins = on(today.year, last.first) if last.first else None
    if begins is not None and begins > ends:  # a span over the turn of the year
        begins, ends = (
            (begins, on(today.year + 1, last.last)) if today >= begins else (on(today.year - 1, last.first), ends)
        )
    if today > ends:
        following = on(today.year + 1, last.last)
        late = (("day", ends.isoformat()), ("n", str((today - ends).days)), ("next", following.isoformat()))
        yield Point("deadline", "unknown", "yearly_late", late, (), last.quote)
        return
    values = (("day", ends.isoformat()), ("n", str((ends - today).days)))
    early = begins is not None and today < begins
    yield Point("deadline", "pass", "yearly_early" if early else "yearly", values, (), last.quote)
