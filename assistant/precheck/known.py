"""What a form is looked at with, which depends on it and on the law alone and is found out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.drafting.drafts import whole_limit
from assistant.drafting.field import Field, Limit
from assistant.drafting.form import Form, Section
from assistant.drafting.grounds import Grounds, Law, grounds_of
from assistant.drafting.matching import Spots, spots_of, spots_within
from assistant.drafting.table import Cell, Line, Printed, Table
from assistant.export.folding import folded
from assistant.export.sheet import lines_of
from assistant.guideline.quote import Quote
from assistant.paper.reading import pattern
from assistant.paper.text import named
from assistant.precheck.last_days import Last, last_of
from assistant.precheck.wanted import Wanted, wanted_of


@dataclass(frozen=True, slots=True)
class Known:
    """`labels` are what a field is called by its path, `stems` its path without the year of its column; `prints` the
    words that the form prints, by how they read without white space, `printed` all print and guidance by line, as it
    is compared with a file's, the longest first; `within_parts` those of each part; `spots` the fields of prose with
    their elements, `within` those of one record; `wanted` what goes with the form, `last` its last day, None where none
    is named."""

    form: Form
    fields: Mapping[str, Field]
    labels: Mapping[str, str]
    stems: Mapping[str, str]
    prints: Mapping[str, Quote]
    printed: tuple[str, ...]
    within_parts: Mapping[str, frozenset[str]]
    grounds: Grounds
    spots: Spots
    within: Mapping[str, Spots]
    whole: Limit | None
    wanted: tuple[Wanted, ...]
    last: Last | None


def known_of(form: Form, law: Law) -> Known:
    """Everything that is known of a form before anything is filled in."""
    fields = {field.path: field for field in form.fields()}
    return Known(
        form,
        fields,
        {path: named(field) for path, field in fields.items()},
        {path: path.removesuffix(f".{field.year}") if field.year else path for path, field in fields.items()},
        _prints(form),
        _printed_lines(form),
        {part.id: frozenset(plain(quote.text) for quote in _of_part(part)) for part in form.parts()},
        grounds_of(form, law),
        spots_of(form),
        {path: spots_within(field) for path, field in fields.items() if field.repeat and field.kind == "narrative"},
        whole_limit(form),
        wanted_of(form, law),
        last_of(form, law),
    )


def plain(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())


def _prints(form: Form) -> dict[str, Quote]:
    """Titles, labels and whatever else is printed, the first place of each."""
    held: dict[str, Quote] = {plain(form.title.text): form.title}
    for part in form.parts():
        for quote in (*_of_part(part), *part.notes):
            held.setdefault(plain(quote.text), quote)
    for quote in form.instructions:
        held.setdefault(plain(quote.text), quote)
    return held


def _printed_lines(form: Form) -> tuple[str, ...]:
    sheet = pattern(form)
    lines = [sheet.title, *sheet.notes, *(line.text for line in lines_of(sheet)), *(q.text for q in form.instructions)]
    for field in form.fields():
        quotes = [field.label, *field.under, *field.guidance, *(e.quote for e in field.elements)]
        quotes += [option.quote for option in field.options]
        quotes += [quote for quote in (field.unit, field.limit.quote if field.limit is not None else None) if quote]
        lines += [quote.text for quote in quotes]
    made = {text for line in lines for part in line.split("\n") if len(text := folded(part)) > 1}
    return tuple(sorted(made, key=lambda text: (-len(text), text)))


def _of_part(part: Section) -> list[Quote]:
    quotes = [part.title] if part.title is not None else []
    for block in part.blocks:
        if isinstance(block, Table):
            quotes += [quote for cell in block.cells for quote in _printed(cell)]
        elif isinstance(block, Line):
            quotes += _printed(block)
        elif isinstance(block, Printed):
            quotes.append(block.quote)
        else:
            quotes.append(block.label)
    return quotes


def _printed(held: Cell | Line) -> list[Quote]:
    made = []
    for item in held.items:
        if isinstance(item, Printed):
            made.append(item.quote)
        elif isinstance(item, Field):
            made.append(item.label)
    return made
