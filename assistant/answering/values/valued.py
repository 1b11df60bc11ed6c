"""Questions for values: what the documents tell, what they waive, and what the question wrongly takes for granted."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.grounds.case_told import case_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene, quantities_in, spoken
from assistant.answering.question.asked_units import asked_unit
from assistant.answering.sentences.spans import whole
from assistant.answering.values.limits import limits
from assistant.answering.values.parallel import of_each
from assistant.answering.values.tell import joined
from assistant.answering.values.values import asked_on_terms, value, wanted
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span

_LEAST = 0.42
_ASKS_ITSELF = regex(r"多少|几(?!乎)|多[久长大高远]|何时|什么时候|哪|\b(?:how (?:much|many|long)|when|where)\b")
_OF_MONEY = regex(r"补[助贴]|资金|经费|费用?|资助|配套|支出|投入|奖|款|成本|价")
_MOSTLY = 0.6  # of what asks how much money, where a share of it alone is told ("不超过补助总额的40%")
_BESIDE = regex(r"[，,、；;还各]|分别|以及|\band\b")
_TIMES = frozenset({"duration", "characters"})
_CLAUSE = 130  # characters of a clause that is told whole
_MONEY = frozenset({"funding", "fee", "self_funded", "support", "investment"})


def corrected(scene: Scene) -> Finding | None:
    """The value that contradicts the one taken for granted in a question that asks for more ("不是有10个吗，能分几个？")."""
    if "presuppose" not in scene.frame.marks or not scene.frame.asks & {"how_many", "when"}:
        return None
    made = values(scene)
    return replace(made, verdict="no", reason="contrary") if made and contradicts(scene, made) else None


def contradicts(scene: Scene, made: Finding) -> bool:
    """Whether the question takes for granted a year, or an exact number of the same unit, other than what is told."""
    if "presuppose" not in scene.frame.marks:
        return False
    told, held = (set(re.findall(r"20\d\d", text)) for text in (scene.frame.masked, made.said))
    if told and held and not told & held:
        return True
    given = [q for q in scene.frame.quantities if q.interval.exact]
    found = quantities_in(made.said)
    alike = {q.interval: [f.interval for f in found if f.dimension == q.dimension] for q in given}
    return any(others and interval not in others for interval, others in alike.items())


def waived(scene: Scene) -> Finding | None:
    """The sentence that says there is no such value ("不需报送纸质材料", "自筹资金")."""
    for found in scene.found[:6]:
        told = _WAIVED.search(found.passage.text)
        if told and found.coverage >= 0.3 and found.own and "□" not in found.passage.text:
            case = _OF_A_CASE.search(found.passage.text[: told.start()])
            if case and not case_told(scene, case["case"]):
                continue
            if "自筹" in found.passage.text and not scene.frame.concepts & _MONEY:
                continue
            paid = scene.frame.concepts & {"funding"} and "自筹" in found.passage.text
            return finding(scene, found, "no" if paid else None, "contrary" if paid else "")
    return _always(scene)


def _always(scene: Scene) -> Finding | None:
    """That applications are taken all the year, where a deadline is asked about and none is set; a day that the
    question takes for one is denied."""
    if "deadline" not in scene.frame.concepts or any(s.attribute == "deadline" for s in scene.statements):
        return None
    own = (p for p in scene.index.passages if scene.programme in p.programmes)
    passage = next((p for p in own if _ALWAYS.search(p.text)), None)
    if passage is None or not scene.chosen:
        return None
    quote, denied = whole(passage), bool(scene.frame.days)
    return Finding(
        scene.programme, "answered", "no" if denied else None, quote.text, (quote,), "contrary" if denied else "",
        score=6.0, coverage=0.6,
    )  # fmt: skip


_ALWAYS = regex(r"(?:常年|全年|随时|长期)(?:受理|接收|接受|开放|组织|申报|可)|不设.{0,4}截止")
_OF_A_CASE = regex(r"(?P<case>[^，。；：]{4,}的)[一-鿿]{0,4}[，,]$")  # the waiver is for those alone
_WAIVED = regex(r"不需|无需|不用|免于|不设|常年|随时|不限(?!于)|不再|无纸化|自筹")


def values(scene: Scene) -> Finding | None:
    """The values the question calls for; several kinds joined where it asks for them side by side."""
    found: list[Finding] = []
    kinds = wanted(scene)
    counted = asked_unit(scene.frame.masked)
    if counted and counted[1] in _TIMES and counted[1] in kinds and not _BESIDE.search(scene.frame.masked):
        kinds = (counted[1],)  # how long is answered by no number of things
    for kind in kinds:
        least = _LEAST if len(kinds) == 1 else 0.25
        made = (limits(scene) if kind == "characters" else None) or value(scene, kind, least)
        made = of_each(scene, made, kind) if made else None
        if made and all(q not in f.quotes for f in found for q in made.quotes):
            found.append(made)
        if made and not _BESIDE.search(scene.frame.masked):
            break
    if not found:
        share = value(scene, "ratio", _MOSTLY) if kinds == ("money",) else None
        return share if share and _OF_MONEY.search(share.quotes[0].text) else None
    return found[0] if len(found) == 1 else joined(found[0], found[1])


def asked_on(scene: Scene) -> Finding | None:
    """What is told of the case that a follow-up asks on to, where it has no value of the kind asked before."""
    terms = asked_on_terms(scene, set())
    words = [scene.frame.terms[i].words for i in terms]
    near = [f for f in scene.found[:6] if terms and terms <= f.own and spoken(f.passage)]
    near = [f for f in near if not any(_listed(w, f.passage.text) for w in words)]
    found = next((f for f in near if any(f"{w}的" in f.passage.text for w in words)), next(iter(near), None))
    if found is None:
        return None
    clause = found.passage.clause
    quote = span(clause, 0, len(clause.text)) if len(clause.text) <= _CLAUSE else whole(found.passage)
    if _ASKS_ITSELF.search(scene.frame.masked) and not quantities_in(quote.text):
        return None
    return Finding(scene.programme, "answered", None, quote.text, (quote,), score=found.score, coverage=found.coverage)


def _listed(word: str, text: str) -> bool:
    """Whether the word only stands in a list ("优秀、良好、合格、不合格四档"): nothing is ruled on it there."""
    return bool(re.search(rf"、{re.escape(word)}|{re.escape(word)}、", text))
