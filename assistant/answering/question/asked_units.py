"""The unit that a question counts in ("多少页", "how many days"), read as documents' own figures are read."""

from __future__ import annotations

from assistant.guideline.patterns import regex
from assistant.programmes.quantities import find_quantities

_HOW_MANY_EN = regex(r"\bhow many (?P<rest>[a-z][a-z -]{2,40})")
# What is asked of in English by an adjective or a noun for the value.
_VALUE_EN = (
    (
        regex(
            r"\bhow old\b[^?]{0,24}"
            r"\b(?:compan|firms?\b|enterprise|business|organi[sz]ation|school|college|universit|institut)"
        ),
        ("年", "duration"),
    ),
    (regex(r"\bhow old\b|\bage (?:limit|cap)\b|\b(?:maximum|minimum|highest) age\b"), ("岁", "other")),
    (
        regex(
            r"\b(?:what|which) (?:[a-z&-]+ ){0,5}?(?:share|percentage|proportion|ratio)\b|\bwhat part\b"
            r"|\bwhat (?:is|are) the [a-z -]{0,24}rate\b"
        ),
        ("比例", "ratio"),
    ),
    (regex(r"\bhow many times\b"), ("次", "count")),
    (regex(r"\bpage limit\b|\bnumber of pages\b"), ("页", "length")),
    (regex(r"\b(?:what|which|pass(?:ing)?|minimum) (?:[a-z&-]+ ){0,2}?(?:score|mark)\b"), ("分", "points")),
    (regex(r"\b(?:what|which|minimum) (?:[a-z&-]+ ){0,5}?(?:salary|wage)\b"), ("元", "money")),
    (regex(r"\bhow much (?:money|subsidy|funding|support|financial)\b"), ("元", "money")),
    (
        regex(
            r"\bhow (?:much|large) (?:a |an )?(?:floor |training |work )?(?:space|area|premises|site)\b"
            r"|\b(?:what|minimum) (?:[a-z&-]+ ){0,5}?(?:floor space|floor area|area)\b"
        ),
        ("平方米", "area"),
    ),
)
_HOW_MANY = regex(r"几多|多少|(?<![哪好这那])几")  # 哪几个 asks which, 好几个 tells
_SIZE = regex(r"(?:多大|多小|大小)(?!的?比例|面积|年龄|字)")
_FILE = regex(r"文件|附件|压缩包|扫描件|电子[版档稿]|视频|音频|照片|图片|pdf|上传")
NO_COUNT = ("分", "岁", "MB")  # units of figures that count no things
_REACH = 6  # characters of the unit behind the interrogative
# What people count in that is no unit of a figure: its kind of value.
_KIND = {"钱": "money", "号字": "length", "分": "points", "万": "money", "级": "", "倍行": "", "条": "count"}


def asked_unit(text: str) -> tuple[str, str] | None:
    """Unit and kind of value of the first thing counted in the lower-cased text: ("页", "length") of 最多多少页,
    no unit for what is none of a figure's ("几号字"); None where it counts nothing known. Never raises."""
    if _SIZE.search(text):
        return ("MB", "other") if _FILE.search(text) else ("平方米", "area")
    for english in _HOW_MANY_EN.finditer(text):
        counted = find_quantities(f"3 {english['rest']}")
        if counted and counted[0].start == 0 and counted[0].unit not in ("小时", "倍"):  # lessons are told in hours too
            return counted[0].unit, counted[0].dimension
    if value := next((value for asked, value in _VALUE_EN if asked.search(text)), None):
        return value
    for match in _HOW_MANY.finditer(text):
        rest = text[match.end() : match.end() + _REACH]
        for words, kind in _KIND.items():
            if rest.removeprefix("个").startswith(words) and not rest.startswith((f"{words}元", "分钟")):
                return ("", kind) if kind else None
        figures = find_quantities(f"3{rest}")
        if figures and figures[0].start == 0:
            return figures[0].unit, figures[0].dimension
    return None


_SHORT = ("天", "日", "周", "小时", "工作日")
_OWN = ("分钟", "小时", "学时", "学分", "岁", "MB")  # what is counted in these is counted in nothing else
_KINDS = regex(r"(?:重点|主要|产业|优先|细分|大)*(?:领域|方向|方面|环节|类型|类别|层次|等级|部分|步骤|阶段|维度)")
_NEAR = ({"小时", "学时"}, {"小时", "分钟"})


def may_answer(asked: str, unit: str) -> bool:
    """Whether a figure in `unit` may answer a question that counts in `asked` ("" where it names no unit): years are
    no answer to how many days, and nothing but minutes to how many minutes."""
    if not asked or asked == unit or {asked, unit} in _NEAR:
        return True
    return asked not in _OWN and unit not in _OWN and not (asked in _SHORT and unit == "年")


def counts_kinds(text: str, at: int = 0) -> bool:
    """Whether kinds, fields or steps are counted right behind the place, in all of the text for 0: where so many units
    are asked for, "six fields" is no answer."""
    return bool(_KINDS.search(text) if not at else _KINDS.match(text, at))


def counts(text: str, noun: str) -> bool:
    """Whether the English noun is what is counted ("how many companies"): a figure need not name it."""
    return any(english["rest"].startswith(noun) for english in _HOW_MANY_EN.finditer(text))
