"""The commands over reports: `compare`, `bless` and `report`."""

from __future__ import annotations

import argparse
from pathlib import Path

from evals import compare_told
from evals.baseline import BASELINE, empty, refusal, written
from evals.cases import load_cases
from evals.compare import TOLERANCE, compare, load, load_run
from evals.errors import EvalError
from evals.running import HOME
from evals.sources import load_sources


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], cases: Path) -> None:
    """Add the commands; `cases` is the folder of the own cases."""
    two = commands.add_parser("compare", help="what changed between two reports; 1 if it must not pass")
    two.add_argument("base", type=Path, metavar="BASE")
    two.add_argument("new", type=Path, metavar="NEW")
    two.add_argument("--tolerance", type=_share, default=TOLERANCE, metavar="SHARE",
                     help="a significant drop up to this share of the cases passes (default %(default)s)")  # fmt: skip
    two.set_defaults(run=_compare)
    bless = commands.add_parser("bless", help="make a report the committed baseline; shows what that accepts")
    bless.add_argument("report", type=Path, metavar="REPORT")
    bless.add_argument("--yes", action="store_true", help="accept what is shown; without it nothing is written")
    bless.add_argument("--reason", default="", metavar="TEXT", help="why, one sentence; goes into the baseline")
    bless.add_argument("--baseline", type=Path, default=BASELINE, metavar="FILE")
    bless.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    bless.set_defaults(run=_bless, cases=cases)
    page = commands.add_parser("report", help="write a report as HTML page, Markdown or JUnit XML")
    page.add_argument("report", type=Path, metavar="REPORT")
    page.add_argument("--html", type=Path, metavar="FILE", help="one page that loads nothing from elsewhere")
    page.add_argument("--markdown", type=Path, metavar="FILE")
    page.add_argument("--junit", type=Path, metavar="FILE")
    page.add_argument("--base", type=Path, metavar="FILE", help="what it is held against (default: the baseline)")
    page.add_argument("--all", action="store_true", help="cases that pass too, in the HTML page")
    page.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    page.set_defaults(run=_report)


def _compare(options: argparse.Namespace) -> int:
    base, new = load(options.base), load(options.new)
    found = compare(base, new, options.tolerance)
    print("\n".join(compare_told.lines(found, base, new)))
    return 1 if found.stops else 0


def _bless(options: argparse.Namespace) -> int:
    """0: written; 1: shown only; EvalError where the report may not be the baseline."""
    made = load_run(options.report)
    own = load_cases(sorted(options.cases.glob("*.jsonl")), load_sources(options.corpus / "sources"))
    if why := refusal(made, own, options.corpus):
        raise EvalError(why)
    base = load(options.baseline) if options.baseline.is_file() else empty(made)
    print("\n".join(compare_told.lines(compare(base, made), base, made)))
    if not (options.yes and options.reason.strip()):
        print('Nothing is written. To accept all of this: --yes --reason "one sentence".')
        return 1
    options.baseline.write_text(written(made, " ".join(options.reason.split())), "utf-8")
    print(f"{options.baseline.name} is written.")
    return 0


def _report(options: argparse.Namespace) -> int:
    """0: all files asked for are written; EvalError where none is asked for."""
    from evals.reports.junit import junit
    from evals.reports.markdown import markdown
    from evals.reports.page import page

    if not (options.html or options.markdown or options.junit):
        raise EvalError("Say what to write: --html, --markdown or --junit FILE.")
    made = load_run(options.report)
    chosen = options.base or (BASELINE if BASELINE.is_file() else None)
    base = load(chosen) if chosen else None
    if options.html:
        sources = load_sources(options.corpus / "sources")
        _write(options.html, page(made, base, sources, everything=options.all))
    if options.markdown:
        _write(options.markdown, markdown(made, base))
    if options.junit:
        _write(options.junit, junit(made))
    return 0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    print(f"{path} is written.")


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(text)
    return value
