"""Words that fill one slot and exclude each other (data/contrasts.toml)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from assistant.guideline.tables import table


def contrasted(asked: str, said: str) -> tuple[str, ...]:
    """The words that may fill the first slot that `said` fills with another word than `asked` does; () where there is
    none. Both lower-cased."""
    for group in _groups():
        mine = {w for w in group if _stands(w, asked, group)}
        theirs = {w for w in group if _stands(w, said, group)}
        if mine and theirs and {w[:2] + w[-2:] for w in mine}.isdisjoint(w[:2] + w[-2:] for w in theirs):
            return group  # 书面通知 and 书面立项通知 are one
    return ()


def _stands(word: str, text: str, group: tuple[str, ...]) -> bool:
    """Whether the word stands in the text, not as part of a longer word of its group; 的 may part its halves."""
    text = text.replace("的", "")
    for longer in group:
        if longer != word and word in longer:
            text = text.replace(longer.lower(), " ")
    return word.lower() in text


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(g) for g in table(Path(__file__).parents[1] / "data" / "contrasts.toml")["groups"])
