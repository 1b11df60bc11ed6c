"""Every drafting case passes, and the grader sees what it must see."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assistant.service import Assistant, Opened
from evals.draft_run import DRAFTS
from evals.drafting import Case, grade, lines, load
from evals.errors import EvalError
from tests.drafting.test_checking import law
from tests.drafting.test_corpus_forms import held

KINDS = {
    "missing",
    "empty",
    "contradictory",
    "overlong",
    "injected",
    "figures",
    "inherited",
    "unlimited",
    "mixed",
    "input",
    "unnamed",
}
COMMUNITY = "community-recommendation"


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    nobody: Any = None
    opened = Opened("d", tuple(law().guidelines), (), nobody, nobody, nobody, tuple(law().cards), held)
    return Assistant(opened, lambda opened: opened)


def test_there_are_enough_of_each_kind() -> None:
    cases = load(sorted(DRAFTS.glob("*.jsonl")))
    assert len(cases) >= 60
    assert {case.kind for case in cases} == KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_case_passes(kind: str, assistant: Assistant) -> None:
    graded = [grade(case, assistant) for case in load([DRAFTS / f"{kind}.jsonl"])]
    assert [wrong for one in graded for wrong in (one.case.id, *one.wrong) if one.wrong] == []
    total = sum((one.counts for one in graded), Counter[str]())
    assert (total["unsupported"], total["cut"]) == (0, 0)
    assert total["within"] == total["limited"]


def test_the_grader_sees_what_is_wrong(assistant: Assistant) -> None:
    facts = {"plans": [{"about": "建设目标", "text": "到2026年建成。"}]}

    def wrong(**expect: Any) -> tuple[str, ...]:
        return grade(Case("c", "k", COMMUNITY, "3", facts, expect), assistant).wrong

    assert wrong() == ()
    assert wrong(has=["没有的话"]) == ("lacks '没有的话'",)
    assert wrong(has_not=["建成"]) == ("has '建成'",)
    assert wrong(covered=["组织实施"]) == ("组织实施 is False, not True",)
    assert wrong(limit=600) == ("limit 500, not 600",)
    assert wrong(marks=["建设目标"]) == ("no mark for 建设目标",)
    assert wrong(warns=[{"has": "x"}])[0].startswith("no warning")
    assert wrong(error="x") == ("no error that says x",)
    refused = grade(Case("c", "k", "nope", "3", facts, {}), assistant)
    assert refused.wrong[0].startswith("refused")
    assert lines([refused])[-1].startswith("c: refused")


def test_a_malformed_case_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    for line in (
        "{",
        '{"id": "a"}',
        '{"id": "a", "kind": "k", "form": "f", "field": null, "facts": {}, "expect": {"is": 1}}',
    ):
        path.write_text(line, "utf-8")
        with pytest.raises(EvalError):
            load([path])
