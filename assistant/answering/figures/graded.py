"""Bounds that a sentence sets for some ("中职牵头的，不低于300万元", "山区县的设备总值可降低20%"): for whom, of what
measure, and what becomes of the bound for all."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.answering.grounds.comparing import comparable
from assistant.answering.grounds.scene import quantities_in
from assistant.answering.sentences.relief_rules import CASE_ENDS
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.numerals import half_width

Way = Literal["sets", "times", "down", "up"]

_SETS_TO = regex(
    r"(?:放宽|延长|放低|降低|提高|降|减|延|增加?|执行|掌握)(?:至|到|为)(?:(?:不(?:少|低|小)于|不超过|至少))?\s*$"
)
_DOWN = regex(r"(?:降低|下调|下浮|减少|缩短|减)(?:不超过)?\s*$")
_UP = regex(r"(?:增加|增报|多报|追加|加报|增推|上浮|上调|提高|延长|放宽)(?:推荐|申报|报送|安排)?\s*$")
_OF_IT = regex(r"(?:按|参照|达到)[^，。；]{0,12}$")
_IS_HELD = regex(r"\s*(?:执行|掌握|计算?|把握|确定|折算|要求)")
_WILL_DO = regex(r"\s*(?:即可|就行)")
_BOUNDING = regex(r"(?:不(?:得)?(?:少于|低于|小于|超过|高于|多于|大于)|至少|最[少低多高]|达到?|满|≥|≤|[限])\s*$")
_SETTING = regex(
    r"(?:原则上|一般|分别|均|各|都|可以?|再|适当|应当?|须|需|放宽|执行|掌握|[为按至到以])*"
    r"(?:不(?:得)?(?:少于|低于|小于|超过|高于|多于|大于)|至少|最[少低多高]|达到?|满|≥|≤|限)?\s*$"
)
_FRAMED = regex(r"^(?:\W|其中|但是?|而|对于?|凡|另外?|[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)、．]|\.(?!\d)))+")
_SORT = r"[^，。；的、]{1,20}?(?:(?<!典)型|类|(?<![国省市县高中初特])级|方向|领域|(?<![在本全该每])[省市县区](?![级场域内外]))"
_OF_A_SORT = regex(
    rf"^(?P<case>(?:[^，。；的、]{{2,12}}、)*{_SORT}(?:[、和与及]{_SORT})*)的?(?P<measure>[^的]{{0,16}})$"
)
_KINDS = r"类|型|级|方向|领域|行业|地区|省份|市|县|人员|企业|公司|学校|高校|院校|单位|机构|专业|项目|平台|基地|园区"
_OF_WHOM = regex(rf"^(?P<case>.{{2,}}?(?:{_KINDS}|以上|以下|牵头|者))的(?P<measure>[^的]{{0,16}})$")
_WHOM = regex(rf"(?:{_KINDS}|协会|教师|导师|人|者|省|区)$")
_COUNTED = frozenset("人 名 位 家 所 人次".split())
# What is measured, not whom: 注册资本, 场地, 成立时间.
_OF_MEASURE = regex(
    r"(?:资[本金产]|投[入资]|经费|收入|产值|场地|规模|要求|标准|条件|[额率费价值期度量数龄积限间长宽高重比例]|学历|职称|职务)$"
)
_ON_CONDITION = regex(r"^(?:经|确|因|如|若|遇|必要|特殊|情况|可|应|须|不|年|月|其)")
_MEASURE_END = regex(r"(?:年龄|面积|人数|数量|总数|时间|年限|比例|占比|名额|申报|推荐|报送|牵头)$")
_ANYBODY = regex(
    r"^(?:有(?!计划|试点)|具有|具备|每|各|全部|所有|同一|任一|本|该|单个|应|须|上述|其|年度|项目|企业|单位|学校|机构|公司|人员|总)"
)
_STANDING = regex(r"^(?:有|具有|具备)[^，。；]{2,}")  # 具有高级职称可放宽至60岁: whoever has one
_OF_THEM = regex(r"^\W*其中")
_RULES = regex(r"应(?!用|急)|须|不得|可以|不(?:少|低|超|多|高)|[：:]")
_PREDICATE = regex(r"应(?!用|急)|须|不得|可以|[为是有]|[：:]")
_SHARE_OF = regex(r"(?:教师|人员|导师|学生|学员|职工|员工|企业|单位|.{0,2})占")
_OF_A_CASE = regex(r"(?:及?以上|以下|以内|之内)的(?!不?占|比例)[^，,。；]")
_LET = regex(r"(?:可以?|能够?)(?:单独|独立|直接|分别)?(?:申报|推荐|参加|参与|牵头|作为)[^，。；]{0,12}[，,]$")
_GOES_ON = regex(r"[家个所人名项年月万元%次]*\W*(?:且|并|但|最多|至多|不(?:得)?(?:超过|多于|高于)|\W)*")
_ASIDE = regex(r"[（(][^（）()]*[）)]")
_MORE = regex(r"^[^，。；]{0,8}[，,；;](?:[^，。；]{0,10}(?:只能|仅限|仅可|须|必须|应(?!用))|且|但(?!总|最))")


class Grade(NamedTuple):
    """What a run of a sentence makes of a bound for a case: `measure` are the words about what is bounded, "" for
    what the sentence before bounds; `more` says that a further condition follows,
    `eases` that it is said to be less than of all others."""

    case: str
    measure: str
    way: Way
    figure: Quantity
    more: bool
    eases: bool

    def limit(self, bound: Interval) -> Interval:
        """What becomes of the bound for all."""
        own = self.figure.interval
        amount = next((e for e in (own.low, own.high) if e is not None), Fraction(0))
        if self.way == "sets":
            if not own.exact:
                return own
            if bound.low is not None and bound.high is not None:  # 18至40周岁, 放宽至45周岁
                return replace(bound, high=amount) if amount >= bound.high else replace(bound, low=amount)
            return Interval(None, amount) if bound.low is None else Interval(amount, None)
        if self.figure.dimension == "ratio":
            factor = {"times": amount, "down": 1 - amount, "up": 1 + amount}[self.way]
            low, high = (e * factor if e is not None else None for e in (bound.low, bound.high))
        else:
            step = -amount if self.way == "down" else amount
            low, high = (e + step if e is not None else None for e in (bound.low, bound.high))
        return replace(bound, low=low, high=high)

    def shown(self, told: str) -> str:
        """The words of the bound for all with what becomes of it."""
        amount = self.figure.interval.low or self.figure.interval.high or Fraction(0)
        plain = f"{float(amount):g}{self.figure.unit}"
        if self.figure.dimension != "ratio":
            return f"{told}{'－' if self.way == 'down' else '＋'}{plain}"
        factor = {"times": amount, "down": 1 - amount, "up": 1 + amount}.get(self.way, amount)
        return f"{told}×{float(factor) * 100:g}%"


@lru_cache(maxsize=4096)
def grades_in(text: str) -> tuple[Grade, ...]:
    """The bounds of a sentence that are for some, each with its case."""
    made: list[Grade] = []
    last: tuple[int, Grade | None] = (-1, None)
    grade: Grade | None
    for figure in quantities_in(text):
        if _OF_A_CASE.match(text, figure.end):
            continue  # 营业收入2亿元以上的: it tells whom the next one is for
        start, end, aside = _part(text, figure.start)
        begun = max(start, last[0]) if last[0] > start else start
        before = text[begun : figure.start]
        if last[1] and begun > start and _GOES_ON.fullmatch(before):
            grade = last[1]._replace(figure=figure)
            made.append(grade)
        elif grade := _grade(text, (start, begun, end, aside), figure):
            made.append(grade)
        elif last[1] and begun > start and _way(before, text[figure.end :], figure):
            grade = last[1]._replace(figure=figure, measure=_measure(before))  # 分别不少于甲、不低于乙
            made.append(grade)
        elif made and last[1] and _SETS_TO.search(before):
            grade = made[-1]._replace(figure=figure, measure=_measure(before))  # 人员放宽至8人，案例放宽至4个
            made.append(grade)
        elif made and _OF_THEM.match(before) and _way(before, text[figure.end :], figure) == "sets":
            # 甲类的不少于10人，其中高级职称的不少于3人: both are for them
            grade = made[-1]._replace(figure=figure, measure=_measure(before), way="sets", more=False)
            made.append(grade)
        last = (figure.end, grade)
    return tuple(made)


def of_a_case(figure: Quantity, text: str) -> bool:
    """Whether the figure measures what a case of the sentence is told by ("工作满5年的，放宽至52周岁": 8年)."""
    return any(comparable(figure, bound) for grade in grades_in(text) for bound in quantities_in(grade.case))


def _part(text: str, at: int) -> tuple[int, int, bool]:
    """The brackets or the comma segment that hold the offset, and whether it is brackets."""
    aside = next((m.span() for m in _ASIDE.finditer(text) if m.start() < at < m.end()), None)
    if aside:
        return aside[0] + 1, aside[1] - 1, True
    return *next((s, e) for s, e in segments(text) if s <= at < e), False


def _way(before: str, after: str, figure: Quantity) -> Way | None:
    if _SETS_TO.search(before):
        return "sets"
    if figure.dimension == "ratio" and _OF_IT.search(before) and (_IS_HELD.match(after) or _WILL_DO.match(after)):
        return "times"
    if _DOWN.search(before):
        return "down"
    if _UP.search(before):
        return "up"
    return "sets" if not figure.interval.exact or _BOUNDING.search(before) else None


def _grade(text: str, part: tuple[int, int, int, bool], figure: Quantity) -> Grade | None:
    start, begun, _, aside = part
    before = text[begun : figure.start]
    way = _way(before, text[figure.end :], figure)
    if (
        way is None
        or way == "sets"
        and figure.dimension == "count"
        and _OF_THEM.match(before)
        and not _SETS_TO.search(before)
    ):
        return None  # 不少于10人，其中高级职称的不少于3人: a part of them
    head, lowered = _head(before), bool(_SETS_TO.search(before))
    case, measure = ("", _measure(before)) if begun > start else _divided(head, figure)
    if not case and not aside and begun == start:
        case = _prefix(text, start, head)
    if not case and begun == start and lowered and figure.unit not in _COUNTED:
        case, measure = _lowered_for(head)
    anybody = _ANYBODY.match(case) and not (lowered and _STANDING.match(case))
    if not case or anybody and not re.search(r"的|[以之][上下]", case):
        return None
    if figure.dimension == "ratio" and _SHARE_OF.match(measure):
        return None  # 来自企业的教师占比: what part they are of all, not what is asked of theirs
    after = text[figure.end :]
    eases = way != "sets" or lowered or bool(_IS_HELD.match(after))
    return Grade(case, measure, way, figure, bool(_MORE.match(after)), eases)


def _head(before: str) -> str:
    """What stands before the words that set a figure."""
    before = re.sub(r"[（(][^（()）]*[）)]", "", before)
    for words in (_SETS_TO, _DOWN, _UP, _OF_IT):
        before = words.sub("", before)
    return _SETTING.sub("", _FRAMED.sub("", before))


def _measure(before: str) -> str:
    return re.sub(r"的?(?:要求|标准|条件)|^[、，和及且]+", "", _head(before))


def _divided(head: str, figure: Quantity) -> tuple[str, str]:
    """Whom the words before a figure name, and what is measured: 培育级|专职人员, 山区县|的设备总值."""
    if _RULES.search(head):
        return "", head
    for pattern in (_OF_WHOM, _OF_A_SORT):
        if (made := pattern.match(head)) and not _ANYBODY.match(made["case"]):
            case, measure = made["case"].removesuffix("的"), _measure(made["measure"])
            whom = _WHOM.search(measure) and figure.unit not in _COUNTED  # 农林类本科高校
            return (f"{case}{measure}", "") if whom else (case, measure)
    bare = _SETTING.sub("", _MEASURE_END.sub("", _SETTING.sub("", head)))
    if head.endswith("的") and len(head) > 3:
        return head[:-1], ""
    if figure.unit not in _COUNTED and _WHOM.search(bare):
        return bare, head[len(bare) :]
    return "", head


def _lowered_for(head: str) -> tuple[str, str]:
    """For whom the words before "可降至" tell that it is lowered, and what is measured."""
    bare = _SETTING.sub("", _MEASURE_END.sub("", head))
    whom, of, measure = bare.rpartition("的") if "的" in bare else (bare, "", "")
    if _names_some(whom) and (not of or _OF_MEASURE.search(measure)):
        return whom, f"{measure}{head[len(bare) :]}"
    return "", head


def _names_some(words: str) -> bool:
    """Whether the words before "可降至" tell for whom it is lowered, not what ("海岛乡镇", not "注册资本")."""
    return len(words) > 2 and not _OF_MEASURE.search(words) and not _ON_CONDITION.match(words)


def _prefix(text: str, start: int, head: str) -> str:
    """Whom the comma segments before name, where they do nothing else ("依托园区设立的，"; "经认定的高新技术企业，")."""
    parts = [(s, e) for s, e in segments(text) if e <= start]
    if not parts or _RULES.search(head):
        return ""
    before = text[slice(*parts[-1])]
    if _LET.search(before):
        return _FRAMED.sub("", re.split(r"可以?|能够?", before)[0])
    plain = _FRAMED.sub("", before).rstrip("，, ")
    if quantities_in(before) and not CASE_ENDS.search(before) or _ANYBODY.match(plain):
        return ""
    if CASE_ENDS.search(before) or _WHOM.search(plain) and not _PREDICATE.search(plain):
        return plain.removesuffix("的")
    return ""


def goes_on(between: str) -> bool:
    """Whether the figure behind the words is the other end of the range before them ("1家，且不超过" 4家)."""
    return bool(_GOES_ON.fullmatch(between))


def measure_of(text: str, figure: Quantity) -> str:
    """The words before a figure that is for all, or that it is for in any case."""
    start, _, _ = _part(text, figure.start)
    begun = max([start, *(q.end for q in quantities_in(text) if start <= q.end <= figure.start)])
    return _measure(half_width(text[begun : figure.start]))
