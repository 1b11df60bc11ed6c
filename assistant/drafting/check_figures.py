"""Figures against each other: totals and their terms, prose and tables, shares and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.drafting.case import Case
from assistant.drafting.draft import Flag
from assistant.drafting.field import Field
from assistant.drafting.lines import FigureLine, lines_of
from assistant.drafting.support import figures_in
from assistant.drafting.values import bare, selected, shown, value_of
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width

_YEAR = regex(r"(20\d\d)年")
_CLAUSE = regex(r"[，；。、]")
_NEAR = 12
"""Characters that may stand between what is counted and its number in a sentence."""


def found(case: Case) -> Iterator[tuple[str, Flag]]:
    """Every figure that does not agree with another."""
    lines = lines_of(case.form, case.sheet)
    yield from (("", flag) for flag in _totals(case))
    yield from (("", flag) for flag in _shares(case))
    yield from (("", flag) for flag in _units(case))
    yield from (("", flag) for flag in _several(case))
    for path, sentence in case.sentences():
        yield from ((path, flag) for flag in _in_prose(sentence, lines))


def _totals(case: Case) -> Iterator[Flag]:
    fields = {field.path: field for field in case.form.fields()}
    values = {path: value_of(case.form, field, case.sheet) for path, field in fields.items() if field.kind == "number"}
    for total in case.form.totals:
        told = values.get(total.path)
        terms = [term for path in total.terms if isinstance(term := values.get(path), Decimal)]
        if not isinstance(told, Decimal) or not terms:
            continue
        added = sum(terms, Decimal(0))
        if added > told or (len(terms) == len(total.terms) and added != told):
            shown_terms = "＋".join(shown(term) for term in terms)
            given = (("about", bare(fields[total.path].label.text)), ("total", shown(told)), ("sum", shown(added)))
            yield Flag("total", (*given, ("terms", shown_terms)), fields[total.path].label)


def _shares(case: Case) -> Iterator[Flag]:
    for field in case.form.fields():
        if field.kind != "number" or field.unit is None or field.unit.text not in ("%", "％"):
            continue
        value = value_of(case.form, field, case.sheet)
        if isinstance(value, Decimal) and not 0 <= value <= 100:
            yield Flag("share", (("about", bare(field.label.text)), ("value", shown(value))), field.label)


def _units(case: Case) -> Iterator[Flag]:
    """Figures told in another unit than the form counts them in: they are not put into its table."""
    fields = [field for field in case.form.fields() if field.kind == "number" and field.unit is not None]
    for figure in case.sheet.figures:
        mine = [f for f in fields if bare(figure.name) in (bare(f.label.text), f.fact)]
        if mine and figure.unit and all(f.unit is not None and f.unit.text != figure.unit for f in mine):
            wanted = mine[0].unit.text if mine[0].unit else ""
            yield Flag("unit", (("about", figure.name), ("given", figure.unit), ("wanted", wanted)), mine[0].label)


def _several(case: Case) -> Iterator[Flag]:
    """More than one unit or person told for a field that names one."""
    for field in case.form.fields():
        names = selected(field, case.sheet)
        if len(names) > 1 and field.fact.endswith(".name") and not _own(field, case):
            yield Flag("several", (("about", bare(field.label.text)), ("names", "、".join(names))), field.label)


def _own(field: Field, case: Case) -> bool:
    alone = case.sheet.filled(case.form.id).value(field.path)
    return alone is not None or any(one.key == field.fact for one in case.sheet.shared)


def _in_prose(sentence: str, lines: tuple[FigureLine, ...]) -> Iterator[Flag]:
    """Numbers beside the name of a figure that are none of the figure's, in whatever table it stands."""
    flat = half_width(sentence)
    for name in dict.fromkeys(line.name for line in lines):
        mine = [line for line in lines if line.name == name]
        for said in re.finditer(re.escape(half_width(name)), flat):
            rest = flat[said.end() : said.end() + _NEAR + 20]
            number = re.match(
                rf"[^\d。；]{{0,{_NEAR}}}?(?:20\d\d年[^\d。；]{{0,{_NEAR}}})?(\d+(?:,\d{{3}})*(?:\.\d+)?)", rest
            )
            if number is None or not any(_counts(rest[number.end() :], line) for line in mine):
                continue
            given = figures_in(number[1])[0]
            year = _YEAR.search(number[0]) or _YEAR.search(flat[: said.start()])
            told = {v for line in mine for y, v in line.years if year is None or y in (None, int(year[1]))}
            sums = {sum((v for _, v in line.years), Decimal(0)) for line in mine}
            right = told | sums if year is None else told or {v for line in mine for _, v in line.years}
            if Decimal(given) not in right:
                shown_values = "、".join(shown(value) for value in sorted(told or right))
                yield Flag("prose", (("about", name), ("given", given), ("told", shown_values)), mine[0].quote or name)


def _counts(after: str, line: FigureLine) -> bool:
    """Whether the number is followed by the figure's unit."""
    return not line.unit or after.lstrip().startswith(half_width(line.unit))
