"""Sentences that forbid: what of a sentence the prohibition is about, and whether that is what the question asks."""

from __future__ import annotations

import re

from assistant.answering.finding import Finding
from assistant.answering.leave import speaking
from assistant.answering.locate import Found
from assistant.answering.polarity import Mode, concerns, finding
from assistant.answering.scene import Scene
from assistant.answering.spans import around, segments, whole
from assistant.answering.terms import OF_AN_ACT, Term
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote

_FORBID = regex(
    r"不得|不予|不冠|禁止|严禁|不能(?!少)|不可|不接受|不受理|不允许|不再|不超出|不计入|不纳入|暂停(?![^，。；]{0,14}的[，,])"
)
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
    if match.group() in scene.frame.masked:
        return None
    after = text[match.end() : match.end() + 12]
    asks_lead = scene.frame.role == "lead" or "牵头" in scene.frame.masked
    if "牵头" in after and not asks_lead or _TOGETHER.search(after) and not _TOGETHER.search(scene.frame.masked):
        return None
    if not concerns(scene, re.split(r"[，,。；;：:（(]", text[: match.start()])[-1]):
        return None
    if not _is_about(scene, text, match, kind):
        return None
    words = scene.words(found)
    quote = around(found.passage, match.start(), match.end(), words, 80)
    if not any(w in quote.text.lower() for w in words):
        return None
    if "原则上" in text[max(0, match.start() - 6) : match.start()]:
        return finding(scene, found, "conditional", "prohibited", quote)
    so = scene.frame.denies or "negated" in scene.frame.marks and kind == "truth"
    return finding(scene, found, "yes" if so else "no", "prohibited", quote)


def reach(text: str, match: re.Match[str]) -> str:
    """What of the sentence a prohibition is about: its own segment, and what leads in to it. A segment that says
    something of its own ("主要用于购置器材，不得用于……") stays free."""
    parts = [text[s:e] for s, e in segments(text)]
    ends, at = [], 0
    for part in parts:
        at += len(part)
        ends.append(at)
    own = next(i for i, end in enumerate(ends) if match.start() < end)
    first = own
    while first and (_LEADS_IN.search(parts[first - 1]) or not _PREDICATE.search(parts[first - 1])):
        first -= 1
    return "".join(parts[first : own + 1])


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
    return last is None or within(last) or within(max(told, key=lambda t: t.weight))


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
