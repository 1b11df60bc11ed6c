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
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.proof import contrast
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.grounds.whose import OWN_PURSE
from assistant.answering.question.focusing import focus
from assistant.answering.sentences.rulings import Ruling, rulings
from assistant.answering.sentences.spans import whole
from assistant.answering.whether.alike import (
    LIGHT,
    act_told,
    head_told,
    items,
    of_them,
    of_title,
    says_nobody,
    share_told,
    stands,
    told,
    told_as_named,
)
from assistant.guideline.patterns import regex

_LOOKED_AT = 6
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
_DENIED = regex(
    r"(?:可以|能|就|也|都|还)?(?:不(?=[一-鿿]{1,3}(?:吗|吧|了|的|[，,？?])|用|必|需|要|占|交|报|提供|参加)|无需|免)(?!能|可以|得)"
)
_STILL = regex(r"仍|依然|照常|照旧")
_ENOUGH = regex(r"(?:即|便|就)可[，。；]?$")
_SCOPE = "不在"
_TO_APPLY = regex(r"[报申]|参[加与]|入选|评|推荐|\b(?:apply|join|take part|eligible)")
_EVER = regex(r"自动|一定|肯定|必然|都能|全部|所有|任何|无条件|直接|只要|就行|就可以")
_DUTY = regex(r"也得|还得|也要|还要|必须|需要|也须")
_ALONE = regex(r"自己|自行|自个|直接|单独|我们|俺们|咱们?|另外?找")
_SORT = regex(r"(?P<name>[一-鿿]{1,8})(?P<kind>类|型|级|组|档)")
_TOLD_REFUSED = regex(r"不(?:收|受理|接受|接收|算|占|准|允许|许|纳入|计入|列入|认可|含|包括|属于)(?!得)")


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
    act = plain[modal.end() :] if modal and len(LIGHT.sub("", plain[modal.end() :])) else plain
    negated = _DENIED.search(part) or _TOLD_REFUSED.search(part)
    return Asked(kind, act, bool(negated) and not scene.frame.denies)


def aligned(scene: Scene, kind: Mode) -> Finding | None:
    """What the first sentence rules that has a part on the very proposition, one that refuses it before all others."""
    if not scene.chosen or scene.frame.denies or "demand" in scene.frame.marks:
        return None
    if OWN_PURSE.search(scene.frame.masked):
        return None  # that others do not pay is no relief for whoever asks
    terms = scene.frame.terms
    if any(t.is_act for t in terms) and all(t.kind == "unit" or t.is_act for t in terms) and not scene.frame.role:
        return None  # 我们自己挑吗: one character is too little to find a rule by
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
    asked = replace(asked, share=share_told(scene, found))
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
        other = told(scene, ruling.case, asked.act) >= _SAME_CASE and act_told(scene, asked.act, ruling) < _TOLD
        return "no" if other else None  # 仅变更丙的，自行修改即可: 要备案吗
    if ruling.force == "may" and asked.kind == "permission" and not asked.negated and _lets(scene, ruling, asked):
        return "conditional"
    if ruling.case and not case_told(scene, ruling.case):
        return None
    if not of_them(scene, ruling, asked.act):
        return None
    if ruling.force in ("no", "refused"):
        return depends if not asked.negated and _refuses(scene, ruling, asked) else None
    if ruling.force == "only" and not asked.negated:
        return depends if _of_another_sort(scene, ruling) or _by_oneself(scene, ruling, asked) else None
    if asked.kind == "obligation" and not asked.negated:
        freed = (
            ruling.force == "free"
            and not ruling.subject
            and max(told(scene, i, asked.act) for i in items(ruling.told)) >= _MOSTLY
        )
        return "no" if freed else None
    if asked.negated and _STILL.search(part):
        done = told(scene, ruling.told, asked.act) >= _RULED and act_told(scene, asked.act, ruling) >= _TOLD
        return "no" if done else None
    return None


def _lets(scene: Scene, ruling: Ruling, asked: Asked) -> bool:
    """Whether what is asked leave for is let in a case of which the question tells whom it is about ("子公司……的，可以")."""
    own = (t for t in scene.frame.terms if t.weight >= _WEIGHTY and not of_title(scene, t))
    if not ruling.case or _EVER.search(scene.frame.masked) or not any(stands(t, ruling.case) for t in own):
        return False
    ruled = max(told(scene, i, asked.act) for i in items(ruling.told))
    return ruled >= _MOSTLY and act_told(scene, asked.act, ruling) >= _MOSTLY


def _refuses(scene: Scene, ruling: Ruling, asked: Asked) -> bool:
    """Whether what is ruled out is what the question proposes."""
    if ruling.force == "refused":
        if ruling.mark.startswith(_SCOPE) and not _TO_APPLY.search(asked.act):
            return False
        what = ruling.told or ruling.subject or ruling.case
        least = _MOSTLY if asked.share >= _SHARE else 1.0
        return any(
            told(scene, i, asked.act) >= least and head_told(scene, i) or _ends_in_rare(scene, i) for i in items(what)
        )
    return max(told(scene, i, asked.act) for i in items(ruling.told)) >= _RULED and (
        act_told(scene, asked.act, ruling) >= _TOLD
    )


def _ends_in_rare(scene: Scene, item: str) -> bool:
    """Whether the head of what is refused is a long word of the question that hardly any sentence holds."""
    words = (t.words for t in scene.frame.terms if t.kind == "word" and t.weight >= _RARE and len(t.words) > 2)
    return any(item.rstrip("的").endswith(w) for w in words)


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
    return (
        told(scene, ruling.subject + ruling.told, asked.act) >= _RULED or act_told(scene, asked.act, ruling) >= _MOSTLY
    )


def _fit(scene: Scene, ruling: Ruling, asked: Asked) -> float:
    """How well the two lie side by side: the act asked about as the ruling tells it, what is ruled as the question
    tells it, and its subject, one that is only the programme's name by half."""
    ruled = max((told(scene, i, asked.act) for i in items(ruling.told or ruling.subject)), default=0.0)
    shares = [act_told(scene, asked.act, ruling), ruled]
    if ruling.told and not says_nobody(ruling.subject):
        own = max(told(scene, i, asked.act, scene.frame.masked) for i in items(ruling.subject))
        named = 0.5 * any(told_as_named(scene, i) for i in items(ruling.subject))
        shares.append(max(own, named))
    return sum(shares) / len(shares)
