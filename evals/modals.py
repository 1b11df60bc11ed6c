"""Modal words of a rule that can be turned into their opposite, and how a verdict must follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Turn = Literal["permit to forbid", "forbid to permit", "oblige to permit", "most to least", "least to most"]

_WORDS: tuple[tuple[Turn, str, str], ...] = (
    ("forbid to permit", r"不得|不可(?!或缺)|不能|严禁|禁止", "可"),
    ("most to least", r"不超过|不多于|不高于", "不少于"),
    ("least to most", r"不少于|不低于|至少", "不超过"),
    ("permit to forbid", r"(?<![不许认方均])可(?!行|复|持|靠|能性|视|供|或缺|开|再|见)以?", "不得"),
    (
        "oblige to permit",
        r"(?<![对适相反响供回])应(?!用|届|急|对|聘|变|答|链|有尽有)当?|必须|(?<![无不必])须|(?<![无不必])需(?!求|要求)要?",
        "可",
    ),
)


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal word at text[start:end], what takes its place, and what that does to the rule."""

    start: int
    end: int
    written: str
    instead: str
    turn: Turn


def modals(text: str) -> tuple[Modal, ...]:
    """The modal words of a sentence in order, each place once."""
    found: list[Modal] = []
    for turn, words, instead in _WORDS:
        for match in re.finditer(words, text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(Modal(match.start(), match.end(), match.group(), instead, turn))
    return tuple(sorted(found, key=lambda modal: modal.start))


def expected(turn: Turn, verdict: str, duty: bool) -> frozenset[str]:
    """The verdicts that follow the turned rule, for a question that had `verdict`; empty where nothing follows.

    `duty` says that the question is whether something must be done.
    """
    if turn == "permit to forbid":
        return frozenset({"no"} if verdict in ("yes", "conditional") else ())
    if turn == "forbid to permit":
        return frozenset({"yes", "conditional"} if verdict == "no" else ())
    if turn == "oblige to permit":
        if duty and verdict == "yes":
            return frozenset({"no", "conditional", "not_specified"})
        return frozenset({"yes", "conditional", "not_specified"} if verdict == "no" else ())
    return frozenset({"yes": {"no"}, "no": {"yes", "conditional"}}.get(verdict, ()))
