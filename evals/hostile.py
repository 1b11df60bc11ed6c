"""Questions whose right answer is no plain yes, each beside a clause that nearly says so: how many get one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from evals.running import HOME
from evals.yes_or_no import Given, counted, told, wrong_yeses

FOLDER = HOME / "evals" / "hostile"


def lines(kept: Sequence[Given]) -> Iterator[str]:
    """The questions that got a yes, then how many of each sort got which verdict."""
    yield from wrong_yeses(kept)
    yield from counted(kept, ("no", "silent", "conditional"))
    yield f"yes: {sum(g.wrong_yes for g in kept)} of {len(kept)}"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], today: date) -> None:
    """The command `hostile`."""
    one = commands.add_parser(
        "hostile", help="questions beside a clause that nearly says yes; prints those that got one"
    )
    one.set_defaults(run=lambda options: told(FOLDER, today, lines))
