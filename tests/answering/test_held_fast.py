"""What a sentence that eases one thing holds fast beside it."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

NOTICE = (
    "灯塔实践基地申报通知",
    "一、条件",
    "（一）户数不少于300户，器具普及率不低于90％，且一户一表安装到位。",
    "（二）老旧小区户数可以放宽至150户，器具普及率可以放宽至75％，但一户一表不得放宽。",
    "（三）山区县企业总分可放宽至75分，得分率要求不变。",
)


@pytest.fixture(scope="module")
def notice() -> Built:
    return over(*NOTICE)


@pytest.mark.parametrize(
    "text",
    [
        "老旧小区还没装一户一表，能通融吗",
        "老旧小区160户，还有三十户没装一户一表，能报吗",
        "老旧小区的一户一表可以放宽吗",
        "山区县企业得分率不够，可以放宽吗",
    ],
)
def test_what_is_held_fast_is_not_eased(notice: Built, text: str) -> None:
    answer = notice.ask(text, programme="lighthouse")
    assert answer.verdict == "no", answer.answer


def test_what_is_eased_stays_eased(notice: Built) -> None:
    assert notice.ask("老旧小区只有160户，能报吗", programme="lighthouse").verdict != "no"
    assert notice.ask("老旧小区户数可以放宽吗", programme="lighthouse").verdict != "no"
