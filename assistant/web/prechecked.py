"""A 预审 as its page shows it: what fails first, then what cannot be told, then what passes. Nothing here is markup."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from assistant.exchange import printable
from assistant.exporting import MEDIA, exported
from assistant.precheck_told import OUTCOMES, precheck_fields, precheck_report
from assistant.prechecks import Prechecked
from assistant.web.clauses import cards
from assistant.web.views import SHAPES, Card, Chip
from assistant.words import words

KINDS = {"fail": "no", "unknown": "conditional", "pass": "yes"}
_PLACES = 6
_PAPERS = (("docx", "word"), ("md", "markdown"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is: the labels printed there, the words that stand there."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing found, in a sentence; `more` are the places beyond those shown, `quote` words of the form that are no
    held clause."""

    text: str
    places: tuple[Place, ...]
    more: int
    card: Card | None
    quote: str


@dataclass(frozen=True, slots=True)
class Group:
    """One rule, what became of it, and where."""

    rule: str
    chip: Chip
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class File:
    """The report to be kept: what the link says, the name of the file, the file itself in the address."""

    label: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class View:
    """The whole: what it comes to in `lead`, which form it is, the rules by outcome, the report as files."""

    lead: str
    kind: str
    read: str
    fails: tuple[Group, ...]
    unknowns: tuple[Group, ...]
    passes: tuple[Group, ...]
    passed: str
    files: tuple[File, ...]


def view_of(made: Prechecked, language: str) -> View:
    """The view of a 预审. The report's files stand in it, since nothing is kept that they could be made of later."""
    say = words(language)
    fields = precheck_fields(made, language)
    clauses = cards(fields["citations"], made.documents)
    groups = {outcome: _groups(fields["points"], outcome, clauses, say) for outcome in OUTCOMES}
    counts = fields["summary"]
    key = "_".join(name for name in ("fail", "unknown") if counts[name]) or "pass"
    name = say["precheck_page.file_name"].format(form=fields["name"])
    return View(
        say[f"precheck_page.{key}"].format(**counts),
        KINDS["fail" if counts["fail"] else "unknown" if counts["unknown"] else "pass"],
        say["precheck_page.read"].format(form=fields["name"], date=fields["as_of"]),
        groups["fail"],
        groups["unknown"],
        groups["pass"],
        say["precheck_page.passed"].format(**counts),
        _files(made, language, name, say),
    )


def _groups(
    points: Iterable[Mapping[str, Any]], outcome: str, clauses: Mapping[int, Card], say: Mapping[str, str]
) -> tuple[Group, ...]:
    chip = Chip(KINDS[outcome], SHAPES[KINDS[outcome]], say[f"precheck_outcome.{outcome}"])
    held = groupby((one for one in points if one["outcome"] == outcome), key=itemgetter("rule_name"))
    return tuple(Group(rule, chip, tuple(_item(point, clauses) for point in some)) for rule, some in held)


def _item(point: Mapping[str, Any], clauses: Mapping[int, Card]) -> Item:
    told = dict.fromkeys(Place(printable(one["label"]), printable(one["words"])) for one in point["places"])
    # A label alone that the sentence names already says nothing more.
    places = [place for place in told if place.words or (place.label and place.label not in point["text"])]
    card = clauses.get(point["citation"]) if point["citation"] is not None else None
    return Item(
        printable(point["text"]),
        tuple(places[:_PLACES]),
        max(0, len(places) - _PLACES),
        card,
        printable(point["quote"] or "") if card is None else "",
    )


def _files(made: Prechecked, language: str, name: str, say: Mapping[str, str]) -> tuple[File, ...]:
    report = precheck_report(made, language)
    found = []
    for ending, key in _PAPERS:
        data = b64encode(exported(report, ending)).decode()
        found.append(File(say[f"precheck_page.{key}"], f"{name}.{ending}", f"data:{MEDIA[ending]};base64,{data}"))
    return tuple(found)
