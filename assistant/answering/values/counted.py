"""Counted nouns: as many headings as the question counts ("三个中心", "四个专项", "1+3+1")."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.asked_units import asked_unit
from assistant.answering.sentences.spans import around
from assistant.answering.values.lists import items_below, named, speaks, titled
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, locate, span
from assistant.programmes.numerals import english, number

_NUMBER = "[一两二三四五六七八九十\\d]{1,2}"
_COUNTED = regex(
    rf"(?<![\d一二三四五六七八九十第])({_NUMBER})(?:个|项|大|类|种)?\s?(?:个|项|大|类|种)\s?([一-鿿]{{2,}}|[a-z][a-z ]+)"
)
_COUNTED_EN = regex(r"\b(two|three|four|five|six|seven|eight|nine|ten)\s([a-z][a-z ]+)")
_SUM = regex(r"(?<![\d+])\d(?: ?\+ ?\d){1,5}(?![\d+])")
_WHICH = regex(r"哪|什么|啥|\bwhat\b|\bwhich\b")
_PARAGRAPH = 160  # characters of what stands below a heading that are shown


def counted(scene: Scene) -> Finding | None:
    """What a counted noun of the question counts, where the headings are just as many: those below the heading
    that counts them, those side by side that bear the noun, or those of each noun of a sum."""
    if not scene.frame.asks & {"list"} and not regex(r"什么|啥|\bwhat\b").search(scene.frame.masked):
        return None
    if asked_unit(scene.frame.masked) and not _WHICH.search(scene.frame.masked):
        return None  # 三种类型分别至少多少人: what is counted is known, a number of each is asked for
    quotes = _of_sum(scene)
    for amount, word in () if quotes else _asked(scene.frame.masked):
        quotes = _below(scene, amount, word) or _side_by_side(scene, amount, word)
        if quotes:
            break
    if not quotes:
        return None
    said = "；".join(q.text for q in quotes)
    return Finding(scene.programme, "answered", None, said, quotes[:6], score=9.0, coverage=0.9)


def _asked(text: str) -> list[tuple[int, str]]:
    """The numbers of the question with what they count."""
    found = [(number(m.group(1)), m.group(2)) for m in _COUNTED.finditer(text)]
    found += [(english(m.group(1)), m.group(2)) for m in _COUNTED_EN.finditer(text)]
    return [(int(n), word.strip()) for n, word in found if n]


def _words(scene: Scene, word: str) -> tuple[str, ...]:
    """The noun as documents may have it: its first two characters, or what its term stands for."""
    own = (word[:2],) if not word.isascii() else ()
    meant = [a for t in scene.frame.terms if word.startswith(t.words) for a, f in t.alternatives if f >= 0.8]
    return tuple(dict.fromkeys((*own, *meant)))


def _below(scene: Scene, amount: int, word: str) -> tuple[Quote, ...]:
    """The items of the one heading that bears the noun and has so many, or what stands below a heading that is
    the counted noun and nothing more."""
    words = _words(scene, word)
    found: list[tuple[Quote, ...]] = []
    for clause in scene.guideline.clauses:
        if not speaks(scene, clause) or not any(w in named(clause) for w in words):
            continue
        below = [c for c in scene.guideline.clauses if c.parent == clause.id and c.text.strip()]
        items = items_below(below)
        counts = [m for m in _COUNTED.finditer(named(clause)) if number(m.group(1)) == amount]
        if len(items) == amount > 1:
            found.append(tuple(titled(c) for c in items))
        elif below and counts and counts[0].group() == named(clause):
            found.append(tuple(span(c, 0, min(len(c.text), _PARAGRAPH)) for c in below[:3]))
    return found[0] if len(found) == 1 else ()


def _side_by_side(scene: Scene, amount: int, word: str) -> tuple[Quote, ...]:
    """As many headings of one level as are asked for, each of which ends in the noun."""
    if amount < 2 and len(word) < 3:
        return ()
    groups = [g for g in _bearing(scene, word) if len(g) == amount > 1]
    return tuple(locate(c, named(c)) for c in groups[0]) if len(groups) == 1 else ()


def _bearing(scene: Scene, word: str) -> list[list[Clause]]:
    """The headings that end in the noun, by what they stand under."""
    sides: dict[str | None, list[Clause]] = {}
    for clause in scene.guideline.clauses:
        if any(w in named(clause)[-12:] for w in _words(scene, word)) and speaks(scene, clause):
            sides.setdefault(clause.parent, []).append(clause)
    return list(sides.values())


def _of_sum(scene: Scene) -> tuple[Quote, ...]:
    """The headings behind each addend of a sum ("1+3+1"): the sentence that bears the sum names what each addend
    counts ("一个研究院、三个中心、一个平台")."""
    asked = _SUM.search(scene.frame.masked)
    if not asked:
        return ()
    addends = [int(d) for d in re.findall(r"\d", asked.group())]
    for passage in scene.index.passages:
        if scene.programme not in passage.programmes or asked.group() not in passage.text:
            continue
        nouns = _asked(passage.text)
        for at in range(len(nouns) - len(addends) + 1):
            run = nouns[at : at + len(addends)]
            if [n for n, _ in run] == addends and (quotes := _headings(scene, run)):
                where = passage.text.index(asked.group())
                return (around(passage, where, where + len(asked.group()), ()), *quotes)
    return ()


def _headings(scene: Scene, run: list[tuple[int, str]]) -> tuple[Quote, ...]:
    """The headings under one parent that each noun counts, in the order of the document."""
    by_noun = [{g[0].parent: g for g in _bearing(scene, word) if len(g) == amount} for amount, word in run]
    for parent in by_noun[0]:
        if all(parent in groups for groups in by_noun):
            found = sorted((c for groups in by_noun for c in groups[parent]), key=lambda c: c.order)
            return tuple(locate(c, named(c)) for c in found)
    return ()
