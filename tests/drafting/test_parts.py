"""Texts are shortened by whole sentences only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.count import words
from assistant.drafting.parts import Part, Shortened, rendered, shortened
from assistant.drafting.pieces import Piece

SENTENCE = st.text("产教融合人才培养12，", min_size=1, max_size=20).map(lambda text: f"{text}。")
PIECE = st.builds(Piece, SENTENCE, keep=st.integers(1, 3), tells=st.booleans())
PART = st.builds(
    Part,
    st.sampled_from(["", "（一）目标。"]),
    st.lists(PIECE, max_size=5).map(tuple),
    st.sampled_from(["", "目标", "组织实施"]),
)


def within(most: int):  # type: ignore[no-untyped-def]
    return lambda parts: words(rendered(parts)) <= most


@given(st.lists(PART, max_size=5).map(tuple), st.integers(12, 200))
def test_what_is_left_fits_and_is_whole(parts: tuple[Part, ...], most: int) -> None:
    made = shortened(parts, within(most))
    assert words(rendered(made.parts)) <= most
    told = [piece.text for part in parts for piece in part.pieces]
    left = [piece.text for part in made.parts for piece in part.pieces]
    assert sorted([*left, *made.dropped]) == sorted(told) or len(made.parts) < len(parts)
    assert all(sentence in told for sentence in [*left, *made.dropped])


def test_nothing_goes_where_all_fits() -> None:
    parts = (Part("", (Piece("甲。"), Piece("乙。"))),)
    assert shortened(parts, within(4)) == Shortened(parts, ())


def test_the_least_of_the_longest_goes_first_and_a_part_keeps_its_last() -> None:
    parts = (
        Part("一。", (Piece("重要的话。", keep=2), Piece("次要的话。", keep=1)), "甲"),
        Part("二。", (Piece("另一句话。"),), "乙"),
    )
    made = shortened(parts, within(16))
    assert made.dropped == ("次要的话。",)
    assert rendered(made.parts) == "一。重要的话。\n二。另一句话。"


def test_a_sentence_that_alone_is_too_long_goes_and_is_marked() -> None:
    parts = (Part("", (Piece("长" * 60 + "。"), Piece("短句。")), "目标"),)
    made = shortened(parts, within(20))
    assert made.dropped == ("长" * 60 + "。",)
    assert rendered(made.parts) == "短句。"
    assert rendered(shortened((Part("", (Piece("长" * 60 + "。"),), "目标"),), within(20)).parts) == "【待补充：目标】"


def test_what_tells_nothing_of_its_element_leaves_the_mark() -> None:
    assert Part("（一）组织实施。", (Piece("由甲牵头。", tells=False),), "组织实施").text == (
        "（一）组织实施。由甲牵头。【待补充：组织实施】"
    )
    assert Part("（一）组织实施。", ()).text == ""
