"""Whether every figure of a text stands in a fact, or is the sum of terms shown beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.drafting.draft import Flag
from assistant.drafting.facts import FactSheet, Value
from assistant.drafting.form import Form
from assistant.drafting.parts import Part
from assistant.drafting.values import shown
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width
from assistant.programmes.quantities import find_quantities

_AMOUNTS = ("count", "money", "ratio", "area")
_FIGURE = regex(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SUM = regex(r"(\d+(?:\.\d+)?)[^\d()]*\(((?:\d+(?:\.\d+)?\+)+\d+(?:\.\d+)?)\)")


def supported(parts: tuple[Part, ...], form: Form, sheet: FactSheet) -> tuple[tuple[Part, ...], tuple[Flag, ...]]:
    """The parts without sentences that hold a figure which no fact holds, and what was left out."""
    known, told = known_figures(form, sheet), "\n".join(_strings(sheet))
    flags: list[Flag] = []
    kept = []
    for part in parts:
        pieces = []
        for piece in part.pieces:
            strange = (*unsupported(piece.text, known), *in_characters(piece.text, told))
            if strange:
                flags.append(Flag("unsupported", (("figure", strange[0]),), piece.text))
            else:
                pieces.append(piece)
        kept.append(replace(part, pieces=tuple(pieces)))
    return tuple(kept), tuple(flags)


def unsupported(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """The figures of a text that no fact holds and that no terms beside them add up to."""
    added = {total for total, terms in _SUM.findall(half_width(text)) if _adds_up(total, terms)}
    return tuple(figure for figure in figures_in(text) if figure not in known and figure not in added)


def in_characters(text: str, told: str) -> tuple[str, ...]:
    """Amounts written in Chinese numerals (三百人) that stand nowhere in what is told."""
    found = (text[q.start : q.end] for q in find_quantities(text) if q.dimension in _AMOUNTS)
    return tuple(said for said in found if not any(char.isdigit() for char in half_width(said)) and said not in told)


def figures_in(text: str) -> tuple[str, ...]:
    """Every figure of a text as plain digits: 1,200 and １２００ are both 1200."""
    return tuple(found.replace(",", "") for found in _FIGURE.findall(half_width(text)))


def known_figures(form: Form, sheet: FactSheet) -> frozenset[str]:
    """Every figure of the facts, of the form's years and words, and how many units are told."""
    told = (figure for text in _strings(sheet) for figure in figures_in(text))
    years = {str(year) for field in form.fields() for year in (field.year, *field.years) if year is not None}
    printed = (f for field in form.fields() for q in (field.label, *field.guidance) for f in figures_in(q.text))
    counts = {str(n) for n in range(1, len(sheet.units) + 1)}
    return frozenset(told) | years | frozenset(printed) | counts


def _strings(sheet: FactSheet) -> Iterator[str]:
    for unit in sheet.units:
        yield " ".join((unit.name, unit.kind, unit.region, unit.code, unit.address, unit.phone, unit.email, unit.about))
    for person in sheet.people:
        yield " ".join((person.name, person.role, person.unit, person.post, person.phone, person.email))
    for figure in sheet.figures:
        yield f"{figure.name} {figure.unit} {figure.about}"
        yield from (f"{year or ''} {shown(value)}" for year, value in figure.years)
    for told in (*sheet.foundations, *sheet.plans):
        yield told.text
    for short, full in sheet.short_forms:
        yield f"{short} {full}"
    yield from (f"{one.year or ''} {_text(one.value)}" for one in sheet.shared)
    for form in sheet.forms:
        yield from (_text(value) for _, value in form.values)
        yield from (_text(value) for _, records in form.rows for record in records for _, value in record)


def _text(value: Value) -> str:
    return shown(value)


def _adds_up(total: str, terms: str) -> bool:
    return sum((Decimal(term) for term in terms.split("+")), Decimal(0)) == Decimal(total)
