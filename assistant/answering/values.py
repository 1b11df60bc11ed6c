"""Answers that are a value: a number, a date, a contact, a limit, a ratio."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.asked_event import asked_event, tells_event
from assistant.answering.asked_head import asked_head
from assistant.answering.asked_units import NO_COUNT, asked_unit
from assistant.answering.finding import Finding
from assistant.answering.locate import Found
from assistant.answering.scene import Scene, classes, contacts_in, days_in, quantities_in
from assistant.answering.spans import around, of_another_turn, of_the_case, whole
from assistant.answering.tell import misses_the_point
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.values import Contact, Quantity

_CONTACT = ("contact", "phone", "fax", "email", "address")
_PATTERN = {
    "email": regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone": regex(r"(?<!\d)(?:0\d{2,3}-?\d{7,8}|0\d{2,3}[-－—–] ?\d{3,4} ?\d{3,4}|1[3-9]\d{9}|\d{7,8})(?!\d)"),
    "mobile": regex(r"(?<!\d)1[3-9]\d{9}(?!\d)"),
    "fax": regex(r"传真"),
    "address": regex(r"(?:地址|寄送至|邮寄至|寄至|送至)[:：]?|[省市区县].{2,20}(?:路|街|大道|巷)\s*\d+\s*号"),
    "contact": regex(r"联\s*系|电话|邮箱|信箱|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"),
}
_TELLING = 2.5
_NAMING = 0.7
_PAGES = ("页", "张", "面")
_ENQUIRY = regex(r"的事|问题|咨询|打听|疑问|不[清明][楚白]|电话")  # then somebody is rung, not paid
_SHORT = ("天", "日", "周", "小时", "工作日", "个工作日")
_APPLYING = frozenset(
    {
        *_CONTACT, "mobile", "which_office", "organise", "process", "materials", "application_form", "proposal",
        "submit",
        "mail", "paper", "electronic", "copies", "seal", "sign", "deadline", "review", "recognise", "condition",
        "quota",
        "lead", "joint", "member", "applicant", "bureau_edu", "bureau_industry", "bureau_reform", "ministry", "notify",
        "person_in_charge", "public_notice", "support", "funding", "appeal", "remedy", "yearly",
        "annual_report", "annual_plan", "interpret",
    }
)  # fmt: skip
_OF_KIND = {  # nouns by which a thing is asked for its measure: 合作年限, 企业占比
    "duration": ("年限", "期限", "时长", "时限"),
    "ratio": ("占比", "比例", "比重"),
    "area": ("面积",),
    "money": ("金额", "额度", "总额"),
    "characters": ("字数",),
}
_EITHER = regex(r"(?:寄|交|发|送|纸质|电子|邮箱|邮件).{0,8}还是|\b(?:paper|mail|email|electronic\w*)\b.{0,24}\bor\b")
_HOW_MUCH = regex(r"多少|几|多大|钱|\bhow (?:much|many)\b")
_MOST = 0.7
_ASKED = regex(r"多少|几|多大|\bhow\b")
_SEVERAL = regex(r"分别|各|[和与及、，,]|其中|\b(?:and|each|both)\b")
_HOW_LONG = regex(r"多久|多长时间|\bhow long\b")
_OFFICE = regex(r"[局委厅处]$")
_MAX = regex(r"最多|上限|不超过|封顶|至多|最高|限(?:多少|几)|\bmaximum\b|\bat most\b|\bup to\b|\blimit\b")
_MIN = regex(r"最少|至少|下限|最低|不少于|起码|\bminimum\b|\bat least\b")


def wanted(scene: Scene) -> tuple[str, ...]:
    """The kinds of value the question calls for, the most telling first."""
    frame = scene.frame
    wants = frame.wants(scene.lexicon)
    asked: list[str] = []
    if frame.asks & {"when"} and not wants & {"duration"}:
        asked.append("date")
    counted = asked_unit(frame.masked)
    if counted:
        asked.append(counted[1])
    paid = {"payee", "funding"} <= frame.concepts and not _ENQUIRY.search(frame.masked)
    contact = [] if paid or _EITHER.search(frame.masked) else [w for w in _CONTACT if w in wants]
    if counted and counted[0] in _PAGES:
        wants -= {"characters"}  # pages are not counted in characters
    asked += contact
    bare = not asked and not re.search(r"什么|啥|哪|怎么|如何|谁|\bwhat\b|\bhow\b|\bwho\b|\bwhich\b", frame.masked)
    bare = bare or not asked and bool(re.search(r"\bwhat(?:'s| is| are) the\b", frame.masked))
    if bare or frame.asks & {"how_many", "when", "sum"}:
        asked += [w for w in sorted(wants) if w not in _CONTACT]
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
    if kind in _CONTACT:
        return _contact(scene, kind)
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
        if event is not None and event not in topics and not tells_event(scene, found, event):
            continue
        itself = _answers_itself(scene, found, topics)
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
        score = found.score + held[0]
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


def _answers_itself(scene: Scene, found: Found, topics: set[int]) -> bool:
    """Whether the sentence speaks of most of what the question says beside its "how much": the value itself then
    answers, whatever word for giving or costing it stands with."""
    if not topics or topics & found.matched:
        return False
    if not any(_HOW_MUCH.search(w) for i in topics for w in (scene.frame.terms[i].words, *scene.frame.terms[i].also)):
        return False
    rest = [(i, t.weight) for i, t in enumerate(scene.frame.terms) if i not in topics and t.kind != "unit"]
    told = sum(w for i, w in rest if i in found.own)
    return told >= 1.5 and told >= _MOST * sum(w for _, w in rest)


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
    late = re.search(r"每年\S{0,6}底|年底", passage.text)
    if "每年" in passage.text and not scene.frame.concepts & {"yearly", "annual_report", "annual_plan", "data_cutoff"}:
        if not any(scene.frame.terms[i].weight >= 1.5 and not _of_dates(scene, i) for i in found.own):
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
    near = only or near
    several = len(spots) > 1 and len(passage.text) < 130 and not only
    end = max(e for _, e in spots) if several else near[1]
    start = min(s for s, _ in spots) if several else near[0]
    told = passage.text[near[0] : near[1]] + ("前" if passage.text[near[1] : near[1] + 1] == "前" else "")
    return bonus, around(passage, start, end, words), told


def _of_dates(scene: Scene, number: int) -> bool:
    """Whether the term is a date's own ("截止"), or only a unit: it does not say which yearly duty is meant."""
    term = scene.frame.terms[number]
    return term.kind == "unit" or any(
        scene.lexicon.concepts[c].want == "date" or c in ("submit", "materials", "application_form")
        for c in term.concepts
    )


