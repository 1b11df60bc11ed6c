"""What goes with a form by its own rules and by the notice: copies, kinds of file, papers to enclose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.drafting.form import Form
from assistant.drafting.grounds import Law
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.programmes.papers_of import papers

Sort = Literal["bound_apart", "copies", "file_format", "paper"]
_APPLIES = regex(r"申报|申请|推荐")
_MEDIUM = regex(r"电子版|电子稿|纸质版|扫描")
"""Papers that are but another copy of the form, which its own rules speak of."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that goes with the form, by its name in the document."""

    sort: Sort
    name: str
    quote: Quote


def wanted_of(form: Form, law: Law) -> tuple[Wanted, ...]:
    """Everything that goes with a form, each once; of the programme's papers only what goes with an application."""
    held = {(one.sort, one.name): one for one in _wanted(form, law)}.values()
    own = [one.name for one in held if one.sort != "paper"]
    return tuple(one for one in held if one.sort != "paper" or not any(one.name in words for words in own))


def applies(form: Form) -> bool:
    """Whether the applicant applies by the form; other forms report or list."""
    return form.filled_by == "applicant" and _APPLIES.search(form.title.text) is not None


def _wanted(form: Form, law: Law) -> Iterator[Wanted]:
    for rule in form.rules:
        if rule.kind in ("bound_apart", "copies"):
            yield Wanted("copies" if rule.kind == "copies" else "bound_apart", rule.quote.text, rule.quote)
        elif rule.kind == "file_format":
            yield Wanted("file_format", "、".join(rule.words), rule.quote)
    if not applies(form):
        return
    for card in law.cards:
        if card.programme not in form.programmes:
            continue
        for paper in papers(card):
            own = any(paper.name in name or name in paper.name for name in form.names)
            if paper.phase == "application" and not own and not _MEDIUM.search(paper.name):
                yield Wanted("paper", paper.name, paper.points[0].statement.quote)
