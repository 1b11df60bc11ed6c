"""The desk's pages as values: the list of forms, one form, what fields share. Nothing here is markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from assistant.drafting.form import AbsentForm, Form, Forms
from assistant.forms_told import contacts_of, said
from assistant.guideline.card import Card
from assistant.guideline.document import Guideline
from assistant.printing import contact_line
from assistant.web.desk_blocks import blocks, fillable
from assistant.web.desk_known import known_of, shared_keys
from assistant.web.desk_shapes import Block, Clause, Prose, quoted


@dataclass(frozen=True, slots=True)
class Due:
    """What is said of the last day, whether it has passed, and the words that name it."""

    text: str
    passed: bool
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A form in the list. `who` fills it in; `places` are how many the applicant types in and `limits` how many of them
    have a limit; both are 0 for one that is only mentioned, which is not `held`."""

    id: str
    title: str
    annex: str
    who: str
    programmes: tuple[str, ...]
    document: str
    held: bool
    places: int = 0
    limits: int = 0
    due: Due | None = None
    requirements: tuple[Clause, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a form: its own title, "" for the cover, with its blocks and footnotes. `alone` says that its title
    is the label of its only field."""

    id: str
    title: str
    level: int
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """One form to be filled in; `known` is what scripts need of its fields, `drafted` whether any of it is prose."""

    head: Listed
    programme: str
    instructions: tuple[str, ...]
    rules: tuple[Clause, ...]
    sent: tuple[Clause, ...]
    parts: tuple[Part, ...]
    remarks: tuple[str, ...]
    known: Mapping[str, Any]
    drafted: bool


def listed(
    forms: Forms, cards: Iterable[Card], documents: Sequence[Guideline], today: date, say: Mapping[str, str]
) -> tuple[Listed, ...]:
    """Every form, those that are only mentioned last."""
    cards = tuple(cards)
    held = tuple(_listed(form, documents, today, say) for form in forms.held)
    return (*held, *(_absent(form, cards, documents, today, say) for form in forms.absent))


def desk(
    form: Form, forms: Forms, documents: Sequence[Guideline], today: date, say: Mapping[str, str], language: str
) -> Desk:
    """One form with its sections; the words of ours are in that language."""
    shared = shared_keys(forms)
    parts = []
    for section in form.parts():
        made = blocks(form, section, shared, language)
        alone = bool(made) and isinstance(made[0], Prose) and made[0].spot.path == section.id
        title = section.title.text if section.title else ""
        notes = tuple(_line(note.text) for note in section.notes)
        parts.append(Part(section.id, _line(title), section.level, made, notes, alone))
    return Desk(
        _listed(form, documents, today, say),
        form.programmes[0],
        tuple(_line(quote.text) for quote in form.instructions),
        tuple(quoted(rule.quote) for rule in form.rules if rule.kind not in ("due", "sent_to")),
        tuple(quoted(quote) for quote in form.sent),
        tuple(parts),
        tuple(said(remark, language) for remark in form.remarks),
        known_of(form, forms),
        any(field.kind == "narrative" and fillable(form, field) for field in form.fields()),
    )


def _listed(form: Form, documents: Sequence[Guideline], today: date, say: Mapping[str, str]) -> Listed:
    places = [field for field in form.fields() if fillable(form, field)]
    return Listed(
        form.id,
        form.names[0],
        form.annex,
        say[f"form_who.{form.filled_by}"],
        _programmes(form, documents),
        form.document,
        True,
        len(places),
        sum(field.limit is not None for field in places),
        _due(form, documents, today, say),
    )


def _absent(
    form: AbsentForm, cards: tuple[Card, ...], documents: Sequence[Guideline], today: date, say: Mapping[str, str]
) -> Listed:
    return Listed(
        form.id,
        form.names[0],
        "",
        say["form_who.applicant"],
        _programmes(form, documents),
        form.document,
        False,
        due=_due(form, documents, today, say),
        requirements=tuple(quoted(quote) for quote in (form.requirements or form.mentions)),
        contacts=tuple(dict.fromkeys(contact_line(asdict(contact), say) for contact, _ in contacts_of(form, cards))),
    )


def _programmes(form: Form | AbsentForm, documents: Iterable[Guideline]) -> tuple[str, ...]:
    names = {p.id: p.name for guideline in documents for p in guideline.programmes}
    return tuple(names[identity] for identity in form.programmes if identity in names and "/" not in identity)


def _due(form: Form | AbsentForm, documents: Iterable[Guideline], today: date, say: Mapping[str, str]) -> Due | None:
    """The form's own rule, else the deadline of its programme."""
    rule = form.rule("due") if isinstance(form, Form) else None
    if rule is not None and len(rule.words[0]) == len("2024-05-15"):
        return _day(date.fromisoformat(rule.words[0]), today, say, quoted(rule.quote))
    if rule is not None:
        days = [say["desk.day"].format(month=int(word[:2]), day=int(word[3:])) for word in rule.words]
        key = "desk.window" if len(days) > 1 else "desk.yearly"
        return Due(say[key].format(first=days[0], last=days[-1]), False, quoted(rule.quote))
    guideline = next((guideline for guideline in documents if guideline.id == form.document), None)
    day = guideline.due(form.programmes[0]) if guideline else None
    return _day(day, today, say, None) if day else None


def _day(day: date, today: date, say: Mapping[str, str], clause: Clause | None) -> Due:
    passed = day < today
    return Due(say["desk.passed" if passed else "desk.due"].format(date=day.isoformat()), passed, clause)


def _line(text: str) -> str:
    return " ".join(text.split())
