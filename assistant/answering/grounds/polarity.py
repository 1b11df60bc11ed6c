"""What a question affirms or denies, and which words of a sentence bear on it."""

from __future__ import annotations

import re
from typing import Literal

from assistant.answering.answer import Verdict
from assistant.answering.grounds.case_told import left_aside
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import about, segments, whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.values import Quantity
from assistant.programmes.numerals import half_width
from assistant.programmes.unit_lists import read_units

Mode = Literal["permission", "obligation", "truth"]
_A_NOT_A = regex(r"([一-鿿])[不没]\1|可不可以|有没有")
NECESSARY = regex(
    r"(?:没有?|缺了?|少了?|不[拉找请带])[^？?]{2,44}?(?:的话)?[，,]?(?:就|便|是)?"
    r"(?:(?:不|没)(?:能|可以|行(?!业)|成(?!立了)|让|给|予|得)[^？?]{0,8}|[报组办建成][不没](?:了|成)|没法|没戏|作废)"
    r"(?:[，,]?(?:对|是)[吧吗不]|吧|[，,]?(?:是不是|对不对)|[，,]没错吧)"
)
EXISTS = regex(r"有没有|有无|是否有|有[^，,。？?没]{1,12}(?:吗|么|没有)|\bis there\b|\bare there\b|\bdoes .* have\b")
_RULES = regex(
    r"鼓励|支持(?=[^，。；]{2})|倡导|提倡|可(?!行|复|持|靠|能性)以?|优先|视情|酌情|必要时|自愿|如有|应当|应(?!用|届)|须|必须|需(?!求)|请|不得|严禁"
)
_LEADS = 24  # characters of a segment within which the word that rules the next ones stands
_LIMIT = frozenset({"count_limit", "quota", "word_limit", "number_of"})
_MEETING = regex(
    r"(?:达到|达[得不]到|达没达到|符合|满足|够|(?<![符联结综配组整融])合)(?:了|不了)?[^，,。？?]{0,14}(?:要求|条件|标准|门槛|资格|规定)"
)
# What is told is to be confirmed; a verb of doing ("要搞15个") lays no duty on anybody.
_SO_TOLD = regex(r"(?:听(?:说|人|讲|别人)|据说|有人说|传言).*[，,]对吗")
_HAVING = regex(r"(?<!没)有([一-鿿]{2})")
_NEGATION = r"不(?!低于|少于|超过|得少|得低)|无(?!偿|线|锡|缝|论|人机|障碍)|未"
# What denies: not where it bounds a figure (不低于), opens what follows (不限于) or is part of a word.
_DENIED = (
    r"不(?!低于|少于|超过|高于|多于|大于|小于|得少|得低|得超|得高|得多|限|仅|只|断|同|影响|可抗)|未(?!来|满)|严禁|禁止"
)
_FREED = r"不受|不限|不作|不做|不适用|无要求|无限制"
_WEIGHTY = 1.5
_DENIAL = regex(
    r"不(?:是|属于|算)(?=.{2,16}(?:可以|能|行|成))|不(?!是|过|仅|光|但|管|论)|没|别|非(?!常|遗|得|要)|未|\bnot\b|n't\b|\bwithout\b|\bskip\w*"
)


def mode(scene: Scene) -> Mode:
    """What the question asks to be affirmed: that something may be done, must be done, or is so."""
    marks, text = scene.frame.marks, scene.frame.masked
    if NECESSARY.search(text):
        return "obligation"
    if _MEETING.search(text):
        return "permission"
    if _SO_TOLD.search(text):
        return "truth"
    if (
        "negated" in marks
        and "permission" in marks
        or re.search(r"可以|能不能|能.{0,12}吗|行不|\bcan\b|\bmay\b|行吗|中不中|成不", text)
    ):
        return "permission"
    if "obligation" in marks:
        return "obligation"
    return "permission" if "permission" in marks else "truth"


def finding(
    scene: Scene, found: Found, verdict: Verdict | None, reason: str, quote: Quote | None = None, **values: str
) -> Finding:
    """A finding on one passage."""
    words = quote or tight(scene, found)
    return Finding(
        scene.programme,
        "answered",
        verdict,
        words.text,
        (words,),
        reason,
        tuple(sorted(values.items())),
        found.score,
        found.coverage,
    )


def tight(scene: Scene, found: Found) -> Quote:
    """The whole sentence where it is short, else its segments around the question's words."""
    if len(found.passage.text) <= 130 or not scene.words(found):
        return whole(found.passage)
    return about(found.passage, tuple(_telling(scene, found)), 120, 140)


