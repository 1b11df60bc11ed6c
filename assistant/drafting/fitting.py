"""A fact sheet held against a form: every value names a field that is the applicant's and is of its kind."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches

from assistant.drafting.days import day_in
from assistant.drafting.facts import FactSheet, Filled, Record, Value
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.drafting.plain import bad, number
from assistant.drafting.table import Repeat
from assistant.errors import InputError

INK = frozenset({"signature", "seal"})


def fitted(form: Form, sheet: FactSheet) -> Filled:
    """What is told for the form, each value as its field holds it; InputError for the first that does not fit."""
    told = sheet.filled(form.id)
    alone = {field.path: field for field in form.fields() if not field.repeat}
    rows = {repeat.path: repeat for repeat in form.repeats()}
    place = f"forms.{form.id}"
    values = []
    for path, value in told.values:
        if path in rows and value == ():
            continue
        if path not in alone:
            raise _unknown(place, path, [*alone, *rows])
        values.append((path, held(alone[path], value, f"{place}.{path}")))
    records = []
    for path, given in told.rows:
        if path not in rows:
            raise _unknown(place, path, [*alone, *rows])
        records.append((path, tuple(_record(form, rows[path], r, f"{place}.{path}[{n}]") for n, r in enumerate(given))))
    return Filled(form.id, tuple(values), tuple(records))


def held(field: Field, value: Value, place: str) -> Value:
    """The value as the field holds it: an exact number, a real day as 2024-05-10, the ids of options, plain words."""
    if field.kind in INK:
        raise bad(place, "须由本人签字或盖章，不能代填", "is for ink and is filled in by nobody")
    if field.kind == "number":
        if isinstance(value, tuple):
            raise bad(place, "须是数字", "must be a number")
        return value if isinstance(value, Decimal) else number(value, place)
    if field.kind == "choice":
        return _options(field, value, place)
    if not isinstance(value, str):
        raise bad(place, "须是文字（字符串）", "must be a string")
    return _day(value, place) if field.kind == "date" and value else value


def _record(form: Form, repeat: Repeat, given: Record, place: str) -> Record:
    columns = {f.path.removeprefix(f"{repeat.path}."): f for f in form.fields() if f.repeat == repeat.path}
    made = []
    for name, value in given:
        if name not in columns:
            raise _unknown(place, name, list(columns))
        made.append((name, held(columns[name], value, f"{place}.{name}")))
    return tuple(made)


def _options(field: Field, value: Value, place: str) -> tuple[str, ...]:
    wanted = (value,) if isinstance(value, str) else value
    if isinstance(wanted, Decimal):
        wanted = (format(wanted, "f"),)
    known = {bare: option.id for option in field.options for bare in (option.id, _bare(option.quote.text))}
    strange = next((word for word in wanted if _bare(word) not in known), None)
    if strange is not None:
        named = [option.quote.text for option in field.options]
        raise bad(
            place,
            f"没有“{strange[:30]}”这个选项，可选：{'、'.join(named)}",
            f'has no option "{strange[:30]}"; known: {", ".join(named)}',
        )
    made = tuple(dict.fromkeys(known[_bare(word)] for word in wanted))
    if field.several is False and len(made) > 1:
        raise bad(place, "只能选一项", "takes one option only")
    return made


def _day(value: str, place: str) -> str:
    if (day := day_in(value)) is None:
        raise bad(place, f"须是真实日期，如 2024-05-15，不能是“{value[:20]}”", "must be a real date as 2024-05-15")
    return day


def _unknown(place: str, path: str, known: list[str]) -> InputError:
    near = get_close_matches(path, known, n=3, cutoff=0.5) or known[:5]
    return bad(
        place,
        f"没有“{path[:40]}”这个栏目，相近的有：{'、'.join(near)}",
        f'has no field "{path[:40]}"; the nearest are: {", ".join(near)}',
    )


def _bare(words: str) -> str:
    return "".join(words.split()).lstrip("□☐☑口")
