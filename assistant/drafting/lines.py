"""The figures that prose and tables share: those of a form's own number fields first, then what is told besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.facts import FactSheet, Figure
from assistant.drafting.field import Field
from assistant.drafting.form import Form
from assistant.drafting.matching import bare_title
from assistant.drafting.values import bare, figures_of, value_of
from assistant.drafting.voice import Tense, tense_of
from assistant.guideline.quote import Quote

_Spans = tuple[frozenset[int], frozenset[int]]
_SHORT = 3
"""Labels up to so long (人次, 地市级) are told with what stands above them."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One row of figures. `years` are in order, (None, value) for one that has no year; `about` is what the facts say
    it belongs to, `around` what stands above it; `quote` its label in the form, None for one that it does not ask
    for."""

    name: str
    unit: str
    years: tuple[tuple[int | None, Decimal], ...]
    tense: Tense
    about: str = ""
    quote: Quote | None = None
    around: str = ""


def lines_of(form: Form, sheet: FactSheet) -> tuple[FigureLine, ...]:
    """Every figure told, each once: as its number field has it, or as the facts do where no field asks for it."""
    rows: dict[tuple[str, ...], list[tuple[Field, Decimal]]] = {}
    headings: dict[tuple[str, ...], str] = {}
    used: list[Figure] = []
    for section in form.parts():
        title = bare_title(section.title.text) if section.title is not None else ""
        for field in section.fields():
            value = None if field.kind != "number" or field.repeat else value_of(form, field, sheet)
            if not isinstance(value, Decimal):
                continue
            key = (section.id, *(q.text for q in _above(field)), field.label.text, field.fact)
            rows.setdefault(key, []).append((field, value))
            headings[key] = title
            used.extend(figures_of(field, sheet))
    spans = _spans(form)
    made = [_line(spans, row, headings[key], sheet) for key, row in rows.items()]
    return (*made, *_besides(spans, sheet, used))


def _line(spans: _Spans, row: list[tuple[Field, Decimal]], title: str, sheet: FactSheet) -> FigureLine:
    field = row[0][0]
    above = [bare(quote.text) for quote in _above(field)]
    name = bare(field.label.text)
    if len(name) <= _SHORT and above:
        name = f"{above[-1]}（{name}）"
    years = tuple((one.year, value) for one, value in row)
    heading = tense_of(" ".join((title, *above, name)))
    about = next((figure.about for figure in figures_of(field, sheet) if figure.about), "")
    tense = _tense(spans, [one.year for one, _ in row]) or heading or "past"
    return FigureLine(name, field.unit.text if field.unit else "", years, tense, about, field.label, " ".join(above))


def _besides(spans: _Spans, sheet: FactSheet, used: list[Figure]) -> Iterator[FigureLine]:
    for figure in sheet.figures:
        if figure not in used and figure.years:
            years = tuple(sorted(figure.years, key=lambda pair: pair[0] or 0))
            tense = _tense(spans, [year for year, _ in years]) or tense_of(figure.about) or "past"
            yield FigureLine(figure.name, figure.unit, years, tense, figure.about)


def _spans(form: Form) -> _Spans:
    """The years that a form says are reached, and those that it says are promised."""
    promised, reached = form.rule("years_promised"), form.rule("years_held")
    asked = {year for field in form.fields() for year in field.years}
    return frozenset(reached.years if reached else ()), frozenset(promised.years if promised else ()) | asked


def _tense(spans: _Spans, years: list[int | None]) -> Tense | None:
    """What the form says of those years: reached, promised, or some of each ("any"); None where it says nothing."""
    past, future = spans
    if years and all(year in future for year in years):
        return "future"
    if years and all(year in past for year in years):
        return "past"
    return "any" if past & set(years) and future & set(years) else None


def _above(field: Field) -> tuple[Quote, ...]:
    """What stands above a field, without the head of its year's column."""
    return tuple(q for q in field.under if not (field.year and str(field.year) in q.text and len(q.text) < 8))
