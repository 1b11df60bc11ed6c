"""One field of a form drafted: prose from the drafts, any other field from what is told for it."""

from __future__ import annotations

from assistant.drafting.days import day_printed
from assistant.drafting.draft import Draft, Flag, placeholder
from assistant.drafting.drafts import Drafted
from assistant.drafting.facts import FactSheet, Value
from assistant.drafting.field import Field
from assistant.drafting.finding import Place, full_label
from assistant.drafting.fitting import INK
from assistant.drafting.matching import called
from assistant.drafting.values import added_up, shown, value_of
from assistant.errors import InputError

_OF_OTHERS = frozenset({"unplaced", "placed"})


def draft_of(made: Drafted, sheet: FactSheet, place: Place) -> tuple[Draft, tuple[Flag, ...]]:
    """The draft of one field, and what contradicts a clause in the facts as a whole; InputError for a field that
    nobody drafts: ink, and what an authority writes."""
    field = place.field
    flags = tuple(flag for flag in made.flags if flag.key not in _OF_OTHERS)
    record = (
        f"{field.repeat}.{place.record or 1}{field.path.removeprefix(field.repeat)}" if field.repeat else field.path
    )
    if (draft := made.draft(record)) is not None:
        return draft, flags
    if field.kind in INK or field.kind == "opinion" or field.filled_by != made.form.filled_by:
        raise InputError(
            f"“{full_label(field)}”由有关人员签字、盖章或填写意见，不能代拟。",
            f'"{field.path}" is signed, sealed or written by others and is not drafted.',
        )
    if field.repeat:
        values = _records(made, sheet, place)
    else:
        told = value_of(made.form, field, sheet)
        values = [told if told is not None else added_up(made.form, field, sheet)]
    text = "\n".join(_told(field, value) for value in values) or placeholder(called(field))
    return Draft(made.form.id, field.path, text, field.limit), flags


def _records(made: Drafted, sheet: FactSheet, place: Place) -> list[Value | None]:
    field = place.field
    records = sheet.filled(made.form.id).records(field.repeat)
    chosen = records if place.record is None else records[place.record - 1 : place.record]
    return [dict(record).get(field.path.removeprefix(f"{field.repeat}.")) for record in chosen]


def _told(field: Field, value: Value | None) -> str:
    if value is None:
        return placeholder(called(field))
    if isinstance(value, tuple):
        return "、".join(option.quote.text for option in field.options if option.id in value)
    return day_printed(shown(value)) if field.kind == "date" else shown(value)
