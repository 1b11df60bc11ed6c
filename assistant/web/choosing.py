"""Programmes to choose from on a tool's page, and what stands at the name of one. Nothing here is markup."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.guideline.document import Programme


@dataclass(frozen=True, slots=True)
class Offer:
    """A programme that can be chosen; `kind` says that it is one kind of the programme before it."""

    id: str
    name: str
    kind: bool
    chosen: bool


def offers(programmes: Iterable[Programme], chosen: Collection[str]) -> tuple[Offer, ...]:
    """The programmes held, each before its kinds."""
    return tuple(Offer(p.id, p.name, "/" in p.id, p.id in chosen) for p in programmes if p.held)


def gone(head: Mapping[str, Any], say: Mapping[str, str]) -> str:
    """That the document is superseded or every deadline has passed, "" otherwise; `head` as the API gives it."""
    if head["superseded"]:
        return say["told.superseded"]
    days = head["deadlines"]
    if not days or not all(due["passed"] for due in days):
        return ""
    return say["told.deadline_passed"].format(date=days[-1]["date"])


def due(head: Mapping[str, Any], say: Mapping[str, str]) -> str:
    """The deadline that is still ahead, "" for none."""
    ahead = [due["date"] for due in head["deadlines"] if not due["passed"]]
    return say["told.deadline"].format(date=ahead[0]) if ahead and not head["superseded"] else ""
