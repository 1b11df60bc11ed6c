"""Several bounds on one thing in one sentence, each for a case ("不低于3%，某方向不低于1.5%"): the one of the case told."""

from __future__ import annotations

import re

from assistant.answering.scene import Scene
from assistant.answering.spans import segments
from assistant.answering.text import pairs
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity

_SETTING = regex(
    r"(?:原则上|一般|均|都|可以?|应当?|须|需|放宽|执行|掌握|[为按至到以])*"
    r"(?:不(?:得)?(?:少于|低于|小于|超过|高于|多于|大于)|至少|最[少低多高]|达到?|满|≥|≤)?\s*$"
)
_GOES_ON = regex(r"[家个所人名项年月万元%次]*\W*(?:且|并|但|最多|至多|不(?:得)?(?:超过|多于|高于)|\W)*")
_WHOM = regex(
    r"(?:类|型|级|方向|领域|行业|地区|省份|人员|企业|公司|学校|高校|院校|单位|机构|专业|项目|平台|基地|园区|协会|教师|导师|者)$"
)
_OF_ANYBODY = ("人员", "企业", "单位", "公司", "学校", "机构", "项目")
_DENIED = regex(r"(?:不是|并非|非|没评过?|没有|没|未|不属于?)[^，,。；;]{0,6}$")
_TOLD = 0.6


def of_the_case(scene: Scene, text: str, bounds: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The bounds for the one case that the question tells; all of them where it tells none or several."""
    cases = _cases(text, bounds)
    told = {case for case in cases if case and is_told(scene, case)}
    return tuple(b for b, case in zip(bounds, cases, strict=True) if case in told) if len(told) == 1 else bounds


def open_between(scene: Scene, text: str, bounds: tuple[Quantity, ...]) -> bool:
    """Whether every bound is for a case of its own and the question tells none of the cases."""
    cases = _cases(text, bounds)
    return len(set(cases)) > 1 and all(cases) and not any(is_told(scene, case) for case in cases)


def _cases(text: str, bounds: tuple[Quantity, ...]) -> list[str]:
    """The case of each bound, "" for none; the other end of a range is for the case of the first."""
    cases: list[str] = []
    for number, bound in enumerate(bounds):
        before = bounds[number - 1].end if number else 0
        same = bool(cases) and goes_on(text[before : bound.start])
        cases.append(cases[-1] if same else _case(text, bound))
    return cases


def goes_on(between: str) -> bool:
    """Whether the figure behind the words is the other end of the range before them ("1家，且不超过" 4家)."""
    return bool(_GOES_ON.fullmatch(between))


def _case(text: str, bound: Quantity) -> str:
    """Whom the figure is for, where its comma segment names nobody but them before it."""
    start = next(s for s, e in segments(text) if s <= bound.start < e)
    named = re.sub(r"^\W+|^(?:其中|但|而|对于?|[\d一二三四五六七八九十]+[.、．）)])+", "", text[start : bound.start])
    named = _SETTING.sub(
        "", re.sub(r"(?:年龄|面积|人数|数量|时间|年限|比例|占比|申报|推荐|报送|牵头)$", "", _SETTING.sub("", named))
    )
    return named if _WHOM.search(named) else ""


def is_told(scene: Scene, case: str) -> bool:
    """Whether the question tells that who asks is of the case, and does not deny it."""
    asked = scene.frame.masked
    core = next((case.removesuffix(w) for w in _OF_ANYBODY if case.endswith(w) and case != w), case)
    words = {a for t in scene.frame.terms for a, f in t.alternatives if f >= 0.9 and a in case and len(a) > 1}
    known = {p for w in words for p in pairs(w)} | pairs(asked)
    wanted = pairs(core) or frozenset({core})
    if not core or sum(p in known for p in wanted) < _TOLD * len(wanted):
        return False
    return not any(_DENIED.search(asked[: asked.find(p)]) for p in wanted if p in asked)
