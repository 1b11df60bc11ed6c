"""Lines that rule nothing: the boxes and heads of a form, and how somebody is reached."""

from __future__ import annotations

from assistant.answering.beyond.given import OUGHT, Given
from assistant.guideline.patterns import regex

_OF_A_FORM = ("row", "field")
_ON_A_FORM = regex(
    r"[表栏填书写选勾格框列附章签]|\b(?:forms?|fields?|fill\w*|box\w*|template|tables?|rows?|columns?|attach\w*)\b"
    r"|\b(?:seal|stamp|sign)"
)
_TICKS = regex(r"填|选|勾|\b(?:tick|select|choose|fill)")
_GAINS = regex(r"报不[了成上]|[能可]报|才能|资格|[钱款]|拿到?|领|拨|享受|补[助贴]|奖励")
_ORDERS = regex(rf"将|由|{OUGHT}|须|需(?!求)|不得|请|要(?!求|素|点)|填|不超过|以内|不少于|不低于|至少")
_HEADS = 3
_REACHED = regex(r"电\s*话\s*[:：]|传\s*真\s*[:：]")
_HANDED_IN = regex(r"报送|提交|[报递]上|算[^，,。？?]{0,8}(?:交|报)|\b(?:submit\w*|hand\w* in|appl(?:y|ied))\b")


def by_a_form(given: Given) -> bool:
    """Whether a duty is told by the heads of a table, or a gain by boxes to tick: they order and give nothing."""
    first = given.finding.quotes[0]
    if first.clause.kind not in _OF_A_FORM:
        return False
    if "□" in first.text:
        return bool(_GAINS.search(given.frame.asking_part)) and not _TICKS.search(given.frame.asking_part)
    if given.finding.reason != "must" or _ON_A_FORM.search(given.frame.text):
        return False
    return not _ORDERS.search(first.text) or len(first.text.split()) > _HEADS


def by_a_contact(given: Given) -> bool:
    """Whether something is handed in where the quotes only tell how somebody is reached."""
    return bool(_REACHED.search(given.proof)) and bool(_HANDED_IN.search(given.asked))
