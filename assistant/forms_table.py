"""Every form, field and limit as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from assistant.drafting.field import Field
from assistant.drafting.finding import full_label
from assistant.drafting.form import Form, Forms
from assistant.forms_printed import remarks_of, rule_line
from assistant.forms_told import said
from assistant.words import words

HEADS = ("form", "annex", "id", "who", "count", "limited")
ROWS = ("path", "label", "kind", "unit", "limit", "words")


def forms_table(forms: Forms, language: str) -> Iterator[str]:
    """Every form, field and limit as lines of Markdown; fields that differ by the year alone share a row."""
    say = words(language)
    yield f"# {say['form.list']}"
    yield ""
    yield say["form.closing"]
    yield ""
    yield from _row(say[f"form.{name}"] for name in HEADS)
    yield from _row(["---"] * len(HEADS))
    for form in forms.held:
        fields = tuple(form.fields())
        limited = sum(field.limit is not None for field in fields)
        who = say[f"form_who.{form.filled_by}"]
        yield from _row((form.names[0], form.annex, f"`{form.id}`", who, str(len(fields)), str(limited)))
    for absent in forms.absent:
        yield from _row((absent.names[0], "", f"`{absent.id}`", say["form.absent"], "", ""))
    for form in forms.held:
        yield from _form_table(form, language)
    for absent in forms.absent:
        yield ""
        yield f"## {absent.names[0]}"
        yield ""
        yield say["form.absent_note"]
        yield ""
        yield from (f"- “{quote.text}”" for quote in absent.requirements)


def _form_table(form: Form, language: str) -> Iterator[str]:
    say = words(language)
    yield ""
    yield f"## {say['form.held'].format(title=form.names[0], annex=form.annex)}"
    yield ""
    yield from _row(say[f"form.{name}"] for name in ROWS)
    yield from _row(["---"] * len(ROWS))
    for _, together in groupby(form.fields(), key=_without_year):
        group = tuple(together)
        first = group[0]
        paths = " ".join([f"`{first.path}`", *(f"`.{field.year}`" for field in group[1:])])
        unit, limit = first.unit.text if first.unit else "", first.limit
        label = full_label(first) if len(group) == 1 else full_label(first).rpartition(" › ")[0]
        most = "" if limit is None else str(limit.most)
        if limit and limit.inherited_from:
            most = f"{most} ({say['form.inherited'].format(path=f'`{limit.inherited_from}`')})"
        quote = f"“{limit.quote.text}”" if limit else ""
        yield from _row((paths, label, say[f"form_kind.{first.kind}"], unit, most, quote))
    for rule in form.rules:
        if rule is form.rules[0]:
            yield ""
        yield f"- {rule_line(rule, language)}"
    remarks = remarks_of(form)
    for remark in remarks:
        if remark is remarks[0]:
            yield ""
        yield f"- {say['form.remarks']}: {said(remark, language)}"


def _without_year(field: Field) -> str:
    return field.path.removesuffix(f".{field.year}") if field.year else field.path


def _row(cells: Iterable[str]) -> Iterator[str]:
    yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
