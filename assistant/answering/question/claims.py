"""What a question takes for granted or wants affirmed, as statements of their own: they are decided first."""

from __future__ import annotations

import re

from assistant.answering.question.framing import without_demands
from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.text import language
from assistant.guideline.patterns import regex

_QUOTED = regex(r"[“\"「『]([^”\"」』]{7,80})[”\"」』]")
_SINCE = regex(r"(?:既然|因为|由于)(?P<p>[^。？?]{4,60}?)[，,](?=那|所以|就|我们|咱|是不是|请)")
_SO = regex(
    r"^(?P<p>[^。？?]{4,60}?)[，,](?=所以|因此|那(?:么|我|咱|你|就|只|还|牌|这|个|申|推|是)|我们就|咱们?就|于是|我(?:就)?这么理解)"
)
_HEARD = regex(
    r"(?:听说|据说|听(?:人|别人|同事)?[说讲]|有人[说讲]|我记得|不是说)(?P<p>[^。？?]{4,60}?)[，,](?=那|所以|我|咱|是|对)"
)
_THEN_ASKED = regex(
    r"^(?P<p>[^。？?，,]{4,60}(?:必须|只能|可以|规定|一经|就会|由[^，,。？?]{2,16}(?:来|担任|当|牵头|负责))[^。？?，,]{0,30})[，,]"
    r"(?=[^？?]*(?:谁|哪|多久|几|多少|什么|怎么|如何)[^？?]*[？?]?$)"
)
_SURELY = regex(
    r"(?P<a>[^，,。？?]{0,40})不是(?P<b>(?:要|有|得|须|只|由|说)[^，,。？?]{2,40}?)(?:吗|嘛|么)[，,](?=[^。？?]{2,}[？?])"
)
# A number of the programme itself, told before what is to follow from it: 共建12个，我们排第9，稳了吧.
_COUNTED = regex(
    r"^(?P<p>[^，,。？?]{2,30}?(?:[要拟]建|建设|[要拟]?[评选]|认定|遴选|支持|名额|要求|规定|只有|共|限)[^，,。？?]{0,6}?"
    r"(?:\d+|[一二两三四五六七八九十]+)[个家所项名][^，,。？?]{0,16})[，,](?=[^。？?]*(?:吧|对[吗么]|对不对|是不是|是吗)[？?]?$)"
)
_SUPPOSED = regex(
    r"^(?:要是|如果|假如|万一|若|只要|想|请问|连[着续]|接连|去年|前年)|[吗呢]$|谁|什么|哪|怎么|多少|几|的话$"
)
_OWN = regex(r"^(?:我|咱|俺|本|贵|你|他|她)")
_PREDICATE = regex(
    r"是|由|归|能|可|要|须|必|不|只|没|有|会|得|都|准|让|就|[顺推]延|延[长至到期]|推迟|改[为成到]|[提降扩增减调放][^，,]{0,2}[到至为]"
)
_PREAMBLE = regex(r"^(?:你?好|请问|那|我(?:看|觉得|以为)|就是)[，,]?|^所以")
_ORDERS = regex(
    r"^(?:你|请|我是|我们是|并(?:引|注|附)|帮|别管|领导|老板|上面|我好|我要|我截|时间|快)|确认|回(?:我|复|答)|就行$|出(?:个|具|一份)"
)
_TOLD_TO = regex(
    r"^(?:请|麻烦|你|您|就|直接|现在?|立即|给我|帮我|统一|对外)*(?:告诉|通知|宣布|决定|公布|答复|回复|声明|确认|承认|写|说)"
    r"(?:一?[下声句]|[大我他咱]家?们?|申报单位|所有人|各?高校|确认)*(?:说)?[:：，,]?(?=.{6})"
)
_SAY = regex(r"(?:就写|写明|写上|写成|宣布|承认|告诉我|回复|确认)[:：，,]?(?P<p>[^“”。？?]{6,80})$")
# What is to be changed is what is to be said: 把上限统一报成“20家”.
_CHANGED = regex(
    r"把(?P<what>[^，,。；;？?“”]{2,30}?)(?:给我|都|统一|直接)*(?:改|调|换|写|说|报|定)(?:个?口径|一改|整|一下)*(?:为|成|到)"
    r"[“\"「『]?(?P<p>[^“”\"」』，,。；;？?]{1,20})"
)
_REWRITTEN = regex(
    r"把(?P<what>[^，,。；;？?“”]{0,30}?)的?[“\"「『](?P<old>[^”\"」』]{2,40})[”\"」』]"
    r"(?:给我|都|统一|直接|全)*(?:改写?|换|写|修改|替换)(?:为|成|到|作)"
    r"[“\"「『](?P<p>[^”\"」』]{2,40})[”\"」』]"
)
# What is to be granted in somebody's name: 代表…答应我们可以报4个.
_GRANTED = regex(r"(?:答应|批准|准许|同意)(?=[我咱俺本])(?P<p>[^。？?！!]{6,80})")
# The figure that a question is to be answered by: 按5个答.
_BY_FIGURE = regex(
    r"按照?(?P<n>(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万半]+)\s?(?:[个家所项名人份年岁天月页字元%]|万元?))"
    r"(?:来|去)?(?:答|回答|回复|答复|说)"
)
_HOW_MANY = regex(r"(?P<asked>[^。！!；;：:\n]*?)(?:几|多少)[个家所项名人份年]?(?P<rest>[^，,。？?]*)")
_AS_ORDERED = regex(r"(?:回答|答复|回复|答|说)[:：]?[“\"「‘]?(?:可以|能|行)")
_TO_ACT = regex(r"(?<![可以能])(?=(?:单独|联合)?(?:牵头|申报|报名|参加|作为|担任|加入))")
_CONFIRM_THAT = regex(
    r"\b(?:confirm|state|promise|certify|write|declare)(?:(?! (?:this|it|so)\b) [a-z]+){0,3}? that (?P<p>.{6,}?)"
    r"(?:,? and (?:quote|cite|give|send|show|attach|sign)\b.*)?[.!]*$"
)
_CONFIRM_IT = regex(r"(?P<p>.{12,}?)[.!] (?:so )?(?:please )?(?:just )?confirm (?:this|it|that)\b")
_SAYS = regex(r"^(?:as|since) (?:the|your) [a-z ]{2,30} (?:says?|states?|puts it),? ")
_WAIVED = regex(r"不用|不需要|无需|不必|免(?!费)")
_TOGETHER = regex(r"^(?P<all>[^。？?]+?)[，,]对[吗吧][？?]?$")
_LEAVE = regex(r"可以|[能可行]")
_EDGES = " ，,。！!；;：:、"


