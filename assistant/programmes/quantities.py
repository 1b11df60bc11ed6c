"""Numbers with their units, bounds and the noun they count."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from assistant.guideline.patterns import regex
from assistant.guideline.values import Dimension, Interval, Quantity
from assistant.programmes.heads import head_of
from assistant.programmes.measures import EN_UNIT, ZH_UNIT, Bound, bound_after, bound_before, en_unit, zh_unit
from assistant.programmes.numerals import english, half_width, number

_CN = "零〇一二两三四五六七八九十百千"
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,12}}(?:\.\d{{1,6}})?)\s?[百千万亿]{{0,2}}|[{_CN}万亿]{{1,12}}"
_TO = r"\s?(?:至|到|~|-|—|–|－|——)\s?"
_ZH = regex(rf"(?P<a>{_N}|半)(?P<odd>余|多|来)?(?:\s?(?:{ZH_UNIT})(?P<half>半)?|(?P<bare>(?<=[万亿])))")
_RANGE = regex(rf"(?P<low>{_N})\s?(?:[家所个名项年月日天字份元件人篇页%]|个月|万元)?{_TO}$")
_RATIO = regex(
    rf"(?:(?P<plow>{_N})\s?%?{_TO})?(?P<pct>{_N})\s?%"
    rf"|百分之(?P<cpct>[{_CN}\d.]{{1,8}})|(?P<den>[{_CN}\d]{{1,6}})分之(?P<num>[{_CN}\d]{{1,6}})"
    rf"|(?<![\d/.])(?P<up>\d{{1,3}})\s?/\s?(?P<down>[1-9]\d{{0,3}})(?![\d/.])"
    rf"|(?<![\d:.])(?P<left>\d{{1,3}})\s?[:比]\s?(?P<right>[1-9]\d{{0,3}})(?![\d:.]|\s?[a-z])"
    rf"|(?P<tenth>[一二两三四五六七八九]|\d(?:\.\d)?)成(?![立为果功员本绩效套长都就熟形交份品])"
    rf"|(?P<most>(?<=过)半|(?<![一大])半数|一半)(?![天年月])"
    r"|\b(?P<ehalf>one half|a half|half of)\b|\b(?P<en1>one|a|two|three)[ -](?P<en2>third|quarter|fifth|tenth)s?\b",
    re.IGNORECASE,
)
_WORD = (
    r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d+)?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty"
)
_EN = regex(
    rf"\b(?:(?P<l>{_WORD})\s?(?:-|–|to|and)\s?)?(?P<n>{_WORD})(?:\s?(?P<s>hundred|thousand|million|billion))?"
    rf"(?P<plus>\+)?[ -](?P<adj>(?:[a-z][a-z-]{{1,14}} ){{0,2}}?)(?:{EN_UNIT})\b",
    re.IGNORECASE,
)
_RMB = regex(rf"(?:RMB|CNY|¥)\s?(?P<n>{_WORD})(?:\s?(?P<s>hundred|thousand|million|billion|万|亿))?", re.IGNORECASE)
_ANY = regex(
    rf"[\d{_CN}半成]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|fifteen|twenty"
    rf"|a)\b",
    re.IGNORECASE,
)
_MASK = regex(
    r"[〔\[(]\s*(?:19|20)[\d ]{2,4}\s*[〕\])]\s*(?:第\s*)?\d[\d ]*号|第\s*[\d一二三四五六七八九十百零]{1,5}\s*[^\s\d]?"
    r"|(?<!\d)(?:19|20)\d\d\s?(?:年(?!以[上下内])|[-—–~至]\s?(?:19|20)\d\d\s?年?)(?:度|代)?"
    r"|\d{1,2}\s?月\s?\d{1,2}\s?[日号]|(?<!\d)(?<![低高]于)(?<!超过)(?<![生之]比)(?<!比例为)\d{1,2}:\d{2}(?!\d)"
    r"|[一二三四五六七八九十\d]{1,3}月份?(?:底|末)?"
    r"|(?<=\S)\(不?含\s?[\d一二两三四五六七八九十]{1,4}[^)]{0,4}\)|[0-9]+(?:\+[0-9]+)+"
    r"|不止\s?[\d一二两三四五六七八九十]+\s?[家个所]|十[一二]?五|“[一二三四五六七八九十]五”"
    r"|同一(?=[个名人家位所项])"  # the same one, not one
    r"|[\d一二]{1,3}\s?号|@[\w.]+|十[一二三四五六七八九]大|二十大"
)
_BARE: tuple[str, Dimension] = ("元", "money")
_TO_TOP = regex(r"(?:以上)?[、,;]?(?:且|并|但)?(?:最多|不超过|不得超过|不多于|至多)?\s?")
_MONEY = regex(r"[资金费元款产值收入额投助奖¥]|成本|进账|利润|[开收]支|结余|[花出赚挣剩用][了掉去下]{0,2}$")
# Tens of thousands of nothing else: 批了10万, 一共500万.
_SUM = regex(r"(?=$|[,，。；;？?！!、()（）/]|[吗呢吧啊了的够能可行不以左上]|[里中]头?)")
_COUNTED = regex(r"[\d一二两三四五六七八九十半]")  # 千万 alone is none
_NO_SUM = regex(r"[人户字册份次吨株头亩米度件粉量词票]|学员|学生|用户|流量|点击|浏览|产量")
_OF_WHAT = regex(r"[^，。；;,\d]{1,12}的")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number with a unit, in order; ratios are fractions of 1, money is in yuan. Never raises."""
    if not _ANY.search(text):
        return ()
    flat = half_width(text)
    taken = [m.span() for m in _MASK.finditer(flat)]
    found: list[Quantity] = []
    for reader in (_ratios, _money, _chinese, _latin):
        for quantity in reader(flat):
            if not any(s < quantity.end and quantity.start < e for s, e in taken):
                found.append(quantity)
                taken.append((quantity.start, quantity.end))
    found.sort(key=lambda q: q.start)
    return tuple(_shared_heads(flat, found))


