"""What follows where something is left undone or done late ("不交会怎么样"): a rule on that case, never the duty alone."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.sentences.rules_of_cases import rules_in
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_UNDONE = r"(?:不|没|未|晚|迟|漏|逾期|错过|超期|忘)"
_ASKED = regex(
    _UNDONE + r"[^，,。；;？?]{0,14}?[，,]?(?:会|要|有|得|将)?(?:是)?(?:怎么样|怎样|咋样|咋整|咋处理|怎么处理|怎么罚"
    r"|(?:什么|啥|哪些|何种?)(?:后果|影响|处罚|惩罚|说法))|\bwhat (?:happens|follows) if\b[^?]*\b(?:not|late|miss\w*|fail\w*)\b"
)
_ELSE = regex(r"几|多少|多久|多长|哪|谁|什么|啥|怎么|如何|\b(?:when|who|where|which|how)\b")
_CASE = regex(r"不(?!少于|低于|超过|限|同)|未|没|无|拒|逾期|迟|缺|漏")
_WEIGHTY = 0.8


def asks_what_follows(scene: Scene) -> bool:
    """Whether the consequence of something undone or late is asked for, and nothing else."""
    rest, asked = _ASKED.subn("", scene.frame.masked)
    return not scene.frame.whether and bool(asked) and not _ELSE.search(rest)


def what_follows(scene: Scene) -> Finding | None:
    """The rule on a case that denies what the question speaks of; None where no document lays down one."""
    named = [t for t in scene.frame.terms if t.weight >= _WEIGHTY and t.kind != "unit"]
    for found in scene.found[:20]:
        if not spoken(found.passage):
            continue
        for rule in rules_in(found.passage):
            case = rule.case.lower()
            told = [t for t in named if any(a in case for a, f in t.alternatives if f >= 0.75)]
            if _CASE.search(case) and told:
                return finding(scene, found, None, "", whole(found.passage))
    return None
