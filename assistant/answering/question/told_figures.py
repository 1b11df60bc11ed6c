"""The figures that a question tells: which are figures at all, and what they come to together."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.quantities import find_quantities

_HAD = regex(r"已|有了|\balready\b|\bhave\b")
_ONE_MORE = regex(r"再[^，,。？?]{0,6}(?:一|1)[个家所项]|\b(?:one more|another)\b")
_NTH = regex(r"(?:再|还[能可想要]|还可以|能|可以)[^，,。？?\d第]{0,8}第(?P<nth>[二两三四五六七八九十\d]+[个家项所])")
_ALIKE = ("个", "家", "所", "项")
_SELF_AS = regex(
    r"(?:我们?|咱们?|俺们?|本[校院司]|我[校院司])\S{0,2}(?:是|属于|在)(?:个|了|[一-鿿]{2,6})?$|[，,](?:是|属于)(?:[一-鿿]{1,3}内)?的?$"
)
_TO_BE_SENT = regex(
    r"(?:还[得要需]|要不要|需不需要|是不是[要得还])[^，,。？?一二两三只]{0,6}$"
)  # whether, not how many
_LEADS = regex(r"[^，,。；;？?一两二三四五六\d]{2,8}?(?:来|去)?(?:牵头|领衔|挑头)[，,]")
_NONE_AT_ALL = regex(r"[^，,。；;？?]{0,12}(?:都|也)(?:没有?|不|未)")
_COUNTED = regex(r"[一二两三四五六七八九十\d]+[家个所](?!月)")

# What a figure of a kind measures: "人数够吗" behind so many persons asks of nothing more.
_MEASURES = {
    "duration": frozenset("年限 年数 年头 期限 时间 时长 天数 月数".split()),
    "count": frozenset("人数 数量 数目 个数 家数 人手 人次 场次 场数 件数 总数 规模".split()),
    "money": frozenset("金额 额度 资金 钱数 数额 规模".split()),
    "area": frozenset("面积 大小 规模".split()),
    "ratio": frozenset("比例 占比 比重 比率".split()),
    "岁": frozenset("年龄 年纪 岁数".split()),
}


def names_measure(words: str, quantities: tuple[Quantity, ...]) -> bool:
    """Whether the words only name what one of the figures told measures."""
    return any(words in _MEASURES.get(kind, ()) for q in quantities for kind in (q.dimension, q.unit))


def altogether(quantities: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """What is there already and what is to come on top ("已经……2个，再……1个", "再……第三个") as one sum."""
    if turn := _NTH.search(text):
        nth = next((q for q in find_quantities(turn["nth"]) if q.dimension == "count"), None)
        others = tuple(q for q in quantities if nth is None or q.unit not in (nth.unit, *_ALIKE))
        before = next((q.head for q in quantities if q not in others), "")
        if nth is not None:
            return (*others, replace(nth, head=nth.head or before, start=turn.start("nth"), end=turn.end("nth")))
    if (
        len(quantities) == 1
        and _HAD.search(text[: quantities[0].start])
        and _ONE_MORE.search(text[quantities[0].end :])
    ):
        return (added(quantities[0], replace(quantities[0], interval=Interval(Fraction(1), Fraction(1)))),)
    if len(quantities) != 2 or quantities[0].unit != quantities[1].unit:
        return quantities
    between = text[quantities[0].end : quantities[1].start]
    if _counting_the_asker(quantities[0], quantities[1], between):
        return quantities[:1]
    before = text[: quantities[0].start]
    on_top = re.search(r"再|\banother\b|\bmore\b", between + text[quantities[1].start : quantities[1].end + 6])
    if not on_top or not re.search(r"已|有了|[满够完足]了?$|\balready\b|\bhave\b", before):
        return quantities
    return (replace(added(*quantities), start=quantities[1].start, end=quantities[1].end),)


def _counting_the_asker(partners: Quantity, everybody: Quantity, between: str) -> bool:
    """Whether the second figure is the first with who asks counted in ("另有两家，总共三家")."""
    few, all_told = partners.interval, everybody.interval
    if not (few.exact and all_told.exact and few.low is not None and all_told.low == few.low + 1):
        return False
    return bool(
        re.search(r"总共|一共|加起来|合起来|合计|算上|连.{0,6}在内|\b(?:in total|altogether|in all)\b", between)
    )


def joined(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, with "1年11个月" as one duration in years."""
    made: list[Quantity] = []
    for q in quantities:
        last = made[-1] if made else None
        months = q.unit in ("月", "个月") and q.interval.low is not None
        if last and months and last.unit == "年" and last.end == q.start and last.interval.low is not None:
            extra = (q.interval.low or Fraction(0)) / 12
            high = None if last.interval.high is None else last.interval.high + extra
            made[-1] = replace(last, interval=Interval(last.interval.low + extra, high), end=q.end)
        else:
            made.append(q)
    return made


