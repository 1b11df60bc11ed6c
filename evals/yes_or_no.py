"""Yes-or-no questions with the verdict that the documents give, asked in this process: what hostile and everyday share."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from assistant.answering.answer import Question
from evals.asking import Place
from evals.crowd import engine_of
from evals.running import HOME

NOTICES = HOME / "tests" / "notices" / "later"
Right = Literal["yes", "no", "silent", "conditional"]
_TOLD = {"not_specified": "silent"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on the corpus, or on the notices of a folder, of which `notice` is open where it is named; `right` is
    what the documents say to it, and `why` the clause that says so, or nearly does."""

    id: str
    question: str
    right: Right
    why: str
    folder: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered to it: the verdict, "open" where there is none."""

    asked: Asked
    verdict: str
    answer: str

    @property
    def wrong_yes(self) -> bool:
        """Whether it got a yes that the documents do not give."""
        return self.verdict == "yes" != self.asked.right

    @property
    def right(self) -> bool:
        """Whether the verdict is the one that the documents give."""
        return _TOLD.get(self.verdict, self.verdict) == self.asked.right


def questions(folder: Path) -> tuple[Asked, ...]:
    """All that stand in the folder, file by file."""
    files = sorted(folder.glob("*.jsonl"))
    return tuple(Asked(**json.loads(line)) for f in files for line in f.read_text("utf-8").splitlines())


def given(asked: Iterable[Asked], today: date) -> Iterator[Given]:
    """The answers, asked in this process of the corpus or of the notices that a question is on."""
    with TemporaryDirectory(prefix="verdicts-") as folder:
        engines: dict[str, Callable[[Asked], tuple[str, str]]] = {}
        for one in asked:
            if one.folder not in engines:
                engines[one.folder] = _over(one.folder, Path(folder), today)
            yield Given(one, *engines[one.folder](one))


def wrong_yeses(kept: Sequence[Given]) -> Iterator[str]:
    """Each question that got a wrong yes, with what the documents give and the answer."""
    return (f"{g.asked.id} {g.asked.right}: {g.asked.question} -> {g.answer}" for g in kept if g.wrong_yes)


def counted(kept: Sequence[Given], rights: tuple[Right, ...]) -> Iterator[str]:
    """How many of each sort got which verdict."""
    for right in rights:
        told = [g.verdict for g in kept if g.asked.right == right]
        counts = ", ".join(f"{v} {told.count(v)}" for v in sorted(set(told)))
        yield f"{right}: {len(told)} asked; {counts}"


def told(folder: Path, today: date, lines: Callable[[Sequence[Given]], Iterator[str]]) -> int:
    """Ask the questions of the folder and print the lines on what was answered."""
    sys.stdout.writelines(f"{line}\n" for line in lines(list(given(questions(folder), today))))
    return 0


def _over(folder: str, work: Path, today: date) -> Callable[[Asked], tuple[str, str]]:
    corpus = HOME / "corpus"
    if folder:
        corpus = work / folder / "corpus"
        (corpus / "sources").mkdir(parents=True)
        for path in sorted((NOTICES / folder).glob("*.txt")):
            shutil.copy(path, corpus / "sources" / path.name)
    guidelines, engine = engine_of(Place(corpus, work / f"data-{folder}", today))
    opens = {g.entry.file.rsplit("/", 1)[-1]: g.programmes[0].id for g in guidelines if g.programmes}

    def ask(asked: Asked) -> tuple[str, str]:
        answer = engine.answer(Question(asked.question, programme=opens.get(asked.notice, "")), today)
        return answer.verdict or "open", answer.answer

    return ask
