"""Forms on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from assistant.drafting.field import Field, Remark
from assistant.drafting.finding import full_label
from assistant.drafting.form import AbsentForm, Form, Forms
from assistant.drafting.rule import Rule
from assistant.exchange import printable
from assistant.forms_told import contacts_of, said
from assistant.guideline.card import Card
from assistant.printing import contact_line
from assistant.words import words


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
    if form.instructions:
        yield f"# {say['form.instructions']}"
        yield from (f"“{quote.text}”" for quote in form.instructions)
    for part in form.parts():
        fields = tuple(part.fields())
        if part.title is not None or fields:
            yield ""
        if part.title is not None:
            yield part.title.text
        for path, together in groupby(fields, key=lambda field: field.repeat):
            if path:
                label = next(repeat.label.text for repeat in form.repeats() if repeat.path == path)
                yield f"  {say['form.repeated'].format(path=path, label=label)}"
            for field in together:
                yield from _field_lines(field, language)
    for title, held in (
        ("rules", [rule_line(rule, language) for rule in form.rules]),
        ("totals", [say["form.total"].format(path=t.path, terms=" + ".join(t.terms)) for t in form.totals]),
        ("sent", [f"“{quote.text}”" for quote in form.sent]),
        ("remarks", [said(remark, language) for remark in remarks_of(form)]),
    ):
        if held:
            yield ""
            yield f"# {say[f'form.{title}']}"
            yield from held


def _field_lines(field: Field, language: str) -> Iterator[str]:
    say = words(language)
    notes = [say[f"form_kind.{field.kind}"]]
    if field.unit:
        notes.append(field.unit.text)
    if field.limit:
        notes.append(_limit(field, language))
    if field.years:
        notes.append(say["form.years"].format(years=", ".join(map(str, field.years))))
    if field.filled_by == "authority":
        notes.append(say["form.authority"])
    yield f"  {field.path}  {full_label(field)}  [{'; '.join(notes)}]"
    for quote in field.guidance:
        yield f"      {say['form.guidance']}: “{quote.text}”"
    if field.elements:
        told = (e.quote.text + ("" if e.asked else say["form.optional"]) for e in field.elements)
        yield f"      {say['form.elements']}: {say['told.list'].join(told)}"
    if field.options:
        yield f"      {say['form.options']}: {' '.join('□' + option.quote.text for option in field.options)}"
    if field.limit and field.limit.remark:
        yield f"      {say['form.remarks']}: {said(field.limit.remark, language)}"


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
    most = say["form.most"].format(most=field.limit.most)
    inherited = field.limit.inherited_from
    return f"{most} ({say['form.inherited'].format(path=inherited)})" if inherited else most


def rule_line(rule: Rule, language: str) -> str:
    """A rule on one line, with its words."""
    say = words(language)
    held = [*rule.words, *([f"{rule.number:g}"] if rule.number is not None else []), *map(str, rule.years)]
    firm = "" if rule.firm else say["form.unusual"]
    value = f" {say['told.list'].join(held)}" if held else ""
    return f"{say[f'form_rule.{rule.kind}']}{firm}:{value} “{rule.quote.text}”"
