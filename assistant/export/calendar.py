"""A diary as an iCalendar file (RFC 5545): all-day events, the alarms before them, yearly ones as such."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

import icalendar

from assistant.errors import InputError
from assistant.export.diary import Diary, Happening
from assistant.export.fitting import fit

_PRODUCT = "-//shenbao-assistant//checklist//{}"
_DAY = timedelta(days=1)


def calendar(diary: Diary) -> bytes:
    """The bytes of the file; the same for the same diary. InputError where nothing happens: a calendar without an
    event is none."""
    if not diary.happenings:
        why = "".join(diary.notes)
        raise InputError(f"没有可写入日历的日期。{why}", f"There is no date for a calendar. {why}".rstrip())
    made = icalendar.Calendar()
    made.add("prodid", _PRODUCT.format(diary.language.upper()))
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", fit(diary.name, diary.language))
    if diary.notes:
        made.add("x-wr-caldesc", fit("\n".join(diary.notes), diary.language))
    stamp = datetime.combine(diary.as_of, datetime.min.time(), UTC)
    taken: dict[str, int] = {}
    for happening in diary.happenings:
        made.add_component(_event(happening, stamp, _uid(happening, taken), diary.language))
    data: bytes = made.to_ical()
    return data


def _event(happening: Happening, stamp: datetime, uid: str, language: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", happening.first)
    event.add("dtend", _end(happening))
    event.add("summary", fit(happening.summary, language))
    event.add("description", fit(happening.description, language))
    event.add("transp", "TRANSPARENT")
    if happening.yearly:
        event.add("rrule", _rule(happening))
    for days in happening.alarms:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", fit(happening.summary, language))
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
    return event


def _end(happening: Happening) -> date:
    """The day after the last. A yearly event is as long every year: over the end of February, as in a common year."""
    longer = happening.yearly and (happening.last - happening.first).days > 0
    leap = date(happening.first.year, 3, 1) - _DAY
    if longer and leap.day == 29 and happening.first <= leap <= happening.last:
        return happening.last
    return happening.last + _DAY


def _rule(happening: Happening) -> dict[str, object]:
    rule: dict[str, object] = {"freq": "yearly"}
    if happening.month_end:
        rule |= {"bymonth": happening.last.month, "bymonthday": -1}
    return rule


def _uid(happening: Happening, taken: dict[str, int]) -> str:
    """The same for the same key; where several have one key, in order."""
    key = "\x1f".join(happening.key)
    taken[key] = taken.get(key, 0) + 1
    own = key if taken[key] == 1 else f"{key}\x1f{taken[key]}"
    return str(uuid5(NAMESPACE_URL, fit(own, "en")))
