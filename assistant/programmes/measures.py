"""The units things are counted in, and the words that bound a number."""

from __future__ import annotations

import re
from typing import Literal

from assistant.guideline.patterns import regex
from assistant.guideline.values import Dimension

Bound = Literal["ge", "le", "gt", "lt", "about", ""]

# canonical unit -> (dimension, spelling as a pattern). A unit is not the first half of another word.
_ZH: tuple[tuple[str, Dimension, str], ...] = (
    ("工作日", "duration", r"个?\s?工作日"),
    ("月", "duration", r"个\s?月"),
    ("季度", "duration", r"个\s?季度"),
    ("学期", "duration", r"个?\s?学期"),
    ("年", "duration", r"个?\s?(?:学年|周年|年度(?=以上|以下|内|的)|年头?)(?![度级月份代])"),
    ("周", "duration", r"(?:个?\s?星期|周)(?![边期年岁一二三四五六日])"),
    ("天", "duration", r"(?:个?\s?自然日|天|日)(?![前起至津常语报—-])"),
    ("小时", "duration", r"个?\s?小时"),
    ("分钟", "duration", r"分钟"),
    ("平方米", "area", r"平方米|平米|㎡|m²|m2(?!\d)|平(?=[，,。；;？?！!、吗呢够的]|行|面积|场地|$)"),
    ("亩", "area", r"亩"),
    ("公顷", "area", r"公顷"),
    ("立方米", "other", r"立方米|立方|m³|方(?=[，,。；;？?！!、吗呢够水]|$)"),
    ("吨", "other", r"吨"),
    ("公斤", "other", r"公斤|千克"),
    ("千瓦时", "other", r"千瓦时|度(?=电)"),
    ("千瓦", "other", r"千瓦"),
    ("秒", "duration", r"秒"),
    ("元", "money", r"元(?:人民币)?(?![素旦件])"),
    ("字", "characters", r"(?:个\s?)?(?:汉字|字符|字)(?![号体节典幕])"),
    ("页", "length", r"页"),
    ("磅", "length", r"磅"),
    ("公里", "length", r"公里|千米"),
    ("厘米", "length", r"厘米|cm"),
    ("毫米", "length", r"毫米|mm"),
    ("米", "length", r"米"),
    ("MB", "other", r"(?:[Mm][Bb]|M|兆)(?![A-Za-z])|m(?=的?(?:文件|视频|附件|图片|pdf|ppt)|行|可以|够|超)"),
    ("倍", "ratio", r"倍"),
    ("份", "copies", r"份(?!额)"),
    ("册", "copies", r"册"),
    ("人次", "count", r"人次"),
    ("人月", "count", r"人月"),
    ("学时", "count", r"个?\s?(?:学时|课时)"),
    ("学分", "other", r"个?\s?学分"),
    ("岁", "other", r"周?岁"),
    ("分", "other", r"分(?![之别为批类支年段布工享组析钟校])"),
    ("家", "count", r"家(?![庭长电具])"),
    ("所", "count", r"所(?![在属需有述列得以](?!上|下|内))"),
    ("名", "count", r"名(?![称单额义牌录](?!院|校))"),
    ("位", "count", r"位(?![于置])"),
    ("项", "count", r"项(?!目[名编])(?:目)?"),
    ("人", "count", r"个?人(?![员才民事力工文类均型])"),
    ("个", "count", r"个(?![人体性别])"),
    ("件", "count", r"件"),
    ("套", "count", r"套(?![餐])"),
    ("门", "count", r"门(?![户类槛])"),
    ("张", "count", r"张(?![三四贴榜罗开力])"),
    ("头", "count", r"头(?![部像衔条脑领等])"),
    ("只", "count", r"只(?![要有能是限需够收报看填写])"),
    ("株", "count", r"[株棵]"),
    ("次", "count", r"次(?![日年月])"),
    ("届", "count", r"届(?=以上|以下|毕业|学[生员]|招|[，,。；;？?了的]|$)"),
    ("户", "count", r"户(?![籍口外型])"),
    ("场", "count", r"场(?![地所景次])"),
    ("支", "count", r"支(?![持撑出部付])"),
    ("篇", "count", r"篇"),
    ("台", "count", r"台(?:[（(]套[)）])?(?!账)"),
    ("间", "count", r"间(?![接隔])"),
    ("辆", "count", r"辆"),
    ("本", "copies", r"本(?![科项校市省区县办单通专行地次年人级部着])"),
)
_EN: tuple[tuple[str, Dimension, str], ...] = (
    ("工作日", "duration", r"(?:working|business|work)[ -]days?"),
    ("年", "duration", r"years?|yrs?"),
    ("月", "duration", r"months?"),
    ("周", "duration", r"weeks?"),
    ("天", "duration", r"(?:calendar )?days?"),
    ("小时", "duration", r"hours?"),
    ("分钟", "duration", r"minutes?"),
    ("公里", "length", r"kilomet(?:re|er)s?|km"),
    ("亩", "area", r"mu"),
    ("MB", "other", r"mb|megabytes?"),
    ("分", "other", r"points?"),
    ("字", "characters", r"(?:chinese )?characters?|words?"),
    ("页", "length", r"pages?"),
    ("份", "copies", r"(?:paper |hard )?cop(?:y|ies)"),
    ("比例", "ratio", r"percent|per cent"),
    ("元", "money", r"yuan|rmb|cny"),
    ("平方米", "area", r"square met(?:re|er)s?|sqm|m2"),
    (
        "家",
        "count",
        r"compan(?:y|ies)|enterprises?|firms?|businesses"
        r"|(?:co-?|joint |partner )?(?:application )?(?:units?|partners?|applicants?)"
        r"|(?:joint|partner|member) (?:organi[sz]ations?|entities)",
    ),
    ("家", "count", r"members?|organi[sz]ations?|srdis?|smes?|associations?"),
    ("所", "count", r"universit(?:y|ies)|schools?|colleges?|institutions?|heis?"),
    ("名", "count", r"mentors?|people|persons?|teachers?|students?|staff"),
    ("个", "count", r"projects?|applications?|bases?|cent(?:er|re)s?|platforms?|alliances?|consorti(?:um|a)"),
    ("个", "count", r"communit(?:y|ies)|places?|quotas?|items?|nominations?"),
    ("倍", "ratio", r"times"),
)
ZH_UNIT = "|".join(f"(?P<z{i}>{p})" for i, (_, _, p) in enumerate(_ZH))
EN_UNIT = "|".join(f"(?P<e{i}>{p})" for i, (_, _, p) in enumerate(_EN))


