"""`python -m benchmarks.precheck`: how long a 预审 of a full form takes, against the drafts' own checks of it.

Each form is filled in completely, every limit nearly reached. `check` is the whole report in this process with what
depends on the form alone known already, `told` its JSON; `draft` is the named alternative: drafting the same facts and
running the checks of drafts, which is all there was before. Processor time, so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from assistant.drafting.form import Form
from benchmarks.forms import DAY, complete

RATIO = 1.0
"""A check may cost at most so much as a draft of the same facts."""


def measured(form: Form, assistant: Any, times: int) -> dict[str, float]:
    """Milliseconds of processor time, the middle one of several runs."""
    from assistant.drafting.facts_read import sheet_of
    from assistant.precheck_told import precheck_fields

    facts = complete(form)
    drafts = {draft.field: draft.text for draft in assistant.draft(form.id, sheet_of(facts)).drafts}
    alone = {field.path for field in form.fields() if not field.repeat}
    facts["forms"][form.id] |= {path: text for path, text in drafts.items() if path in alone}
    typed = sheet_of({"forms": facts["forms"]})
    assistant.precheck(form.id, typed, DAY)
    runs: list[tuple[float, float, float]] = []
    for _ in range(times):
        made, checking = _timed(lambda: assistant.precheck(form.id, typed, DAY))
        _, telling = _timed(lambda: precheck_fields(made, "zh"))  # noqa: B023
        _, drafting = _timed(lambda: assistant.draft(form.id, typed))
        runs.append((checking, telling, drafting))
    check, told, draft = (median(run[step] for run in runs) for step in range(3))
    return {"check": check, "told": told, "draft": draft, "ratio": check / draft}


def main() -> int:
    """Print a table, and write it as JSON where `--out` names a file; 1 where a check costs more than a draft."""
    from assistant.settings import from_environment
    from assistant.wiring import build

    options = _arguments()
    settings = from_environment({}, corpus=options.corpus, data=options.data)
    assistant = build(settings)
    report: dict[str, dict[str, float]] = {}
    print(
        f"{'form':<32}{'check':>9}{'told':>9}{'draft':>9}{'ratio':>9}  ms of processor time, median of {options.times}"
    )
    for form in assistant.forms().held:
        if options.filter and options.filter not in form.id:
            continue
        found = report[form.id] = measured(form, assistant, options.times)
        shown = "".join(f"{found[step]:>9.1f}" for step in ("check", "told", "draft"))
        print(f"{form.id:<32}{shown}{found['ratio']:>9.2f}", flush=True)
    if options.out is not None:
        options.out.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return int(any(found["ratio"] > RATIO for name, found in report.items() if name.endswith("recommendation")))


def _timed(done: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    made = done()
    return made, (time.process_time() - start) * 1000


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.precheck", description="How fast forms are checked.")
    parser.add_argument("--times", type=int, default=15, help="runs of each form (default 15)")
    parser.add_argument("--filter", default="", help="only forms with this in their id")
    parser.add_argument("--corpus", default=None)
    parser.add_argument("--data", default=None)
    parser.add_argument("--out", type=Path, default=None)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
