"""One run of the twins of some cases, in as many processes as there are cores."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evals.cases import Case
from evals.crowd import Tell, in_parts, spread
from evals.sampling import stratified
from evals.sources import Sources
from evals.swaps import SWAPS
from evals.told import Known, known, moved, unrelated
from evals.twin_rows import Report, Row
from evals.twins import MAKERS, Twin
from evals.worlds import Workshop

PART = 4  # cases at a time: few enough that no process waits for another at the end, enough to share worlds
SPARE = 3
WATCHED = 20
Make = Callable[[Known, Workshop], Iterator[Twin]]


def once(make: Callable[[Known, Workshop], Twin | None]) -> Make:
    """A maker of one twin or none as a maker of twins."""

    def twins(one: Known, shop: Workshop) -> Iterator[Twin]:
        twin = make(one, shop)
        return iter((twin,) if twin else ())

    return twins


EVERY: Mapping[str, Make] = {**{kind: once(make) for kind, make in MAKERS.items()}, **SWAPS}


@dataclass(frozen=True, slots=True)
class Bench:
    """Makes and scores the twins of cases in the worlds of a workshop, and asks the watched cases again in each."""

    shop: Workshop
    sources: Sources
    watched: tuple[Known, ...]
    makers: Mapping[str, Make]

    def rows(self, cases: Sequence[Case]) -> list[list[Row] | None]:
        """Every twin of each case; None for a case that is not answered rightly with a quote."""
        held = {one.case.id: one for one in known(cases, self.shop.plain, self.sources)}
        return [self._of(held[case.id]) if case.id in held else None for case in cases]

    def _of(self, one: Known) -> list[Row]:
        rows: list[Row] = []
        for kind, make in self.makers.items():
            try:
                rows += [self._row(twin) for twin in make(one, self.shop)]
            except Exception as error:  # a twin that cannot be made or scored is said to be so, and is never wrong
                crashed = f"{type(error).__name__}: {error}"
                rows.append(Row(kind, one.case.id, one.case.question, crashed=crashed))
        return rows

    def _row(self, twin: Twin) -> Row:
        watched, gone = 0, tuple[str, ...]()
        if twin.world is not None:
            watched, gone = moved(self.watched, twin.world, twin.changed, twin.known)
        case, got = twin.known.case, twin.got
        return Row(twin.kind, case.id, case.question, twin.change, twin.wanted, got.verdict, got.answer, twin.follows,
                   twin.permissive, twin.why, watched, gone)  # fmt: skip


def run(
    cases: Sequence[Case],
    sources: Sources,
    corpus: Path,
    today: date,
    *,
    choose: int = 0,
    watch: int = WATCHED,
    processes: int = 0,
    tell: Tell = lambda done, of: None,
    makers: Mapping[str, Make] = EVERY,
) -> Report:
    """The twins of every case that is answered rightly, or of those among `choose` chosen by digest; in each edited
    world about `watch` unrelated cases are asked again."""
    started = time.monotonic()
    fit = [case for case in cases if case.gold and not case.silent]
    chosen = sorted(stratified(fit, choose) if choose else fit, key=_place(sources))
    shop = Workshop(corpus, today)
    candidates = stratified([case for case in fit if _watchable(case)], SPARE * watch, key=_document)
    bench = Bench(shop, sources, unrelated(known(candidates, shop.plain, sources), watch), makers)
    done: list[list[Row] | None] = []
    for part in spread(bench.rows, in_parts(chosen, PART), processes):
        done += part
        tell(len(done), len(chosen))
    rows = tuple(row for some in done for row in some or ())
    answered = sum(some is not None for some in done)
    return Report(len(chosen), answered, rows, len(fit), round(time.monotonic() - started, 1))


def _place(sources: Sources) -> Callable[[Case], Any]:
    """Cases on one place next to each other, so that they share worlds."""

    def key(case: Case) -> Any:
        first = case.gold[0]
        return first.document, sources.gold_spans(first.quote, first.document)[:1], case.id

    return key


def _watchable(case: Case) -> bool:
    return not case.history and len({gold.document for gold in case.gold}) == 1


def _document(case: Case) -> str:
    return case.gold[0].document
