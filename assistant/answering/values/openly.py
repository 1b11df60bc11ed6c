"""Open questions: the course, the papers, a list, an enumeration or a plain sentence, whichever explains most."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.values.asked_head import head_unspoken
from assistant.answering.values.lists import asked_number, children_list, enumeration, grouped_fields
from assistant.answering.values.one_paper import one_paper
from assistant.answering.values.papers import all_papers, of_papers, papers
from assistant.answering.values.stages import stages
from assistant.answering.values.tell import tell
from assistant.guideline.patterns import regex

_PARTS = regex(r"(?:写|填|分|分为|包括|包含|由)哪?[几些](?:块|部分|方面|项内容|章|点)")
_WHY = regex(r"为什么|为何|为啥|目的|意义|依据|根据|背景|初衷|精神|\b(?:why|purpose|aim|background|basis|based)\b")
_PREAMBLE = regex(
    r"\W*(?:为\s?(?:了|进一步|认真|深入|全面|积极|切实|更好|贯彻|推动|加快|落实|加强|促进|充分|引导)|根据|依据)"
)
_SEVERAL = regex(r"[、；]|[一-鿿][和与及以][一-鿿]|[：:].")
_LEAST = 0.5
_UNNAMED = 0.7  # of a question that names no programme a heading has to say most


def told_openly(scene: Scene) -> Finding | None:
    """What explains most; why a call was made answers no question that names no programme, unless it asks for that."""
    made = _told(scene)
    if made and not scene.chosen and _PREAMBLE.match(made.quotes[0].text) and not _WHY.search(scene.frame.masked):
        return None
    return made


def _told(scene: Scene) -> Finding | None:
    """List-like questions weigh headings against enumerations against plain sentences."""
    asks = scene.frame.asks
    if not scene.chosen and not scene.found:
        return None
    if head_unspoken(scene):
        return None
    told = tell(scene, _LEAST)
    if told and _PARTS.search(scene.frame.masked) and not _SEVERAL.search(told.said):
        told = None  # the duty to write a paper is no list of its parts
    if made := one_paper(scene) or stages(scene) or papers(scene):
        return made
    if (
        not asks & {"list", "how"}
        and not asked_number(scene.frame.masked)
        and not scene.frame.concepts
        & {
            "process",
            "materials",
            "task",
            "content",
            "report_outline",
            "monitor",
        }
    ):
        return told
    if told and ("who" in asks or "how" in asks and "process" not in scene.frame.concepts):
        return told
    listed = children_list(scene, _LEAST if scene.chosen else _UNNAMED)
    if listed and all_papers(scene) and of_papers(listed.quotes[0].clause):
        return listed
    if told and listed and _one_of(told, listed):
        listed = None
    enumerated = enumeration(scene, _LEAST)
    options = [
        o
        for o in (
            listed,
            grouped_fields(scene, _LEAST),
            None if told and enumerated and _parallel(told, enumerated) else enumerated,
            told,
        )
        if o
    ]
    return max(options, key=lambda f: f.score + 2.0 * f.coverage) if options else None


def _parallel(told: Finding, enumerated: Finding) -> bool:
    """Whether the enumeration is one of the sentences that stand side by side in what is told."""
    return enumerated.said in told.said and told.quotes[0].text.count("；") > 1


def _one_of(told: Finding, listed: Finding) -> bool:
    """Whether one item of the list speaks of what the list's heading leaves open: then that item answers."""
    items = {q.clause.id for q in listed.quotes}
    return told.quotes[0].clause.id in items and told.coverage > listed.coverage + 0.05
