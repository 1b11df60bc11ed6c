"""What one paper of several holds ("佐证材料装订成册，包括甲、乙"): the sentence that begins with that paper and lists it."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_ASKED = regex(r"哪些|什么|啥|哪几")
_BEGUN = regex(r"\W*(?:[一二三四五六七八九十\d]{1,3}[)）.、．]\s*)?[《“]?(?P<paper>[一-鿿]{3,14})")
_HOLDS = regex(r"(?:包括|包含|含有|涵盖|内含)[^。；]*、")
_PAPER = regex(r"材料|报告|方案|清单|档案|手册|目录|书|表|册")
_ALL = regex(r"(?:申[报请领]|报送|提交|所需|全部)?的?材料")  # of the whole application the list is told elsewhere


def one_paper(scene: Scene) -> Finding | None:
    """The sentence on what the paper named holds; None where none is named, or another thing is asked of it."""
    asked = scene.frame.masked
    if not _ASKED.search(asked) or scene.frame.asks & {"when", "who", "how_many", "where"} or not scene.chosen:
        return None
    for found in scene.found[:6]:
        text = found.passage.text
        begun = _BEGUN.match(text)
        if begun is None or not spoken(found.passage) or not _HOLDS.search(text):
            continue
        named = _shared(begun["paper"], asked)
        if named and _PAPER.search(named) and not _ALL.fullmatch(named):
            quote = whole(found.passage)
            return Finding(
                scene.programme, "answered", None, quote.text, (quote,), score=12.0, coverage=max(0.9, found.coverage)
            )
    return None


def _shared(words: str, asked: str) -> str:
    """The longest beginning of the words, three characters or more, that stands in the question as a noun."""
    runs = (words[:n] for n in range(len(words), 2, -1))
    return next((run for run in runs if re.search(rf"{re.escape(run)}(?!盖|几|由|交|寄)", asked)), "")
