"""How old a person is: told as a number alone ("今年63了", "我爸五十八") or by the day of birth ("1974年3月生的")."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from assistant.answering.question.founding import between, counted_to, span
from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.days import find_days
from assistant.programmes.quantities import find_quantities

_AGE = r"(?P<age>[1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?)"
# One person, of whom a number alone can only be the age; of 老师 and 专家 it may count them.
_ONE = (
    r"(?:我[爸妈爹娘哥姐弟爷]?|[他她]|老(?:先生|师傅|爷子|太太|同志|专家|教授|板|院长|校长)|(?:大|老)?师傅"
    r"|(?:法人代表|法定代表人|负责人|带头人|领军人|传承人|主任|校长|院长|厂长|站长|场长|农场主|理事长|总工)本人)"
)
_BY_NOW = r"(?:都|刚|才|已经?|也|快|是|为|有)?"
_BARE = regex(
    rf"(?:(?:年龄|年纪|岁数|虚岁|周岁){_BY_NOW}|{_ONE}(?:今年)?{_BY_NOW}){_AGE}[了啦]?(?=[，,。；;？?]|$)"
    rf"|(?<![数量额])今年{_BY_NOW}{_AGE.replace('age', 'now')}[了啦](?=[，,。；;？?]|$)"
    # 25了 and 今年25 are ages where the question speaks of age.
    rf"|(?:今年{_BY_NOW}|(?<=[一-鿿])(?=[^，,。；;？?]+[了啦])){_AGE.replace('age', 'spoken')}[了啦]?(?=[，,。；;？?]|$)"
)
_OF_AGE = regex(r"[年岁]龄|年纪|岁数|太老|退休|超龄")
_BORN = regex(
    r"(?<!\d)(?P<year>(?:19|20)\d\d(?=年|出?生)|(?:[3-9]|0)\d(?=年))年?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})[日号])?"
    r"(?:出生|生(?:人|的|$|(?=[，,。]))|(?<=[年月日号])的?人[，,])"
    r"|(?:我|[他她]|师傅|老师|教授|校长|院长|本人|(?:负责|带头|传承)人)是(?P<said>(?:19|20)\d\d|(?:[3-9]|0)\d)年的(?=[，,。；;？?]|$)"
    r"|\bborn (?:on |in )(?:(?P<m>\d{1,2})月)?(?P<y>(?:19|20)\d\d)"
)
_AFTER = regex(r"^(?:\([含不]+\)|[（(]含[^（）()]*[）)]|及)?(?:以后|之后|后)出?生")
_HEAD = "出生"
_OLDEST = 150  # years


def with_years(text: str) -> str:
    """The text with 岁 behind an age that is told without it."""
    of_age = bool(_OF_AGE.search(text))

    def aged(match: re.Match[str]) -> str:
        at = next(group for group in ("age", "now", "spoken") if match[group])
        if at == "spoken" and not of_age:
            return match.group()
        split = match.end(at) - match.start()
        return f"{match.group()[:split]}岁{match.group()[split:]}"

    return _BARE.sub(aged, text)


def lived(text: str, today: date) -> tuple[Quantity, ...]:
    """How old whoever was born then is at `today`, in 岁 (whole years at least, years with their days at most); nothing
    where no day of birth is told."""
    known = ((m, born) for m in _BORN.finditer(text) if (born := _birth(m)) and born[0] < today)
    return tuple(_age(m, _in_whole_years(between(*born, today))) for m, born in known)


def as_counted(age: Quantity, asked: str, clause: str) -> Quantity:
    """The age on the day by which the clause counts (`counted_to`; "不超过50周岁（1975年1月1日以后出生）": when they reach
    it who were born that day); as it is where the clause tells none."""
    match = _BORN.match(asked, age.start) if age.head == _HEAD else None
    born = _birth(match) if match else None
    if match is None or born is None:
        return counted_to(age, asked, clause)
    for day in find_days(clause):
        full = day.full()
        limits = [q for q in find_quantities(clause[: day.start]) if q.unit == "岁" and q.interval.high is not None]
        limit = int(limits[-1].interval.high or 0) if limits else 0
        if full and 0 < limit < _OLDEST and _AFTER.match(clause[day.end :]):
            counted = date(full.year + limit, full.month, min(full.day, 28) if full.month == 2 else full.day)
            return _age(match, between(*born, counted))
    return age


def _birth(match: re.Match[str]) -> tuple[date, date] | None:
    year = match["year"] or match["said"] or match["y"]
    if len(year) == 2:
        year = f"{'20' if year < '30' else '19'}{year}"
    return span(year, match["month"] or match["m"], match["day"])


def _in_whole_years(years: Interval) -> Interval:
    """Whole years at least: nobody counts the months of an age until a bound is near."""
    return Interval(Fraction(int(years.low or 0)), years.high)


def _age(match: re.Match[str], years: Interval) -> Quantity:
    return Quantity(years, "岁", "other", _HEAD, match.start(), match.end(), False)
