"""The steps from a fact sheet to the drafts of a form, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.drafting.count import words
from assistant.drafting.draft import Draft, Flag, Required
from assistant.drafting.extractive import extractive
from assistant.drafting.facts import FactSheet, Filled, Record
from assistant.drafting.field import Field, Limit
from assistant.drafting.fitting import fitted
from assistant.drafting.form import Form
from assistant.drafting.parts import Part, rendered, shortened
from assistant.drafting.pieces import sorted_facts
from assistant.drafting.record_fields import RecordField, record_fields
from assistant.drafting.short_forms import introduced
from assistant.drafting.support import supported
from assistant.drafting.values import records_of, value_of
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
        return _whole((draft.label, draft.text) for draft in self.drafts)

    @property
    def count(self) -> int:
        """字数 of the whole text, labels included."""
        return words(self.text)

    def draft(self, path: str) -> Draft | None:
        """The draft of a field."""
        return next((draft for draft in self.drafts if draft.field == path), None)


@dataclass(frozen=True, slots=True)
class _Work:
    """A field on its way: its parts and what was flagged so far."""

    field: Field
    label: str
    parts: tuple[Part, ...]
    flags: tuple[Flag, ...]


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
        works.append(_Work(field, label, parts, (*facts.flags[field.path], *unsupported)))
    full = dict(sheet.short_forms) if form.rule("abbreviation") else {}
    works = list(_within(works, full))
    whole = whole_limit(form)
    if whole is not None:
        works = _within_whole(works, full, whole)
    texts = _texts(works, full)
    made = tuple(_draft(form, work, texts[work.field.path], whole) for work in works)
    return Drafted(form, made, tuple(facts.flags[""]), whole)


def filled(form: Form, sheet: FactSheet, made: Drafted) -> Filled:
    """Every value of the form: what is told, and the drafts in the narrative fields."""
    texts = {draft.field: draft.text for draft in made.drafts}
    values = []
    for field in form.fields():
        value = texts.get(field.path) if field.path in texts else None if field.repeat else value_of(form, field, sheet)
        if value is not None:
            values.append((field.path, value))
    held = replace(sheet, forms=(fitted(form, sheet),))
    rows = []
    for repeat in form.repeats():
        records = records_of(form, repeat, held)
        told = tuple(_with_texts(record, f"{repeat.path}.{n}", texts) for n, record in enumerate(records, 1))
        rows.append((repeat.path, told))
    return Filled(form.id, tuple(values), tuple((path, records) for path, records in rows if records))


def _with_texts(record: Record, path: str, texts: Mapping[str, str]) -> Record:
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


def _within(works: list[_Work], full: Mapping[str, str]) -> Iterator[_Work]:
    """Each field within its own limit, with abbreviations in full as they will stand there."""
    known: frozenset[str] = frozenset()
    for work in works:
        if (limit := work.field.limit) is not None:
            before = known

            def fits(parts: tuple[Part, ...], most: int = limit.most, seen: frozenset[str] = before) -> bool:
                return words(introduced(rendered(parts), full, seen).text) <= most

            made = shortened(work.parts, fits)
            work = replace(work, parts=made.parts, flags=(*work.flags, *_dropped(made.dropped, limit)))
        known = introduced(rendered(work.parts), full, known).known
        yield work


def _within_whole(works: list[_Work], full: Mapping[str, str], limit: Limit) -> list[_Work]:
    """All fields together within the limit of the whole text."""

    def regrouped(parts: tuple[Part, ...]) -> list[_Work]:
        rest = list(parts)
        made = []
        for work in works:
            mine, rest = rest[: len(work.parts)], rest[len(work.parts) :]
            made.append(replace(work, parts=tuple(mine)))
        return made

    def fits(parts: tuple[Part, ...]) -> bool:
        if len(parts) < sum(len(work.parts) for work in works):
            return True
        again = regrouped(parts)
        return _count(again, _texts(again, full)) <= limit.most

    made = shortened(tuple(part for work in works for part in work.parts), fits)
    short = regrouped(made.parts)
    if made.dropped:
        short[0] = replace(short[0], flags=(*short[0].flags, *_dropped(made.dropped, limit)))
    return short


def _texts(works: list[_Work], full: Mapping[str, str]) -> dict[str, str]:
    """The text of each field, each abbreviation in full where the form first mentions it."""
    known: frozenset[str] = frozenset()
    texts = {}
    for work in works:
        made = introduced(rendered(work.parts), full, known)
        texts[work.field.path], known = made.text, made.known
    return texts


def _draft(form: Form, work: _Work, text: str, whole: Limit | None) -> Draft:
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


def _count(works: list[_Work], texts: Mapping[str, str]) -> int:
    return words(_whole((work.label, texts[work.field.path]) for work in works))


def _whole(told: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{label}\n{text}" for label, text in told)


def _dropped(sentences: tuple[str, ...], limit: Limit) -> tuple[Flag, ...]:
    told = [sentence for sentence in sentences if sentence]
    long = [sentence for sentence in told if words(sentence) > limit.most]
    flags = [Flag("too_long", (("n", str(words(s))), ("most", str(limit.most))), limit.quote) for s in long]
    if rest := [sentence for sentence in told if sentence not in long]:
        values = (("n", str(len(rest))), ("most", str(limit.most)), ("first", rest[0][:40]))
        flags.append(Flag("shortened", values, limit.quote))
    return tuple(flags)
