"""A fact sheet as the form that it would fill in, for whoever still types."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.drafting.facts import FactSheet, Filled, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.drafting.values import added_up, records_of, value_of
from assistant.errors import InputError
from assistant.precheck.paper import Paper


def paper_of_facts(form: Form, sheet: FactSheet) -> Paper:
    """The form as the facts fill it in, texts as they were written and none drafted. A value that does not fit its
    field stands as it was typed, so that what is typed half is told and not refused."""
    values = tuple(_values(form, sheet))
    rows = tuple((repeat.path, records_of(form, repeat, sheet)) for repeat in form.repeats())
    return Paper(form.id, "facts", Filled(form.id, values, tuple(pair for pair in rows if pair[1])))


def _values(form: Form, sheet: FactSheet) -> Iterator[tuple[str, Value]]:
    typed = dict(sheet.filled(form.id).values)
    for field in form.fields():
        if not field.repeat and (value := _value(form, field, sheet, typed.get(field.path))) is not None:
            yield field.path, value


def _value(form: Form, field: Field, sheet: FactSheet, typed: Value | None) -> Value | None:
    try:
        found = value_of(form, field, sheet)
        return added_up(form, field, sheet) if found is None else found
    except InputError:
        return typed
