"""What a sum may be spent on ("补助能买车吗"): held against what the clauses name it for and what they shut out."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.proof import proves
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.rulings import Ruling, rulings
from assistant.answering.sentences.spans import whole
from assistant.answering.whether.alike import LIGHT, covered, items, narrowed, told
from assistant.guideline.patterns import regex

_SUM = r"(?:补助|补贴|资助|奖补|奖励|资金|经费|费用|款项?|津贴|钱)(?:里面?|中|内)?"
_MAY = r"(?:能不能|可不可以|能否|可否|是否可以?|是不是(?:能|可以)|能够?|可以?|允许)"
_BY = r"(?:直接|全部|都|也|还|再|拿|用|花|支付?|来|去|于|在|到|作为?|做|付)*"
_ASKS = regex(
    rf"(?P<sum>[一-鿿]{{0,4}}{_SUM})[^，,。？?]{{0,6}}?{_MAY}(?P<by>{_BY})(?P<what>[一-鿿、a-z]{{2,24}}?)"
    r"(?:用|上|里|中|方面)?(?:的|行)?(?:吗|么|嘛|吧|不|呢)?\s*[？?。]*$"
)
# To get the sum, or several, is no way of spending it.
_TO_GET = regex(
    r"^(?:拿到|领|享|申[请领报]|有|得|到账|下来|重复|叠加|同时|一起|兼|补发|给(?:我|咱|俺|到))|拿[到几多]|几份|多少|另外"
)
_PAID = regex(r"^(?:发放?|付|交|出|给)(?=[一-鿿]{2})")
_USES = regex(r"用于|列支|支出|开支|使用(?:范围|方向)|用途|购买|支付|发放")
_ALL = regex(r"全部|全都|全额|都给|所有")
_REFUSED, _LET, _OF_IT = 0.6, 0.95, 0.5
_LOOKED_AT = 6


def spends(text: str) -> re.Match[str] | None:
    """Where the question asks whether a sum may be spent on something."""
    asked = _ASKS.search(text)
    return None if asked is None or _TO_GET.search(asked["by"] + asked["what"]) else asked


def all_for_one(text: str) -> bool:
    """Whether all of a sum is to be spent on the one thing that the question names."""
    asked = spends(text)
    return asked is not None and bool(_ALL.search(asked.group()))


def spent(scene: Scene) -> Finding | None:
    """A no where the thing is among those shut out, a yes where it is among those named and nothing shuts it out."""
    asked = spends(scene.frame.masked)
    if asked is None or not scene.chosen or not LIGHT.sub("", asked["what"]):
        return None
    what = _PAID.sub("", asked["what"])
    near = [f for f in scene.found[:_LOOKED_AT] if spoken(f.passage) and "□" not in f.passage.text]
    clauses = {id(f.passage.clause) for f in near if _USES.search(f.passage.clause.text)}
    for passage in scene.index.passages:
        if id(passage.clause) not in clauses or purposive(passage.text):
            continue
        if any(r.force in ("no", "refused") and _is_for(scene, r, what, _REFUSED) for r in _of(passage)):
            quote = whole(passage)
            return Finding(scene.programme, "answered", "no", quote.text, (quote,), "prohibited", coverage=1.0)
    if all_for_one(scene.frame.masked):
        return None
    named = narrowed(scene, scene.frame.masked[: asked.end("sum")] + "，" + scene.frame.masked[asked.start("what") :])
    for found in near:
        for ruling in _of(found.passage):
            lets = ruling.force in ("may", "must", "is") and _is_for(scene, ruling, what, _LET)
            if lets and proves(named, found):
                return finding(scene, found, "yes", "", whole(found.passage, 0, ruling.end))
    return None


def _of(passage: Passage) -> tuple[Ruling, ...]:
    return tuple(r for r in rulings(passage.text.lower()) if not r.case)


def _is_for(scene: Scene, ruling: Ruling, what: str, least: float) -> bool:
    """Whether the thing is one of those that the ruling names."""
    if not _USES.search(ruling.lead + ruling.reach):
        return False
    listed = items(_USES.sub("、", ruling.told)) + ([ruling.subject] if ruling.subject else [])
    return any(covered(scene, what, i) >= least and told(scene, i, what) >= _OF_IT for i in listed)
