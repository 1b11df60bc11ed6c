"""What a sentence that eases something else holds fast: "户数可以放宽至150户，但一户一表不得放宽"."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_HELD = regex(
    r"[，,；;]\s*(?:但|其中)?(?P<what>[^，,。；;（）()]{2,14}?)(?:均|一律|也)?"
    r"(?:(?:不得|不予|不能|不可|不再|不)(?:放宽|降低|减免|调整)|(?:保持)?不变)"
)
_EASED = regex(r"放宽|降至|降低至|延长|提高至|减免")
# Leave to be below, or what is told to be lacking.
_ASKS = regex(r"通融|放宽|宽限|放低|降低|降一|免|例外|将就|没|未|不够|不足|不到|差|缺|只有|才")
_SEGMENT = regex(r"[，,。；;？?！!]")
_LOOKED_AT = 8


def held_fast(scene: Scene) -> Finding | None:
    """That it may not be, where what the question says is lacking is held fast by the sentence that eases another thing
    beside it; None where no sentence holds it fast."""
    parts = [p for p in _SEGMENT.split(scene.frame.masked) if _ASKS.search(p)]
    if not parts or scene.frame.denies or "permission" not in scene.frame.marks and not scene.frame.whether:
        return None
    for found in scene.found[:_LOOKED_AT]:
        for held in _HELD.finditer(found.passage.text):
            eased = _EASED.search(found.passage.text[: held.start()])
            if eased and any(_lacking(scene, found, held["what"], part) for part in parts):
                return finding(scene, found, "no", "prohibited", whole(found.passage))
    return None


def _lacking(scene: Scene, found: Found, what: str, part: str) -> bool:
    """Whether the part of the question speaks of what is held fast in its own words, all telling ones of them."""
    words = [t.words for i, t in enumerate(scene.frame.terms) if i in found.own and t.words in part and t.weight >= 1.0]
    plain = re.sub(r"(?:要求|标准|条件|指标)$", "", what.lower())
    return plain in part or any(len(w) > 1 and w in plain and 2 * len(w) > len(plain) for w in words)
