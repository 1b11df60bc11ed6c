"""What a sentence denies itself, a turn told as a number, and a figure told of one year."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋管理办法",
    "第一条 同一街道设立的书屋不超过3个。",
    "第二条 书屋的合办单位不超过4家。",
    "第三条 流动书车不占街道名额，不经社区推荐。",
    "第四条 每名馆员每年值班时间累计不少于50天。",
    "第五条 书屋的藏书应当每年清点。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋", "书屋"))


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("一个街道已经设立了三个灯塔书屋，还能再设第四个吗？", ("no",)),
        ("灯塔书屋已有四家合办单位，能再拉第五家吗？", ("no",)),
        ("灯塔书屋已有两家合办单位，能再拉第三家吗？", ("yes", "conditional", "not_specified")),
        ("灯塔书屋的流动书车占不占街道名额？", ("no",)),
        ("灯塔书屋的流动书车要不要经社区推荐？", ("no",)),
        ("灯塔书屋的藏书要不要清点？", ("yes",)),
        ("灯塔书屋每名馆员一年值班40天，够吗？", ("no",)),
    ],
)
def test_by_its_own_words(shelves: Built, text: str, verdicts: tuple[str, ...]) -> None:
    assert shelves.ask(text).verdict in verdicts
