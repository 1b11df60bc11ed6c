"""A form as it was handed in, with what is known of it: what every rule looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from assistant.drafting.case import Case
from assistant.drafting.days import day_in
from assistant.drafting.facts import FactSheet, Filled, Value
from assistant.drafting.field import Field
from assistant.paper.cells import dated
from assistant.paper.places import Place, places
from assistant.paper.text import named
from assistant.precheck.amounts import amount_of, other_unit
from assistant.precheck.known import Known
from assistant.precheck.paper import Paper
from assistant.precheck.report import Spot
from assistant.precheck.units_named import units_named

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Filing:
    """`places` are all that may be typed in, but for the ink; `numbers` what stands in boxes of numbers, exactly, by
    path; `sheet` the facts with the units that the form names and without sentences of their own; `case` the same for
    the checks of drafts; `filled_on` the day that the form is dated, None where none can be read."""

    known: Known
    paper: Paper
    places: tuple[Place, ...]
    by_path: Mapping[str, Place]
    numbers: Mapping[str, Decimal]
    sheet: FactSheet
    case: Case
    today: date
    filled_on: date | None

    @property
    def written(self) -> date:
        """The day as of which the form speaks: that which it is dated, else its last day where that is over."""
        last = self.known.last
        due = last.day if last is not None else None
        day = self.filled_on or (due if due is not None and due < self.today else self.today)
        return min(day, self.today)

    def spot(self, path: str, words: str | None = None) -> Spot:
        """A place by its path, with what stands there or with other words of it."""
        place = self.by_path.get(path)
        field = place.field if place is not None else self.known.fields.get(path)
        label = named(field, path) if field is not None and field.repeat else self.known.labels.get(path, "")
        return Spot(path, label, shown(words if words is not None else place.text if place is not None else ""))

    def spots(self, paths: Iterable[str]) -> tuple[Spot, ...]:
        """Places by their paths."""
        return tuple(self.spot(path) for path in paths if path)

    def mine(self) -> Iterator[Place]:
        """The places that whoever fills in the form types in and that were found."""
        unread = frozenset(self.paper.unread)
        for place in self.places:
            if place.field.filled_by == self.known.form.filled_by and not dated(place.field):
                if place.path not in unread and place.field.path not in unread:
                    yield place

    def prose(self) -> Iterator[Place]:
        """Of these the ones that hold text of several sentences."""
        return (place for place in self.mine() if place.field.kind == "narrative" and place.text.strip())


def filing_of(known: Known, paper: Paper, sheet: FactSheet, today: date) -> Filing:
    """What the rules look at; nothing of it outlives the report."""
    form = known.form
    held = tuple(places(form, paper.filled))
    clean = _clean(paper.filled, known.fields)
    values = dict(clean.values)
    numbers = {path: value for path, value in values.items() if isinstance(value, Decimal)}
    told = replace(sheet, foundations=(), plans=(), forms=(clean,), units=units_named(form, clean, sheet))
    texts = {
        p.path: p.text for p in held if p.field.kind == "narrative" and p.text and p.field.filled_by == form.filled_by
    }
    # What was decided of one applicant's units is forgotten with the report.
    fresh = replace(known.grounds, criteria=tuple(replace(one, known={}) for one in known.grounds.criteria))
    days = [values[f.path] for f in form.fields() if f.fact == "filled_on" and f.path in values]
    written = next((date.fromisoformat(day) for day in days if isinstance(day, str) and len(day) == 10), None)
    at = {place.path: place for place in held}
    return Filing(known, paper, held, at, numbers, told, Case(form, told, texts, fresh), today, written)


def shown(words: str) -> str:
    """The first words of a place, on one line."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"


def _clean(filled: Filled, fields: Mapping[str, Field]) -> Filled:
    """The values without those that are none of their field's kind."""
    values = ((path, _fit(fields.get(path), value)) for path, value in filled.values)
    rows = tuple(
        (
            path,
            tuple(
                tuple((k, fit) for k, v in record if (fit := _fit(fields.get(f"{path}.{k}"), v)) is not None)
                for record in records
            ),
        )
        for path, records in filled.rows
    )
    return replace(filled, values=tuple((path, value) for path, value in values if value is not None), rows=rows)


def _fit(field: Field | None, value: Value) -> Value | None:
    if field is None or field.kind in ("signature", "seal"):
        return None
    if field.kind == "number":
        amount, unit = amount_of(value), field.unit.text if field.unit is not None else ""
        if amount is None or not amount.exact or other_unit(amount.unit, unit):
            return None
        return amount.number
    if field.kind == "choice":
        known = {option.id for option in field.options}
        return value if isinstance(value, tuple) and set(value) <= known else None
    if not isinstance(value, str):
        return None
    return day_in(value) if field.kind == "date" else value
