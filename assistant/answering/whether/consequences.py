"""What comes of what is told: "X的，Y" and "有下列情形之一的，Y" read as rules, X held against the facts of the question."""

from __future__ import annotations

import re
from typing import Literal

from assistant.answering.answer import Verdict
from assistant.answering.grounds.case_told import asks_before_loss
from assistant.answering.grounds.comparing import against, comparable, scaled
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.proof import LOST_WITH
from assistant.answering.grounds.scene import Scene, quantities_in, spoken
from assistant.answering.question.term import Term
from assistant.answering.question.text import short_for
from assistant.answering.sentences.rules_of_cases import Rule, rules_in
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity

Met = Literal["met", "fails", "open", "other"]
_NOT = regex(r"不(?!少于|低于|超过|足|限|同)|未|没|无|拒|逾期|缺|忘|漏")
_DENIED = regex(r"(?:不予|不得|不再|不能|不可|不会|没法|无法|停止|暂停)[^，。；]{0,4}$|不(?:给|让|准)?$|(?:没有?|无)$")
_A_NOT_A = regex(r"([一-鿿])[不没]\1")
_LIGHT = regex(r"[的了在有被已其将和或及与以等由对于是为之个所内上下中\W\d]|情况|行为|情形|一[个家项]")
_GRAVE = regex(r"连续|较大|重大|特大|严重|恶意|故意|造成|导致|拒不|擅自|多次|屡次|仍|并且|且|同时|整改后")
_LOSS = regex(r"撤销|取消|收回|摘牌|退出")
_LOST = LOST_WITH - {"condition"}
_MAY = regex(r"可(?!行|复|持|靠)以?|视情|酌情|必要时|原则上|一般")
_SHORT_OF = regex(r"(?:不足|(?<!不)低于|(?<!不)少于|未达到?|不到|不满)[^，。；]{0,8}$")
_WHOLE = 4  # characters
_HEAVY = 1.5
_STRANGE = 0.7
_MOST, _HALF = 0.7, 0.45


def consequence(scene: Scene, kind: Mode) -> Finding | None:
    """Whether what a rule lays down for a case comes about in the case that the question tells: yes where it tells
    all of the case, no where a figure of it falls short, depends where the rule leaves it open or more is wanted."""
    if kind == "obligation" or scene.frame.denies or asks_before_loss(scene):
        return None
    for found in scene.found[:10]:
        if found.coverage < 0.4 or not found.own and not found.passage.rule or not spoken(found.passage):
            continue
        for rule in rules_in(found.passage):
            if made := _applied(scene, found, rule, kind):
                return made
    return None


def of_another_case(scene: Scene, found: Found) -> bool:
    """Whether the sentence lays down what is asked for another case than the question tells."""
    asked = _A_NOT_A.sub(r"\1", scene.frame.masked)
    laid_down = [r for r in rules_in(found.passage) if not r.supposed and _asked_of(scene, r)]
    return bool(laid_down) and all(_held(scene, r.case, asked) in ("other", "fails") for r in laid_down)


def _applied(scene: Scene, found: Found, rule: Rule, kind: Mode) -> Finding | None:
    asked = _A_NOT_A.sub(r"\1", scene.frame.masked)
    then = _asked_of(scene, rule)
    if then is None or _more_asked(scene, found, rule):
        return None
    word, said = then
    same = _denied(asked, word) == _denied(rule.then, said)
    met = _held(scene, rule.case, asked)
    quote = whole(found.passage)
    if met == "met":
        if kind == "permission" and same:
            return None  # that something may be done wants proof word by word
        open_to = _MAY.search(rule.then)
        verdict: Verdict = "conditional" if open_to else "yes" if same else "no"
        return finding(scene, found, verdict, "" if same else "contrary", quote)
    if rule.supposed or kind != "truth" or not same or met == "open" and scene.frame.marks & {"haste", "absolute"}:
        return None
    if met == "fails":
        return finding(scene, found, "no", "contrary", quote)
    return finding(scene, found, "conditional", "", quote) if met == "open" else None


def _asked_of(scene: Scene, rule: Rule) -> tuple[str, str] | None:
    """The last thing asked that the rule lays down, as the question says it and as the rule does."""
    low, asked = rule.then.lower(), scene.frame.masked
    best: tuple[int, str, str] | None = None
    for term in scene.frame.terms:
        if term.kind == "unit" or term.about_role and "condition" not in term.concepts:
            continue
        held = next((a for a in (term.words, *(a for a, f in term.alternatives if f >= 0.75)) if a in low), "")
        at = max((asked.rfind(w) for w in (term.words, *term.also)), default=-1)
        if held and at >= 0 and (best is None or at > best[0]):
            best = (at, asked[at : at + len(term.words)], held)
    asking = scene.frame.asking_part
    return (best[1], best[2]) if best and best[1] in asking else None


