"""What somebody tells of themselves and of what they wish, put as the question it stands for ("我们是高职，想报甲项目")."""

from __future__ import annotations

from assistant.guideline.patterns import regex
from assistant.programmes.quantities import find_quantities

# Of 我 alone only what it belongs to is the unit's ("我是高职的", not "我是张老师").
_OURS = r"(?:我们|我(?=是[^，,。；;？?]+的(?:[，,。]|$))|咱们?|俺们?|本|我[校司院厂])(?:[这那]边|这里|学校|公司|单位|企业|中心|园区|协会|厂)?"
_SELF = regex(
    rf"^(?:(?:你|您)好[，,！!]?)?{_OURS}(?:就)?(?:是|属于)(?!想|要|来|在|不是|不|说|问|指)[^，,。；;？?]{{2,24}}"
)
_ACTS = r"申报|申请(?!书|表)|报(?!告|到|送|销|名表)|参加|参与|加入|牵头"
_WISH = regex(
    r"(?:也|都|很|就|所以|现在|今年)*(?:想要?|打算|准备|计划|希望能?|考虑|有意)(?:去|来|一起)?"
    rf"(?P<act>{_ACTS})"
)
_ASKS = regex(
    r"[？?吗呢么吧]|什么|啥|怎|咋|哪|谁|几|多少|多久|多长|如何|是否|能不|可不可|行不|够不|要不|可以|能(?!源|力)|需要|得(?!到|了)|注意|了解|咨询|请问"
)
_APPLIES = regex(rf"{_ACTS}|领头")
_SELF_EN = regex(
    r"^(?:we are|we're|we’re|i am from|our (?:unit|school|company|college) is) (?:an? |the )[^,.;?!]{3,80}[.! ]*$"
)
_ASKS_EN = regex(r"\b(?:can|could|may|what|which|who|how|when|where|whether|if|should|must|do|does|need)\b|\?")
_ACTS_EN = regex(r"\b(?:lead|join|apply|participate|take part)\b")
_LONGEST = 30  # characters of what is told with a figure


def wished(text: str, before: str = "") -> str:
    """The question whether one may what one wishes, where one tells what one is and asks nothing; behind the message
    `before` also where one tells only what one is, or a figure. The text as it is otherwise."""
    who, wish = _SELF.match(text), _WISH.search(text)
    if before and _SELF_EN.match(text.lower()) and not _ASKS_EN.search(text.lower()):
        acts = _ACTS_EN.findall(before.lower())
        return f"{text.rstrip('.! ')}. Can we {acts[-1] if acts else 'apply'}?"
    if _ASKS.search(text) or not text:
        return text
    if before and find_quantities(text) and len(text) <= _LONGEST:
        told = text.rstrip("。.！!～~ ")
        if told.isascii():
            return text if _ASKS_EN.search(text.lower()) else f"{told}. Is that allowed?"
        return f"能{told[wish.start('act') :]}吗？" if wish else f"{told}，可以吗？"
    if who is None:
        return text
    said = text.rstrip("。.！!～~ ")
    if wish and wish.start() >= who.end():
        return f"{said[: wish.start()]}能{said[wish.start('act') :]}吗？"
    if who.end() < len(said) or not before:
        return text
    act = next((m.group() for m in reversed(list(_APPLIES.finditer(before)))), "申报")
    return f"{said}，能{act}吗？"
