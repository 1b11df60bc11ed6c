"""Filled forms checked before they are handed in (预审): out of a file, out of pasted text, or while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.draft_told import facts_of
from assistant.drafting.facts import FactSheet
from assistant.drafting.form import Form, Forms
from assistant.drafting.grounds import Law
from assistant.errors import InputError
from assistant.exchange import decoded
from assistant.guideline.document import Guideline
from assistant.precheck.apart import Apart
from assistant.precheck.facts import paper_of_facts
from assistant.precheck.paper import Paper
from assistant.precheck.prechecking import Precheck
from assistant.precheck.receiving import paper_of_text
from assistant.precheck.report import Report

TEXT_LIMIT = 200_000
"""Characters of pasted text."""


@dataclass(frozen=True, slots=True)
class Prechecked:
    """A report with what it is on; `documents` are those that quotes of it may stand in."""

    form: Form
    paper: Paper
    report: Report
    documents: tuple[Guideline, ...]


class Prechecks:
    """Checks under the documents of one generation; nothing of what is checked stays in it."""

    def __init__(self, forms: Forms, law: Law) -> None:
        self._forms = forms
        self._documents = tuple(law.guidelines)
        self._precheck = Precheck(law)
        self._apart = Apart(forms.held)

    def facts(self, form: Form, sheet: FactSheet, today: date) -> Prechecked:
        """A form as a fact sheet fills it in."""
        return self._made(form, paper_of_facts(form, sheet), sheet, today)

    def file(self, data: bytes, form: Form | None, today: date) -> Prechecked:
        """A form in a Word file, which is opened in a process of its own; None lets the file tell which form it is.
        InputError where it cannot be used, Busy where too many are being read."""
        return self._received(self._apart.paper(data, form.id if form is not None else None), today)

    def text(self, text: str, form: Form | None, today: date) -> Prechecked:
        """A form pasted as text."""
        if len(text) > TEXT_LIMIT:
            raise InputError(
                f"文字太长，最多 {TEXT_LIMIT} 个字符。", f"The text is too long: at most {TEXT_LIMIT} characters."
            )
        return self._received(paper_of_text(text, self._forms.held, form.id if form is not None else None), today)

    def _received(self, paper: Paper, today: date) -> Prechecked:
        form = next(form for form in self._forms.held if form.id == paper.form)
        return self._made(form, paper, FactSheet(), today)

    def _made(self, form: Form, paper: Paper, sheet: FactSheet, today: date) -> Prechecked:
        return Prechecked(form, paper, self._precheck.report(form, paper, sheet, today), self._documents)


class Checking(Protocol):
    """Whoever checks a form in one of its shapes."""

    def precheck(self, form: str, sheet: FactSheet, today: date) -> Prechecked:
        """As a fact sheet fills it in."""

    def precheck_file(self, data: bytes, today: date, form: str = "") -> Prechecked:
        """In Word."""

    def precheck_text(self, text: str, today: date, form: str = "") -> Prechecked:
        """Pasted."""


def given(by: Checking, data: bytes, ending: str, form: str, today: date) -> Prechecked:
    """The check of a file by its ending: text, a fact sheet or a file of the desk, else Word."""
    if ending == ".json":
        sheet = facts_of(data)
        return by.precheck(form or _only_form(sheet), sheet, today)
    if ending in (".txt", ".md", ".text"):
        return by.precheck_text(decoded(data), today, form)
    return by.precheck_file(data, today, form)


def _only_form(sheet: FactSheet) -> str:
    """The one form that a fact sheet tells something of; InputError where it is not one."""
    told: Sequence[str] = [one.form for one in sheet.forms]
    if len(told) == 1:
        return told[0]
    raise InputError(
        "这份信息表没有或不止一份表单的内容，请用 --form 写明预审哪一份。",
        "This fact sheet tells of no form or of several; name the one to check with --form.",
    )
