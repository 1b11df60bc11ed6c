"""What a sentence lets or supports on a condition of its own ("符合条件可联合授予学位"): that it depends, where the act and
the thing asked about are those of the sentence. A plain yes needs more (proof)."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.proof import contrast, strange_act
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.grounds.whose import alone, of_organiser, other_doer
from assistant.answering.question.focusing import focus
from assistant.answering.sentences.rulings import rulings
from assistant.answering.sentences.spans import segments
from assistant.answering.whether.confirming import strangers, told
from assistant.guideline.patterns import regex

_LETS = regex(r"可(?![行复持靠能视见比谓供]|操作)以?|支持(?=[^，。；]{2})|允许|准予")
_CONDITION = regex(
    r"符合[^，。；]{0,12}(?:条件|规定)|(?<=[^，。；]{4})的[，,]|^(?:针?对|面向)[^，。；]{2,40}(?:企业|单位|学校|院校|基地|中心|人员|项目)[，,]|"
    r"经[^，。；]{1,20}(?:同意|批准|核准)|视情|必要时|酌情|适当|前提下|具有[^，。；]{2,20}的|如有"
)
_LESS = regex(r"减少|降低|缩短|减半|放宽|下调|压减|少(?:来|查|检|跑|交)")
_NONE_AT_ALL = regex(r"全?免(?!费)|取消|豁免|都?不用|不再|无需|不需要")
_EVER = regex(r"自动|一定|肯定|必然|都能|全部|所有|任何|无条件|直接|只要")


def on_conditions(scene: Scene, kind: Mode) -> Finding | None:
    """That it depends on what the sentence itself wants, for a question of leave."""
    asked = scene.frame.masked
    if kind != "permission" or not scene.chosen or scene.frame.denies or scene.frame.marks & {"negated", "absolute"}:
        return None
    one = all(q.interval.low == 1 == q.interval.high for q in scene.frame.quantities) and of_organiser(scene)
    if _EVER.search(asked) or strange_act(scene) or scene.frame.quantities and not (one or _LETS.search(asked)):
        return None
    part = focus(asked)
    for found in scene.found[:4]:
        text = found.passage.text
        if (
            not spoken(found.passage)
            or purposive(text)
            or not found.own
            or found.passage.clause.kind in ("row", "field")
        ):
            continue
        if contrast(scene, found) or alone(scene, text) or other_doer(scene, text) or strangers(scene, part, text):
            continue
        if _lets(scene, found, part) and _CONDITION.search(text) and told(scene, found, part):
            return finding(scene, found, "conditional", "")
    return None


def _lets(scene: Scene, found: Found, part: str) -> bool:
    """Whether the part of the sentence that lets something holds the last thing asked about."""
    text = found.passage.text
    terms = [scene.frame.terms[i] for i in found.own if scene.frame.terms[i].kind != "unit"]
    last = max(
        (t for t in terms if t.weight >= 2.0),
        key=lambda t: max(part.rfind(w) for w in (t.words, *t.also)),
        default=None,
    )
    if last is None or any(r.force in ("no", "refused") for r in rulings(text.lower())):
        return False
    lets = False
    for start, end in segments(text):
        lets = bool(_LETS.search(text[start:end])) or lets and not text[start:end].endswith("；")
        if lets and any(a in text[start:end].lower() for a, _ in last.alternatives):
            return True
    return False


def lessened(scene: Scene, kind: Mode) -> Finding | None:
    """Relief of a degree: fewer of a thing is not none of it ("抽检全免了": 减少检查频次)."""
    asked = scene.frame.asking_part
    wholly, partly = _NONE_AT_ALL.search(asked), _LESS.search(asked)
    if not (wholly or partly) or kind == "obligation" and not wholly:
        return None
    for found in scene.found[:3]:
        text = found.passage.text
        for start, end in segments(text):
            less = _LESS.search(text, start, end)
            if less is None or _NONE_AT_ALL.search(text, start, end):
                continue
            own = [scene.frame.terms[i] for i in found.own if scene.frame.terms[i].kind != "unit"]
            about = [t for t in own if t.weight >= 2.0 and t.words in asked]
            if not about or not all(any(a in text[start:end].lower() for a, _ in t.alternatives) for t in about):
                continue
            if wholly:
                return finding(scene, found, "no", "contrary")
            if _CONDITION.search(text[:end]) or any(_CONDITION.search(text[s:e]) for s, e in segments(text[:end])):
                return finding(scene, found, "conditional", "")
    return None
