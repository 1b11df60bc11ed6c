"""The steps before or after a stage that the question names ("初选过后还有哪些步骤"): the items of the procedure on
that side of it, each with its first sentences."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.text import pairs
from assistant.answering.values.stages import course, opening
from assistant.guideline.patterns import regex

_AFTER = regex(r"(?P<stage>[^，,。；？?\s]{2,12}?)(?:通过|合格|结束|完成|完|过)?了?(?:之后|以后|后(?=[，,还再又要]))")
_BEFORE = regex(r"(?P<stage>[^，,。；？?\s]{2,12}?)(?:之前|以前|前(?=[，,还要得需先]))")
_STEPS = regex(
    r"哪(?:些|几|[两三四])[^，,。？?]{0,3}(?:步|程序|流程|环节|关|手续)|几(?:步|道|关)|(?:步骤|程序|流程)是|还[要得需]要?(?:再)?(?:经过?|走|过|做|办)(?:什么|哪些)"
)
_LONGEST = 420  # characters told


def steps_beyond(scene: Scene) -> Finding | None:
    """The steps on one side of the stage named; None where none is, or the stage stands at the end."""
    asked = scene.frame.masked
    if not scene.chosen or scene.frame.whether or not _STEPS.search(asked):
        return None
    after, before = _AFTER.search(asked), _BEFORE.search(asked)
    if (after is None) == (before is None):
        return None
    items = course(scene)
    named = set(pairs((after or before)["stage"]))  # type: ignore[index]
    at = [i for i, c in enumerate(items) if named & set(pairs(re.sub(r"\W", "", c.heading)))]
    if len(at) != 1:
        return None
    kept = items[at[0] + 1 :] if after else items[: at[0]]
    quotes = tuple(opening(c) for c in kept)
    said = "；".join(q.text.rstrip("；;。") for q in quotes)
    if not quotes or len(said) > _LONGEST:
        return None
    return Finding(scene.programme, "answered", None, said, quotes, score=12.0, coverage=0.9)
