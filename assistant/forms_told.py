"""Forms for JSON: the list, and one form with its fields, limits, rules and layout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from assistant.citing import Citations
from assistant.drafting.field import Field, Limit, Remark
from assistant.drafting.finding import full_label
from assistant.drafting.form import AbsentForm, Block, Form, Forms, Section
from assistant.drafting.table import Item, Line, Printed, Table
from assistant.exchange import citation_fields
from assistant.guideline.card import Card
from assistant.guideline.document import Guideline
from assistant.guideline.quote import Quote
from assistant.guideline.values import Contact


def forms_fields(forms: Forms, language: str) -> dict[str, Any]:
    """Every form with what it is for; those that are only mentioned come last, with `held` false."""
    return {
        "language": language,
        "forms": [
            *(
                {
                    **_head(form),
                    "annex": form.annex,
                    "filled_by": form.filled_by,
                    "fields": sum(1 for _ in form.fields()),
                    "limits": sum(field.limit is not None for field in form.fields()),
                }
                for form in forms.held
            ),
            *(
                {**_head(form), "annex": "", "filled_by": "applicant", "fields": 0, "limits": 0}
                for form in forms.absent
            ),
        ],
        "left_out": [said(notice, language) for notice in forms.notices],
    }


def form_fields(
    form: Form | AbsentForm, documents: Iterable[Guideline], cards: Iterable[Card], language: str
) -> dict[str, Any]:
    """One form; the numbers in it are those of `citations`."""
    teller = _Teller(form, documents, language)
    told = teller.form(form) if isinstance(form, Form) else teller.absent(form, contacts_of(form, cards))
    return {**told, "citations": [citation_fields(cited) for cited in teller.sources.all]}


def contacts_of(form: AbsentForm, cards: Iterable[Card]) -> tuple[tuple[Contact, Quote], ...]:
    """Whom to ask for a form that is only mentioned, as the cards of its programmes say."""
    points = [p for card in cards if card.programme in form.programmes for p in card.of("contact")]
    held = [(p.statement.value, p.statement.quote) for p in points]
    return tuple((value, quote) for value, quote in held if isinstance(value, Contact))


class _Teller:
    """Tells one form; quotes get their numbers as they are told."""

    def __init__(self, form: Form | AbsentForm, documents: Iterable[Guideline], language: str) -> None:
        self.sources, self._language = Citations(documents), language
        self._programme = form.programmes[0]

    def form(self, form: Form) -> dict[str, Any]:
        """A form whose text is held."""
        return {
            **_head(form),
            "language": self._language,
            "annex": form.annex,
            "filled_by": form.filled_by,
            "citation": self._number(form.title),
            "instructions": [self._words(quote) for quote in form.instructions],
            "rules": [
                {
                    "kind": rule.kind,
                    "words": list(rule.words),
                    "number": rule.number,
                    "years": list(rule.years),
                    "firm": rule.firm,
                    **self._words(rule.quote),
                }
                for rule in form.rules
            ],
            "sent": [self._words(quote) for quote in form.sent],
            "fields": [self._field(field) for field in form.fields()],
            "repeats": [
                {"path": r.path, "label": r.label.text, "printed": r.printed, "more": r.quote and self._words(r.quote)}
                for r in form.repeats()
            ],
            "totals": [{"path": total.path, "terms": list(total.terms)} for total in form.totals],
            "sections": [self._section(section) for section in form.parts()],
            "remarks": self._remarks(form.remarks),
        }

    def absent(self, form: AbsentForm, contacts: Iterable[tuple[Contact, Quote]]) -> dict[str, Any]:
        """A form that is only mentioned."""
        return {
            **_head(form),
            "language": self._language,
            "mentions": [self._words(quote) for quote in form.mentions],
            "requirements": [self._words(quote) for quote in form.requirements],
            "contacts": [{**asdict(contact), "citation": self._number(quote)} for contact, quote in contacts],
        }

    def _field(self, field: Field) -> dict[str, Any]:
        return {
            "path": field.path,
            "label": field.label.text,
            "full_label": full_label(field),
            "kind": field.kind,
            "unit": field.unit.text if field.unit else "",
            "guidance": [self._words(quote) for quote in field.guidance],
            "elements": [{"id": e.id, "text": e.quote.text, "asked": e.asked} for e in field.elements],
            "limit": field.limit and self._limit(field.limit),
            "options": [{"id": option.id, "text": option.quote.text} for option in field.options],
            "several": field.several,
            "year": field.year,
            "years": list(field.years),
            "filled_by": field.filled_by,
            "repeat": field.repeat,
            "fact": field.fact,
            "remarks": self._remarks(field.remarks),
            "citation": self._number(field.label),
        }

    def _limit(self, limit: Limit) -> dict[str, Any]:
        remark = said(limit.remark, self._language) if limit.remark else ""
        words = self._words(limit.quote)
        return {"most": limit.most, "inherited_from": limit.inherited_from, "remark": remark, **words}

    def _section(self, section: Section) -> dict[str, Any]:
        return {
            "id": section.id,
            "title": section.title.text if section.title else "",
            "level": section.level,
            "new_page": section.new_page,
            "blocks": [self._block(block) for block in section.blocks],
            "notes": [quote.text for quote in section.notes],
        }

    def _block(self, block: Block) -> dict[str, Any]:
        if isinstance(block, Table):
            cells = [
                {
                    "row": c.row,
                    "column": c.column,
                    "rows": c.rows,
                    "columns": c.columns,
                    "heading": c.heading,
                    "items": [_item(item) for item in c.items],
                }
                for c in block.cells
            ]
            return {
                "table": block.id,
                "widths": list(block.widths),
                "head": block.head,
                "cells": cells,
                "remarks": self._remarks(block.remarks),
            }
        if isinstance(block, Line):
            return {"line": [_item(item) for item in block.items]}
        return _item(block)

    def _remarks(self, remarks: Iterable[Remark]) -> list[str]:
        return [said(remark, self._language) for remark in remarks]

    def _number(self, quote: Quote) -> int:
        return self.sources.number(quote, self._programme)

    def _words(self, quote: Quote) -> dict[str, Any]:
        return {"quote": quote.text, "citation": self._number(quote)}


def _head(form: Form | AbsentForm) -> dict[str, Any]:
    return {
        "id": form.id,
        "held": isinstance(form, Form),
        "title": form.title.text if isinstance(form, Form) else form.names[0],
        "names": list(form.names),
        "document": form.document,
        "programmes": list(form.programmes),
    }


def _item(item: Item) -> dict[str, Any]:
    if isinstance(item, Field):
        return {"field": item.path}
    if isinstance(item, Printed):
        return {"print": item.quote.text, "mark": item.mark, "declares": item.declares}
    return {"number": True}


def said(both: Remark, language: str) -> str:
    """A remark in "zh" or "en"."""
    zh, en = both
    return en if language == "en" else zh
