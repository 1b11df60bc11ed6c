"""Sentences that forbid: what of a sentence the prohibition is about, and whether that is what the question asks."""

from __future__ import annotations

import re

from assistant.answering.grounds.case_told import SOME_OF, excepted, hardly_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import EXISTS, Mode, aims_at, concerns, finding
from assistant.answering.grounds.proof import tells
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.term import OF_AN_ACT, Term
from assistant.answering.sentences.spans import around, segments, whole
from assistant.answering.whether.leave import speaking
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote

_FORBID = regex(
    r"不得|不予|不冠|禁止|严禁|不能(?!少)|不可|不接受|不受理|不允许|不再|不超出|不计入|不纳入|不占|暂停(?![^，。；]{0,14}的[，,])"
)
_BRIEF = 60  # characters of a sentence that is told whole
_A_NOT_A = regex(r"([一-鿿])[不没]\1")
_REFUSED = regex(r"不(?:收|受理|接受|算|占|准|允许|许|纳入|计入|列入|认可)(?!得)")
_REFUSED_EN = regex(r"\b(?:barred|forbidden|prohibited|banned|excluded|left out|ruled out)\b")
_UNCOUNTED = regex(r"(?:可以?|能)(?:给)?不(?:算|计|占|纳入|列入)")  # 可以不算进去吧: 不计入
_ASKS_LEAVE = regex(r"可以|能|行")
_WHO_MAY = regex(r"(?P<who>[^由]{2,30}?)(?:可以?|应当?|须|均可)")
_LACKING = regex(r"(?:不|未|没|无|缺|逾期)[^，。；]{0,16}(?:的|者|时)[，,]?[^，。；]*$")
_LEFT_OUT = regex(r"不用|不需要?|不必|无需|不(?!是|过|仅|光|但|管|论)|没|免|\bnot\b|\bno\b|\bwithout\b")
_TOGETHER = regex(r"同时|重复|兼")
_LEADS_IN = regex(r"(?:的|时|后|前|者|情形|情况下?|期间|期内)[，,：:]$")
_PREDICATE = regex(r"应(?!用)|须|可(?!行|靠|持)|需(?!求)|用于|采用|采取|鼓励|支持|由.{1,12}[牵组负承审批]|限|每")


