"""`python -m benchmarks.recipe_compare`: one run, the assistant beside the plain LangChain recipe.

What an answer is differs: ours is the verified answer with verdict and citations, the recipe's is only what it
retrieves (a model would still have to read it). The recipe's retrieval is what the figures compare.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.errors import AssistantError
from benchmarks.processes import once, usual
from benchmarks.questions import load_questions
from evals.__main__ import AS_OF, CASES
from evals.errors import EvalError
from evals.metrics import Share
from evals.running import HOME
from evals.sources import load_sources

TIMES = 7


@dataclass(frozen=True, slots=True)
class Setup:
    """What is asked of what: `corpus` is ours over the same texts as `sources`; `scratch` is thrown away."""

    questions: tuple[Path, ...]
    sources: Path
    corpus: Path
    scratch: Path
    question: str
    times: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both and print the table; 2 for wrong input."""
    options = _parser().parse_args(arguments)
    try:
        with TemporaryDirectory(prefix="recipe-") as folder:
            figures = measure(_setup(options, Path(folder)))
    except (EvalError, AssistantError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(lines(figures)))
    if options.out:
        options.out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


def measure(setup: Setup) -> dict[str, dict[str, Any]]:
    """The figures of ours, of the recipe, of the recipe with its vectors kept, and of bare Python."""
    python, sources, data = sys.executable, str(setup.sources), setup.scratch / "data"
    assistant = [
        python,
        "-m",
        "assistant",
        "--corpus",
        str(setup.corpus),
        "--data",
        str(data),
        "--today",
        AS_OF.isoformat(),
    ]
    recipe = [python, "-m", "benchmarks.recipe", sources]
    warm = ["--questions", *map(str, setup.questions), "--sources", sources, "--today", AS_OF.isoformat()]
    index = once([*assistant, "index"])
    built = once([*recipe, str(setup.scratch / "built")])
    cold = usual([*assistant, "ask", setup.question], setup.times)
    plain = usual([*recipe, "-", setup.question], setup.times)
    kept = usual([*recipe, str(setup.scratch / "chroma"), setup.question], setup.times)
    mine = once([python, "-m", "benchmarks.warm", "ours", *warm, "--corpus", str(setup.corpus), "--data", str(data)])
    theirs = once([python, "-m", "benchmarks.warm", "recipe", *warm])
    ours_warm, recipe_warm = json.loads(mine.printed), json.loads(theirs.printed)
    return {
        "ours": {**ours_warm, "cold_s": cold.seconds, "cold_mib": cold.peak, "index_s": index.seconds,
                 "index_mib": index.peak, "warm_mib": mine.peak},
        "recipe": {**recipe_warm, "cold_s": plain.seconds, "cold_mib": plain.peak, "warm_mib": theirs.peak,
                   "index_s": built.seconds, "index_mib": built.peak, "cold_kept_s": kept.seconds},
        "floor": {"cold_s": usual([python, "-c", "pass"], setup.times).seconds},
    }  # fmt: skip


ROWS = (
    ("cold `ask` process, s (median)", "cold_s", "{:.3f}"),
    ("the same, recipe with its vectors kept, s", "cold_kept_s", "{:.3f}"),
    ("peak memory of a cold `ask`, MiB", "cold_mib", "{:.0f}"),
    ("index of the texts, whole process, s", "index_s", "{:.2f}"),
    ("peak memory of indexing, MiB", "index_mib", "{:.0f}"),
    ("warm answer, median, ms", "warm_ms_median", "{:.2f}"),
    ("warm answer, p95, ms", "warm_ms_p95", "{:.2f}"),
    ("peak memory of the warm process, MiB", "warm_mib", "{:.0f}"),
)


def lines(figures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The figures as a Markdown table."""
    yield "| | ours | LangChain recipe |"
    yield "| --- | --- | --- |"
    for label, key, shape in ROWS:
        cells = (shape.format(figures[side][key]) if key in figures[side] else "-" for side in ("ours", "recipe"))
        yield f"| {label} | {' | '.join(cells)} |"
    for label, key in (("a gold quote", "gold_any"), ("all gold quotes", "gold_all")):
        cells = (str(Share(*figures[side][key])) for side in ("ours", "recipe"))
        yield f"| {label} in the first 1,500 characters | {' | '.join(cells)} |"
    yield ""
    yield f"Floor, a bare Python process: {figures['floor']['cold_s']:.3f} s. The recipe's answer is retrieval alone."


def _setup(options: argparse.Namespace, scratch: Path) -> Setup:
    files = tuple(options.questions or sorted(CASES.glob("*.jsonl")))
    asked = load_questions(files, load_sources(options.sources))
    if not asked:
        raise EvalError("There is no question to ask.")
    return Setup(files, options.sources, _corpus(options.sources, scratch), scratch, asked[0].question, options.times)


def _corpus(sources: Path, scratch: Path) -> Path:
    """Our own corpus where it holds the very same files, else a corpus made of the sources alone."""
    own = HOME / "corpus"
    if _contents(own / "sources") == _contents(sources):
        return own
    shutil.copytree(sources, scratch / "corpus" / "sources")
    return scratch / "corpus"


def _contents(folder: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recipe_compare", description=__doc__)
    parser.add_argument("--questions", type=Path, nargs="+", metavar="FILE", help="default: our own cases")
    parser.add_argument("--sources", type=Path, default=HOME / "corpus" / "sources", metavar="DIR")
    parser.add_argument("--times", type=int, default=TIMES, metavar="N", help="cold processes to take the median of")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
