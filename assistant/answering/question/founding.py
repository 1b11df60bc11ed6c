"""How old a unit is that tells when it was founded, today or on the day by which a clause counts."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.days import find_days

_FOUND = r"(?:成立|注册|创办|设立|开办)"
_FOUNDED = regex(
    rf"(?P<year>(?:19|20)\d\d)年?(?:(?P<month>\d{{1,2}})月)?(?:(?P<day>\d{{1,2}})[日号])?(?:才|就|底|初)?"
    rf"(?:在[一-鿿]{{2,8}}?)?{_FOUND}"
    rf"|(?:{_FOUND}|\b(?:founded|established|set up|registered|incorporated|opened))(?: only| just| back)?"
    r"(?:于|在| (?:in|on))"
    r" ?(?P<after>(?:19|20)\d\d)(?:年(?P<in>\d{1,2})月)?(?:(?P<on>\d{1,2})日)?"
)
_LAST_YEAR = {"今年": 1, "去年": 2, "前年": 3, "this year": 1, "last year": 2, "年初": 1}
_WORDS = regex(r"成立|注册|开|创办|设立|办|founded|established|set up|registered")
_COUNTED_TO = regex(r"(?:截至|截止到?|计算至|计算到|以)\s*$")
_YEAR = 365


def ages(text: str, today: date) -> tuple[Quantity, ...]:
    """The interval of ages that "去年成立" can mean, counted in years at `today`."""
    for word, back in _LAST_YEAR.items():
        at = text.find(word)
        if at >= 0 and _WORDS.search(text):
            passed = Fraction((today - date(today.year, 1, 1)).days, _YEAR)
            low = Fraction(0) if back == 1 else passed + back - 2
            return (_age(Interval(low, passed + back - 1), at, at + len(word)),)
    match = _FOUNDED.search(text)
    born = _born(text) if match else None
    if match is None or born is None or born[0] > today:
        return ()
    return (_age(_between(*born, today), match.start(), match.end()),)


def counted_to(age: Quantity, asked: str, clause: str) -> Quantity:
    """The age on the day by which the clause counts ("截至6月30日"); as it is where none is told."""
    born = _born(asked[age.start : age.end]) if age.head == "成立" and not age.exact else None
    if born is None:
        return age
    for day in find_days(clause):
        full = day.full()
        if full and _COUNTED_TO.search(clause[: day.start]) and born[0] <= full:
            return _age(_between(*born, full), age.start, age.end)
    return age


def _born(text: str) -> tuple[date, date] | None:
    """The first and the last day on which it can have been founded."""
    match = _FOUNDED.search(text)
    if match is None:
        return None
    year, month = int(match["year"] or match["after"]), match["month"] or match["in"]
    if not 1900 < year < 2100 or month and not 1 <= int(month) <= 12:
        return None
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    first = date(year, int(month), 1)
    of_month = match["day"] or match["on"]
    if not of_month:
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    try:
        return date(year, int(month), int(of_month)), date(year, int(month), int(of_month))
    except ValueError:
        return None


def _between(first: date, last: date, today: date) -> Interval:
    return Interval(_years(last, today), _years(first, today))


def _years(since: date, until: date) -> Fraction:
    """Whole years and the days over them, 0 at least."""
    if since >= until:
        return Fraction(0)
    whole = until.year - since.year - ((until.month, until.day) < (since.month, since.day))
    anniversary = date(since.year + whole, since.month, min(since.day, 28 if since.month == 2 else since.day))
    return whole + Fraction(min((until - anniversary).days, _YEAR - 1), _YEAR)


def _age(interval: Interval, start: int, end: int) -> Quantity:
    return Quantity(interval, "年", "duration", "成立", start, end, False)
