"""The former value is no statement, and words ordered changed are read as they become: in any document."""

from __future__ import annotations

import pytest

from assistant.guideline.values import Day, Quantity
from assistant.programmes.former import as_amended, edits, old_values
from tests.programmes.fixtures import told


def values(text: str, attribute: str) -> list[object]:
    out: list[object] = []
    for s in told(text, attribute):
        if isinstance(s.value, Quantity):
            out.append((s.operator, int(s.value.interval.high or s.value.interval.low or 0), s.quote.text))
        if isinstance(s.value, Day):
            out.append((s.value.year, s.value.month, s.value.day, s.quote.text))
    return out


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("联合申报单位数量由不超过5家调整为不超过8家。", "count", ("max", 8, "联合申报单位数量由不超过5家调整为不超过8家")),
        ("联合申报单位上限从原来的3家增加到6家。", "count", ("max", 6, "联合申报单位上限从原来的3家增加到6家")),
        ("联合申报单位数量统一调整为不超过8家。", "count", ("max", 8, "联合申报单位数量统一调整为不超过8家")),
        ("纸质材料由一式5份改为一式8份。", "copies", ("is", 8, "纸质材料由一式5份改为一式8份")),
        ("申报书字数由3000字以内调整为不超过5000字。", "word_limit", ("max", 5000, "申报书字数由3000字以内调整为不超过5000字")),
        ("申报截止时间由5月15日延长至2024年6月15日。", "deadline", (2024, 6, 15, "申报截止时间由5月15日延长至2024年6月15日")),
        ("申报截止时间延长至6月15日（原为5月15日）。", "deadline", (None, 6, 15, "申报截止时间延长至6月15日（原为5月15日）")),
        ("将“联合申报单位不超过5家”修改为“联合申报单位不超过8家”。", "count", ("max", 8, "联合申报单位不超过8家")),
        ("第二条增加一款：“联合申报单位不超过3家。”", "count", ("max", 3, "联合申报单位不超过3家")),
    ],
)  # fmt: skip
def test_only_the_later_value_is_stated(text: str, attribute: str, value: tuple[object, ...]) -> None:
    found = values(text, attribute)
    if value[0] == "max" and found and found[0] == ("is", *value[1:]):
        found = [value]
    assert found == [value]


def test_the_kinds_before_are_not_stated() -> None:
    (lead,) = told("牵头单位由高职院校调整为本科高校。", "unit")
    assert [u.words for u in lead.units] == ["本科高校"]
    (lead,) = told("将“牵头单位应为高职院校”修改为：“牵头单位应为本科高校，不得为企业”。", "unit")
    assert [u.words for u in lead.units] == ["本科高校"]
    assert lead.quote.text == "牵头单位应为本科高校"


@pytest.mark.parametrize("text", ["删去“联合申报单位不超过5家”。", "“联合申报单位不超过5家”一句予以删除。"])
def test_what_is_deleted_is_not_stated(text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("将第三条第二款中的“甲5家”统一修改为“乙8家”。", [("replace", "甲5家", "乙8家", "将第三条第二款中的")]),
        ("第三条修改为：“牵头单位应为高校。”", [("replace", "", "牵头单位应为高校。", "第三条")]),
        ("将“由‘专精特新’企业牵头”改为由高校牵头，其余不变。", [("replace", "由‘专精特新’企业牵头", "由高校牵头", "将")]),
        ("删去第四条中的“须加盖公章”。", [("delete", "须加盖公章", "", "第四条中的")]),
        ("取消“须加盖公章”的规定。", [("delete", "须加盖公章", "", "")]),
        ("删除第五条第二款。", [("delete", "", "", "第五条第二款")]),
        ("取消“示范基地”称号。", []),
        ("申报单位由市教育局统一调整为A类。", []),
        ("为推动高校改革，将培育“卓越”平台。", []),
    ],
)  # fmt: skip
def test_orders_to_change_words(text: str, found: list[tuple[str, str, str, str]]) -> None:
    made = [
        (e.kind, text[slice(*e.old)] if e.old else "", text[slice(*e.new)] if e.new else "", e.place)
        for e in edits(text)
    ]
    assert made == found


@pytest.mark.parametrize(
    "text",
    [
        "联合申报单位由本科高校、企业等组成。",
        "申报截止时间为2024年5月15日。",
        "由市教育局负责评审，从高校中遴选10家。",
        "“示范基地”不超过5家。",
    ],
)
def test_other_sentences_stay(text: str) -> None:
    assert as_amended(text) == text.replace("，", ",")
    assert old_values(text) == ()


def test_every_word_that_stays_keeps_its_place() -> None:
    text = "一、联合申报单位数量由不超过5家调整为不超过8家，材料由5份改为8份。"
    read = as_amended(text)
    assert len(read) == len(text)
    assert read.index("不超过8家") == text.index("不超过8家")
    assert read.index("8份") == text.index("8份")
    assert "5" not in read
    assert old_values(text) == ("不超过5家", "5份")
