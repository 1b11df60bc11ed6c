"""A line that asks several things is cut into questions that can each be asked alone; what asks one thing is not."""

from __future__ import annotations

import pytest

from assistant.answering.question.several import several


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("渔民合作社能牵头吗，几号截止？", ("渔民合作社能牵头吗?", "几号截止?")),
        ("我们是渔民合作社，能牵头吗，几号截止？", ("我们是渔民合作社，能牵头吗?", "我们是渔民合作社，几号截止?")),
        ("能牵头吗，几号截止，我们是渔民合作社", ("我们是渔民合作社，能牵头吗?", "我们是渔民合作社，几号截止?")),
        ("如果船是租的，能报吗？要交几份？", ("如果船是租的，能报吗?", "如果船是租的，要交几份?")),
        ("渔民合作社可以牵头，对吧，那找谁问？", ("渔民合作社可以牵头,对吧?", "找谁问?")),
        ("渔民合作社能牵头吗，能报两艘吗？", ("渔民合作社能牵头吗?", "渔民合作社能报两艘吗?")),
        ("能延期吗几天", ("能延期吗?", "几天?")),
        (
            "May a co-op lead the lighthouse base, and by when must we apply?",
            ("May a co-op lead the lighthouse base?", "by when must we apply?"),
        ),
        (
            "We are a co-op. May we lead, and whom do we call?",
            ("We are a co-op. May we lead?", "We are a co-op. whom do we call?"),
        ),
    ],
)
def test_each_question_stands_alone(line: str, parts: tuple[str, ...]) -> None:
    assert tuple(p.text for p in several(line)) == parts


@pytest.mark.parametrize(
    "line",
    [
        "我们是渔民合作社，能牵头吗？",
        "如果船是租的，能报吗？",
        "由合作社牵头，还是由学校牵头？",
        "由合作社牵头还是由学校牵头？",
        "合作社可以牵头，对吧？",
        "船是租的，这样可以吗？",
        "听说合作社可以牵头，那我们能报吗？",
        "合作社能不能不找学校，自己牵头？",
        "灯塔基地呢，合作社能牵头吗？",
        "我们招了几个人，能不能报？",
        "我们什么船都有，能报吗？",
        "合作社能牵头吗，为什么？",
        "有没有字数限制，最多多少？",
        "能牵头吗（几号截止见通知，哪天都行）？",
        "Can a co-op that is small and is based on the island lead the base?",
        "If we rent the boat, can we apply?",
        "May we apply, when our boat is rented?",
        "Is it the postmark or the arrival that counts?",
    ],
)
def test_one_question_is_not_cut(line: str) -> None:
    assert several(line) == ()
