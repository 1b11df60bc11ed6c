"""How old a unit, or how long a co-operation, is that the question tells the beginning of: today, on the day by which a
clause counts, or when the question says that one applies."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction

from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.days import find_days

_OPENED = (
    r"(?:开业|开门|开园|开馆|开张|(?:营业|运营|运行)(?![收额执税商单主方机中成费模情])|投产|投用|投入使用|收托|建成"
    r"|(?:开始|正式)(?!合作|协作|联合|共建|申[报请]|受理|报名|公示|评[审选]|签|实施|填|报送|执行|施行)[一-鿿]{2})"
)
_BEGAN = r"成立|注册|创办|设立|开办"
_FOUND = rf"(?:{_BEGAN}|{_OPENED})"
_FOUNDED = regex(
    rf"(?P<year>(?:19|20)\d\d)年?(?:(?P<month>\d{{1,2}})月)?(?:(?P<day>\d{{1,2}})[日号])?(?:才|就|底|初)?"
    rf"(?:在[一-鿿]{{2,8}}?|正式|开始|稳定|试|建成)*{_FOUND}"
    rf"|(?:{_FOUND}|\b(?:founded|established|set up|registered|incorporated|opened))(?: only| just| back)?"
    r"(?:于|在| (?:in|on))"
    r" ?(?P<after>(?:19|20)\d\d)(?:年(?P<in>\d{1,2})月)?(?:(?P<on>\d{1,2})日)?"
)
# 去年5月开业, 今年1月才成立
_OF_LATE = regex(
    rf"(?P<word>今年|去年|前年)(?P<month>\d{{1,2}})月份?(?:(?P<day>\d{{1,2}})[日号])?[^，,。；;？?\d]{{0,6}}?{_FOUND}"
)
_OPEN = regex(rf"{_OPENED}|经营|执业|从业|办学|招生|开放|服务")
_LAST_YEAR = {"今年": 1, "去年": 2, "前年": 3, "this year": 1, "last year": 2, "年初": 1}
_WORDS = regex(rf"{_BEGAN}|开(?![始展])|办|{_OPENED}|founded|established|set up|registered")
_COUNTED_TO = regex(r"(?:截至|截止到?|计算至|计算到|以)\s*$")
_WORDS_OF_AGE = regex(r"成立|注册|设立|满|开|办|创|found|establish|regist")
_YEAR, _OPENING = 365, "运营"
_SINCE = (
    r"(?P<when>(?P<year>(?:19|20)\d\d)年?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})[日号])?(?P<turn>年?[底末])?"
    r"|(?P<word>今年|去年|前年))"
)
# 2031年3月才开始和甲合作; 去年才跟甲签的协议: what began then, not what was done or handed in then.
_BEGUN = regex(
    rf"{_SINCE}(?:[初中上下]|上半年|下半年)?(?=[^，,。；;？?]*(?:才|就|开始|签|起))[^，,。；;？?]{{0,16}}?"
    r"(?:合作|协作|联合(?:培养|育人)|协同育人|共建|签[^，,。；;？?]{0,3}(?:协议|合同|约))(?![^，,。；;？?]{0,2}(?:申报|项目))"
)
_APPLYING = regex(
    r"(?P<year>(?:19|20)\d\d)年?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})[日号])?[^，,。；;？?\d]{0,3}(?:申报|申请|来?报)"
)


def ages(text: str, today: date) -> tuple[Quantity, ...]:
    """The interval of ages that "去年成立" can mean, counted in years at `today`; of a co-operation, until one applies."""
    if begun := _BEGUN.search(text):
        return _lasting(begun, text, today)
    if (late := _OF_LATE.search(text)) and (since := _lately(late, today)):
        return (_age(between(*since, today), late.start(), late.end(), _head(late.group())),)
    for word in _LAST_YEAR:
        at = text.find(word)
        if at >= 0 and _WORDS.search(text):
            return (_age(_since(word, today), at, at + len(word), _head(text)),)
    match = _FOUNDED.search(text)
    born = _born(text) if match else None
    if match is None or born is None or born[0] > today:
        return ()
    return (_age(between(*born, today), match.start(), match.end(), _head(match.group())),)


def same_beginning(head: str, told: Quantity, asked: str) -> bool:
    """Whether a bound counts from the beginning that is told: from the founding, or from when it has been open."""
    if _OPEN.search(head):
        return bool(_OPEN.search(asked)) and "合作" not in asked
    founded = re.search(r"成立|注册|设立", head) and told.head != _OPENING
    return bool(founded and _WORDS_OF_AGE.search(asked)) and "合作" not in asked


def _head(text: str) -> str:
    """What the beginning told is one of: the founding, or the opening."""
    return _OPENING if re.search(_OPENED, text) and not re.search(_BEGAN, text) else "成立"


def _lately(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """The first and the last day of the month or the day that is told by how many years it lies back."""
    back = {"今年": 0, "去年": 1, "前年": 2}[match["word"]]
    born = span(str(today.year - back), match["month"], match["day"])
    return born if born and born[0] <= today else None


def _since(word: str, today: date) -> Interval:
    """How long ago the year that is told by its distance began and ended."""
    back, passed = _LAST_YEAR[word], Fraction((today - date(today.year, 1, 1)).days, _YEAR)
    return Interval(Fraction(0) if back == 1 else passed + back - 2, passed + back - 1)


def _lasting(begun: re.Match[str], text: str, today: date) -> tuple[Quantity, ...]:
    """How long what began then has lasted, today or when the question says that one applies."""
    end = begun.end("when")
    if begun["word"]:
        return (_age(_since(begun["word"], today), begun.start(), end, "合作"),)
    first = _days_of(begun)
    applying = next((d for m in _APPLYING.finditer(text, end) if (d := _days_of(m))), (today, today))
    if first is None or first[0] > applying[1]:
        return ()
    lasted = Interval(_years(first[1], applying[0]), _years(first[0], applying[1]))
    return (_age(lasted, begun.start(), end, "合作"),)


def undated(text: str) -> str:
    """The question without the day on which one applies, where that only tells how long a co-operation has lasted by
    then: no clause need speak of it."""
    begun = _BEGUN.search(text)
    for match in _APPLYING.finditer(text, begun.end()) if begun else ():
        until = max(match.end(g) for g in ("year", "month", "day"))
        text = text[: match.start()] + "　" * (until - match.start()) + text[until:]
    return text


def counted_to(age: Quantity, asked: str, clause: str) -> Quantity:
    """The age on the day by which the clause counts ("截至6月30日"); as it is where none is told."""
    born = _born(asked[age.start : age.end]) if age.head in ("成立", _OPENING) and not age.exact else None
    if born is None:
        return age
    for day in find_days(clause):
        full = day.full()
        if full and _COUNTED_TO.search(clause[: day.start]) and born[0] <= full:
            return _age(between(*born, full), age.start, age.end)
    return age


def _born(text: str) -> tuple[date, date] | None:
    """The first and the last day on which it can have been founded."""
    match = _FOUNDED.search(text)
    if match is None:
        return None
    return span(match["year"] or match["after"], match["month"] or match["in"], match["day"] or match["on"])


def _days_of(match: re.Match[str]) -> tuple[date, date] | None:
    turn = "12" if match.groupdict().get("turn") else ""
    return span(match["year"], match["month"] or turn, match["day"])


def span(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    """The first and the last day of the year, month or day told; None where there is none such."""
    if not 1900 < int(year) < 2100 or month and not 1 <= int(month) <= 12:
        return None
    if not month:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    first = date(int(year), int(month), 1)
    if not day:
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    try:
        return date(int(year), int(month), int(day)), date(int(year), int(month), int(day))
    except ValueError:
        return None


def between(first: date, last: date, today: date) -> Interval:
    """How many years what began between the two days has lasted by `today`, at least and at most."""
    return Interval(_years(last, today), _years(first, today))


def _years(since: date, until: date) -> Fraction:
    """Whole years and the days over them, 0 at least."""
    if since >= until:
        return Fraction(0)
    whole = until.year - since.year - ((until.month, until.day) < (since.month, since.day))
    anniversary = date(since.year + whole, since.month, min(since.day, 28 if since.month == 2 else since.day))
    return whole + Fraction(min((until - anniversary).days, _YEAR - 1), _YEAR)


def _age(interval: Interval, start: int, end: int, head: str = "成立") -> Quantity:
    return Quantity(interval, "年", "duration", head, start, end, False)
