"""Whether a business is of a class by the figure that a note sets for it ("大型商户：①粮店：年销售额在800万元以上；②……"): the
item of its own trade decides, where the question tells the very measure."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.figures.bounds import told as figure_told
from assistant.answering.figures.cell_bounds import held_against_cell
from assistant.answering.grounds.comparing import against, comparable
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.proof import strange_act
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.term import Term
from assistant.answering.question.text import A_NOT_A, pairs
from assistant.answering.sentences.spans import segments, whole
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity

_COUNTS_AS = regex(
    r"(?:算不算|能不能算|算得上|够得上|算(?!术|法|下来)|属于|属不属于|计入|归入|归到|是不是|(?<![不可])是)(?:作|成|进|到|是|在)?"
    r"(?P<kind>[一-鿿]{2,8})(?:里面?|之内)?(?:[吗么吧]|[？?]|$)"
)
_DEFINES = regex(
    r"^\W*(?:[一二三四五六七八九十]+\W+|[\d①-⑳¹²³]+\W*)?(?P<kind>[一-鿿]{2,14}?)(?:[（(][^（）()]*[）)])?(?:是指|[:：]\s*指?|指)"
)
_ITEM = regex(
    r"(?:^|[：:；;])\s*(?:[①-⑳]|[（(]\d+[）)])?\s*(?P<trade>[一-鿿]{2,10})(?:[（(][^（）()]*[）)])?[：:](?P<rule>[^；;]+)"
)
_NOT_YET = regex(
    r"预计|预期|打算|计划|明年|后年|将来|目标|力争|争取|有望|接近|快要?|差不多|左右|大概|约|合计|合起来|加起来|集团|总共|以前|曾"
)
_OTHER_SPAN = regex(r"每?个?月(?![底末])|季度?|半年|[两三四五六七八九十几\d]年|每?[天日周]|累计|(?<!年)均")
_DENIED = regex(r"[不没未非]")
_ALIKE, _STEM, _SHORT, _WEIGHTY, _STRANGE = 0.75, 4, 2, 1.5, 0.4
_VERDICTS: dict[str, Verdict] = {"meets": "yes", "under": "no"}


def held_against_own(scene: Scene) -> Finding | None:
    """The figure held against the bound of its own row, or of its own trade."""
    return held_against_cell(scene) or by_definition(scene)


def by_definition(scene: Scene) -> Finding | None:
    """Yes or no by the bound of the trade that the question names; None where it names none or several, or where the
    figure is of another measure or span of time."""
    frame, asked = scene.frame, A_NOT_A.sub(r"\1", scene.frame.masked)
    kind, given = _COUNTS_AS.search(asked), [q for q in frame.quantities if q.dimension == "money"]
    if kind is None or len(given) != 1 or not scene.chosen or _DENIED.search(asked) or strange_act(scene):
        return None
    told = next((frame.masked[a:b] for a, b in segments(frame.masked) if a <= given[0].start < b), "")
    if _NOT_YET.search(frame.masked) or _OTHER_SPAN.search(told):
        return None
    for found in scene.found:
        clause = found.passage.clause.text
        if _DEFINES.match(clause) is None or defines_another(scene, found):
            continue
        items = [m for m in _ITEM.finditer(clause) if quantities_in(m["rule"])]
        own = [m for m in items if any(_of_trade(t, m["trade"]) for t in frame.terms)]
        if len(items) < 2 or len(own) != 1 or own[0]["rule"].strip("。 ") not in found.passage.text:
            continue
        if held := _held(scene, own[0], given[0], told):
            verdict, bound = held
            quote, values = whole(found.passage), {"given": figure_told(given[0], frame.masked), "bound": bound}
            return finding(scene, found, verdict, "meets" if verdict == "yes" else "under", quote, **values)
    return None


def defines_another(scene: Scene, found: Found) -> bool:
    """Whether the sentence is of a note on another class than the one that the question asks about."""
    kind = _COUNTS_AS.search(A_NOT_A.sub(r"\1", scene.frame.masked))
    head = _DEFINES.match(found.passage.clause.text)
    return kind is not None and head is not None and kind["kind"][:_STEM] != head["kind"][:_STEM]


def _of_trade(term: Term, trade: str) -> bool:
    words = (term.words, *(a for a, f in term.alternatives if f >= _ALIKE))
    return any(w.removesuffix("业") == trade.removesuffix("业") for w in words)


def _held(scene: Scene, item: re.Match[str], given: Quantity, told: str) -> tuple[Verdict, str] | None:
    """How the figure stands to the one bound of the item, and that bound, where the measure told is that of the item
    and nothing else of weight is told of the figure."""
    rule = item["rule"]
    bounds = [b for b in quantities_in(rule) if comparable(given, b) and b.interval.high is None]
    measure = set(pairs(re.sub(r"\W", "", rule[: bounds[0].start]))) if len(bounds) == 1 else set()
    terms = [t for t in scene.frame.terms if t.words in told and t.kind != "unit" and not _of_trade(t, item["trade"])]
    named = [t for t in terms if any(set() < set(pairs(w)) <= measure for w in (t.words, *t.same))]
    rest = (t for t in terms if t not in named)
    if any(t.weight >= (_STRANGE if t.kind == "unknown" else _WEIGHTY) for t in rest):
        return None
    if not any(len(t.words) > _SHORT for t in named):
        return None
    verdict = _VERDICTS.get(against(given.interval, bounds[0].interval))
    return (verdict, rule[bounds[0].start : bounds[0].end].strip()) if verdict else None
