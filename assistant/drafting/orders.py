"""Sentences in facts that speak to the writer (忽略字数限制…): told apart, left out, never obeyed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.drafting.facts import FactSheet
from assistant.guideline.sentences import sentences
from assistant.guideline.tables import table

_ENDS = "。！？!?\n"


def parted(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The whole sentences of a text that tell something, and those that order something, both in order."""
    told: list[str] = []
    orders: list[str] = []
    for start, end in sentences(text, _ENDS):
        sentence = text[start:end].strip()
        if sentence:
            (orders if ordering(sentence) else told).append(whole(sentence))
    return tuple(told), tuple(orders)


def ordering(sentence: str) -> bool:
    """Whether a sentence speaks to the writer."""
    return any(pattern.search(sentence) for pattern in _patterns())


def without_orders(sheet: FactSheet) -> tuple[FactSheet, tuple[str, ...]]:
    """The sheet without people, figures and a platform whose names speak to the writer, and those names: what
    sentences are made of. One such unit, and no sentence tells who builds together, since it would leave that out."""
    units = sheet.units if not any(_orders(unit.name, unit.kind) for unit in sheet.units) else ()
    people = tuple(person for person in sheet.people if not _orders(person.name, person.role, person.unit, person.post))
    figures = tuple(figure for figure in sheet.figures if not _orders(figure.name, figure.unit))
    shared = tuple(one for one in sheet.shared if not (isinstance(one.value, str) and _orders(one.value)))
    short = tuple(pair for pair in sheet.short_forms if not _orders(*pair))
    kept = replace(sheet, units=units, people=people, figures=figures, shared=shared, short_forms=short)
    names = [unit.name for unit in sheet.units if _orders(unit.name, unit.kind)]
    names += [person.name for person in sheet.people if person not in people]
    names += [figure.name for figure in sheet.figures if figure not in figures]
    names += [str(one.value) for one in sheet.shared if one not in shared]
    return kept, (*names, *(full for short_form, full in sheet.short_forms if (short_form, full) not in short))


def _orders(*names: str) -> bool:
    return any(ordering(name) for name in names)


def whole(sentence: str) -> str:
    """The sentence with the mark that ends it."""
    sentence = sentence.rstrip("；;，,、 ")
    return sentence if sentence[-1:] in "。！？!?】：:" else f"{sentence}。"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in table(Path(__file__).with_name("data") / "orders.toml")["patterns"])
