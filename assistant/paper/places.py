"""Every place of a form that a value may stand in, records one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafting.facts import Filled, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.paper.text import on_paper

_INK = ("signature", "seal")


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its path ("list.2.name" in the second record), its field, its value and that as text on paper."""

    path: str
    field: Field
    value: Value | None
    text: str


def places(form: Form, filled: Filled) -> Iterator[Place]:
    """The places of what is typed, in the order of the form; of repeated rows those of the records there are."""
    values = dict(filled.values)
    rows = dict(filled.rows)
    done: set[str] = set()
    fields = [field for field in form.fields() if field.kind not in _INK]
    for field in fields:
        if not field.repeat:
            value = values.get(field.path)
            yield Place(field.path, field, value, on_paper(field, value))
        elif field.repeat not in done:
            done.add(field.repeat)
            below = [one for one in fields if one.repeat == field.repeat]
            for number, record in enumerate(rows.get(field.repeat, ()), start=1):
                held = dict(record)
                for one in below:
                    key = one.path.removeprefix(f"{one.repeat}.")
                    yield Place(f"{one.repeat}.{number}.{key}", one, held.get(key), on_paper(one, held.get(key)))
