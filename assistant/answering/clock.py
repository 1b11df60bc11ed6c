"""What each step of the pipeline kept and rejected, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from assistant.answering.answer import Step
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.question.frame import Frame
from assistant.answering.question.scope import Scope

T = TypeVar("T")


class Clock:
    """Times the steps."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self.steps: tuple[Step, ...] = ()

    def step(self, name: str, work: Callable[[], T]) -> T:
        """What `work` makes, noted under the step's name."""
        began = time.perf_counter()
        made = work()
        kept, rejected = _trace(made)
        self.steps += (Step(name, kept, rejected, round((time.perf_counter() - began) * 1e6)),)
        return made

    def total(self) -> float:
        """Milliseconds since the clock was made."""
        return round((time.perf_counter() - self._start) * 1000, 3)


def _trace(made: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(made, Frame):
        return tuple(f"{t.kind}:{t.words}" for t in made.terms), ()
    if isinstance(made, Scope):
        return made.programmes, ()
    if isinstance(made, tuple):
        kept = [
            f"{m.passage.clause.document}#{m.passage.clause.id} {m.score:.2f} {m.coverage:.2f}"
            for m in made[:8]
            if isinstance(m, Found)
        ]
        kept += [f"{m.programme}:{m.verdict}:{m.said[:40]}" for m in made if isinstance(m, Finding)]
        return tuple(kept), tuple(r for m in made if isinstance(m, Finding) for r in m.rejected)
    return (), ()
