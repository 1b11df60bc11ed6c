"""Answers that are a value: a number, a date, a contact, a limit, a ratio."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, days_in, quantities_in
from assistant.answering.question.asked_units import NO_COUNT, asked_unit, counts_kinds, may_answer
from assistant.answering.question.extremes import LOWER, UPPER
from assistant.answering.sentences.spans import around, at_the_end, of_another_turn, of_the_case
from assistant.answering.values.asked_event import asked_event, of_another_thing, of_dates, tells_event
from assistant.answering.values.asked_head import asked_head
from assistant.answering.values.limits import HOW_LONG_A_TEXT
from assistant.answering.values.reached import REACH, only_when, reached
from assistant.answering.values.tell import misses_the_point
from assistant.answering.values.whose_value import another_holder, of_none_of_them, of_other_units, told_of_each
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.values import Quantity

_NAMING = 0.7
_OF_EACH = 3.0  # more for what is given to each one, where that is asked
_ENQUIRY = regex(r"的事|问题|咨询|打听|疑问|不[清明][楚白]|电话")  # then somebody is rung, not paid
_OF_KIND = {  # nouns by which a thing is asked for its measure: 合作年限, 企业占比
    "duration": ("年限", "期限", "时长", "时限"),
    "ratio": ("占比", "比例", "比重"),
    "area": ("面积",),
    "money": ("金额", "额度", "总额"),
    "characters": ("字数",),
}
_EITHER = regex(
    r"(?:寄|交|发|送|纸质|电|邮).{0,8}还是|还是.{0,4}(?:电话|邮件)|\b(?:paper|e?mail|electronic\w*)\b.{0,24}\bor\b"
)
_HOW_MUCH = regex(r"多少|几|多大|钱|\bhow (?:much|many)\b")
_MOST, _ALL_BUT = 0.7, 0.9
_SHARE = regex(r"占(?:比|到|了|总分|总数|总额)?多少(?![家个人名所项])")
_NOTE = regex(r"\s*(?:[¹²³⁴-⁹※*]|注\d?[：:])")
_ASKED = regex(r"多少|几|多大|\bhow\b")
_SEVERAL = regex(r"分别|各|[和与及、，,]|其中|\b(?:and|each|both)\b")
_TIME = regex(r"多久|多长时间")
_HOW_LONG = regex(r"多久|多长时间|\bhow long\b")
_LAYOUT = regex(r"几(?:倍|磅)?的?行距")  # told with the rest of the layout, in words
_OF_ITSELF = regex(
    r"(?:多少|几)[个所家]?\s{4}|\s{4}[^，,。？?]{0,8}(?:多少|几)[个所家]?(?:[？?呢呀啊]|$)"
)  # its name is blanked

# An office is asked for, not where it sits.
_WHICH_OFFICE = regex(r"哪一?(?:个|家)?(?:市|区|县|省)?级?(?:的)?(?:部门|局|委|厅|单位|科室|处室|办公室|机构|政府)")


def wanted(scene: Scene) -> tuple[str, ...]:
    """The kinds of value the question calls for, the most telling first."""
    frame = scene.frame
    wants = frame.wants(scene.lexicon)
    asked: list[str] = []
    if _LAYOUT.search(frame.masked):
        return ()
    if HOW_LONG_A_TEXT.search(frame.masked):
        return ("characters",)
    if frame.asks & {"when"} and not wants & {"duration"}:
        asked.append("date")
    counted = asked_unit(frame.masked)
    if _SHARE.search(frame.masked):
        asked.append("ratio")
    if counted and not (asked and counted[1] == "points"):  # 书面分占多少
        asked.append(counted[1])
    paid = {"payee", "funding"} <= frame.concepts and not _ENQUIRY.search(frame.masked)
    contact = [] if paid or only_when(frame) or _EITHER.search(frame.masked) else [w for w in REACH if w in wants]
    if counted and counted[0] and counted[1] != "characters" or _TIME.search(frame.masked):
        wants -= {"characters"}  # pages and years are not counted in characters
    if _TIME.search(frame.masked) and not counted:
        asked.append("duration")
    asked += [w for w in contact if w != "address" or not _WHICH_OFFICE.search(frame.masked)]
    bare = not asked and not re.search(r"什么|啥|哪|怎么|如何|谁|\bwhat\b|\bhow\b|\bwho\b|\bwhich\b", frame.masked)
    bare = bare or not asked and bool(re.search(r"\bwhat(?:'s| is| are) the\b", frame.masked))
    if bare or frame.asks & {"how_many", "when", "sum"}:
        asked += [w for w in sorted(wants) if w not in REACH]
    if "how_many" in frame.asks and not counted:
        asked += [k for k, nouns in _OF_KIND.items() if any(t.words.endswith(nouns) for t in frame.terms)]
    if "how_many" in frame.asks and not asked and "process" not in frame.concepts and not frame.asks & {"list", "who"}:
        asked.append("duration" if _HOW_LONG.search(frame.masked) else "any")
    asked = ["any" if a == "count" and not counted and "number_of" in frame.concepts else a for a in asked]
    if not frame.asks & {"how_many", "when", "where", "who", "sum", "list"} and not contact:
        asked = [a for a in asked if a not in ("count", "money", "ratio")] if len(asked) > 1 else asked
    return tuple(dict.fromkeys(asked))


def value(scene: Scene, kind: str, least: float) -> Finding | None:
    """The best sentence that explains at least `least` of the question and holds a value of the kind."""
    if kind in REACH:
        return reached(scene, kind)
    best: tuple[float, Found, Quote, str] | None = None
    topics = {
        i for i, t in enumerate(scene.frame.terms)
        if any(scene.lexicon.concepts[c].want == kind and not scene.lexicon.concepts[c].light for c in t.concepts)
        or kind in _OF_KIND and t.words.endswith(_OF_KIND[kind])
    }  # fmt: skip
    asking = sum(scene.frame.terms[i].weight for i in topics) / (sum(t.weight for t in scene.frame.terms) or 1.0)
    asked_on = asked_on_terms(scene, topics)
    head = asked_head(scene.frame, frozenset(topics)) if "how_many" in scene.frame.asks else None
    if head is not None and scene.frame.terms[head].words in scene.guideline.entry.title.lower():
        head = None  # what the document is called is no part of it
    event = asked_event(scene.frame) if kind in ("date", "duration", "any") else None
    vague: set[str] = set()  # clauses that hold such a value but nothing else of what is asked
    for found in scene.found[:40]:
        if asked_on and not asked_on & found.own or of_another_turn(scene.frame.masked, found.passage.text):
            continue
        if head is not None and scene.frame.terms[head].kind == "word" and head not in found.matched:
            continue
        if another_holder(scene, found) or of_none_of_them(scene, found) or of_other_units(scene, found):
            continue
        if topics and found.matched <= topics and _NOTE.match(found.passage.clause.text):
            continue  # what a word of a table counts as is told of that word alone
        if event is not None and event not in topics and not tells_event(scene, found, event):
            continue
        itself = _answers_itself(scene, found, topics, kind)
        if found.coverage + (asking if itself else 0.0) < least or not found.own and kind != "date":
            continue
        if not (topics & found.matched or itself) if topics else misses_the_point(scene, found):
            continue
        if kind == "characters" and _of_another_field(scene, found, topics):
            continue
        if not scene.chosen and not _about(scene, found, topics):
            continue
        held = _dated(scene, found) if kind == "date" else measured(scene, found, kind)
        if held is None:
            continue
        if found.matched <= topics:
            vague.add(found.passage.clause.id)
        score = found.score + held[0] + _OF_EACH * bool(told_of_each(scene, found))
        if best is None or score > best[0]:
            best = (score, found, held[1], held[2])
    if best is None or best[1].matched <= topics and len(vague) > 1 and _of_something_unknown(scene):
        return None
    score, found, quote, told = best
    return Finding(
        scene.programme, "answered", None, _first(quote.text, told), (quote,), score=score, coverage=found.coverage
    )


def _of_something_unknown(scene: Scene) -> bool:
    """Whether the value is asked of something that no document has a word for."""
    return any(t.kind == "unknown" and t.weight >= 0.7 and len(t.words) > 1 for t in scene.frame.terms)


def _of_another_field(scene: Scene, found: Found, topics: set[int]) -> bool:
    """Whether the question names a field, in a word that documents hold or not, of which the sentence has nothing."""
    forms = {"application_form", "number_of", "count_limit", "content", "condition"}
    said = enumerate(scene.frame.terms)
    named = {
        i
        for i, t in said
        if i not in topics and t.kind != "unit" and t.weight >= _NAMING and not forms & set(t.concepts)
    }
    return bool(named) and not named & found.matched


def asked_on_terms(scene: Scene, topics: set[int]) -> set[int]:
    """The numbers of the telling words that a follow-up puts in the place of those before ("那不合格呢？")."""
    if not scene.frame.inherited:
        return set()
    said = enumerate(scene.frame.terms)
    return {
        i for i, t in said if i not in topics and t.kind != "unit" and t.weight >= 1.2 and t.words in scene.frame.masked
    }


def _answers_itself(scene: Scene, found: Found, topics: set[int], kind: str) -> bool:
    """Whether the sentence speaks of most of what the question says beside its "how much": the value itself then
    answers, whatever word for giving or costing it stands with."""
    if not topics or topics & found.matched:
        return False
    rest = [(i, t.weight) for i, t in enumerate(scene.frame.terms) if i not in topics and t.kind != "unit"]
    told, all_told = sum(w for i, w in rest if i in found.own), sum(w for _, w in rest)
    if kind != "date" and not any(
        _HOW_MUCH.search(w) for i in topics for w in (scene.frame.terms[i].words, *scene.frame.terms[i].also)
    ):
        return False
    return told >= (max(_ALL_BUT * all_told, 8.0) if kind == "date" else max(_MOST * all_told, 1.5))


def _about(scene: Scene, found: Found, topics: set[int]) -> bool:
    """Whether the sentence speaks of most of what the question is about beside the value itself."""
    rest = [(i, t.weight) for i, t in enumerate(scene.frame.terms) if i not in topics and t.kind != "unit"]
    return sum(w for i, w in rest if i in found.matched) * 2 >= sum(w for _, w in rest)


def _first(text: str, told: str) -> str:
    """The words with the value in front where it would stand far behind."""
    at = text.find(told)
    return f"{told}：{text}" if told and at + len(told) > 40 else text


def _dated(scene: Scene, found: Found) -> tuple[float, Quote, str] | None:
    passage = found.passage
    days = days_in(passage.text)
    if of_another_thing(scene, found):
        return None
    late = re.search(r"每年\S{0,6}底|年底", passage.text)
    if "每年" in passage.text and not scene.frame.concepts & {"yearly", "annual_report", "annual_plan", "data_cutoff"}:
        if not any(scene.frame.terms[i].weight >= 1.5 and not of_dates(scene, i) for i in found.own):
            return None
    since = re.search(r"自\S{1,14}之日起", passage.text) if "in_force" in scene.frame.concepts else None
    if since and not days:
        return 1.0, around(passage, since.start(), since.end(), scene.words(found)), since.group()
    if not days and not late:
        return None
    words = scene.words(found)
    low = passage.text.lower()
    spots = [(d.start, d.end) for d in days] or ([late.span()] if late else [])
    near = min(spots, key=lambda s: min((abs(low.find(w) - s[0]) for w in words), default=0))
    bonus = 0.0
    if "deadline" in scene.frame.concepts and re.search(r"前|截止|之前|为止|底", passage.text[near[1] : near[1] + 4]):
        bonus += 2.0
    if "issued" in scene.frame.concepts:
        bonus += 6.0 if len(passage.text) <= near[1] - near[0] + 6 else -3.0
    only = of_the_case(scene.frame.masked, passage.text, spots, words)
    only = at_the_end(scene.frame.masked, passage.text, spots) or only
    near = only or near
    several = len(spots) > 1 and len(passage.text) < 130 and not only
    end = max(e for _, e in spots) if several else near[1]
    start = min(s for s, _ in spots) if several else near[0]
    told = passage.text[near[0] : near[1]] + ("前" if passage.text[near[1] : near[1] + 1] == "前" else "")
    return bonus, around(passage, start, end, words), told


def measured(scene: Scene, found: Found, kind: str) -> tuple[float, Quote, str] | None:
    """What the best figure of the kind in the sentence adds to its score, its quote and the figure itself."""
    passage = found.passage
    counted = asked_unit(scene.frame.masked)
    held = [
        q
        for q in quantities_in(passage.text)
        if kind in ("any", q.dimension) or kind == "count" and q.dimension == "other" and q.unit not in NO_COUNT
    ]
    held = [q for q in held if not counts_kinds(passage.text, q.end) or counts_kinds(scene.frame.masked)]
    if kind == "points":
        held = [q for q in quantities_in(passage.text) if q.unit == "分"]
    if kind in ("length", "other") and counted and counted[0]:
        held = [q for q in held if q.unit == counted[0]]  # pages are no millimetres
    if counted:
        held = [q for q in held if may_answer(counted[0], q.unit)]
    low_asked, high_asked = bool(LOWER.search(scene.frame.masked)), bool(UPPER.search(scene.frame.masked))
    if low_asked != high_asked and kind in ("count", "any"):
        named = [q for q in held if any(w in q.head.lower() for w in scene.words(found) if len(w) > 1)]
        held = [q for q in held if _bounds(q, low_asked) or q in named and not _only_bounds(q, high_asked)]
    if not held:
        return None
    words = scene.words(found)
    low = passage.text.lower()

    planned = "planned_number" in scene.frame.concepts or _OF_ITSELF.search(scene.frame.masked)

    def of_itself(q: Quantity) -> bool:
        counted_there = re.split(r"[，；。]", passage.text[q.end : q.end + 16])[0]
        return bool(planned) and any(n in counted_there for n in scene.names)

    def closeness(q: Quantity) -> float:
        near = low[max(0, q.start - 28) : q.end + 12]
        heads = any(w in q.head.lower() for w in words if len(w) > 1)
        return 8.0 * of_itself(q) + sum(len(w) for w in words if w in near) + 4.0 * heads

    ranked = sorted(held, key=lambda q: (-closeness(q), q.start))
    chosen = ranked[0]
    bonus = 0.08 * closeness(chosen)  # 8.0 of it where the figure counts what is called for itself
    if counted and chosen.unit == counted[0]:
        bonus += 1.0
    if of_itself(chosen):
        bonus += 2.5
    if low_asked and chosen.interval.low is not None and chosen.interval.high is None:
        bonus += 1.0
    if high_asked and chosen.interval.high is not None and chosen.interval.low is None:
        bonus += 1.0
    near_values = [q for q in held if closeness(q) >= 0.6 * closeness(chosen)]
    start, end = min(q.start for q in near_values), max(q.end for q in near_values)
    if end - start > 100:
        start, end = chosen.start, chosen.end
    unit = counted[0] if counted and any(q.unit == counted[0] for q in held) else chosen.unit
    spots = [(q.start, q.end) for q in held if q.unit == unit]
    one = len(_ASKED.findall(scene.frame.masked)) == 1 and not _SEVERAL.search(scene.frame.masked)
    if one and len(spots) > 1 and (only := of_the_case(scene.frame.masked, passage.text, spots, words)):
        quote = around(passage, *only, ())
        return bonus, quote, passage.text[only[0] : only[1]]
    if "time_target" in scene.frame.concepts and len(passage.text) <= 130:
        start, end = 0, len(passage.text)  # a time is told with what is to be reached in it
    return bonus, around(passage, start, end, words), passage.text[chosen.start : chosen.end]


def _bounds(q: Quantity, low: bool) -> bool:
    """Whether the quantity is a bound on the side asked for."""
    return q.interval.high is None if low else q.interval.low is None


def _only_bounds(q: Quantity, low: bool) -> bool:
    """Whether the quantity is a bound on that side alone: "at least 15" tells no maximum."""
    return _bounds(q, low) and not q.interval.exact and not _bounds(q, not low)