def _more_asked(scene: Scene, found: Found, rule: Rule) -> bool:
    """Whether the question speaks of a weighty thing that neither the rule nor what stands above it tells."""
    told = f"{rule.case}{rule.then}".lower()
    beside = {i for f in scene.found if f.passage.clause is found.passage.clause for i in f.matched}

    def untold(i: int, term: Term) -> bool:
        if term.kind == "unknown":
            return term.weight >= _STRANGE and not any(p in told for p in _runs(term.words, told))
        if _LOST & set(term.concepts) and _LOSS.search(rule.then):
            return False  # 牌子会被摘吗: 撤销其认定
        named = i in beside or any(term.words in name for name in scene.names)
        if named or term.weight < _HEAVY or short_for(term.words, found.passage.clause.text.lower()):
            return False
        return not any(a in told for a, _ in term.alternatives)

    return any(untold(i, t) for i, t in enumerate(scene.frame.terms))


def _denied(text: str, word: str) -> bool:
    return bool(_DENIED.search(text[: max(0, text.find(word))]))


def _held(scene: Scene, case: str, asked: str) -> Met:
    """How the facts of the question stand to the case of a rule; of cases joined by "or" the one that they fit best."""
    order: dict[Met, int] = {"met": 3, "fails": 2, "open": 1, "other": 0}
    cases = re.split(r"或者?(?!许)", case)
    listed = [case.split("、") for case in cases]
    cases = [c for parts, case in zip(listed, cases, strict=True) for c in (parts if _each_whole(parts) else [case])]
    return max((_fits(scene, c, asked) for c in cases), key=order.__getitem__, default="other")


def _each_whole(parts: list[str]) -> bool:
    """Whether each part of a list is a case of its own ("弄虚作假、伪造协议"), not a word of one ("招生、就业等领域")."""
    return all(len(_LIGHT.sub("", p)) >= _WHOLE for p in parts)


def _fits(scene: Scene, case: str, asked: str) -> Met:
    figures = quantities_in(case)
    kept = [True] * len(case)
    for q in figures:
        kept[q.start : q.end] = [False] * (q.end - q.start)
    for name in scene.names:
        for match in re.finditer(re.escape(name), case):
            kept[match.start() : match.end()] = [False] * len(name)
    for match in _LIGHT.finditer(case):
        kept[match.start() : match.end()] = [False] * (match.end() - match.start())
    told = [False] * len(case)
    words = {a for t in scene.frame.terms for a, f in t.alternatives if f >= 0.75} | _runs(case, asked)
    for word in words:
        for match in re.finditer(re.escape(word), case.lower()):
            told[match.start() : match.end()] = [True] * len(word)
    whole_case = sum(kept)
    share = sum(k and t for k, t in zip(kept, told, strict=True)) / whole_case if whole_case else 0.0
    facts = re.sub(r"不会|不予|不得|不能|是不是|不再", "", asked)
    ends = [t for k, t in zip(kept, told, strict=True) if k][-2:]
    if share < _MOST and not any(ends):
        return "other"  # what is the case with the thing ("资料失实") is not told
    if share < _HALF or bool(_NOT.search(case)) != bool(_NOT.search(facts)):
        return "other"
    compared = [_compared(scene, case, q) for q in figures]
    if "fails" in compared:
        return "fails"
    grave = any(not told[m.start()] for m in _GRAVE.finditer(case))
    return "met" if share >= _MOST and not grave and "open" not in compared else "open"


def _runs(text: str, other: str) -> frozenset[str]:
    """The runs of two characters or more that both texts hold."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2] in other)


def _compared(scene: Scene, case: str, bound: Quantity) -> Met:
    """A figure of the case against the one that the question gives: so many at least, unless it says less."""
    given = [q for q in scene.frame.quantities if comparable(q, bound)]
    if not given:
        return "open"
    limit = bound.interval
    if limit.exact:
        short = _SHORT_OF.search(case[: bound.start])
        limit = Interval(None, limit.low, high_open=True) if short else Interval(limit.low, None)
    results = [against(scaled(q, bound.unit), limit) for q in given]
    return "met" if "meets" in results else "fails" if set(results) <= {"under", "over"} else "open"
