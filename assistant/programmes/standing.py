"""What an applicant must have behind it: years since founding, years of co-operation, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Quantity, Role, Unit
from assistant.programmes.counts import at_least, operator_of, say
from assistant.programmes.scope import Sentence
from assistant.programmes.units import taxonomy

_FOUND = regex(r"(?:成立|注册|设立|登记|创办|存续|经营)(?!小组|机构|委员会|大会|领导)")
_FOUND_AFTER = regex(r"(?:以上)?(?:的)?(?:成立|注册|经营|办学)")
_TOGETHER = regex(r"合作|协同育人|联合培养|协作")
_PAST = regex(r"了\s*$|近\s*$")
_TERM = regex(r"协议|合同|有效期|周期|公示|任务期|服务期")
_DUE = regex(r"比例|占比|不低于|不少于|不超过|不得|应|须|需|达到|至少|之比|占")
_ROLES: tuple[tuple[str, Role], ...] = (("联合", "joint"), ("参与", "joint"), ("合作单位", "joint"), ("牵头", "lead"))


def find_standing(sentence: Sentence) -> Iterator[Statement]:
    """Statements age, cooperation and ratio."""
    for q in sentence.quantities:
        if q.dimension == "duration" and q.unit in ("年", "月"):
            yield from _years(sentence, q)
        elif q.dimension == "ratio" and q.unit == "比例":
            yield from _ratio(sentence, q)


def _years(sentence: Sentence, q: Quantity) -> Iterator[Statement]:
    text = sentence.text
    local = text[slice(*sentence.segment(q.start, q.end))]
    if _TERM.search(local) or _PAST.search(text[: q.start]) or q.interval.low is None:
        return
    before = text[max(0, q.start - 12) : q.start].split("。")[-1]
    if _FOUND.search(before) or _FOUND_AFTER.match(text, q.end):
        role, units, start = _whose(sentence, q.start)
        where = sentence.rule(q.start, q.end)
        yield say(
            sentence, "age", at_least(q), (min(start, where[0]), where[1]), role=role, units=units, subject="成立"
        )
    elif _TOGETHER.search(text[max(0, q.start - 16) : q.end + 16]):
        if operator_of(q) == "min" or re.search(r"具有|已|达|满|连续", before):
            yield say(sentence, "cooperation", at_least(q), sentence.rule(q.start, q.end), subject="合作")


def _whose(sentence: Sentence, at: int) -> tuple[Role, tuple[Unit, ...], int]:
    """The unit that a run of requirements is about: the one its sentence names last before the number."""
    before = sentence.text[:at]
    mentions = [m for m in taxonomy().find(before) if m.unit.kind not in taxonomy().generic]
    role: Role = next((r for w, r in _ROLES if w in before), "applicant")
    if not mentions:
        return role, (), at
    start = sentence.segment(mentions[-1].start, mentions[-1].end)[0]
    return role, (mentions[-1].unit,), start if at - start <= 90 else at


def _ratio(sentence: Sentence, q: Quantity) -> Iterator[Statement]:
    """A required share. 贡献了70%以上 states a fact and is none."""
    left, right = sentence.segment(q.start, q.end)
    if not _DUE.search(sentence.text[left:right]) or re.search(r"了[^,;。]{0,8}$", sentence.text[: q.start]):
        return
    subject = q.head if q.head not in ("", "比例") else sentence.text[left : q.start]
    subject = re.sub(
        r"^(?:\(?[\d一二三四五六七八九十]{1,2}[).、]\s?)|^其中,?|(?:不低于|不少于|不超过|按|的|应|须)+$", "", subject
    )
    yield say(sentence, "ratio", q, sentence.rule(q.start, q.end), subject=subject)
