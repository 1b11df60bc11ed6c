"""What plain questions are told by, made from wordings, and how many that nothing was made from are told rightly."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path

from assistant.answering.question.lexicon import lexicon
from assistant.answering.question.plainly import OTHER, Row, parts_of, plain
from assistant.reading.library import read_folder
from evals.running import HOME

WORDINGS = HOME / "evals" / "plain" / "wordings.toml"
UNSEEN = HOME / "evals" / "plain" / "unseen.toml"
MEANS = HOME / "assistant" / "answering" / "data" / "plain_means.tsv"
_POWER = 1.5  # of the rarity by which a part is weighed
_LEAST = 0.004  # a part of less weight in a mean is left out of it


@dataclass(frozen=True, slots=True)
class Score:
    """Of `asked` questions so many are told as what they ask for (for `other`: as nothing) and as something else."""

    facet: str
    language: str
    asked: int
    right: int
    wrong: int


def wordings(path: Path) -> dict[str, dict[str, list[str]]]:
    """The questions of a file by facet and language."""
    return tomllib.loads(path.read_text("utf-8"))


def learn(asked: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Row]:
    """The parts of the wordings with their weights and what they weigh in the mean of each facet."""
    parts = {
        facet: [parts_of(w) for told in by_language.values() for w in told] for facet, by_language in asked.items()
    }
    together = [p for told in parts.values() for p in told]
    held_by = Counter(part for told in together for part in told)
    weight = {part: log(1 + len(together) / n) ** _POWER for part, n in held_by.items()}
    means: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for facet, told in parts.items():
        mean: Counter[str] = Counter()
        for question in told:
            length = sqrt(sum(weight[p] ** 2 for p in question)) or 1.0
            for part in question:
                mean[part] += weight[part] / length
        length = sqrt(sum(w * w for w in mean.values())) or 1.0
        for part, of_part in mean.items():
            if of_part / length >= _LEAST:
                means[part][facet] = round(of_part / length, 4)
    return {part: (round(weight[part], 2), dict(sorted(means[part].items()))) for part in sorted(means)}


def written(rows: Mapping[str, Row]) -> str:
    """The rows, one part a line: the part, its weight, and facet:weight for each mean."""
    lines = (f"{p}\t{weight} {' '.join(f'{f}:{w}' for f, w in means.items())}\n" for p, (weight, means) in rows.items())
    return "".join(lines)


def scores(asked: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Score]:
    """How the questions of a file are told, facet by facet."""
    guidelines, _ = read_folder(HOME / "corpus")
    held = "".join(c.text for g in guidelines for c in g.clauses)
    words = lexicon()
    for facet, by_language in asked.items():
        for language, told in by_language.items():
            made = [
                p.facet if (p := plain(w.lower(), words.asks(w.lower()), held.__contains__)) else OTHER for w in told
            ]
            right = sum(m == facet for m in made)
            wrong = sum(m not in (facet, OTHER) for m in made)
            yield Score(facet, language, len(told), right, wrong)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `plain`."""
    one = commands.add_parser("plain", help="plain questions that nothing was learned from; --write learns anew")
    one.add_argument("--write", action="store_true", help="make the means from the wordings")
    one.set_defaults(run=_plain)


def _plain(options: argparse.Namespace) -> int:
    if options.write:
        MEANS.write_text(written(learn(wordings(WORDINGS))), "utf-8")
    made = list(scores(wordings(UNSEEN)))
    for language in ("zh", "en"):
        for name, kept in (
            ("plain", [s for s in made if s.facet != OTHER]),
            ("other", [s for s in made if s.facet == OTHER]),
        ):
            of_it = [s for s in kept if s.language == language]
            asked, right, wrong = (sum(getattr(s, f) for s in of_it) for f in ("asked", "right", "wrong"))
            sys.stdout.write(f"{language} {name}: {right} of {asked} told rightly, {wrong} as something else\n")
    return 0
