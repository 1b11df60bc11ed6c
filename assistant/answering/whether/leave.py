"""What a sentence lets and what it forbids, part by part: "可以用于甲，不得用于乙" lets the one and forbids the other."""

from __future__ import annotations

from assistant.answering.grounds.case_told import excepted
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, concerns, finding
from assistant.answering.grounds.proof import contrast, proves
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.rulings import MARK, Part, parts
from assistant.answering.sentences.spans import segments, whole
from assistant.guideline.patterns import regex

_ACT = regex(r"(?:能不能|可不可以|能否|可否|可以|能)(?:再|把|拿来|用来|拿去|用)?(?P<act>[一-鿿])")
_IF = regex(r"的[，,]$|^经.{2,20}(?:同意|批准|核准|核定|许可|备案)|(?:前提下|情况下|条件下)[，,]$")
_MEETING = regex(r"符合[^，。；]{0,12}(?:条件|规定)|视情|酌情|必要时")
_LOOSER = regex(r"放宽|提高到?至|上浮")
_WEIGHTY = 1.5
_EXPLAINED = 0.6
_TOLD = 0.9


def let_or_forbidden(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The part of the sentence that speaks of what is asked decides: forbidden there, or let there; on a condition
    where one stands before it. None where parts of both sorts speak of it alike."""
    if kind != "permission" or "negated" in scene.frame.marks or scene.frame.denies or scene.frame.quantities:
        return None
    speaks = speaking(scene, found)
    if speaks is None:
        return None
    part, explained = speaks
    if explained < _EXPLAINED or _LOOSER.search(found.passage.text[part.start : part.end]):
        return None
    if part.leave == "no":
        # What only the sentences around it speak of is not what this one forbids.
        told = (i for i, t in enumerate(scene.frame.terms) if t.weight >= _WEIGHTY and t.kind == "word")
        if any(i in found.matched and i not in found.own for i in told) or _of_another_act(scene, found, part):
            return None
        if not concerns(scene, MARK.split(found.passage.text[part.start : part.end], maxsplit=1)[0]):
            return None
        return finding(scene, found, "no", "prohibited", whole(found.passage))
    if part.leave == "may" and explained >= _TOLD and not contrast(scene, found):
        if excepted(scene, found.passage.text):
            return None
        quote = whole(found.passage, 0, part.end)
        conditions = (found.passage.text[s:e] for s, e in segments(found.passage.text) if e <= part.end)
        if any(_IF.search(c) for c in conditions) or _MEETING.search(quote.text):
            return finding(scene, found, "conditional", "", quote)
        return finding(scene, found, "yes", "", quote) if proves(scene, found) else None
    return None


def _of_another_act(scene: Scene, found: Found, part: Part) -> bool:
    """Whether leave is asked for an act ("可以拆掉吗") that the part which forbids does not tell."""
    asked, text = _ACT.search(scene.frame.masked), found.passage.text[part.start : part.end].lower()
    if asked is None or asked["act"] in text:
        return False
    start = asked.start("act")
    named = (t for t in scene.frame.terms if start - 2 <= scene.frame.masked.find(t.words) <= start + 1)
    return not any(a in text for t in named for a, _ in t.alternatives)


def speaking(scene: Scene, found: Found) -> tuple[Part, float] | None:
    """The part that speaks most of the last weighty thing asked, and which share of the question it explains with
    what stands before all parts and above the sentence."""
    text = found.passage.text.lower()
    shared, made = parts(text)
    if not made:
        return None
    terms = [(i, t) for i, t in enumerate(scene.frame.terms) if t.weight >= 1.0 and not t.words.isdigit()]
    held = {i: [p for p in made if any(a in text[p.start : p.end] for a, _ in t.alternatives)] for i, t in terms}
    asked = [(i, t) for i, t in terms if held[i] and t.weight >= _WEIGHTY and t.kind != "unit"]
    if not asked:
        return None
    last = max(asked, key=lambda it: scene.frame.masked.rfind(it[1].words))[0]
    worth = {p: sum(t.weight for i, t in terms if p in held[i]) for p in held[last]}
    best = max(held[last], key=lambda p: (worth[p], -p.start))
    if any(p.leave != best.leave and worth[p] >= worth[best] for p in held[last]):
        return None
    before = text[shared[0] : shared[1]]
    own = [i for i, t in terms if best in held[i] or any(a in before for a, _ in t.alternatives) or i in found.matched]
    total = sum(t.weight for _, t in terms) + sum(t.weight for t in scene.frame.terms if t.kind == "unknown")
    return best, sum(scene.frame.terms[i].weight for i in own) / (total or 1.0)
