"""A denial to be confirmed ("……不参加评审，对吧"), laid beside what each part of a sentence rules.

It is right where a part denies the very thing of the very case, and wrong where a part lets, orders or states it. What
bars an act bears out that it need not be done; that it need not be done bears out no bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.answering.answer import Verdict
from assistant.answering.grounds.case_told import BEFORE_LOSS, asks_before_loss, case_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.proof import contrast, proves, tells
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.grounds.whose import OWN_PURSE, of_others, other_doer, other_schools
from assistant.answering.question.claimed import claim
from assistant.answering.question.frame import CONFIRM
from assistant.answering.question.term import Term
from assistant.answering.sentences.rulings import Ruling, rulings
from assistant.answering.sentences.spans import whole
from assistant.answering.whether.alike import act_told, covered, items, narrowed, of_them, of_title, stands, told
from assistant.guideline.patterns import regex

Denies = Literal["leave", "duty", "fact"]

_DENIER = regex(r"(?:对|在|里|中|也|都|就|都|可以|没有?|不(?:能|得|用|必|需要?|要求?|作|[准许让])?|无[需权法]?|免)+$")
_LEAVE = regex(r"(?:不能|不可以?|不得|不[准许让]|不允许|没有?资格|无权|没法|无法)$")
_DUTY = regex(r"(?:不用|不需要?|不必|无需|不要求?|用不着|可以不|免)$")
_SURER = regex(r"一[定律概]|绝对|必须|自动|从来|任何|所有|全部|永远|[只仅光]|最[多少]|第[一二三四五六七八九十]")
_OPENS = regex(r"面向|吸纳|鼓励|支持(?!.{0,4}材料)|邀请|欢迎")
_LIMIT = regex(r"^(?:任何|什么|特别|具体|硬性)?(?:限制|要求|规定|上限|门槛)")
_PAPERS_OF_IT = regex(r"(?<=[报送交])(?:申报|书面|有关)?(?:材料|资料)$")
_ALL_THE_SAME = regex(
    r"(?:就|也|都|照样|照常)(?:可以?|行|能|成|够|算)"
)  # 没有丙也能报: to do without is another question
_NEGATED = regex(r"(?:不(?!少于|低于|超过|予|得|再|能|可|须|需|用|必)|未|没有?|无(?!误|偿|论)|非)(?P<what>[一-鿿]{2})")
_DENYING = regex(
    r"不(?!少于|低于|超过|高于|多于|大于|小于|足|满|合格|同|断|仅|但|限于|可抗|到|及|通过|符合)|(?<![、和及与])未(?!就业|成年|来)|无(?!误|异议|偿|论)"
    r"|没有|停[发拨止]?|暂停|取消|除外|免(?!疫|费)|终止|废止"
)
_LOOKED_AT, _LEAST, _STRANGE = 6, 0.3, 0.4
_WEIGHTY, _LIGHT, _MOST, _MOSTLY, _MARGIN = 1.0, 0.5, 0.8, 0.6, 0.05
_OTHERWISE: dict[Denies, frozenset[str]] = {
    "leave": frozenset({"may"}),
    "duty": frozenset({"must", "only"}),
    "fact": frozenset({"may", "must", "only", "is"}),
}


@dataclass(frozen=True, slots=True)
class _Denial:
    """What is said not to be: `act` of `whom`, and whether it is denied that it may, must or will be; `last` where it
    is what is claimed last."""

    kind: Denies
    whom: str
    act: str
    last: bool

    @property
    def bare(self) -> str:
        """Of whom or what it is denied, without the word that denies."""
        return _DENIER.sub("", self.whom)


def denied(scene: Scene) -> Finding | None:
    """Whether the denial is borne out or belied, None where no part of a sentence is on the very thing or where the
    document says both."""
    asked = _denial(scene)
    if asked is None or not scene.chosen:
        return None
    made = [
        finding
        for found in scene.found[:_LOOKED_AT]
        if found.own and spoken(found.passage) and not purposive(found.passage.text) and "□" not in found.passage.text
        if (finding := _laid_beside(scene, found, asked))
    ]
    if asks_before_loss(scene):  # 不打招呼就撤销: what goes before the loss is on the very thing
        made = [m for m in made if BEFORE_LOSS.search(m.quotes[0].text)]
    return made[0] if made and len({m.verdict for m in made}) == 1 else None


def _denial(scene: Scene) -> _Denial | None:
    """The one denial of a question that wants it confirmed."""
    frame = scene.frame
    if frame.language != "zh" or "demand" in frame.marks or not CONFIRM.search(frame.masked):
        return None
    claimed = claim(frame)
    if len(claimed.denied) != 1 or OWN_PURSE.search(frame.masked):
        return None
    act = claimed.denied[0]
    part = next((p for p in claimed.parts if act and p.endswith(act)), None)
    if part is None or _ALL_THE_SAME.search(act) or act.startswith("能"):  # 没能……: what came of it is only told
        return None
    before = part[: len(part) - len(act)]
    kind: Denies = "leave" if _LEAVE.search(before) else "duty" if _DUTY.search(before) else "fact"
    if kind == "fact" and part != claimed.last:
        return None  # 验收没通过，……: what is told first is a case
    act = _PAPERS_OF_IT.sub("", act)
    for light in (t.words for t in frame.terms if t.kind == "word" and t.weight <= _LIGHT):
        act = act.replace(light, "")
    return _Denial(kind, before, act, part == claimed.last) if act.strip(" 的了") else None


def _laid_beside(scene: Scene, found: Found, asked: _Denial) -> Finding | None:
    text = found.passage.text.lower()
    if found.coverage < _LEAST or contrast(scene, found):
        return None
    part = scene if asked.last else narrowed(scene, asked.whom + asked.act)
    made = [(_fit(scene, r, asked), verdict) for r in rulings(text) if (verdict := _verdict(part, found, asked, r))]
    fit, verdict = max(made, key=lambda m: m[0], default=(0.0, None))
    if verdict is None or any(other + _MARGIN > fit for other, said in made if said != verdict):
        return None
    if verdict != "no" and (not asked.last or _surer(text, asked)):
        return None
    if not (proves(part, found) if verdict == "yes" else tells(part, found) or _belied(part, found, asked)):
        return None
    reason = "prohibited" if asked.kind == "leave" else ""
    if verdict == "no":
        reason = "must" if asked.kind == "duty" else "contrary"
    return finding(scene, found, verdict, reason, whole(found.passage))


def _surer(text: str, asked: _Denial) -> bool:
    """Whether the question denies it more firmly, or of a narrower thing, than the sentence."""
    said = (w.replace("只", "仅").replace("光", "仅") for w in _SURER.findall(asked.whom + asked.act))
    return any(w not in text.replace("只", "仅") for w in said)


def _belied(scene: Scene, found: Found, asked: _Denial) -> bool:
    """Whether a ruling on the very thing may say no to what is no bar, in whatever words: nobody else is to do it, and
    the question has no word that no document holds."""
    text = found.passage.text.lower()
    strange = [t for t in scene.frame.terms if t.kind == "unknown" and t.weight >= _STRANGE and t.words not in text]
    return asked.kind != "leave" and not strange and not other_doer(scene, text) and not other_schools(scene, text)


def _verdict(scene: Scene, found: Found, asked: _Denial, ruling: Ruling) -> Verdict | None:
    """What the ruling says to the denial, None where it is about something else."""
    if ruling.case and not case_told(scene, ruling.case) or not of_them(scene, ruling, asked.act):
        return None
    if any(not _within(t, ruling, found) for t in _weighty(scene)) or _of_the_rest(scene, ruling, asked):
        return None
    denies = ruling.force in ("no", "refused") or ruling.force == "free" and asked.kind != "leave"
    if not denies and ruling.force == "is":
        denies = bool(_DENYING.search(ruling.told)) and asked.kind != "leave"
    if denies:
        return ("conditional" if ruling.soft or ruling.relieved else "yes") if _same(scene, ruling, asked) else None
    opens = asked.kind == "leave" and ruling.force in ("is", "must") and _OPENS.search(ruling.reach)
    if ruling.force not in _OTHERWISE[asked.kind] and not opens or _DENYING.search(ruling.reach):
        return None
    return "no" if act_told(scene, asked.act, ruling) >= _MOSTLY else None


def _of_the_rest(scene: Scene, ruling: Ruling, asked: _Denial) -> bool:
    """Whether the ruling is about all others, about those who have what the question lacks or the other way round, or
    limits another thing than the one that is to be without a limit."""
    here, whom = ruling.lead + ruling.case + ruling.subject, asked.bare
    if _LIMIT.search(asked.act) and whom[-2:] not in ruling.reach:
        return True
    return of_others(scene, here) or any(_turned(one, other) for one, other in ((here, whom), (whom, here)))


def _turned(one: str, other: str) -> bool:
    """Whether the one negates a word that the other holds, and the other does not negate it."""
    negated = {m["what"] for m in _NEGATED.finditer(other)}
    return any(m["what"] in other and m["what"] not in negated for m in _NEGATED.finditer(one))


def _same(scene: Scene, ruling: Ruling, asked: _Denial) -> bool:
    """Whether what the ruling denies is what is said not to be."""
    what = ruling.told or ruling.subject
    return (
        covered(scene, asked.act, ruling.reach) >= _MOST
        and max(told(scene, i, asked.act) for i in items(what)) >= _MOSTLY
    )


def _fit(scene: Scene, ruling: Ruling, asked: _Denial) -> float:
    ruled = max((told(scene, i, asked.act) for i in items(ruling.told or ruling.subject)), default=0.0)
    return (act_told(scene, asked.act, ruling) + ruled) / 2


def _weighty(scene: Scene) -> list[tuple[int, Term]]:
    terms = enumerate(scene.frame.terms)
    return [(i, t) for i, t in terms if t.weight >= _WEIGHTY and t.kind != "unknown" and not of_title(scene, t)]


def _within(term: tuple[int, Term], ruling: Ruling, found: Found) -> bool:
    """Whether the ruling itself, what leads in to it or what stands above the sentence speaks of the thing."""
    at, thing = term
    here = ruling.reach + ruling.lead + ruling.case
    return thing.words in here or stands(thing, here) or at in found.matched - found.own
