"""`python -m evals run | gate | compare | bless | report | judge | notices | leakage | twins | touched | …`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from evals import (
    askers,
    compare_told,
    draft_run,
    everyday,
    gating,
    held_alone,
    hostile,
    leakage,
    notices,
    plain_means,
    reporting,
    stepwise,
    table,
    wrapped,
)
from evals.asking import Place
from evals.cases import Case, load_cases
from evals.compare import compare
from evals.crowd import engine_of, told
from evals.errors import EvalError
from evals.held import Held
from evals.judging import command as judging
from evals.running import HOME, report, run
from evals.sources import load_sources

CASES = HOME / "evals" / "cases"
AS_OF = date(2026, 11, 20)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: done and every case scored; 1: something must be looked at; 2: wrong input."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        return code
    except (EvalError, AssistantError) as error:
        print(error, file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    place = Place(options.corpus, options.data, options.today)
    files = options.cases or _suites(options.suite)
    if options.step:
        return _stepped(files, place, options)
    made = _graded(files, place, options)
    code = _told(made, options)
    if not options.with_notices:
        return code
    with notices.corpus_of("together", options.corpus) as corpus:
        beside = _graded(files, Place(corpus, corpus.parent / "data", options.today), options)
    print("== with the notices beside")
    out = options.out.with_stem(f"{options.out.stem}-with-notices") if options.out else None
    code = max(code, _told(beside, argparse.Namespace(out=out, quiet=True)))
    print("== the difference")
    print("\n".join(compare_told.lines(compare(made, beside), made, beside)))
    return code


def _stepped(files: Sequence[Path], place: Place, options: argparse.Namespace) -> int:
    sources = load_sources(place.corpus / "sources")
    cases = [case for case in load_cases(files, sources) if _matches(case, options.filter)]
    guidelines, engine = engine_of(place)
    rows = stepwise.scored(options.step, cases, engine, Held(guidelines, sources), place.today)
    print("\n".join(stepwise.lines(rows, failures=not options.quiet)))
    _write(stepwise.fields(options.step, rows), options.out)
    return 0


def _notices(options: argparse.Namespace) -> int:
    worst = 0
    for mix in options.mix or notices.MIXES:
        with notices.corpus_of(mix, options.corpus) as corpus:
            place = Place(corpus, corpus.parent / "data", options.today)
            made = _graded(notices.question_files(), place, options)
        print(f"== notices {mix}")
        out = options.out.with_stem(f"{options.out.stem}-{mix}") if options.out else None
        worst = max(worst, _told(made, argparse.Namespace(out=out, quiet=options.quiet)))
    return worst


def _leakage(options: argparse.Namespace) -> int:
    files = options.files or [*sorted(CASES.glob("*.jsonl")), *notices.question_files()]
    found = leakage.search(files, HOME)
    print("\n".join(f"{leak.id}: {leak.run} stands in {leak.file}" for leak in found))
    print(f"{len(found)} runs of {leakage.LEAST} or more of questions stand in code or data and in no source")
    return 1 if found else 0


def _twins(options: argparse.Namespace) -> int:
    from evals import twin_rows, twin_run

    sources = load_sources(options.corpus / "sources")
    cases = load_cases(_suites(options.suite), sources)
    made = twin_run.run(cases, sources, options.corpus, options.today, choose=options.sample, tell=told("twins"))
    print("\n".join(twin_rows.lines(made)))
    _write(made.fields(), options.out)
    return 1 if made.permits or made.crashed else 0


def _left_out(options: argparse.Namespace) -> int:
    from evals import left_out

    print("\n".join(left_out.lines(left_out.run(HOME, options.today), failures=not options.quiet)))
    return 0


def _suites(name: str) -> list[Path]:
    files = sorted(CASES.glob(f"{name}*.jsonl"))
    if not files:
        raise EvalError(f"There is no suite {name} in {CASES}.")
    return files


def _write(fields: object, path: Path | None) -> None:
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _graded(files: Sequence[Path], place: Place, options: argparse.Namespace) -> dict[str, Any]:
    started = time.monotonic()
    sources = load_sources(place.corpus / "sources")
    cases = [case for case in load_cases(files, sources) if _matches(case, options.filter)]
    if not cases:
        raise EvalError(f"No case matches {options.filter}.")
    asked, ask = askers.chosen(options, place, sources)
    items = run(cases, ask, sources)
    return {"asked": asked, **report(items, sources, place, time.monotonic() - started)}


def _matches(case: Case, wanted: str) -> bool:
    return not wanted or any(wanted in text for text in (case.id, case.kind, case.family, case.lang, case.question,
                                                         *case.programmes))  # fmt: skip


def _told(made: dict[str, Any], options: argparse.Namespace) -> int:
    print("\n".join(table.lines(made, failures=not options.quiet)))
    _write(made, options.out)
    return 1 if made["figures"]["unanswered"] or made["figures"]["unscored"] else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    asking = argparse.ArgumentParser(add_help=False)
    asking.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    asking.add_argument("--today", type=date.fromisoformat, default=AS_OF, metavar="YYYY-MM-DD")
    asking.add_argument("--filter", default="", metavar="TEXT", help="cases whose id, kind, family, … hold the text")
    asking.add_argument("--out", type=Path, metavar="FILE", help="write the JSON report there")
    asking.add_argument("--quiet", action="store_true", help="figures only, no list of failing cases")
    asking.add_argument("--command-line", action="store_true", help="ask through python -m assistant ask --batch")
    one = commands.add_parser("run", parents=[asking], help="ask the cases, grade the replies, print a table")
    one.add_argument("--suite", default="", metavar="NAME", help="only the case files whose names start so")
    one.add_argument(
        "--cases", type=Path, action="append", metavar="FILE", help="this case file, which may be anywhere"
    )
    one.add_argument("--with-notices", action="store_true", help="ask again with the notices of tests/notices/ beside")
    one.add_argument("--step", choices=stepwise.STEPS, help="score this step alone, and run none after it")
    askers.add_to(one)
    one.add_argument("--data", type=Path, default=HOME / "data" / "evals", metavar="DIR")
    one.set_defaults(run=_run)
    reporting.add_to(commands, CASES)
    plain_means.add_to(commands)
    hostile.add_to(commands, AS_OF)
    everyday.add_to(commands, AS_OF)
    held_alone.add_to(commands, AS_OF)
    gating.add_to(commands, CASES, AS_OF)
    judging.add_to(commands)
    ten = commands.add_parser("notices", parents=[asking], help="the unseen notices, alone and beside the corpus")
    ten.add_argument("--mix", action="append", choices=notices.MIXES)
    ten.set_defaults(run=_notices)
    twin = commands.add_parser("twins", help="delete, change and swap what decides, and see the answers follow")
    twin.add_argument("--suite", default="", metavar="NAME", help="only the case files whose names start so")
    twin.add_argument("--sample", type=int, default=0, metavar="N", help="only N cases, chosen by digest, by kind")
    twin.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    twin.add_argument("--today", type=date.fromisoformat, default=AS_OF, metavar="YYYY-MM-DD")
    twin.add_argument("--out", type=Path, metavar="FILE", help="write the JSON report there")
    twin.set_defaults(run=_twins)
    left = commands.add_parser("left-out", help="each document's cases without what was made for it alone")
    left.add_argument("--today", type=date.fromisoformat, default=AS_OF, metavar="YYYY-MM-DD")
    left.add_argument("--quiet", action="store_true", help="figures only")
    left.set_defaults(run=_left_out)
    draft_run.add_to(commands)
    wrapped.add_to(commands, HOME, AS_OF, lambda sources: load_cases(_suites(""), sources))
    leak = commands.add_parser("leakage", help="wording of questions in code or data; 1 if there is any")
    leak.add_argument("files", type=Path, nargs="*", metavar="FILE", help="questions, by default all own ones")
    leak.set_defaults(run=_leakage)
    return parser


if __name__ == "__main__":
    sys.exit(main())
