"""Another way than a clause tells is a no: to one office for all, one filling in for all, paper sent over the net; what
is only preferred dooms nobody, and steps for what is told say nothing of what is to come."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

LINES = (
    "一、条件",
    "（一）申报单位须为法人实体。",
    "（二）作为联合申报单位的书店须具有独立法人资格，优先支持已与高校开展读书合作的单位。",
    "二、程序",
    "（一）牵头单位与联合单位分别填写登记表中相应部分。",
    "（二）东岸片区灯塔书屋的材料报送至市文化局，西岸片区灯塔书屋的材料报送至市旅游局。",
    "（三）请将电子版发送至指定邮箱，纸质版加盖公章后邮寄至指定地址。",
    "（四）评估不合格的限期整改，整改不通过的撤销认定资格。",
)


@pytest.fixture(scope="module")
def shelves() -> Built:
    return over(*LINES, names=("灯塔书屋",))


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋东岸和西岸片区的材料都报到市文化局，对吗？",
        "灯塔书屋的登记表全由牵头单位代填，可以吗？",
        "灯塔书屋的登记表都由牵头单位统一填写，对吗？",
        "灯塔书屋的材料电子版发邮箱、纸质版拍照上传，这样就行了吧？",
        "灯塔书屋的电子版刻盘邮寄，可以吗？",
        "灯塔书屋优先支持有读书合作的单位，说明没合作过的一定评不上，对吗？",
    ],
)
def test_another_way_is_denied(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict == "no"


@pytest.mark.parametrize(
    "text",
    [
        "灯塔书屋东岸片区的材料报到市文化局，对吗？",
        "灯塔书屋的登记表由各单位分别填写，对吗？",
        "灯塔书屋的登记表不能全由牵头单位代填，对吗？",
        "灯塔书屋的纸质版要邮寄吗？",
        "灯塔书屋的电子版发邮箱、纸质版邮寄，对吧？",
        "灯塔书屋没读书合作过的单位能参加吗？",
    ],
)
def test_the_way_that_is_told_is_not(shelves: Built, text: str) -> None:
    assert shelves.ask(text).verdict != "no"


def test_steps_for_what_is_told_say_nothing_of_what_is_to_come(shelves: Built) -> None:
    assert shelves.ask("灯塔书屋评估合格了，会自动再给3年吗？").verdict == "not_specified"
    assert shelves.ask("灯塔书屋评估不合格，会自动撤销吗？").verdict == "no"


def test_the_standing_of_another_role_is_not_the_one_told(shelves: Built) -> None:
    answer = shelves.ask("分部不是法人，直接用分部的名义去报灯塔书屋行吗？")
    assert answer.verdict == "no"
    assert "申报单位须为法人实体" in answer.citations[0].quote
