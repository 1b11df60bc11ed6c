"""Whether a question tells that somebody is in the case that a rule is made for ("面向甲、乙类的，……")."""

from __future__ import annotations

import re

from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.frame import Frame
from assistant.answering.question.term import Term
from assistant.answering.question.text import FUNCTION, pairs
from assistant.answering.sentences.spans import LABEL
from assistant.guideline.patterns import regex, runs_of
from assistant.programmes.numerals import half_width

_ALTERNATIVES = regex(r"、|或者?|以及|和|与|及(?!以)")
# What frames a case without telling which it is.
_FILLER = regex(
    r"面向|从事|属于?|凡是?|对于?|列入|纳入|获得?|取得|具有|经?认定的?|依托单位为|牵头单位为|申报单位为?|主体为|为|是|的|类|型|级|专业|课程|人员"
    r"|单位|机构|称号|项目|者|入选|其|等|中|已|经|由|且|在|于|时|但|确属|确有|确需|上述|有关|相关|[（(][^（）()]*[）)]|[“”\"\s，,]"
)
_ELSEWHERE = regex(r"(?:不在|非)本[市省地区县]|[市省]域?外|外[省市地]")
FROM_ELSEWHERE = regex(r"外[省市地]|[省市]外|外地|不在[^，,。]{0,4}[省市地县区]|异地")
_SAVE = regex(r"^除(?P<what>.{2,}?)(?:之外|以外|外)$")
_SAVING = regex(r"除|以外|之外|不是|不算")
_SAVED_FIRST = regex(r"除([^，。；]{2,24}?)(?:之外|以外|外)[，,]")
_SAVED_LAST = regex(r"[，,（(]([^，。；（(]{2,20}?)除外")
ALL_BUT = regex(r"(?:^|[，,；;：:。])([^，,。；;：:]{2,24}?)(?:之|以)外的?[^，。；]{0,8}(?:不予|不得|不接受)")
SOME_OF = regex(r"(?P<which>[^的由]{3,})的[^的由]{1,10}$")  # 被撤销资格的企业: not all of them
_LEAVES_ASIDE = regex(r"除(?:了|开|去)?(?P<what>[^，,。；;？?]{2,14}?)(?:之外|以外|外|[，,])")
# What follows says what else must be so of whoever is meant: no question tells that for certain.
_FURTHER = regex(r"(?:确属|确有|确需|符合|具备|满足).*$")
_NEGATION = regex(r"不|未|无|没|非")
_LOSS_TOLD = regex(
    r"撤|摘(?![要录抄])|取消|收回|吊销|\b(?:los(?:e|es|ing)|lost|revok\w+|withdr\w+|cancel\w*|strip\w*|remov\w+|taken? away)\b"
)
_ASKED_BEFORE = regex(
    r"事[先前]|提前|预先|(?:[撤销消摘收回吊]|资格|称号|摘?牌子?)[了掉]?(?:之前|以前|前)|\bbefore(?:hand)?\b|\bfirst\b"
)
_UNWARNED = regex(
    r"不(?:打招呼|吭声|通知|告知|说一?声|听[^，,。？?]{0,6}(?:说|解释|陈述|申辩))|\bwithout (?:notice|warning|a hearing)\b"
)
BEFORE_LOSS = regex(r"(?:撤销|取消|退出|收回|摘牌|吊销)[^，。；]{0,10}前")
_MUST = regex(r"必须|非得|只能|只准|只许|强制|\b(?:must|only)\b")
_ENOUGH, _HARDLY = 0.7, 0.45
_NEAR = 3  # characters among which two of a short form stand in the long one
_REST = ("其余", "余下", "剩余")
_LEFT = regex(r"剩|余下|其余|多出来|除了")
_POOR = regex(r"(?<![好高优强大多稳足])不(?:太|够|怎么|是很)?(?P<good>[好高优强大多稳足])(?!(?P=good)|不|[于过])")


def asks_before_loss(scene: Scene) -> bool:
    """Whether it is asked what goes before a loss ("撤销前会听我们说吗"): what the loss is for is only told."""
    asked = scene.frame.masked
    return bool(_LOSS_TOLD.search(asked) and (_ASKED_BEFORE.search(asked) or _UNWARNED.search(asked)))


def case_told(scene: Scene, case: str) -> bool:
    """Whether the question tells one of the alternatives of the case, nearly all its words, with the units of the
    question inside those that the case names."""
    if (save := _SAVE.match(re.sub(r"[，,]$", "", LABEL.sub("", case)))) and not _SAVING.search(scene.frame.masked):
        return False  # 除丙类外: a question on 丙类 is not in the case
    return any(_told(scene, part) for part in alternatives(save["what"] if save else case))


def alternatives(case: str) -> list[str]:
    """The cases of a list: 养老、托育专业的."""
    text = re.sub(r"(?:的|时|者)?[,，]?$", "", LABEL.sub("", half_width(case)))
    return [p for p in _ALTERNATIVES.split(_FURTHER.sub("", text) or text) if len(p) > 1]


