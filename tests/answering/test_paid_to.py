"""Whom the money goes to, and when, is not whom to ring."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def built() -> Built:
    return over(
        "一、资助标准为每个工坊6万元。公布后发放八成，验收合格后发放两成。资助发放至匠人本人账户。",
        "二、连续两年未开展带徒的，取消资格。",
        "三、申请书每项不超过500字，另附图样。",
        "联系人：市文旅局 钟晚 0999-5550111",
    )


def test_whom_the_money_goes_to(built: Built) -> None:
    made = built.ask("灯塔实践基地的资助打给谁？")
    assert "匠人本人账户" in made.answer
    assert "钟晚" not in made.answer


@pytest.mark.parametrize("question", ["灯塔实践基地申请书有不懂的打给谁？", "灯塔实践基地资助的问题打给谁？"])
def test_whom_to_ring(built: Built, question: str) -> None:
    assert "钟晚" in built.ask(question).answer


@pytest.mark.parametrize(
    "question", ["灯塔实践基地的资助公布后几个月之内打到账上？", "灯塔实践基地的图样最多不能超过多少页？"]
)
def test_no_figure_of_another_kind(built: Built, question: str) -> None:
    assert built.ask(question).outcome == "not_specified"
