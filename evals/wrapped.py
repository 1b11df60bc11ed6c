"""What people write around a question changes no answer: cases that pass, asked again within each wrapping."""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from evals.asking import Asker, Place
from evals.cases import Case
from evals.crowd import in_process, shared, told
from evals.errors import EvalError
from evals.metrics import Item
from evals.running import run
from evals.sampling import stratified
from evals.sources import Sources, load_sources

WRAPPINGS = Path(__file__).with_name("wrappings.toml")
SLOT = "{q}"


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A case asked within the wrapping of that name, and how it came out."""

    wrapping: str
    item: Item

    @property
    def lost(self) -> bool:
        """Whether it passed alone and fails so."""
        return self.item.grade.status != "passed"


def wrappings(path: Path = WRAPPINGS) -> dict[str, tuple[str, ...]]:
    """By language, lines with the one place for the question; EvalError where a line has not exactly one."""
    held = {lang: tuple(lines) for lang, lines in tomllib.loads(path.read_text("utf-8")).items()}
    if bad := [line for lines in held.values() for line in lines if line.count(SLOT) != 1]:
        raise EvalError(f"A wrapping has one {SLOT}, not so: {bad[0]}")
    return held


def within(case: Case, wrapping: str) -> Case:
    """The case within the wrapping, with a question mark of its own where more stands behind it."""
    mark = "？" if case.lang == "zh" else "?"
    ends = case.question.rstrip().endswith(("？", "?", "。", ".", "！", "!"))
    asked = case.question if ends or wrapping.endswith(SLOT) else f"{case.question}{mark}"
    return replace(case, question=wrapping.replace(SLOT, asked))


def asked_again(
    cases: Sequence[Case], lines: dict[str, tuple[str, ...]], ask: Asker, sources: Sources
) -> tuple[Wrapped, ...]:
    """Every case within every wrapping of its language."""
    number = {
        f"{case.id}@{n}": (line, within(case, line))
        for case in cases
        for n, line in enumerate(lines.get(case.lang, ()))
    }
    items = run([replace(case, id=name) for name, (_, case) in number.items()], ask, sources)
    return tuple(Wrapped(number[item.case.id][0], item) for item in items)


def told_lines(made: Iterable[Wrapped]) -> list[str]:
    """The wrappings under which most is lost, each false permit, and the figures."""
    every = list(made)
    lost = [w for w in every if w.lost]
    worst = Counter(w.wrapping for w in lost).most_common(20)
    lines = [f"{count:5d} lost  {wrapping!r}" for wrapping, count in worst]
    lines += [f"{w.item.grade.permit}: {w.item.case.question!r}" for w in lost if w.item.grade.permit]
    for lang in sorted({w.item.case.lang for w in every}):
        mine = [w for w in every if w.item.case.lang == lang]
        gone = sum(w.lost for w in mine)
        lines.append(f"{lang}: {gone} of {len(mine)} lost {gone / len(mine):.2%}")
    permits = sum(bool(w.item.grade.permit) for w in lost)
    return [*lines, f"{len(lost)} of {len(every)} lost, {permits} of them false permits"]


def add_to(commands: Any, home: Path, today: date, cases_of: Any) -> None:
    """Add the command; `cases_of` gives the cases of all suites with their sources."""
    one = commands.add_parser("wrapped", help="cases that pass, asked with greetings, thanks and the like around them")
    one.add_argument("--sample", type=int, default=60, metavar="N", help="N cases of each language (default 60)")
    one.add_argument("--corpus", type=Path, default=home / "corpus", metavar="DIR")
    one.add_argument("--data", type=Path, default=home / "data" / "evals", metavar="DIR")
    one.add_argument("--today", type=date.fromisoformat, default=today, metavar="YYYY-MM-DD")
    one.set_defaults(run=lambda options: _run(options, cases_of))


def _run(options: argparse.Namespace, cases_of: Any) -> int:
    place = Place(options.corpus, options.data, options.today)
    sources, lines = load_sources(place.corpus / "sources"), wrappings()
    ask = shared(in_process(place, sources), tell=told("questions"))
    cases = [case for case in cases_of(sources) if not case.history and case.lang in lines]
    passing = [item.case for item in run(cases, ask, sources) if item.grade.status == "passed"]
    chosen = [c for lang in lines for c in stratified([p for p in passing if p.lang == lang], options.sample)]
    made = asked_again(chosen, lines, ask, sources)
    print("\n".join(told_lines(made)))
    return 1 if any(w.lost and w.item.grade.permit for w in made) else 0
