"""Our assistant asked in several processes at once; what comes back is what one process would say."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from evals.asking import Asker, Heard, Place, stepping
from evals.cases import Case
from evals.held import Held
from evals.sources import Sources

CHUNK = 16
Tell = Callable[[int, int], None]
_FORKED: list[Asker] = []  # what a forked process asks: an engine cannot be sent to it


def in_process(place: Place, sources: Sources) -> Asker:
    """Asks the engine that `wiring.opened` gives, and looks at its steps."""
    from assistant.settings import from_environment
    from assistant.wiring import opened

    guidelines, engine = opened(from_environment({}, corpus=str(place.corpus), data=str(place.data)))
    return stepping(engine, Held(guidelines, sources), place.today)


def shared(ask: Asker, processes: int = 0, tell: Tell = lambda done, of: None) -> Asker:
    """The same asker at work in as many processes as there are cores; `tell` hears how many of how many are done."""
    many = processes or os.cpu_count() or 1

    def every(cases: Sequence[Case]) -> Mapping[str, Heard]:
        parts = [tuple(cases[at : at + CHUNK]) for at in range(0, len(cases), CHUNK)]
        if many == 1 or len(parts) < 2:
            return _gathered(map(ask, parts), len(cases), tell)
        with ProcessPoolExecutor(many, get_context("fork"), _FORKED.append, (ask,)) as pool:
            return _gathered(pool.map(_asked, parts), len(cases), tell)

    return every


def _asked(cases: Sequence[Case]) -> Mapping[str, Heard]:
    return _FORKED[0](cases)


def _gathered(parts: Iterable[Mapping[str, Heard]], of: int, tell: Tell) -> dict[str, Heard]:
    heard: dict[str, Heard] = {}
    for part in parts:
        heard |= part
        tell(len(heard), of)
    return heard
