"""Questions about something else than what the documents are about."""

from __future__ import annotations

import re

from assistant.answering.question.frame import Frame
from assistant.answering.question.scope import Scope
from assistant.answering.question.term import Term
from assistant.guideline.patterns import regex
from assistant.programmes.regions import regions

_OF_APPLYING = regex(
    r"平台|项目|通知|文件|指南|申[报请]|[推荐申]书|报名|推荐|牵头|产教|评审|认定|入选|补助|基地"
    r"|\b(?:appl(?:y|ying|ications?|icants?)|forms?|platforms?|programmes?|programs?|projects?|consorti\w+|alliances?"
    r"|cent(?:er|re)s?|bases?|guidelines?|notices?|lead|nominat\w+|recommend\w*|submi\w+|deadlines?)\b"
)
_TELLING, _WEIGHTY, _HALF = 1.5, 0.7, 0.5
_PEOPLE = frozenset({"staff", "student", "expert", "teachers_team", "office", "person_in_charge"})


def foreign(frame: Frame, scope: Scope) -> bool:
    """Whether a question that names no programme is half made of words that no document holds, or speaks of nothing
    but people; where a place is all that ties it to a programme, one such word is enough."""
    grounded = sum(t.weight for t in frame.terms if t.grounded)
    strange = _strange([t for t in frame.terms if not t.grounded and not _applies(frame, t)])
    if frame.places and not (frame.named or frame.inherited or frame.role) and not _OF_APPLYING.search(frame.masked):
        rest = [t for t in frame.terms if not t.grounded and len(t.words) > 1 and not regions().places(t.words)]
        if frame.language == "en":  # English words are often told in none of the ways that are known
            return _strange(rest) > _HALF * grounded
        return any(t.weight >= _WEIGHTY for t in rest)
    if scope.chosen and (frame.named or frame.asks or not frame.local):
        return False  # what asks for nothing and only touches a document's subject may be about anything
    telling = [t for t in frame.terms if t.grounded and t.weight >= _TELLING]
    only_people = bool(telling) and all(t.kind == "unit" or set(t.concepts) & _PEOPLE for t in telling)
    if frame.inherited or frame.role and not _of_a_title(frame):
        return strange > grounded
    return only_people or strange > _HALF * grounded or _of_a_title(frame)


def _applies(frame: Frame, term: Term) -> bool:
    """Whether the word names the unit of which it is asked whether it may apply, or where it is: that is to be told
    also of a kind, and of a place, that no document speaks of."""
    where = bool(regions().places(term.words) or regions().outside(term.words))
    return frame.whether and bool(frame.role) and (term.kind == "unit" or where)


def _strange(ungrounded: list[Term]) -> float:
    return sum(3.0 * min(1.0, t.weight) for t in ungrounded)


def _of_a_title(frame: Frame) -> bool:
    """Whether how to get a title is asked ("某某企业认定要什么条件"), which is another scheme than any that is held."""
    titled = "|".join(re.escape(u.words.lower()) for u in frame.units if u.feature("designation"))
    nouns = "|".join(filter(None, (titled, "集群|实验室|工作站|示范区|资格证|证书|称号")))
    return bool(
        re.search(
            rf"(?:{nouns})[^，,。？?]{{0,12}}?(?:认定|评定|评选|评审|怎么[申评报考]|如何[申评报考])", frame.masked
        )
    )
