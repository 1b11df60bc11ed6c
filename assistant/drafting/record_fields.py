"""The prose fields of repeated rows, one for each record: the profile of every joint unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.drafting.facts import FactSheet, Told
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.drafting.values import records_of

NAMES = ("name", "unit", "company")
"""What the column of a unit's name may be called."""


@dataclass(frozen=True, slots=True)
class RecordField:
    """The field of one record with its own path ("joint.units.2.profile"), the unit that the record names, "" for
    none, and what was written for it."""

    field: Field
    unit: str
    written: str

    def holds(self, told: Told) -> bool:
        """Whether a fact is about this unit or names this field."""
        return bool(told.about) and told.about in (self.unit, self.field.path)


def record_fields(form: Form, sheet: FactSheet) -> Iterator[RecordField]:
    """One for each record told, one for an empty row where none is."""
    for repeat in form.repeats():
        columns = [field for field in form.fields() if field.repeat == repeat.path and field.kind == "narrative"]
        records = (columns and records_of(form, repeat, sheet)) or ((),)
        for field in columns:
            name = field.path.removeprefix(f"{repeat.path}.")
            for n, record in enumerate(records, 1):
                held = dict(record)
                unit = next((value for key in NAMES if isinstance(value := held.get(key), str)), "")
                written = held.get(name)
                own = replace(field, path=f"{repeat.path}.{n}.{name}", repeat="")
                yield RecordField(own, unit, written if isinstance(written, str) else "")
