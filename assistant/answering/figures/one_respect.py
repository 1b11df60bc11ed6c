"""Questions that ask about one measure only ("单看面积够不够", "占比2%，达标吗"): its bound alone answers them."""

from __future__ import annotations

import re

from assistant.answering.figures.bounds import Comparison
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex

_MEASURE = r"(?:年限|年龄|年数|时间|期限|租期|面积|比例|占比|比重|人数|人次|数量|规模|客流|场次|年纪|岁数|人手|资历|营收|营业额|金额|投入|收入|产值|销售额|分数|得分|学时|学历)"
_RESPECT = regex(
    r"[这那]一?(?:条|项|关|块|点)(?:上|要求|条件)?(?:算|能|可)?(?:不[算能可])?(?:以)?(?:够|达标|过|合格|满足|符合|合规|达到)|"
    rf"(?:单|光|只|仅)(?:看|论|说|按|从)|(?:按|就|论|从)[^，,。？?]{{0,6}}{_MEASURE}"
    rf"|{_MEASURE}[^，,。？?]{{0,4}}(?:上|方面|这一?[条项点])"
)
_ENOUGH = regex(
    rf"^(?:(?:这|那)(?:[一两二三几]?[条项点样]|些|个)?|该|就|算不算|算|是否|是不是)*{_MEASURE}?(?:上|方面)?"
    r"(?:都|也|算|是否)*(?:达标|够不够|够|过线|达不达标|合格)(?:了)?(?:吗|没有?|么|不)?$"
    rf"|(?:达[得不]?到|符合|满足|达没达到)[^，,。？?]{{0,24}}(?:要求|标准|门槛)"
    rf"|{_MEASURE}[^，,。？?]{{0,3}}(?:够|达标|过线|过关|合格|合规|符合|合不合|行不行)|(?:够|达)(?:不[够达])?[^，,。？?]{{0,24}}{_MEASURE}"
)
_SO = regex(
    r"^(?:算|是否|是不是)?在[^，,。？?]{0,6}(?:名额|限额|限制|范围)(?:以|之)?内(?:吗|么|不)?$"
    r"|^[^能可报申入评牵]{2,14}(?:达标|够不够|够|过线|达不达标|合格)了?(?:吗|没有?|么|不)?$"
)
_ONLY_MEASURED = regex(rf"{_MEASURE}(?:够|上)?|达标|合格|合规|过线|够不够|要求|标准|规模|条件")
_A_NOT_A = regex(r"([一-鿿])[不没]\1|没有?(?=[？?吗]|$)")
_DENIED = regex(r"[不没未无非](?!遗|人机|少于|低于|超过|高于|同|过)|\bnot?\b|n't\b")
_WEIGHTY, _STRANGE = 1.0, 0.8


def in_one_respect(scene: Scene) -> bool:
    """Whether the question is plainly about one measure, and neither rests on a claim nor denies anything."""
    frame = scene.frame
    if frame.marks & {"presuppose", "demand", "absolute", "exclusive"} or frame.denies:
        return False
    if any(_DENIED.search(_A_NOT_A.sub("", part)) for part in _asked(scene)):
        return False
    asking = re.sub(r"\s+", "", frame.asking_part).rstrip("？?。")
    return bool(_RESPECT.search(frame.masked) or _ENOUGH.search(asking) or _SO.search(asking))


def all_told(scene: Scene, made: Comparison) -> bool:
    """Whether the sentence of the bound, with the one that it relaxes, speaks of every weighty thing that is asked or
    told with the figures; what else is told is a case, which is held against the bounds for some."""
    spoken = set(made.found.matched)
    if made.more:
        at = (made.more.clause, made.more.start)
        spoken |= {i for f in scene.found if (f.passage.clause, f.passage.start) == at for i in f.matched}
    parts, title = _asked(scene), scene.guideline.entry.title
    for number, term in enumerate(scene.frame.terms):
        if _ONLY_MEASURED.fullmatch(term.words) or term.words.removeprefix("报") in title:
            continue
        if not any(w in part for part in parts for w in (term.words, *term.also)):
            continue
        if term.kind == "unknown":
            if term.weight >= _STRANGE:
                return False
        elif term.weight >= _WEIGHTY and number not in spoken and term.words not in scene.frame.places:
            return False
    return True


def _asked(scene: Scene) -> list[str]:
    """The segments of the question that tell a figure, and the part that asks."""
    text = scene.frame.masked
    figures = [q.start for q in scene.frame.quantities]
    return [text[a:b] for a, b in segments(text) if any(a <= at < b for at in figures)] + [scene.frame.asking_part]
