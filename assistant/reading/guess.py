"""What a new file says of itself: title, number, issuer, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.guideline.clause import Clause
from assistant.guideline.document import Entry
from assistant.reading.front import NUMBER
from assistant.reading.labels import number

_HAN = "〇○零一二三四五六七八九"
_DATE = re.compile(
    rf"(\d{{4}}|[{_HAN}]{{4}})\s*年\s*(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月\s*(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日"
)
_FORCE = re.compile(rf"自\s*({_DATE.pattern})\s*起(?:施行|实施|执行|生效)")
_AT_ONCE = re.compile(r"自(?:发布|印发|公布)之日起(?:施行|实施|执行|生效)")
_DUE = re.compile(
    rf"(?:于|在|截至|截止(?:时间|日期)?(?:为|：|到|至)?)\s*({_DATE.pattern})[^，。；]{{0,12}}?(?:前|止|之前|以前|截止)?"
)
_HANDS_IN = re.compile("报送|提交|寄送|申报|上报|报至|报|递交|发送|寄")
_ISSUED = re.compile(rf"({_DATE.pattern})\s*(?:印发|发布|公布)")
_OFFICE = re.compile(
    r"[^，。；：:]{2,40}(?:局|厅|部|委|委员会|中心|办公室|司|政府|公司|协会|学会|学院|大学|联合会|联合社|处|联盟)"
)


def guessed_entry(entry: Entry, clauses: tuple[Clause, ...]) -> Entry:
    """The entry with its empty fields filled from the text where the text is plain."""
    title = entry.title or next(
        (c.text for c in clauses if c.kind == "title"), clauses[0].heading or clauses[0].text[:60]
    )
    notes = [c.text for c in clauses if c.kind == "note" and c.parent is None]
    issued = entry.issued or _issued(notes)
    return replace(
        entry,
        title=title,
        number=entry.number or _number(notes),
        issuer=entry.issuer or _issuer(notes, title),
        issued=issued,
        in_force=entry.in_force or _in_force(clauses, issued),
        deadline=entry.deadline or _deadline(clauses),
    )


def dates_in(text: str) -> Iterator[date]:
    """The calendar dates that stand in the text, in order."""
    for match in _DATE.finditer(text):
        if found := _day(match.group()):
            yield found


def _day(text: str) -> date | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    digits = (
        year
        if year.isdigit()
        else "".join(str("〇一二三四五六七八九".index(c.replace("○", "〇").replace("零", "〇"))) for c in year)
    )
    try:
        return date(int(digits), number(month), number(day))
    except ValueError:
        return None


def _number(notes: list[str]) -> str:
    for note in notes:
        if match := NUMBER.search(note):
            return match.group().replace(" ", "")
    return ""


def _issued(notes: list[str]) -> date | None:
    for note in reversed(notes):
        if match := _ISSUED.search(note):
            return _day(match.group(1))
        if (days := list(dates_in(note))) and len(note) <= 14:
            return days[-1]
    return None


def _issuer(notes: list[str], title: str) -> str:
    dated = next((i for i in range(len(notes) - 1, -1, -1) if _DATE.fullmatch(notes[i].replace(" ", ""))), None)
    if dated is not None:
        at = dated
        while at > 0 and _OFFICE.fullmatch(notes[at - 1]):
            at -= 1
        if at < dated:
            return "、".join(dict.fromkeys(note.strip() for note in notes[at:dated] if not note.endswith("文件")))
    for note in notes:
        if note.endswith("文件") and len(note) > 4:
            return note.removesuffix("文件").strip()
    for note in notes:
        if match := re.match(rf"[（(]({_OFFICE.pattern}(?:、{_OFFICE.pattern})*)\s*\d{{4}}年", note):
            return match.group(1)
    before, about, _ = title.partition("关于")
    return before if about and _OFFICE.fullmatch(before) else ""


def _in_force(clauses: tuple[Clause, ...], issued: date | None) -> date | None:
    for clause in clauses:
        if match := _FORCE.search(clause.text):
            return _day(match.group(1))
        if _AT_ONCE.search(clause.text):
            return issued
    return None


# 9月30日前完成接入: what is to be so by then, and not handed in.
_DONE_BY_THEN = re.compile(
    r"[^，,。；;]{0,10}前[^，,。；;]{0,4}完成(?![^，,。；;]{0,8}(?:[申填上]报|报送|提交|推荐|备案|上传))"
)


def _deadline(clauses: tuple[Clause, ...]) -> date | None:
    """The one date before which applications are due; None where there are several."""
    found = {
        day
        for clause in clauses
        for sentence in re.split("[。；]", clause.text)
        if _HANDS_IN.search(sentence)
        for match in _DUE.finditer(sentence)
        if (day := _day(match.group(1)))
        and re.match(r"\s*(?:\d{1,2}[时:：]\S{0,5})?(?:之?前|以前|止|截止)", sentence[match.end(1) :])
        and not _DONE_BY_THEN.match(sentence, match.end(1))
    }
    return found.pop() if len(found) == 1 else None