def added(first: Quantity, more: Quantity) -> Quantity:
    """The sum of two exact numbers of things, the second as it is where they do not go together."""
    if first.dimension != more.dimension or first.interval.low is None or more.interval.low is None:
        return more
    total = first.interval.low + more.interval.low
    return replace(more, interval=Interval(total, total), head=first.head)


def article(quantity: Quantity, text: str) -> bool:
    """Whether "one" is an article ("一所外省的学校"): nothing limits it."""
    one = quantity.interval.low == 1 == quantity.interval.high and quantity.dimension in ("count", "copies")
    if quantity.dimension == "copies" and not _TO_BE_SENT.search(text[: quantity.start]):
        return False
    if one and _NONE_AT_ALL.match(text, quantity.end):
        return True  # 一个懂行的都没有: none
    if one and (_SELF_AS.search(text[: quantity.start]) or _counted(text) > 1 and _LEADS.match(text, quantity.end)):
        return True  # who leads is none of those it brings along
    return (
        one
        and (_counted(text) < 2 or "同一" in text[max(0, quantity.start - 1) : quantity.end])
        and not re.search(
            r"(?:[只仅就才光满共是加多添]|单(?!位))\S{0,2}$|第$", text[max(0, quantity.start - 4) : quantity.start]
        )
        and not re.match(r"\S{0,8}(?:都|也|就|够(?!格|资))", text[quantity.end :])
    )


def _counted(text: str) -> int:
    """How many numbers of things are told, who asks ("我们是一家……") not among them."""
    return sum(not _SELF_AS.search(text[: m.start()]) for m in _COUNTED.finditer(text))


def ordinal(quantity: Quantity, text: str) -> bool:
    """Whether the figure only counts the turn ("头一年", "第二批") or says how far something is ("建到一半")."""
    if text[quantity.start : quantity.end].endswith("一半") and "到" in text[max(0, quantity.start - 1) : quantity.end]:
        return True
    return text[max(0, quantity.start - 1) : quantity.start] in ("头", "第") or bool(
        re.match(r".{0,3}(?:头|第)", text[quantity.start : quantity.end])
    )


def figure(quantity: Quantity, text: str) -> Quantity:
    """The figure itself, not a lower bound, in "刚满两年" and "只有18人"; none at all in "一家都不找"."""
    low = quantity.interval.low
    if quantity.dimension == "count" and re.match(r"\S{0,8}(?:都不|也不|都没|也没)", text[quantity.end :]):
        return replace(quantity, interval=Interval(Fraction(0), Fraction(0)))
    if (
        low is not None
        and quantity.interval.high is None
        and "以上" not in text[quantity.start : quantity.end + 2]
        and re.search(r"[刚才只仅满]\S{0,2}$", text[max(0, quantity.start - 3) : quantity.start + 1])
    ):
        return replace(quantity, interval=Interval(low, low))
    return quantity