def hardly_told(frame: Frame, case: str) -> bool:
    """Whether the question tells next to nothing of any alternative of the case, nor a figure of its measure."""
    dimensions = {q.dimension for q in frame.quantities}
    if any(q.dimension in dimensions for q in quantities_in(case)):
        return False
    return all(_share(frame, part) < _HARDLY for part in alternatives(case) or [""])


def _share(frame: Frame, case: str) -> float:
    """The share of the case that the question tells in its words or in others for the same, 1.0 of an empty one."""
    low = case.lower()
    words = pairs(frame.masked) | {a for t in frame.terms for a, _ in t.alternatives}
    held = {i for w in words for run in runs_of(w, low) for i in range(*run)}
    counted = [i for i, c in enumerate(low) if c not in FUNCTION and c.isalpha()]
    return sum(i in held for i in counted) / len(counted) if counted else 1.0


def _told(scene: Scene, case: str) -> bool:
    low, asked = case.lower(), scene.frame.masked
    mine = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic]
    for ruled in (m.unit for m in scene.taxonomy.find(low) if m.unit.kind not in scene.taxonomy.generic):
        alike = any(scene.taxonomy.relation(u, ruled) != "outside" for u in mine)
        if not alike and not any(p in asked for p in pairs(ruled.words)):
            return False  # 医院的实验室: of a laboratory of another's nothing is said
    held, counted = [False] * len(low), [True] * len(low)
    for match in _FILLER.finditer(low):
        counted[match.start() : match.end()] = [False] * len(match.group())
    words = {a for t in scene.frame.terms if t.kind != "unknown" for a, f in t.alternatives if f >= 0.9}
    for word in words:
        for match in re.finditer(re.escape(word), low):
            held[match.start() : match.end()] = [True] * len(word)
    for at in range(len(low) - 1):
        for until in range(at + 1, min(at + _NEAR, len(low))):
            if low[at] + low[until] in asked:
                held[at : until + 1] = [True] * (until + 1 - at)
    if FROM_ELSEWHERE.search(asked):
        for match in _ELSEWHERE.finditer(low):
            held[match.start() : match.end()] = [True] * len(match.group())
    elif _NEGATION.search(low) and not _NEGATION.search(asked):
        return False  # what is told is not the lack that the case is about
    weighed = [h for h, c in zip(held, counted, strict=True) if c]
    return sum(weighed) >= 2 and sum(weighed) >= _ENOUGH * len(weighed)


def excepted(scene: Scene, text: str) -> bool:
    """Whether the question is about what the sentence leaves out of its rule ("除丙类外，可以……"; "……，丙津贴除外";
    "丙类以外的不予受理"), or a telling word of it (津贴) stands nowhere else in the sentence."""
    if _SAVING.search(scene.frame.masked):
        return False
    said = [*_SAVED_FIRST.findall(text), *_SAVED_LAST.findall(text)]
    said += [f"{listed}、{listed.rpartition('的')[2]}" for listed in ALL_BUT.findall(text)]
    telling = [t.words for t in scene.frame.terms if t.weight >= 1.0 and t.kind != "unit"]
    return any(
        any(_told(scene, part) for part in alternatives(what))
        or any(w in what and w not in text.replace(what, "") for w in telling)
        for what in said
    )


def left_aside(scene: Scene, subject: str) -> bool:
    """Whether the question itself leaves out what a rule is about ("除了丙类，……")."""
    aside = _LEAVES_ASIDE.search(scene.frame.masked)
    told = pairs(aside["what"]) if aside else ()
    return bool(told) and sum(p in subject for p in told) * 2 >= len(told)


def poorer(scene: Scene, text: str) -> bool:
    """Whether the case told is bad ("评价不好的") where the text is on the good one ("对评价结果好的")."""
    return any(m["good"] in text and m.group() not in text for m in _POOR.finditer(scene.frame.masked))


def of_the_rest(scene: Scene, term: Term, found: Found) -> bool:
    """Whether what is left of a thing is asked about, and the sentence goes on about what is left of the thing that the
    one before it tells ("其余部分……")."""
    return (
        bool(_LEFT.search(scene.frame.masked))
        and found.passage.text.startswith(_REST)
        and any(scene.frame.terms[i] is term for i in found.matched)
    )


def duty_untold(frame: Frame, text: str) -> bool:
    """Whether the text says nothing of what it is asked whether one must ("设备必须进口吗": 可用于设备维护)."""
    must, low = _MUST.search(frame.masked), text.lower()
    owed = [t for t in frame.terms if len(t.words) > 1 and frame.masked.find(t.words, must.end()) >= 0] if must else []
    told = (a in low for t in owed for a in (t.words, *t.also, *t.same, *(a for a, _ in t.alternatives)))
    return bool(owed) and not any(told)


def asks_the_unknown(scene: Scene) -> bool:
    """Whether all that a question that follows another says of its own is a word that no document holds: what was
    asked before says nothing of it."""
    own = [t for t in scene.frame.terms if t.words in scene.frame.masked]
    return scene.frame.inherited and bool(own) and all(t.kind == "unknown" for t in own)
