"""What a judge says of many claims, run by run: support, spread, and how far the judge itself can be believed."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import EvalError
from evals.judging.model import Judge
from evals.metrics import Share

LABELS = Path(__file__).resolve().parent / "labels.jsonl"
LEAST_RUNS = 2
AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its quotes; `supported` is what a person says of it, None where nobody has."""

    id: str
    text: str
    quotes: tuple[str, ...]
    supported: bool | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """Scores of every claim by run: 1.0, 0.0, or NaN where the judge failed. NaN never leaves a denominator."""

    claims: tuple[Claim, ...]
    runs: tuple[tuple[float, ...], ...]

    def share(self, run: int) -> Share:
        """Claims called supported, of all; a failed judgement is one that is not."""
        return Share(sum(score == 1.0 for score in self.runs[run]), len(self.claims))

    @property
    def failed(self) -> tuple[int, ...]:
        """Failed judgements of each run."""
        return tuple(sum(math.isnan(score) for score in scores) for scores in self.runs)

    @property
    def wavering(self) -> Share:
        """Claims on which the runs differ; a failed judgement differs from any other."""
        said = list(zip(*self.runs, strict=True))
        return Share(sum(len({str(score) for score in scores}) > 1 for scores in said), len(said))

    def agreement(self, run: int) -> tuple[Share, float | None]:
        """Labelled claims judged as labelled, and Cohen's kappa (J. Cohen, Educational and Psychological Measurement
        20(1), 1960) over them; a failed judgement agrees with nothing and is a third answer to kappa."""
        pairs = [(c.supported, s) for c, s in zip(self.claims, self.runs[run], strict=True) if c.supported is not None]
        agreed = Share(sum(s == float(label) for label, s in pairs), len(pairs))
        if not pairs:
            return agreed, None
        chance = sum(
            (sum(label is said for label, _ in pairs) / len(pairs))
            * (sum(s == float(said) for _, s in pairs) / len(pairs))
            for said in (True, False)
        )
        return agreed, None if chance == 1 else (agreed.hits / len(pairs) - chance) / (1 - chance)


def judged(claims: Sequence[Claim], ask: Judge, runs: int) -> Support:
    """Every claim judged `runs` times."""
    if runs < LEAST_RUNS:
        raise EvalError(f"A judge is run at least {LEAST_RUNS} times, since one run shows no spread.")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        scores = tuple(tuple(pool.map(lambda c: ask(c.text, c.quotes), claims)) for _ in range(runs))
    return Support(tuple(claims), scores)


def labelled(path: Path = LABELS) -> tuple[Claim, ...]:
    """The claims that a person has judged."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return tuple(Claim(row["id"], row["claim"], (row["quote"],), row["supported"]) for row in rows)


def claims_of(report: Mapping[str, Any], limit: int = 0) -> tuple[Claim, ...]:
    """The answers of a report that cite something, with what they cite; at most `limit` where it is not 0."""
    told = [case for case in report["cases"] if case["got"] and case["got"]["citations"]]
    return tuple(
        Claim(case["id"], case["got"]["answer"], tuple(c["source_quote"] for c in case["got"]["citations"]))
        for case in (told[:limit] if limit else told)
    )


def lines(answers: Support, labels: Support) -> Iterator[str]:
    """The figures in words; agreement with labels first, since the rest is worth no more than it."""
    for run in range(len(labels.runs)):
        agreed, kappa = labels.agreement(run)
        told = "none" if kappa is None else f"{kappa:.2f}"
        yield f"run {run + 1}: agrees with labels {agreed}, kappa {told}, {labels.failed[run]} failed"
    for run in range(len(answers.runs)):
        yield f"run {run + 1}: claims supported {answers.share(run)}; judgements that failed: {answers.failed[run]}"
    values = [share.value for run in range(len(answers.runs)) if (share := answers.share(run)).value is not None]
    if values:
        yield f"spread: {min(values):.1%} to {max(values):.1%}; runs differ on {answers.wavering}"
    yield "Report only: no gate looks at these figures."
