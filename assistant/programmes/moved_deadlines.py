"""The deadlines of programmes as later documents moved them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.guideline.amendment import Amendment, overlap
from assistant.guideline.document import Guideline
from assistant.guideline.statement import Statement
from assistant.guideline.values import Day

Gone = Mapping[Statement, Mapping[str, Amendment]]
"""For each statement that holds no more: for which programmes, and by which amendment."""


def moved(
    guidelines: tuple[Guideline, ...], statements: Sequence[Statement], gone: Gone, amendments: Sequence[Amendment]
) -> tuple[Guideline, ...]:
    """The documents, their programmes with the deadlines that later ones set."""

    def due(home: Guideline, programme: str) -> date | None:
        """The day set in place of the one of the programme's document, by the last amendment that moves it on."""
        last: date | None = None
        for change in amendments:
            was_said = [s.value for s, by in gone.items() if by.get(programme) == change]
            days = [v for v in was_said if isinstance(v, Day)]
            was = last or home.entry.deadline or next((d for v in days if (d := v.full())), None)
            if was is None or all((v.month, v.day) != (was.month, was.day) for v in days):
                continue
            for told in statements:
                if told.attribute == "deadline" and isinstance(told.value, Day) and overlap(told.quote, change.newer):
                    last = _after(told, told.value, was) or last
        return last

    days = {p.id: due(g, p.id) for g in guidelines for p in g.programmes}
    return tuple(
        replace(
            g,
            programmes=tuple(replace(p, deadline=days[p.id]) for p in g.programmes),
            also=tuple(replace(p, deadline=days.get(p.id)) for p in g.also),
        )
        for g in guidelines
    )


def _after(told: Statement, day: Day, was: date) -> date | None:
    """The date meant where the year is left out: that of the day before, or the next where it is moved on past it."""
    if day.year is not None or day.day is None:
        return day.full()
    same = replace(day, year=was.year).full()
    on = same is not None and same < was and "提前" not in told.quote.text
    return replace(day, year=was.year + 1).full() if on else same
