"""The place that a document comes from, told before the programme's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answering.built import Built, over_notices

NOTICE = (
    "溪桥市民政局\n"
    "关于申报“暖灯小铺”项目的通知\n"
    "各有关单位：\n"
    "一、申报要求\n"
    "（一）暖灯小铺由社区合作社牵头申报。\n"
    "（二）每个小铺应当购买火灾保险，并配备1名巡夜员。\n"
    "溪桥市民政局\n2026年5月6日\n"
)
OTHER = (
    "石坞市民政局\n"
    "关于申报“石坞茶摊”项目的通知\n"
    "各有关单位：\n"
    "一、申报要求\n"
    "茶摊由街道牵头申报，不得售卖烟酒。\n"
    "石坞市民政局\n2026年5月6日\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return over_notices(Path(tmp_path_factory.mktemp("homes")), lamp=NOTICE, tea=OTHER)


@pytest.mark.parametrize(
    "text", ["溪桥暖灯小铺要配备巡夜员吗？", "溪桥的暖灯小铺必须购买火灾保险吗？", "溪桥市暖灯小铺要购买火灾保险吗？"]
)
def test_the_place_of_the_issuer_only_names_the_programme(built: Built, text: str) -> None:
    assert built.ask(text).verdict == "yes"


@pytest.mark.parametrize(
    "text", ["石坞暖灯小铺要配备巡夜员吗？", "溪桥暖灯小铺要配备厨师吗？", "溪桥暖灯小铺可以不购买火灾保险吗？"]
)
def test_another_place_and_another_thing_still_weigh(built: Built, text: str) -> None:
    assert built.ask(text).verdict != "yes"


def test_a_place_whose_name_ends_like_a_kind_of_place_is_a_place(tmp_path: Path) -> None:
    built = over_notices(tmp_path, lamp=NOTICE.replace("溪桥", "浔州"))
    assert built.ask("浔州暖灯小铺要配备巡夜员吗？").verdict == "yes"