def measured(scene: Scene, found: Found, kind: str) -> tuple[float, Quote, str] | None:
    """What the best figure of the kind in the sentence adds to its score, its quote and the figure itself."""
    passage = found.passage
    counted = asked_unit(scene.frame.masked)
    held = [
        q
        for q in quantities_in(passage.text)
        if kind in ("any", q.dimension) or kind == "count" and q.dimension == "other" and q.unit not in NO_COUNT
    ]
    if kind == "points":
        held = [q for q in quantities_in(passage.text) if q.unit == "分"]
    if kind in ("length", "other") and counted and counted[0]:
        held = [q for q in held if q.unit == counted[0]]  # pages are no millimetres
    if counted and counted[0] in _SHORT:
        held = [q for q in held if q.unit != "年"]  # years are no answer to how many days
    low_asked, high_asked = bool(_MIN.search(scene.frame.masked)), bool(_MAX.search(scene.frame.masked))
    if low_asked != high_asked and kind in ("count", "any"):
        held = [
            q
            for q in held
            if _bounds(q, low_asked) or any(w in q.head.lower() for w in scene.words(found) if len(w) > 1)
        ]
    if not held:
        return None
    words = scene.words(found)
    low = passage.text.lower()

    def closeness(q: Quantity) -> float:
        near = low[max(0, q.start - 28) : q.end + 12]
        return sum(len(w) for w in words if w in near) + 4.0 * any(w in q.head.lower() for w in words if len(w) > 1)

    ranked = sorted(held, key=lambda q: (-closeness(q), q.start))
    chosen = ranked[0]
    bonus = 0.08 * closeness(chosen)
    if counted and chosen.unit == counted[0]:
        bonus += 1.0
    if "planned_number" in scene.frame.concepts and any(
        n in passage.text[chosen.end : chosen.end + 16] for n in scene.names
    ):
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


