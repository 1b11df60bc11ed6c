"""The shortest run of whole segments of a sentence that carries a value and says what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.sentences.passages import Passage
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span

# The number that a clause begins with.
LABEL = regex(r"^\W*(?:第[一二三四五六七八九十百\d]+条|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\s*")
_SEGMENT = regex(r"[，,；;：:。！？]")
_CONDITION = regex(r"^(?:在|经|对|如|凡|若|除)|(?:后|的|前提下|时|情况下)[，,]$")
_ORDINAL = regex(r"第[一二三四五六七八九十\d]+[批次期轮档]")
_IF = regex(r"(?:的|前提下|情况下)[，,]$")
_OPEN, _CLOSE = "（(［[《“‘", "）)］]》”’"


def segments(text: str) -> tuple[tuple[int, int], ...]:
    """Comma segments of a sentence; a mark inside brackets or quotation marks parts nothing."""
    spans, start, depth = [], 0, 0
    for i, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and _SEGMENT.match(char):
            spans.append((start, i + 1))
            start = i + 1
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def around(passage: Passage, at: int, until: int, words: tuple[str, ...], longest: int = 90) -> Quote:
    """The segments of the passage from the one that holds `at` to the one that holds `until` (offsets in the
    passage's text), grown by whole segments towards those that hold `words` while it stays short."""
    text = passage.text
    parts = segments(text)
    first = next(i for i, (s, e) in enumerate(parts) if s <= at < e)
    last = next(i for i, (s, e) in enumerate(parts) if s < until <= e or i == len(parts) - 1)
    low = text.lower()
    while True:
        left = parts[first - 1] if first else None
        right = parts[last + 1] if last + 1 < len(parts) else None
        grown = False
        for side, part in (("left", left), ("right", right)):
            if part is None:
                continue
            start = part[0] if side == "left" else parts[first][0]
            end = part[1] if side == "right" else parts[last][1]
            held = low[parts[first][0] : parts[last][1]]
            useful = any(w in low[part[0] : part[1]] and w not in held for w in words)
            if end - start <= longest and useful:
                first, last = (first - 1, last) if side == "left" else (first, last + 1)
                grown = True
                break
        if not grown:
            break
    while (
        first
        and _CONDITION.search(text[parts[first - 1][0] : parts[first - 1][1]])
        and parts[last][1] - parts[first - 1][0] <= longest
    ):
        first -= 1
    while (
        last + 1 < len(parts)
        and _IF.search(text[parts[last][0] : parts[last][1]])
        and parts[last + 1][1] - parts[first][0] <= longest
    ):
        last += 1
    return whole(passage, parts[first][0], parts[last][1])


def segment_at(text: str, at: int) -> str:
    """The comma segment of the text that holds the offset."""
    return next(text[s:e] for s, e in segments(text) if s <= at < e)


def where(text: str, aimed: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int]:
    """Where the first of the `aimed` words stands in the comma segment that holds, with one of them, most of all
    `words` of the question; the text holds an aimed word."""
    low = text.lower()
    held = [(start, end) for start, end in segments(low) if any(w in low[start:end] for w in aimed)]
    start, end = max(held, key=lambda part: sum(len(w) for w in words if w in low[part[0] : part[1]]))
    word = next(w for w in aimed if w in low[start:end])
    at = low.index(word, start, end)
    return at, at + len(word)


_COUNTED = regex(r"(?:多少|几)(?:个|家|所|项|名|类|种|处)(?P<noun>[一-鿿]{2})")
_NEAR = 6  # characters behind a figure in which what it counts is named


def of_the_case(
    asked: str, text: str, spots: Sequence[tuple[int, int]], words: tuple[str, ...]
) -> tuple[int, int] | None:
    """The one of several spots whose comma segment alone holds words of the question ("第二批"); None where no
    segment has more of its own than the others."""
    low = text.lower()
    if (counted := _COUNTED.search(asked)) and len(set(spots)) > 1:
        noun = counted["noun"]
        behind = [spot for spot in spots if any(char in low[spot[1] : spot[1] + _NEAR] for char in noun)]
        if len(behind) == 1:
            return behind[0]
    parts = [segment_at(low, start) for start, _ in spots]
    telling = (*words, *_ORDINAL.findall(asked))
    own = [sum(len(w) for w in telling if w in part and not all(w in p for p in parts)) for part in parts]
    best = max(own)
    return spots[own.index(best)] if best and own.count(best) == 1 else None


_CLOSING = regex(r"关闭?(?!于|键|系|注|心)|截止|截至|结束|到(?:几号|哪天|什么时候)|最[晚迟]")
_OPENING = regex(r"开放|开通|开始|启动|从(?:几号|哪天|什么时候)|起(?:报|始)")
_TIME = r"\s*(?:\d{1,2}[:：时点]\d{0,2}分?)?\s*(?:[（(][^）)]{0,12}[）)])?\s*"


def at_the_end(asked: str, text: str, spots: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The day of several on which something closes, or opens, where the question asks for just that; None where the
    sentence does not say which is which."""
    closes, opens = bool(_CLOSING.search(asked)), bool(_OPENING.search(asked))
    if closes == opens or len(spots) < 2:
        return None
    said = regex(_TIME + (r"(?:前|止|关闭|截止|结束)" if closes else r"(?:起|开放|开通|开始|启动)"))
    of_it = [spot for spot in spots if said.match(text, spot[1])]
    return of_it[0] if len(of_it) == 1 else None


def of_another_turn(asked: str, text: str) -> bool:
    """Whether the question names a batch or a round ("第三批") and the sentence speaks of others only."""
    mine, theirs = (set(_ORDINAL.findall(t)) for t in (asked, text))
    kinds = {m[-1] for m in mine}
    return bool(mine) and any(t[-1] in kinds for t in theirs) and not mine & theirs


def about(passage: Passage, words: tuple[str, ...], reach: int, longest: int) -> Quote:
    """The shortest run of segments of at most `longest` characters that holds most of the words; the first `reach`
    characters where none stands as written."""
    low, parts = passage.text.lower(), segments(passage.text)
    best, kept = (0, 0), (0, 0)
    for first, (start, _) in enumerate(parts):
        for _, end in parts[first:]:
            if end - start > longest:
                break
            held = sum(len(w) for w in words if w in low[start:end])
            if (held, start - end) > best and held:
                best, kept = (held, start - end), (start, end)
    if not best[0]:
        return whole(passage, 0, min(reach, len(low)))
    return around(passage, kept[0], kept[1], (), longest)


def whole(passage: Passage, start: int = 0, end: int | None = None) -> Quote:
    """The quote of passage.text[start:end] without a closing comma or stop."""
    stop = len(passage.text) if end is None else end
    quote = span(passage.clause, passage.start + start, passage.start + stop)
    trimmed = len(quote.text.rstrip("，,；;：:。、 "))
    return span(passage.clause, quote.start, quote.start + max(1, trimmed))


def unmarked(quote: Quote) -> Quote:
    """The quote without the mark that a note begins with."""
    marks = len(quote.text) - len(quote.text.lstrip("¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨* "))
    return span(quote.clause, quote.start + marks, quote.end) if marks else quote
