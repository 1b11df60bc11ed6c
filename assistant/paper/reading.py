"""A form that was exported and filled in further, read back as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import dropwhile, takewhile

from assistant.drafting.facts import Filled, Record, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.errors import InputError
from assistant.export.sheet import Block, Line, Sheet
from assistant.paper.laid import laid
from assistant.paper.text import from_paper

_DAY = date(2000, 1, 1)
_LIKE = 0.6
"""The share of a form's print that a file must have, beside its title, to be one of it."""


def read_form(form: Form, data: bytes) -> Filled:
    """What a Word file of the form holds: values by path and records in their order, without those left empty at the
    end. Marks of something missing are no values. InputError where the file is no Word document, or another form."""
    from assistant.export.folding import folded
    from assistant.export.lacking import agreement, printed
    from assistant.export.sheet_read import read
    from assistant.export.sheet_rows import guidance
    from assistant.export.word_script import script_of

    script, blank = script_of(data), pattern(form)
    titled = folded(blank.title) in folded(script.text)
    if not titled or agreement(printed(script, guidance(blank)), blank) < _LIKE:
        raise InputError(
            f"这个 Word 文件不是《{form.names[0]}》：表中印的文字大多不在其中。",
            f"This Word file is not the form {form.id}: most of what the form prints does not stand in it.",
        )
    found = read(script, blank)
    return filled_of(form, found.texts(), found.records)


def pattern(form: Form) -> Sheet:
    """The form as it is looked for in a file: to be filled in by hand, under the title that it has once it is."""
    blank, written = laid(form, Filled(form.id), _DAY, True), laid(form, Filled(form.id), _DAY)
    rest = dropwhile(_above, blank.blocks)
    return replace(blank, title=written.title, blocks=(*takewhile(_above, written.blocks), *rest))


def _above(block: Block) -> bool:
    return isinstance(block, Line) and block.role in ("annex", "title")


def filled_of(form: Form, there: Mapping[str, str], counts: Mapping[str, int]) -> Filled:
    """The values that texts by path mean; `counts` are the records of each kind of repeated row."""
    values: list[tuple[str, Value]] = []
    rows: dict[str, list[Record]] = {repeat.path: [] for repeat in form.repeats()}
    for field in form.fields():
        if not field.repeat and (value := _value(field, there.get(field.path, ""))) is not None:
            values.append((field.path, value))
    for path, records in rows.items():
        fields = [field for field in form.fields() if field.repeat == path]
        for number in range(1, counts.get(path, 0) + 1):
            keys = [(field, field.path.removeprefix(f"{path}.")) for field in fields]
            told = [(key, _value(field, there.get(f"{path}.{number}.{key}", ""))) for field, key in keys]
            records.append(tuple((key, value) for key, value in told if value is not None))
        while records and not records[-1]:
            records.pop()
    return Filled(form.id, tuple(values), tuple((path, tuple(held)) for path, held in rows.items() if held))


def _value(field: Field, text: str) -> Value | None:
    return from_paper(field, text) if text else None
