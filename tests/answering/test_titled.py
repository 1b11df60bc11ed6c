"""A run of the title only says which notice is meant: it weighs next to nothing beside what is asked of it."""

from __future__ import annotations

from assistant.answering.question.titled import told_by_title
from tests.answering.built import over

TITLE = "关于开展2026年度山区气象哨所改造提升工作的通知"
DOCUMENT = over(TITLE, "一、经费", "所需资金由市、县财政按6:4分担。", names=("气象哨所改造",))


def _weights(asked: str) -> dict[str, float]:
    frame = DOCUMENT.frame(asked)
    light = told_by_title(frame, [TITLE])
    return {t.words: round(t.weight / b.weight, 2) for t, b in zip(light.terms, frame.terms, strict=True) if b.weight}


def test_a_run_of_the_title_is_light_and_the_rest_keeps_its_weight() -> None:
    weights = _weights("年度山区气象哨所的资金怎么分担？")

    assert min(weights.values()) == 0.1
    assert weights["资金"] == 1.0


def test_a_short_run_or_a_year_says_nothing() -> None:
    assert set(_weights("2026年的资金怎么分担？").values()) == {1.0}
    assert set(_weights("哨所的资金怎么分担？").values()) == {1.0}
