"""How many a case has that a clause gives some more than the others ("每县不超过3个；……县可增加1个"): both added up."""

from __future__ import annotations

import re
from fractions import Fraction

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.asked_units import asked_unit
from assistant.answering.question.text import pairs
from assistant.answering.sentences.spans import whole
from assistant.answering.values.counting import plain
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences
from assistant.guideline.values import Quantity

_MORE = regex(
    r"(?:可以?|再|各|另外?|额外|适当|分别)+(?:给予)?(?:增加|增报|多报|追加|加报|增推|增发|加发)(?:推荐|申报|报送|安排)?(?=\s?[\d一二两三四五六七八九十])"
)
_BOUND = regex(
    r"(?:一般|原则上|推荐|申报|总数|数量|合计|均|各|为|可)*(?:不(?:得)?(?:超过|多于)|最多|至多|限[报额]?|上限)?为?\s?$"
)
_ASKED_APART = regex(r"增加|增报|额外|另外|多[报推给加]|追加|加几|\bextra\b|\badditional\b|\bmore\b")
_NOT = regex(r"(?:没有?|[无非]|不[是在属]于?|不含|\bnot?|\bwithout)\s?[^，,。？?]{0,3}$")
_NEAR = 3
_LEAST, _WEIGHTY, _ALIKE = 0.5, 2.0, 0.8


def topped_up(scene: Scene) -> Finding | None:
    """What all have and what the case named has beside, added up with both clauses; None where the question does not
    name the case, asks for the addition alone, or the clause leaves open what is added to."""
    frame = scene.frame
    if frame.whether or "how_many" not in frame.asks or _ASKED_APART.search(frame.masked):
        return None
    for found in scene.found[:_NEAR]:
        added = _added(found) if found.coverage >= _LEAST else None
        if added is None:
            continue
        base = _base(scene, found, added)
        asked = asked_unit(frame.masked)
        if base is None or asked and (asked[0] or added.unit, asked[1]) != (added.unit, added.dimension):
            return None
        quote, figure = base
        if not _of_the_case(scene, found, quote):
            return None
        terms = [q.interval.high or Fraction(0) for q in (figure, added)]
        shown = f"{plain(sum(terms, Fraction(0)), added)}（{'＋'.join(plain(n, added) for n in terms)}）"
        own = quote.clause is found.passage.clause and quote.start >= found.passage.start
        quotes = (whole(found.passage),) if own else (quote, whole(found.passage))
        said = f"{shown}：{'；'.join(q.text for q in quotes)}"
        return Finding(scene.programme, "answered", None, said, quotes, "computed", (), found.score + 3, 0.9)
    return None


def _added(found: Found) -> Quantity | None:
    """The plain figure by which the sentence adds to another."""
    more = _MORE.search(found.passage.text)
    after = (q for q in quantities_in(found.passage.text) if more and q.start in range(more.end(), more.end() + 2))
    added = next(after, None)
    return added if added and added.interval.exact and added.dimension in ("count", "money") else None


def _base(scene: Scene, found: Found, added: Quantity) -> tuple[Quote, Quantity] | None:
    """The one figure before it in the clause that is added to, with its sentence or the part of it: of several the one
    of the same noun as the addition's (乙级站点), which the question has to name."""
    passage, made = found.passage, list[tuple[int, Quote, Quantity, str]]()
    subject = _subject(passage.text)
    before = [(s, e) for s, e in sentences(passage.clause.text) if e <= passage.start]
    comma = subject.rfind("，") + 1
    for start, end in (*before, (passage.start, passage.start + comma)):
        text, last = passage.clause.text[start:end], 0
        for figure in quantities_in(text):
            told = text[last : figure.start]
            last = figure.end
            most = figure.interval.high is not None and (figure.interval.low is None or figure.interval.exact)
            if figure.unit == added.unit and most and not re.search(r"其中|[，,]含", told):
                noun = _ending(_BOUND.sub("", told), subject)
                made.append((len(noun), _sentence(passage.clause, start, end), figure, noun))
    if len(made) < 2:
        return made[0][1:3] if made else None
    made.sort(key=lambda m: -m[0])
    (size, quote, figure, noun), (next_size, *_), *_ = made
    told_apart = size > max(1, next_size) and noun[:2] in scene.frame.masked
    return (quote, figure) if told_apart else None


def _ending(one: str, other: str) -> str:
    """The longest run of characters in which both end."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]


def _of_the_case(scene: Scene, found: Found, base: Quote) -> bool:
    """Whether the question names what the addition is for, by a unit of the kind or in words that the rule for all does
    not hold, and does not say that it is something else."""
    asked, case = scene.frame.masked, _subject(found.passage.text).rpartition("，")[2]
    generic, common = scene.taxonomy.generic, {m.unit.kind for m in scene.taxonomy.find(base.text)}
    told = [m for m in scene.taxonomy.find(case) if m.unit.kind not in {*generic, *common}]
    if told:
        units = [u for u in scene.frame.units if u.kind not in generic]
        inside = all(scene.taxonomy.relation_any(u, tuple(m.unit for m in told)) == "inside" for u in units)
        rest = "的".join(
            case[e:s] for e, s in zip([0, *(m.end for m in told)], [*(m.start for m in told), None], strict=True)
        )
        known = pairs(base.text).union(*(pairs(a) for t in scene.frame.terms for a, _ in t.alternatives))
        more = any("的" not in pair for pair in pairs(rest) - known)
        return bool(units) and inside and not more and not any(_denied(asked, u.words.lower()) for u in units)
    terms = [t for i, t in enumerate(scene.frame.terms) if i in found.own and t.weight >= _WEIGHTY and t.words]
    own = [[a for a, f in t.alternatives if f >= _ALIKE] for t in terms]
    named = [
        t for t, o in zip(terms, own, strict=True) if any(a in case for a in o) and all(a not in base.text for a in o)
    ]
    return bool(named) and not any(_denied(asked, t.words) for t in named)


def _subject(text: str) -> str:
    """What stands before the words that add."""
    more = _MORE.search(text)
    return text[: more.start()] if more else ""


def _denied(asked: str, words: str) -> bool:
    return bool(_NOT.search(asked[: max(0, asked.find(words))]))


def _sentence(clause: Clause, start: int, end: int) -> Quote:
    return span(clause, start, start + len(clause.text[start:end].rstrip("。；;，, ")))
