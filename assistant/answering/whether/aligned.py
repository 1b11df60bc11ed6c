"""What a question proposes, laid beside what each part of a sentence rules.

A proposition has an act and a thing; a ruling has a subject, a mark of leave and what is let or refused. They are laid
side by side both ways: how much of the act asked about does the ruling tell, and how much of what is ruled does the
question tell. The part of the sentence that fits best decides, by its mark. A no may rest on less than a yes, which is
proved besides (proof).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answering.answer import Verdict
from assistant.answering.grounds.case_told import case_told, excepted
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, concerns, finding
from assistant.answering.grounds.proof import contrast
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.grounds.whose import OWN_PURSE
from assistant.answering.question.focusing import focus
from assistant.answering.question.terms import Term
from assistant.answering.question.text import pairs
from assistant.answering.sentences.rulings import Ruling, rulings
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex, runs_of

_LOOKED_AT = 6
_NEAR = 0.7  # of an alternative by which documents may call the thing
_TOLD, _RULED, _SHARE, _MOSTLY = 0.5, 0.5, 0.5, 0.6
_LEAST = 0.4  # where all that is refused is told
_SAME_CASE = 0.75
_MARGIN = 0.05
_WEIGHTY, _RARE = 2.0, 4.5
_A_NOT_A = regex(r"([一-鿿])[不没]\1|可不可以")
_LAST_A_NOT_A = regex(r"([一-鿿])[不没]\1[？?。！!\s]*$")
_MODAL = regex(r"可以|能够?|允许|准许|让|必须|需要|得(?!分|到|了)|要(?!求|点|素)|应该|算(?!是)|用(?=[^，。？?]{0,8}吗)")
_AT_END = regex(
    r"(?:这样|这么做)?(?:就|也|都)?(?:可以|行|成|中|允许|合规|合适|没问题|ok|有效|作数|算数|认)(?:的|了)?(?:吗|吧|不|嘛|么|呢)?[？?。！!\s]*$"
)
# Characters that carry nothing of the act: grammar, and words that only say how.
_LIGHT = regex(
    r"自己|找人|请人|我们|俺们|咱们?|他们|你们|直接|单独|另外|一起|一块|可以|是否|是不是|有没有|还是|这个|那个|这样|通知|政策|文件"
    r"|[的了吗呢吧啊呀嘛么在是就也都还再又把被给让跟同和与或及替帮去来上下到从对为以用能可会想要得不没有我你他她它们这那个些一两几块份家只算里中外报？?，,。、\s]"
)
_FILLER = regex(
    r"自行|擅自|再次|重新|继续|任何|其他|其它|有关|相关|本次|申报单位|各单位|以上|上述|经|由|于|用于|作为|担任|但|仍|也|均|[的等了以及和与或在为将把]"
)
_DENIED = regex(
    r"(?:可以|能|就|也|都|还)?(?:不(?=[一-鿿]{1,3}(?:吗|吧|了|的|[，,？?])|用|必|需|要|占|交|报|提供|参加)|无需|免)(?!能|可以|得)"
)
_STILL = regex(r"仍|依然|照常|照旧")
_ENOUGH = regex(r"(?:即|便|就)可[，。；]?$")
_SCOPE = "不在"
_TO_APPLY = regex(r"[报申]|参[加与]|入选|评|推荐|\b(?:apply|join|take part|eligible)")
_EVER = regex(r"自动|一定|肯定|必然|都能|全部|所有|任何|无条件|直接|只要|就行|就可以")
_DUTY = regex(r"也得|还得|也要|还要|必须|需要|也须")
_TO_MAKE, _MADE = "做刻弄", ("制作", "制发", "印制", "刻制")
_ALONE = regex(r"自己|自行|自个|直接|单独|我们|俺们|咱们?|另外?找")
_SORT = regex(r"(?P<name>[一-鿿]{1,8})(?P<kind>类|型|级|组|档)")
_ANYBODY = regex(
    r"(?:(?:各|有关|相关|申报|申请|推荐|任何|本|该|其他)*(?:单位|地区|地|部门|机构|个人|申请人|申报人|项目|者|、))+"
)
_OF_A_CASE = regex(r"(?:^|[^一-鿿])(?:已|未|曾|被|经|因)|的(?=[一-鿿]{2})")
_AND_SUCH = regex(r"等[一-鿿]{2,6}$|的$")
_TOLD_REFUSED = regex(r"不(?:收|受理|接受|接收|算|占|准|允许|许|纳入|计入|列入|认可|含|包括|属于)(?!得)")
_ONCE_MORE = regex("一[次遍回下]")
_ITEMS = regex(r"、|和|及|或者?|与|并")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question proposes: `act` is the part of it that says what is to be done, `negated` that it is not to be;
    `share` is how much of the question the sentence explains that it is laid beside."""

    kind: Mode
    act: str
    negated: bool
    share: float = 1.0


