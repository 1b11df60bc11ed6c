"""Fact sheets out of JSON: exact values, and one sentence on everything that cannot stand in a form."""

from __future__ import annotations

import json
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.draft_told import facts_of
from assistant.drafting.facts import FactSheet, Figure, Person, Shared, Told, UnitFact
from assistant.drafting.facts_read import sheet_of
from assistant.errors import InputError


def test_a_whole_sheet_is_read() -> None:
    sheet = facts_of(
        """{"units": [{"name": "甲", "role": "牵头", "kind": "高职院校"}, {"name": "乙"}],
        "people": [{"name": "王某", "role": "负责人"}],
        "figures": [{"name": "课程", "unit": "门", "years": {"2024": 12.50, "2025": "7"}}, {"name": "工位", "value": 3}],
        "foundations": ["已有基础。", {"text": " 设理事会。\\r\\n", "about": "组织机构"}],
        "plans": [], "short_forms": {"AI": "人工智能"},
        "shared": {"platform.name": "丙", "budget.total": {"2024": 1, "2025": 2}},
        "forms": {"f": {"1.a": "x", "1.b": ["2"], "rows": [{"name": "丁", "n": 2}]}}}""".encode()
    )
    assert sheet.units == (UnitFact("甲", "lead", "高职院校"), UnitFact("乙", "member"))
    assert sheet.people == (Person("王某", "负责人"),)
    assert sheet.figures[0] == Figure("课程", "门", ((2024, Decimal("12.50")), (2025, Decimal(7))))
    assert str(sheet.figures[0].of(2024)) == "12.50"
    assert sheet.figures[1].of(None) == 3
    assert sheet.foundations == (Told("已有基础。"), Told("设理事会。", "组织机构"))
    assert sheet.shared[1:] == (Shared("budget.total", Decimal(1), 2024), Shared("budget.total", Decimal(2), 2025))
    filled = sheet.filled("f")
    assert filled.value("1.a") == "x"
    assert filled.value("1.b") == ("2",)
    assert filled.value("rows.1.n") == 2
    assert filled.value("rows.2.n") is None
    assert filled.value("rows.0.n") is None
    assert sheet.filled("other").values == ()
    assert facts_of(b"{}") == FactSheet()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([], "JSON 对象"),
        ({"unit": []}, "unit"),
        ({"units": {}}, "units 须是列表"),
        ({"units": [{"role": "lead"}]}, "units[0].name"),
        ({"units": [{"name": " "}]}, "不能为空"),
        ({"units": [{"name": "甲", "role": "boss"}]}, "牵头"),
        ({"units": [{"name": 3}]}, "文字"),
        ({"people": [{"name": "甲", "age": 3}]}, "age"),
        ({"figures": [{"name": "甲"}]}, "years"),
        ({"figures": [{"name": "甲", "value": 1, "years": {"2024": 1}}]}, "years"),
        ({"figures": [{"name": "甲", "years": {}}]}, "不能为空"),
        ({"figures": [{"name": "甲", "value": True}]}, "须是数字"),
        ({"figures": [{"name": "甲", "value": None}]}, "须是数字"),
        ({"figures": [{"name": "甲", "value": "1e3"}]}, "须是数字"),
        ({"figures": [{"name": "甲", "value": 10**30}]}, "须是数字"),
        ({"figures": [{"name": "甲", "years": {"二〇二四": 1}}]}, "四位数"),
        ({"figures": [{"name": "甲", "years": {"２０２４": 1}}]}, "四位数"),
        ({"plans": [{"text": None}]}, "plans[0].text"),
        ({"plans": ["a\ud800"]}, "代理字符"),
        ({"plans": ["a\u0000b"]}, "U+0000"),
        ({"plans": ["a\u202eb"]}, "U+202E"),
        ({"plans": ["x" * 20_001]}, "太长"),
        ({"plans": ["x\n" * 1000 + "x"]}, "1001 行"),
        ({"plans": ["x"] * 301}, "301 行"),
        ({"shared": {"k": {"24": 1}}}, "四位数"),
        ({"forms": {"f": {"rows": [{"a": 1}] * 1000}}}, "1000 行"),
        ({"forms": {"f": {"rows": [{"a": {"b": 1}}]}}}, "须是数字"),
        ({"forms": []}, "JSON 对象"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_sentence(facts: Any, said: str) -> None:
    with pytest.raises(InputError) as error:
        facts_of(json.dumps(facts).encode())
    assert said in error.value.zh
    for sentence in (error.value.zh, error.value.en):
        assert "\n" not in sentence
        assert len(sentence) < 400
        assert not any(0xD800 <= ord(char) < 0xE000 for char in sentence)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[NaN]", b'{"figures": [{"name": "a", "value": 1e999999999}]}'])
def test_what_is_no_json_is_told_in_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError):
        facts_of(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["units", "people", "figures", "plans", "shared", "forms", "name", "text", "years", "2024"]) | st.text(max_size=4),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_any_json_gives_a_sheet_or_one_sentence(value: Any) -> None:
    with suppress(InputError):
        assert isinstance(sheet_of(value), FactSheet)
