"""What a yes-or-no question claims, part by part: what it says is so, and what it says is not ("是不是没有整改机会了")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.question.focusing import TAG
from assistant.answering.question.frame import CONFIRM, Frame
from assistant.guideline.patterns import regex

_A_NOT_A = regex(r"([一-鿿])[不没]\1|有没有|是否|(?<=[一-鿿]了)没(?=$|[，,？?。])|(?<=[一-鿿]了)没有(?=$|[，,？?。])")
_PARTS = regex(r"[，,；;。？?！!]|\.\s")
# What only says how sure it is claims nothing of its own.
_SURE = regex(
    r"\s*(?:这个?|也|就|都|还|更|总|是|肯定|一定)*"
    r"(?:(?:免|少|跑|逃|躲|避)不[了掉开过]|没有?(?:例外|商量|变通|错|问题|关系))[的了吧吗]*\s*"
)
NO_EXCEPTION = regex(r"没有?(?:任何)?(?:例外|商量|变通|余地)|一律|一概|统统|\bno exceptions?\b")
NO_LIMIT = regex(r"(?P<what>[一-鿿]{2})(?:没有?|无|不[作设])(?:任何|什么|特别|具体|硬性)*(?:限制|要求|规定|门槛)")
_BOUND = r"(?:能|得|可以?|会|应)?(?:超(?!级|高|大)|超出|少于|低于|多于|高于|大于|小于|早于|晚于|足|满|到(?=\d))"
_NOT = regex(
    rf"(?<![差免少])(?:不(?:是|会|用|需要?(?!求)|必|要求|给|让|可以?|得(?!不)|许|准|能(?!不)|再)?(?!{_BOUND})"
    r"|没(?:有|法)?(?!错|问题|满|到|超|准备|想)|无[需法]|(?<!避)免(?!不了|费))"
)
_NO_DENIAL = regex(
    r"(?:免|少|跑|逃|躲|避)不[了掉开过]|必?不可(?:或缺|缺少|缺|少)|缺一不可|(?<=[一-鿿])不(?=[下完起出动着齐全清上来])(?!上报|上传|出具|出席)"
    r"|不(?=是(?!必须|强制|一定|非|硬性)|过|仅|光|但|管|论|只|止|同|合格|通过|一致|够|不|了|少(?!于)|错|能不|得不)|没(?=错|问题|关系|通过|合格)"
    r"|\b(?:isn't|doesn't|don't|aren't|won't|"
    r"can't|wasn't|hasn't) (?:it|they|that|there|we|he|she)\b|isn't it (?:so|true)(?: that)?|\bnot only\b"
)
_NOT_EN = regex(r"\b(?:not|never|cannot|no longer|nobody|exempt)\b|n't\b")
_GOES_ON = regex(
    r"的\s*(?=[一-鿿\s]{0,14}(?:(?<![机协工学])会|(?<![需重主])要|(?<![获取])得|须"
    r"|(?<![技功智])能|可|也|都|就|算|必))|(?:就|也|都|便|仍|照样|还(?!没|是不))(?=[一-鿿]{2})"
    r"|(?<![机协工学])会(?!议|员|计)(?=[一-鿿]{2})|要被|将被"
)
_LEADS_ON = regex(r"的|就|也|便|则")
_WAY = regex(r"(?:就|也|都)?(?:可以|行|能|成|没问题|没关系|没什么|够|算)[^，,。]{0,8}$")
_OWN = regex(r"^\s*(?:那|既然|因为|反正|虽然)?(?:我们?|咱们?|俺们?|本[校院司单]|贵|公司|学校|\b(?:we|our|i|my)\b)")
_CASE = regex(r"(?:的|时|者|以后|之后|后|前)\s*$")


@dataclass(frozen=True, slots=True)
class Claim:
    """`parts` are the comma segments that claim something, the last of them from `start` on in the masked text;
    `denied` is what of them is said not to be."""

    parts: tuple[str, ...]
    denied: tuple[str, ...]
    start: int

    @property
    def last(self) -> str:
        """What is claimed last: that which is to be confirmed."""
        return self.parts[-1] if self.parts else ""


def claim(frame: Frame) -> Claim:
    """The claim of a question, without tags, words of certainty and what whoever asks tells of itself. What is asked
    openly ("……，能报吗") claims nothing before its last part."""
    asked = _A_NOT_A.sub(_blank, frame.masked)
    parts = [p for p in _PARTS.split(asked) if p.strip(" 　")]
    parts = [p for p in parts if not TAG.fullmatch(p) and not _SURE.fullmatch(p)]
    last = parts[-1:]
    if CONFIRM.search(frame.masked):
        parts = [p for p in parts[:-1] if not _CASE.search(p) and not _OWN.search(p)] + last
    else:
        parts = last
    start = asked.rfind(last[0]) if last else 0
    return Claim(tuple(parts), tuple(run for p in parts for run in _denied(p)), start)


def _denied(part: str) -> list[str]:
    """What the part says is not so; what it only tells as a case ("没有提交视频的会……", "不提供住宿就……") is none."""
    bare = _NO_DENIAL.sub(_blank, part)
    if match := next(iter(_NOT_EN.finditer(bare)), None):
        return [part[match.end() :]]
    told = list(_NOT.finditer(bare))
    if not told or len(told) > 1 and _LEADS_ON.search(bare[told[-2].end() : told[-1].start()]):
        return []  # 没有甲的不能乙: what is claimed is that one cannot do without it
    rest = part[told[-1].end() :]
    return [rest] if not _GOES_ON.search(rest) or _WAY.search(rest) else []


def _blank(match: re.Match[str]) -> str:
    return "　" * len(match.group())
