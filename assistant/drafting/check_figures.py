"""Figures against each other: totals and their terms, prose and tables, shares and units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from assistant.drafting.case import Case
from assistant.drafting.check_prose import in_prose, named_lines
from assistant.drafting.draft import Flag
from assistant.drafting.field import Field
from assistant.drafting.lines import lines_of
from assistant.drafting.values import bare, numbers_of, selected, shown
from assistant.guideline.patterns import regex

_GROWS = regex(r"增长|增幅|同比|提高")


def found(case: Case) -> Iterator[tuple[str, Flag]]:
    """Every figure that does not agree with another."""
    fields = {field.path: field for field in case.form.fields()}
    numbers = numbers_of(case.form, case.sheet)
    yield from (("", flag) for flag in _totals(case, fields, numbers))
    yield from (("", flag) for flag in _among(case, fields, numbers))
    yield from (("", flag) for flag in _shares(fields, numbers))
    yield from (("", flag) for flag in _units(case, fields))
    yield from (("", flag) for flag in _several(case, fields))
    names = named_lines(lines_of(case.form, case.sheet))
    paths = _paths(fields, numbers)
    for path, sentence in case.sentences():
        yield from ((path, flag) for flag in in_prose(sentence, names, paths))


def _totals(case: Case, fields: Mapping[str, Field], numbers: Mapping[str, Decimal]) -> Iterator[Flag]:
    for total in case.form.totals:
        told = numbers.get(total.path)
        terms = [numbers[path] for path in total.terms if path in numbers]
        if told is None or not terms:
            continue
        added = sum(terms, Decimal(0))
        if added > told or (len(terms) == len(total.terms) and added != told):
            shown_terms = "＋".join(shown(term) for term in terms)
            given = (("about", bare(fields[total.path].label.text)), ("total", shown(told)), ("sum", shown(added)))
            paths = (total.path, *total.terms)
            yield Flag("total", (*given, ("terms", shown_terms)), fields[total.path].label, paths=paths)


def _among(case: Case, fields: Mapping[str, Field], numbers: Mapping[str, Decimal]) -> Iterator[Flag]:
    """Parts of a number (其中) that are more than the whole; together they may be, since one may be of two parts."""
    for whole in case.form.among:
        told = numbers.get(whole.path)
        for path in whole.terms:
            if told is not None and path in numbers and numbers[path] > told:
                names = (("about", bare(fields[path].label.text)), ("part", shown(numbers[path])))
                total = (("whole", bare(fields[whole.path].label.text)), ("total", shown(told)))
                yield Flag("among", (*names, *total), fields[path].under[-1], paths=(whole.path, path))


def _shares(fields: Mapping[str, Field], numbers: Mapping[str, Decimal]) -> Iterator[Flag]:
    for path, value in numbers.items():
        field = fields[path]
        if field.unit is None or field.unit.text not in ("%", "％") or _GROWS.search(field.label.text):
            continue
        if not 0 <= value <= 100:
            yield Flag(
                "share", (("about", bare(field.label.text)), ("value", shown(value))), field.label, paths=(path,)
            )


def _units(case: Case, fields: Mapping[str, Field]) -> Iterator[Flag]:
    """Figures told in another unit than the form counts them in: they are not put into its table."""
    counted = [field for field in fields.values() if field.kind == "number" and field.unit is not None]
    for figure in case.sheet.figures:
        mine = [f for f in counted if bare(figure.name) in (bare(f.label.text), f.fact)]
        if mine and figure.unit and all(f.unit is not None and f.unit.text != figure.unit for f in mine):
            wanted = mine[0].unit.text if mine[0].unit else ""
            values = (("about", figure.name), ("given", figure.unit), ("wanted", wanted))
            yield Flag("unit", values, mine[0].label, paths=tuple(field.path for field in mine))


def _several(case: Case, fields: Mapping[str, Field]) -> Iterator[Flag]:
    """More than one unit or person told for a field that names one."""
    for field in fields.values():
        if not field.fact.endswith(".name") or _own(field, case):
            continue
        names = selected(field, case.sheet)
        if len(names) > 1:
            values = (("about", bare(field.label.text)), ("names", "、".join(names)))
            yield Flag("several", values, field.label, paths=(field.path,))


def _own(field: Field, case: Case) -> bool:
    alone = case.sheet.filled(case.form.id).value(field.path)
    return alone is not None or any(one.key == field.fact for one in case.sheet.shared)


def _paths(fields: Mapping[str, Field], numbers: Mapping[str, Decimal]) -> dict[str, tuple[str, ...]]:
    """Where each figure stands, by its name."""
    made: dict[str, list[str]] = {}
    for path in numbers:
        made.setdefault(bare(fields[path].label.text), []).append(path)
    return {name: tuple(paths) for name, paths in made.items()}
