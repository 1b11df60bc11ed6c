"""A thing of a kind that is asked about ("要建实训基地吗"), and sentences that only share the words before its noun."""

from __future__ import annotations

import re

from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex

_ASKED = regex(
    r"(?:建设?|设立?|有|配备?|成立|搭建|组建|打造|自己的|单独的|独立的|专门的|固定的)[^，,。；;？?的]{0,10}?"
    r"(?P<thing>[一-鿿]{2}(?P<noun>基地|中心|平台|工作室|实验室|车间|联盟|园区|展厅|机房|食堂|宿舍))(?:吗|么|嘛|吧|呢|不|才|[，,。？?]|$)"
)
_NEAR = 6  # characters between what the thing is for and its noun


def another_thing(scene: Scene, text: str) -> bool:
    """Whether a thing of a kind is asked about, and the sentence has only the word before its noun."""
    asked = _ASKED.search(scene.frame.masked)
    if asked is None or asked["thing"] in text:
        return False
    words = {asked["thing"][:2]}
    words |= {a for t in scene.frame.terms if t.words.endswith(asked["thing"][:2]) for a, _ in t.alternatives}
    return not any(re.search(rf"{re.escape(w)}[^，,。；;]{{0,{_NEAR}}}{asked['noun']}", text) for w in words)
