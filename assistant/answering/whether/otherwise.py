"""A rule with another one in it than is claimed: an exception, another doer, another number, less than all of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answering.grounds.case_told import ALL_BUT, excepted
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.claimed import NO_EXCEPTION, Claim
from assistant.answering.question.text import pairs
from assistant.answering.sentences.spans import segments
from assistant.answering.whether.qualified import sentence
from assistant.guideline.patterns import regex
from assistant.programmes.numerals import half_width

# Reasons under which a yes rests on a rule that was held against the case, denials included.
RULED = frozenset(
    {
        "closed",
        "under",
        "over",
        "counts_only",
        "computed",
        "working_days",
        "passed",
        "region_no",
        "abroad",
        "prohibited",
    }
)
_ALIKE, _SAME = 0.75, 0.9
_BARRED = regex(
    r"(?P<who>[^，。；]{2,60}?)(?:可[^，。；]{0,24}，)?(?:也|均|但|且)?不得(?:单独)?(?:作为|担任)?(?:牵头|参与|申报)"
)

Net = Callable[[Scene, Finding, Claim, str], bool]


def otherwise(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Whether the sentence lays down another thing than is claimed."""
    return any(net(scene, made, asked, text) for net in _NETS)


def _of_the_exception(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """The question is about those whom the sentence leaves out of its rule, and that is not what is told."""
    freed = bool(asked.denied) and not scene.frame.denies  # that they need not is what the exception says
    told = made.quotes[0].text.rstrip("）)").endswith("除外") or made.reason == "inside" and ALL_BUT.search(text)
    return made.verdict == "yes" and not (freed or told) and excepted(scene, text)


_FREE_OF = regex(r"(?:无|没有|未有)([一-鿿]{2})(?:的|后|者)")


def _in_the_other_case(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """What follows where something is lacking is said to follow where it is there ("无异议后": 有异议也……)."""
    return any(re.search(rf"(?<![没无])有{w}", scene.frame.masked) for w in _FREE_OF.findall(text))


_GOVERNS = regex(r"(?<!不)以(?P<what>[^，,。；为]{1,12})为(?:准|主|依据)")


def _by_another_measure(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Another thing is said to govern ("以邮戳为准": 以收到时间为准)."""
    mine, theirs = _GOVERNS.search(scene.frame.masked), [m["what"] for m in _GOVERNS.finditer(text)]
    if mine is None or not theirs:
        return False
    return not any(p in what for what in theirs for p in pairs(mine["what"]))


_ORDINAL = regex(
    r"(?<![第前上下本首近去今.\d])([一二两三四五六七八九十]{1,3}|\d+)\s?(届|轮|次|场|门|期|年(?![度级底初末月\d])|个月|天|万元|倍|份)"
)


def _another_number(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """The sentence tells another number of the very thing that the claim counts."""
    if made.verdict != "yes" or made.reason in _MEASURED:
        return False
    mine, theirs = (_counted(half_width(t)) for t in (asked.last, text))
    return any(m in theirs and mine[m].isdisjoint(theirs[m]) for m in mine)


_DAYS = regex(r"(?<!工作)日(?=[之以]?内)")


def _counted(text: str) -> dict[str, set[str]]:
    """The numbers of a text by what they count."""
    numbers: dict[str, set[str]] = {}
    for number, measure in _ORDINAL.findall(_DAYS.sub("天", text)):
        numbers.setdefault(measure, set()).add(_FIGURES.get(number, number))
    return numbers


_FIGURES = dict(zip("一二两三四五六七八九十", ("1", "2", "2", "3", "4", "5", "6", "7", "8", "9", "10"), strict=True))
_MEASURED = frozenset({"meets", "unsure", "same"})
_OF_EACH = regex(r"每一?[个家方所位份]|都(?=要|得|须|需|应|必|是)|全部|所有")
_WHATEVER = regex(r"不管|不论|无论")
_WILL_DO = regex(r"即可|就可以?|其余[^，。；]{0,4}可")
_ALL_OF_IT = regex(r"全额|全部(?=[可能拿用发抵给])|百分之?百|\bin full\b|\b100%")
_SHARE = regex(r"(?<!1)\d{1,2}(?:\.\d+)?\s?%|[一二三四五六七八九]分之|一半")


def _less_will_do(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """All or the whole is claimed where the sentence says that less will do, or gives a share."""
    claimed = "，".join(asked.parts)
    if _WHATEVER.search(claimed) and "且" in text:
        return True
    return bool(
        _OF_EACH.search(claimed) and _WILL_DO.search(text) or _ALL_OF_IT.search(claimed) and _SHARE.search(text)
    )


_SURELY = regex(r"(?<!不)一定(?!的|数|比|规模|期)|必然|必定|肯定")
_EXCEPTS = regex(
    r"[^一-鿿]因[^，。；]{2,24}(?:的|，|经)|确[因需有]|除外|特殊(?:情况|原因)|不可抗力|经[^，。；]{2,16}(?:同意|批准)[^。；]{0,6}可|可(?:适当)?(?:延期|放宽|顺延|延长)"
)


def _with_exceptions(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """It is to be so without exception, and the clause goes on with one."""
    if not (NO_EXCEPTION.search(scene.frame.masked) or _SURELY.search("，".join(asked.parts))):
        return False
    quote = made.quotes[0]
    said = sentence(quote)
    after = quote.clause.text[said.end : said.end + _REACH]
    if made.verdict == "conditional":
        return bool(NO_EXCEPTION.search(scene.frame.masked) and _RELAXED.search(text))
    return bool(_EXCEPTS.search(text) or _EXCEPTS.search(" " + after.split("（")[0]))


_RELAXED = regex(r"放宽|不受[^，。；]{0,8}限|不作[^，。；]{0,8}要求")
_REACH = 70  # characters behind a sentence in which an exception to it is told


def _of_others(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """The rule is told of all, and another sentence of the clause takes out those whom the question names."""
    if made.verdict != "yes" or made.reason in RULED:
        return False
    quote = made.quotes[0]
    said = sentence(quote)
    others = quote.clause.text[: said.start] + "\n" + quote.clause.text[said.end :]
    claimed = "，".join(asked.parts)
    named = [t for t in scene.frame.terms if t.words in claimed and len(t.words) > 1 and t.words not in text]
    own = [a for t in scene.frame.terms for a, f in t.alternatives if f >= _ALIKE and len(a) > 1 and a in text]
    for part in re.split(r"[。；\n]", others.lower()):
        taken_out = [
            t for t in named if t.words in part and re.search(rf"{re.escape(t.words)}[^，。；]{{0,8}}不", part)
        ]
        if taken_out and any(a in part for a in own):
            return True
    return False


def _barred(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Whether the rule that is said to leave it open bars the unit by its very name ("涉农企业……不得牵头")."""
    bar, unit = _BARRED.search(text), dict(made.values).get("asked", "")
    if made.reason != "overlap" or bar is None or asked.denied or not unit:
        return False
    at = asked.last.find(unit)
    return at > 1 and asked.last[at - 2 : at] in bar["who"]


_DOER = regex(
    r"由(?P<who>[一-鿿]{2,10}?)(?:来|负责|直接|统一|亲自|自己)*(?=组织|评|推荐|审|出|盖|填|发|授|报|牵头|承担|购|买|负责|制|管|定|签)"
)


def _done_by_another(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """The part of the sentence on the thing has somebody else do it ("由甲组织评估，由乙组织验收")."""
    mine = _DOER.search("，".join(asked.parts))
    if mine is None or mine["who"][-2:] not in text:
        return False
    rest = [
        t
        for t in scene.frame.terms
        if t.words in asked.last and not any(w in mine["who"] or mine["who"] in w for w in (t.words, *t.also))
    ]
    words = {a for t in rest if t.kind != "unit" for a, f in t.alternatives if f >= _SAME and len(a) > 1}
    parts = [text[s:e] for s, e in segments(text)]
    held = [sum(w in part for w in words) for part in parts]
    best = parts[held.index(max(held))]
    return held.count(max(held)) == 1 and "由" in best and mine["who"][-4:] not in best


_OTHER = regex(r"(?:换一?个?|别的|另外?一?个?|其他|不同的?)(?P<what>[一-鿿]{2})")


def _of_the_same(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Another one is claimed to be barred where the sentence bars the same one ("不得以同一专业再次申报")."""
    other = _OTHER.search("，".join(asked.parts))
    return other is not None and bool(asked.denied) and f"同一{other['what']}" in text


def _over_its_own(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """The number meets a bound on all, and exceeds the one on the very unit that asks."""
    given = _ORDINARY.search(half_width(dict(made.values).get("given", "")))
    if made.reason != "meets" or given is None:
        return False
    number = int(_FIGURES.get(given["n"], given["n"])) if given["n"] in _FIGURES or given["n"].isdigit() else 0
    asks = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic]
    for found in scene.found[:_LOOKED_AT]:
        for part in re.split(r"[，,；;。]", found.passage.text):
            bound = _AT_MOST.search(part)
            if bound is None or given["unit"] != bound["unit"] or number <= int(bound["n"]):
                continue
            ruled = [m.unit for m in scene.taxonomy.find(part[: bound.start()])]
            each = part.startswith(("每", "同一")) and any(u.words in part for u in scene.frame.units)
            if each or any(scene.taxonomy.relation(u, r) == "inside" for u in asks for r in ruled):
                return True
    return False


_ORDINARY = regex(r"(?P<n>\d+|[一二两三四五六七八九十])\s?(?P<unit>[个家项名所份])")
_AT_MOST = regex(r"(?:不超过|至多|最多|限报?|只能(?:参加|申报|牵头))\s?(?P<n>\d+)\s?(?P<unit>[个家项名所份])")
_LOOKED_AT = 8


_NETS: tuple[Net, ...] = (
    _done_by_another,
    _of_the_same,
    _over_its_own,
    _barred,
    _of_the_exception,
    _in_the_other_case,
    _by_another_measure,
    _another_number,
    _less_will_do,
    _with_exceptions,
    _of_others,
)
