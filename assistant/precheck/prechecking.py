"""A filled form held against every rule of the form and of its guideline (预审)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.drafting.facts import FactSheet
from assistant.drafting.form import Form
from assistant.drafting.grounds import Law
from assistant.precheck import (
    rule_attachment,
    rule_deadline,
    rule_element,
    rule_empty,
    rule_form,
    rule_left,
    rule_limit,
    rule_looks,
    rule_placeholder,
    rule_same,
    rule_slots,
    rule_total,
    rule_unit,
    rule_units,
    rule_words,
    rule_year,
)
from assistant.precheck.filing import Filing, filing_of
from assistant.precheck.flagged import flagged
from assistant.precheck.known import Known, known_of
from assistant.precheck.paper import Paper
from assistant.precheck.report import RULES, Point, Report


class Precheck:
    """Reports under one law; of each form it finds out once what depends on nothing that is filled in, and of what is
    filled in it keeps nothing."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._known: dict[str, Known] = {}

    def known(self, form: Form) -> Known:
        """What is known of a form before anything is filled in."""
        held = self._known.get(form.id)
        if held is None or held.form is not form:
            held = self._known[form.id] = known_of(form, self._law)
        return held

    def report(self, form: Form, paper: Paper, sheet: FactSheet, today: date) -> Report:
        """The points of a filled form as of a day. `sheet` tells of the units, figures and short forms what the form
        leaves out; an empty one where nothing more is told."""
        filing = filing_of(self.known(form), paper, sheet, today)
        order = {rule: number for number, rule in enumerate(RULES)}
        return Report(form.id, today, tuple(sorted(_points(filing), key=lambda point: order[point.rule])))


def prechecked(form: Form, paper: Paper, sheet: FactSheet, law: Law, today: date) -> Report:
    """The same once; whoever asks again and again keeps a Precheck."""
    return Precheck(law).report(form, paper, sheet, today)


def _points(filing: Filing) -> Iterator[Point]:
    yield from rule_form.found(filing)
    yield from rule_left.found(filing)
    yield from rule_limit.found(filing)
    yield from rule_empty.found(filing)
    yield from rule_placeholder.found(filing)
    yield from rule_element.found(filing)
    yield from rule_attachment.found(filing)
    flags = flagged(filing)
    yield from rule_total.found(filing, flags)
    yield from rule_same.found(filing, flags)
    yield from rule_year.found(filing, flags)
    yield from rule_words.found(filing, flags)
    yield from rule_unit.found(filing, flags)
    yield from rule_units.found(filing, flags)
    yield from rule_slots.found(filing)
    yield from rule_deadline.found(filing)
    yield from rule_looks.found(filing)