def _ratios(flat: str) -> list[Quantity]:
    out = []
    for m in _RATIO.finditer(flat):
        low: Fraction | None = None
        value: Fraction | None
        if m["pct"]:
            value, low = _over(m["pct"], "100"), _over(m["plow"], "100") if m["plow"] else None
        elif m["cpct"]:
            value = _over(m["cpct"], "100")
        elif m["den"]:
            value = _over(m["num"], m["den"])
        elif m["up"]:
            value = _over(m["up"], m["down"])
        elif m["left"]:
            value = _over(m["left"], m["right"])
        elif m["tenth"]:
            value = _over(m["tenth"], "10")
        elif m["en1"]:
            parts = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
            value = (english(m["en1"]) or Fraction(1)) / parts[m["en2"].lower()]
        else:
            value = Fraction(1, 2)
        if value is not None:
            forced: Bound = "gt" if (m["most"] or "") == "半" else ""
            out.append(_quantity(flat, m.start(), m.end(), low, value, "比例", "ratio", forced))
    return out


def _over(upper: str, lower: str) -> Fraction | None:
    up, down = number(upper), number(lower)
    return None if up is None or not down else up / down


def _money(flat: str) -> list[Quantity]:
    out = []
    for m in _RMB.finditer(flat):
        scale = {"万": "thousand", "亿": "million"}.get(m["s"] or "", m["s"] or "")
        value = english(m["n"], scale)
        if value is not None:
            value *= {"万": 10, "亿": 100}.get(m["s"] or "", 1)
            out.append(_quantity(flat, m.start(), m.end(), None, value, "元", "money"))
    return out


