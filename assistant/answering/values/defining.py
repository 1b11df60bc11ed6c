"""What a word means: the note or sentence that defines it ("限额以上贸易业：①批发业……", "X是指Y")."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.text import pairs
from assistant.answering.sentences.spans import unmarked, whole
from assistant.guideline.patterns import regex

_ASKED = regex(
    r"(?P<what>[^，,。；;？?]{2,24}?)(?:的)?(?:具体)?(?:标准|口径|定义|概念|含义)?(?:是|到底|具体|究竟|又)*"
    r"(?:指(?:的是|代)?(?:什么|啥|谁|哪)|(?:怎么|如何|咋|怎样)(?:算(?!分)|界定|定义|理解|划分)|什么意思|啥意思|什么标准|(?<=标准)是?(?:什么|啥|多少))"
    r"|(?P<measured>[^，,。；;？?]{2,24}?)(?:是|都|要|得|该)*[按照依]照?(?:什么|啥|哪[个种]?)(?:口径|标准|规定|条件)?来?"
    r"(?:[认界划]?定|认|算(?!分)|统计|划分?)"
    r"|(?:什么|啥|怎么)(?:才)?(?:叫|算|是)(?P<called>[^，,。；;？?]{2,16})"
    r"|\b(?:what (?:is|are|does|counts as)|define)\b(?P<en>.{2,40})"
)
_DEFINED = regex(r"(?P<word>[^，,。；;：:、]{2,18})(?:是指|系指|指的是|：指|:指|(?<=[责位体业会])指|：(?=①|（?1)|均指)")
_QUOTED = regex(r"[“\"‘「]([^“”\"‘’」]{2,16})[”\"’」]")
_IN_FULL = {"规上": "规模以上", "限上": "限额以上"}  # how statistics are spoken of
_SHORT = regex("|".join(_IN_FULL))
_FIGURE_MEANT = regex(
    r"(?:[\d一两二三四五六七八九十]\s?(?:年|家|个|名|人|天|字|份|%|万)[^，。；？?]{0,16}(?:是|都|各|分别)*(?:指|说)(?:的)?(?:是)?(?:什么|啥|哪))"
    r"|\bwhat (?:does|do)[^?]{0,30}\d[^?]{0,40}\b(?:refer|mean|count)"
)
_FIGURE = regex(r"(\d+(?:\.\d+)?\s?(?:年|家|个|名|人|天|字|份|%|万)(?:以上|以内|以下)?)")
_FEW = 3
_LEAST = 0.5


def defining(scene: Scene) -> Finding | None:
    """The definition whose word shares most with the word asked about; None where none shares half of it."""
    if made := _of_a_figure(scene):
        return made
    asked = _ASKED.search(scene.frame.masked)
    if asked is None or scene.frame.whether:
        return None
    word = re.sub(r"[\s的]", "", asked["what"] or asked["measured"] or asked["called"] or asked["en"])
    word = _SHORT.sub(lambda m: _IN_FULL[m.group()], next(iter(_QUOTED.findall(word)), word))
    sought = set(pairs(word))
    best: tuple[float, int] | None = None
    own = (n for n, p in enumerate(scene.index.passages) if scene.programme in p.programmes)
    for number in own:
        passage = scene.index.passages[number]
        match = _meant(passage.text, word) or _DEFINED.search(passage.text)
        if match is None or passage.clause.kind != "note" and "指" not in match.group():
            continue
        held = set(pairs(re.sub(r"[\W\d¹²³⁴]", "", match["word"])))
        share = len(held & sought) / max(1, min(len(held), len(sought)))
        if share >= _LEAST and (best is None or share > best[0]):
            best = (share, number)
    if best is None:
        return None
    passage = scene.index.passages[best[1]]
    note = passage.clause.kind == "note"
    quote = unmarked(
        whole(passage) if not note else whole(passage, -passage.start, len(passage.clause.text) - passage.start)
    )
    return Finding(scene.programme, "answered", None, quote.text, (quote,), score=11.0, coverage=best[0])


def _of_a_figure(scene: Scene) -> Finding | None:
    """The sentences that hold the figures whose meaning is asked ("这里的“4年”是指什么"); None where one is held by
    many."""
    asked = scene.frame.masked
    if scene.frame.whether or not scene.chosen or not _FIGURE_MEANT.search(asked):
        return None
    texts = {
        n: re.sub(r"\s", "", p.text) for n, p in enumerate(scene.index.passages) if scene.programme in p.programmes
    }
    told: list[int] = []
    for figure in _FIGURE.findall(asked):
        held = [n for n, text in texts.items() if re.search(rf"(?<![\d.]){re.escape(figure)}", text)]
        if len(held) > _FEW:
            return None
        told += [n for n in held if n not in told]
    quotes = tuple(whole(scene.index.passages[n]) for n in told[: 2 * _FEW])
    said = "；".join(q.text for q in quotes)
    return Finding(scene.programme, "answered", None, said, quotes, score=11.0, coverage=0.8) if quotes else None


def _meant(text: str, word: str) -> re.Match[str] | None:
    """Where the text says what the word asked about means, or all of it but what stands before, the mark of a note
    before it ("1准建制班指……")."""
    endings = (word[n:] for n in range(max(1, len(word) - 2)))
    found = (re.search(rf"(?P<word>{re.escape(e)}[”\"]?)指(?!定|导|标|南|引|派|挥|令)", text) for e in endings)
    return next((match for match in found if match), None)
