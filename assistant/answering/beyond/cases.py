"""A rule for another case: of other units, of a graver fault, of the next case of a sentence, of the other of two."""

from __future__ import annotations

import re

from assistant.answering.beyond.given import LEAVE, OUGHT, Given
from assistant.answering.grounds.case_told import duty_untold
from assistant.answering.grounds.contrasts import contrasted
from assistant.answering.question.text import FUNCTION
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex
from assistant.programmes.units import taxonomy

_FITS = regex(r"符合|满足|达到")
_DUTY = regex(rf"{OUGHT}|须|(?<!如有)需(?!求)|不得|(?<!需)要(?!求|素|点)|由|\b(?:must|shall)\b")
_HELPS = regex(r"协助|帮助")
_LOSS = frozenset({"revoke", "veto"})
_LOST = regex(r"会(?:不会)?被")
_GRAVE = regex(r"违[法规]|擅自|恶意|严重|虚假|无故|拒不|整体|情节|\b(?:law|illegal\w*|serious\w*|violat\w*|fals\w*)\b")
_CASE = regex(r"的[，,]$")
_OWES = regex(rf"{OUGHT}|须|负责")
_COUNTS_AS = regex(
    r"^\s*(?P<what>[^，,。？?才要]{2,10}?)[能可以也都还]*(?:算不算|算(?![法上了数出清账得])|属不属于|属于|计入)(?!满足|符合|达标)"
    r"[^，,。？?]*[？?]?$"
)
_NAME = regex(r"[“‘《][^”’》]*[”’》]")
_TELLING = 2.0


def graver(given: Given) -> bool:
    """Whether a loss is asked about that the quotes only know for a grave fault."""
    asks = given.frame.concepts & _LOSS or _LOST.search(given.asked)
    return bool(asks and _GRAVE.search(given.proof)) and not _GRAVE.search(given.asked)


def no_duty(given: Given) -> bool:
    """Whether a duty is asked for where the quotes only list who may, or help."""
    if "obligation" not in given.frame.marks or _FITS.search(given.asked) or _DUTY.search(given.proof):
        return False
    reason = given.finding.reason
    return reason == "inside" or reason == "must" and bool(_HELPS.search(given.proof))


def of_another_duty(given: Given) -> bool:
    """Whether a duty is told that is not the one asked for ("设备非进口不可吗": 设备应满足要求)."""
    return given.finding.reason == "must" and duty_untold(given.frame, given.proof)


def of_another(given: Given) -> bool:
    """Whether the rule is told for the case of units, or of those who owe it, that the unit of the question is none of
    ("依托单位为企业的，应……": a cooperative). Of several quotes the one that tells most of what is asked has the rule,
    where it lays a duty."""
    held, things = taxonomy(), [t for t in given.frame.terms if t.kind != "unit"]

    def weight(said: str) -> float:
        return sum(t.weight for t in things if any(a in said.lower() for a, _ in t.alternatives))

    most = max((q.text for q in given.finding.quotes), key=weight)
    proof = most if _OWES.search(most) else given.proof
    mine = [u for u in given.frame.units if u.kind not in held.generic]
    for start, end in segments(proof) if mine else ():
        part = _NAME.sub("", proof[start:end])
        owes = _OWES.search(part)
        head = part if _CASE.search(part) else part[: owes.start()] if owes else ""
        ruled = [m.unit for m in held.find(head) if m.unit.kind not in held.generic]
        if ruled:
            return all(held.relation(u, r) == "outside" for u in mine for r in ruled)
    return False


def of_the_next(given: Given) -> bool:
    """Whether a telling word of the question stands only in a further case of the sentence, which has a rule of its own
    ("名称变更的，应备案；负责人变更的，应……")."""
    quote = given.finding.quotes[0]
    low, said = re.split("。", quote.clause.text[quote.end :])[0].lower(), quote.text.lower()
    cases = [low[s:e] for s, e in segments(low) if _CASE.search(low[s:e])]
    telling = [t.words.lower() for t in given.frame.terms if t.weight >= _TELLING and t.kind not in ("unit", "unknown")]
    return any(w not in said and any(w in c for c in cases) for w in telling)


def of_another_thing(given: Given) -> bool:
    """Whether something is asked to count as another ("二手设备算投入吗") of which a part stands in no known word and in
    no quote."""
    frame = given.frame
    asked = _COUNTS_AS.search(frame.masked)
    if asked is None:
        return False
    unread = [i for i in range(*asked.span("what")) if i in frame.unread()]
    beside = [frame.masked[i : i + 2] for i in unread if i + 1 in unread]
    return any(FUNCTION.isdisjoint(pair) and pair not in given.proof for pair in beside)


def for_the_other(given: Given) -> bool:
    """Whether the part of the quotes that gives leave gives it for the other of two ("首次……可以吗": 再次……可以)."""
    proof = given.proof
    leaves = (proof[s:e].lower() for s, e in segments(proof) if LEAVE.search(proof[s:e]))
    return any(contrasted(given.asked, part) for part in leaves)
