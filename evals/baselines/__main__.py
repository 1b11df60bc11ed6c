"""`python -m evals.baselines`: ours beside copying the top passage and the plain LangChain recipe, in one table."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.exchange import to_json
from evals import notices
from evals.__main__ import AS_OF, CASES
from evals.asking import Asker, Place
from evals.baselines.copying import copying, recipe, top_passage
from evals.cases import load_cases
from evals.crowd import in_process
from evals.errors import EvalError
from evals.running import HOME, report, run
from evals.sources import Sources, load_sources

Fields = Mapping[str, Any]
SIDES: Mapping[str, Callable[[Place, Sources], Asker]] = {
    "ours": in_process,
    "top passage": lambda place, sources: copying(top_passage(place)),
    "LangChain recipe": lambda place, sources: copying(recipe(place)),
}
MEASURES = (
    ("pass", "cases that pass"),
    ("completeness", "wanted facts told"),
    ("citation_precision", "citations that touch gold"),
    ("citation_recall", "gold quotes cited"),
    ("verbatim", "quotes word for word"),
    ("false_permit", "false permits"),
    ("false_answer", "answers where the documents are silent"),
    ("over_refusal", "silence where the documents answer"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask all sides and print the table; 2 for wrong input. A side that cannot be asked is named and left out."""
    options = _parser().parse_args(arguments)
    try:
        if options.notices:
            with notices.corpus_of("alone", options.corpus) as corpus:
                place = Place(corpus, corpus.parent / "data", AS_OF)
                made = measured(notices.question_files(), place, options.out)
        else:
            made = measured(sorted(CASES.glob("*.jsonl")), Place(options.corpus, options.data, AS_OF), options.out)
        print("\n".join(lines(made)))
    except (EvalError, AssistantError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def measured(files: Sequence[Path], place: Place, out: Path | None) -> dict[str, dict[str, Any]]:
    """The report of each side on the cases of the files, written to the folder `out` as well where there is one."""
    sources = load_sources(place.corpus / "sources")
    cases = load_cases(files, sources)
    found: dict[str, dict[str, Any]] = {}
    for name, side in SIDES.items():
        started = time.monotonic()
        try:
            ask = side(place, sources)
        except EvalError as error:
            print(f"{name} is left out. {error}", file=sys.stderr)
            continue
        items = run(cases, ask, sources)
        found[name] = {"asked": name, **report(items, sources, place, time.monotonic() - started)}
        if out:
            out.mkdir(parents=True, exist_ok=True)
            path = out / f"{name.replace(' ', '-').lower()}.json"
            path.write_text(to_json(found[name], indent=1) + "\n", "utf-8")
    return found


def lines(reports: Mapping[str, Fields]) -> Iterator[str]:
    """The figures as a Markdown table, one column a side."""
    yield f"| | {' | '.join(reports)} |"
    yield "| --- |" + " ---: |" * len(reports)
    for name, title in MEASURES:
        yield _row(title, (_share(made["figures"]["measures"][name]) for made in reports.values()))
        if name == "pass":
            yield _row("of them where no verdict is asked and the documents answer", map(_plain, reports.values()))
            yield _row("verdicts right", (_share(_of_verdicts(made)) for made in reports.values()))
    yield _row(
        "median answer, characters", (f"{made['figures']['median_answer_length']:g}" for made in reports.values())
    )
    yield _row("median time an answer, ms", (f"{made['timing']['p50_ms']:.1f}" for made in reports.values()))


def _row(title: str, cells: Iterator[str]) -> str:
    return f"| {title} | {' | '.join(cells)} |"


def _plain(made: Fields) -> str:
    """A copy can be right only where neither a verdict nor silence is wanted."""
    asked = [case for case in made["cases"] if not case["wanted"]["verdict"] and not case["wanted"]["silent"]]
    return _share({"hits": sum(case["status"] == "passed" for case in asked), "total": len(asked)})


def _of_verdicts(made: Fields) -> Mapping[str, float]:
    share: Mapping[str, float] = made["figures"]["by_criterion"]["verdict"]
    return share


def _share(figure: Mapping[str, float]) -> str:
    hits, total = figure["hits"], figure["total"]
    return f"{hits / total:.1%} ({hits:g}/{total:g})" if total else "–"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.baselines", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=HOME / "corpus", metavar="DIR")
    parser.add_argument("--data", type=Path, default=HOME / "data" / "evals", metavar="DIR")
    parser.add_argument("--notices", action="store_true", help="ask of the notices nobody wrote rules for, alone")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write the JSON report of each side there")
    return parser


if __name__ == "__main__":
    sys.exit(main())
