"""The day of a document and those who issued it, however they are asked for; what a place gives beside another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answering.built import Built, over_corpus, over_notices

HARBOUR = """\
望州市海洋局等三部门关于开展船员实训基地认定工作的通知

各有关单位：

现就船员实训基地认定工作通知如下。

一、申报要求

（一）基地由航海职业学校申报，纸质材料一式七份。

（二）通过四年左右的努力，基地达到省内一流水平。

望州市海洋局

望州市教育局

望州市财政局

2026年6月3日
"""
BRIDGE = """\
石桥学会关于开展石桥工匠学校认定工作的通知

各有关单位：

现就石桥工匠学校认定工作通知如下。

一、申报要求

（一）石桥工匠学校由企业申报，纸质材料一式两份。

（二）利用6-9年时间建成石桥工匠学校。

石桥学会
2026年5月8日
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder: Path = tmp_path_factory.mktemp("two")
    return over_notices(folder, harbour=HARBOUR, bridge=BRIDGE)


@pytest.mark.parametrize("asked", ["哪天印的", "几号发的", "哪天下的", "什么时候印发的"])
def test_the_day_of_the_document(two: Built, asked: str) -> None:
    assert two.ask(f"船员实训基地的通知是{asked}？").answer == "2026年6月3日"


@pytest.mark.parametrize(
    "asked", ["船员实训基地的通知，“三部门”是哪三家？", "三部门那份船员实训基地的通知，都是哪三个部门？"]
)
def test_who_the_three_are(two: Built, asked: str) -> None:
    assert two.ask(asked).answer == "望州市海洋局、望州市教育局、望州市财政局"


def test_goals_set_in_years_are_compared(two: Built) -> None:
    told = two.ask("船员实训基地和石桥工匠学校，定的目标年限有什么不一样？").answer
    assert "四年" in told
    assert "6-9年" in told


def test_what_a_place_gives_is_set_beside_a_programme() -> None:
    told = over_corpus().ask("就业创业创新示范实践基地跟杭州的项目，年度总结分别几月交？").answer
    assert "12月底" in told
    assert "12月15日" in told
