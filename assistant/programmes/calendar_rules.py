"""When: deadlines, yearly duties, entry into force, date of issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Day
from assistant.programmes.days import find_days, find_quarters
from assistant.programmes.modality import exceptions_of
from assistant.programmes.numerals import half_width
from assistant.programmes.scope import Sentence

_FORCE = regex(
    r"自(?P<when>[^,;。自]{2,24}?)起(?:正式)?(?:施行|实施|执行|生效|试行)|(?P<on>(?:发布|印发|公布)之日)(?:起)?(?:施行|实施|执行|生效)"
)
_DUTY = regex(
    r"报送?|提交|申报|寄|发送|截止|填报|提出|送达|上传|上报|递交|送至|完成|公布|公示|开放|受理|登录|逾期|报名|反馈|评审|遴选|汇总|推荐"
)
# What offices do with what was handed in, or what is to be so by then.
_NOT_HANDED_IN = regex(
    r"[^,;。]{0,16}(?:完成[^,;。]{0,6}?(?:初审|审核|审定|评审|评选|核查|验收|接入|整改|建设|改造|登记|注册|认定)|组织[^,;。]{0,8}(?:评审|答辩|核查)"
    r"|联合(?:行文|发文)|成立(?=[\d满]))"
)
_HANDED_IN = regex(r"报送|提交|上报|寄送|送达|填报")
_YEARLY = regex(r"每年[^,;。\d]{0,8}(?:\d{1,2}月\d{1,2}日(?:至|到|-|—|~)\s?)?$")
_DATA = regex(r"数据(?:的)?(?:统计)?截[止至]|统计(?:截止)?时间|以上数据|出生|成立于|注册于")
_DATE_ONLY = regex(
    r"^\s*(?:[\u4e00-\u9fff()]{0,40}\n)?\s*"
    r"[\d零〇○一二三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*$"
)
_LEADING = regex(r"^(?:\([^()]*\)|请|各|于|在|并|应|须|需|将|期间|内|前|:|,|之前|以前|\s)+")
_UNTIL = regex(r"(?:至|到|—|-|~)\s*$|截止[^,;。\d]{0,8}$|截至\s*$")


def find_dates(sentence: Sentence) -> Iterator[Statement]:
    """Statements in_force, yearly and deadline."""
    forced = list(_in_force(sentence))
    yield from (s for s, _ in forced)
    spans = [place for _, place in forced]
    for day in find_days(sentence.text):
        if any(a <= day.start < b for a, b in spans):
            continue
        where = sentence.rule(day.start, day.end)
        yearly = _YEARLY.search(sentence.text[: day.start])
        if sentence.text[day.end : day.end + 1] in ("至", "到", "—", "-", "~"):
            continue  # the first day of a span; its last day is the deadline
        if _DATA.search(sentence.text[where[0] : where[1]]):
            continue
        until = day.before or _UNTIL.search(sentence.text[: day.start])
        around = sentence.text[where[0] : min(len(sentence.text), where[1] + 40)]
        if yearly:
            yield _due(sentence, "yearly", replace(day, year=None), day.start, day.end)
        elif _NOT_HANDED_IN.match(sentence.text, day.end) and not _HANDED_IN.search(sentence.text, day.end, where[1]):
            continue
        elif until and (day.day is not None or day.before) and (_DUTY.search(around) or _tabular(sentence)):
            yield _due(sentence, "deadline", day, day.start, day.end)
    for quarter in find_quarters(sentence.text):
        if quarter.yearly:
            yield _due(sentence, "yearly", sentence.text[quarter.start : quarter.end], quarter.start, quarter.end)


def find_issued(sentence: Sentence) -> Iterator[Statement]:
    """A clause that is nothing but a date is the date of issue (成文日期)."""
    text = half_width(sentence.clause.text)
    if sentence.start == 0 and len(text) < 70 and _DATE_ONLY.match(text):
        for day in find_days(text):
            if day.full():
                yield sentence.say("issued", 0, len(sentence.text), value=day, subject="成文日期")


def _in_force(sentence: Sentence) -> Iterator[tuple[Statement, tuple[int, int]]]:
    for match in _FORCE.finditer(sentence.text):
        days = find_days(match["when"] or "")
        at = sentence.start + match.start("when")
        value: Day | str
        if days:
            value = replace(days[0], start=at + days[0].start, end=at + days[0].end)
        elif "之日" in match[0]:
            value = (match["when"] or match["on"]).strip()
        else:
            continue
        where = sentence.segment(*match.span())
        yield sentence.say("in_force", *where, value=value, modality="states", subject="施行"), match.span()


def _tabular(sentence: Sentence) -> bool:
    return sentence.clause.kind == "row" or "\t" in sentence.clause.text


def _due(sentence: Sentence, attribute: str, value: Day | str, at: int, until: int) -> Statement:
    left, right = sentence.segment(at, until)
    after = _LEADING.sub("", sentence.text[until:right])
    if len(after) < 3 and right < len(sentence.text) and sentence.text[right] == ",":
        right = sentence.segment(right + 1, right + 1)[1]
        after = _LEADING.sub("", sentence.text[until:right])
    before = sentence.text[left:at].strip(" 于在至每年")
    if isinstance(value, Day):
        value = replace(value, start=value.start + sentence.start, end=value.end + sentence.start)
    what = (before + after) if attribute == "deadline" or len(after) < 4 else after
    return sentence.say(
        "deadline" if attribute == "deadline" else "yearly",
        left,
        right,
        value=value,
        operator="max" if not isinstance(value, str) else "is",
        modality="must",
        subject=what.strip(" ,:()"),
        exceptions=exceptions_of(sentence.text[left:right]),
    )
