"""The content words of a question, each with the words a document may use for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answering.question.focusing import focus
from assistant.answering.question.lexicon import ACT, Lexicon, Match
from assistant.answering.question.seams import Seams
from assistant.answering.question.text import FUNCTION, GRAMMAR, SOLID, bare_noun
from assistant.answering.sentences.passages import TermIndex
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity
from assistant.programmes.regions import regions
from assistant.programmes.units import Mention, Taxonomy

TermKind = Literal["concept", "unit", "word", "unknown"]
_ROLES = frozenset({"lead", "joint", "member", "builder", "applicant"})
_ABOUT_ROLES = _ROLES | {"organise", "condition", "field"}
_SOLE = regex(
    r"[“\"]([一-鿿])[”\"]|哪(?:几|一)?(?:个|些|种|家|类)([一-鿿])(?=[?？。，,、]|$)|什么([一-鿿])(?=[?？。，,、]|$)"
)
_PAYING = regex(r"(?:税|费|钱|款|社保)[^，,。？?]{0,4}交|交[^，,。？?材料书表]{0,4}(?:税|费|钱|款|社保)")
_MEASURE = regex(r"(?:人数|数量|数目|总数|数|名额|期限|时间|标准|范围)$")
OF_AN_ACT = 0.3
_MODALS = tuple("要会得能可")
_WHOLE = ("全市", "全省", "全区", "全县", "月底", "月初", "月末")


@dataclass(frozen=True, slots=True)
class Term:
    """`words` as asked; `alternatives` are (document words, factor 0..1); `weight` is how much leaving the
    term unexplained costs; `grounded` says that some document holds an alternative; `also` are other words
    of the question for the same concept; `surmised` ones rest on a colloquial phrase."""

    words: str
    kind: TermKind
    alternatives: tuple[tuple[str, float], ...]
    weight: float
    grounded: bool
    concepts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    surmised: bool = False

    @property
    def is_role(self) -> bool:
        """Whether the term names a role ("牵头")."""
        return not _ROLES.isdisjoint(self.concepts)

    @property
    def about_role(self) -> bool:
        """Whether the term says nothing beyond the role: the role itself, or that there are conditions for it."""
        return not _ABOUT_ROLES.isdisjoint(self.concepts)

    @property
    def is_act(self) -> bool:
        """Whether one character of the question tells by it what is to be done."""
        return bool(self.concepts) and all(c.startswith(ACT) for c in self.concepts)

    def unknown(self) -> Term:
        """The term as a word of which nothing is known."""
        return Term(self.words, "unknown", (), self.weight, False)

    def faint(self) -> Term:
        """The term as context from an earlier question: a quarter of its weight."""
        return replace(self, weight=self.weight * 0.25)


def terms_of(
    text: str,
    matches: tuple[Match, ...],
    units: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    lexicon: Lexicon,
    taxonomy: Taxonomy,
    index: TermIndex,
    seams: Seams,
) -> tuple[Term, ...]:
    """Concepts, units and words of the lower-cased question; numbers and fillers are no terms."""
    taken = [False] * len(text)
    terms: list[Term] = []
    for q in quantities:
        definite = q.head.isascii() and q.head and text[: q.start].endswith(("the ", "these ", "those "))
        _take(taken, q.start, q.end - len(q.head) if definite else q.end)  # "the three centres": which are they?
    for mention in units:
        if mention.unit.kind in taxonomy.generic:
            continue
        covering = [
            m
            for m in matches
            if m.kind == "concept"
            and m.start <= mention.start
            and mention.end <= m.end
            and m.end - m.start > mention.end - mention.start
        ]
        if covering:
            continue
        _take(taken, mention.start, mention.end)
        terms.append(_unit(mention, taxonomy, index))
    for match in matches:
        if any(taken[match.start : match.end]):
            continue
        single = match.end - match.start == 1
        longer = 0
        if match.kind == "filler" or single:
            longer = _grounded_length(text, match.start, match.end, taken, index)
        if match.kind == "filler" and match.start and text[match.start - 1 : match.start + 1] in SOLID:
            continue  # 良|好的
        if match.kind == "filler" and longer <= match.end - match.start + 1:
            _take(taken, match.start, match.end)
        elif match.kind == "concept" and not (single and longer > 2):  # 审 in 审计报告 is no review
            made = _concept(text[match.start : match.end], match, lexicon, index)
            if not made.grounded and _known_part(made.words, match, text, index, seams):
                continue
            if made.is_act and single and _in_a_word_of_documents(text, match.start, lexicon, index):
                continue
            _take(taken, match.start, match.end)
            if made.words == "交" and _PAYING.search(text):
                continue  # what is paid is not handed in
            terms.append(made)
    terms.extend(_sole(text, taken, lexicon, index))
    terms.extend(_residue(text, taken, lexicon, index, seams))
    asking = focus(text)
    made_up = " ".join(m.group(1) for m in re.finditer(r"“([^”]{6,60})”", text) if not index.known(m.group(1)))
    terms = [replace(t, weight=t.weight * 0.4) if t.words in made_up else t for t in terms]
    return _merged([t if t.words in asking else replace(t, weight=t.weight * 0.6) for t in terms])


def _word_of_fillers(text: str, at: int, lexicon: Lexicon, seams: Seams) -> tuple[int, int] | None:
    """The word of two characters that holds the filler there, where both mean something of their own and only the
    whole is a noun (家|属); None where one is a function word or the whole is a filler."""
    word = seams.at(at)
    if word is None or word[1] - word[0] != 2 or lexicon.is_filler(text[word[0] : word[1]]):
        return None
    chars = text[word[0] : word[1]]
    return word if all(lexicon.is_filler(c) and c not in GRAMMAR for c in chars) else None


def _take(taken: list[bool], start: int, end: int) -> None:
    taken[start:end] = [True] * (end - start)


def _grounded_length(text: str, start: int, end: int, taken: list[bool], index: TermIndex) -> int:
    longest = 0
    for stop in range(end + 1, min(len(text), start + 8) + 1):
        if taken[stop - 1] or text[stop - 1] in FUNCTION or not index.known(text[start:stop]):
            break
        longest = stop - start
    return longest


def _unit(mention: Mention, taxonomy: Taxonomy, index: TermIndex) -> Term:
    words = mention.unit.words.lower()
    names = [n.lower() for n in taxonomy.names(mention.unit)]
    wider = [n.lower() for n in taxonomy.wider(mention.unit)]
    alternatives = {words: 1.0}
    for name in names:
        alternatives.setdefault(name, 0.9)
    for name in wider:
        alternatives.setdefault(name, 0.6)
    known = tuple((a, f) for a, f in alternatives.items() if index.known(a))
    weight = max((index.idf(a) * f for a, f in known), default=4.0)
    return Term(words, "unit", known, min(weight, 4.0), bool(known))


def _concept(words: str, match: Match, lexicon: Lexicon, index: TermIndex) -> Term:
    concepts = match.concepts
    alternatives: dict[str, float] = {}
    if len(words) > 1 and index.known(words):
        alternatives[words] = 1.0
    for doc in (*(d for c in concepts for d in lexicon.concepts[c].doc), *lexicon.english(words)):
        if index.known(doc.lower()):
            alternatives.setdefault(doc.lower(), min(1.0, 0.75 + 0.05 * (len(doc) - 2)))
    weight = max((index.idf(a) * f for a, f in alternatives.items()), default=1.5 if match.colloquial else 4.5)
    light = all(lexicon.concepts[c].light for c in concepts)
    weight = min(weight, 4.5) * (0.25 if light else 1.0)
    if all(c.startswith(ACT) for c in concepts):
        weight = OF_AN_ACT
    return Term(
        words,
        "concept",
        tuple(alternatives.items()),
        weight,
        bool(alternatives) or light,
        concepts,
        (),
        match.colloquial,
    )


def _known_part(words: str, match: Match, text: str, index: TermIndex, seams: Seams) -> bool:
    """Whether documents, which have no such words, hold some of them: what is counted or measured (学徒 of 学徒人数;
    what 评审费 is a fee for is no such thing), or what a surmise ends with (发福利)."""
    thing = _MEASURE.sub("", words)
    if thing != words and len(thing) > 1 and index.known(thing):
        return True
    return match.colloquial and _holds_a_word(match, text, index, seams)


def _in_a_word_of_documents(text: str, at: int, lexicon: Lexicon, index: TermIndex) -> bool:
    """Whether documents hold the character with one beside it that has a meaning of its own: 建 of 共建."""
    pieces = [(text[at - 1], text[at - 1 : at + 1])] if at else []
    pieces += [(text[at + 1], text[at : at + 2])] if at + 1 < len(text) else []
    return any(
        not lexicon.is_filler(beside) and beside not in FUNCTION and index.known(pair) for beside, pair in pieces
    )


def _holds_a_word(match: Match, text: str, index: TermIndex, seams: Seams) -> bool:
    """Whether the word that the match ends with stands in some document."""
    inside = (seams.at(i) for i in range(match.start, match.end))
    words = {text[w[0] : w[1]] for w in inside if w and match.start <= w[0] and w[1] == match.end}
    return any(index.known(w) for w in words)


def _sole(text: str, taken: list[bool], lexicon: Lexicon, index: TermIndex) -> list[Term]:
    """Single characters that the question holds out as a thing: in quotation marks, or as what is asked for
    ("哪个网"). Elsewhere one character says too little."""
    terms: list[Term] = []
    for match in _SOLE.finditer(text):
        at = match.start(match.lastindex or 0)
        if not taken[at] and not lexicon.is_filler(text[at]) and index.known(text[at]):
            _take(taken, at, at + 1)
            terms.append(_word(text[at], index))
    return terms


def _residue(text: str, taken: list[bool], lexicon: Lexicon, index: TermIndex, seams: Seams) -> list[Term]:
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
                terms.append(_word(word, index))
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
        terms.append(_word(run[i : i + length], index))
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
        if not seams.torn(offset + start, offset + end) and not trails:
            longest = end - start
    return longest


def _solid(run: str, start: int, index: TermIndex) -> int:
    """2 where a word of the documents begins that only looks like a function word with something beside it."""
    return 2 if run[start : start + 2] in SOLID and index.known(run[start : start + 2]) else 0


def _flush(text: str, start: int, unknown: str, lexicon: Lexicon, seams: Seams) -> list[Term]:
    left = "".join(c for c in unknown if not lexicon.is_filler(c))
    if not left:
        words = {_word_of_fillers(text, at, lexicon, seams) for at in range(start, start + len(unknown))}
        inside = sorted(w for w in words if w and start <= w[0] and w[1] <= start + len(unknown))
        return [Term(text[a:b], "unknown", (), 1.2, False) for a, b in inside]
    whole = seams.at(start)
    if len(unknown) == 1 and whole and whole[1] - whole[0] > 2 and whole[1] == start + 1:
        # 证 of 毕业证 makes another thing of 毕业, which documents may hold.
        return [Term(text[whole[0] : whole[1]], "unknown", (), 0.7, False)]
    if len(unknown) == 1 and whole and whole[1] - whole[0] == 2:
        word = text[whole[0] : whole[1]]
        if all(c == unknown or c in _MODALS for c in word):  # 摘 of 摘要: no modal stands there
            return [Term(word, "unknown", (), 0.7, False)]
    return [Term(unknown, "unknown", (), 1.2 if len(left) > 1 else 0.3, False)]


def _word(word: str, index: TermIndex) -> Term:
    if word in _WHOLE:
        return Term(word, "word", ((word, 1.0),) if index.known(word) else (), 0.5, True)
    if regions().places(word) == (re.sub(r"(?<=..)[省市]$", "", word),):
        return Term(word, "word", ((word, 1.0),) if index.known(word) else (), 0.5, index.known(word))
    stem = bare_noun(word)
    if index.known(word) or stem != word and index.known(stem):
        held = tuple((w, f) for w, f in {stem: 0.9, word: 1.0}.items() if index.known(w))
        return Term(word, "word", held, min(index.idf(held[0][0]), 5.0), True)
    return Term(word, "unknown", (), 0.8 if word.isascii() else 1.2, False)


def _merged(terms: list[Term]) -> tuple[Term, ...]:
    """Terms of one concept count once."""
    kept: dict[tuple[str, ...], Term] = {}
    for term in terms:
        key = term.concepts or (term.words,)
        held = kept.get(key)
        if held is None:
            kept[key] = term
        else:
            both = dict(held.alternatives) | dict(term.alternatives)
            kept[key] = replace(
                held,
                alternatives=tuple(both.items()),
                weight=max(held.weight, term.weight),
                also=(*held.also, term.words),
            )
    return tuple(kept.values())
