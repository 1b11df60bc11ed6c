"""How binding a rule is, and what it excepts."""

from __future__ import annotations

import re

from assistant.guideline.patterns import regex
from assistant.guideline.values import Modality

# Order is meaning: a prohibition outweighs 可, an encouragement outweighs the 应 of what is encouraged.
_MODALITY: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    ("must_not", regex(r"不得|不能|不可(?!缺)|不准|不允许|不应|严禁|禁止|不予|不接受|不受理|不再|无权|不具备资格")),
    ("prefer", regex(r"优先(?!级)")),
    ("encourage", regex(r"鼓励|支持(?!保障|力度|条件|政策|情况|中心|体系)|引导|倡导|积极(?:吸纳|引入|吸引)")),
    ("usual", regex(r"一般|原则上|通常|以[^,;。]{2,60}为主")),
    ("may", regex(r"可(?!持续|靠|行|能|复制|推广|见|操作|以?不)|允许|有权")),
    (
        "must",
        regex(r"应(?!用|届|急|对|链)|须|(?<!急|必|供|所)需(?!求)|必须|仅限|只限|只能|限(?:报|额)|要(?!求|素|点|闻)"),
    ),
)
_ASIDE = regex(r"\([^()]*\)")
_EXCEPT = regex(
    r"除[^,;。]{2,40}?(?:之?外|以外)|[^,;。]{2,40}除外|\(如有\)"
    r"|如有(?:需要|特殊情况)|特殊情况[^,;。]{0,30}|(?:\(|,)(?:但|但是)[^;。)]{3,60}"
    r"|\([^()]{0,20}(?:可适当|可以适当|可)(?:延迟|放宽|推迟|顺延)\)|[^,;。]{2,30}(?:可适当|可)(?:放宽|延长|延期)[^,;。]{0,20}"
    r"|下同|原则上|不(?:含|包括|包含)[^,;。)]{2,30}"
)


def modality_of(text: str, default: Modality = "states") -> Modality:
    """The modality of a half-width segment; what stands in brackets is an aside."""
    plain = _ASIDE.sub("", text)
    for modality, pattern in _MODALITY:
        if pattern.search(plain):
            return modality
    return default


def exceptions_of(text: str) -> tuple[str, ...]:
    """The words of a half-width sentence that except, soften or condition its rule."""
    return tuple(dict.fromkeys(m[0].strip("(), ") for m in _EXCEPT.finditer(text)))
