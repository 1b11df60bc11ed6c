"""Numbers as people write them in a box."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.precheck.amounts import Amount, amount_of, other_unit, tells_number


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("12", Amount(Decimal(12))),
        ("1,200", Amount(Decimal(1200))),
        ("１２００", Amount(Decimal(1200))),
        ("12.50万元", Amount(Decimal("12.50"), "万元")),
        ("8 人", Amount(Decimal(8), "人")),
        ("共8人", Amount(Decimal(8), "人")),
        ("约300", Amount(Decimal(300), "", exact=False)),
        ("300余人", Amount(Decimal(300), "人", exact=False)),
        ("300人以上", Amount(Decimal(300), "人", exact=False)),
        ("无", Amount(Decimal(0))),
        ("/", Amount(Decimal(0))),
        ("-3", Amount(Decimal(-3))),
        ("三百", None),
        ("2024年5月", None),
        ("见附表", None),
        ("12,34", None),
    ],
)
def test_what_a_number_is(written: str, amount: Amount | None) -> None:
    assert amount_of(written) == amount


def test_values_of_other_kinds() -> None:
    assert amount_of(Decimal("1.5")) == Amount(Decimal("1.5"))
    assert amount_of(("1",)) is None
    assert not tells_number("若干")
    assert tells_number("三百")


@pytest.mark.parametrize(
    ("written", "wanted", "other"),
    [("万元", "万元", False), ("亿元", "万元", True), ("平方米", "m²", False), ("亩", "平方米", True), ("间", "m²", True),
     ("万元", "项", True), ("名", "人", False), ("", "万元", False), ("家", "", False)],
)  # fmt: skip
def test_other_units(written: str, wanted: str, other: bool) -> None:
    assert other_unit(written, wanted) is other