def _telling(scene: Scene, found: Found) -> list[str]:
    """The sentence's words for what is asked, without those for what only shapes the question or was asked before."""
    light = {a for t in scene.frame.terms if t.weight < 1.2 for a, _ in t.alternatives}
    return [w for w in scene.words(found) if w not in light] or list(scene.words(found))


def core(scene: Scene, found: Found) -> str:
    """The comma segments that hold the telling words of the question, without what stands in brackets."""
    text = found.passage.text
    words = _telling(scene, found)
    kept = [text[s:e] for s, e in segments(text) if any(w in text[s:e].lower() for w in words)]
    return re.sub(r"[（(][^（）()]*[）)]", "", "".join(kept)) or text


def governed(scene: Scene, found: Found) -> str:
    """`core` with the word of leave or duty that rules it from an earlier comma segment of the same clause ("鼓励甲
    联合乙，建设……"), where it has none of its own."""
    told, text = core(scene, found), found.passage.text
    if _RULES.search(told):
        return told
    words, led, ruling = _telling(scene, found), "", ""
    for start, end in segments(text):
        part = text[start:end]
        if any(w in part.lower() for w in words):
            ruling = led
        if (match := _RULES.search(part)) and match.start() < _LEADS:
            led = part
        elif part.endswith(("；", ";")):
            led = ""
    return ruling + told


def blank_form(scene: Scene, found: Found) -> bool:
    """A field of a form states nothing, unless the form is asked about."""
    asks_form = scene.frame.concepts & {"application_form", "word_limit", "sign", "seal", "materials"} or re.search(
        r"填|写|表|栏|格", scene.frame.masked
    )
    text = found.passage.text
    empty = len(text) < 30 or "□" in text or "___" in text
    return found.passage.clause.kind in ("field", "row") and empty and not asks_form


def without_a_not_a(text: str) -> str:
    """The text with what only asks whether (能不能) blanked: it denies nothing."""
    return _A_NOT_A.sub(lambda m: "　" * len(m.group()), text)


def _behind(text: str, marker: re.Match[str]) -> str:
    """The marker with the few characters behind it, up to the next comma."""
    end = marker.end() + (40 if marker.group().isascii() else 8)
    return re.split(r"[，,。？?；;]", text[marker.start() : end])[0]


def aims_at(scene: Scene, found: Found, marker: re.Pattern[str]) -> tuple[str, ...]:
    """The sentence's words for a term that stands right behind the marker in the question."""
    text, low = without_a_not_a(scene.frame.masked), found.passage.text.lower()
    # 无偿 is a word that the sentence says too: nothing is denied by its first character.
    shared = [t.words for t in scene.frame.terms if len(t.words) > 1 and t.words in low]
    denials = [m for m in marker.finditer(text) if not any(text.startswith(w, m.start()) for w in shared)]
    places = "|".join(map(re.escape, scene.frame.places)) or "(?!)"  # 不在杭州 leaves nothing out
    denials = [
        m for m in denials if not re.match(rf"[有是属于设注册登记落户位]{{0,4}}在?(?:{places})", text[m.end() :])
    ]
    after = [_behind(text, m) for m in denials]
    mine = [scene.frame.terms[i] for i in found.own]
    mine = [t for t in mine if t.kind != "unit" and t.words not in scene.frame.places]
    aimed = [t for t in mine if any(w in a for w in (t.words, *t.also) for a in after)]
    words = ((t, w) for t in aimed for w in (t.words, *t.also) if any(w in a for a in after))
    literal = [w for t, w in words if scene.index.known(w) and _of_documents(scene, t, w)]
    if literal and not any(w in low for w in literal):
        return ()
    return tuple(w for w in literal if w in low) or tuple(a for t in aimed for a, _ in t.alternatives if a in low)


def _of_documents(scene: Scene, term: Term, word: str) -> bool:
    """Whether the word is one that documents use for the thing, not one that only stands in them by chance."""
    return not term.concepts or any(word in scene.lexicon.concepts[c].doc for c in term.concepts)


