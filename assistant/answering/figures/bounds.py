"""Quantities that a question gives against the bounds that clauses set."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from assistant.answering.figures.graded import goes_on, grades_in, of_a_case
from assistant.answering.figures.narrower import from_outside, of_fewer
from assistant.answering.figures.paired import counted_together, of_its_own
from assistant.answering.grounds.comparing import Compared, against, brief, comparable, in_days, on_the_calendar, scaled
from assistant.answering.grounds.finding import Hinge
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import mode
from assistant.answering.grounds.scene import Scene, purposive, quantities_in
from assistant.answering.question.founding import same_beginning
from assistant.answering.question.lived import as_counted
from assistant.answering.question.text import pairs
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import around, segment_at, segments, whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.quantities import find_quantities

_PARTNERS = regex(r"联合|合作|参与|成员")
# So many of what the programme is about, its name blanked: 参加了三个……的共建.
_OF_THE_PROGRAMME = regex(r"[\d一二两三四五六七八九十]个 {2}")
_HANDED_IN = regex(r"(?<!联合)(?:申报|推荐|限报|报送)(?!单位|方|主体)|名额|限额")
_HANDING = regex(r"(?<![联组])(?:申报|申请|推荐|报)(?:了|上)?\s*$")
_BROUGHT = regex(r"(?:[再多]加|加上|带上?|拉上?|找|联合|搭上?|吸纳|邀请?)(?:了|进来)?[^，,。;；]{0,4}$")
_A_TIME = regex(
    r"(?:之?内|里|中)?(?:最多|至多|总共|一共|只)?(?:能|可|要|得)?以?(?:申|报|领|交|拿|用|办|开|给|发|收|享)"
)
_THEN = regex(r"(?:之|以)?后(?!续|期)")
_EACH = regex(
    r"[^，,。；;\d]{0,6}[\d一二三四五六七八九十百]+\s?(?:天|日|小时|学时|课时|场|次|万|元|篇|项|人次)"
)  # 一年待45天
_LASTING = regex(r"(?:立|满|册|作|了|才|到|刚|建|办|记|营|续|业|过|足|超|近|差|任|龄|间|期)\s*$")
_LOOSENED = regex(r"(?:放宽|提高|延长|增加|降低|减少|缩短|增至|降至|上浮|下调)[^，。；\d]{0,4}(?:到|至|为)?\s?$")
_RAISED = regex(r"(?:放宽|延长?|放低|降低?|提高|减少?|缩短|增加?|升)(?:到|至|成|为)了?\s*$")
_ON_IT = regex(r"^[^，,；;]*的[，,]$")
_LEAVE_FOLLOWS = regex(
    r"[^，。；]{0,6}(?:也?可以?|方可|能够?|均可)[^，。；]{0,6}(?:申报|申请|参加|参与|牵头|推荐|认定)|列入|予以认定"
)
# So many are built in all, not by whoever asks.
_BUILT = regex(r"(?:[共总只才]|一共|计划|规划|拟|将)(?:要|会)?(?:建设?|布局|遴选|认定|评选)(?:成|了)?\s*$")
_OURS = regex(r"(?:我们?|咱们?|俺们?|本)(?:学校|院校|单位|公司|校|院|市|省|家|这)?[^，,。；;？?]{0,6}$")
_TITLE = regex(r"《[^《》]*》")  # 《……三年行动方案》 bounds nothing
_BANNED = regex(r"(?:之?内)?(?:不得|不予|不再|取消|禁止)[^，。；]{0,6}(?:申报|申请|参加|参与|受理|推荐)")
_HEARD = regex(r"(?:听说|据说|不是(?:说|都|可以|能|要|只要)?)[^，,。；;？?]*")
_OR = regex(r"[，,；;]?或者?(?!其他|等)")
_BOTH = regex(r"同时(?:具备|满足|符合)|均(?:须|应)|都(?:须|应)")
_IN_THE_LAST = regex(r"(?:近|最近|过去|未来|前|上|\b(?:past|last|recent|previous|preceding|prior|next|coming) ?)$")
_PEOPLE = regex(r"人员?$|职工|职称|博士|硕士|教师|导师|专家|岗位?$")
_NO_LIST = regex(r"能|可以|同时|给|当|要|算|只|却|但|[？?。；;]")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was given, what the clause sets (both as told and as figures), how the two compare, and the clause's
    words; `more` is another sentence that it turns on."""

    result: Compared
    given: str
    bound: str
    figures: tuple[Quantity, Quantity]
    quote: Quote
    score: float
    strict: float
    found: Found
    more: Quote | None = None


