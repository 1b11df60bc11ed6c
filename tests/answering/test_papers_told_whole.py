"""Papers told as a whole list, windows by their end, and values that stand side by side for two."""

from __future__ import annotations

import pytest

from tests.answering.built import Built, over

TEXT = (
    "苔原气象科普馆评选通知",
    "一、名额",
    "（一）各林区推荐场馆不超过5家、讲师不超过2人；中央林场推荐场馆不超过9家、讲师不超过4人。",
    "（二）中央林场应设专人联络。",
    "二、填报",
    "（一）申报系统于2026年3月2日9:00开放，4月17日16:30关闭，资料室每日开放。",
    "（二）已获金苔奖的场馆，免于专家评分，直接进入复评。",
    "三、报送",
    "（一）场馆申报材料：1.申报表一式三份；2.场地证明复印件；3.讲解词样本。复印件须盖章。",
    "（二）林区管理局材料：1.推荐函1份；2.汇总表1份；3.现场核查表。",
    "联系人：周启，电话：0917-5550127",
)


@pytest.fixture(scope="module")
def museums() -> Built:
    return over(*TEXT, names=("苔原气象科普馆",))


def test_papers_that_stand_in_one_clause_are_told_whole(museums: Built) -> None:
    told = museums.ask("场馆申报苔原气象科普馆要交哪些材料？").answer

    assert "申报表" in told
    assert "讲解词样本" in told
    assert "推荐函" not in told


def test_papers_under_a_heading_of_their_own_are_told_whole() -> None:
    built = over(
        "雪线驿馆征集通知",
        "一、对象",
        "驿馆由乡镇申报。",
        "二、申报材料",
        "申请表一式两份；馆舍照片；消防合格证明复印件。",
        "三、其他",
        "材料涂改的，退回重报。",
        names=("雪线驿馆",),
    )
    told = built.ask("雪线驿馆要交哪些材料？").answer

    assert "馆舍照片" in told
    assert "消防合格证明" in told


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("苔原气象科普馆的申报系统哪天关闭？", "4月17日16:30", "3月2日"),
        ("苔原气象科普馆的申报系统哪天开放？", "3月2日9:00", "4月17日"),
    ],
)
def test_a_window_is_told_by_the_end_that_is_asked_for(museums: Built, asked: str, told: str, other: str) -> None:
    answer = museums.ask(asked).answer.split("：")[0]

    assert told in answer
    assert other not in answer


def test_the_quotas_of_two_are_told_side_by_side(museums: Built) -> None:
    told = museums.ask("苔原气象科普馆的推荐名额，普通林区和中央林场各是几家？").answer

    assert "5家" in told
    assert "9家" in told


def test_one_of_two_is_told_alone(museums: Built) -> None:
    assert "5家" not in museums.ask("苔原气象科普馆，中央林场能推荐几家场馆？").answer


def test_what_some_are_freed_of_is_no_value(museums: Built) -> None:
    assert museums.ask("苔原气象科普馆的专家评分满分多少？").abstained
