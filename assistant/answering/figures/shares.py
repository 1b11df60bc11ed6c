"""Shares that a question tells part by part ("一共12人，其中企业的2人"), held against the share that a clause asks for."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from assistant.answering.answer import Verdict
from assistant.answering.figures.graded import grades_in
from assistant.answering.figures.standing import standing
from assistant.answering.grounds.comparing import against
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, purposive, quantities_in, spoken
from assistant.answering.question.text import pairs
from assistant.answering.sentences.spans import around, segments
from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.quantities import find_quantities

_NEAR = 8  # sentences among which the one on the share is
_LONGEST = 130
_ALL = regex(
    r"一共|总共|共(?![建同享育])|总|合计|全部|全体|(?:里面?|当?中)\W*$|\b(?:in (?:all|total)|total|altogether)\b"
)
_OF_THEM = regex(r"^\W*(?:其中|里面|当中|of (?:which|whom|them))")
_SHARE = regex(r"比例|占比|比重|占|份额|\b(?:ratio|share|proportion|percentage)\b")
_ALL_USED = regex(r"全(?:部|都|额)(?:都|可以|能)?(?:用|拿|给|发|转|分|留|投|外包|委托|算|作)")
_MOST = 0.6
_ENOUGH = regex(r"(?:可以|行|够|成|达标)[了的]?[吗么不没][？?\s]*$")
_STANDARD = regex(r"达标|达不达|符合|满足|合格|过关|\bmeets?\b|\bqualif")
_TOO_SMALL = regex(r"(?<!够)不够(?!不)|不足|(?<!达)(?<!达标)不达标|达不到|没达到|不符合|不满足")
_PARTS = regex(r"[，,、；;。：:？?]|(?<=[\d人名个家元万亿])[和与及跟]|(?<=[里中面])(?=有|只有)|\band\b")
_JOINED = regex(r"^\W*(?:且|并且?|同时|其中)?\W*$")
_COUNTING = regex(r"总?(?:人?数|额|量)?的?(?:比例|比重|百分比)?(?:应|须|均|为|不.*)?$")
_WITHIN = regex(r"^.*[里中内]面?(?=.{2})")  # 队伍里甲30人、乙15人: the whole is neither of them
_PLURAL = regex(r"\b[a-z]{4,}s\b")
_EMPTY = frozenset("的有是在了其中和与及且并或人员单位占比例总数不少于低至达到为来自应须需")


class _Part(NamedTuple):
    """An amount that the question tells and the words about it, those of documents among them."""

    amount: Fraction
    figure: str
    told: str
    words: str


def part_of_whole(scene: Scene) -> Finding | None:
    """Two amounts of which one is a part of the other, or of both together, against the share asked of that part.
    None where it is not plain which is the part and what the whole."""
    parts = _parts(scene)
    if len(parts) != 2 or _TOO_SMALL.search(scene.frame.masked):
        return None
    for found in scene.found[:_NEAR]:
        if not found.own or not spoken(found.passage) or purposive(found.passage.text):
            continue
        text = found.passage.text
        held = [(g, shared) for g in _for_all(text) if (shared := _of(scene, parts, text, g))]
        if len(held) != 1:
            continue
        general, (part, whole) = held[0]
        share = part.amount / sum(p.amount for p in whole)
        bounds = _for_the_case(scene, text, general)
        results = {against(Interval(share, share), b.interval) for b in bounds}
        result = results.pop() if len(results) == 1 else "unsure"
        met_only = result == "meets" and not _asks_the_share(scene, whole)
        besides = any(u.words.lower() not in parts[0].told + parts[1].told for u in scene.frame.units)
        if met_only and (besides or not _STANDARD.search(scene.frame.asking_part)):
            return None  # that the share is enough is no answer to whether all is
        total = "+".join(p.figure for p in whole)
        told = f"{part.figure}/{total if len(whole) == 1 else f'({total})'}={float(share) * 100:.4g}%"
        limit = text[bounds[0].start : bounds[0].end]
        quote = around(found.passage, general.start, bounds[-1].end, scene.words(found), _LONGEST)
        verdicts: dict[str, Verdict] = {"meets": "conditional" if met_only else "yes", "unsure": "conditional"}
        return Finding(
            scene.programme, "answered", verdicts.get(result, "no"), quote.text, (quote,),
            result, (("bound", limit), ("given", told)), found.score, found.coverage,
        )  # fmt: skip
    return None


def _for_all(text: str) -> list[Quantity]:
    """The shares that the sentence asks of all, or the only one that it asks."""
    shares = [q for q in quantities_in(text) if q.dimension == "ratio" and not q.interval.exact]
    cased = {g.figure.start for g in grades_in(text)}
    return shares if len(shares) == 1 else [q for q in shares if q.start not in cased]


def _for_the_case(scene: Scene, text: str, general: Quantity) -> list[Quantity]:
    """The share asked of the case that the question tells; of all and of every case left open where it tells none."""
    alike = [g for g in grades_in(text) if g.figure.dimension == "ratio" and g.figure.start > general.start]
    own = [(standing(scene, g.case), g.figure) for g in alike if g.way == "sets" and not g.measure]
    return [f for s, f in own if s == "told"][:1] or [general, *(f for s, f in own if s == "open")]


def _of(scene: Scene, parts: tuple[_Part, ...], text: str, bound: Quantity) -> tuple[_Part, tuple[_Part, ...]] | None:
    """The part told that the share is of, and the whole."""
    subject, of_what = _subject(text, bound)
    shared = _divided(parts, subject, of_what)
    return shared if shared and _named(scene, subject, shared[0]) else None


def all_of_it(scene: Scene) -> Finding | None:
    """That not all of it may go where the clause lets a share go at most ("收入能全拿去……吗": 不超过30%)."""
    frame = scene.frame
    if "permission" not in frame.marks or frame.denies or not _ALL_USED.search(frame.asking_part):
        return None
    for found in scene.found[:2]:
        text = found.passage.text
        bounds = [q for q in quantities_in(text) if q.dimension == "ratio" and q.interval.high is not None]
        if len(bounds) != 1 or bounds[0].interval.low is not None or found.coverage < _MOST or not found.own:
            continue
        quote = around(found.passage, bounds[0].start, bounds[0].end, scene.words(found), _LONGEST)
        values = (("bound", text[bounds[0].start : bounds[0].end]), ("given", "100%"))
        return Finding(
            scene.programme, "answered", "no", quote.text, (quote,), "over", values, found.score, found.coverage
        )
    return None


def _asks_the_share(scene: Scene, whole: tuple[_Part, ...]) -> bool:
    """Whether the share is asked about, by its name or by nothing but its parts ("20人里有5个……，够吗")."""
    asking = scene.frame.asking_part
    return bool(_SHARE.search(asking)) or len(whole) == 1 and bool(_ENOUGH.search(asking)) and not scene.frame.role


def _parts(scene: Scene) -> tuple[_Part, ...]:
    """The amounts of the question, each with the words of its own part of the line."""
    asked = scene.frame.masked
    amounts = [
        q for q in find_quantities(asked)
        if q.dimension in ("count", "money") and q.interval.exact and q.exact and q.interval.low
    ]  # fmt: skip
    kinds = [q.dimension for q in amounts]
    if len(set(kinds)) > 1:  # 一家企业, 营业收入……: what is told twice is what may be divided
        amounts = [q for q in amounts if kinds.count(q.dimension) == 2 and kinds.count(q.dimension) * 2 > len(kinds)]
    cuts = [0, *(m.end() for m in _PARTS.finditer(asked)), len(asked)]
    made = []
    for quantity in amounts:
        start = max(c for c in cuts if c <= quantity.start)
        told = asked[start : min(c for c in cuts if c >= quantity.end)]
        figure = asked[quantity.start : quantity.end].strip()
        made.append(_Part(quantity.interval.low or Fraction(0), figure, told, _in_chinese(scene, told)))
    return tuple(made)


def _in_chinese(scene: Scene, told: str) -> str:
    """The words as they are, those of documents for them where they are English."""
    if re.search(r"[一-鿿]", told):
        return told
    kinds = [name for m in scene.taxonomy.find(told) for name in scene.taxonomy.names(m.unit)]
    return " ".join(kinds or [a for t in scene.frame.terms if t.words in told for a, _ in t.alternatives])


def _subject(text: str, bound: Quantity) -> tuple[str, str]:
    """What the share is of ("企业导师"), and of what ("导师队伍"), in the words of the sentence."""
    parts = [(s, e) for s, e in segments(text) if s < bound.start]
    before = text[parts[-1][0] : bound.start]
    subject, taken, whole = before.partition("占")
    if _JOINED.match(subject) and len(parts) > 1:
        subject = text[slice(*parts[-2])] + subject
    return subject, whole if taken else ""


def _divided(parts: tuple[_Part, ...], subject: str, whole: str) -> tuple[_Part, tuple[_Part, ...]] | None:
    """The part and what makes up the whole; None where the words about the part are not those of the subject."""
    own = [_shared(subject, p.words) - _shared(subject, o.words) for p, o in (parts, parts[::-1])]
    whole_told, part_told = ([bool(mark.search(p.told)) for p in parts] for mark in (_ALL, _OF_THEM))
    first = whole_told[1] if any(whole_told) else part_told[0] if any(part_told) else len(own[0]) > len(own[1])
    part, other = parts if first else parts[::-1]
    if not own[parts.index(part)]:
        return None
    total: tuple[_Part, ...] = (other,)
    named = pairs(_COUNTING.sub("", whole)) - pairs(subject)
    if (
        not any(whole_told)
        and not any(part_told)
        and not (named & pairs(_WITHIN.sub("", other.words)) - pairs(part.words))
    ):
        both = pairs(part.words) & pairs(other.words) & (pairs(subject) | pairs(whole))
        if own[parts.index(other)] or not both and not _alike(part.told, other.told):
            return None
        total = (other, part)
    return (part, total) if part.amount <= sum(p.amount for p in total) else None


def _named(scene: Scene, subject: str, part: _Part) -> bool:
    """Whether the words about the part name the unit that the share is of, where it is of a unit."""
    ruled = [m.unit for m in scene.taxonomy.find(subject)]
    told = [m.unit for m in scene.taxonomy.find(part.words)]
    inside = any(scene.taxonomy.relation(t, r) == "inside" for t in told for r in ruled)
    return not ruled or inside or any(r.words in part.words for r in ruled)


def _alike(one: str, other: str) -> bool:
    """Whether both speak of the same things in English ("36 university mentors", "12 enterprise mentors")."""
    return bool(set(_PLURAL.findall(one)) & set(_PLURAL.findall(other)))


def _shared(subject: str, words: str) -> frozenset[str]:
    return frozenset(c for c in subject if c in words and c not in _EMPTY and not c.isascii())
