"""`python -m evals judge REPORT`: claim support by the judge that the environment names."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import httpx2

from evals.compare import load_run
from evals.judging.model import configured, judge
from evals.judging.support import LEAST_RUNS, claims_of, judged, labelled, lines


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = commands.add_parser("judge", help="claim support by a judge model, where one is configured; report only")
    one.add_argument("report", type=Path, metavar="REPORT")
    one.add_argument("--runs", type=int, default=LEAST_RUNS, metavar="N", help="at least %(default)s, the default")
    one.add_argument("--limit", type=int, default=0, metavar="N", help="only the first N answers that cite something")
    one.set_defaults(run=_judge)


def _judge(options: argparse.Namespace) -> int:
    where = configured(os.environ)
    claims = claims_of(load_run(options.report), options.limit)
    with httpx2.Client() as client:
        ask = judge(where, client)
        labels = judged(labelled(), ask, options.runs)
        print("\n".join(lines(judged(claims, ask, options.runs), labels)))
    return 0
