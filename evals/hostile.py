"""Questions whose right answer is no plain yes, each beside a clause that nearly says so: how many get one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date

from evals.running import HOME
from evals.yes_or_no import Given, counted, given, questions

FOLDER = HOME / "evals" / "hostile"


def lines(made: Iterable[Given]) -> Iterator[str]:
    """The questions that got a yes, then how many of each sort got which verdict."""
    kept = list(made)
    yield from (f"{g.asked.id} {g.asked.right}: {g.asked.question} -> {g.answer}" for g in kept if g.wrong_yes)
    yield from counted(kept, ("no", "silent", "conditional"))
    yield f"yes: {sum(g.wrong_yes for g in kept)} of {len(kept)}"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], today: date) -> None:
    """The command `hostile`."""
    one = commands.add_parser(
        "hostile", help="questions beside a clause that nearly says yes; prints those that got one"
    )
    one.set_defaults(run=lambda options: _hostile(today))


def _hostile(today: date) -> int:
    for line in lines(given(questions(FOLDER), today)):
        sys.stdout.write(f"{line}\n")
    return 0
