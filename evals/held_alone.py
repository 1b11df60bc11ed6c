"""What a corpus of one notice answers, and what our documents answer of notices that are not held.

Each notice of `tests/notices/later` is held alone and asked the questions whose gold stands in it; then the questions that
name a programme of theirs are asked of our documents, which say nothing of it: every answer to those is a wrong one.
"""

from __future__ import annotations

import argparse
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answering.answer import Question
from evals import metrics
from evals.asking import Place
from evals.cases import Case, parse
from evals.crowd import engine_of, in_process
from evals.running import HOME, run
from evals.sources import load_sources

NOTICES = HOME / "tests" / "notices" / "later"


def groups() -> Iterator[tuple[tuple[Path, ...], tuple[Case, ...]]]:
    """The notices of each folder with its questions."""
    for folder in sorted(p for p in NOTICES.iterdir() if p.is_dir()):
        path = folder / "questions.jsonl"
        told = path.read_text("utf-8").splitlines()
        yield tuple(sorted(folder.glob("*.txt"))), tuple(parse(line, path.name) for line in told)


def held_alone(notice: Path, cases: Sequence[Case], work: Path, today: date) -> metrics.Share:
    """How many of the cases whose gold stands in the notice alone are right where nothing else is held."""
    mine = [case for case in cases if {g.document for g in case.gold} == {notice.stem}]
    place = _holding((notice,), work / notice.stem, today)
    sources = load_sources(place.corpus / "sources")
    return metrics.passed(run(mine, in_process(place, sources), sources))


def naming(notices: Sequence[Path], cases: Sequence[Case], work: Path, today: date) -> Iterator[Case]:
    """The cases that ask by name for a programme of the notices."""
    _, engine = engine_of(_holding(notices, work / f"{notices[0].stem}-beside", today))
    for case in cases:
        if not case.history and engine.understand(Question(case.question), today).named:
            yield case


def not_held(cases: Sequence[Case], place: Place) -> Counter[str]:
    """How many of the questions get which verdict from the documents of the place, "silent" where they answer none."""
    _, engine = engine_of(place)
    answers = (engine.answer(Question(case.question), place.today) for case in cases)
    return Counter("silent" if a.abstained else a.verdict or "open" for a in answers)


def _holding(notices: Sequence[Path], folder: Path, today: date) -> Place:
    (folder / "corpus" / "sources").mkdir(parents=True)
    for path in notices:
        shutil.copy(path, folder / "corpus" / "sources")
    return Place(folder / "corpus", folder / "data", today)


def _told(options: argparse.Namespace) -> int:
    with TemporaryDirectory(prefix="held-alone-") as name:
        work, hits, total = Path(name), 0, 0
        named: list[Case] = []
        for notices, cases in groups():
            for notice in notices:
                share = held_alone(notice, cases, work, options.today)
                hits, total = hits + share.hits, total + share.total
            named += naming(notices, cases, work, options.today)
        told = not_held(named, Place(HOME / "corpus", work / "own", options.today))
    counts = ", ".join(f"{verdict} {n}" for verdict, n in sorted(told.items()))
    print(f"one notice held: {hits} of {total} right")
    print(f"not held: {told.total() - told['silent']} of {told.total()} answered ({counts})")
    return 0


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], today: date) -> None:
    """The command `held-alone`."""
    one = commands.add_parser(
        "held-alone", help="a corpus of one notice, and questions on programmes that are not held"
    )
    one.set_defaults(run=_told, today=today)
