"""Who seals, what is certain, which of two ways is met, what a figure of the background decides."""

from __future__ import annotations

import pytest

from tests.answering.built import Ask, Built, over

LINES = (
    "灯塔书屋管理办法",
    "第一条 登记表由区县文化主管部门初审盖章。",
    "第二条 优先推荐藏书丰富的书屋参加市级展演，并视情安排巡讲。",
    "第三条 申请人需有连续举办读书沙龙的经历，或具备图书馆学专业背景。",
    "第四条 试运行期满须报送运行报告。",
    "第五条 书屋应于每年11月底前报送年度小结。",
    "第六条 馆长应当具有副研究馆员以上职称，或者具有省级领读人等级。",
    "第七条 牵头单位应当保证书屋有运营经费。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("灯塔书屋的登记表由财政局初审盖章，可以吗？", "no"),
        ("灯塔书屋藏书丰富就保证能参加市级展演吗？", "no"),
        ("我们没学过图书馆学专业，不过一直在连续举办读书沙龙，这算符合灯塔书屋的要求吗？", "yes"),
        ("灯塔书屋两年试运行期满，运行报告必须报送吗？", "yes"),
        ("灯塔书屋的年度小结等到明年1月再报行不行？", "no"),
    ],
)
def test_decided_by_the_clause_on_it(shelves: Built, text: str, verdict: str) -> None:
    assert shelves.ask(text).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋的馆长没有领读人等级，只有研究馆员助理职称，可以吗？",
        "我们没举办过读书沙龙，不过一直在办画展，算符合灯塔书屋的要求吗？",
        "灯塔书屋的登记表让申请人自己盖章就可以吗？",
        "灯塔书屋藏书丰富，巡讲就人人都有吗？",
        "灯塔书屋两年的运行报告必须装订成册吗？",
    ],
)
def test_near_misses_get_no_yes(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "yes"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋的登记表由文化主管部门初审盖章，可以吗？",
        "灯塔书屋的年度小结10月再报行不行？",
        "灯塔书屋的牵头单位要保证有运营经费吗？",
    ],
)
def test_what_the_clause_says_is_not_denied(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "no"


def test_some_in_the_background_asks_for_no_number(ask: Ask) -> None:
    text = "我们平时和几所高校有来往，能不能牵头申报专精特新产业学院？"
    assert ask(text).verdict is not None


@pytest.mark.parametrize(("place", "verdict"), [("福建", "no"), ("嘉兴", "conditional")])
def test_a_province_that_is_named_bounds_the_partners(ask: Ask, place: str, verdict: str) -> None:
    assert ask(f"{place}的企业能不能作为共同申报单位参加市域产教联合体？").verdict == verdict
