"""Profiles in people's words: what is read exactly, and what is one clear sentence."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from assistant.errors import InputError
from assistant.guideline.values import Interval
from assistant.programmes.profile import Founded, Partner, Profile
from assistant.programmes.told import profile_of

TODAY = date(2026, 11, 20)


def read(**fields: Any) -> Profile:
    return profile_of(fields, TODAY)


def years(low: str | None, high: str | None, low_open: bool = False, high_open: bool = False) -> Interval:
    ends = (None if end is None else Fraction(end) for end in (low, high))
    return Interval(*ends, low_open, high_open)


def test_nothing_told_is_nothing_known() -> None:
    assert read() == Profile()
    assert read(unit="", region="", partners=None, age=None) == Profile()
    assert read(partners=[]).partners == ()


@pytest.mark.parametrize(
    ("words", "kind", "features"),
    [
        ("民办高职", "higher_vocational", {"ownership": "private"}),
        ("省级专精特新企业", "enterprise", {"designation": "srdi", "level": "province"}),
        ("专精特新企业（省级以上）", "enterprise", {"designation": "srdi", "level": "province"}),
        ("小巨人企业", "enterprise", {"designation": "little_giant", "level": "national"}),
        ("部属双一流大学", "regular_undergraduate", {"affiliation": "ministry"}),
        ("独立学院", "undergraduate", {"ownership": "private"}),
        ("无锡职业技术学院", "higher_vocational", {}),  # the 无 of a place denies nothing
        ("高新区的企业", "enterprise", {}),
        ("private university", "higher_ed", {"ownership": "private"}),
        ({"kind": "higher_ed", "affiliation": "ministry"}, "higher_ed", {"affiliation": "ministry"}),
        ({"kind": "高校", "affiliation": "部属"}, "higher_ed", {"affiliation": "ministry"}),
        ({"kind": "企业", "designation": "专精特新", "level": "省级"}, "enterprise",
         {"designation": "srdi", "level": "province"}),
    ],
)  # fmt: skip
def test_units(words: object, kind: str, features: dict[str, str]) -> None:
    unit = read(unit=words).unit
    assert unit is not None
    assert (unit.kind, dict(unit.features)) == (kind, features)


@pytest.mark.parametrize(
    ("words", "zh"),
    [
        ("公办民办高校", "unit 前后矛盾：“公办”和“民办”不能同时成立。"),
        ("公办独立学院", "unit 前后矛盾：“公办”和“民办”不能同时成立。"),
        ("民办部属高校", "unit 前后矛盾：“民办”和“部属”不能同时成立。"),
        ("高校，企业", "unit 前后矛盾：“高校”和“企业”不能同时成立。"),
        ("一所大学，是企业", "unit 前后矛盾：“高校”和“企业”不能同时成立。"),
        ("是企业的大学", "unit 前后矛盾：“企业”和“高校”不能同时成立。"),
        ("省级市级专精特新企业", "unit 前后矛盾：“省级”和“市级”不能同时成立。"),
        ({"kind": "高校", "designation": "专精特新"}, "unit 前后矛盾：“高校”和“专精特新企业”不能同时成立。"),
        ({"kind": "民办高校", "ownership": "公办"}, "unit 前后矛盾：“公办”和“民办”不能同时成立。"),
        ({"affiliation": "部属"}, "unit 缺少 kind（单位性质）。"),
        ({"kind": "高校", "colour": "red"}, "unit 中没有“colour”这一项。"),
        ({"kind": "高校", "level": "特级"}, "unit.level“特级”不是能识别的说法。"),
        (
            "非民办高校",
            "unit“非民办高校”含有否定，请直接写单位的性质，如“民办高职”。",
        ),
        (
            "火星基地",
            "unit“火星基地”不是能识别的单位性质，请写明是哪一类，如“民办高职”“产业园区”“省级专精特新企业”。",
        ),
        ("单位", "unit“单位”不是能识别的单位性质，请写明是哪一类，如“民办高职”“产业园区”“省级专精特新企业”。"),
        (5, "unit 须是文字。"),
        ("高" * 201, "unit 超过 200 个字符。"),
    ],
)
def test_units_that_cannot_be(words: object, zh: str) -> None:
    with pytest.raises(InputError) as caught:
        read(unit=words)
    assert caught.value.zh == zh
    assert caught.value.en.endswith(".")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("浙江省杭州市", "杭州"), ("杭州市余杭区", "杭州"), ("浙江宁波", "宁波"), ("浙江", "浙江"),
        ("外省", "elsewhere-province"), ("外市", "elsewhere"), ("香港", "abroad"), ("Hangzhou", "杭州"), ("", ""),
    ],
)  # fmt: skip
def test_places(words: str, place: str) -> None:
    assert read(region=words).region == place


@pytest.mark.parametrize("words", ["余杭区", "北京上海", 7])
def test_places_that_cannot_be(words: object) -> None:
    with pytest.raises(InputError):
        read(region=words)


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        (2, years("2", "2")), ("2", years("2", "2")), (1.5, years("3/2", "3/2")), ("成立1年半", years("3/2", "3/2")),
        ("18个月", years("3/2", "3/2")), ("不到两年", years("0", "2", high_open=True)), ("两年以上", years("2", None)),
        ("超过2年", years("2", None, low_open=True)), ("2年多", years("2", None, low_open=True)),
        ("3-5年", years("3", "5")), ("约2年", years("1", "3")), ("at least 2 years", years("2", None)),
    ],
)  # fmt: skip
def test_years(words: object, interval: Interval) -> None:
    assert read(age=words).age == interval
    assert read(cooperation=words).cooperation == interval


@pytest.mark.parametrize("words", [-1, "-1年", True, "老企业", "2年和3年", 1e300, float("nan"), []])
def test_years_that_cannot_be(words: object) -> None:
    with pytest.raises(InputError):
        read(age=words)


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("1/3", years("1/3", "1/3")), ("三分之一以上", years("1/3", None)), ("40%", years("2/5", "2/5")),
        (0.33, years("33/100", "33/100")), ("不足1/3", years("0", "1/3", high_open=True)), ("4/12", years("1/3", "1/3")),
    ],
)  # fmt: skip
def test_shares(words: object, interval: Interval) -> None:
    assert read(mentor_share=words).mentor_share == interval
    assert read(ratios={"女教师": words}).share("女教师") == interval


@pytest.mark.parametrize("words", ["120%", 1.2, -0.1, "很多", False])
def test_shares_that_cannot_be(words: object) -> None:
    with pytest.raises(InputError):
        read(mentor_share=words)


def test_a_share_of_mentors_is_found_by_the_clauses_subject() -> None:
    told = read(mentor_share="1/2", ratios={"企业导师占比": "1/4"})
    assert told.share("企业导师占比") == years("1/4", "1/4")
    assert told.share("校外导师的比例") == years("1/2", "1/2")
    assert told.share("博士占比") is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (2024, date(2024, 1, 1), date(2024, 12, 31)),
        ("2024年", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024年5月", date(2024, 5, 1), date(2024, 5, 31)),
        ("2024-11-20", date(2024, 11, 20), date(2024, 11, 20)),
        ("去年", date(2025, 1, 1), date(2025, 12, 31)),
        ("今年", date(2026, 1, 1), TODAY),
    ],
)
def test_founding(words: object, first: date, last: date) -> None:
    assert read(founded=words).founded == Founded(first, last)


@pytest.mark.parametrize("words", [2030, "2026-11-21", "2024-02-30", "很久以前", "2020年或2021年", True])
def test_founding_that_cannot_be(words: object) -> None:
    with pytest.raises(InputError):
        read(founded=words)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (date(2024, 11, 20), Fraction(2)),
        (date(2024, 11, 21), 1 + Fraction(364, 365)),
        (date(2024, 11, 19), 2 + Fraction(1, 365)),
        (date(2024, 2, 29), 2 + Fraction(265, 365)),
        (TODAY, Fraction(0)),
    ],
)
def test_age_is_exact_to_the_day(born: date, age: Fraction) -> None:
    assert Founded(born, born).age(TODAY) == Interval(age, age)


def test_age_and_founding_must_agree() -> None:
    assert read(age="2年以上", founded=2023).age == years("2", None)
    with pytest.raises(InputError, match="do not agree"):
        read(age=5, founded=2025)


def test_partners() -> None:
    told = read(partners=["产业园区", {"unit": "省级专精特新企业", "age": 3, "region": "宁波", "count": "2家"}, {}])
    park, enterprises, unknown = told.partners or ()
    assert (park.unit and park.unit.kind, park.count) == ("park", 1)
    assert (enterprises.age, enterprises.region, enterprises.count) == (years("3", "3"), "宁波", 2)
    assert unknown == Partner()


@pytest.mark.parametrize(
    ("fields", "zh"),
    [
        ({"partners": -1}, "partners（联合申报单位）须是数组。"),
        ({"partners": [{"count": -1}]}, "partners[0].count“-1”须是 1 到 1000 的整数。"),
        ({"partners": [{"count": 0}]}, "partners[0].count“0”须是 1 到 1000 的整数。"),
        ({"partners": [{"count": 1.5}]}, "partners[0].count“1.5”须是 1 到 1000 的整数。"),
        ({"partners": [7]}, "partners[0] 须是文字或对象。"),
        ({"partners": ["企业"] * 21}, "partners 最多 20 项。"),
        ({"partners": [{"unit": "公办民办高校"}]}, "partners[0].unit 前后矛盾：“公办”和“民办”不能同时成立。"),
        ({"submitting": 0}, "submitting“0”须是 1 到 1000 的整数。"),
        ({"role": "boss"}, "role“boss”须是 lead（牵头）或 joint（联合申报）。"),
        ({"legal_person": 0}, "legal_person“0”须是“是”或“否”。"),
        ({"answers": {"a": 3}}, "answers.a“3”须是“是”或“否”。"),
        ({"answers": []}, "answers（逐条答复）须是对象，最多 200 项。"),
        ({"ratios": []}, "ratios（比例）须是对象，最多 20 项。"),
    ],
)
def test_one_clear_sentence(fields: dict[str, Any], zh: str) -> None:
    with pytest.raises(InputError) as caught:
        profile_of(fields, TODAY)
    assert caught.value.zh == zh


def test_a_field_that_is_not_known_is_no_silence() -> None:
    with pytest.raises(InputError, match='There is no field "parners"'):
        read(parners=[])
    with pytest.raises(InputError, match="must be a JSON object"):
        profile_of([], TODAY)


def test_roles_and_answers() -> None:
    assert read(role="牵头").role == "lead"
    assert read(role="联合申报单位").role == "joint"
    told = read(answers={"a": "met", "b": "否", "c": True}, legal_person="是")
    assert [told.answer(name) for name in "abcd"] == ["met", "unmet", "met", None]
    assert told.legal_person is True
