"""Whether-questions about rules, duties and facts: the sentence that speaks of them, and its polarity."""

from __future__ import annotations

import re
from typing import Literal

from assistant.answering.answer import Verdict
from assistant.answering.bounds import compare
from assistant.answering.finding import Finding
from assistant.answering.locate import Found
from assistant.answering.scene import Scene, days_in, quantities_in, spoken
from assistant.answering.spans import around, segments, whole
from assistant.guideline.quote import Quote
from assistant.guideline.values import Day

Mode = Literal["permission", "obligation", "truth"]

_FORBID = re.compile(r"不得|不予|不冠|禁止|严禁|不能(?!少)|不可|不接受|不受理|不允许|不再|不超出")
_DUTY = re.compile(r"应当|应(?!用|届)|须|需(?!求)|必须|要(?!求|素|点)|同时|按照|请|不少于|方可|加盖|将|组织|进行|委托|由.{1,30}(?:报|批准|审)|经.{1,20}(?:后|批准)|报送|发送|寄送|邮寄|提交|盖章|签字|公示|一式")
_OPTIONAL = re.compile(r"可(?!行|复|持|靠|能性)以?|鼓励|优先|自愿|视情|必要时|支持|酌情|适当|如有|原则上|一般")
_CONDITION = re.compile(r"符合.{0,12}(?:条件|规定)|视情|必要时|酌情|如有|原则上|经.{1,16}(?:同意|批准)|适当|在.{2,20}前提下|的，")
_STEP = re.compile(r"整改|验收|评审|公示|考察|审核|审查|遴选|无异议|告知|陈述|答辩|酌情|通过后|批准|备案|启动|评估|退出|动态管理|撤销|取消")
_LACK = re.compile(r"没有|没|无(?!人|线|锡)|不具备|缺|尚未|还未|从未|\bno\b|\bnot\b|\bnever\b|\bwithout\b|n't\b")
_A_NOT_A = re.compile(r"([一-鿿])[不没]\1|可不可以|有没有")
_DENIAL = re.compile(r"不(?!是)|没|别|\bnot\b|n't\b|\bwithout\b")
_SKIPPED = re.compile(r"不用|不需要|不必|无需|可以不|只(?=[交寄发报填写盖])|光(?=[交寄发报填挂])|不(?!是)|没|免|省|略|\bskip\b|\bwithout\b|\bnot\b|\bomit\b|\bonly\b")
_EXISTS = re.compile(r"有没有|有无|是否有|有.{1,12}(?:吗|没有)|\bis there\b|\bare there\b|\bdoes .* have\b")
_HOLDER = re.compile(r"牵头(企业|学校|高校|院校|园区)")
_CITY_OFFICE = re.compile(r"市(?:发改委|发改局|经信局|教育局|财政局|人社局|国资委|科技局)")


def mode(scene: Scene) -> Mode:
    """What the question asks to be affirmed: that something may be done, must be done, or is so."""
    marks, text = scene.frame.marks, scene.frame.masked
    if "negated" in marks and "permission" in marks or re.search(r"可以|能不能|能.{0,12}吗|行不|\bcan\b|\bmay\b|行吗|中不中|成不", text):
        return "permission"
    if "obligation" in marks:
        return "obligation"
    return "permission" if "permission" in marks else "truth"


def judge(scene: Scene, least: float) -> Finding | None:
    """The first check that decides, tried on the sentences that explain the question best."""
    kind = mode(scene)
    measured = _measured(scene, least)
    if measured and measured.verdict != "yes":
        return measured
    dated = _dated(scene, least)
    if dated:
        return dated
    for found in scene.found[:6]:
        if not spoken(found.passage) or not found.own or _blank_form(scene, found):
            continue
        if found.coverage >= 0.25 and (defined := _defined(scene, found)):
            return defined
        if found.coverage < (0.3 if "absolute" in scene.frame.marks else least):
            continue
        for check in (_abroad, _office, _other_role, _other_units, _skip, _lacking, _soft, _hasty, _forbidden):
            finding = check(scene, found, kind)
            if finding:
                return finding
    if measured:
        return measured
    for found in scene.found[:4]:
        if found.coverage >= max(least, 0.7) and found.strict >= 0.55 and spoken(found.passage) and found.own and not _blank_form(scene, found):
            if _contrary_polarity(scene, found) or _no_such_rule(scene, found):
                continue
            return _affirm(scene, found, kind)
    return None


def _blank_form(scene: Scene, found: Found) -> bool:
    """A field of a form states nothing, unless the form is asked about."""
    asks_form = scene.frame.concepts & {"application_form", "word_limit", "sign", "seal", "materials"} or re.search(r"填|写|表|栏|格", scene.frame.masked)
    text = found.passage.text
    empty = len(text) < 30 or "□" in text or "___" in text
    return found.passage.clause.kind in ("field", "row") and empty and not asks_form