def contrary_polarity(scene: Scene, found: Found) -> bool:
    """The question denies something that the documents speak of, and the sentence denies nothing of it."""
    text = without_a_not_a(scene.frame.masked)
    if any(_free_of(w, found.passage.text) for w in _HAVING.findall(text)):
        return True
    concepts = [t.words for t in scene.frame.terms if t.kind == "concept"]
    denials = [m for m in _DENIAL.finditer(text) if not any(text.startswith(w, m.start()) for w in concepts)]
    after = [_behind(text, m) for m in denials]
    named = [
        t
        for t in scene.frame.terms
        if t.kind != "unit" and t.grounded and any(w in a for w in (t.words, *t.also) for a in after)
    ]
    denied = bool(re.search(r"(?:都|也|没|就)不(?!是|能|可)|都没|也没|可以没有|没有(?:行|可以|吗)", text))
    if not named and not denied:
        return False
    told = core(scene, found).lower()
    if not re.search(_NEGATION, told):
        return True
    held = [a for t in named for a, _ in t.alternatives if a in told]
    return bool(held) and not any(re.search(rf"(?:{_NEGATION}).{{0,3}}{re.escape(a)}", told) for a in held)


def denied_in_it(scene: Scene, found: Found) -> bool:
    """Whether the sentence names a weighty thing of an English question, which denies nothing, only where it denies it
    ("不以邮戳为准"), or all that is asked to be a duty only as the case of another ("提供住宿的，须……"): it proves no yes.
    Chinese questions are held against the word for the act itself."""
    if scene.frame.language != "en" or "negated" in scene.frame.marks or scene.frame.denies:
        return False
    low = found.passage.text.lower()
    told = (t for i, t in enumerate(scene.frame.terms) if i in found.own and t.kind != "unit" and t.weight >= _WEIGHTY)
    made = [([low[s:e] for s, e in segments(low) if any(a in low[s:e] for a, _ in t.alternatives)], t) for t in told]
    if mode(scene) == "obligation" and made and all(p.endswith("的，") for held, _ in made for p in held):
        return True
    words = ((held, "|".join(re.escape(a) for a, _ in t.alternatives)) for held, t in made)
    freed = rf"|(?:{{w}})[^，。；]{{{{0,4}}}}(?:{_FREED})" if mode(scene) != "permission" else ""
    return any(
        held and all(re.search(rf"(?:{_DENIED}).{{0,8}}(?:{w})" + freed.format(w=w), part) for part in held)
        for held, w in words
    )


def _free_of(word: str, text: str) -> bool:
    """Whether the sentence speaks of being without what the question has ("无异议后": 有异议)."""
    lacks = re.search(rf"(?:无|没有|未有){word}", text)
    return bool(lacks) and not re.search(rf"(?<![无没未])有{word}", text)


def _before(text: str, q: Quantity) -> str:
    """What stands before the figure in its comma segment."""
    return next(text[start : q.start].lower() for start, end in segments(text) if start <= q.start < end)


def no_such_rule(scene: Scene, found: Found) -> bool:
    """Whether a rule of a kind is asked after ("a requirement on age?") and the sentence sets no such value."""
    asked = scene.frame.masked
    if re.search(r"上限|最多|封顶|名额|页数|数量限制|数量有限", asked) and re.search(
        r"有没有|有.{1,10}(?:吗|么|限制)|限制", asked
    ):
        near = [q for q in quantities_in(found.passage.text) if q.interval.low is None]
        light = {a for t in scene.frame.terms if _LIMIT & set(t.concepts) for a, _ in t.alternatives}
        words = [w for w in scene.words(found) if len(w) > 1 and w not in light]
        return not any(any(w in q.head or w in _before(found.passage.text, q) for w in words) for q in near)
    wants = scene.frame.wants(scene.lexicon) & {"duration", "ratio", "money", "characters", "area", "copies"}
    if not wants or not re.search(r"要求|规定|限制|门槛|requirement|restriction|limit", scene.frame.masked):
        return False
    return not any(q.dimension in wants for q in quantities_in(found.passage.text))


def concerns(scene: Scene, subject: str) -> bool:
    """Whether what a prohibition is about is what the question is about: its words, or a wider unit."""
    if len(re.sub(r"\W", "", subject)) < 2:
        return True
    if left_aside(scene, subject):
        return False
    low = subject.lower()
    named = read_units(half_width(subject)) if scene.frame.units else None
    if named and named.whole and not any(u.kind in scene.taxonomy.generic for u in named.units):
        asked = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic]
        if asked and all(scene.taxonomy.relation_any(u, named.units) == "outside" for u in asked):
            return False  # 企业、园区不得牵头 says nothing of an association
    if any(a in low for t in scene.frame.terms if not set(t.concepts) & {"lead", "joint"} for a, _ in t.alternatives):
        return True
    ruled = [m.unit for m in scene.taxonomy.find(subject) if m.unit.kind not in scene.taxonomy.generic]
    if not ruled:
        return not re.search(r"外|未|不|非", subject) and not scene.taxonomy.find(subject)
    return any(scene.taxonomy.relation(u, r) == "inside" for u in scene.frame.units for r in ruled)
