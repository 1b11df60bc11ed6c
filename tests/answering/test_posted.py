"""Papers sent on one day and come on another."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


def _mill(counts: str) -> Built:
    return over(
        "水磨工坊申报指南", "一、报送", f"（一）纸质材料须于2026年9月12日前寄送市水利局，{counts}。",
        "（二）电子材料发送至指定邮箱。", names=("水磨工坊",),
    )  # fmt: skip


BY_POSTMARK, BY_ARRIVAL = _mill("以邮戳日期为准"), _mill("以收到时间为准，不以邮戳为准")


@pytest.mark.parametrize(
    ("text", "postmark", "arrival"),
    [
        ("水磨工坊的纸质材料9月11日寄出，15日才到，算按时吗？", "yes", "no"),
        ("水磨工坊的材料我们9月8号寄的，9月11号送达，还有效吗？", "yes", "yes"),
        ("水磨工坊的纸质材料9月13日寄出，16日收到，行吗？", "no", "no"),
    ],
)
def test_the_day_that_the_document_counts_by_decides(text: str, postmark: str, arrival: str) -> None:
    assert (BY_POSTMARK.ask(text).verdict, BY_ARRIVAL.ask(text).verdict) == (postmark, arrival)


def test_nothing_is_said_where_the_document_does_not_say_what_counts() -> None:
    silent = _mill("一式三份")
    assert silent.ask("水磨工坊的纸质材料9月11日寄出，15日才到，算按时吗？").verdict != "yes"