def _defined(scene: Scene, found: Found) -> Finding | None:
    """ "X means Y": whatever the question puts in the place of X must stand in Y."""
    match = re.match(r"\W*([^，。：]{2,16}?)(?:是指|系指|指)([^。]{4,60})", found.passage.text)
    if not match:
        return None
    held = [w for w in scene.words(found) if w in match.group(1).lower()]
    asked = re.search(r"(?:能|可以|是否|是不是|能不能)(?:填|写|是|由|算)?([^，。？?]{2,20})", scene.frame.masked)
    if not held or not asked or any(w in asked.group(1) for w in held):
        return None
    named = [w for w in re.findall(r"[一-鿿]{2,}", asked.group(1)) if len(w) > 1]
    pairs = {w[i : i + 2] for w in named for i in range(len(w) - 1)}
    inside = any(p in match.group(2) for p in pairs)
    return None if inside else finding(scene, found, "no", "contrary")


def finding(scene: Scene, found: Found, verdict: Verdict, reason: str, quote: Quote | None = None, **values: str) -> Finding:
    """A finding on one passage."""
    words = quote or _tight(scene, found)
    return Finding(
        scene.programme, "answered", verdict, words.text, (words,), reason, tuple(sorted(values.items())), found.score, found.coverage
    )


def _tight(scene: Scene, found: Found) -> Quote:
    text = found.passage.text
    words = scene.words(found)
    if len(text) <= 130 or not words:
        return whole(found.passage)
    at = [i for w in words if (i := text.lower().find(w)) >= 0]
    return around(found.passage, min(at), min(max(at) + 1, min(at) + 120), words, 140)


def _measured(scene: Scene, least: float) -> Finding | None:
    if not scene.frame.quantities:
        return None
    made = compare(scene, min(least, 0.3))
    if made is None or made.result == "same" and (made.strict < 0.75 or "haste" in scene.frame.marks):
        return None
    negated = "negated" in scene.frame.marks and mode(scene) == "permission"
    verdicts: dict[str, Verdict] = {"meets": "yes", "same": "yes", "under": "no", "over": "no", "unsure": "conditional"}
    reason = "meets" if made.result == "same" else made.result
    verdict = verdicts[made.result]
    if verdict == "yes" and (negated or made.strict < 0.6):
        verdict = "conditional"
    return Finding(
        scene.programme, "answered", verdict, made.quote.text, (made.quote,), reason,
        (("bound", made.bound), ("given", made.given)), made.score, 0.8,
    )  # fmt: skip


def _dated(scene: Scene, least: float) -> Finding | None:
    given = [d for d in scene.frame.days if d.day]
    if not given:
        return None
    for found in scene.found[:8]:
        held = [d for d in days_in(found.passage.text) if isinstance(d, Day) and d.day]
        if found.coverage < min(least, 0.35) or not held:
            continue
        told, rule = given[-1], held[0]
        same = (told.month, told.day) == (rule.month, rule.day) and (not told.year or not rule.year or told.year == rule.year)
        late = (told.year or rule.year or 0, told.month, told.day or 0) > (rule.year or told.year or 0, rule.month, rule.day or 0)
        quote = around(found.passage, rule.start, rule.end, scene.words(found))
        before = rule.before or "前" in found.passage.text[rule.end : rule.end + 2]
        asserts = bool(re.search(r"延|截止|改到|推迟|是.{0,6}吗|deadline", scene.frame.masked))
        good = same or before and not late and not asserts
        return finding(scene, found, "yes" if good else "no", "must" if good else "contrary", quote)
    return None