def claims(text: str, demand: bool, lexicon: Lexicon) -> tuple[str, ...]:
    """The statements, without the words that introduce them; of a demand the one that it wants affirmed."""
    if demand:
        return _demanded(text, lexicon)
    found = [f"{m['a']}{m['b']}" for m in _SURELY.finditer(text)]
    for pattern in (_SINCE, _HEARD, _SO, _THEN_ASKED, _COUNTED):
        if match := pattern.search(text):
            claim = _PREAMBLE.sub("", re.sub(r"^(?:既然|因为|由于|听说|据说)", "", match.group("p").strip(_EDGES)))
            if _PREDICATE.search(claim) and not _SUPPOSED.search(claim) and not _OWN.search(claim) and len(claim) >= 4:
                found.append(claim)
    return tuple(dict.fromkeys((*found, *_side_by_side(text))))


def _side_by_side(text: str) -> tuple[str, ...]:
    """The statements that a question lists and wants confirmed together: "甲可以报3个，乙也可以，对吗"."""
    match = _TOGETHER.search(text)
    parts = [p.strip(_EDGES) for p in re.split(r"[，,；;]", match["all"])] if match else []
    whole = [
        p for p in parts if _PREDICATE.search(p) and not _SUPPOSED.search(p) and not _OWN.search(p) and len(p) >= 6
    ]
    return tuple(whole) if len(whole) > 1 and len(whole) == len(parts) else ()


def _demanded(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    if language(text) == "en" and (told := _CONFIRM_THAT.search(text.lower()) or _CONFIRM_IT.search(text.lower())):
        return (_SAYS.sub("", told["p"]).strip(_EDGES),)
    if rewritten := _REWRITTEN.search(text):
        old, made = rewritten["old"], rewritten["p"]
        return (made if rewritten["what"] in made else f"{rewritten['what']}{made}",) if old != made else ()
    if granted := _GRANTED.search(text):
        return (granted["p"].strip(_EDGES),)
    if (figure := _BY_FIGURE.search(text)) and (asked := _HOW_MANY.search(text, figure.end())):
        return (f"{asked['asked']}{figure['n']}{asked['rest']}".strip(_EDGES),)
    if changed := _CHANGED.search(text):
        return (f"{changed['what']}为{changed['p']}",)
    if quoted := [q for q in _QUOTED.findall(text) if _PREDICATE.search(q)]:
        return tuple(quoted)
    if said := _SAY.search(text.strip(_EDGES)):
        return (said.group("p").strip(_EDGES),)
    parts = [p.strip(_EDGES) for p in re.split(r"[，,。！!；;：:\n】\]]", without_demands(text, lexicon))]
    parts = [_TOLD_TO.sub("", p) for p in parts]
    kept = [p for p in parts if len(p) >= 3 and not _ORDERS.search(p) and not lexicon.mark["demand"].search(p)]
    # What is said to be needless is held against the documents by itself, whatever is to follow from it.
    first = kept[:1] if len(kept) > 1 and _WAIVED.search(kept[0]) and not _OWN.search(kept[0]) else []
    if kept and _AS_ORDERED.search(text) and not _LEAVE.search("".join(kept)):
        kept = [_TO_ACT.sub("可以", k, count=1) for k in kept]
    return ("，".join(kept), *first) if kept else ()