def asked_of(scene: Scene, kind: Mode) -> Asked:
    """The proposition of the question's asking part."""
    part = _A_NOT_A.sub("能", _LAST_A_NOT_A.sub("", focus(scene.frame.masked)))
    plain = _AT_END.sub("", re.split(r"(?<=[吗吧呢])[？?]|[？?](?=.)", part)[0])
    modal = _MODAL.search(plain)
    act = plain[modal.end() :] if modal and len(_LIGHT.sub("", plain[modal.end() :])) else plain
    negated = _DENIED.search(part) or _TOLD_REFUSED.search(part)
    return Asked(kind, act, bool(negated) and not scene.frame.denies)


def aligned(scene: Scene, kind: Mode) -> Finding | None:
    """What the first sentence rules that has a part on the very proposition, one that refuses it before all others."""
    if not scene.chosen or scene.frame.denies or "demand" in scene.frame.marks:
        return None
    if OWN_PURSE.search(scene.frame.masked):
        return None  # that others do not pay is no relief for whoever asks
    asked = asked_of(scene, kind)
    said = [
        made
        for found in scene.found[:_LOOKED_AT]
        if spoken(found.passage) and not purposive(found.passage.text) and found.own and "□" not in found.passage.text
        if (made := _ruled(scene, found, asked))
    ]
    return next((m for m in said if m.verdict == "no"), said[0] if said else None)


def _ruled(scene: Scene, found: Found, asked: Asked) -> Finding | None:
    text = found.passage.text.lower()
    asked = replace(asked, share=_share(scene, found))
    if asked.share < _LEAST or contrast(scene, found) or excepted(scene, text):
        return None
    made = [(_fit(scene, r, asked), r) for r in rulings(text)]
    said = {r: _verdict(scene, asked, r, text[r.start : r.end]) for _, r in made}
    for fit, ruling in sorted(made, key=lambda fr: -fr[0]):
        verdict = said[ruling]
        if verdict is None:
            continue
        rivals = (f for f, r in made if said[r] != verdict)
        if max(rivals, default=0.0) + _MARGIN > fit:
            return None
        reason = "" if ruling.force == "may" else "prohibited"
        return finding(scene, found, verdict, reason, whole(found.passage))
    return None


def _verdict(scene: Scene, asked: Asked, ruling: Ruling, part: str) -> Verdict | None:
    """What the mark of the ruling says to the proposition, None where it is about something else or says nothing."""
    if asked.share < _SHARE and ruling.force != "refused":
        return None
    depends: Verdict = "conditional" if ruling.soft or ruling.relieved else "no"
    duty = asked.kind == "obligation" or asked.kind == "truth" and _DUTY.search(scene.frame.masked)
    if duty and ruling.case and _ENOUGH.search(part) and not asked.negated:
        other = _told(scene, ruling.case, asked) >= _SAME_CASE and _act_told(scene, asked, ruling) < _TOLD
        return "no" if other else None  # 仅变更丙的，自行修改即可: 要备案吗
    if ruling.force == "may" and asked.kind == "permission" and not asked.negated and _lets(scene, ruling, asked):
        return "conditional"
    if ruling.case and not case_told(scene, ruling.case):
        return None
    if not _of_them(scene, ruling, asked):
        return None
    if ruling.force in ("no", "refused"):
        return depends if not asked.negated and _refuses(scene, ruling, asked) else None
    if ruling.force == "only" and not asked.negated:
        return depends if _of_another_sort(scene, ruling) or _by_oneself(scene, ruling, asked) else None
    if asked.kind == "obligation" and not asked.negated:
        freed = (
            ruling.force == "free"
            and not ruling.subject
            and max(_told(scene, i, asked) for i in _items(ruling.told)) >= _MOSTLY
        )
        return "no" if freed else None
    if asked.negated and _STILL.search(part):
        done = _told(scene, ruling.told, asked) >= _RULED and _act_told(scene, asked, ruling) >= _TOLD
        return "no" if done else None
    return None


