"""Abbreviations in full at their first mention."""

from __future__ import annotations

import pytest

from assistant.drafting.short_forms import explained, introduced, unexplained

FULL = {"AI": "人工智能", "VR": "虚拟现实（Virtual Reality）", "联合体": "市域产教联合体"}


def test_the_first_mention_is_in_full_and_the_next_is_not() -> None:
    made = introduced("引入AI。AI与VR结合。", FULL, frozenset())
    assert made.text == "引入人工智能（AI）。AI与虚拟现实（Virtual Reality，VR）结合。"
    assert {"AI", "VR"} <= made.known
    assert introduced("AI平台。", FULL, made.known).text == "AI平台。"


def test_what_is_explained_already_stays() -> None:
    for text in ("人工智能（AI）平台", "AI（人工智能）平台", "人工智能（Artificial Intelligence，AI）平台"):
        assert explained(text, "AI")
        assert introduced(text, FULL, frozenset()).text == text


def test_a_longer_word_is_no_mention() -> None:
    assert introduced("OpenAI与AIGC", FULL, frozenset()).text == "OpenAI与AIGC"


@pytest.mark.parametrize(
    ("text", "found"),
    [("MES与PLC、MES", ("MES", "PLC")), ("A4纸5G网络iPhone", ()), ("第II期XX中心", ()), ("IoT平台", ("IoT",))],
)
def test_latin_abbreviations_are_found(text: str, found: tuple[str, ...]) -> None:
    assert unexplained(text) == found
