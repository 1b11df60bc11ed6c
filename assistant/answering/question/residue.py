"""What concepts, units and figures leave of a question: words that documents hold, and words that none holds."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.answering.question.lexicon import Lexicon
from assistant.answering.question.seams import Seams
from assistant.answering.question.term import Term
from assistant.answering.question.text import FUNCTION, GRAMMAR, SOLID, bare_noun
from assistant.answering.sentences.passages import TermIndex
from assistant.programmes.regions import regions

SAME_THING = 0.95  # of an alternative that is the very same thing
ONE_WORD = 1.2  # a word that no document holds
_SHORT_WORD = 0.7  # one that no document holds, of characters of which one says little by itself
_OF_SEVERAL = 0.9  # where such words stand side by side
_WHO_RUNS_IT = ("中心", "机关", "处室", "科室")
_NUMERALS = "一二两三四五六七八九十几"
_EACH = "各每"  # 各省, 每校: of all of them
_MODALS = tuple("要会得能可")
_WHOLE = ("全市", "全省", "全区", "全县", "月底", "月初", "月末")


def residue(text: str, taken: list[bool], lexicon: Lexicon, index: TermIndex, seams: Seams) -> list[Term]:
    """The terms of what is not `taken` of the text."""
    terms: list[Term] = []
    for run in re.finditer(
        r"[a-z0-9][a-z0-9+.\-@/]*[a-z0-9]|[a-z0-9]|[㐀-鿿]+",
        "".join(" " if t else c for c, t in zip(text, taken, strict=True)),
    ):
        word = run.group()
        if word.isascii():
            if len(word) == 1 and text.startswith("类", run.end()):
                continue  # a lettered class says which sentences are meant, not what they say
            if len(word) > 1 or index.known(word) and not word.isdigit():
                terms.append(word_term(word, index, lexicon))
            continue
        at = run.start()
        if at and taken[at - 1] and FUNCTION.issuperset(word[1:]) and index.known(text[at - 1 : at + 1]):
            continue  # the end of a word whose beginning a phrase took: 什么时候截|止
        terms.extend(_chinese(text, at, run.end(), lexicon, index, seams))
    return terms


def _chinese(text: str, start: int, end: int, lexicon: Lexicon, index: TermIndex, seams: Seams) -> list[Term]:
    """text[start:end] as the fewest longest pieces that documents hold and that tear no word; what no document holds
    is unknown."""
    run = text[start:end]
    terms: list[Term] = []
    i, unknown = 0, ""

    def flush() -> list[Term]:
        return _flush(text, start + i - len(unknown), unknown, lexicon, seams)

    while i < len(run):
        solid = _solid(run, i, index)
        if not solid and run[i] in FUNCTION or run[i] == "过" and not run.startswith(("过程", "过渡"), i):
            terms += flush()
            unknown, i = "", i + 1
            continue
        length = max(solid, _known_length(run, i, lexicon, index, start, seams))
        if length == 2 and lexicon.is_filler(run[i]) and i + 3 <= len(run) and index.known(run[i + 1 : i + 3]):
            terms += flush()
            unknown, i = "", i + 1
            continue
        if not length:
            unknown += run[i]
            i += 1
            continue
        terms += flush()
        unknown = ""
        terms.append(word_term(run[i : i + length], index, lexicon))
        i += length
    return terms + flush()


def _known_length(run: str, start: int, lexicon: Lexicon, index: TermIndex, offset: int, seams: Seams) -> int:
    """How long a piece from `start` some document holds, 0 or 2..10: a piece of a known one is known too. None that
    tears a word of the question, which begins `offset` before the run, or trails a filler ("实践时")."""
    longest = 0
    for end in range(start + 2, min(start + 10, len(run)) + 1):
        if run[end - 1] in FUNCTION and run[end - 2 : end] not in SOLID or not index.known(run[start:end]):
            break
        trails = (
            end - start > 2 and seams.words and lexicon.is_filler(run[end - 1]) and seams.at(offset + end - 1) is None
        )
        apart = end - start == 2 and seams.words and seams.at(offset + start) is None
        chance = apart and all(map(lexicon.is_filler, run[start:end]))  # 会|再 stands in 社会再就业
        if not seams.torn(offset + start, offset + end) and not trails and not chance:
            longest = end - start
    return longest


def _solid(run: str, start: int, index: TermIndex) -> int:
    """2 where a word of the documents begins that only looks like a function word with something beside it."""
    return 2 if run[start : start + 2] in SOLID and index.known(run[start : start + 2]) else 0


def _flush(text: str, start: int, unknown: str, lexicon: Lexicon, seams: Seams) -> list[Term]:
    pieces = _pieces(start, start + len(unknown), seams)
    terms = [t for a, b in pieces for t in _strange(text, a, text[a:b], lexicon, seams)]
    several = sum(t.weight == ONE_WORD for t in terms) > 1
    return [replace(t, weight=_OF_SEVERAL) if several and t.weight == ONE_WORD else t for t in terms]


def _pieces(start: int, end: int, seams: Seams) -> list[tuple[int, int]]:
    """The run cut where a word of it begins or ends ("想学|德国"); what is no word stays together."""
    cuts = {start, end}
    for at in range(start, end):
        word = seams.at(at)
        if word and start <= word[0] and word[1] <= end:
            cuts |= set(word)
    marks = sorted(cuts)
    return list(pairwise(marks))


def _strange(text: str, start: int, unknown: str, lexicon: Lexicon, seams: Seams) -> list[Term]:
    """The run that no document holds as a term of its own, none where it carries no content."""
    left = "".join(c for c in unknown if not lexicon.is_filler(c))
    if lexicon.is_filler(unknown):
        return []
    if not left:
        words = {_word_of_fillers(text, at, lexicon, seams) for at in range(start, start + len(unknown))}
        inside = sorted(w for w in words if w and start <= w[0] and w[1] <= start + len(unknown))
        return [Term(text[a:b], "unknown", (), ONE_WORD, False) for a, b in inside]
    whole = seams.at(start)
    if len(unknown) == 1 and whole and whole[1] - whole[0] > 2 and whole[1] == start + 1:
        # 证 of 毕业证 makes another thing of 毕业, which documents may hold.
        return [Term(text[whole[0] : whole[1]], "unknown", (), 0.7, False)]
    if len(unknown) == 1 and whole and whole[1] - whole[0] == 2:
        word = text[whole[0] : whole[1]]
        if all(c == unknown or c in _MODALS for c in word):  # 摘 of 摘要: no modal stands there
            return [Term(word, "unknown", (), 0.7, False)]
    weight = ONE_WORD if len(left) > 1 else _SHORT_WORD if _is_word(unknown, whole == (start, start + 2)) else 0.3
    return [Term(unknown, "unknown", (), weight, False)]


def _is_word(unknown: str, one_word: bool) -> bool:
    """Whether two characters are a word of the language that tells something (上班), whatever each may be alone."""
    telling = one_word and GRAMMAR.isdisjoint(unknown) or unknown[0] in _EACH
    return telling and len(unknown) == 2 and unknown[0] not in _NUMERALS and unknown not in _WHO_RUNS_IT


def _word_of_fillers(text: str, at: int, lexicon: Lexicon, seams: Seams) -> tuple[int, int] | None:
    """The word of two characters that holds the filler there, where both mean something of their own and only the
    whole is a noun (家|属); None where one is a function word or the whole is a filler."""
    word = seams.at(at)
    if word is None or word[1] - word[0] != 2 or lexicon.is_filler(text[word[0] : word[1]]):
        return None
    chars = text[word[0] : word[1]]
    return word if all(lexicon.is_filler(c) and c not in GRAMMAR for c in chars) else None


def word_term(word: str, index: TermIndex, lexicon: Lexicon) -> Term:
    """The word as a term: known with what it is the same thing as, or unknown."""
    if word in _WHOLE:
        return Term(word, "word", ((word, 1.0),) if index.known(word) else (), 0.5, True)
    if regions().places(word) == (re.sub(r"(?<=..)[省市]$", "", word),):
        return Term(word, "word", ((word, 1.0),) if index.known(word) else (), 0.5, index.known(word))
    stem = bare_noun(word)
    if index.known(word) or stem != word and index.known(stem):
        same = tuple(d for d in (*lexicon.same(word), *lexicon.same(stem)) if index.known(d) and d != word)
        held = tuple(
            (w, f) for w, f in (dict.fromkeys(same, SAME_THING) | {stem: 0.9, word: 1.0}).items() if index.known(w)
        )
        weight = min(index.idf(stem if index.known(stem) else word), 5.0)
        return Term(word, "word", held, weight, True, same=same)
    return Term(word, "unknown", (), 0.8 if word.isascii() else 1.2, False)