def _chinese(flat: str) -> list[Quantity]:
    out = []
    for m in _ZH.finditer(flat):
        value, start = number(m["a"]), m.start()
        joined = _RANGE.search(flat[max(0, start - 16) : start])
        if value is None or (start and flat[start - 1] in "第几星.-" and not joined):
            continue
        if flat[:start].endswith("数") and not m["a"][0].isdigit():
            continue  # 数十家; not 托位数50个
        if m["a"] in tuple("百千万亿") and not m["odd"] and not joined:
            continue  # 百日招聘, 千人计划: a round number alone is part of a name
        low: Fraction | None = None
        forced: Bound = "gt" if m["odd"] else ""
        known = zh_unit(m) or _BARE
        if known is _BARE:  # "注册资本1000万": money only where money is spoken of
            before, behind = flat[max(0, start - 10) : start], flat[m.end() : m.end() + 1]
            told = (
                _MONEY.search(before)
                or _COUNTED.search(m["a"])
                and _SUM.match(flat, m.end())
                and not _NO_SUM.search(before)
            )
            if not told or behind in tuple("家人所个字"):
                continue
        unit, dimension = known
        if joined:
            low = number(joined["low"])
            start -= len(joined[0]) if low is not None else 0
        elif re.fullmatch(r"[一二两三四五六七八九]{2}", m["a"]):
            low, value, forced = number(m["a"][0]), number(m["a"][1]) or value, "about"
        if low is not None and unit == "元" and value >= 10**4 and low < 1000:
            low *= 10**8 if "亿" in m["a"] else 10**4
        if m["half"] and unit == "年":
            value += Fraction(1, 2)
        out.append(_quantity(flat, start, m.end(), low, value, unit, dimension, forced))
    return out


def _latin(flat: str) -> list[Quantity]:
    out = []
    for m in _EN.finditer(flat):
        value, known = english(m["n"], m["s"] or ""), en_unit(m)
        if value is None or known is None:
            continue
        unit, dimension = known
        low = english(m["l"]) if m["l"] else None
        if unit == "比例":
            value, low = value / 100, None if low is None else low / 100
        head = m[0][m.start("adj") - m.start() :] if dimension == "count" else ""
        out.append(_quantity(flat, m.start(), m.end(), low, value, unit, dimension, "ge" if m["plus"] else "", head))
    return out


def _quantity(
    flat: str, start: int, end: int, low: Fraction | None, value: Fraction,
    unit: str, dimension: Dimension, forced: Bound = "", head: str = "",
) -> Quantity:  # fmt: skip
    before, bound_at = bound_before(flat, start)
    if not before and dimension == "ratio":
        before, bound_at = _bound_of_a_whole(flat, start)
    after, _, is_open = bound_after(flat, end)
    recent = dimension == "duration" and flat[bound_at : bound_at + 1] == "近"  # 近3年 is no estimate
    about = "about" in (before, after, forced) and not recent
    bound = before if before not in ("", "about") else after if after not in ("", "about") else forced
    if low is not None:
        if low > value:
            low, value = value, low
        interval = Interval(low, value)
    elif bound in ("ge", "gt"):
        interval = Interval(value, None, low_open=bound == "gt" or is_open)
    elif bound in ("le", "lt"):
        interval = Interval(None, value, high_open=bound == "lt" or is_open)
    else:
        interval = Interval(value, value)
    noun = head or head_of(flat, bound_at, end, bound if before == bound else "", unit)
    return Quantity(interval, unit, dimension, noun, start, end, not about)


def _bound_of_a_whole(flat: str, start: int) -> tuple[Bound, int]:
    """The bound before the whole that a share is of ("不低于当年认定总数的50%"); ("", start) where there is none."""
    for at in range(start - 2, max(0, start - 14), -1):
        if not _OF_WHAT.fullmatch(flat, at, start):
            break
        if (found := bound_before(flat, at))[0] not in ("", "about"):
            return found
    return "", start


def _shared_heads(flat: str, found: list[Quantity]) -> list[Quantity]:
    """The second number counts what the first does: 不少于2家、不超过5家."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        between = flat[last.end : quantity.start] if last else ""
        if last and last.unit == quantity.unit and _TO_TOP.fullmatch(between):
            quantity = replace(quantity, head=last.head)
        out.append(quantity)
    return out
