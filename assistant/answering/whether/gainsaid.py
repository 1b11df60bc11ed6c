"""A yes that the words of its own clause gainsay. What a technique takes for a confirmation speaks of the same things;
here the claim is held against what the clause says of them: so or not so (and `otherwise`: of whom, of how many)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.grounds.case_told import excepted
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.grounds.whose import OWN_PURSE
from assistant.answering.question.claimed import Claim, claim
from assistant.answering.question.frame import CONFIRM
from assistant.answering.sentences.spans import segment_at, segments
from assistant.answering.sentences.spans import whole as passage_quote
from assistant.answering.whether.beside import beside, only_a_case, strange
from assistant.answering.whether.otherwise import RULED, otherwise
from assistant.answering.whether.qualified import qualified, sentence
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote

_NEGATION = (
    r"不(?!少于|低于|超过|得少|得低|得多|高于|大于|小于|同|断|仅|但|限于|定期|足|合格|通过|满)"
    r"|(?<!有)无(?!误|人|线|锡|缝|论|异议)|免(?!疫)|未(?!来|成年)|没有|除外|严禁|禁止|停止|废止|失效|自动(?:失效|取消)"
)
_DENIES = regex(_NEGATION)
_ONLY = regex(r"仅|只(?!要)|限(?!期|额|制)|唯一|方可")
_ALIKE = 0.75
_SAME = 0.9
_BRIEF = 6  # characters of what is denied that may stand in the clause as they are
_OF_A_ROLE = frozenset({"inside", "overlap"})
_LETS = regex(r"(?<!不)可以?(?!行|持|靠)|允许|鼓励")
_NEVER = regex(r"\bnever\b|\bunder no circumstances\b|绝不|绝对不|一概不|从来不")
_STANDING = regex(r"资格|机会|可能|申报|参加|牵头")
_LIMIT = regex(r"限制|要求|规定|上限|门槛|约束")
_LIMITS = regex(r"以内|不超过|不少于|不低于|应(?!用)|须|不得|限(?!制)|仅")
_LACKS = regex(r"(?:未|没有?|不|逾期)[^，。；]{0,6}$")
_HEDGED = regex(r"原则上|除外|但(?!须|应)|确[因需有]|视情|酌情|必要时")


def gainsaid(scene: Scene, found: Finding | None) -> Finding | None:
    """The finding, `qualified`; a no where its sentence says the opposite of the claim, None where it speaks of
    something else."""
    made = qualified(scene, found) if found else None
    if made is None or made.verdict not in ("yes", "conditional") or not made.quotes or not scene.frame.whether:
        return made
    asked = claim(scene.frame)
    whole = _told(scene, made.quotes[0])
    text = whole.text.lower()
    if beside(scene, made, asked, text):
        return None
    gainsays = _shut_out(scene, made) or _affirmed(scene, made, asked, text) or _denied_there(scene, made, asked, text)
    if gainsays or otherwise(scene, made, asked, text):
        return replace(made, verdict="no", reason="contrary", said=whole.text, quotes=(whole,), values=(), hinge=None)
    return None if only_a_case(made) or strange(scene, made, asked, text) else made


def _shut_out(scene: Scene, made: Finding) -> bool:
    """Whether somebody is said never to have a part ("only companies, never associations, may join") to whom the rule
    on it opens."""
    told = made.verdict == "yes" and made.reason in _OF_A_ROLE and CONFIRM.search(scene.frame.masked)
    return bool(told and _NEVER.search(scene.frame.masked))


def _told(scene: Scene, quote: Quote) -> Quote:
    """The passage that the quote stands in, its sentence where it is none of those found."""
    spots = (f.passage for f in scene.found if f.passage.clause is quote.clause)
    passage = next((p for p in spots if p.start <= quote.start < p.end), None)
    return passage_quote(passage) if passage else sentence(quote)


def _affirmed(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """What is said not to be is what the sentence says, and it denies nothing of it."""
    away = [run for run in asked.denied if run.startswith("在") and any(p in run[:8] for p in scene.frame.places)]
    if len(away) == len(asked.denied) or made.reason in RULED or excepted(scene, text):
        return False  # 不在本市的: where somebody is not, is no claim
    if any(_LIMIT.search(run) for run in asked.denied) and made.reason in ("", "must", "optional"):
        return bool(_LIMITS.search(text)) and not _DENIES.search(text)
    if made.reason == "optional" and made.verdict == "conditional" and any(map(_STANDING.search, asked.denied)):
        return True
    if made.reason == "optional" and made.verdict == "yes":
        return False
    if made.reason in _OF_A_ROLE and not _LETS.search(text):
        return False
    spots = [
        (m.start(), a)
        for run in asked.denied
        for t in scene.frame.terms
        if any(w in run for w in (t.words, *t.also))
        for a, f in t.alternatives
        if f >= _ALIKE and len(a) > 1
        for m in re.finditer(re.escape(a), text)
    ]
    spots += [(text.index(r), r) for run in asked.denied if 1 < len(r := run.strip(" 了的")) <= _BRIEF and r in text]
    spots = [
        (at, a) for at, a in spots if not _LACKS.search(_part(text, at)) or not _OF_A_CASE.match(text[at + len(a) :])
    ]
    if spots:
        return not any(_negated(text, at, a) for at, a in spots) and not _ONLY.search(text)
    return (
        made.verdict == "yes"
        and not _DENIES.search(text)
        and not _ONLY.search(text)
        and not _untold(scene, asked.denied)
    )


def _untold(scene: Scene, runs: tuple[str, ...]) -> bool:
    """Whether what is denied holds a weighty word that no document has."""
    return any(t.kind == "unknown" and t.weight >= 1.0 and t.words in run for t in scene.frame.terms for run in runs)


def _negated(text: str, at: int, word: str) -> bool:
    """Whether the comma segment denies the word, before it or right behind it."""
    start, end = next((s, e) for s, e in segments(text) if s <= at < e)
    return bool(
        _DENIES.search(text[start : at + len(word)])
        or re.search(r"^(?:的)?(?:除外|不|无需|免)", text[at + len(word) : end])
    )


_DENIED = regex(
    r"(?:不(?!合格|通过|一致)(?:作|做|予|受|再|得|需要?|必|能|可以?|计入?|占|影响|安排|享受|参加|算|含|接受?|属于?)?(?!少于|低于|超过|同|断|仅|但|限于|足|满)|无[需须]"
    r"|可?免[予于]?|(?<![^的，。；])未)[^，。；的]{0,5}$"
)
_OF_A_CASE = regex(r"^[^，。；]{0,8}(?:的(?=[，,]|不|予|将|可|应)|者|时|后)")


def _denied_there(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """What is said to be so is what the sentence denies, outright."""
    if asked.denied or made.reason in RULED | {"meets", "inside", "overlap"} or OWN_PURSE.search(scene.frame.masked):
        return False
    if made.verdict == "conditional" and (not CONFIRM.search(scene.frame.masked) or _HEDGED.search(text)):
        return False
    told = "，".join(asked.parts)
    for term in scene.frame.terms:
        words = [w for w in (term.words, *term.also) if w in told]
        if not words or any(_DENIED.search(told[: told.index(w)]) for w in words):
            continue
        alike = [a for a, f in term.alternatives if f >= _ALIKE and len(a) > 1]
        spots = [(m.start(), m.end()) for a in alike for m in re.finditer(re.escape(a), text)]
        here = [bool(_DENIED.search(_part(text, s)) and not _OF_A_CASE.match(text[e:])) for s, e in spots]
        if here and (
            all(here) or any(here) and _of_the_same_thing(scene, told, told.index(words[0]), text, spots, here)
        ):
            return True
    return False


def _of_the_same_thing(
    scene: Scene, told: str, at: int, text: str, spots: list[tuple[int, int]], denied: list[bool]
) -> bool:
    """Whether the thing named right before the word stands where the word is denied, and nowhere else ("封面不签章")."""
    before = [t for t in scene.frame.terms if t.kind != "unit" and 0 <= told.find(t.words) < at]
    nearest = max(before, key=lambda t: told.find(t.words), default=None)
    if nearest is None:
        return False
    held = [any(a in segment_at(text, s) for a, f in nearest.alternatives if f >= _SAME) for s, _ in spots]
    return held == denied


def _part(text: str, at: int) -> str:
    """What stands before the place in its comma segment."""
    return next(text[s:at] for s, e in segments(text) if s <= at < e)
