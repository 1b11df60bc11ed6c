"""Units in places that are for another kind of unit: a college where the park is to stand."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.field import Field
from assistant.drafting.unit_kinds import kind_of
from assistant.drafting.values import kinds_asked
from assistant.guideline.quote import Quote
from assistant.guideline.values import Unit
from assistant.precheck.filing import Filing
from assistant.precheck.report import Outcome, Point
from assistant.precheck.units_named import names_in
from assistant.programmes.units import taxonomy


def found(filing: Filing) -> Iterator[Point]:
    """Each unit whose name says that it is none of the kind that its place is for; of a list it may yet be one."""
    for place in filing.mine():
        what = place.field.fact.rpartition(".")[2]
        wanted = kinds_asked(place.field) if what in ("name", "names") and not place.field.repeat else ()
        for name in names_in(place.text) if wanted else ():
            kind = kind_of(name)
            if kind is None or not _outside(kind, wanted):
                continue
            values = (("name", name), ("about", filing.spot(place.path).label))
            outcome: Outcome = "fail" if what == "name" else "unknown"
            yield Point("eligibility", outcome, "unit_slot", values, filing.spots((place.path,)), _label(place.field))


def _outside(kind: Unit, wanted: tuple[str, ...]) -> bool:
    return all(not taxonomy().related(kind.kind, other) for other in wanted)


def _label(field: Field) -> Quote:
    return field.under[-1] if field.fact.endswith(".names") and field.under else field.label
