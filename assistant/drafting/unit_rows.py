"""Rows of a form for the units that take part, filled from the units of the fact sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.drafting.facts import FactSheet, Record, UnitFact, UnitRole, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.drafting.table import Repeat
from assistant.drafting.unit_kinds import kind_of, kinds_of
from assistant.guideline.tables import table
from assistant.programmes.units import taxonomy


def unit_rows(form: Form, repeat: Repeat, sheet: FactSheet) -> tuple[Record, ...]:
    """One record for each unit that the rows are for; none where their headings name no role of units."""
    columns = [field for field in form.fields() if field.repeat == repeat.path]
    return tuple(tuple(_record(repeat, columns, unit, sheet)) for unit in units_of(form, repeat, sheet))


def units_of(form: Form, repeat: Repeat, sheet: FactSheet) -> tuple[UnitFact, ...]:
    """The units that rows are for: of the role that their headings name and of the kind that their label names."""
    roles = _roles(form, repeat)
    told = [unit for unit in sheet.units if unit.role in roles]
    wanted = _kind(repeat)
    if wanted is not None:
        return tuple(unit for unit in told if wanted in kinds_of(unit))
    others = [kind for other in form.repeats() if other != repeat and (kind := _kind(other)) is not None]
    if others and _roles(form, repeat):
        return tuple(u for u in told if kinds_of(u) and not kinds_of(u) & set(others))
    return tuple(told)


def role_of(form: Form, repeat: Repeat) -> UnitRole | None:
    """The role that the headings of rows give the units in them, the narrower one where they name several; None for
    rows of something else."""
    named = _roles(form, repeat)
    words = _heading(form, repeat)
    own: tuple[UnitRole, ...] = ("joint", "member")
    return next((role for role in own if role in named and any(w in words for w in _alone(role))), None)


def column_of(field: Field) -> str:
    """What a column holds of a unit, "" for something else."""
    return next((key for key, words in _data()["columns"].items() if any(w in field.label.text for w in words)), "")


def _record(repeat: Repeat, columns: Sequence[Field], unit: UnitFact, sheet: FactSheet) -> Iterator[tuple[str, Value]]:
    for field in columns:
        value = _value(field, unit, sheet)
        if value:
            yield field.path.removeprefix(f"{repeat.path}."), value


def _value(field: Field, unit: UnitFact, sheet: FactSheet) -> Value | None:
    if field.kind == "choice":
        return _ticked(field, unit)
    if field.kind != "text":
        return None
    what = column_of(field)
    person = next((p for p in sheet.people if p.unit == unit.name), None)
    if what == "contact":
        return None if person is None else f"{person.name}（{person.post}）" if person.post else person.name
    if what == "phone":
        return "，".join(part for part in (unit.phone or (person.phone if person else ""), unit.email) if part)
    return str(getattr(unit, what)) if what else None


def _ticked(field: Field, unit: UnitFact) -> tuple[str, ...]:
    """The one box whose words the unit's kind lies in; none where it is not one."""
    mine = kind_of(unit.kind)
    if mine is None:
        return ()
    boxes = [(option.id, kind_of(option.quote.text)) for option in field.options]
    inside = [name for name, box in boxes if box is not None and taxonomy().relation(mine, box) == "inside"]
    return tuple(inside) if len(inside) == 1 else ()


def _roles(form: Form, repeat: Repeat) -> frozenset[str]:
    words = _heading(form, repeat)
    return frozenset(role for role, named in _data()["rows"].items() if any(word in words for word in named))


def _heading(form: Form, repeat: Repeat) -> str:
    field = next((f for f in form.fields() if f.repeat == repeat.path), None)
    return " ".join((repeat.label.text, *(quote.text for quote in field.under))) if field else ""


def _alone(role: UnitRole) -> list[str]:
    """The words that name a role; those that name several of them are the member's."""
    named = _data()["rows"]
    others = {word for other, words in named.items() if other != role for word in words}
    return list(named["member"]) if role == "member" else [word for word in named[role] if word not in others]


def _kind(repeat: Repeat) -> str | None:
    """The kind of unit that rows are for by their label, its first word: 学校（含中等职业学校…）."""
    found = taxonomy().find(repeat.label.text)
    known = [m.unit.kind for m in found if m.unit.kind not in taxonomy().generic]
    return known[0] if known else None


@cache
def _data() -> dict[str, Any]:
    return table(Path(__file__).with_name("data") / "fact_keys.toml")
