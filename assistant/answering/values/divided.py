"""Into which kinds or sorts a programme is divided ("有几种", "分哪几类"), where nothing else is asked."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_ASKED = regex(
    r"(?:一共|总共|都|又)?(?:分(?:为|成)?|有|设|包括|包含)(?:了)?(?:哪?几|多少|哪些|什么|啥)个?大?(?:种类?|类[型别]?|型)"
    r"|\b(?:how many|what|which) (?:types|kinds|sorts|categories)\b(?: (?:are|is) there| does it have)?(?: of)?"
)
_DIVIDES = regex(r"分(?:为|成)|包括|包含|设(?:置|立)?[一-鿿]{0,4}[类种型]")
_REST = regex(r"[\s，,。？?！!的了呢啊呀吗是请问]|\b(?:the|of|are|is|there)\b")


def divided(scene: Scene) -> Finding | None:
    """The sentence that names all the kinds, or the sorts, with how many they are where that is asked."""
    frame = scene.frame
    if frame.whether or not scene.chosen or not _ASKED.search(frame.masked):
        return None
    if _REST.sub("", _ASKED.sub("", frame.masked)):
        return None
    said = [p for p in scene.index.passages if p.clause.document == scene.guideline.id and spoken(p)]
    kinds = [p.name.strip("“”") for p in scene.guideline.programmes if p.id.startswith(f"{scene.programme}/")]
    for group in (kinds, *map(sorted, scene.sorts)):
        named = [p for p in said if len(group) > 1 and all(name in p.text for name in group)]
        if told := next((p for p in named if _DIVIDES.search(p.text)), next(iter(named), None)):
            quote = whole(told)
            number = f"{len(group)}种：" if "how_many" in frame.asks else ""
            return Finding(
                scene.programme, "answered", None, f"{number}{quote.text}", (quote,), "computed", (), 12.0, 0.9
            )
    return None
