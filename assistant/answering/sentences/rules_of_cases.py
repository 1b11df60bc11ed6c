"""Sentences read as rules on a case: "X的，Y", "对X的取消Y", and the items of "有下列情形之一的，Y"."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex

_OF_ALL = regex(
    r"(?:下列|以下)[^，,：:]{0,6}(?:情形|情况|行为|问题|条件)(?:之一)?(?:的|时|者)?[，,](?P<then>[^：:]+)[:：]?$"
)
_AT_ONCE = regex(
    r"(?:对|凡|因)?(?P<if>[^，,。；;：:]{2,30}?)(?:的|者)(?P<then>(?:取消|撤销|终止|中止|暂停|收回|追回|停止|予以|给予|不予|不得|限期"
    r"|通报|依法|一律|自动)[^，,。；;]*)"
)
_IF = regex(r"(?:的|者)[，,]$")
_SUPPOSED = regex(
    r"如(?:有|果|出现|存在|发生)(?:出现|存在|发生)?(?!需要|必要|变|不明|疑问|条件|特殊)(?P<if>[^，,]{2,24})[，,]"
    r"(?:一经[^，,]{2,6}[，,])?(?P<then>[^，,；;。]{4,})[。；;]?$"
)
_NUMBERED = regex(r"^\W*(?:第[一二三四五六七八九十百\d]+条|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens (`then`) to whoever is in the case (`case`); `supposed` where the sentence tells it as one that may
    come about ("如有X，一经查实，Y")."""

    case: str
    then: str
    supposed: bool = False


def rules_in(passage: Passage) -> list[Rule]:
    """The rules that the sentence lays down for a case, in order."""
    text = _NUMBERED.sub("", passage.text)
    if listed := _OF_ALL.search(passage.rule):
        return [Rule(text.strip("；;。，, "), listed["then"])]
    made = [Rule(m["if"], m["then"]) for m in _AT_ONCE.finditer(text)]
    made += [Rule(m["if"], m["then"], supposed=True) for m in _SUPPOSED.finditer(text)]
    parts = [text[s:e] for s, e in segments(text)]
    case: list[str] = []
    then: list[str] = []
    for part in parts:
        if _IF.search(part):
            if case and then:
                made.append(Rule("".join(case), "".join(then)))
                case, then = [], []
            case.append(part)
            then = []
        elif case and _AT_ONCE.search(part):
            if then:
                made.append(Rule("".join(case), "".join(then)))
            case, then = (
                [],
                [],
            )  # a further case: what follows is not laid down for the first ("整改后仍不合格的撤销……")
        else:
            then.append(part)
    if case and then:
        made.append(Rule("".join(case), "".join(then)))
    return made
