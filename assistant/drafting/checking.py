"""Facts and texts held against the guideline and the form's own rules: what contradicts them is flagged, never changed.

Whatever wrote a text, these run on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.drafting import check_figures, check_grants, check_rules, check_sums, check_units
from assistant.drafting.case import Case
from assistant.drafting.draft import Draft, Flag
from assistant.drafting.drafts import Drafted
from assistant.drafting.facts import FactSheet
from assistant.drafting.grounds import Law, grounds_of

_CHECKS = (check_units.found, check_rules.found, check_figures.found, check_sums.found, check_grants.found)


def checked(made: Drafted, sheet: FactSheet, law: Law) -> Drafted:
    """The same drafts with everything flagged that contradicts a clause."""
    case = Case(made.form, sheet, {d.field: d.text for d in made.drafts}, grounds_of(made.form, law))
    flags: dict[str, list[Flag]] = {draft.field: list(draft.flags) for draft in made.drafts}
    whole = list(made.flags)
    for path, flag in contradictions(case):
        flags.get(path, whole).append(flag)
    drafts = tuple(_with(draft, flags[draft.field]) for draft in made.drafts)
    return replace(made, drafts=drafts, flags=tuple(dict.fromkeys(whole)))


def contradictions(case: Case) -> Iterator[tuple[str, Flag]]:
    """All that does not agree with a clause or with itself, by the path of the text it stands in, "" for none."""
    for check in _CHECKS:
        yield from check(case)


def _with(draft: Draft, flags: list[Flag]) -> Draft:
    return replace(draft, flags=tuple(dict.fromkeys(flags)))
