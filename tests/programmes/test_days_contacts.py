"""Dates and contacts as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guideline.values import Contact
from assistant.programmes.contacts import find_contacts
from assistant.programmes.days import find_days, find_quarters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("于 2024 年 5 月 15 日前报送", [(2024, 5, 15, True)]),
        ("2024-05-15", [(2024, 5, 15, False)]),
        ("5月15日", [(None, 5, 15, False)]),
        ("在每年 12 月底之前", [(None, 12, None, True)]),
        ("二〇二四年五月十五日", [(2024, 5, 15, False)]),
        ("２０２６年３月２日至３月３１日", [(2026, 3, 2, False), (2026, 3, 31, False)]),
        ("2026年9月16日17:00前", [(2026, 9, 16, True)]),
        ("请于2026年9月16日前提交申报书", [(2026, 9, 16, True)]),
        ("在2026年9月16日前提供证明", [(2026, 9, 16, True)]),
        ("以2026年9月16日前提条件成立为准", [(2026, 9, 16, False)]),
        ("May 15 2024", [(2024, 5, 15, False)]),
        ("by 15 May", [(None, 5, 15, True)]),
        ("you may apply within 3个月", []),
        ("2024年13月40日", []),
    ],
)
def test_days(text: str, expected: list[tuple[int | None, int, int | None, bool]]) -> None:
    assert [(d.year, d.month, d.day, d.before) for d in find_days(text)] == expected


def test_quarters() -> None:
    (quarter,) = find_quarters("并于每年第一季度（2024年可适当延迟）期间完成")
    assert (quarter.number, quarter.yearly) == (1, True)


def test_one_contact_for_each_office() -> None:
    text = "市发改委联系人：王莹，电话 85252353；市经信局联系人：李军，电话 85257073"
    assert find_contacts(text) == (
        Contact(office="市发改委", person="王莹", phone="85252353"),
        Contact(office="市经信局", person="李军", phone="85257073"),
    )


def test_shared_mail_and_address() -> None:
    text = "联系人：陈\t琛 010-82292097\n张吴晨 13011101103\n电子邮箱：a@b.org.cn\n邮寄地址：北京市西直门北大街32号"
    first, second = find_contacts(text)
    assert (first.person, first.phone, second.person, second.phone) == ("陈琛", "010-82292097", "张吴晨", "13011101103")
    assert first.email == second.email == "a@b.org.cn"
    assert first.address == "北京市西直门北大街32号"


def test_several_numbers_and_fax_on_a_line() -> None:
    (contact,) = find_contacts("联系电话：010-68205918 15950568025传真：010-68205917")
    assert (contact.phone, contact.fax) == ("010-68205918、15950568025", "010-68205917")


def test_numbers_that_are_no_telephone() -> None:
    assert find_contacts("统一社会信用代码 91330100，2024年5月15日 20240515，联系电话：____") == ()


@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    find_days(text)
    find_quarters(text)
    find_contacts(text)


_SOUP = "2024|年|5|月|日|前|May| |-|电话|：|010|12345678|@|a.b|联系人|王|二十|底|(|)".split("|")


@given(st.lists(st.sampled_from(_SOUP), max_size=30))
def test_never_raises_on_soup(parts: list[str]) -> None:
    find_days("".join(parts))
    find_contacts("".join(parts))
