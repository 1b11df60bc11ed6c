"""Calendars: parsed back event by event, folded and ended as RFC 5545 wants, the same bytes for the same diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from assistant.errors import InputError
from assistant.export.calendar import calendar
from assistant.export.diary import Diary, Happening

DEADLINE = Happening(
    ("a", "doc", "2.1", "deadline"),
    "报送截止：灯塔计划",
    "“请于2026年3月31日前将申报书、佐证材料；一式四份\\报送至海州市教育局”\n出处：灯塔计划申报通知 · 二、报送\n以正式文件为准",
    date(2026, 3, 31),
    date(2026, 3, 31),
    alarms=(14, 3),
)
YEARLY = Happening(("a", "doc", "3.1", "yearly"), "年度工作", "年底", date(2026, 2, 28), date(2026, 2, 28), True, True)
QUARTER = Happening(("a", "doc", "3.1", "yearly"), "年度工作", "一季度", date(2026, 1, 1), date(2026, 3, 31), True)
DIARY = Diary("zh", date(2026, 1, 15), "办事清单：灯塔计划", (DEADLINE, YEARLY, QUARTER), ("一条没有写入。",))


def parsed(diary: Diary) -> tuple[Any, list[Any]]:
    found = icalendar.Calendar.from_ical(calendar(diary))
    assert found.errors == []
    return found, [event for event in found.walk("VEVENT") if event.errors == []]


def test_a_calendar_is_parsed_back_with_every_word() -> None:
    whole, events = parsed(DIARY)
    assert (str(whole["VERSION"]), str(whole["PRODID"])) == ("2.0", "-//shenbao-assistant//checklist//ZH")
    assert (str(whole["X-WR-CALNAME"]), str(whole["X-WR-CALDESC"])) == ("办事清单：灯塔计划", "一条没有写入。")
    assert [str(event["SUMMARY"]) for event in events] == [h.summary for h in DIARY.happenings]
    assert [str(event["DESCRIPTION"]) for event in events] == [h.description for h in DIARY.happenings]
    assert {event["DTSTAMP"].dt for event in events} == {datetime(2026, 1, 15, tzinfo=UTC)}


def test_events_last_all_day_and_end_the_day_after() -> None:
    _, events = parsed(DIARY)
    assert [(event["DTSTART"].dt, event["DTEND"].dt) for event in events] == [
        (date(2026, 3, 31), date(2026, 4, 1)),
        (date(2026, 2, 28), date(2026, 3, 1)),
        (date(2026, 1, 1), date(2026, 4, 1)),
    ]
    assert b"DTSTART;VALUE=DATE:20260331\r\n" in calendar(DIARY)


def test_only_what_is_yearly_comes_again_and_the_end_of_february_stays_the_end() -> None:
    _, events = parsed(DIARY)
    assert [event["RRULE"].to_ical() if "RRULE" in event else None for event in events] == [
        None,
        b"FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2",
        b"FREQ=YEARLY",
    ]


def test_a_yearly_window_begun_in_a_leap_year_never_runs_into_the_next_month() -> None:
    leap = replace(QUARTER, first=date(2028, 1, 1), last=date(2028, 3, 31))
    _, (event,) = parsed(replace(DIARY, happenings=(leap,)))
    length = event["DTEND"].dt - event["DTSTART"].dt
    assert date(2029, 1, 1) + length == date(2029, 4, 1)


def test_a_deadline_is_announced_fourteen_and_three_days_before() -> None:
    _, (event, *others) = parsed(DIARY)
    alarms = [(str(a["ACTION"]), str(a["DESCRIPTION"]), a["TRIGGER"].dt) for a in event.walk("VALARM")]
    assert alarms == [
        ("DISPLAY", DEADLINE.summary, timedelta(days=-14)),
        ("DISPLAY", DEADLINE.summary, timedelta(days=-3)),
    ]
    assert not [alarm for other in others for alarm in other.walk("VALARM")]


def test_names_of_events_are_stable_and_distinct() -> None:
    def names(diary: Diary) -> list[str]:
        return [str(event["UID"]) for event in parsed(diary)[1]]

    found = names(DIARY)
    assert len(set(found)) == 3
    moved = replace(DEADLINE, first=date(2026, 5, 1), last=date(2026, 5, 1), summary="延期", description="")
    assert names(replace(DIARY, as_of=date(2026, 2, 1), happenings=(moved, YEARLY, QUARTER), notes=())) == found
    other = replace(DEADLINE, key=("b", *DEADLINE.key[1:]))
    assert names(replace(DIARY, happenings=(other,)))[0] not in found


def test_lines_end_with_crlf_and_hold_75_octets_whole_characters_each() -> None:
    long = replace(DEADLINE, description="申报，书；" * 200 + "𠀀" * 50, summary="\\" * 100)
    data = calendar(replace(DIARY, happenings=(long,)))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    _, (event,) = parsed(replace(DIARY, happenings=(long,)))
    assert (str(event["DESCRIPTION"]), str(event["SUMMARY"])) == (long.description, long.summary)


def test_hostile_words_begin_no_line_of_their_own() -> None:
    bad = replace(DEADLINE, summary="甲\r\nEND:VEVENT\r\nX:1\x00\ud800", description="乙" * 100_000)
    _, (event,) = parsed(replace(DIARY, happenings=(bad,)))
    assert str(event["SUMMARY"]) == "甲\nEND:VEVENT\nX:1\ufffd\ufffd"
    assert str(event["DESCRIPTION"]).endswith("……（本格超过 32000 字，已截断，全文见原文件。）")


def test_a_calendar_without_an_event_is_refused_with_the_reasons() -> None:
    with pytest.raises(InputError) as error:
        calendar(replace(DIARY, happenings=(), notes=("报送截止已过。", "没有日期。")))
    assert error.value.zh == "没有可写入日历的日期。报送截止已过。没有日期。"
    with pytest.raises(InputError) as error:
        calendar(replace(DIARY, language="en", happenings=(), notes=("The deadline has passed.",)))
    assert error.value.en == "There is no date for a calendar. The deadline has passed."


def test_the_same_diary_gives_the_same_bytes() -> None:
    assert calendar(DIARY) == calendar(DIARY)
