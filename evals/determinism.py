"""Whether the same question gets the same bytes in processes with other hash seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from evals.asking import Place, batch
from evals.cases import Case

SEEDS = ("1", "20261120")


@dataclass(frozen=True, slots=True)
class Repeated:
    """The cases asked in several processes, and those whose replies differ, times aside."""

    asked: int
    differ: tuple[str, ...]

    def fields(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {"hits": self.asked - len(self.differ), "total": self.asked, "differ": list(self.differ)}


def repeated(cases: Sequence[Case], place: Place, seeds: Sequence[str] = SEEDS) -> Repeated:
    """The cases asked through the command line in one process for each hash seed."""
    with ThreadPoolExecutor(len(seeds)) as pool:
        runs = list(pool.map(lambda seed: _said(batch(cases, place, seed)), seeds))
    return Repeated(len(cases), differing([case.id for case in cases], runs))


def differing(ids: Sequence[str], runs: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The ids whose replies are not the same in every run; one that is missing anywhere is not."""
    return tuple(i for i in ids if any(i not in run or run[i] != runs[0].get(i) for run in runs))


def _said(replies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {str(reply.get("id")): {k: v for k, v in reply.items() if k != "elapsed_ms"} for reply in replies}
