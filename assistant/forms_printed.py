"""Forms on the screen and as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from assistant.drafting.field import Field, Remark
from assistant.drafting.finding import full_label
from assistant.drafting.form import AbsentForm, Form, Forms
from assistant.drafting.rule import Rule
from assistant.exchange import printable
from assistant.forms_told import contacts_of
from assistant.guideline.card import Card
from assistant.printing import contact_line
from assistant.words import words

Language = Literal["zh", "en"]
ROWS = ("path", "label", "kind", "unit", "limit", "words")


def forms_lines(forms: Forms, language: str) -> Iterator[str]:
    """The list of forms, one a line."""
    say = words(language)
    for form in forms.held:
        yield printable(f"{form.id}  {say['form.held'].format(title=form.names[0], annex=form.annex)}")
    for absent in forms.absent:
        yield printable(f"{absent.id}  {absent.names[0]}  [{say['form.absent']}]")


def form_lines(form: Form | AbsentForm, cards: Iterable[Card], language: str) -> Iterator[str]:
    """One form for people: fields with their limits, then its rules and where it goes."""
    lines = _held_lines(form, language) if isinstance(form, Form) else _absent_lines(form, cards, language)
    return map(printable, lines)


def _held_lines(form: Form, language: str) -> Iterator[str]:
    say = words(language)
    yield f"{say['form.held'].format(title=form.names[0], annex=form.annex)}  [{form.id}]"
    if form.filled_by == "authority":
        yield say["form.authority"]
    for part in form.parts():
        fields = tuple(part.fields())
        if part.title is not None or fields:
            yield ""
        if part.title is not None:
            yield part.title.text
        for field in fields:
            yield from _field_lines(field, language)
    for title, held in (
        ("rules", [_rule(rule, language) for rule in form.rules]),
        ("totals", [say["form.total"].format(path=t.path, terms=" + ".join(t.terms)) for t in form.totals]),
        ("sent", [f"“{quote.text}”" for quote in form.sent]),
        ("remarks", [_said(remark, language) for remark in remarks_of(form)]),
    ):
        if held:
            yield ""
            yield f"# {say[f'form.{title}']}"
            yield from held


def _field_lines(field: Field, language: str) -> Iterator[str]:
    say = words(language)
    said = [say[f"form_kind.{field.kind}"]]
    if field.unit:
        said.append(field.unit.text)
    if field.limit:
        said.append(_limit(field, language))
    if field.years:
        said.append(say["form.years"].format(years=", ".join(map(str, field.years))))
    if field.filled_by == "authority":
        said.append(say["form.authority"])
    yield f"  {field.path}  {full_label(field)}  [{'; '.join(said)}]"
    for quote in field.guidance:
        yield f"      {say['form.guidance']}: “{quote.text}”"
    if field.elements:
        told = (e.quote.text + ("" if e.asked else say["form.optional"]) for e in field.elements)
        yield f"      {say['form.elements']}: {say['told.list'].join(told)}"
    if field.options:
        yield f"      {say['form.options']}: {' '.join('□' + option.quote.text for option in field.options)}"
    if field.limit and field.limit.remark:
        yield f"      {say['form.remarks']}: {_said(field.limit.remark, language)}"


def _absent_lines(form: AbsentForm, cards: Iterable[Card], language: str) -> Iterator[str]:
    say = words(language)
    yield f"{form.names[0]}  [{form.id}]"
    yield say["form.absent_note"]
    for title, quotes in (("mentions", form.mentions), ("requirements", form.requirements)):
        yield ""
        yield f"# {say[f'form.{title}']}"
        yield from (f"  □ “{quote.text}”" if title == "requirements" else f"  “{quote.text}”" for quote in quotes)
    yield ""
    yield f"# {say['form.contact']}"
    ways = [
        {"person": c.person, "phone": c.phone, "fax": c.fax, "email": c.email, "address": c.address}
        for c, _ in contacts_of(form, cards)
    ]
    yield from (f"  {contact_line(way, say)}" for way in ways)
    if not ways:
        yield f"  {say['form.no_contact']}"


def forms_table(forms: Forms, language: str) -> Iterator[str]:
    """Every form, field and limit as lines of Markdown; fields that differ by the year alone share a row."""
    say = words(language)
    yield f"# {say['form.list']}"
    yield ""
    yield say["form.closing"]
    yield ""
    yield from _row(say[f"form.{name}"] for name in ("form", "annex", "id", "who", "count", "limited"))
    yield from _row(["---"] * 6)
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
        yield f"- {_rule(rule, language)}"
    remarks = remarks_of(form)
    for remark in remarks:
        if remark is remarks[0]:
            yield ""
        yield f"- {say['form.remarks']}: {_said(remark, language)}"


def remarks_of(form: Form) -> tuple[Remark, ...]:
    """All that is ours to say of a form: of its whole, its tables, its fields and their limits."""
    from assistant.drafting.table import Table

    tables = (b for part in form.parts() for b in part.blocks if isinstance(b, Table))
    fields = tuple(form.fields())
    limits = (field.limit.remark for field in fields if field.limit and field.limit.remark)
    said = (form.remarks, *(table.remarks for table in tables), *(field.remarks for field in fields), tuple(limits))
    return tuple(dict.fromkeys(remark for some in said for remark in some))


def _limit(field: Field, language: str) -> str:
    say = words(language)
    if field.limit is None:
        return ""
    said = say["form.most"].format(most=field.limit.most)
    inherited = field.limit.inherited_from
    return f"{said} ({say['form.inherited'].format(path=inherited)})" if inherited else said


def _rule(rule: Rule, language: str) -> str:
    say = words(language)
    held = [*rule.words, *([f"{rule.number:g}"] if rule.number is not None else []), *map(str, rule.years)]
    firm = "" if rule.firm else say["form.unusual"]
    value = f" {say['told.list'].join(held)}" if held else ""
    return f"{say[f'form_rule.{rule.kind}']}{firm}:{value} “{rule.quote.text}”"


def _without_year(field: Field) -> str:
    return field.path.removesuffix(f".{field.year}") if field.year else field.path


def _row(cells: Iterable[str]) -> Iterator[str]:
    yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _said(both: Remark, language: str) -> str:
    zh, en = both
    return en if language == "en" else zh