def compare(scene: Scene, least: float, for_the_case: Callable[[Scene, Comparison], Comparison]) -> Comparison | None:
    """What the given figures come to: the one that fails decides, else the one compared best; "unsure" where
    several are given and not all of them meet a bound. None where none can be compared."""
    given = [q for q in scene.frame.quantities if q.interval.low is not None or q.interval.high is not None]
    given = [q for q in given if not claimed(scene, q) and not _again(q, given)]
    given = [q for q in given if not _window(scene.frame.masked, q) and not _pointed(scene.frame.masked, q)]
    given = counted_together(scene, _summed(scene, given))
    made = [(q, _best(scene, q, least, given)) for q in given]
    compared = [for_the_case(scene, m) for _, m in made if m]
    if not compared:
        return None
    for comparison in compared:
        if comparison.result in ("under", "over") and not any(_instead(comparison, other) for other in compared):
            return replace(comparison, result="unsure") if _another_way(comparison, compared) else comparison
    unsure = [c for c in compared if c.result == "unsure" and not any(_settled(c, other) for other in compared)]
    strongest = max(unsure or (c for c in compared if c.result in ("meets", "same")), key=lambda c: c.score)
    if any(m is None and not any(of_a_case(q, c.found.passage.text) for c in compared) for q, m in made):
        return replace(strongest, result="unsure")
    return strongest


def claimed(scene: Scene, q: Quantity) -> bool:
    """Whether the figure is what somebody has heard the rule to be ("不是放宽到1年了嘛"), not what is so of the case."""
    asked = scene.frame.masked
    heard = next((m for m in _HEARD.finditer(asked) if m.start() <= q.start < m.end()), None)
    return bool(_RAISED.search(asked[: q.start])) or heard is not None and len(scene.frame.quantities) > 1


def _pointed(asked: str, q: Quantity) -> bool:
    """Whether the figure only counts what was told before ("这两项够吗")."""
    return asked[: q.start].endswith(("这", "那")) and q.unit in ("项", "个") and q.dimension == "count"


def _settled(unsure: Comparison, met: Comparison) -> bool:
    """Whether another figure meets the very bound for certain ("3家企业，其中1家专精特新")."""
    bounds = [(c.found.number, c.figures[1].start) for c in (unsure, met)]
    return met.result == "meets" and bounds[0] == bounds[1]


def _again(q: Quantity, given: list[Quantity]) -> bool:
    """Whether the figure only bounds one that is told exactly ("1250万元，不到1500万")."""
    exact = [g for g in given if g.interval.exact and comparable(g, q)]
    return not q.interval.exact and any(q.interval.contains(g.interval.low or Fraction(0)) for g in exact)


def _instead(failed: Comparison, met: Comparison) -> bool:
    """Whether the sentence lets the bound that is met stand for the one that is not ("……，或……不低于2%")."""
    if met.result != "meets" or met.found.number != failed.found.number:
        return False
    text, spots = met.found.passage.text, sorted((failed.figures[1].start, met.figures[1].start))
    return bool(_OR.search(text, *spots)) and not _BOTH.search(text)


def _another_way(failed: Comparison, compared: list[Comparison]) -> bool:
    """Whether the sentence lets a bound on something else, of which the question tells nothing, stand for the one that
    is not met."""
    text, at = failed.found.passage.text, failed.figures[1].start
    told_of = [c.figures[0] for c in compared]
    others = [b for b in quantities_in(text) if not b.interval.exact and not any(comparable(q, b) for q in told_of)]
    return not _BOTH.search(text) and any(_OR.search(text, *sorted((at, b.start))) for b in others)


def told(q: Quantity, text: str) -> str:
    """The figure in the words of the question; a sum of several, which stands nowhere in it, in figures."""
    words, low = text[q.start : q.end].strip(), q.interval.low
    alone = find_quantities(words) if words and q.interval.exact and q.dimension == "count" else ()
    if low is None or not alone or alone[0].interval.low == low:
        return words
    return f"{low}{q.unit}"


def turns_on(made: Comparison) -> Hinge | None:
    """The figures whose details are missing, where the comparison is unsure."""
    return Hinge(given=made.figures[0], bound=made.figures[1]) if made.result == "unsure" else None


