"""The steps from a fact sheet to the drafts of a form, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.drafting.count import words
from assistant.drafting.draft import Draft, Flag, Required
from assistant.drafting.extractive import extractive
from assistant.drafting.facts import FactSheet, Filled, Record, Value
from assistant.drafting.field import Field, Limit
from assistant.drafting.fitting import fitted
from assistant.drafting.form import Form
from assistant.drafting.orders import without_orders
from assistant.drafting.pieces import sorted_facts
from assistant.drafting.record_fields import RecordField, record_fields
from assistant.drafting.support import supported
from assistant.drafting.values import added_up, records_of, value_of
from assistant.drafting.within import Work, texts_of, whole_text, within, within_whole
from assistant.drafting.writer import Writer


@dataclass(frozen=True, slots=True)
class Drafted:
    """A form's narrative fields in order, what is flagged of the facts as a whole, and the limit of the whole text,
    None where the form sets none."""

    form: Form
    drafts: tuple[Draft, ...]
    flags: tuple[Flag, ...]
    whole: Limit | None = None

    @property
    def text(self) -> str:
        """All texts, each below its label."""
        return whole_text((draft.label, draft.text) for draft in self.drafts)

    @property
    def count(self) -> int:
        """字数 of the whole text, labels included."""
        return words(self.text)

    def draft(self, path: str) -> Draft | None:
        """The draft of a field."""
        return next((draft for draft in self.drafts if draft.field == path), None)


def drafted(form: Form, sheet: FactSheet, writer: Writer = extractive) -> Drafted:
    """Every narrative field of a form; InputError where a fact does not fit its field."""
    fitted(form, sheet)
    for field in form.fields():
        if not field.repeat:
            value_of(form, field, sheet)
    records = tuple(record_fields(form, sheet))
    facts = sorted_facts(form, sheet, records)
    works = []
    for field, label in _fields(form, records):
        parts, unsupported = supported(writer(field, tuple(facts.pieces[field.path])), form, sheet)
        works.append(Work(field, label, parts, (*facts.flags[field.path], *unsupported)))
    full = dict(without_orders(sheet)[0].short_forms) if form.rule("abbreviation") else {}
    works = list(within(works, full))
    whole = whole_limit(form)
    if whole is not None:
        works = within_whole(works, full, whole)
    texts = texts_of(works, full)
    made = tuple(_draft(form, work, texts[work.field.path], whole) for work in works)
    return Drafted(form, made, tuple(facts.flags[""]), whole)


def typed(form: Form, sheet: FactSheet) -> dict[str, str]:
    """What the applicant wrote for narrative fields of this form, by path ("list.2.text" in the second record)."""
    told = fitted(form, sheet)
    prose = {field.path for field in form.fields() if field.kind == "narrative"}
    values = [(path, path, value) for path, value in told.values]
    for path, records in told.rows:
        for n, record in enumerate(records, 1):
            values += [(f"{path}.{key}", f"{path}.{n}.{key}", value) for key, value in record]
    return {at: value for path, at, value in values if path in prose and isinstance(value, str) and value.strip()}


def filled(form: Form, sheet: FactSheet, made: Drafted) -> Filled:
    """Every value of the form: what is told, sums whose terms are all told, and in narrative fields what the applicant
    wrote for them, word for word, else the drafts."""
    texts = {draft.field: draft.text for draft in made.drafts} | typed(form, sheet)
    values: list[tuple[str, Value]] = []
    for field in form.fields():
        value: Value | None = texts.get(field.path)
        if value is None and not field.repeat:
            value = value_of(form, field, sheet)
        if value is None:
            value = added_up(form, field, sheet)
        if value is not None:
            values.append((field.path, value))
    held = replace(sheet, forms=(fitted(form, sheet),))
    rows = []
    for repeat in form.repeats():
        records = records_of(form, repeat, held)
        told = tuple(_withtexts_of(record, f"{repeat.path}.{n}", texts) for n, record in enumerate(records, 1))
        rows.append((repeat.path, told))
    return Filled(form.id, tuple(values), tuple((path, records) for path, records in rows if records))


def _withtexts_of(record: Record, path: str, texts: Mapping[str, str]) -> Record:
    """A record with the drafts of its own fields."""
    mine = {key.removeprefix(f"{path}."): text for key, text in texts.items() if key.startswith(f"{path}.")}
    return (*((key, value) for key, value in record if key not in mine), *mine.items())


def _fields(form: Form, records: tuple[RecordField, ...]) -> Iterator[tuple[Field, str]]:
    """Every field of prose with its label, those of records where their rows stand."""
    plain = {field.path: field for field in narratives(form)}
    for field in form.fields():
        if field.path in plain:
            yield field, field.label.text + (f"（{field.year}年）" if field.year else "")
        elif field.repeat and field.kind == "narrative":
            name = field.path.removeprefix(field.repeat)
            for one in records:
                if one.field.path.startswith(f"{field.repeat}.") and one.field.path.endswith(name):
                    yield one.field, field.label.text + (f"（{one.unit}）" if one.unit else "")


def narratives(form: Form) -> Iterator[Field]:
    """The fields of prose that whoever fills in the form writes."""
    return (f for f in form.fields() if f.kind == "narrative" and not f.repeat and f.filled_by == form.filled_by)


def whole_limit(form: Form) -> Limit | None:
    """The limit that a form sets to its whole text."""
    rule = form.rule("whole_limit")
    return Limit(int(rule.number), rule.quote) if rule is not None and rule.number is not None else None


def _draft(form: Form, work: Work, text: str, whole: Limit | None) -> Draft:
    field = work.field
    told = {piece.element for part in work.parts for piece in part.pieces if piece.tells}
    required = tuple(Required(element, element.id in told) for element in field.elements if element.asked)
    limit = field.limit or whole
    flags = work.flags
    if field.limit is not None and field.limit.remark is not None:
        zh, en = field.limit.remark
        flags = (*flags, Flag("limit_remark", (("zh", zh), ("en", en)), field.limit.quote))
    if field.limit is None and whole is not None:
        flags = (*flags, Flag("whole_limit", (("most", str(whole.most)),), whole.quote))
    return Draft(form.id, field.path, text, limit, required, tuple(dict.fromkeys(flags)), work.label)
