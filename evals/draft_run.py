"""`python -m evals drafts`: every drafting case, graded."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from assistant.settings import from_environment
from assistant.wiring import build
from evals import drafting
from evals.running import HOME

DRAFTS = HOME / "evals" / "drafts"


def add_to(commands: Any) -> None:
    """The command beside the others."""
    one = commands.add_parser("drafts", help="draft every case, and grade texts, limits, elements and warnings")
    one.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    one.add_argument("--data", type=Path, default=HOME / "data" / "evals", metavar="DIR")
    one.add_argument("--filter", default="", metavar="TEXT", help="cases whose id, kind or form hold the text")
    one.add_argument("--out", type=Path, metavar="FILE", help="write the JSON report there")
    one.add_argument("--quiet", action="store_true", help="figures only, no list of failing cases")
    one.set_defaults(run=_drafts)


def _drafts(options: argparse.Namespace) -> int:
    cases = [c for c in drafting.load(sorted(DRAFTS.glob("*.jsonl"))) if options.filter in f"{c.id} {c.kind} {c.form}"]
    assistant = build(from_environment({}, corpus=str(options.corpus), data=str(options.data)))
    graded = [drafting.grade(case, assistant) for case in cases]
    print("\n".join(drafting.lines(graded, failures=not options.quiet)))
    if options.out is not None:
        rows = [{"id": g.case.id, "kind": g.case.kind, "wrong": g.wrong, "counts": g.counts} for g in graded]
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 1 if any(g.wrong for g in graded) else 0