def _lets(scene: Scene, ruling: Ruling, asked: Asked) -> bool:
    """Whether what is asked leave for is let in a case of which the question tells whom it is about ("子公司……的，可以")."""
    own = (t for t in scene.frame.terms if t.weight >= _WEIGHTY and not _of_title(scene, t))
    if not ruling.case or _EVER.search(scene.frame.masked) or not any(_stands(t, ruling.case) for t in own):
        return False
    ruled = max(_told(scene, i, asked) for i in _items(ruling.told))
    return ruled >= _MOSTLY and _act_told(scene, asked, ruling) >= _MOSTLY


def _refuses(scene: Scene, ruling: Ruling, asked: Asked) -> bool:
    """Whether what is ruled out is what the question proposes."""
    if ruling.force == "refused":
        if ruling.mark.startswith(_SCOPE) and not _TO_APPLY.search(asked.act):
            return False
        what = ruling.told or ruling.subject or ruling.case
        least = _MOSTLY if asked.share >= _SHARE else 1.0
        return any(
            _told(scene, i, asked) >= least and _head_told(scene, i) or _ends_in_rare(scene, i) for i in _items(what)
        )
    return max(_told(scene, i, asked) for i in _items(ruling.told)) >= _RULED and (
        _act_told(scene, asked, ruling) >= _TOLD
    )


def _ends_in_rare(scene: Scene, item: str) -> bool:
    """Whether the head of what is refused is a long word of the question that hardly any sentence holds."""
    words = (t.words for t in scene.frame.terms if t.kind == "word" and t.weight >= _RARE and len(t.words) > 2)
    return any(item.rstrip("的").endswith(w) for w in words)


def _of_them(scene: Scene, ruling: Ruling, asked: Asked) -> bool:
    """Whether the ruling is about whom or what the question is about; a subject that tells its own case ("已获评的甲") is
    only where the question tells it, too."""
    subject = ruling.subject
    if _says_nobody(subject):
        return True
    if _OF_A_CASE.search(ruling.subject):
        told = [_told(scene, i, asked) for i in (subject, *_items(subject))]
        return case_told(scene, subject) or told[0] >= _RULED and max(told) >= _SAME_CASE
    return concerns(scene, subject) or any(_told_as_named(scene, i) for i in _items(subject))


def _says_nobody(subject: str) -> bool:
    """Whether the subject is none, or whoever it may be (各单位)."""
    return len(re.sub(r"\W", "", subject)) < 2 or bool(_ANYBODY.fullmatch(subject))


def _told_as_named(scene: Scene, item: str) -> bool:
    return item in scene.frame.text.lower()


def _of_another_sort(scene: Scene, ruling: Ruling) -> bool:
    """Whether a thing is wanted of one sort only and the question names another of the kind ("仅甲类提交")."""
    sort = _SORT.search(ruling.told)
    if sort is None:
        return False
    named = re.findall(rf"([一-鿿]{{2}}){sort['kind']}", scene.frame.masked)
    return bool(named) and not any(n in sort["name"] for n in named)


def _by_oneself(scene: Scene, ruling: Ruling, asked: Asked) -> bool:
    """Whether somebody does for all what the question wants to do by itself ("由……统一制发")."""
    if ruling.mark != "统一" or not _ALONE.search(scene.frame.masked):
        return False
    return _told(scene, ruling.subject + ruling.told, asked) >= _RULED or _act_told(scene, asked, ruling) >= _MOSTLY


