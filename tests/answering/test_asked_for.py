"""What a question asks for: the act behind "谁负责", a measure by its noun, what a document lays down and not what it is for."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "灯塔书屋管理办法",
    "第一条 为贯彻落实全民阅读要求，推动学校、企业、街道等面向读者开展服务，制定本办法。",
    "第二条 为丰富群众生活，促进学校、企业、街道合作，拟面向中小学校和社区认定一批灯塔书屋。",
    "第三条 市文化馆负责灯塔书屋的组织实施，督促街道、社区负责人落实责任。",
    "第四条 本办法由市图书馆起草并解释。",
    "第五条 书屋与捐赠单位应具有2年以上合作基础，书架由捐赠单位提供。",
    "第六条 少儿图书占馆藏比例不低于30%，每季度更新一次目录。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    "text", ["灯塔书屋的办法由谁负责解释？", "灯塔书屋的办法谁来负责解释？", "灯塔书屋的办法由谁解释？"]
)
def test_who_is_charged_with_an_act_is_asked_by_the_act(shelves: Built, text: str) -> None:
    assert shelves.ask(text).answer == "第四条 本办法由市图书馆起草并解释"


def test_who_is_in_charge_of_the_whole_is_still_told(shelves: Built) -> None:
    assert "市文化馆负责" in shelves.ask("灯塔书屋由谁负责？").answer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("灯塔书屋的合作年限多少？", "2年以上"),
        ("灯塔书屋的开办年限、合作年限分别要几年？", "2年以上"),
        ("灯塔书屋的少儿图书占比要多少？", "不低于30%"),
    ],
)
def test_a_measure_is_asked_for_by_its_noun(shelves: Built, text: str, told: str) -> None:
    assert told in shelves.ask(text).answer


def test_what_is_laid_down_is_told_before_what_it_is_for(shelves: Built) -> None:
    answer = shelves.ask("灯塔书屋面向谁？").answer
    assert "拟面向中小学校和社区认定" in answer
    assert "全民阅读" not in answer
