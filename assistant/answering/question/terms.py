"""The content words of a question, each with the words a document may use for it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.question.focusing import focus
from assistant.answering.question.lexicon import ACT, SAME, Lexicon, Match
from assistant.answering.question.residue import ONE_WORD, SAME_THING, residue, word_term
from assistant.answering.question.seams import Seams
from assistant.answering.question.term import OF_AN_ACT, Term
from assistant.answering.question.text import FUNCTION, SOLID
from assistant.answering.question.told_figures import names_measure
from assistant.answering.sentences.passages import TermIndex
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity
from assistant.programmes.units import Mention, Taxonomy

_SOLE = regex(
    r"[“\"]([一-鿿])[”\"]|哪(?:几|一)?(?:个|些|种|家|类)([一-鿿])(?=[?？。，,、]|$)|什么([一-鿿])(?=[?？。，,、]|$)"
)
_PAYING = regex(r"(?:税|费|钱|款|社保)[^，,。？?]{0,4}交|交[^，,。？?材料书表]{0,4}(?:税|费|钱|款|社保)")
_MEASURE = regex(r"(?:人数|数量|数目|总数|数|名额|期限|时间|标准|范围)$")


_PARTNERS = frozenset({"joint", "member"})


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
        noun = q.end - len(q.head) if q.head.isascii() else q.end
        partners = any(m.start >= noun and m.end <= q.end and _PARTNERS & set(m.concepts) for m in matches)
        # "the three centres": which are they? "six partners": who they are is told by rules.
        named = partners or text[: q.start].endswith(("the ", "these ", "those "))
        _take(taken, q.start, noun if named else q.end)
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
    left = residue(text, taken, lexicon, index, seams)
    heads = {text[m.end : w[1]] for m in units if (w := seams.at(m.end)) and w[0] == m.end}
    # 老板 of 企业|老板: somebody else than the unit is meant.
    terms.extend(replace(t, weight=ONE_WORD) if t.kind == "unknown" and t.words in heads else t for t in left)
    terms = [t for t in terms if t.kind != "unknown" or not names_measure(t.words, quantities)]
    asking = focus(text)
    made_up = " ".join(m.group(1) for m in re.finditer(r"“([^”]{6,60})”", text) if not index.known(m.group(1)))
    terms = [replace(t, weight=t.weight * 0.4) if t.words in made_up else t for t in terms]
    return _merged([t if t.words in asking else replace(t, weight=t.weight * 0.6) for t in terms])


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
    concepts = tuple(c for c in match.concepts if not c.startswith(SAME)) or match.concepts
    same = tuple(d for d in lexicon.same(words) if index.known(d))
    alternatives: dict[str, float] = {}
    if len(words) > 1 and index.known(words):
        alternatives[words] = 1.0
    alternatives |= {d: SAME_THING for d in same if d not in alternatives}
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
        same,
        not same and all(lexicon.only_of_topic(words, c) for c in concepts),
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
            terms.append(word_term(text[at], index, lexicon))
    return terms


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
                same=(*held.same, *term.same),
                topical=held.topical and term.topical,
            )
    return tuple(kept.values())
