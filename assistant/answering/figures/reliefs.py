"""Rules that free a case from what holds for all ("丙类不作面积要求"), loosen it, or let it do what others may not."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.figures.standing import bounded_apart, standing
from assistant.answering.figures.widened import within_widened
from assistant.answering.grounds.case_told import FROM_ELSEWHERE
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import mode
from assistant.answering.grounds.proof import LOSS
from assistant.answering.grounds.scene import Scene, quantities_in, spoken
from assistant.answering.grounds.whose import alone
from assistant.answering.question.focusing import focus
from assistant.answering.question.text import pairs
from assistant.answering.question.told_figures import names_measure
from assistant.answering.sentences.relief_rules import CASE_ENDS, Relief, reliefs_in
from assistant.answering.sentences.spans import segments, whole
from assistant.guideline.patterns import regex

_ON_TERMS = regex(r"经[^，。；]{2,20}(?:授权|同意|批准|审核|备案)|按照?|凭|在[^，。；]{2,16}前提下")
_OWED = regex(r"(?<![要觉获取])得(?=[交有报提填写办附备签找])|用不用|要不要|需不需|必须|需要|还要|也要|\bmust\b|\bneed")
_TAKES_PART = regex(r"参与|参加|加入|申报|报名|合作|[当做]|作为")
_TAKEN_BACK = regex(r"[，,；;]?(?:但|而)?(?:不得|不能|不可)(?P<act>[^，。；]{2,20})")
_ONCE = regex(r"当年|首年|第一年|首次|本次|一次性?(?![^，。]{0,4}补)")
_HOLDER = regex(r"[一-鿿]{2,6}?[人员师生者长]$")
_FOR_GOOD = regex(
    r"(?:以后|今后|往后|从此)[^，,。？?]{0,6}(?:每[年次]|都|一直|永远)|每年都(?:可以|能)?不|一直(?:不用|免)|永久"
)
_BARE_ACT = regex(r"^(?:提供|提交|报送|填写|递交|出具|附)?$")
_MEASURES = regex(r"^(?:人数|数量|个数|年限|年龄|面积|比例|规模|资格|标准)$")
_POINTS = regex(r"此|该|上述|前款|这")
_FIT = regex(r"(?:符合|具备|满足)[^，。；]{0,8}(?:条件|规定|要求)")
_LEFT_OUT = regex(r"除外[）)]?$")
_LEAST = 0.3
_SURE = 0.75
_HEAVY = 4.0
_SHAPING = frozenset({"condition", "submit", "number_of", "count_limit"})


def relieved(scene: Scene) -> Finding | None:
    """The relief that the question's case has from what it asks about; None where the case is not told, or the relief
    is from something else."""
    if scene.frame.denies or scene.frame.marks & {"demand", "haste"} or scene.frame.concepts & LOSS:
        return None
    for found in scene.found[:12]:
        if found.coverage < _LEAST or not found.own or not spoken(found.passage):
            continue
        if "absolute" in scene.frame.marks and not once(scene, found):
            continue
        for relief in reliefs_in(found.passage.text):
            if _of_another_holder(scene, found, relief):
                continue
            if standing(scene, relief.case) == "told" and (verdict := _verdict(scene, found, relief)):
                return _told(scene, found, relief, verdict)
    return None


def _verdict(scene: Scene, found: Found, relief: Relief) -> Verdict | None:
    owed = mode(scene) == "obligation" or bool(_OWED.search(scene.frame.masked))
    if relief.kind == "widens":
        met = None if owed or _beside_its_bound(scene, found, relief) else within_widened(scene, found, relief)
        sure: Verdict = "conditional" if relief.more or _else_asked(scene, found) else "yes"
        return sure if met else None if met is None else "no"
    if relief.kind == "lets":
        return None if owed or "negated" in scene.frame.marks else _let(scene, found, relief)
    if not _on(scene, found, relief):
        return None
    if owed or once(scene, found):
        return "conditional" if relief.more else "no"
    left_out = _LEFT_OUT.search(found.passage.text[relief.start : relief.end])
    if left_out and mode(scene) == "permission" and _TAKES_PART.search(scene.frame.masked):
        # who is left out of one condition still has to meet the others, one that is told first of all
        return None if _of_something_else(scene, relief) else "conditional"
    return "conditional" if relief.more or _else_asked(scene, found) else "yes"


def _of_something_else(scene: Scene, relief: Relief) -> bool:
    """Whether the question tells a thing that is neither the case nor what it is let off."""
    said = f"{relief.case}{relief.thing}".lower()
    told = (t for t in scene.frame.terms if t.weight > 0.5 and t.kind not in ("unit", "unknown") and not t.about_role)
    told = (t for t in told if not any(a in said for a, _ in t.alternatives))
    return any(not any(p in said for p in pairs(t.words)) for t in told)


def _of_another_holder(scene: Scene, found: Found, relief: Relief) -> bool:
    """Whether the figure is told of somebody of whom the documents speak, and the clause does not ("负责人70岁": the age of
    teachers)."""
    told = {h for q in scene.frame.quantities for h in _HOLDER.findall(q.head)}
    text = f"{found.passage.clause.text}{relief.case}"
    return any(h not in text and scene.index.known(h) for h in told)


def _beside_its_bound(scene: Scene, found: Found, relief: Relief) -> bool:
    """Whether the bound that is widened stands beside that of what the question is about."""
    text, begun = found.passage.clause.text, found.passage.start + relief.start
    bounds = [q for q in quantities_in(text[:begun]) if not q.interval.exact]
    return bool(bounds) and bounded_apart(scene, text, bounds[-1].start, found.passage.start + relief.end)


def once(scene: Scene, found: Found) -> bool:
    """Whether what is let off for once is asked about for good ("当年可免": 以后每年都不用)."""
    return bool(_ONCE.search(found.passage.text) and _FOR_GOOD.search(scene.frame.masked))


def _let(scene: Scene, found: Found, relief: Relief) -> Verdict | None:
    """The leave to do what the question asks leave for; a plain yes where nothing else is wanted of the case."""
    asked = scene.frame.masked
    if mode(scene) != "permission":
        return None
    case = set(pairs(relief.case))
    acts = [p for p in pairs(relief.thing) if p not in case]
    if (scene.frame.role == "lead") != ("牵头" in relief.thing):
        return None
    applies = _TAKES_PART.search(asked) or scene.frame.role == "applicant"
    takes_part = _TAKES_PART.search(relief.thing) and applies and (scene.frame.role or _merely(scene, found))
    meant = {a for t in scene.frame.terms if t.kind == "concept" for a, f in t.alternatives if f >= _SURE}
    acts_told = any(p in asked for p in acts) or any(_within(a, relief.thing) for a in meant)
    if not takes_part and not acts_told or _another_thing(scene, found) or alone(scene, relief.thing):
        return None
    denied = _TAKEN_BACK.match(found.passage.text, relief.end)
    back = pairs(denied["act"]) - pairs(relief.thing) if denied else frozenset[str]()
    if back and sum(p in asked for p in back) > len(back) / 2:
        return None  # 可以作为成员，但不得领办: whoever asks to lead
    whole_case = not CASE_ENDS.search(relief.case)
    plain = whole_case and not relief.more and not _ON_TERMS.search(relief.thing) and not _else_asked(scene, found)
    fit = _FIT.search(relief.case) and not _FIT.search(asked)  # 符合条件的: of that the question tells nothing
    return "yes" if plain and not fit and not scene.frame.quantities else "conditional"


def _another_thing(scene: Scene, found: Found) -> bool:
    """Whether leave is asked for a thing of which the clause tells nothing (another tax than the one it lets off)."""
    part, text = focus(scene.frame.masked), found.passage.clause.text.lower()
    things = (t for t in scene.frame.terms if t.kind == "concept" and t.weight >= _HEAVY and t.words in part)
    names = (({t.words, t.words[::-1]} | {a for a, _ in t.alternatives}) for t in things if not t.is_role)  # 外省, 省外
    return any(not any(name in text for name in some) for some in names)


def _within(word: str, act: str) -> bool:
    """Whether the act holds the word, or a verb and its object that the word puts into two characters (收费: 收取门票费)."""
    return word in act or len(word) == 2 and bool(re.search(rf"{word[0]}[^，。；]{{0,4}}{word[1]}", act))


def _merely(scene: Scene, found: Found) -> bool:
    """Whether nothing weighty but units and what the sentence speaks of is asked about."""
    rest = [(i, t) for i, t in enumerate(scene.frame.terms) if t.kind != "unit" and t.weight >= 1.5]
    return all(i in found.matched or FROM_ELSEWHERE.search(t.words) for i, t in rest)


def _on(scene: Scene, found: Found, relief: Relief) -> bool:
    """Whether the question is about what the relief is from."""
    text, asked = relief.thing.lower(), scene.frame.masked
    if _POINTS.search(text) or _BARE_ACT.match(text):  # 不作此要求: what the sentence before requires
        text += found.passage.clause.text[: found.passage.start].lower()[-90:]
    if names_measure(relief.thing.removesuffix("要求"), scene.frame.quantities):
        return True
    case = set(pairs(relief.case))
    if any(p in asked and p not in case for p in pairs(relief.thing)):
        return True
    own = (t for t in scene.frame.terms if t.weight >= 0.9 and t.kind not in ("unit", "unknown"))
    own = (t for t in own if not set(pairs(t.words)) & case)
    return any(a in text for t in own for a, f in t.alternatives if f >= 0.75)


def _else_asked(scene: Scene, found: Found) -> bool:
    """Whether the question asks of a weighty thing that neither the clause nor the document's title speaks of."""
    text = f"{found.passage.clause.text}{scene.guideline.entry.title}".lower()
    weighty = (t for t in scene.frame.terms if t.weight >= 1.5 and t.kind != "unit" and not t.about_role)
    return any(
        not any(a in text for a, _ in t.alternatives) and not any(p in text for p in pairs(t.words))
        for t in weighty
        if not _SHAPING & set(t.concepts)
        and not _MEASURES.match(t.words)
        and not any(t.words in u.words for u in scene.frame.terms if u.kind == "unknown")
    )


def _told(scene: Scene, found: Found, relief: Relief, verdict: Verdict) -> Finding:
    text = found.passage.text
    end = relief.end
    if relief.more:
        end = next((e for s, e in segments(text) if s >= relief.end), end)
    start = relief.start
    if relief.kind != "lets" and _POINTS.search(relief.thing):
        start = 0
    quote = whole(found.passage, start, end)
    denied = "contrary" if once(scene, found) else "optional"
    reason = {"no": denied, "yes": "", "conditional": ""}[verdict] if relief.kind != "widens" else ""
    return Finding(scene.programme, "answered", verdict, quote.text, (quote,), reason, (), 9.0, 0.9)
