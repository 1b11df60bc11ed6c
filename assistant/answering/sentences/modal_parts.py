"""The parts of a sentence that a word of leave, duty or prohibition governs each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex

Leave = Literal["may", "no", "must"]

MARK = regex(
    r"(?P<no>不得|不予|禁止|严禁|不能(?!少)|不可(?!或缺|避免|分)|不允许|不接受|不受理|不计入|不纳入|不列入|不作为|不享受|不占|不支持)"
    r"|(?P<may>可以|可(?![行复持靠能视见比谓供]|操作)|允许|准予|(?<!适)用于)"
    r"|(?P<must>(?<![相对响效供适反])应(?:当|(?![用届急对缴收得付]))|须|(?<!如有)(?<!确有)需(?!求|要的|要[，,、])|方可|(?<![申聘邀])请(?![示求假]))"
)


@dataclass(frozen=True, slots=True)
class Part:
    """text[start:end] of a sentence that one word of leave governs."""

    leave: Leave
    start: int
    end: int


def parts(text: str) -> tuple[tuple[int, int], tuple[Part, ...]]:
    """What all parts of a sentence share (its first segments, up to the first word of leave), and its parts."""
    shared, made = 0, list[Part]()
    for start, end in segments(text):
        mark = MARK.search(text, start, end)
        if mark:
            kind: Leave = "no" if mark["no"] else "may" if mark["may"] else "must"
            made.append(Part(kind, start, end))
        elif made:
            made[-1] = Part(made[-1].leave, made[-1].start, end)
        else:
            shared = end
    return (0, shared), tuple(made)
