"""A case supposed after a yes-or-no question on another ("那要是没进名单呢？"): the question asked again of that case."""

from __future__ import annotations

import re

from assistant.answering.question.text import pairs
from assistant.guideline.patterns import regex
from assistant.programmes.quantities import find_quantities

_SUPPOSES = regex(
    r"^(?:那么?|哦|嗯)?[，,]?\s*(?:要是|如果|假如|倘若|若是|万一|换成?(?!证|发|届|了))|[，,](?:要是|如果|换成|换到|换个)"
)
_OF_ANOTHER = regex(r"^那(?![么些])[^，,？?]{1,20}\d")  # 那我爸62岁，……呢
_LEADS_IN = regex(r"^(?:那么?|哦|嗯)?[，,]?\s*(?:要是|如果|假如|倘若|若是|万一)?(?:换成?(?:是|了)?)?(?:是|说)?")
_AS_BEFORE = regex(r"^(?:还是|仍然?|也是|同样|一样|照旧)")
_TAIL = regex(r"(?:呢|的话)?[？?。！!\s]*$")
_ASKS_AGAIN = regex(
    r"^(?:那|这样|这|还|也|就|算|是)*(?:能|可以|够|行|成|合格|达标|符合|过关|允许)?(?:报|申报)?(?:不行|不够|不能)?[吗吧么不没嘛了]*$"
)
_OPEN = regex(r"什么|啥|哪|谁|几[个份天年家]|多少|多久|怎么|何时|分别")
_NONE_AT_ALL = regex(r"(?:什么|啥)[^，,？?]{0,8}[都也][没不]")
_WHETHER = regex(r"(?:吗|吧|不|么|嘛|没有?|行不行|能不能|可不可以|够不够|合不合[^，,？?]*|达不达标)[？?\s]*$")
_MODAL = regex(r"(?:还|也|就|都)?(?:能不能|可不可以|能|可以|够|算|要|符合|达|行|得)")
_LITTLE = 2  # characters beside a figure that tell nothing of their own
_PARTS = regex(r"[，,；;。]")


def supposed(text: str, before: str) -> str:
    """The question before put again of the case that `text` supposes: what `text` tells anew takes the place of what
    was told of the same; `text` as it is where it supposes nothing, asks something of its own, or followed no
    yes-or-no question."""
    if not (_SUPPOSES.search(text) or _OF_ANOTHER.search(text)) or _OPEN.search(_NONE_AT_ALL.sub("", text)):
        return text
    said = [p.strip() for p in _PARTS.split(before.strip()) if p.strip()]
    if not said or not _WHETHER.search(said[-1]) or _OPEN.search(before):
        return text
    *told, asked = said
    case = [c for p in _PARTS.split(text) if (c := _TAIL.sub("", _LEADS_IN.sub("", p.strip()))) and not _again(c)]
    new = [c for c in case if not _AS_BEFORE.match(c)]
    if not new or not (told or find_quantities(asked)):
        return text
    told, new = _refigured(told, new)
    kept = [t for t in told if not any(_replaces(c, t) for c in new)]
    figures = [(c, q) for c in new for q in find_quantities(c)]
    old = [q for q in find_quantities(asked) if any(q.unit == f.unit for _, f in figures)]
    if len(new) == len(figures) == len(old) == 1:
        (told_anew, figure), (at,) = figures[0], old
        return "，".join([*kept, asked[: at.start] + told_anew[figure.start : figure.end] + asked[at.end :]])
    if old and (modal := _MODAL.search(asked)):
        asked = asked[modal.start() :]
    return "，".join([*kept, *new, asked])


def _refigured(told: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """What was told with a figure that is told anew alone in its place, and what else is told anew."""
    rest = []
    for case in new:
        figures = find_quantities(case)
        alone = len(figures) == 1 and len(case) - (figures[0].end - figures[0].start) < _LITTLE
        same = [(t, q) for t in told for q in find_quantities(t) if figures and q.unit == figures[0].unit]
        if alone and len(same) == 1:
            (old, at), words = same[0], case[figures[0].start : figures[0].end]
            told = [old[: at.start] + words + old[at.end :] if t is old else t for t in told]
        else:
            rest.append(case)
    return told, rest


def _again(words: str) -> bool:
    """Whether the words only ask once more ("还够吗")."""
    return bool(_ASKS_AGAIN.match(words)) and bool(re.search(r"[吗吧么不没嘛]$", words))


def _replaces(case: str, told: str) -> bool:
    """Whether what is told anew is told of the same as what was told: in the same unit, or in a word of it."""
    units = {q.unit for q in find_quantities(case)} & {q.unit for q in find_quantities(told)}
    return bool(units) or bool(_words(case) & _words(told))


def _words(text: str) -> frozenset[str]:
    return frozenset(p for p in pairs(text) if not re.search(r"[的了在是有没我们里个这那些都也]", p))
