"""Of a line that names several to be asked, the one that the question wants."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

TEXT = (
    "风车磨坊扶持申报指南",
    "一、申报条件",
    "磨坊应当满三年。",
    "二、联系方式",
    "申报咨询：市文化局非遗科褚云 0811-3301；市财政局会计科柳 荫 0811-3377（资金拨付）；申报系统运维 0811-3399。",
    "联系电话：022-60110044 13900112233传真：022-60110055",
)


@pytest.fixture(scope="module")
def mills() -> Built:
    return over(*TEXT, names=("风车磨坊",))


@pytest.mark.parametrize(
    ("asked", "told", "others"),
    [
        ("风车磨坊的事想问市财政局，打哪个电话？", "0811-3377", ("3301", "3399")),
        ("风车磨坊扶持资金拨付的问题找谁，电话多少？", "0811-3377", ("3301", "3399")),
        ("风车磨坊申报系统登不进去，打哪个电话？", "0811-3399", ("3301", "3377")),
        ("风车磨坊的联系人里姓柳的那位电话多少？", "0811-3377", ("3301", "3399")),
        ("风车磨坊的传真号码是多少？", "022-60110055", ("60110044", "3301")),
    ],
)
def test_the_contact_asked_for_is_told_alone(mills: Built, asked: str, told: str, others: tuple[str, ...]) -> None:
    answer = mills.ask(asked).answer

    assert told in answer
    assert not any(other in answer for other in others)


def test_where_nothing_tells_them_apart_the_line_is_told(mills: Built) -> None:
    answer = mills.ask("风车磨坊的联系电话是多少？").answer

    assert "022-60110044" in answer


def test_a_name_cut_off_by_the_line_end_still_tells_whose_number_it_is() -> None:
    text = (*TEXT[:4], "非遗科：褚云，电话：0811-3301；系统技术", "支持：甄谷，0811-3399（工作日）")

    answer = over(*text, names=("风车磨坊",)).ask("风车磨坊申报系统登不上，打哪个电话？").answer

    assert "0811-3399" in answer
    assert "3301" not in answer


def test_years_are_no_telephone_number(mills: Built) -> None:
    text = (*TEXT[:3], "建设期为2025-2028。", *TEXT[3:])

    assert "2025-2028" not in over(*text, names=("风车磨坊",)).ask("风车磨坊的联系电话是多少？").answer
