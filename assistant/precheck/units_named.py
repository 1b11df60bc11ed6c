"""The units that a filled form names, as the fact sheet would tell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.drafting.facts import FactSheet, Filled, Record, UnitFact, UnitRole, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.drafting.unit_kinds import kind_of
from assistant.drafting.unit_rows import column_of, role_of
from assistant.drafting.values import role_asked
from assistant.guideline.patterns import regex
from assistant.precheck.amounts import NOTHING
from assistant.programmes.units import taxonomy

_BETWEEN = regex(r"[、;；\n]|(?<=[^\d])[,，](?=[^\d])")
_REST = regex(r"等(?:\d*[家所个人名位])?$")
_NOBODY = NOTHING | {""}
_LONGEST = 60


def units_named(form: Form, filled: Filled, sheet: FactSheet) -> tuple[UnitFact, ...]:
    """The units of the sheet, then those that only the form names, each once in a role."""
    known = {(unit.name, unit.role): unit for unit in sheet.units}
    named = {unit.name for unit in sheet.units}
    for unit in (*_of_fields(form, filled), *_of_rows(form, filled)):
        if unit.name not in named:
            known.setdefault((unit.name, unit.role), unit)
    return tuple(known.values())


def names_in(words: str) -> tuple[str, ...]:
    """The names that stand in a list, without 等 at its end."""
    parts = (_REST.sub("", part.strip()) for part in _BETWEEN.split(words))
    return tuple(dict.fromkeys(part for part in parts if part not in _NOBODY and len(part) <= _LONGEST))


def ends_open(words: str) -> bool:
    """Whether a list says that there are more (等)."""
    return any(_REST.search(part.strip()) for part in _BETWEEN.split(words.strip()))


def _of_fields(form: Form, filled: Filled) -> Iterator[UnitFact]:
    """The units of fields that name them, each fact by the first of its fields: where two differ, that is told."""
    fields = [field for field in form.fields() if not field.repeat and field.fact]
    values = dict(filled.values)
    done: set[str] = set()
    for field in fields:
        whose, _, what = field.fact.rpartition(".")
        told = values.get(field.path)
        role = role_asked(field)
        if what not in ("name", "names") or role is None or not isinstance(told, str) or field.fact in done:
            continue
        done.add(field.fact)
        beside = {f.fact.rpartition(".")[2]: f for f in fields if f.fact.rpartition(".")[0] == whose}
        for name in names_in(told):
            region = _text(beside.get("region") or beside.get("address"), values)
            label = field.under[-1].text if what == "names" and field.under else field.label.text
            yield UnitFact(name, role, _kind(name, _option(beside.get("type"), values) or label), region)


def _kind(name: str, told: str) -> str:
    """What a unit is said to be, unless its name says that it is something else."""
    by_name, by_words = kind_of(name), kind_of(told)
    if by_name is None or by_words is None:
        return told if by_name is None else ""
    return told if taxonomy().relation(by_words, by_name) == "inside" else ""


def _of_rows(form: Form, filled: Filled) -> Iterator[UnitFact]:
    for repeat in form.repeats():
        columns = [field for field in form.fields() if field.repeat == repeat.path]
        role = role_of(form, repeat)
        for record in filled.records(repeat.path) if role is not None else ():
            unit = _of_record(record, columns, role, repeat.label.text)
            if unit is not None:
                yield unit


def _of_record(record: Record, columns: list[Field], role: UnitRole | None, label: str) -> UnitFact | None:
    held = dict(record)
    told: dict[str, str] = {}
    kind = ""
    for field in columns:
        value = held.get(field.path.rpartition(".")[2])
        if field.kind == "choice" and isinstance(value, tuple):
            kind = "、".join(o.quote.text for o in field.options if o.id in value) if len(value) == 1 else ""
        elif isinstance(value, str):
            told.setdefault(column_of(field), value)
    name = told.get("name", "").strip()
    if role is None or name in _NOBODY or len(name) > _LONGEST:
        return None
    return UnitFact(name, role, _kind(name, kind or label), told.get("region") or told.get("address", ""))


def _text(field: Field | None, values: Mapping[str, Value]) -> str:
    told = values.get(field.path) if field is not None else None
    return told if isinstance(told, str) else ""


def _option(field: Field | None, values: Mapping[str, Value]) -> str:
    """The words of the one box that is ticked."""
    ticked = values.get(field.path) if field is not None else None
    if field is None or not isinstance(ticked, tuple) or len(ticked) != 1:
        return ""
    return next((option.quote.text for option in field.options if option.id == ticked[0]), "")
