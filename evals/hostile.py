"""Questions whose right answer is no plain yes, each beside a clause that nearly says so: how many get one."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from assistant.answering.answer import Question
from evals.asking import Place
from evals.crowd import engine_of
from evals.running import HOME

FOLDER = HOME / "evals" / "hostile"
NOTICES = HOME / "tests" / "notices" / "later"
Right = Literal["no", "silent", "conditional"]


@dataclass(frozen=True, slots=True)
class Hostile:
    """A question, on the corpus or on the notices of a folder; `right` is what the documents say to it, and `why` the
    clause that nearly says yes."""

    id: str
    question: str
    right: Right
    why: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered to it: the verdict, "open" where there is none."""

    asked: Hostile
    verdict: str
    answer: str

    @property
    def wrong(self) -> bool:
        """Whether it got a yes."""
        return self.verdict == "yes"


def questions() -> tuple[Hostile, ...]:
    """All of them, file by file."""
    files = sorted(FOLDER.glob("*.jsonl"))
    return tuple(Hostile(**json.loads(line)) for f in files for line in f.read_text("utf-8").splitlines())


def given(asked: Iterable[Hostile], today: date) -> Iterator[Given]:
    """The answers, asked in this process of the corpus or of the notices that a question is on."""
    with TemporaryDirectory(prefix="hostile-") as folder:
        engines: dict[str, Callable[[str], tuple[str, str]]] = {}
        for one in asked:
            if one.folder not in engines:
                engines[one.folder] = _over(one.folder, Path(folder), today)
            yield Given(one, *engines[one.folder](one.question))


def _over(folder: str, work: Path, today: date) -> Callable[[str], tuple[str, str]]:
    corpus = HOME / "corpus"
    if folder:
        corpus = work / folder / "corpus"
        (corpus / "sources").mkdir(parents=True)
        for path in sorted((NOTICES / folder).glob("*.txt")):
            shutil.copy(path, corpus / "sources" / path.name)
    _, engine = engine_of(Place(corpus, work / f"data-{folder}", today))

    def ask(question: str) -> tuple[str, str]:
        answer = engine.answer(Question(question), today)
        return answer.verdict or "open", answer.answer

    return ask


def lines(made: Iterable[Given]) -> Iterator[str]:
    """The questions that got a yes, then how many of each sort got which verdict."""
    kept = list(made)
    for one in kept:
        if one.wrong:
            yield f"{one.asked.id} {one.asked.right}: {one.asked.question} -> {one.answer}"
    for right in ("no", "silent", "conditional"):
        told = [g.verdict for g in kept if g.asked.right == right]
        counts = ", ".join(f"{v} {told.count(v)}" for v in sorted(set(told)))
        yield f"{right}: {len(told)} asked; {counts}"
    yield f"yes: {sum(g.wrong for g in kept)} of {len(kept)}"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], today: date) -> None:
    """The command `hostile`."""
    one = commands.add_parser(
        "hostile", help="questions beside a clause that nearly says yes; prints those that got one"
    )
    one.set_defaults(run=lambda options: _hostile(today))


def _hostile(today: date) -> int:
    for line in lines(given(questions(), today)):
        sys.stdout.write(f"{line}\n")
    return 0