def _best(scene: Scene, q: Quantity, least: float, given: list[Quantity]) -> Comparison | None:
    """The bound of the sentence that explains most, every bound of that sentence that is not another figure's held
    against the figure."""
    best: Comparison | None = None
    at = (-1, "")
    for found in scene.found[:30]:
        if found.coverage < least or not found.own or found.passage.clause.cells or purposive(found.passage.text):
            continue
        text = found.passage.text
        set_there = tuple(
            b for b in quantities_in(text)
            if _a_bound(text, b) and not _window(text, b) and comparable(q, b)
        )  # fmt: skip
        seat = of_its_own(scene, q, given, set_there, text)
        bounds = seat if len(seat) < len(set_there) else tuple(b for b in seat if _same_thing(scene, q, b, text))
        before, group = 0, ""
        for bound in bounds:
            segment = segment_at(text, bound.start).lower()
            group = group if before and goes_on(text[before : bound.start]) else segment
            before = bound.end
            if q.interval.high == 0 and bound.interval.low is None:
                continue
            if brief(bound) != brief(q) and _THEN.match(scene.frame.masked, q.end):
                continue  # 满三年后: when something happens, not how long the thing takes that a clause bounds
            aged = as_counted(q, scene.frame.masked, text)
            mine, limit = scaled(aged, bound.unit), bound.interval
            if "工作日" in bound.unit and "工作日" not in q.unit:
                mine, limit = scaled(q, "天"), on_the_calendar(limit)
            if "工作日" in q.unit and "工作日" not in bound.unit:
                mine = in_days(q.interval, bound.unit)
            result: Compared = "same" if limit.exact and mine == limit else against(mine, limit)
            if result == "meets" and limit is not bound.interval and bound.interval.exact:
                result = "unsure"
            part_of_it = of_fewer(scene, q, bound, text) if limit.high is None else from_outside(scene, bound, text)
            if result == "meets" and part_of_it:
                result = "unsure"
            words = scene.words(found)
            score = found.score + 0.2 * sum(len(w) for w in words if w in segment)
            score += 0.5 * (q.unit == bound.unit) + 0.5 * bool(bound.head and bound.head == q.head)
            score -= 1.5 * bound.interval.exact
            behind = re.split(r"[、，；。和及与]", text[bound.end :])[0].lower()
            score += 0.1 * sum(p in scene.frame.masked for p in pairs(behind))
            together = best is not None and at == (found.number, group)
            alike = together and not bound.interval.exact  # numbers side by side are no bounds on one thing
            if best is not None and alike and best.result in ("under", "over") and result not in ("under", "over"):
                continue
            violates = result in ("under", "over") and alike
            if best is None or score > best.score or violates and score > best.score - 1.5:
                at = (found.number, group)
                best = Comparison(
                    result,
                    told(q, scene.frame.masked),
                    text[bound.start : bound.end],
                    (q, bound),
                    _shown(found.passage, bound, words),
                    score,
                    found.strict,
                    found,
                )
    return best


def _same_thing(scene: Scene, q: Quantity, bound: Quantity, text: str) -> bool:
    """Whether the figure counts what the bound counts: the bound's noun, or words beside it, are asked about."""
    counts_it = [any(n in text[b.end : b.end + 16] for n in scene.names) for b in (bound, *quantities_in(text))]
    if bound.dimension == "count" and counts_it[0]:
        before = scene.frame.masked[: q.start]
        planned = scene.frame.concepts & {"first_batch", "planned_number"} or _BUILT.search(before)
        return mode(scene) != "permission" and bool(planned) and not _OURS.search(before)
    if bound.dimension == "count" and any(counts_it) and _OF_THE_PROGRAMME.search(scene.frame.masked):
        return False  # the number of a sister programme, beside that of the one asked about
    if bound.dimension == "ratio":
        segment = segment_at(text, bound.start).lower()
        return any(a in segment for t in scene.frame.terms if t.kind != "unit" for a, _ in t.alternatives)
    if bound.dimension in ("money", "characters") or bound.unit == q.unit == "岁":
        return True
    asked = scene.frame.masked
    if bound.dimension == "count" and handed_in(scene, q):
        near = re.split(r"[，,；;（(]", text[: bound.start])[-1]
        return bool(_HANDED_IN.search(near))
    if bound.dimension == "count" and _OF_THE_PROGRAMME.search(asked) and q.unit == "个":
        near = text[max(0, bound.start - 14) : bound.end + 8]
        return any(n in near for n in scene.names)
    if not (head := re.sub(r"\W", "", bound.head.lower())) or head.rstrip("数") == bound.unit:
        near = text.lower()[max(0, bound.start - 14) : bound.start]
        return q.unit == bound.unit or any(p in asked for p in pairs(near) if p.strip())
    if any(p in asked for p in pairs(head)):
        return True
    if "quota" in scene.frame.concepts and _HANDED_IN.search(segment_at(text, bound.start)) and q.unit in ("个", "项"):
        return True
    if _PARTNERS.search(head) and _BROUGHT.search(asked[: q.start]) and q.unit in ("家", "所", "个"):
        return True
    if any(p in text[bound.end : bound.end + 16] for p in pairs(q.head or ("合作" if "合作" in asked else ""))):
        return True
    if same_beginning(head, q, asked):
        return True
    alike = q.unit == bound.unit or q.unit not in "人名位"  # so many persons are no number of applications
    ruled = [m.unit for m in scene.taxonomy.find(bound.head) if alike and m.unit.kind not in scene.taxonomy.generic]
    if any(scene.taxonomy.relation(u, r) != "outside" for u in scene.frame.units for r in ruled):
        return True
    told = {a for t in scene.frame.terms if t.kind == "concept" for a, _ in t.alternatives} - {"申报", "提交"}
    return any(a in head for a in told)


