"""Re-derives polarity and figures from the quotes alone; any disagreement downgrades."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.beyond.adds import adds
from assistant.answering.beyond.given import LEAVE
from assistant.answering.grounds.case_told import hardly_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.question.frame import Frame
from assistant.answering.question.text import pairs
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.programmes.units import taxonomy

_PROHIBIT = regex(r"不得|严禁|禁止|不予受理|不接受")
_TO_LEAD = regex(r"(?:不得|不能|不可以?|禁止)(?:单独)?(?:作为|担任)?(?:牵头|主申报)")  # nothing to who only joins
# What may be done once somebody has agreed is not simply allowed.
_LEAVE_NEEDED = regex(r"经[^，。；]{0,20}(?:同意|批准|核准|核定|许可|审批|审核通过)[，,后]")
_LEAVE = regex(r"同意|批准|核准|核定|许可|审批|审核|\b(?:approv|consent|permission|permit)")
# What some are given on conditions is not given to all who do the thing ("投资都能抵免").
_FOR_SOME = regex(r"符合[^，。；]{2,20}的[，,]|对(?:于)?[^，。；]{2,30}的[^，。；]{2,10}[，,]|酌情|视情|择优")
_TERMS = regex(
    r"[，,；;]\s*(?:但|并|且|同时)*(?P<case>[^，,。；;]{0,10}?)(?:的)?(?:必须|须|应当?(?!用)|需(?!求|要时))[^，,。；;]*"
)
_BARRED = frozenset({"prohibited", "over", "under"})
_BUT = regex(r"(?:但|[（(])(?P<case>[^，。；（）()]{2,24}?)的?除外")
_SHOWN = regex(r"公示|挂网|挂出来|\bpublic notice\b|\bpubli(?:city|cised)\b")
_HAS_BEEN_SHOWN = regex(r"(?:公示|挂网|挂出来)(?:期|的?时间)?(?:一?[完过满]|结束|[之以]?后|到期)")
_OBJECTS = regex(r"异议|意见|反对|申诉|\bobject")
_ALL = regex(r"(?<![一两三])都(?=能|可以|会|有|给|算|要)|全部?(?=能|可以|会)|所有|凡是|一概|统统|\b(?:all|every|any)\b")


def verified(finding: Finding, frame: Frame) -> Finding:
    """The finding, or a weaker one: a yes needs a quote, no prohibition in it that the question does not
    share, and every figure said must stand in a quote."""
    if finding.silent:
        return finding
    if not finding.quotes:
        return replace(finding, outcome="not_specified", verdict="not_specified" if finding.verdict else None)
    proof = " ".join(q.text for q in finding.quotes)
    if finding.verdict == "yes" and frame.whether and adds(frame, finding):
        return finding.undecided()
    if finding.verdict == "yes" and frame.whether and finding.reason not in ("passed", "prohibited"):
        forbidden = _PROHIBIT.search(_TO_LEAD.sub("", proof) if frame.role in ("joint", "member") else proof)
        if forbidden and forbidden.group() not in frame.masked and "negated" not in frame.marks and not frame.denies:
            return replace(finding, verdict="conditional")
        if _unless_objected(frame, proof):
            return replace(finding, verdict="conditional")
        if _universal(frame) and _FOR_SOME.search(proof):
            return replace(finding, verdict="conditional")
        if "permission" in frame.marks and _LEAVE_NEEDED.search(proof) and not _LEAVE.search(frame.masked):
            return replace(finding, verdict="conditional")
        if "permission" in frame.marks and (whole := _with_its_terms(finding.quotes[0])):
            said = finding.said.replace(finding.quotes[0].text, whole.text)
            return replace(finding, verdict="conditional", said=said, quotes=(whole, *finding.quotes[1:]))
    if finding.verdict == "no" and frame.whether and _depends(finding, frame, proof):
        return replace(finding, verdict="conditional")
    figures = re.findall(r"\d+(?:\.\d+)?", finding.said)
    if finding.reason != "computed" and any(not _stands(f, proof) for f in figures):
        return replace(finding, outcome="partial")
    return finding


def _with_its_terms(quote: Quote) -> Quote | None:
    """The quote with the terms of its leave, where it was cut off before them ("可租用或与他人共用，共用的须……")."""
    text = quote.clause.text
    terms = _TERMS.match(text, quote.end)
    leave = LEAVE.search(quote.text)
    if not terms or not leave:
        return None
    case, given = terms["case"], quote.text[leave.end() :]
    held = any(p in given for p in pairs(case))
    return span(quote.clause, quote.start, terms.end()) if held or not case else None


def _unless_objected(frame: Frame, proof: str) -> bool:
    """Whether what is asked comes only where nobody objects, of which the question tells nothing ("公示完就算认定？"): the
    list is told as having been shown, or what is asked stands behind the condition alone."""
    shown, sep, then = proof.lower().partition("无异议")
    if not sep or _OBJECTS.search(frame.masked):
        return False
    telling = [t for t in frame.terms if t.weight >= 1.0 and t.kind != "unit"]
    words = ({t.words, *(a for a, _ in t.alternatives)} for t in telling)
    behind = any(any(w in then for w in some) and not any(w in shown for w in some) for some in words)
    return behind or bool(_HAS_BEEN_SHOWN.search(frame.masked))


def _depends(finding: Finding, frame: Frame, proof: str) -> bool:
    """Whether a no holds but for a case that the question leaves open: of who is let off, of nobody objecting."""
    if finding.reason == "step":
        return bool(_SHOWN.search(frame.masked)) and _unless_objected(frame, proof)
    return finding.reason in _BARRED and _but_some(frame, finding.quotes[0])


def _but_some(frame: Frame, quote: Quote) -> bool:
    """Whether what bars goes on with whom it does not bar ("不得高于15%（引用除外）"), of which the question tells
    nothing."""
    rest = re.split("[。；]", quote.clause.text[quote.start :])[0]
    held = taxonomy()
    mine = [u for u in frame.units if u.kind not in held.generic]
    for case in (m["case"] for m in _BUT.finditer(rest)):
        saved = [m.unit for m in held.find(case) if m.unit.kind not in held.generic]
        others = mine and saved and all(held.relation(u, s) == "outside" for u in mine for s in saved)
        if not others and hardly_told(frame, case):
            return True
    return False


def _universal(frame: Frame) -> bool:
    """Whether the question says "all" of whom a leave or a right is asked for."""
    return bool(_ALL.search(frame.masked))


def _stands(figure: str, proof: str) -> bool:
    """Whether the figure stands in the quotes as a whole, not as part of another."""
    return bool(re.search(rf"(?<![\d.]){re.escape(figure)}(?!\d|\.\d)", proof))
