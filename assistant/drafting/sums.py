"""The sums that the print of a form implies: 合计 beside its terms, and 其中 below the number that it parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.drafting.field import Field
from assistant.drafting.form import Total
from assistant.guideline.patterns import regex

_SUM = regex(r"\s*(?:合计|总计|共计|小计)\s*(?:[（(][^（）()]*[)）])?\s*[：:]?\s*")
_AMONG = regex(r"\s*其中\s*[：:]?\s*")


def sums_of(fields: Sequence[Field], declared: Sequence[Total]) -> tuple[Total, ...]:
    """The declared sums, then every 合计 of the numbers that stand below the same labels, in the same year and unit."""
    known = {total.path for total in declared}
    numbers = [field for field in fields if field.kind == "number" and not field.repeat]
    made = list(declared)
    for field in numbers:
        if field.path in known or not _SUM.fullmatch(field.label.text):
            continue
        terms = [
            f for f in numbers if f is not field and _place(f) == _place(field) and not _SUM.fullmatch(f.label.text)
        ]
        if len(terms) > 1:
            made.append(Total(field.path, tuple(term.path for term in terms)))
    return tuple(made)


def among_of(fields: Sequence[Field], totals: Sequence[Total]) -> tuple[Total, ...]:
    """Numbers with those that 其中 puts below them, which they are part of and need not add up to."""
    known = {total.path for total in totals}
    return tuple(made for made in _among([f for f in fields if f.kind == "number"]) if made.path not in known)


def _among(numbers: Sequence[Field]) -> Iterator[Total]:
    at = 0
    while at < len(numbers):
        group = [numbers[at]]
        while at + len(group) < len(numbers) and _same_part(group[0], numbers[at + len(group)]):
            group.append(numbers[at + len(group)])
        whole = numbers[at - 1] if at else None
        if _parts(group[0]) and whole is not None and _over(whole, group[0]):
            yield Total(whole.path, tuple(term.path for term in group))
        at += len(group)


def _parts(field: Field) -> bool:
    return bool(field.under) and _AMONG.fullmatch(field.under[-1].text) is not None


def _same_part(one: Field, other: Field) -> bool:
    return _parts(one) and _place(one) == _place(other)


def _over(whole: Field, part: Field) -> bool:
    """Whether a number stands right above the 其中 of another: below the same labels, in the same unit."""
    texts = tuple(quote.text for quote in part.under[:-1])
    return (tuple(quote.text for quote in whole.under), whole.year, _unit(whole)) == (texts, part.year, _unit(part))


def _place(field: Field) -> tuple[tuple[str, ...], int | None, str, str]:
    return tuple(quote.text for quote in field.under), field.year, _unit(field), field.repeat


def _unit(field: Field) -> str:
    return field.unit.text if field.unit is not None else ""
