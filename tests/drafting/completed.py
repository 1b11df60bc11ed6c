"""Every form of the corpus, and values for all of its places."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from assistant.drafting.facts import Filled, Record, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.drafting.form_files import read_forms
from assistant.reading.library import read_folder

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
HELD = {form.id: form for form in read_forms(CORPUS / "forms", read_folder(CORPUS)[0]).held}
SENTENCE = "共同体围绕产业链布局专业，由牵头单位统筹，成员单位分工落实。"
INK = ("signature", "seal")


def value_for(field: Field, number: int) -> Value:
    if field.options:
        return tuple(option.id for option in field.options[:: 2 if field.several is not False else 9])
    if field.kind == "number":
        return Decimal(f"{number}.50") if number % 3 == 0 else Decimal(number * 1000)
    if field.kind == "date":
        return "2024-05-10"
    if field.kind in ("narrative", "opinion"):
        most = field.limit.most if field.limit is not None else 300
        return "\n".join([SENTENCE] * max(1, most // 40))
    return f"示例{number}"


def complete(form: Form, records: int = 3) -> Filled:
    """A value in every place, and so many records in every kind of repeated row."""
    values: list[tuple[str, Value]] = []
    rows: dict[str, list[list[tuple[str, Value]]]] = {}
    for number, field in enumerate(form.fields(), start=1):
        if field.kind in INK:
            continue
        if not field.repeat:
            values.append((field.path, value_for(field, number)))
            continue
        key = field.path.removeprefix(f"{field.repeat}.")
        for at, record in enumerate(rows.setdefault(field.repeat, [[] for _ in range(records)])):
            record.append((key, value_for(field, number + at)))
    made: list[tuple[str, tuple[Record, ...]]] = [(p, tuple(map(tuple, held))) for p, held in rows.items()]
    return Filled(form.id, tuple(values), tuple(made))
