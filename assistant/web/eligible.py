"""A self-check as its page shows it: results by verdict, and what is still to be told. Nothing here is markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from assistant.guideline.document import Guideline
from assistant.web.applicant import Params, answered, params_of, without
from assistant.web.choosing import due, gone
from assistant.web.clauses import cards
from assistant.web.compared import Clash, clash
from assistant.web.views import SHAPES, Card, Chip

KINDS = {"met": "yes", "unmet": "no", "unknown": "conditional", "note": "not_specified"}
_CLAUSES = 3
_BUTTONS = 8


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition: what became of it, why, what would mend it, and its clauses."""

    label: str
    chip: Chip
    reason: str
    cure: str
    cards: tuple[Card, ...]
    unreviewed: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """One programme; `deciding` are the conditions that make the result what it is, `others` the rest."""

    id: str
    name: str
    title: str
    document: str
    gone: str
    due: str
    reviewed: bool
    role: str
    summary: str
    deciding: tuple[Criterion, ...]
    others: tuple[Criterion, ...]
    clashes: tuple[Clash, ...]
    silent: tuple[str, ...]
    unseen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: its name, the address that it leads to, and its value where it is one word."""

    label: str
    link: str
    value: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its clauses and the names of the programmes whose result it can change; `long` ones are chosen
    from a list. `field` is its parameter."""

    field: str
    text: str
    cards: tuple[Card, ...]
    options: tuple[Option, ...]
    names: tuple[str, ...]
    long: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a clause, and the address without it."""

    label: str
    said: str
    card: Card | None
    link: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """A self-check; `groups` are the programmes by result, `asked` the facts still to be told, `clauses` those of which
    the applicant has to say whether they are met."""

    as_of: str
    groups: tuple[tuple[Chip, tuple[Checked, ...]], ...]
    asked: tuple[Asked, ...]
    clauses: tuple[Asked, ...]
    answers: tuple[Answer, ...]


def address(params: Params, programmes: Sequence[str], *, anchor: str = "result", **more: str) -> str:
    """The address of a self-check, from the language root."""
    fields = [*params, *(("programme", name) for name in programmes), *more.items()]
    return f"eligibility?{urlencode(fields)}" + (f"#{anchor}" if anchor else "")


def assessed(
    fields: Mapping[str, Any],
    documents: Iterable[Guideline],
    profile: Mapping[str, Any],
    chosen: Sequence[str],
    say: Mapping[str, str],
) -> Assessed:
    """The view of a self-check of `profile` in the fields of the API."""
    held = cards(fields["citations"], documents)
    results = fields["results"]
    groups = []
    for overall in ("met", "unmet", "unknown"):
        some = tuple(_checked(result, held, say) for result in results if result["overall"] == overall)
        if some:
            groups.append((_chip(overall, say), some))
    names = {result["programme"]: result["name"] for result in results}
    questions = tuple(_asked(question, held, names, profile, chosen) for question in fields["questions"])
    return Assessed(
        fields["as_of"],
        tuple(groups),
        tuple(asked for asked in questions if not asked.field.startswith("answers.")),
        tuple(asked for asked in questions if asked.field.startswith("answers.")),
        tuple(_answers(results, held, profile, chosen, say)),
    )


def _chip(ruling: str, say: Mapping[str, str]) -> Chip:
    return Chip(KINDS[ruling], SHAPES[KINDS[ruling]], say[f"check.{ruling}"])


def _checked(result: Mapping[str, Any], held: Mapping[int, Card], say: Mapping[str, str]) -> Checked:
    order = list(KINDS)
    criteria = sorted(result["criteria"], key=lambda c: order.index(c["ruling"]))
    deciding = [c for c in criteria if c["id"] in result["deciding"] and result["overall"] != "met"]
    return Checked(
        result["programme"],
        result["name"],
        result["title"],
        result["document"],
        gone(result, say),
        due(result, say),
        result["reviewed"],
        say["check.as_joint" if result["role"] == "joint" else "check.as_lead"],
        result["summary"],
        tuple(_criterion(c, held, say) for c in deciding),
        tuple(_criterion(c, held, say) for c in criteria if c not in deciding),
        tuple(clash(conflict, held, say) for conflict in result["conflicts"]),
        tuple(say[f"facet.{facet}"] for facet in result["silent"]),
        tuple(say[f"facet.{facet}"] for facet in result["unseen"]),
    )


def _criterion(fields: Mapping[str, Any], held: Mapping[int, Card], say: Mapping[str, str]) -> Criterion:
    cure = fields["cure"]
    return Criterion(
        fields["label"],
        _chip(fields["ruling"], say),
        fields["reason"]["text"],
        say["check.cure"].format(text=cure["text"]) if cure else "",
        tuple(held[n] for n in fields["citations"]),
        not fields["reviewed"],
    )


def _asked(
    question: Mapping[str, Any],
    held: Mapping[int, Card],
    names: Mapping[str, str],
    profile: Mapping[str, Any],
    chosen: Sequence[str],
) -> Asked:
    options = tuple(
        Option(
            option["label"],
            address(params_of(answered(profile, question["path"], option["value"])), chosen),
            str(option["value"]),
        )
        for option in question["options"]
    )
    return Asked(
        ".".join(map(str, question["path"])),
        question["text"],
        tuple(held[n] for n in question["citations"][:_CLAUSES]),
        options,
        tuple(names[name] for name in question["programmes"] if name in names),
        len(options) > _BUTTONS,
    )


def _answers(
    results: Iterable[Mapping[str, Any]],
    held: Mapping[int, Card],
    profile: Mapping[str, Any],
    chosen: Sequence[str],
    say: Mapping[str, str],
) -> Iterable[Answer]:
    criteria = {c["id"]: c for result in results for c in result["criteria"]}
    for key, said in profile.get("answers", {}).items():
        if key in criteria:
            card = next((held[n] for n in criteria[key]["citations"]), None)
            told = say["option.yes" if said in ("met", "yes") else "option.no"]
            yield Answer(
                criteria[key]["label"], told, card, address(params_of(without(profile, "answers", key)), chosen)
            )
    for key, said in profile.get("ratios", {}).items():
        yield Answer(key, str(said), None, address(params_of(without(profile, "ratios", key)), chosen))
