"""Places, what lies in what, and the words for elsewhere."""

from __future__ import annotations

import pytest

from assistant.programmes.regions import regions

REGIONS = regions()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("杭州市域产教联合体", ("杭州",)),
        ("浙江省杭州市", ("浙江", "杭州")),
        ("宁波的学校和绍兴的园区", ("宁波", "绍兴")),
        ("杭州、杭州、温州", ("杭州", "温州")),
        ("A college from Ningbo and one from Xi'an", ("宁波", "西安")),
        ("hangzhou", ("杭州",)),
        ("职业院校", ()),
        ("", ()),
    ],
)
def test_places(text: str, expected: tuple[str, ...]) -> None:
    assert REGIONS.places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("外省的学校能报吗", "elsewhere"),
        ("跨市的企业", "elsewhere"),
        ("a company from another city", "elsewhere"),
        ("境外高校", "abroad"),
        ("overseas partners", "abroad"),
        ("外省或者国外的学校", "abroad"),
        ("本市的学校", ""),
        ("", ""),
    ],
)
def test_elsewhere(text: str, expected: str) -> None:
    assert REGIONS.outside(text) == expected


@pytest.mark.parametrize(
    ("place", "region", "expected"),
    [
        ("杭州", "杭州", True),
        ("杭州", "浙江", True),
        ("宁波", "浙江", True),
        ("宁波", "杭州", False),
        ("浙江", "杭州", False),
        ("南京", "浙江", False),
        ("上海", "上海", True),
        ("火星", "浙江", False),
        ("火星", "火星", True),
    ],
)
def test_within(place: str, region: str, expected: bool) -> None:
    assert REGIONS.within(place, region) is expected
