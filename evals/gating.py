"""The commands that a change must pass, and those about the cases themselves: `gate`, `touched` and `balance`."""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

from assistant.reading.library import read_folder
from evals import balance, gate, touched, twin_run
from evals.asking import Place
from evals.baseline import BASELINE, empty
from evals.cases import Case, load_cases
from evals.compare import compare, load
from evals.crowd import in_process, shared, told
from evals.determinism import repeated
from evals.held import Held
from evals.running import HOME, report, run
from evals.sampling import stratified
from evals.sources import Sources, load_sources

CLAUSES = HOME / "evals" / "clauses.json"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], cases: Path, today: date) -> None:
    """Add the commands; `cases` is the folder of the own cases, `today` the usual day of asking."""
    corpus = argparse.ArgumentParser(add_help=False)
    corpus.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    corpus.set_defaults(cases=cases)
    one = commands.add_parser("gate", parents=[corpus], help="what must hold before a change is kept; 1 if it does not")
    one.add_argument("--data", type=Path, default=HOME / "data" / "evals", metavar="DIR")
    one.add_argument("--today", type=date.fromisoformat, default=today, metavar="YYYY-MM-DD")
    one.add_argument("--baseline", type=Path, default=BASELINE, metavar="FILE")
    one.add_argument("--sample", type=int, default=gate.SAMPLE, metavar="N",
                     help="make the twins of N cases, chosen by digest (default %(default)s; 0: of all)")  # fmt: skip
    one.add_argument("--out", type=Path, metavar="FILE", help="write the JSON report there")
    one.set_defaults(run=_gate)
    two = commands.add_parser("touched", parents=[corpus], help="the cases whose clauses read otherwise than recorded")
    two.add_argument("--accept", action="store_true", help="record the clauses as they are now")
    two.add_argument("--record", type=Path, default=CLAUSES, metavar="FILE")
    two.set_defaults(run=_touched)
    ten = commands.add_parser("balance", parents=[corpus], help="how the cases are spread over kinds and documents")
    ten.set_defaults(run=_balance)


def _gate(options: argparse.Namespace) -> int:
    """0: nothing stands against the change; 1: something does."""
    started = time.monotonic()
    place = Place(options.corpus, options.data, options.today)
    sources, cases = _own(options)
    items = run(cases, shared(in_process(place, sources), tell=told("cases")), sources)
    twins = twin_run.run(cases, sources, place.corpus, place.today, choose=options.sample, watch=gate.WATCHED,
                         tell=told("twins of cases"))  # fmt: skip
    again = repeated(stratified(cases, gate.REPEATED), place)
    made = {**report(items, sources, place, time.monotonic() - started),
            "asked": "in process", "twins": twins.fields(), "determinism": again.fields()}  # fmt: skip
    base = load(options.baseline) if options.baseline.is_file() else None
    found = compare(base, made) if base else None
    now = touched.digests(cases, Held(read_folder(place.corpus)[0], sources))
    known = touched.load(CLAUSES)
    changed, new = list(touched.touched(known, now)), touched.unrecorded(known, now)
    outcome = gate.judged(made, twins, again, base, found, changed, new)
    print("\n".join(gate.lines(outcome, found, base or empty(made), made)))
    print(f"{made['figures']['passed']} of {len(cases)} cases pass; twins of {twins.cases} of {twins.of} cases: edited "
          f"documents {twins.edit_follow()}, changed questions {twins.twin_accuracy()}, unrelated answers "
          f"{twins.steady()}; {time.monotonic() - started:.0f} s, {_processor_seconds():.0f} s of processors")  # fmt: skip
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0 if outcome.open else 1


def _processor_seconds() -> float:
    """What this process and those it waited for have used so far."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _touched(options: argparse.Namespace) -> int:
    """0: every case rests on the words it was written for; 1: some are to be looked at."""
    sources, cases = _own(options)
    guidelines, _ = read_folder(options.corpus)
    now, known = touched.digests(cases, Held(guidelines, sources)), touched.load(options.record)
    found, new = list(touched.touched(known, now)), touched.unrecorded(known, now)
    gone = sorted(known.keys() - now.keys())
    print("\n".join(f"{one.case}: {one.what}" for one in found))
    print(f"{len(found)} cases rest on clauses that changed, {len(new)} are new, {len(gone)} are gone")
    if options.accept:
        options.record.write_text(touched.written(now), "utf-8")
        print(f"{options.record.name} is written.", file=sys.stderr)
        return 0
    return 1 if found or new or gone else 0


def _balance(options: argparse.Namespace) -> int:
    print("\n".join(balance.lines(_own(options)[1])))
    return 0


def _own(options: argparse.Namespace) -> tuple[Sources, tuple[Case, ...]]:
    sources = load_sources(options.corpus / "sources")
    return sources, load_cases(sorted(options.cases.glob("*.jsonl")), sources)