def _contact(scene: Scene, kind: str) -> Finding | None:
    """Contacts stand at fixed places, so the words of the question matter less than the office it names."""
    mobile = bool(re.search(r"手机|mobile", scene.frame.masked))
    pattern = _PATTERN["mobile" if mobile else kind]
    scored: list[tuple[float, int, Quote]] = []
    by_number = {f.number: f for f in scene.found}
    for number, passage in enumerate(scene.index.passages):
        if scene.programme not in passage.programmes or passage.clause.kind == "heading":
            continue
        text = passage.text
        if scene.kinds and (told := classes(text)) and not told & scene.kinds:
            continue
        if not pattern.search(text) or not _holds(text, kind):
            continue
        found = by_number.get(number)
        score = (found.score if found else 0.0) + 2.0 * bool(re.search(r"联\s*系|电话|邮箱|信箱|地址", text))
        scored.append((score, number, whole(passage)))
    if not scored or not scene.chosen and _of_something_else(scene):
        return None
    scored.sort(key=lambda s: (-s[0], s[1]))
    top = scored[0][0]
    asked = _line_of(scene, by_number, scored)
    offices = {t.words[-3:] for t in scene.frame.terms if _OFFICE.search(t.words)}
    named = [s for s in scored if any(o in s[2].text for o in offices)]
    persons = [s for s in scored if any(n in s[2].text for n in _persons(scene))]
    mistaken = bool(persons and named and not set(persons) & set(named))
    named = persons or named
    named = named or asked or [s for s in scored if any(o in s[2].text for o in scene.offices)]
    chosen = named or [s for s in scored if s[0] >= top - 3.0]
    chosen = _with_number(scene, chosen, scored) if kind in ("contact", "phone") else chosen
    quotes = tuple(q for _, _, q in sorted(chosen[:3], key=lambda s: s[1]))
    quotes = tuple(_at_most_120(q) for q in quotes)
    said = "；".join(q.text for q in quotes)
    verdict: Verdict | None = "no" if mistaken else None
    reason = "contrary" if mistaken else ""
    return Finding(scene.programme, "answered", verdict, said, quotes, reason, score=top + 2.0, coverage=0.8)


def _of_something_else(scene: Scene) -> bool:
    """Whether whom to ask is asked about something that is no part of applying ("网络坏了找谁")."""
    rest = (t for t in scene.frame.terms if t.kind in ("word", "concept") and t.weight >= _TELLING)
    return any(not set(t.concepts) & _APPLYING for t in rest)


def _line_of(
    scene: Scene, by_number: dict[int, Found], scored: list[tuple[float, int, Quote]]
) -> list[tuple[float, int, Quote]]:
    """The lines that speak most of what they are to be asked about ("负责共享券申领"), where others speak less of it."""
    least = 0.4 if scene.frame.inherited else 1.5
    telling = {
        i: t.weight
        for i, t in enumerate(scene.frame.terms)
        if t.weight >= least and t.kind != "unit" and not set(t.concepts) & {*_CONTACT, "mobile", "organise"}
    }
    told = [sum(telling.get(i, 0.0) for i in f.own) if (f := by_number.get(s[1])) else 0.0 for s in scored]
    top = max(told)
    return [s for s, t in zip(scored, told, strict=True) if top and t >= _MOST * top]


def _persons(scene: Scene) -> tuple[str, ...]:
    """The persons whom the question names, of those that the programme's contacts name."""
    held = [s.value.person for s in scene.statements if isinstance(s.value, Contact) and s.value.person]
    return tuple(p for p in held if p in scene.frame.text)


def _with_number(
    scene: Scene, chosen: list[tuple[float, int, Quote]], scored: list[tuple[float, int, Quote]]
) -> list[tuple[float, int, Quote]]:
    """The contacts with the line that gives the number where they themselves name only the person."""
    if any(_PATTERN["phone"].search(q.text) for _, _, q in chosen):
        return chosen
    after = [s for s in scored for c in chosen if 0 < s[1] - c[1] <= 2 and _PATTERN["phone"].search(s[2].text)]
    return [*chosen, *after[:1]]


def _holds(text: str, kind: str) -> bool:
    if kind == "contact":
        return bool(contacts_in(text)) or bool(_PATTERN["phone"].search(text) or _PATTERN["email"].search(text))
    if kind == "address":
        return bool(re.search(r"[路街号楼室座处院]", text))
    return True


def _at_most_120(quote: Quote) -> Quote:
    """A contact sentence is short: keep it whole, up to 120 characters."""
    return quote if len(quote.text) <= 120 else span(quote.clause, quote.start, quote.start + 120)
