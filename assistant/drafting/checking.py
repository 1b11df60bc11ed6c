"""Facts and texts held against the guideline and the form's own rules: what contradicts them is flagged, never changed.

Whatever wrote a text, these run on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.drafting import check_figures, check_grants, check_rules, check_units
from assistant.drafting.case import Case
from assistant.drafting.draft import Draft, Flag
from assistant.drafting.drafts import Drafted
from assistant.drafting.facts import FactSheet
from assistant.guideline.card import Card
from assistant.guideline.document import Guideline

_CHECKS = (check_units.found, check_rules.found, check_figures.found, check_grants.found)


@dataclass(frozen=True, slots=True)
class Law:
    """What drafts are held against: the cards of all programmes and the documents behind them."""

    cards: Sequence[Card]
    guidelines: Sequence[Guideline]


def checked(made: Drafted, sheet: FactSheet, law: Law) -> Drafted:
    """The same drafts with everything flagged that contradicts a clause."""
    case = Case(made.form, sheet, {d.field: d.text for d in made.drafts}, tuple(law.cards), tuple(law.guidelines))
    flags: dict[str, list[Flag]] = {draft.field: list(draft.flags) for draft in made.drafts}
    whole = list(made.flags)
    for path, flag in _flags(case):
        flags.get(path, whole).append(flag)
    drafts = tuple(_with(draft, flags[draft.field]) for draft in made.drafts)
    return replace(made, drafts=drafts, flags=tuple(dict.fromkeys(whole)))


def _flags(case: Case) -> Iterator[tuple[str, Flag]]:
    for check in _CHECKS:
        yield from check(case)


def _with(draft: Draft, flags: list[Flag]) -> Draft:
    return replace(draft, flags=tuple(dict.fromkeys(flags)))
