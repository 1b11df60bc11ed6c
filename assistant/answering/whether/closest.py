"""The clause that speaks most of a yes-or-no question, told beside the rule that decided it.

A role, a figure or a day may decide by a general rule where another clause rules the very case ("高职……不得牵头"), or
lays down the very step that is said not to be ("没有……检查，对吧"): whoever asks wants to read that one too. It adds a
quote and changes no verdict.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.question.claimed import claim
from assistant.answering.sentences.rulings import rulings
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote

_COUNTS_AS = regex(r"视同|视为|(?<!不)计入")
_FORBIDS, _LETS = frozenset({"no", "refused"}), frozenset({"may", "free"})
_EXCEPTS = regex(r"除外|原则上|确因|特殊(?:情况|原因)|经[^，。；]{1,14}(?:同意|批准)")
_RELAXES = regex(r"放宽|可(?:以)?(?:延长|增加|适当)|不受|不作[^，。；]{0,10}要求|视同|除外")
_OF_A_FORM = ("row", "field", "note")
_DONE = r"(?:将|应当?|须|需|组织|进行|开展|接受|实施)[^，。；]{0,16}"
_LOOKED_AT, _STEPS = 3, 8
_HALF, _MUCH_MORE = 0.5, 0.25
_WEIGHTY = 1.0


def with_closest(scene: Scene, made: Finding) -> Finding:
    """The finding with the sentence that explains the question better than the one it rests on, where that is best of
    all or speaks the same way; as it is where it rests on several, or several programmes are asked about."""
    one = scene.chosen and len(scene.frame.named) < 2
    if made.verdict not in ("yes", "no", "conditional") or len(made.quotes) != 1 or not one:
        return made
    if step := _step_denied(scene, made):
        more = whole(step.passage)
        return replace(made, said=f"{made.said}”；“{more.text}", quotes=(*made.quotes, more))
    mine = next((f for f in scene.found if _holds(f, made.quotes[0])), None)
    explained, score, told = (mine.coverage, mine.score, mine.matched) if mine else (0.0, 0.0, frozenset[int]())
    for found in scene.found[:_LOOKED_AT]:
        if found is mine or not _tells(found) or found.coverage < max(_HALF, explained) or found.score < score:
            continue
        if all(scene.frame.terms[i].weight < _WEIGHTY for i in found.own - told):
            continue
        better = made.reason == "step" and found.coverage >= explained + _MUCH_MORE
        if (found is scene.found[0] and (explained < _HALF or better)) or _agrees(scene, made, found.passage.text):
            more = whole(found.passage)
            return replace(made, said=f"{made.said}”；“{more.text}", quotes=(*made.quotes, more))
    return made


def _holds(found: Found, quote: Quote) -> bool:
    passage = found.passage
    return passage.clause is quote.clause and passage.start <= quote.start < passage.end


def _tells(found: Found) -> bool:
    """Whether the sentence rules something in words that the question shares."""
    passage = found.passage
    in_form = passage.clause.kind in _OF_A_FORM
    return bool(found.own) and spoken(passage) and not in_form and not purposive(passage.text)


def _step_denied(scene: Scene, made: Finding) -> Found | None:
    """The sentence that has a thing done which the question, wrongly, says is not ("……将组织检查"), where the one that
    decided does not."""
    denied = "，".join(claim(scene.frame).denied) if made.verdict == "no" else ""
    things = [t for t in scene.frame.terms if t.kind in ("concept", "word") and len(t.words) > 1 and t.words in denied]
    for found in scene.found[:_STEPS] if things else ():
        done = re.compile(f"{_DONE}(?:{'|'.join(re.escape(t.words) for t in things)})")
        if _tells(found) and done.search(found.passage.text.lower()):
            return None if done.search(made.said.lower()) else found
    return None


def _agrees(scene: Scene, made: Finding, text: str) -> bool:
    """Whether the sentence speaks the way the verdict does; no to a denial lets."""
    forces = {r.force for r in rulings(text.lower())}
    lets = bool(forces & _LETS or _COUNTS_AS.search(text))
    if made.verdict == "conditional" or made.reason in ("under", "over") and _RELAXES.search(text):
        return lets or bool(_RELAXES.search(text) or _EXCEPTS.search(text))
    return bool(forces & _FORBIDS) if made.verdict == "no" and not scene.frame.denies else lets
