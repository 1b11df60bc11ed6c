"""What a sentence lets for one year only ("（2031年可适当延迟）") is not let for another."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.guideline.patterns import regex

_ONLY = regex(r"[（(](?P<year>20\d\d)年(?:度)?(?P<what>[^（()）]{0,6}可(?!行|持)[^（()）]{2,12})[)）]")
_YEAR = regex(r"(?<!\d)(20\d\d)(?=年)")
_LIKE = regex(r"(?:跟|和|与|同|像|照|按)\s?(20\d\d)年(?:度)?(?:一样|那样|同样|的办法)?")
_RUN = 2


def of_one_year(scene: Scene, kind: Mode) -> Finding | None:
    """A no to leave for another year than the one that the sentence names for it."""
    asked = scene.frame.masked
    mine = set(_YEAR.findall(_LIKE.sub("", asked)))
    if kind != "permission" or len(mine) != 1:
        return None
    for found in scene.found[:4]:
        for match in _ONLY.finditer(found.passage.text):
            what = match["what"]
            runs = {what[i : i + _RUN] for i in range(len(what) - 1)}
            if spoken(found.passage) and found.own and match["year"] not in mine and any(r in asked for r in runs):
                return finding(scene, found, "no", "contrary")
    return None
