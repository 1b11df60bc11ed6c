"""A checklist as its page shows it: steps, papers, dates, contacts, what else is regulated. Nothing here is markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from assistant.guideline.document import Guideline
from assistant.web.choosing import due, gone
from assistant.web.clauses import cards
from assistant.web.compared import Cell, cell
from assistant.web.views import Card

# Papers, contacts and dates have parts of their own.
_OWN = ("material", "contact", "deadline", "public_notice", "yearly")
_WAYS = ("phone", "fax", "email", "address")


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do; `label` is "" where the clause says it itself."""

    label: str
    dues: tuple[tuple[str, bool], ...]
    passed: bool
    cards: tuple[Card, ...]
    note: str
    unreviewed: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with the words for its copies and seals; `phase` says when where that is not with the application."""

    name: str
    phase: str
    copies: str
    seals: str
    cards: tuple[Card, ...]
    unreviewed: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """Something about time; `when` is "" where the clause names no day."""

    label: str
    when: str
    passed: bool
    cards: tuple[Card, ...]
    unreviewed: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: `ways` are the name of each way, its value, and a link for telephone and post."""

    who: str
    ways: tuple[tuple[str, str, str], ...]
    cards: tuple[Card, ...]
    unreviewed: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A checklist; `kinds` are ids and names of kinds with lists of their own, `bare` what nobody regulates, by why,
    `files` the endings and addresses, from the site's root, of the same as files."""

    as_of: str
    id: str
    name: str
    title: str
    document: str
    gone: str
    due: str
    checked: str
    kinds: tuple[tuple[str, str], ...]
    written: bool
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...]
    moments: tuple[Moment, ...]
    left_out: tuple[str, ...]
    contacts: tuple[Contact, ...]
    details: tuple[tuple[str, Cell], ...]
    bare: tuple[tuple[str, tuple[str, ...]], ...]
    files: tuple[tuple[str, str], ...]


def address(programme: str) -> str:
    """The address of a checklist, from the language root."""
    return f"checklist?{urlencode({'programme': programme})}"


def listed(
    fields: Mapping[str, Any],
    documents: Iterable[Guideline],
    whens: Iterable[str],
    names: Mapping[str, str],
    say: Mapping[str, str],
) -> Listed:
    """The view of a checklist in the fields of the API; `whens` are its dates in words."""
    held = cards(fields["citations"], documents)
    head = fields["programme"]
    checked = say["told.checked"].format(by=head["checked_by"], date=head["checked_on"])
    details = [(one["label"], one) for one in fields["details"]]
    return Listed(
        fields["as_of"],
        head["programme"],
        head["name"],
        head["title"],
        head["document"],
        gone(head, say),
        due(head, say),
        checked if head["checked_by"] else "",
        tuple((kind, names.get(kind, kind)) for kind in fields["kinds"]),
        fields["written"],
        tuple(_step(step, held) for step in fields["steps"]),
        tuple(_paper(paper, held, say) for paper in fields["papers"]),
        tuple(_moment(one, when, held) for one, when in zip(fields["dates"], whens, strict=True)),
        tuple(fields["calendar"]["left_out"]),
        tuple(_contact(contact, held, say) for contact in fields["contacts"]),
        tuple((label, cell(one, head["name"], held, say)) for label, one in details if _told(one)),
        tuple(
            (say[f"told.{state}"], labels)
            for state in ("silent", "unseen")
            if (labels := tuple(label for label, one in details if one["state"] == state and not one["conflicts"]))
        ),
        tuple(_files(head["programme"], fields["language"], fields["calendar"]["events"])),
    )


def _told(one: Mapping[str, Any]) -> bool:
    stated = one["state"] == "stated" and one["facet"] not in _OWN
    return bool(one["conflicts"]) or one["state"] == "kinds" or stated


def _step(step: Mapping[str, Any], held: Mapping[int, Card]) -> Step:
    return Step(
        step["label"],
        tuple((one["date"], one["passed"]) for one in step["deadlines"]),
        step["passed"],
        tuple(held[n] for n in step["citations"]),
        step["note"],
        step["state"] == "stated" and not step["reviewed"],
    )


def _paper(paper: Mapping[str, Any], held: Mapping[int, Card], say: Mapping[str, str]) -> Paper:
    return Paper(
        paper["name"],
        "" if paper["phase"] == "application" else say[f"told.phase_{paper['phase']}"],
        say["told.list"].join(dict.fromkeys(paper["copies"])),
        say["told.list"].join(dict.fromkeys(paper["seals"])),
        tuple(held[n] for n in paper["citations"]),
        not paper["reviewed"],
    )


def _moment(one: Mapping[str, Any], when: str, held: Mapping[int, Card]) -> Moment:
    passed = one["facet"] == "deadline" and one["passed"]
    return Moment(one["label"], when, passed, tuple(held[n] for n in one["citations"]), not one["reviewed"])


def _contact(contact: Mapping[str, Any], held: Mapping[int, Card], say: Mapping[str, str]) -> Contact:
    who = " ".join(part for part in (contact["office"], contact["person"]) if part)
    ways = tuple((say[f"place.{way}"], contact[way], _link(way, contact[way])) for way in _WAYS if contact[way])
    return Contact(who, ways, tuple(held[n] for n in contact["citations"]), not contact["reviewed"])


def _link(way: str, value: str) -> str:
    """A link that dials or writes where the value is one number or one address."""
    if way == "email" and value.isascii() and value.count("@") == 1 and not set(value) & set(" ,;?&<>\"'"):
        return f"mailto:{value}"
    if way == "phone" and value.isascii() and value.replace("-", "").isdecimal():
        return f"tel:{value}"
    return ""


def _files(programme: str, language: str, events: int) -> Iterable[tuple[str, str]]:
    for ending in ("docx", "xlsx", *(("ics",) if events else ())):
        yield ending, "api/checklist?" + urlencode({"programme": programme, "format": ending, "lang": language})
