"""`python -m benchmarks.forms`: how long it takes to draft, export and read back each form from complete facts.

Every place has a value: figures, words and boxes of their own, and for prose so many sentences that the limit is nearly
reached. The last column is a process of its own that does all of it, index in place.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from assistant.drafting.field import Field
from assistant.drafting.form import Form

SENTENCE = "共同体围绕产业链布局专业，由牵头单位统筹，成员单位分工落实第{n}项任务。"
DAY = date(2024, 5, 10)
RECORDS = 5
_Made = TypeVar("_Made")


def complete(form: Form) -> dict[str, Any]:
    """Facts in JSON with a value for every place of the form."""
    values: dict[str, Any] = {}
    stands: list[dict[str, str]] = []
    plans: list[dict[str, str]] = []
    held = form.rule("years_held")
    for number, field in enumerate(form.fields(), start=1):
        value = _value(field, number)
        if field.kind in ("signature", "seal"):
            continue
        if field.repeat:
            records = values.setdefault(field.repeat, [{} for _ in range(RECORDS)])
            for record in records:
                record[field.path.removeprefix(f"{field.repeat}.")] = value
        elif field.kind == "narrative":
            most = field.limit.most if field.limit is not None else 400
            told = stands if held is not None and field.year in held.years else plans
            told += [{"about": field.path, "text": SENTENCE.format(n=n)} for n in range(1, max(2, most // 40))]
        else:
            values[field.path] = value
    return {"foundations": stands[:300], "plans": plans[:300], "forms": {form.id: values}}


def measured(form: Form, assistant: Any, times: int) -> dict[str, float]:
    """Milliseconds of each step, the middle one of several runs."""
    from assistant.drafting.facts_read import sheet_of
    from assistant.paper.filed import filed
    from assistant.paper.reading import read_form

    facts = complete(form)
    runs: list[tuple[float, float, float]] = []
    for _ in range(times):
        sheet = sheet_of(facts)
        drafted, drafting = _timed(lambda: assistant.draft(form.id, sheet))  # noqa: B023
        made, exporting = _timed(lambda: filed(drafted, sheet, DAY, points=True))  # noqa: B023
        _, reading = _timed(lambda: read_form(form, made.data))  # noqa: B023
        runs.append((drafting, exporting, reading))
    draft, export, read = (median(run[step] for run in runs) for step in range(3))
    return {"draft": draft, "export": export, "read": read}


def cold(form: Form, corpus: str | None, data: str) -> float:
    """Milliseconds of the command line from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        facts, out = Path(folder) / "facts.json", Path(folder) / "form.docx"
        facts.write_text(json.dumps(complete(form), ensure_ascii=False, default=str), encoding="utf-8")
        where = ["--data", data, *(["--corpus", corpus] if corpus else [])]
        command = [sys.executable, "-m", "assistant", *where, "export", "--open-points", "--form", form.id]
        _, taken = _timed(
            lambda: subprocess.run(
                [*command, "--facts", str(facts), "--out", str(out)], check=True, capture_output=True
            )
        )
    return taken


def main() -> int:
    """Print a table, and write it as JSON where `--out` names a file."""
    from assistant.settings import from_environment
    from assistant.wiring import build

    options = _arguments()
    settings = from_environment({}, corpus=options.corpus, data=options.data)
    assistant = build(settings)
    report: dict[str, dict[str, float]] = {}
    print(f"{'form':<32}{'draft':>9}{'export':>9}{'read':>9}{'process':>9}  ms, median of {options.times}")
    for form in assistant.forms().held:
        if options.filter and options.filter not in form.id:
            continue
        found = measured(form, assistant, options.times)
        found["process"] = cold(form, options.corpus, str(settings.data))
        report[form.id] = found
        shown = "".join(f"{found[step]:>9.0f}" for step in ("draft", "export", "read", "process"))
        print(f"{form.id:<32}{shown}", flush=True)
    if options.out is not None:
        options.out.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forms", description="How fast forms are exported.")
    parser.add_argument("--times", type=int, default=5, help="runs of each form (default 5)")
    parser.add_argument("--filter", default="", help="only forms with this in their id")
    parser.add_argument("--corpus", default=None)
    parser.add_argument("--data", default=None)
    parser.add_argument("--out", type=Path, default=None)
    return parser.parse_args()


def _value(field: Field, number: int) -> Any:
    if field.options:
        return [field.options[0].id]
    if field.kind == "number":
        return Decimal(number * 10)
    return "2024年5月10日" if field.kind == "date" else f"示例{number}"


def _timed(work: Callable[[], _Made]) -> tuple[_Made, float]:
    start = time.perf_counter()
    made = work()
    return made, (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
