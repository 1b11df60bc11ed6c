"""What the desk knows of forms as a whole: the applicant's places, the values they share, what scripts need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.drafting.field import Field
from assistant.drafting.finding import full_label
from assistant.drafting.form import Form, Forms
from assistant.web.desk_blocks import fillable
from assistant.web.desk_shapes import labels

_MANY = 10
"""How many fields for each kind of rows make a form one of fields."""


@dataclass(frozen=True, slots=True)
class Common:
    """A value that fields of several forms share: its key, what it is called, its years, the forms that ask for it."""

    key: str
    label: str
    kind: str
    years: tuple[int, ...]
    forms: tuple[str, ...]


def shared_keys(forms: Forms) -> frozenset[str]:
    """The keys of the fact sheet that more than one place asks for, not counting the years of one field."""
    asked = Counter(fact for form in forms.held for fact, _ in {(f.fact, _stem(f)) for f in form.fields() if f.fact})
    return frozenset(key for key, count in asked.items() if count > 1)


def common(forms: Forms) -> tuple[Common, ...]:
    """The shared values in the order in which forms first ask for them; those of records are none."""
    keys = shared_keys(forms)
    told: dict[str, list[tuple[Form, Field]]] = {}
    for form in forms.held:
        for field in form.fields():
            if field.fact in keys and not field.repeat and fillable(form, field):
                told.setdefault(field.fact, []).append((form, field))
    return tuple(
        Common(
            key,
            " › ".join(labels(_plainest(places), year=False)),
            places[0][1].kind,
            tuple(sorted({field.year for _, field in places if field.year})),
            tuple(dict.fromkeys(form.names[0] for form, _ in places)),
        )
        for key, places in told.items()
        if not any(field.options for _, field in places)
    )


def places_of(form: Form) -> list[Field]:
    """What the applicant types in, but for records."""
    return [field for field in form.fields() if fillable(form, field) and not field.repeat]


def rows_asked(form: Form) -> tuple[str, ...]:
    """The rows that count as something to fill in: those of a form that is made of rows. Beside many fields they are
    often for what an applicant does not have."""
    rows = tuple(repeat.path for repeat in form.repeats())
    return rows if len(rows) * _MANY > len(places_of(form)) else ()


def _plainest(places: Sequence[tuple[Form, Field]]) -> Field:
    return min((field for _, field in places), key=lambda field: len(full_label(field)))


def _stem(field: Field) -> str:
    return field.path.removesuffix(f".{field.year}") if field.year else field.path


def known_of(form: Form, forms: Forms) -> dict[str, Any]:
    """What scripts need of a form: its fields, its rows, its sums, the limit of the whole."""
    shared = shared_keys(forms)
    fields = [
        {
            "path": field.path,
            "label": full_label(field),
            "kind": field.kind,
            "fact": field.fact if field.fact in shared else "",
            "year": field.year,
            "limit": field.limit.most if field.limit else None,
            "title": field.label.text,
        }
        for field in places_of(form)
    ]
    rows = {
        repeat.path: {
            field.path.removeprefix(f"{repeat.path}."): field.kind
            for field in form.fields()
            if field.repeat == repeat.path and fillable(form, field)
        }
        for repeat in form.repeats()
    }
    totals = [{"path": total.path, "terms": list(total.terms)} for total in form.totals]
    whole = form.rule("whole_limit")
    most = int(whole.number) if whole and whole.number is not None else None
    return {
        "form": form.id, "title": form.names[0], "programme": form.programmes[0], "fields": fields, "rows": rows,
        "rows_asked": rows_asked(form),
        "totals": totals, "whole": most,
    }  # fmt: skip
