"""What plain questions are told by: made from the wordings, measured on questions that nothing was made from."""

from __future__ import annotations

from math import log
from pathlib import Path

import pytest

from evals import plain_means
from evals.__main__ import main
from evals.plain_means import MEANS, UNSEEN, WORDINGS, learn, scores, wordings, written


def _bare(path: Path) -> set[str]:
    told = (w for by_language in wordings(path).values() for of_one in by_language.values() for w in of_one)
    return {w.lower().strip("？?。 ") for w in told}


def test_the_means_are_those_of_the_wordings() -> None:
    assert MEANS.read_text("utf-8") == written(learn(wordings(WORDINGS)))


def test_nothing_was_learned_from_what_is_measured() -> None:
    learned, unseen = _bare(WORDINGS), _bare(UNSEEN)
    assert (len(unseen), unseen & learned) == (402, set())


def test_plain_questions_nobody_learned_from_are_told() -> None:
    made = list(scores(wordings(UNSEEN)))
    plain = [s for s in made if s.facet != "other"]
    assert sum(s.right for s in plain) >= 0.8 * sum(s.asked for s in plain)
    assert sum(s.wrong for s in made) <= 2


def test_a_mean_holds_what_its_wordings_share() -> None:
    rows = learn({"colour": {"zh": ["什么颜色", "啥颜色"]}, "size": {"zh": ["多大"]}})
    weight, means = rows["颜色"]
    assert (weight, set(means)) == (round(log(1 + 3 / 2) ** 1.5, 2), {"colour"})
    assert rows["多大"][1].keys() == {"size"}


def test_the_command_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plain"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in said] == ["zh plain", "zh other", "en plain", "en other"]
    assert said[1].startswith("zh other: 60 of 60 told rightly")


def test_writing_learns_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "means.tsv"
    monkeypatch.setattr(plain_means, "MEANS", made)
    assert main(["plain", "--write"]) == 0
    assert made.read_text("utf-8") == MEANS.read_text("utf-8")
