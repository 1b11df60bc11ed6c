"""What people write around their question: greetings, how it came up, how it is to be answered. None of it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.text import language
from assistant.guideline.patterns import regex
from assistant.guideline.tables import table

_LONGEST = 60
_LEAST = 3
_ORDERS = ("demand", "drafts", "invent")
_PICTURE = regex(r"[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_NUMBER = regex(r"^\s*(?:[(（]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[)）、]|\d{1,2}[.．](?!\d)|[①-⑳]|[-*•·>＞#]+)\s*(?=\S{4})")
_SPEAKER = regex(
    r"^\s*(?:[问甲乙客]|咨询|提问|疑问|来电(?:人|者)?|来访(?:人|者)?|用户|客户|网友|群友|同事|学员|问题|q|Q)\s*\d{0,2}\s*[:：]\s*(?=\S{4})"
)
_BRACKETS = regex(r"[（(【\[][^（()）【】\[\]]{1,20}[）)】\]]")
_PIECE = regex(r"[^\s，,。；;！!？?：:…~～]+(?:[，,。；;！!？?：:…~～\s]+|$)|^[，,。；;！!？?：:…~～\s]+")
_ENGLISH_PIECE = regex(r"(?<=[.!?:;,])\s+|\s*\n\s*|\s+[-–—]+\s+")
_MARKS = " \t\r\n，,。；;！!？?：:、.…~～-–—\"“”'"
_JOINS = " \t\n，,：:；;、…~～"
_ASKS = regex(r"[吗么嘛谁哪几啥咋]|什么|多[少大长久]|怎么?样?|如何|何时|是否|能否|可否|([一-鿿])[不没]\1|[？?]")
_OPEN = regex(r"谁|哪|几|啥|什么|多[少大长久]|怎|如何|咋|何时|([一-鿿])[不没]\1|是否|能否|可否|还是")
_MORE = frozenset(
    "行 对 算 成 好 中 可 能 会 要 办 怎么办 咋办 如何 为什么 为啥 凭什么 什么 哪 哪个 哪些 谁 几 多少 何时 不 没 呗 这样".split()
)
_AT_ONCE = regex(r"^(?:一?下|一?声|一?句|个?事儿?|个|您|你|老师|各位)+[，,：:]?")
_OWN = regex(r"^(?:我们?|咱们?|俺们?|本|我司|我校)")
_LEFT_OVER = regex(r"^[的地得了过着者之]")
_TO_TELL = regex(r"(?:告诉|告知|解释|明确)[^，,]{0,2}$")
_QUESTION_TAIL = regex(r"[吗么嘛][？?。！!\s]*$")


class Asides:
    """Knows the words that asides are made of."""

    def __init__(self, chinese: dict[str, list[str]], english: dict[str, list[str]]) -> None:
        self._heads, self._told, self._words = (_split(chinese[n]) for n in ("heads", "told", "words"))
        self._leads, self._units = _split(chinese["leads"]), _split(chinese["units"])
        self._tails = sorted(_split(chinese["tails"]), key=len, reverse=True)
        self._known = self._heads | self._told | self._words
        self._far = max(map(len, self._known | self._leads))
        self._en_heads = _split(english["heads"])
        self._en_known = self._en_heads | _split(english["words"])

    def heart(self, text: str, lexicon: Lexicon) -> str:
        """The text without asides; the text as it stands where it has none or nothing would be left to ask."""
        bare = _NUMBER.sub("", _SPEAKER.sub("", _PICTURE.sub(" ", text)))
        if language(bare) == "en":
            return self._english(bare, lexicon) or text
        bare = _BRACKETS.sub(lambda m: "" if self._is_aside(m.group()[1:-1], True, lexicon) else m.group(), bare)
        pieces = _PIECE.findall(bare)
        kept = [p for p in pieces if not self._is_aside(p, False, lexicon)]
        if not kept:
            return text
        rest = "".join(self._own_unit(p, kept) for p in kept)
        made = self._without_ends(rest.strip(_JOINS))
        return text if self._idle(made) else made

    def _is_aside(self, piece: str, bracketed: bool, lexicon: Lexicon) -> bool:
        """Whether the piece is made of nothing but the words of asides, and tells one."""
        bare = piece.strip(_MARKS).lower()
        if not bare or len(bare) > _LONGEST or any(lexicon.mark[o].search(bare) for o in _ORDERS):
            return False
        if bracketed and bare in self._leads:
            return True
        asks = bool(_ASKS.search(piece))
        return any(self._ends(bare, self._heads if asks else self._heads | self._told, len(bare)))

    def _ends(self, bare: str, heads: frozenset[str], end: int) -> list[bool]:
        """[True] where bare[:end] is a row of known words with a head among them, else []."""
        reached: list[set[bool]] = [set() for _ in range(end + 1)]
        reached[0].add(False)
        for at in range(end):
            if not reached[at]:
                continue
            if bare[at] in _MARKS:
                reached[at + 1] |= reached[at]
                continue
            for to in range(at + 1, min(at + self._far, end) + 1):
                word = bare[at:to]
                if word in self._known:
                    reached[to] |= {headed or word in heads for headed in reached[at]}
        return [True] if True in reached[end] else []

    def _idle(self, text: str) -> bool:
        """Whether nothing is left that could be asked about."""
        bare = text.strip(_MARKS).lower()
        reached = {0}
        for at in range(len(bare)):
            if at not in reached:
                continue
            for to in range(at + 1, min(at + self._far, len(bare)) + 1):
                if bare[at:to] in self._known or bare[at:to] in _MORE or bare[at:to] in _MARKS:
                    reached.add(to)
        return len(bare) in reached

    def _own_unit(self, piece: str, kept: list[str]) -> str:
        """The piece; of "我们学校正在准备材料" the unit alone, nothing where another piece speaks of units."""
        own = _OWN.match(piece)
        bare = piece.strip(_MARKS)
        if not own or len(bare) > _LONGEST or len(kept) < 2 or _ASKS.search(piece):
            return piece
        unit = next((u for u in self._units if bare.startswith(u, own.end())), "")
        rest = bare[own.end() + len(unit) :]
        if not unit or not rest or not self._ends(rest, self._heads | self._told, len(rest)):
            return piece
        others = "".join(p for p in kept if p is not piece)
        return "" if any(u in others for u in self._units) else f"{own.group()}{unit}，"

    def _without_ends(self, text: str) -> str:
        """The text without what leads into the question and what is run on behind it."""
        last = text.rstrip(_MARKS)
        tail = next((t for t in self._tails if last.endswith(t) and len(last) - len(t) >= _LEAST), "")
        text = last[: len(last) - len(tail)] if tail else text
        lead = self._lead(text)
        if not lead:
            return text
        rest = text[lead:].lstrip(_JOINS)
        if _TO_TELL.search(text[:lead]) and _OPEN.search(rest):
            rest = _QUESTION_TAIL.sub("", rest)  # 能告诉我最多几家吗 asks for the number
        return rest

    def _lead(self, text: str) -> int:
        """Where what leads into the question ends, 0 where nothing does."""
        low = text.lower()
        reached, found = {0}, 0
        for at in range(min(len(low), _LONGEST)):
            if at not in reached:
                continue
            for to in range(at + 1, min(at + self._far, len(low)) + 1):
                if low[at:to] in self._leads:
                    found = max(found, to)
                if low[at:to] in self._known or low[at:to] in self._leads:
                    reached.add(to)
        if not found:
            return 0
        more = _AT_ONCE.match(text[found:])
        end = found + (more.end() if more else 0)
        rest = text[end:].lstrip(_JOINS)
        if len(rest) <= _LEAST or _LEFT_OVER.match(rest) or not _ASKS.search(rest) or self._idle(rest):
            return 0
        return end

    def _english(self, text: str, lexicon: Lexicon) -> str:
        """The English text without asides, "" where nothing or everything is one."""
        pieces = [p for p in _ENGLISH_PIECE.split(text.strip()) if p.strip(_MARKS)]
        kept = [p for p in pieces if not self._is_english_aside(p, lexicon)]
        return " ".join(kept) if 0 < len(kept) < len(pieces) else ""

    def _is_english_aside(self, piece: str, lexicon: Lexicon) -> bool:
        if any(lexicon.mark[o].search(piece.lower()) for o in _ORDERS):
            return False
        words = re.findall(r"[a-z’'-]+|[^a-z’'\s-]+", piece.lower().strip(_MARKS))
        words = [w for w in words if w.strip(_MARKS)]
        return bool(words) and self._en_known.issuperset(words) and not self._en_heads.isdisjoint(words)


def _split(lists: Iterable[str]) -> frozenset[str]:
    return frozenset(word for words in lists for word in words.split())


@cache
def asides() -> Asides:
    """The asides that ship with the package."""
    held = table(Path(__file__).parents[1] / "data" / "asides.toml")
    return Asides(held["zh"], held["en"])
