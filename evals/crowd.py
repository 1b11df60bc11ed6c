"""Work on many things in as many processes as there are cores; what comes back is what one process would make."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

from assistant.answering.engine import Engine
from assistant.guideline.document import Guideline
from assistant.indexing import passages
from assistant.search.lexical import LexicalIndex
from evals.asking import Asker, Heard, Place, stepping
from evals.cases import Case
from evals.held import Held
from evals.sources import Sources

CHUNK = 16
Part = TypeVar("Part")
Made = TypeVar("Made")
Tell = Callable[[int, int], None]
_FORKED: list[Callable[[Any], Any]] = []  # the work of a forked process: an engine cannot be sent to it


def in_process(place: Place, sources: Sources) -> Asker:
    """Asks the engine of the place, and looks at its steps."""
    guidelines, engine = engine_of(place)
    search = LexicalIndex.in_memory(passages(guidelines))
    return stepping(engine, Held(guidelines, sources), place.today, search)


def engine_of(place: Place) -> tuple[tuple[Guideline, ...], Engine]:
    """The guidelines of the place and the engine over their index, which is built where it is missing or stale."""
    from assistant.settings import from_environment
    from assistant.wiring import opened

    return opened(from_environment({}, corpus=str(place.corpus), data=str(place.data)))


def shared(ask: Asker, processes: int = 0, tell: Tell = lambda done, of: None) -> Asker:
    """The same asker at work in as many processes as there are cores; `tell` hears how many cases are done."""

    def every(cases: Sequence[Case]) -> Mapping[str, Heard]:
        heard: dict[str, Heard] = {}
        for part in spread(ask, in_parts(cases, CHUNK), processes):
            heard |= part
            tell(len(heard), len(cases))
        return heard

    return every


def spread(work: Callable[[Part], Made], parts: Sequence[Part], processes: int = 0) -> Iterator[Made]:
    """What `work` makes of each part, in order, in as many processes as there are cores unless it is said how many.

    The processes are forked: they hold what `work` holds, and share nothing that it changes.
    """
    many = min(processes or os.cpu_count() or 1, len(parts))
    if many < 2:
        yield from map(work, parts)
        return
    with ProcessPoolExecutor(many, get_context("fork"), _FORKED.append, (work,)) as pool:
        with warnings.catch_warnings():
            # Python 3.12 warns of any thread there is; those of the search engine have ended, and hold no lock.
            warnings.simplefilter("ignore", DeprecationWarning)
            made = pool.map(_worked, parts)
        yield from made


def told(title: str) -> Tell:
    """A teller that keeps one line on standard error up to date where that is a terminal, else says every tenth."""
    said: list[int] = [-1]

    def tell(done: int, of: int) -> None:
        tenth = 10 * done // max(1, of)
        if sys.stderr.isatty():
            print(f"\r{title} {done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)
        elif tenth != said[0]:
            said[0] = tenth
            print(f"{title} {done} of {of}", file=sys.stderr, flush=True)

    return tell


def in_parts(things: Iterable[Part], size: int) -> list[tuple[Part, ...]]:
    """The things in runs of that many."""
    held = tuple(things)
    return [held[at : at + size] for at in range(0, len(held), size)]


def _worked(part: Any) -> Any:
    return _FORKED[0](part)
