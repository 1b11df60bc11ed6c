"""The fact sheet: what an applicant knows, told once and used by every field and form that needs it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

UnitRole = Literal["lead", "joint", "member", "builder", "host"]
"""lead: 牵头单位; joint: 联合申报单位; member: 参与、成员、共建单位; builder: 建设单位; host: 依托单位, such as a park."""

Value = str | Decimal | tuple[str, ...]
"""What stands in one field: words, an exact number, or the ids of the options ticked."""

Record = tuple[tuple[str, Value], ...]
"""One repeated row: values by the last part of their field's path, in the order of these."""


@dataclass(frozen=True, slots=True)
class UnitFact:
    """A unit. `kind` is what it is in words (高职院校), `about` whole sentences on it; what is not told is ""."""

    name: str
    role: UnitRole
    kind: str = ""
    region: str = ""
    code: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person. `role` says as what: 负责人, 联系人; `unit` and `post` where and in which office."""

    name: str
    role: str = ""
    unit: str = ""
    post: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number by year, or one number without a year (None), with what it counts ("共建专业", "个")."""

    name: str
    unit: str
    years: tuple[tuple[int | None, Decimal], ...]
    about: str = ""

    def of(self, year: int | None) -> Decimal | None:
        """The number of that year."""
        return dict(self.years).get(year)


@dataclass(frozen=True, slots=True)
class Told:
    """Whole sentences of the applicant. `about` names what they belong to: a field's path or label, a required
    element, or any words of them; "" leaves it to the text."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """A value of a key that fields of several forms share (`Field.fact`), of one year or of none."""

    key: str
    value: Value
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """What is told for one form alone: values by field path, records by the path of their rows."""

    form: str
    values: tuple[tuple[str, Value], ...] = ()
    rows: tuple[tuple[str, tuple[Record, ...]], ...] = ()

    def value(self, path: str) -> Value | None:
        """The value of a field; the n-th record's, n from 1, as "list.n.name"."""
        for held, value in self.values:
            if held == path:
                return value
        above, _, name = path.rpartition(".")
        repeat, _, n = above.rpartition(".")
        records = self.records(repeat) if n.isdigit() else ()
        if not n.isdigit() or not 1 <= int(n) <= len(records):
            return None
        return dict(records[int(n) - 1]).get(name)

    def records(self, repeat: str) -> tuple[Record, ...]:
        """All records of one kind of repeated row."""
        return dict(self.rows).get(repeat, ())


@dataclass(frozen=True, slots=True)
class FactSheet:
    """All that is told. `foundations` is what stands already, `plans` what is promised; `short_forms` are full names
    by their abbreviation. `shared` is what every form may draw on, `forms` what is told for one form alone."""

    units: tuple[UnitFact, ...] = ()
    people: tuple[Person, ...] = ()
    figures: tuple[Figure, ...] = ()
    foundations: tuple[Told, ...] = ()
    plans: tuple[Told, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()
    shared: tuple[Shared, ...] = ()
    forms: tuple[Filled, ...] = ()

    def filled(self, form: str) -> Filled:
        """What is told for one form alone, empty where nothing is."""
        return next((told for told in self.forms if told.form == form), Filled(form))