def forbidden(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """What the question asks leave for is what the sentence, or the one that introduces it, forbids."""
    text = found.passage.text
    matches = list(_FORBID.finditer(text))
    if not matches and _FORBID.search(found.passage.rule) and found.coverage >= 0.5 and kind == "permission":
        return finding(scene, found, "no", "prohibited", whole(found.passage)) if _mostly(scene, found, 0.6) else None
    if found.coverage < 0.5 or not _mostly(scene, found, 0.4):
        return None
    if (part := speaking(scene, found)) and part[0].leave == "may":
        return None  # 可以用于甲，不得用于乙: what is asked is the one that is let
    for match in matches:
        if made := _by(scene, found, kind, match):
            return made
    return None


def _by(scene: Scene, found: Found, kind: Mode, match: re.Match[str]) -> Finding | None:
    text = found.passage.text
    if match.group() in _A_NOT_A.sub("", scene.frame.masked) and not _told_refused(scene):
        return None
    after = text[match.end() : match.end() + 12]
    asks_lead = scene.frame.role == "lead" or "牵头" in scene.frame.masked
    if "牵头" in after and not asks_lead or _TOGETHER.search(after) and not _TOGETHER.search(scene.frame.masked):
        return None
    if not concerns(scene, _subject(text, match.start())) or kind == "truth" and EXISTS.search(scene.frame.masked):
        return None
    if not _is_about(scene, text, match, kind) or _of_the_other(scene, found, match):
        return None
    if _for_others(scene, text, match.start()):
        return None
    words = scene.words(found)
    quote = around(found.passage, match.start(), match.end(), words, 80)
    if not any(w in quote.text.lower() for w in words):
        return None
    if len(text) <= _BRIEF:
        quote = whole(found.passage)
    if "原则上" in text[max(0, match.start() - 6) : match.start()]:
        return finding(scene, found, "conditional", "prohibited", quote)
    if excepted(scene, text):
        return finding(scene, found, "conditional", "", whole(found.passage))
    if _told_refused(scene):
        reason = "" if _UNCOUNTED.search(scene.frame.asking_part) else "prohibited"
        return finding(scene, found, "yes", reason, quote) if tells(scene, found) else None
    if scene.frame.denies:
        return finding(scene, found, "yes", "prohibited", quote)
    if "negated" in scene.frame.marks and kind == "truth" and not _without(text[: match.start()]):
        object_of = text[match.end() :].lower()
        left_out = aims_at(scene, found, _LEFT_OUT)
        return finding(scene, found, "yes", "prohibited", quote) if any(w in object_of for w in left_out) else None
    return finding(scene, found, "no", "prohibited", quote)


def _of_the_other(scene: Scene, found: Found, match: re.Match[str]) -> bool:
    """Whether the sentence says of one thing what it denies of another ("甲计入，乙不计入"), and the one is asked about."""
    text, said = found.passage.text.lower(), match.group().removeprefix("不")
    denied = next(text[s:e] for s, e in segments(text) if s <= match.start() < e)
    others = [text[s:e] for s, e in segments(text) if said in text[s:e] and f"不{said}" not in text[s:e]]
    if said == match.group() or len(others) != 1:
        return False
    words = scene.words(found)
    own = [
        any(w in part and w not in other for w in words) for part, other in ((others[0], denied), (denied, others[0]))
    ]
    return own == [True, False]


def _without(before: str) -> bool:
    """Whether what is forbidden is forbidden to whoever lacks something ("不盖章的，不予受理")."""
    return bool(_LACKING.search(before))


def _told_refused(scene: Scene) -> bool:
    """Whether it is to be confirmed that something is not let in or counted ("……是不收的，对吧"); that something need
    not be done is no such thing."""
    asking = _A_NOT_A.sub("", scene.frame.asking_part)
    if _UNCOUNTED.search(asking):
        return True
    return bool(_REFUSED_EN.search(asking) or _REFUSED.search(asking) and not _ASKS_LEAVE.search(asking))


def reach(text: str, match: re.Match[str]) -> str:
    """What of the sentence a prohibition is about: its own segment, and what leads in to it. A segment that says
    something of its own ("主要用于购置器材，不得用于……") stays free."""
    start, end = next((s, e) for s, e in segments(text) if match.start() < e)
    return "".join(_leading_in(text, match.start())) + text[start:end]


def _for_others(scene: Scene, text: str, at: int) -> bool:
    """Whether what the sentence forbids at the offset is forbidden in a case, or to some of a kind, that the question
    tells nothing of ("未满16周岁的，……不得"; "被撤销称号的企业不得": a company with losses)."""
    leading, own = _leading_in(text, at), _before(text, at)
    telling = [t.words for t in scene.frame.terms if t.weight >= 1.0 and t.kind != "unit"]
    cases = [p for p in (*leading, f"{own}，") if _LEADS_IN.search(p)]
    whom = [p for p in leading if p not in cases and not any(w in p for w in telling)]
    if any(hardly_told(scene.frame, part) for part in (*cases, *whom)):
        return True
    parts = [p.rstrip("，, ") for p in (*leading, own)]
    return any((some := SOME_OF.search(p)) and hardly_told(scene.frame, some["which"]) for p in parts)


def _before(text: str, at: int) -> str:
    """What stands before the offset in its own part of the sentence."""
    return re.split(r"[，,。；;：:（(]", text[:at])[-1]


def _subject(text: str, at: int) -> str:
    """What stands before the offset in its own part; where nothing does, who the part before is about ("协会可以参与，
    不得牵头")."""
    own = _before(text, at)
    parts = [p for p in re.split(r"[，,。；;：:（(]", text[: at - len(own)]) if p.strip()]
    who = _WHO_MAY.match(parts[-1]) if parts and not own.strip() else None
    return who["who"] if who else own


def _leading_in(text: str, at: int) -> list[str]:
    """The segments that lead in to the one that forbids: for whom, or for which case, it does."""
    parts: list[str] = []
    for start, end in reversed([(s, e) for s, e in segments(text) if e <= at]):
        part = text[start:end]
        if not _LEADS_IN.search(part) and _PREDICATE.search(part):
            break
        parts.insert(0, part)
    return parts


def _is_about(scene: Scene, text: str, match: re.Match[str], kind: Mode) -> bool:
    """Whether what weighs most of the question, or what it asks last, stands where the prohibition reaches; a duty is
    denied only by what is forbidden itself, not by a prohibition for whom it is owed to."""
    scope = reach(text, match)
    if kind == "obligation":
        scope = scope[scope.index(match.group()) :]
    asked, low = scene.frame.masked, scope.lower()
    told = [t for t in scene.frame.terms if t.kind != "unit" and not t.about_role and t.weight >= 1.0 and t.grounded]

    def within(term: Term) -> bool:
        return any(a in low for a, _ in term.alternatives)

    last = max(told, key=lambda t: max(asked.rfind(w) for w in (t.words, *t.also)), default=None)
    if last is None:
        acts = [t for t in scene.frame.terms if t.is_act]
        return not acts or any(map(within, acts))
    return within(last) or within(max(told, key=lambda t: t.weight))


def free_of(scene: Scene, found: Found) -> Quote | None:
    """What the sentence says where a prohibition beside it does not reach, all that it holds of the question being
    said there; None where it forbids nothing, or what is asked about stands where it forbids."""
    text = found.passage.text
    match = _FORBID.search(text)
    parts = segments(text)
    if match is None or len(parts) < 2 or match.group() in scene.frame.masked:
        return None
    start, end = next((s, e) for s, e in parts if s <= match.start() < e)
    if reach(text, match) != text[start:end]:
        return None
    told = [t for i, t in enumerate(scene.frame.terms) if i in found.own]
    words = [t for t in told if t.weight > OF_AN_ACT] or told
    said, forbidden_there = text[:start].lower(), text[start:].lower()
    if not words or any(a in forbidden_there for t in words for a, _ in t.alternatives if t.kind != "unit"):
        return None
    if not all(any(a in said for a, _ in t.alternatives) for t in words):
        return None
    return whole(found.passage, 0, start)


def _mostly(scene: Scene, found: Found, share: float) -> bool:
    """Whether the sentence itself speaks of that share of what is asked, units and roles aside."""
    rest = [(i, t.weight) for i, t in enumerate(scene.frame.terms) if t.kind != "unit" and not t.about_role]
    return sum(w for i, w in rest if i in found.own) >= share * sum(w for _, w in rest)