def _a_bound(text: str, bound: Quantity) -> bool:
    """Whether the figure bounds anything by itself: what others have beside or less ("可增加1个") does not, and what
    some are let ("可以放宽至50周岁") only where it is told whom."""
    if of_a_condition(text, bound) or any(m.start() < bound.start < m.end() for m in _TITLE.finditer(text)):
        return False
    grade = next((g for g in grades_in(text) if g.figure.start == bound.start), None)
    return grade.way == "sets" if grade else not _LOOSENED.search(text[: bound.start])


def of_a_condition(text: str, bound: Quantity) -> bool:
    """Whether the figure says when something follows ("授牌不满6个月的，可免交"; "2年内不得再次申报"), which asks nothing
    of anybody; where leave to apply follows it does."""
    segment = next((s, e) for s, e in segments(text) if s <= bound.start < e)
    if _BANNED.match(text, bound.end):
        return True
    return bool(_ON_IT.search(text[bound.end : segment[1]])) and not _LEAVE_FOLLOWS.match(text, segment[1])


def handed_in(scene: Scene, q: Quantity) -> bool:
    """Whether the figure counts applications ("牵头报两个"), not units that take part in one."""
    if "joint" in scene.frame.concepts and q.unit in ("家", "所"):
        return False  # joint units are told, and how many of them: 联合单位报6家
    units = any(m.start < 4 for m in scene.taxonomy.find(scene.frame.masked[q.end :]))
    return not units and bool(_HANDING.search(scene.frame.masked[: q.start]))


def _summed(scene: Scene, given: list[Quantity]) -> list[Quantity]:
    """Several partners told kind by kind ("1家园区、2家协会、3家企业") count together against a limit on all."""
    counts = [q for q in given if q.dimension == "count" and q.interval.exact and q.unit in ("家", "个", "所")]
    limited = any(s.attribute == "count" and s.operator == "max" and s.role == "joint" for s in scene.statements)
    if len(counts) < 2 or not limited or any(q.head == counts[0].head for q in counts[1:]):
        return given
    if any(_PEOPLE.search(q.head) for q in counts):
        return given
    between = (scene.frame.masked[a.end : b.start] for a, b in pairwise(counts))
    if any(_NO_LIST.search(text) for text in between):
        return given
    total = sum((q.interval.low or Fraction(0) for q in counts), Fraction(0))
    whole_count = replace(counts[0], interval=Interval(total, total), head="联合申报单位", end=counts[-1].end)
    return [whole_count, *(q for q in given if q not in counts)]


def _window(text: str, q: Quantity) -> bool:
    """Whether the figure is a window ("in the last three years", "so much a year"), not a bound."""
    if _IN_THE_LAST.search(text[: q.start]):
        return True
    once = q.interval.low == q.interval.high == 1 and q.dimension == "duration"
    each = _A_TIME.match(text, q.end) or _EACH.match(text, q.end)
    return once and bool(each) and not _LASTING.search(text[: q.start])


def _shown(passage: Passage, bound: Quantity, words: tuple[str, ...]) -> Quote:
    return whole(passage) if len(passage.text) <= 130 else around(passage, bound.start, bound.end, words, 120)
