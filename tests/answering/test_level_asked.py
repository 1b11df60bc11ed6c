"""A level asked of a thing is answered by the level that stands with that thing, not with another."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over


@pytest.fixture(scope="module")
def lamp() -> Built:
    """A guideline nobody published."""
    return over(
        "灯塔实践基地管理办法",
        "第一条 灯塔实践基地的联合申报单位可包括示范企业（省级以上）、园区、行业协会、地方（地市级以上）服务中心。",
        "第二条 对考核优秀的园区，优先推荐申报省级、国家级灯塔实践基地。",
    )


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔实践基地的示范企业必须是省级以上的吗？", "yes"),
        ("灯塔实践基地的示范企业得是省级的吗？", "yes"),
        ("灯塔实践基地的示范企业必须是国家级的吗？", "no"),
        ("灯塔实践基地的示范企业可以是市级的吗？", "no"),
        ("灯塔实践基地的行业协会必须是地市级的吗？", "not_specified"),
        ("灯塔实践基地的园区必须是省级以上的吗？", "not_specified"),
        ("灯塔实践基地的园区可以是省级的吗？", "not_specified"),
    ],
)
def test_the_level_of_the_thing_itself_decides(lamp: Built, text: str, verdict: str) -> None:
    assert lamp.ask(text).verdict == verdict
