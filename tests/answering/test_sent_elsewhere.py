"""English questions on the office that papers go to."""

from __future__ import annotations

import pytest

from tests.answering.built import over

DOCUMENT = over(
    "灯塔实践基地申报指南",
    "申报书经区发改部门初审盖章后报送至市发改委。",
    "基地应加强教育培训。",
    "教育培训人数（人）",
)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("Do the 灯塔实践基地 application forms go to the Education Bureau?", "no"),
        ("The 灯塔实践基地 application forms go to the Education Bureau, right?", "no"),
        ("The 灯塔实践基地 application forms are sent to Ms Ding at the Education Bureau, right?", "no"),
        ("Do the 灯塔实践基地 application forms go to the reform bureau?", "yes"),
        ("The 灯塔实践基地 training plans go to the Education Bureau, right?", "not_specified"),
    ],
)
def test_only_the_sentence_that_tells_where_papers_go_decides(asked: str, verdict: str) -> None:
    assert DOCUMENT.ask(asked).verdict == verdict
