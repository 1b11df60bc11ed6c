"""What a fact sheet has for a field: told for the form itself, shared between forms, or that of its units, people and
figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from assistant.drafting.facts import FactSheet, Figure, Person, Record, UnitFact, UnitRole, Value
from assistant.drafting.field import Field
from assistant.drafting.fitting import INK, held
from assistant.drafting.form import Form
from assistant.drafting.table import Repeat
from assistant.drafting.unit_kinds import kinds_of
from assistant.drafting.unit_rows import unit_rows
from assistant.guideline.patterns import regex
from assistant.guideline.tables import table

_BRACKETS = regex(r"[（(][^（()）]*[)）]|\s")
_YEAR = regex(r"(?:19|20)\d\d年")


def value_of(form: Form, field: Field, sheet: FactSheet) -> Value | None:
    """The value of a field as it holds it, None where nothing is told; InputError where it is of the wrong kind.

    Prose is none of it but what was told for the field itself or under its key.
    """
    if field.kind in INK:
        return None
    if (told := sheet.filled(form.id).value(field.path)) is not None:
        return held(field, told, f"forms.{form.id}.{field.path}")
    if field.fact and (told := _shared(field, sheet)) is not None:
        return held(field, told, f"shared.{field.fact}")
    if field.kind == "number":
        return next((n for n in (_number(figure, field) for figure in sheet.figures) if n is not None), None)
    return None


def numbers_of(form: Form, sheet: FactSheet) -> dict[str, Decimal]:
    """Every number told, by the path of its field, those of records left out."""
    fields = (field for field in form.fields() if field.kind == "number" and not field.repeat)
    found = ((field.path, value_of(form, field, sheet)) for field in fields)
    return {path: value for path, value in found if isinstance(value, Decimal)}


def added_up(form: Form, field: Field, sheet: FactSheet) -> Decimal | None:
    """The sum that a field of the form is for (合计), where all of its terms are told; None for any other field."""
    total = next((total for total in form.totals if total.path == field.path), None)
    if total is None:
        return None
    fields = {one.path: one for one in form.fields()}
    terms = [value_of(form, fields[path], sheet) for path in total.terms]
    told = [term for term in terms if isinstance(term, Decimal)]
    return sum(told, Decimal(0)) if len(told) == len(terms) else None


def records_of(form: Form, repeat: Repeat, sheet: FactSheet) -> tuple[Record, ...]:
    """The records of repeated rows: those told for the form, else one for each unit that the rows are for."""
    return sheet.filled(form.id).records(repeat.path) or unit_rows(form, repeat, sheet)


def shown(value: Value | None) -> str:
    """A value as text, numbers exactly as given."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return value if isinstance(value, str) else "、".join(value)


def selected(field: Field, sheet: FactSheet) -> tuple[str, ...]:
    """The names of the units or people that answer to a field's key."""
    whose = field.fact.rpartition(".")[0]
    if whose in _keys()["people"]:
        return tuple(dict.fromkeys(p.name for p in sheet.people if p.role in _keys()["people"][whose]))
    if whose in _keys()["units"]:
        return tuple(dict.fromkeys(u.name for u in sheet.units if _wanted(u, _keys()["units"][whose])))
    return ()


def kinds_asked(field: Field) -> tuple[str, ...]:
    """The kinds of unit that a field's key is for, () for any."""
    selector = _keys()["units"].get(field.fact.rpartition(".")[0], {})
    return tuple(selector.get("kind", ()))


def role_asked(field: Field) -> UnitRole | None:
    """The role of the units that a field's key is for, the first where several answer to it; a member where the key
    names kinds alone, None where it is for no units."""
    selector = _keys()["units"].get(field.fact.rpartition(".")[0])
    if selector is None:
        return None
    known: tuple[UnitRole, ...] = ("lead", "joint", "member", "builder", "host")
    wanted = selector.get("role", ["member"])[0]
    return next((role for role in known if role == wanted), None)


def figures_of(field: Field, sheet: FactSheet) -> Iterator[Figure]:
    """The figures told that are those of a field, of whatever year."""
    names = {field.fact, bare(field.label.text)} - {""}
    for figure in sheet.figures:
        if bare(figure.name) in names and (not figure.unit or field.unit is None or figure.unit == field.unit.text):
            yield figure


def bare(label: str) -> str:
    """A label without brackets, years and white space."""
    return _YEAR.sub("", _BRACKETS.sub("", label))


def _shared(field: Field, sheet: FactSheet) -> Value | None:
    for year in dict.fromkeys((field.year, None)):
        for one in sheet.shared:
            if one.key == field.fact and one.year == year:
                return one.value
    names, what = selected(field, sheet), field.fact.rpartition(".")[2]
    people, units = field.fact.rpartition(".")[0] in _keys()["people"], bool(names)
    if people:
        return _of_people([p for p in sheet.people if p.name in names], what)
    return _of_units([u for u in sheet.units if u.name in names], what) if units else None


def _number(figure: Figure, field: Field) -> Decimal | None:
    if field.repeat or figure not in tuple(figures_of(field, FactSheet(figures=(figure,)))):
        return None
    return figure.of(field.year)


def _of_people(people: list[Person], what: str) -> Value | None:
    if not people:
        return None
    if what == "post_and_contact":
        return "，".join(part for part in (people[0].post, people[0].phone) if part) or None
    told = getattr(people[0], what, "") if what in Person.__slots__ else ""
    return str(told) or None


def _of_units(units: list[UnitFact], what: str) -> Value | None:
    if not units:
        return None
    if what == "names":
        return "、".join(dict.fromkeys(unit.name for unit in units))
    if what == "count":
        return Decimal(len({unit.name for unit in units}))
    told = getattr(units[0], what, "") if what in UnitFact.__slots__ else ""
    return str(told) or None


def _wanted(unit: UnitFact, selector: dict[str, list[str]]) -> bool:
    if "role" in selector and unit.role not in selector["role"]:
        return False
    return "kind" not in selector or bool(kinds_of(unit) & set(selector["kind"]))


@cache
def _keys() -> dict[str, Any]:
    return table(Path(__file__).with_name("data") / "fact_keys.toml")
