"""Whether a statement of a later document takes the place of one of an earlier document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.guideline.patterns import regex
from assistant.guideline.sentences import sentences
from assistant.guideline.statement import Attribute, Statement
from assistant.guideline.values import Day, Interval, Quantity
from assistant.programmes.days import find_days
from assistant.programmes.former import old_values
from assistant.programmes.numerals import half_width
from assistant.programmes.quantities import find_quantities

# What is counted or timed is told by the attribute, its role and its units; elsewhere the subject tells.
_BY_UNITS: frozenset[Attribute] = frozenset({"count", "age", "cooperation", "quota"})
_BY_SUBJECT: frozenset[Attribute] = frozenset({"ratio", "word_limit", "copies", "period", "yearly"})
_WEAK = frozenset({"encourage", "prefer"})
_HANDS_IN = regex(r"报送|报至|提交|申报|申请|上报|递交|送达|寄|填报|上传|截止")
_OTHER_ACT = regex(r"反馈|补正|公示|异议|答疑|培训|评审|答辩|报名|注册")
_ROLE_WORDS = regex(
    r"(?:项目)?(?:牵头|主持|申报|申请|联合申报|参与|建设|成员)(?:申报|建设)?(?:单位|高校|院校|企业|主体|学校|人|方)?"
    r"|^[\d一二三四五六七八九十]{1,3}[、.)]?|[应须需可由为是]|原则上|一般|必须|[(（)）、.\s]"
)
_FILLER = regex(
    r"数量|总数|家数|上限|下限|时间|日期|期限|字数|统一|原则上|一般|每个|延长|延期|推迟|调整|[的为由应须至到请于将:：\s]"
)
_CASE = regex(r"其中|(?:的|类|领域|方向|时|后)[,，]|^对")


def replaces(newer: Statement, older: Statement, others: Sequence[Statement]) -> bool:
    """Whether both say the same sort of thing of the same thing, so that only the newer can hold. `others` are the
    earlier statements of the same attribute for the programme, `older` among them."""
    if newer.attribute != older.attribute or newer.role != older.role:
        return False
    if newer.modality in _WEAK or older.modality in _WEAK:
        return False
    if newer.attribute == "unit":
        return _closed_rule(newer, older)
    if not _was(newer, older):
        return False
    match newer.value, older.value:
        case Quantity() as now, Quantity() as then:
            return now.unit == then.unit and _bounds_alike(now.interval, then.interval) and _same_thing(newer, older)
        case Day() as now, Day() as then:
            if newer.attribute == "yearly":
                return _same_words(newer.subject, older.subject)
            return newer.attribute == "deadline" and _same_date_asked(newer, older, now, then, others)
    return False


def _closed_rule(newer: Statement, older: Statement) -> bool:
    """Two rules that both shut out all others cannot both hold; one for a case of its own leaves the other alone."""
    both = newer.closed and older.closed and "must_not" not in (newer.modality, older.modality)
    if not both or not newer.role or _CASE.search(_sentence(newer)):
        return False
    return _ROLE_WORDS.sub("", newer.subject) == _ROLE_WORDS.sub("", older.subject)


def _same_thing(newer: Statement, older: Statement) -> bool:
    kinds = [{(u.kind, u.features) for u in s.units} for s in (newer, older)]
    if newer.attribute in _BY_UNITS and (newer.role or any(kinds)):
        return kinds[0] == kinds[1] and (bool(newer.role) or _same_words(newer.subject, older.subject))
    if newer.attribute in (*_BY_UNITS, *_BY_SUBJECT):
        return _same_words(newer.subject, older.subject)
    return False


def _same_date_asked(newer: Statement, older: Statement, now: Day, then: Day, others: Sequence[Statement]) -> bool:
    """A last day of handing in against the only one there is; where there are several, against that of its words or
    the one that it says was so before."""
    if (now.year, now.month, now.day) == (then.year, then.month, then.day):
        return False
    if old_values(half_width(_sentence(newer))):
        return True  # it names the day that it moves, and `older` has it
    said = [_near(s) for s in (newer, older)]
    if any(_OTHER_ACT.search(words) or not _HANDS_IN.search(words) for words in said):
        return False
    days = {
        (s.value.month, s.value.day) for s in others if isinstance(s.value, Day) and not _OTHER_ACT.search(_near(s))
    }
    return len(days) == 1 or _same_words(newer.subject, older.subject)


def _was(newer: Statement, older: Statement) -> bool:
    """Whether the value that the newer sentence says was so before, if it does, is that of the older."""
    held = old_values(half_width(_sentence(newer)))
    if not held:
        return True
    if isinstance(older.value, Day):
        days = [d for words in held for d in find_days(words)]
        return any((d.month, d.day) == (older.value.month, older.value.day) for d in days)
    if isinstance(older.value, Quantity):
        figures = {b for words in held for q in find_quantities(words) for b in (q.interval.low, q.interval.high)}
        mine = {older.value.interval.low, older.value.interval.high} - {None}
        return mine <= figures
    return False


def _bounds_alike(one: Interval, other: Interval) -> bool:
    """Whether both bound the same side."""
    return (one.low is not None and other.low is not None) or (one.high is not None and other.high is not None)


def _same_words(one: str, other: str) -> bool:
    mine, theirs = (_FILLER.sub("", half_width(s)) for s in (one, other))
    return bool(mine) and (mine == theirs or min(len(mine), len(theirs)) >= 4 and (mine in theirs or theirs in mine))


def _sentence(said: Statement) -> str:
    text = said.quote.clause.text
    return next((text[a:b] for a, b in sentences(text) if a <= said.quote.start < b), said.quote.text)


def _near(said: Statement) -> str:
    return said.subject + re.sub(r"\s", "", said.quote.text)
