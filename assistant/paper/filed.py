"""From the facts to the file of a form: drafted, filled in, exported, with what is still open told beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.draft_told import facts_of, flag_told
from assistant.drafting.draft import FlagKey
from assistant.drafting.drafts import Drafted, filled, typed
from assistant.drafting.facts import FactSheet, Filled, Value
from assistant.drafting.facts_read import sheet_of
from assistant.drafting.form import Form
from assistant.errors import InputError
from assistant.paper.points import OpenPoint, missing
from assistant.paper.reading import read_form
from assistant.paper.text import named
from assistant.paper.writing import FormPaper, exported_form
from assistant.words import words

_ZIP = b"PK\x03\x04"
_OF_DRAFTS: frozenset[FlagKey] = frozenset(("order", "too_long", "shortened", "unsupported"))
"""What is left out of a draft; what the applicant wrote for a field stands whole."""


@dataclass(frozen=True, slots=True)
class Filed:
    """The bytes of a file, how much is open in it, and that in lines: each flag, then how many places are empty."""

    data: bytes
    notes: tuple[str, ...] = ()
    open: int = 0


def filed(
    made: Drafted, sheet: FactSheet, as_of: date, paper: FormPaper = "docx", points: bool = False, language: str = "zh"
) -> Filed:
    """A drafted form as a file; InputError where a text is over its limit and the open points are not wished for."""
    values = filled(made.form, sheet, made)
    flags = tuple(_flags(made, sheet))
    data = exported_form(made.form, values, as_of, paper, points=points, flags=flags)
    say = words(language)
    count = sum(1 for _ in missing(made.form, values))
    told = (say["export.flag"].format(place=one.place, what=one.what) for one in _flags(made, sheet, language))
    notes = (*told, *((say["export.missing"].format(count=count),) if count else ()))
    return Filed(data, notes, len(flags) + count)


def blank(form: Form, as_of: date, paper: FormPaper = "docx") -> Filed:
    """The form to be filled in by hand."""
    return Filed(exported_form(form, Filled(form.id), as_of, paper, blank=True))


def asked_for(fields: object) -> tuple[FactSheet | None, bool]:
    """The facts and whether open points are wished for in decoded JSON `{"facts"?, "open_points"?}`."""
    if not isinstance(fields, Mapping):
        raise InputError("请求须是一个 JSON 对象。", "The request must be a JSON object.")
    points = fields.get("open_points")
    if points is not None and not isinstance(points, bool):
        raise InputError("open_points 须是 true 或 false。", "open_points must be true or false.")
    facts = fields.get("facts")
    return (None if facts is None else sheet_of(facts)), bool(points)


def given_facts(form: Form, data: bytes) -> FactSheet:
    """The fact sheet in JSON, or what stands in a Word file of the form that was exported before.

    InputError where the Word file is one of another form.
    """
    return FactSheet(forms=(read_form(form, data),)) if data.startswith(_ZIP) else facts_of(data)


def filled_fields(values: Filled) -> dict[str, Any]:
    """What is filled in, as a fact sheet in JSON has it."""
    held: dict[str, Any] = {path: _plain(value) for path, value in values.values}
    for path, records in values.rows:
        held[path] = [{key: _plain(value) for key, value in record} for record in records]
    return {"forms": {values.form: held}}


def _plain(value: Value) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    return list(value) if isinstance(value, tuple) else value


def _flags(made: Drafted, sheet: FactSheet, language: str = "zh") -> Iterator[OpenPoint]:
    """What was flagged, below the field that it was flagged in, the same in several only once; then what the guidance
    wants and the applicant's own text does not tell."""
    places: Mapping[str, str] = {field.path: named(field) for field in made.form.fields()}
    say = words(language)
    own = typed(made.form, sheet)
    seen = set()
    for place, flags in (*((d.field, d.flags) for d in made.drafts), ("", made.flags)):
        for flag in flags:
            if flag not in seen and not (place in own and flag.key in _OF_DRAFTS):
                seen.add(flag)
                yield OpenPoint(places.get(place, say["export.sheet"]), flag_told(flag, language), flag.quoted)
    for draft in made.drafts:
        if draft.field in own:
            for one in draft.required:
                if not one.covered:
                    told = say["export.untold"].format(element=one.element.quote.text)
                    yield OpenPoint(places.get(draft.field, draft.label), told, one.element.quote.text)