def zh_unit(match: re.Match[str]) -> tuple[str, Dimension] | None:
    """Canonical unit and dimension of the Chinese unit that a match holds."""
    for i, (unit, dimension, _) in enumerate(_ZH):
        if match[f"z{i}"]:
            return unit, dimension
    return None


def en_unit(match: re.Match[str]) -> tuple[str, Dimension] | None:
    """Canonical unit and dimension of the English unit that a match holds."""
    for i, (unit, dimension, _) in enumerate(_EN):
        if match[f"e{i}"]:
            return unit, dimension
    return None


_NOT = r"(?:不得|不能|不可以?|不应该?|不宜|不会|不要|不|没有?|尚?未|并未)"
_FILL = r"(?:要有|要求|只能|可以|需要|应当|[要需应须有为是可能共含带找拉])?(?:联合|包括|包含|申报|提交|报送|推荐|成立|合作|达到|控制在|[报有])?"
_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("le", rf"{_NOT}\s*(?:超过|超出|多于|高于|大于|逾|长于|超)了?(?:其中的?|其总?数的)?"),
    ("ge", rf"{_NOT}\s*(?:少于|低于|小于|短于|下于|少过)(?:了|其中的?)?"),
    ("ge", r"不下"),
    ("lt", rf"{_NOT}\s*(?:满|足|到|达到?|够)"),
    ("ge", rf"(?:至少|最少|最低|起码|最短|少说)(?:也|还)?{_FILL}"),
    ("le", rf"(?:最多|至多|最长|最高|顶多)(?:也)?(?:不超过)?{_FILL}"),
    ("le", r"(?<![有不无权年期时])限(?:额申报|额|报送|申报|推荐|报|制在|制|定为?|定|在|于|为)?"),
    ("le", r"(?:控制在|上限为?|上限是|压缩到)"),
    ("gt", r"(?:超过了?|超出|多于|大于|高于|长于|逾|大过)"),
    ("lt", r"(?:少于|低于|小于|短于|不及)"),
    ("ge", r"(?:下限为?|达到|已?满|达)"),
    ("about", r"(?:大约|大概|约|近|将近|差不多|左右)"),
    ("ge", r"\b(?:at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum)"),
    ("le", r"\b(?:at most|up to|no more than|not more than|not exceed(?:ing)?|not over|a maximum of|maximum|within)"),
    ("gt", r"\b(?:more than|over|exceed(?:s|ing)?|above)"),
    ("lt", r"\b(?:less than|fewer than|under|below|not yet)"),
    ("about", r"\b(?:about|around|approximately|roughly|nearly)"),
)
_BEFORE_RE = tuple((bound, regex(rf"(?:{p})\s*$", re.IGNORECASE)) for bound, p in _BEFORE)
_BEFORE_ANY = regex(rf"(?:{'|'.join(p for _, p in _BEFORE)})\s*$", re.IGNORECASE)
_AFTER_RE = regex(
    r"\s*(?:\(含[^)]{0,6}\))?\s*(?P<noun>企业|公司|单位|学校|高校|院校|项目)?"
    r"(?:(?P<ge>(?:及其?|或者?|含)?(?:以上|之上)|起(?![来草步])|\s?(?:or more|or above|and above|or longer|plus\b|\+))"
    r"|(?P<le>(?:及其?|或者?|含)?(?:以下|以内|之内|之下|内(?![容部涵外核]))|\s?(?:or less|or fewer|or below|at most|maximum))"
    r"|(?P<gt>以外|之外|多(?![个家所名元方边种样]|于))|(?P<about>左右|上下|前后))"
    r"(?P<open>\s*\(不含[^)]{0,8}\))?",
    re.IGNORECASE,
)


def bound_before(text: str, at: int) -> tuple[Bound, int]:
    """The bound that ends right before text[at], and where it begins; ("", at) where there is none."""
    window = text[max(0, at - 20) : at]
    found = _BEFORE_ANY.search(window)
    if not found:
        return "", at
    words = window[found.start() :]
    start = at - len(window) + found.start()
    for bound, pattern in _BEFORE_RE:
        hit = pattern.search(words)
        if hit and hit.start() == 0:
            return bound, start
    return "", at


def bound_after(text: str, at: int) -> tuple[Bound, int, bool]:
    """The bound that follows text[at:], where it ends, and whether it excludes the number itself (不含)."""
    found = _AFTER_RE.match(text, at)
    if not found:
        return "", at, False
    bounds: tuple[Bound, ...] = ("ge", "le", "gt", "about")
    for bound in bounds:
        if found[bound]:
            return bound, found.end(), bool(found["open"])
    return "", at, False
