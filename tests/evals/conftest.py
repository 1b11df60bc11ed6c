"""A small source, a case and a reply over it, each changed by the test that needs it otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evals.cases import Case, Gold
from evals.reply import Cited, Reply
from evals.sources import Sources, source

RULES = "第一条 牵头单位为本科院校。\n第二条 企业注册时间不少于\n 3 年。\n第三条 联合单位不超过 5 家。\n"
OTHER = "第一条 牵头单位为产业园区，经营满 8 年。\n"


@pytest.fixture
def sources() -> Sources:
    """Two documents: "rules" and "other"."""
    return Sources({"rules": source("rules", RULES), "other": source("other", OTHER)})


@pytest.fixture
def make_case() -> Callable[..., Case]:
    """Makes a valid case about the age of a company."""

    def make(**changes: Any) -> Case:
        usual: dict[str, Any] = {
            "id": "t-1", "question": "企业要注册满几年？", "lang": "zh", "asker": "caller", "kind": "number",
            "family": "age", "programmes": (), "history": (), "verdict": None, "verdict_alt": (),
            "must_include": (("3年", "三年"),), "must_not_include": (),
            "gold": (Gold("rules", "企业注册时间不少于3年"),), "note": "", "suite": "t",
        }  # fmt: skip
        return Case(**usual | changes)

    return make


@pytest.fixture
def make_reply() -> Callable[..., Reply]:
    """Makes a reply that meets every criterion of the usual case."""

    def make(**changes: Any) -> Reply:
        start = RULES.index("企业")
        quote = RULES[start : RULES.index("年。") + 1]
        usual: dict[str, Any] = {
            "answer": "至少 3 年。",
            "citations": (Cited("rules", "企业注册时间不少于3年", quote, start, start + len(quote)),),
        }
        return Reply(**usual | changes)

    return make
