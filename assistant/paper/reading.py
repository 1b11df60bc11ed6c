"""A form that was exported and filled in further, read back as values."""

from __future__ import annotations

from datetime import date

from assistant.drafting.facts import Filled, Record, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.errors import InputError
from assistant.paper.laid import laid
from assistant.paper.text import from_paper

_DAY = date(2000, 1, 1)
_MOST = 1_000
_LIKE = 0.6
"""The share of a form's print that a file must have, beside its title, to be one of it."""


def read_form(form: Form, data: bytes) -> Filled:
    """What a Word file of the form holds: values by path and records in their order, without those left empty at the
    end. Marks of something missing are no values. InputError where the file is no Word document, or another form."""
    from assistant.export.sheet_read import agreement, read_sheet, records_read

    blank = laid(form, Filled(form.id), _DAY, True)
    if agreement(data, laid(form, Filled(form.id), _DAY)) < _LIKE:
        raise InputError(
            f"这个 Word 文件不是《{form.names[0]}》：表中印的文字大多不在其中。",
            f"This Word file is not the form {form.id}: most of what the form prints does not stand in it.",
        )
    counts = records_read(data, blank)
    room = tuple((path, ((),) * min(count, _MOST)) for path, count in counts.items())
    there = read_sheet(data, laid(form, Filled(form.id, (), room), _DAY, True))
    values: list[tuple[str, Value]] = []
    rows: dict[str, list[Record]] = {repeat.path: [] for repeat in form.repeats()}
    for field in form.fields():
        if not field.repeat and (value := _value(field, there.get(field.path, ""))) is not None:
            values.append((field.path, value))
    for path, records in rows.items():
        fields = [field for field in form.fields() if field.repeat == path]
        for number in range(1, min(counts.get(path, 0), _MOST) + 1):
            keys = [(field, field.path.removeprefix(f"{path}.")) for field in fields]
            told = [(key, _value(field, there.get(f"{path}.{number}.{key}", ""))) for field, key in keys]
            records.append(tuple((key, value) for key, value in told if value is not None))
        while records and not records[-1]:
            records.pop()
    return Filled(form.id, tuple(values), tuple((path, tuple(held)) for path, held in rows.items() if held))


def _value(field: Field, text: str) -> Value | None:
    return from_paper(field, text) if text else None
