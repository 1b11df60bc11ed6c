"""One run of all twins over some case files, in as many processes as there are processors, and what it prints."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from evals.cases import Case, load_cases
from evals.metrics import Share
from evals.sources import load_sources
from evals.swaps import SWAPS
from evals.table import printable
from evals.told import Known, known, moved, unrelated
from evals.twins import MAKERS, Twin
from evals.worlds import Workshop

KINDS = (*MAKERS, *SWAPS)


@dataclass(frozen=True, slots=True)
class Row:
    """One twin as a line of the report; `moved` are the unrelated cases whose answers it moved, of `watched`."""

    kind: str
    case: str
    question: str
    change: str
    wanted: str
    verdict: str | None
    answer: str
    follows: bool
    false_permit: bool
    why: str
    watched: int
    moved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All rows, and of how many cases those are that were answered rightly."""

    cases: int
    answered: int
    rows: tuple[Row, ...]

    def rate(self, kind: str) -> Share:
        """The twins of a kind that follow."""
        own = [row.follows for row in self.rows if row.kind == kind]
        return Share(sum(own), len(own))

    def steady(self) -> Share:
        """The unrelated answers that stayed, of those asked again in edited worlds."""
        asked = sum(row.watched for row in self.rows)
        return Share(asked - sum(len(row.moved) for row in self.rows), asked)

    def fields(self) -> dict[str, object]:
        """The report as plain JSON values."""
        rates = {kind: {"hits": self.rate(kind).hits, "total": self.rate(kind).total} for kind in KINDS}
        steady = {"hits": self.steady().hits, "total": self.steady().total}
        rows = [asdict(row) | {"moved": list(row.moved)} for row in self.rows]
        return {"cases": self.cases, "answered": self.answered, "rates": rates, "unrelated": steady, "twins": rows}


def run(files: Sequence[Path], corpus: Path, today: date, limit: int = 0, processes: int = 0) -> Report:
    """The twins of every case of the files that is answered rightly, or of the first `limit` of those."""
    cases = load_cases(files, load_sources(corpus / "sources"))
    many = processes or os.cpu_count() or 1
    if many == 1:
        held = _Bench(cases, corpus, today, limit)
        return Report(len(cases), len(held.known), tuple(row for n in range(len(held.known)) for row in held.rows(n)))
    with ProcessPoolExecutor(many, get_context("fork"), _open, (cases, corpus, today, limit)) as pool:
        count = pool.submit(_count).result()
        rows = pool.map(_rows, range(count), chunksize=max(1, count // (6 * many)))
        return Report(len(cases), count, tuple(row for some in rows for row in some))


def lines(report: Report) -> Iterator[str]:
    """The misses, false permits first, then the rates."""
    for row in sorted(report.rows, key=lambda row: (not row.false_permit, KINDS.index(row.kind))):
        if not row.follows:
            yield f"{'false permit' if row.false_permit else 'miss'} {row.kind} {row.case}: {printable(row.question)}"
            yield f"    {printable(row.change)}; wanted {row.wanted}, got {row.verdict}: {printable(row.answer)[:100]}"
            yield f"    {printable(row.why)}"
    for row in report.rows:
        if row.moved:
            yield f"moved by {row.kind} {row.case} ({printable(row.change)}): {', '.join(row.moved)}"
    yield ""
    yield f"{report.answered} of {report.cases} cases are answered rightly with a quote; of their twins follow:"
    yield from (f"  {kind:<12}{report.rate(kind)}" for kind in KINDS)
    yield f"  {'unrelated':<12}{report.steady()} answers stay in the edited worlds"
    yield f"{sum(row.false_permit for row in report.rows)} false permits"


class _Bench:
    """A workshop with the cases it answers rightly, those on one place next to each other, so that they share worlds."""

    def __init__(self, cases: Sequence[Case], corpus: Path, today: date, limit: int) -> None:
        self._shop = Workshop(corpus, today)
        held = known(cases, self._shop.plain, load_sources(corpus / "sources"))
        self._watched = unrelated(held)
        self.known: tuple[Known, ...] = tuple(sorted(held[: limit or None], key=lambda one: one.deciding))

    def rows(self, at: int) -> list[Row]:
        """Every twin of one case."""
        one = self.known[at]
        made = [twin for make in MAKERS.values() if (twin := make(one, self._shop))]
        made += [twin for swap in SWAPS.values() for twin in swap(one, self._shop)]
        return [self._row(twin) for twin in made]

    def _row(self, twin: Twin) -> Row:
        watched, gone = 0, tuple[str, ...]()
        if twin.world is not None:
            watched, gone = moved(self._watched, twin.world, twin.changed, twin.known)
        case, got = twin.known.case, twin.got
        return Row(twin.kind, case.id, case.question, twin.change, twin.wanted, got.verdict, got.answer, twin.follows,
                   twin.permissive, twin.why, watched, gone)  # fmt: skip


_BENCHES: list[_Bench] = []


def _open(cases: Sequence[Case], corpus: Path, today: date, limit: int) -> None:
    _BENCHES.append(_Bench(cases, corpus, today, limit))


def _count() -> int:
    return len(_BENCHES[0].known)


def _rows(at: int) -> list[Row]:
    return _BENCHES[0].rows(at)
