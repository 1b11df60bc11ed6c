"""Everyday questions, most of them short and loosely worded, a third of them answered by a plain yes: how many get the
verdict that the documents give."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from evals.running import HOME
from evals.yes_or_no import Given, counted, told, wrong_yeses

FOLDER = HOME / "evals" / "everyday"


def lines(kept: Sequence[Given]) -> Iterator[str]:
    """The wrong yeses, then the sets, each with how many are right, and how many of each sort got which verdict."""
    yield from wrong_yeses(kept)
    for name in sorted({g.asked.id[:2] for g in kept}):
        some = [g for g in kept if g.asked.id.startswith(name)]
        yes = [g for g in some if g.asked.right == "yes"]
        yield (
            f"{name}: {sum(g.right for g in some)} of {len(some)} right; yes {sum(g.right for g in yes)} of {len(yes)}, "
            f"wrong yes {sum(g.wrong_yes for g in some)}, "
            f"wrong no {sum(g.verdict == 'no' != g.asked.right for g in some)}"
        )
    yield from counted(kept, ("yes", "no", "silent", "conditional"))


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], today: date) -> None:
    """The command `everyday`."""
    one = commands.add_parser("everyday", help="short everyday questions: right verdicts, wrong yeses and wrong noes")
    one.set_defaults(run=lambda options: told(FOLDER, today, lines))
