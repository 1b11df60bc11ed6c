"""How the cases are spread: kinds against documents, so that a thin cell is seen before its figure is believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from evals.cases import Case, Kind

NONE = "no document"
SEVERAL = "several"


def lines(cases: Sequence[Case]) -> Iterator[str]:
    """A table of kinds by document of gold, then languages, askers, verdicts and families."""
    table = Counter((case.kind, document_of(case)) for case in cases)
    columns = sorted({column for _, column in table}, key=lambda name: (name in (SEVERAL, NONE), name == NONE, name))
    for number, column in enumerate(columns, 1):
        yield f"  {number}: {column}"
    yield "  " + " " * 14 + "".join(f"{number:>6}" for number in range(1, len(columns) + 1)) + "   all"
    for kind in get_args(Kind):
        row = [table[kind, column] for column in columns]
        yield f"  {kind:<14}" + "".join(f"{count or '-':>6}" for count in row) + f"{sum(row):>6}"
    sums = [sum(table[kind, column] for kind in get_args(Kind)) for column in columns]
    yield f"  {'all':<14}" + "".join(f"{count:>6}" for count in sums) + f"{len(cases):>6}"
    for title, counts in (
        ("languages", Counter(case.lang for case in cases)),
        ("askers", Counter(case.asker for case in cases)),
        ("verdicts", Counter(case.verdict or "none" for case in cases)),
        ("turns", Counter("follow-up" if case.history else "first" for case in cases)),
    ):
        yield f"  {title}: " + ", ".join(f"{name} {count}" for name, count in counts.most_common())
    families = Counter(case.family for case in cases)
    yield f"  families: {len(families)}, the largest {families.most_common(1)[0][1] if families else 0} cases"


def document_of(case: Case) -> str:
    """The one document that a case's gold stands in."""
    documents = {gold.document for gold in case.gold}
    return NONE if not documents else documents.pop() if len(documents) == 1 else SEVERAL
