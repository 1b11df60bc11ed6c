"""What of an open question only says which notice is meant: a run of its title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answering.question.frame import Frame
from assistant.answering.sentences.passages import bare

_LEAST = 5  # characters, no figures among them, that no question shares with a title by chance
_LIGHT = 0.1


def told_by_title(frame: Frame, titles: Iterable[str]) -> Frame:
    """The frame whose words that stand in such a run weigh next to nothing."""
    text, held = frame.masked, [bare(t) for t in titles]
    runs = _runs(text, held)
    if not runs:
        return frame

    def within(words: str) -> bool:
        at = text.find(words)
        return at >= 0 and any(start <= at and at + len(words) <= end for start, end in runs)

    terms = (replace(t, weight=t.weight * _LIGHT) if within(t.words) else t for t in frame.terms)
    return replace(frame, terms=tuple(terms))


def _runs(text: str, titles: list[str]) -> list[tuple[int, int]]:
    """Where runs of the text begin and end that some title has as they stand, each as long as it goes."""
    found: list[tuple[int, int]] = []
    start = 0
    while start + _LEAST <= len(text):
        end = start
        while end < len(text) and text[end].strip() and any(text[start : end + 1] in t for t in titles):
            end += 1
        long = sum(not c.isdigit() for c in text[start:end]) >= _LEAST
        if long:
            found.append((start, end))
        start = end if long else start + 1
    return found