def _office(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """An office is named where the sentence names another of the same level as the one that receives."""
    named = _CITY_OFFICE.findall(scene.frame.masked)
    text = found.passage.text
    if not named or not re.search(r"报送至|负责|送至|报至", text):
        return None
    held = _CITY_OFFICE.findall(text)
    return finding(scene, found, "no", "contrary") if held and not set(named) & set(held) else None


def _abroad(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The sentence wants registration or seat in China; the question's unit is abroad."""
    if "abroad" not in scene.frame.places or found.coverage < 0.3:
        return None
    match = re.search(r"(?:中国|我国)?境内|国内", found.passage.text)
    if not match:
        return None
    return finding(scene, found, "no", "contrary", around(found.passage, match.start(), match.end(), scene.words(found), 120))


def _other_role(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """ "The lead school", where the sentence says "the lead enterprise"."""
    asked = set(_HOLDER.findall(scene.frame.masked))
    held = set(_HOLDER.findall(found.passage.text))
    if kind == "permission" or not asked or not held or asked & held or found.coverage < 0.5:
        return None
    return finding(scene, found, "no", "contrary")


def _other_units(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The sentence speaks of units of that sort, but of none that the asked one belongs to."""
    asked = [u for u in scene.frame.units if u.feature("designation") or u.feature("ownership") or u.feature("affiliation")]
    if not asked or found.coverage < 0.5:
        return None
    ruled = [m.unit for m in scene.taxonomy.find(found.passage.text) if m.unit.features]
    same = [r for r in ruled if scene.taxonomy.descendants(r.kind) & scene.taxonomy.descendants(asked[0].kind)]
    if not same:
        return None
    relation = scene.taxonomy.relation_any(asked[0], tuple(same))
    if relation == "outside":
        return finding(scene, found, "no", "closed", asked=asked[0].words, rule="、".join(r.words for r in same), role="role_none")
    return None


def _skip(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """To leave out what the sentence makes a duty is not permitted."""
    if "negated" not in scene.frame.marks or kind == "truth" and not scene.frame.marks & {"presuppose", "demand"}:
        return None
    text = found.passage.text
    aimed = _aims_at(scene, found, _SKIPPED)
    if found.coverage < 0.5 or not aimed:
        return None
    at = text.lower().find(aimed[0])
    quote = around(found.passage, at, at + len(aimed[0]), scene.words(found), 110)
    if _OPTIONAL.search(text) and not _DUTY.search(text):
        return finding(scene, found, "yes" if kind != "obligation" else "no", "optional", quote)
    return finding(scene, found, "no", "must", quote) if _DUTY.search(text) else None


def _lacking(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """Somebody lacks what the sentence requires, or what it only prefers."""
    if kind == "obligation" or not _LACK.search(re.sub(r"有没有|能不能|可不可以|行不行", "", scene.frame.masked)):
        return None
    text = found.passage.text
    lacked = _aims_at(scene, found, _LACK)
    if found.coverage < 0.4 or not lacked:
        return None
    clause = next((text[s:e] for s, e in segments(text) if any(w in text[s:e].lower() for w in lacked)), text)
    if re.search(r"优先|鼓励|可", clause) and not re.search(r"应|须|需(?!求)", clause):
        return finding(scene, found, "conditional", "optional")
    if kind == "truth" or re.search(r"应(?!用)|须|需具|具有|具备|不少于|至少", text):
        at = text.lower().find(lacked[0])
        return finding(scene, found, "no", "must", around(found.passage, at, at + len(lacked[0]), lacked, 80))
    return None


def _aims_at(scene: Scene, found: Found, marker: re.Pattern[str]) -> tuple[str, ...]:
    """The sentence's words for a term that stands right behind the marker in the question."""
    text = _A_NOT_A.sub(lambda m: "　" * len(m.group()), scene.frame.masked)
    after = [re.split(r"[，,。？?；;]", text[m.start() : m.end() + 8])[0] for m in marker.finditer(text)]
    mine = [scene.frame.terms[i] for i in found.own]
    low = found.passage.text.lower()
    aimed = [t for t in mine if t.kind != "unit" and any(w in a for w in (t.words, *t.also) for a in after)]
    literal = [w for t in aimed for w in (t.words, *t.also) if scene.index.known(w) and any(w in a for a in after)]
    if literal and not any(w in low for w in literal):
        return ()
    return tuple(w for w in literal if w in low) or tuple(a for t in aimed for a, _ in t.alternatives if a in low)


def _soft(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """ "Only", "must": the sentence merely encourages, prefers or leaves it open."""
    if "exclusive" not in scene.frame.marks or found.coverage < 0.45:
        return None
    core = _core(scene, found)
    if re.search(r"必要时|视情|酌情", core):
        return finding(scene, found, "conditional", "optional")
    if re.search(r"鼓励|倾斜|优先|为主|自愿|可以", core) and not re.search(r"应(?!用)|须|必须", core):
        return finding(scene, found, "no", "optional")
    return None


def _hasty(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """"At once", "always", "as soon as": the sentence puts steps or conditions in between."""
    absolute = "absolute" in scene.frame.marks
    if not absolute and "haste" not in scene.frame.marks or found.coverage < (0.3 if absolute else 0.45):
        return None
    asked = scene.frame.masked
    spoken_of = [i for i, t in enumerate(scene.frame.terms) if t.grounded]
    last = max(spoken_of, default=-1, key=lambda i: asked.rfind(scene.frame.terms[i].words))
    if last not in found.own and (not absolute or any(last in f.own for f in scene.found[:6])):
        return None
    steps = [m.group() for m in _STEP.finditer(found.passage.text) if m.group() not in asked]
    conditions = _CONDITION.search(found.passage.text)
    return finding(scene, found, "no", "step") if steps or conditions else None


def _forbidden(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    match = _FORBID.search(found.passage.text)
    if not match and _FORBID.search(found.passage.rule) and found.coverage >= 0.5 and kind == "permission":
        return finding(scene, found, "no", "prohibited", whole(found.passage))
    if not match or match.group() in scene.frame.masked or found.coverage < 0.5:
        return None
    if not _concerns(scene, re.split(r"[，,。；;：:（(]", found.passage.text[: match.start()])[-1]):
        return None
    words = scene.words(found)
    quote = around(found.passage, match.start(), match.end(), words, 80)
    if not any(w in quote.text.lower() for w in words):
        return None
    negated = "negated" in scene.frame.marks
    return finding(scene, found, "yes" if negated and kind == "truth" else "no", "prohibited", quote)


def _contrary_polarity(scene: Scene, found: Found) -> bool:
    """The question denies something that the documents speak of, and the sentence denies nothing."""
    text = _A_NOT_A.sub(lambda m: "　" * len(m.group()), scene.frame.masked)
    after = [re.split(r"[，,。？?；;]", text[m.start() : m.end() + 8])[0] for m in _DENIAL.finditer(text)]
    denied = any(w in a for t in scene.frame.terms if t.kind != "unit" and t.grounded for w in (t.words, *t.also) for a in after)
    denied = denied or bool(re.search(r"(?:都|也|没|就)不(?!是|能|可)|都没|也没", text))
    return denied and not re.search(r"不|无|未", _core(scene, found))


def _no_such_rule(scene: Scene, found: Found) -> bool:
    """ "Is there a requirement on age?": the sentence must set a value of that kind."""
    wants = scene.frame.wants(scene.lexicon) & {"duration", "ratio", "money", "characters", "area", "copies"}
    if not wants or not re.search(r"要求|规定|限制|门槛|requirement|restriction|limit", scene.frame.masked):
        return False
    return not any(q.dimension in wants for q in quantities_in(found.passage.text))


def _core(scene: Scene, found: Found) -> str:
    """The comma segments that hold the telling words of the question, without what stands in brackets."""
    text = found.passage.text
    light = {a for t in scene.frame.terms if t.weight < 1.2 for a, _ in t.alternatives}
    words = [w for w in scene.words(found) if w not in light] or list(scene.words(found))
    kept = [text[s:e] for s, e in segments(text) if any(w in text[s:e].lower() for w in words)]
    return re.sub(r"[（(][^（）()]*[）)]", "", "".join(kept)) or text


def _concerns(scene: Scene, subject: str) -> bool:
    """Whether what a prohibition is about is what the question is about: its words, or a wider unit."""
    if len(re.sub(r"\W", "", subject)) < 2:
        return True
    low = subject.lower()
    if any(a in low for t in scene.frame.terms if not set(t.concepts) & {"lead", "joint"} for a, _ in t.alternatives):
        return True
    ruled = [m.unit for m in scene.taxonomy.find(subject) if m.unit.kind not in scene.taxonomy.generic]
    if not ruled:
        return not re.search(r"外|未|不|非", subject) and not scene.taxonomy.find(subject)
    return any(scene.taxonomy.relation(u, r) == "inside" for u in scene.frame.units for r in ruled)


def _affirm(scene: Scene, found: Found, kind: Mode) -> Finding:
    """The sentence says what is asked; how firmly it says it decides."""
    quote = _tight(scene, found)
    core = _core(scene, found)
    if kind == "obligation":
        if re.search(r"自愿|鼓励|可(?!行|复|持|靠)以?|视情|必要时", core) and not re.search(r"应(?!用)|须|必须|要(?!求|素|点)|请", core):
            firm = bool(re.search(r"必要时|视情", core))
            return finding(scene, found, "conditional" if firm else "no", "optional", quote)
        return finding(scene, found, "yes", "must", quote)
    if (_CONDITION.search(core) and kind == "permission" or re.search(r"连续.{1,3}年|的，可|的,可", found.passage.text)) and not _EXISTS.search(scene.frame.masked):
        return finding(scene, found, "conditional", "", quote)
    parts = segments(found.passage.text)
    said = sum(any(w in found.passage.text[s:e].lower() for w in scene.words(found)) for s, e in parts)
    only = re.search(r"就(?:能|可以|行|算|够)|只要", scene.frame.masked)
    if kind == "permission" and len(parts) >= 3 and (said * 2 <= len(parts) or only and said < len(parts)) and re.search(r"应(?!用)|须|需具", found.passage.text):
        return finding(scene, found, "conditional", "", quote)
    if "presuppose" in scene.frame.marks and re.search(r"酌情|视情|一般|原则上", core):
        return finding(scene, found, "conditional", "contrary", quote)
    return finding(scene, found, "yes", "", quote)
