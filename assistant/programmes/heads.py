"""The noun that a number counts."""

from __future__ import annotations

from assistant.guideline.patterns import regex
from assistant.programmes.measures import Bound

_MEASURED = frozenset("年 月 周 天 工作日 学期 季度 小时 字 页 元 磅 平方米 亩".split())
_HEAD_BEFORE = regex(r"[\u4e00-\u9fff“”\"‘’A-Za-z()]{1,30}$")
_HEAD_CUT = regex(
    r".*(?:其中|以及|包括|包含|含有|应当|应(?!用)|原则上|的|须|(?<!急)需(?!求)|为|可(?!持续)|不得|具有|拥有|每(?:个|所|家|校|名|位)?|由|在"
    r"|联合(?!体|单位|申报|培养|主体|实验))(?=.)|^(?:且|并|但|有|含|以|和|与|了|也|还|占|将|经|首批|共(?!建|同))"
)
_HEAD_TAIL = regex(
    r"(?:(?<=[校局业位院司])(?:申报|推荐)|总数|数量|总计|合计|共计|人数|个数|家数|合起来|总共|应|须|需|可|的|为|是|一般|原则上|不少"
    r"|也|都|按|含|才|刚|已|就|一式|(?<=.)部分)+$"
)
_HEAD_AFTER = regex(r"\s?(?:的|以上的?)?(?P<n>[“\"]?[\u4e00-\u9fffA-Z][\u4e00-\u9fff“”\"]{0,15})")
_AFTER_CUT = regex(
    r"(?:[的,。;:、(]|以上|以下|以内|之内|左右|组成|参与|共同(?!体)|作为|牵头|联合(?!体|申?报?单位|主体)|进行|(?<!高|初|中)等|和(?!谐)|与|或|及"
    r"|并|且|可(?!持续)|应(?!用|急)|须|需(?!求)|为|由|在|以来|不|后|(?<!.)前|吗|么|行(?!业|政)|够|就|才|能(?!源|力)|是|(?<!国|私|所)有"
    r"|合起来|加入|申请|申报(?!单位|主体|高校|企业)|中(?=[,。]|$)).*$"
)
_ITEM = regex(r"^\(?[一二三四五六七八九十\d]{1,3}\)")  # the number of the item that the noun begins
_ADVERB = regex(r"至少|最少|最多|至多|起码|限|least|most")


def head_of(flat: str, before: int, after: int, bound: Bound, unit: str) -> str:
    """The noun before a bound word ("联合单位不超过5家"), else the one after the unit, else the one before."""
    behind = _HEAD_BEFORE.search(flat[max(0, before - 30) : before].rstrip())
    left = behind[0] if behind else ""
    if unit != "比例":  # what a share is a share of stays whole
        left = _HEAD_CUT.sub("", left)
    left = _unquoted(_HEAD_TAIL.sub("", _HEAD_CUT.sub("", left) if unit != "比例" else left))
    adverb = bound and _ADVERB.match(flat, before)
    if (bound and not adverb and left) or unit in _MEASURED:
        return left if len(left) > 1 else ""
    right = _HEAD_AFTER.match(flat, after)
    noun = _unquoted(_AFTER_CUT.sub("", right["n"])) if right else ""
    return noun if len(noun) > 1 else left if len(left) > 1 else ""


def _unquoted(noun: str) -> str:
    noun = _ITEM.sub("", noun)
    noun = noun.strip("() ")
    return noun if noun.count("“") == noun.count("”") else noun.strip('“”"‘’() ')
