"""Days as they are told, held and printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.days import day_in, day_printed


@pytest.mark.parametrize(
    ("told", "held", "printed"),
    [
        ("2024-05-10", "2024-05-10", "2024年5月10日"),
        (" 2024 年 5 月 10 日 ", "2024-05-10", "2024年5月10日"),
        ("2024/5/1", "2024-05-01", "2024年5月1日"),
        ("２０２４.５", "2024-05", "2024年5月"),
        ("2024年5月", "2024-05", "2024年5月"),
    ],
)
def test_a_day_is_held_and_printed_one_way(told: str, held: str, printed: str) -> None:
    assert (day_in(told), day_printed(told)) == (held, printed)


@pytest.mark.parametrize("words", ["", "2024", "2024-02-30", "2024年13月", "年 月 日", "2024-05-10起", "0000-01-01"])
def test_what_is_no_day_stays_as_it_is(words: str) -> None:
    assert day_in(words) is None
    assert day_printed(words) == words


@given(st.dates(date(1000, 1, 1)))
def test_what_is_printed_is_read_back(day: date) -> None:
    assert day_in(day_printed(day.isoformat())) == day.isoformat()