def _fit(scene: Scene, ruling: Ruling, asked: Asked) -> float:
    """How well the two lie side by side: the act asked about as the ruling tells it, what is ruled as the question
    tells it, and its subject, one that is only the programme's name by half."""
    ruled = max((_told(scene, i, asked) for i in _items(ruling.told or ruling.subject)), default=0.0)
    shares = [_act_told(scene, asked, ruling), ruled]
    if ruling.told and not _says_nobody(ruling.subject):
        own = max(_told(scene, i, asked, scene.frame.masked) for i in _items(ruling.subject))
        named = 0.5 * any(_told_as_named(scene, i) for i in _items(ruling.subject))
        shares.append(max(own, named))
    return sum(shares) / len(shares)


def _items(text: str) -> list[str]:
    return [i for i in _ITEMS.split(_AND_SUCH.sub("", text)) if i] or [text]


def _share(scene: Scene, found: Found) -> float:
    """Which share of the question the sentence explains, without what the whole document is about."""
    terms = [(i, t.weight) for i, t in enumerate(scene.frame.terms) if not _of_title(scene, t)]
    return sum(w for i, w in terms if i in found.matched) / (sum(w for _, w in terms) or 1.0)


def _of_title(scene: Scene, term: Term) -> bool:
    title = scene.guideline.entry.title.lower()
    return (
        term.kind == "word"
        and (term.words in title or pairs(term.words) <= pairs(title))
        or bool(_ONCE_MORE.fullmatch(term.words))
    )


def _stands(term: Term, text: str) -> bool:
    return any(a in text for a, f in term.alternatives if f >= _NEAR)


def _act_told(scene: Scene, asked: Asked, ruling: Ruling) -> float:
    """Which share of the characters of the act asked about the ruling tells, by whatever words."""
    return _covered(asked.act, scene, ruling.reach + ruling.lead + ruling.case, _LIGHT)


def _covered(text: str, scene: Scene, there: str, light: re.Pattern[str]) -> float:
    """The share of the text's characters that the words of `there` tell: a term as a whole, the rest one by one."""
    held: list[bool | None] = [None] * len(text)
    for term in scene.frame.terms:
        if term.kind == "unknown":
            continue
        told = _stands(term, there) or _of_title(scene, term)
        for words in (term.words, *term.also):
            for start, end in runs_of(words, text):
                held[start:end] = [told] * len(words)
    rest = [any(w in there for w in (c, *_of_act(scene, c))) for c in text]
    return _part(text, [r if h is None else h for h, r in zip(held, rest, strict=True)], light)


def _of_act(scene: Scene, char: str) -> tuple[str, ...]:
    return _MADE if char in _TO_MAKE else scene.lexicon.of_act(char)


def _told(scene: Scene, item: str, asked: Asked, within: str = "") -> float:
    """Which share of the characters of what is ruled the question tells."""
    held = [False] * len(item)
    for term in scene.frame.terms:
        for words, factor in term.alternatives:
            if factor >= _NEAR:
                for start, end in runs_of(words, item):
                    held[start:end] = [True] * len(words)
    known = pairs(within or scene.frame.text.lower())
    for i in range(len(item) - 1):
        if item[i : i + 2] in known:
            held[i] = held[i + 1] = True
    for word in {w for c in _LIGHT.sub("", asked.act) for w in (c, *_of_act(scene, c))}:
        for start, end in runs_of(word, item):
            held[start:end] = [True] * len(word)
    return _part(item, held, _FILLER)


def _part(text: str, held: list[bool], light: re.Pattern[str]) -> float:
    counted = [True] * len(text)
    for m in light.finditer(text):
        counted[m.start() : m.end()] = [False] * len(m.group())
    weighed = [h for h, c in zip(held, counted, strict=True) if c]
    return sum(weighed) / len(weighed) if weighed else 1.0


def _head_told(scene: Scene, subject: str) -> bool:
    """Whether the question tells the head of what is refused, in so many words."""
    head = re.sub(r"\W|的$", "", subject)[-2:]
    said = (a for t in scene.frame.terms for a, f in t.alternatives if f >= _NEAR)
    return len(head) == 2 and (head in scene.frame.text.lower() or any(a.endswith(head) for a in said))
