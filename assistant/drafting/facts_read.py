"""A fact sheet out of decoded JSON: every value is of its kind and fit to stand in a form, or one sentence says not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar, get_args

from assistant.drafting.facts import FactSheet, Figure, Filled, Person, Record, Shared, Told, UnitFact, UnitRole, Value
from assistant.drafting.plain import bad, listed, number, plain, table, year_of

_ROLES: Mapping[str, UnitRole] = {
    **{role: role for role in get_args(UnitRole)},
    "牵头": "lead", "牵头单位": "lead", "联合申报": "joint", "联合申报单位": "joint", "参与": "member", "成员": "member",
    "参与单位": "member", "成员单位": "member", "共建": "member", "共建单位": "member", "建设": "builder",
    "建设单位": "builder", "依托": "host", "依托单位": "host", "依托园区": "host",
}  # fmt: skip
_UNIT = ("name", "role", "kind", "region", "code", "address", "phone", "email", "about")
_PERSON = ("name", "role", "unit", "post", "phone", "email")
_KEYS = ("units", "people", "figures", "foundations", "plans", "short_forms", "shared", "forms")
_Made = TypeVar("_Made")


def sheet_of(fields: object) -> FactSheet:
    """The sheet of a JSON object; InputError says in one sentence which value is wrong and why.

    Numbers come as int or Decimal, or as strings of digits; floats are refused, since they are no longer exact.
    """
    whole = table(fields, "facts", _KEYS)
    return FactSheet(
        _each(whole, "units", _unit),
        _each(whole, "people", _person),
        _each(whole, "figures", _figure),
        _each(whole, "foundations", _told),
        _each(whole, "plans", _told),
        tuple((plain(k, f"short_forms.{k}"), _words(v, f"short_forms.{k}")) for k, v in _pairs(whole, "short_forms")),
        tuple(one for k, v in _pairs(whole, "shared") for one in _shared(plain(k, "shared"), v)),
        tuple(_filled(plain(k, "forms"), v) for k, v in _pairs(whole, "forms")),
    )


def _each(whole: Mapping[str, Any], key: str, made: Callable[[object, str], _Made]) -> tuple[_Made, ...]:
    return tuple(made(one, f"{key}[{n}]") for n, one in enumerate(listed(whole.get(key, []), key)))


def _pairs(whole: Mapping[str, Any], key: str) -> list[tuple[str, Any]]:
    return list(table(whole.get(key, {}), key).items())


def _unit(held: object, place: str) -> UnitFact:
    row = table(held, place, _UNIT)
    role = _words(row.get("role", "member"), f"{place}.role")
    if role not in _ROLES:
        known = "、".join(k for k in _ROLES if not k.isascii())
        raise bad(f"{place}.role", f"须是 {known} 之一", f"must be one of {', '.join(get_args(UnitRole))}")
    told = {key: _words(row.get(key, ""), f"{place}.{key}") for key in _UNIT if key not in ("name", "role")}
    return UnitFact(_named(row, place), _ROLES[role], **told)


def _person(held: object, place: str) -> Person:
    row = table(held, place, _PERSON)
    told = {key: _words(row.get(key, ""), f"{place}.{key}") for key in _PERSON if key != "name"}
    return Person(_named(row, place), **told)


def _figure(held: object, place: str) -> Figure:
    row = table(held, place, ("name", "unit", "years", "value", "about"))
    if ("years" in row) == ("value" in row):
        raise bad(place, "须有 years（各年数值）或 value（一个数值）之一", "must have either years or value")
    if "value" in row:
        years: tuple[tuple[int | None, Decimal], ...] = ((None, number(row["value"], f"{place}.value")),)
    else:
        given = table(row["years"], f"{place}.years")
        if not given:
            raise bad(f"{place}.years", "不能为空", "must not be empty")
        years = tuple((year_of(y, f"{place}.years"), number(v, f"{place}.years.{y}")) for y, v in given.items())
    about = _words(row.get("about", ""), f"{place}.about")
    return Figure(_named(row, place), _words(row.get("unit", ""), f"{place}.unit"), years, about)


def _told(held: object, place: str) -> Told:
    if isinstance(held, str):
        return Told(plain(held, place))
    row = table(held, place, ("text", "about"))
    return Told(_words(row.get("text"), f"{place}.text"), _words(row.get("about", ""), f"{place}.about"))


def _shared(key: str, held: object) -> tuple[Shared, ...]:
    place = f"shared.{key}"
    if isinstance(held, Mapping):
        return tuple(Shared(key, _value(v, f"{place}.{y}"), year_of(y, place)) for y, v in table(held, place).items())
    return (Shared(key, _value(held, place)),)


def _filled(form: str, held: object) -> Filled:
    values: list[tuple[str, Value]] = []
    rows: list[tuple[str, tuple[Record, ...]]] = []
    for key, value in table(held, f"forms.{form}").items():
        path = plain(key, f"forms.{form}")
        place = f"forms.{form}.{path}"
        if isinstance(value, list) and all(isinstance(one, Mapping) for one in value) and value:
            rows.append((path, tuple(_record(one, f"{place}[{n}]") for n, one in enumerate(listed(value, place)))))
        else:
            values.append((path, _value(value, place)))
    return Filled(form, tuple(values), tuple(rows))


def _record(held: object, place: str) -> Record:
    return tuple((plain(k, place), _value(v, f"{place}.{k}")) for k, v in table(held, place).items())


def _value(held: object, place: str) -> Value:
    if isinstance(held, list):
        return tuple(_words(one, f"{place}[{n}]") for n, one in enumerate(listed(held, place)))
    return _words(held, place) if isinstance(held, str) else number(held, place)


def _named(row: Mapping[str, Any], place: str) -> str:
    name = " ".join(_words(row.get("name"), f"{place}.name").split("\n"))
    if not name.strip():
        raise bad(f"{place}.name", "不能为空", "must not be empty")
    return name


def _words(held: object, place: str) -> str:
    if not isinstance(held, str):
        raise bad(place, "须是文字（字符串）", "must be a string")
    return plain(held, place)
