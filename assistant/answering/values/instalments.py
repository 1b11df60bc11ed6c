"""What one instalment comes to: the percentage that a clause pays out at a stage ("认定后拨付60%，考核合格后拨付40%") of
the sum that the same place, or a row of a table, sets for the case asked about."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, apart, quantities_in
from assistant.answering.question.term import Term
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import whole
from assistant.answering.values.counting import plain
from assistant.answering.values.tabled import asked_cells
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.values import Quantity
from assistant.programmes.numerals import number

_PART = regex(
    r"(?P<when>[^，。；：、\d%]{0,20}?)(?:先|再|首[期批]|另|即|各)*(?:拨付|拨发|支付|兑付|下达|发放|给付|兑现|拨)"
    r"(?:其余|剩余|余下|补助|奖补|资金|总额|经费|的)*\s?(?P<share>\d{1,3})\s?%"
)
_PAID = regex(r"钱|元|万|拿|给|拨|补助|补贴|奖|资助|到账|经费|资金|\bmoney\b|\byuan\b|\bpaid\b|\bgrant\b")
_NO_SUM = regex(r"一共|总共|合计|共计|加起来|比例|百分|%|[几多少]成|几[期次笔批]")
_FIRST = regex(r"先(?!进|生|后)|首[笔期批次]|第[一1][笔期次批]|前期|一开始")
_NTH = regex(r"第(?P<nth>[二三四2-4])[笔期次批]")
_LAST = regex(r"尾款|末[笔期]|最后[一]?[笔期次批]|剩[下余]|余下|其余")
_PAYING = regex(r"拨|下达|发放|兑付|到账|支付")
_SET = regex(r"每|补|奖|资助|给予|经费|标准")
_MORE = regex(r"(?:再|另|额外|追加|增)[^，。；]{0,6}$")
_OTHER = 0.5  # what a word is worth that only stands for the asker's
_WHOLE = Fraction(100)


class _Part(NamedTuple):
    text: str
    when: str
    share: Fraction


def instalment(scene: Scene) -> Finding | None:
    """The sum of the instalment asked about with its terms and clauses; None unless it is plain which one of which sum
    is meant."""
    frame = scene.frame
    if frame.whether or "how_many" not in frame.asks or not scene.chosen:
        return None
    if not _PAID.search(frame.masked) or _NO_SUM.search(frame.masked):
        return None
    paid = [(p, parts) for p in scene.index.passages if scene.programme in p.programmes and (parts := _parts(p.text))]
    if len(paid) != 1:
        return None
    passage, parts = paid[0]
    part = _asked_part(scene, parts)
    base = _base(scene, passage, part) if part else None
    if part is None or base is None:
        return None
    quote, figure = base
    each = figure.interval.low or Fraction(0)
    shown = f"{plain(each * part.share / _WHOLE, figure)}（{plain(each, figure)}×{part.share}%）"
    quotes = (whole(passage),) if quote.text in passage.text else (quote, whole(passage))
    said = f"{shown}：{'；'.join(q.text for q in quotes)}"
    return Finding(scene.programme, "answered", None, said, quotes, "computed", (), 16.0, 0.9)


def _parts(text: str) -> tuple[_Part, ...]:
    """The instalments of the sentence, where they are the whole."""
    made = tuple(_Part(m.group(), m["when"], Fraction(m["share"])) for m in _PART.finditer(text))
    return made if len(made) > 1 and sum(p.share for p in made) == _WHOLE else ()


def _asked_part(scene: Scene, parts: tuple[_Part, ...]) -> _Part | None:
    """The instalment that the question names by the stage it follows or by its number. The first follows what every
    question on money takes for granted: it has to be asked for as the first, or as what is paid out."""
    asked = scene.frame.masked
    if nth := _NTH.search(asked):
        count = int(number(nth["nth"]) or 0)
        return parts[count - 1] if count <= len(parts) else None
    telling = [t for t in scene.frame.terms if not all(_names(t, p.when) for p in parts)]
    weights = [
        sum(t.weight * (1.0 if t.words in p.when else _OTHER) for t in telling if _names(t, p.when)) for p in parts
    ]
    best = max(weights)
    named = weights.index(best) if best and weights.count(best) == 1 else None
    if named:
        return parts[named]
    if _LAST.search(asked):
        return parts[-1] if len(parts) == 2 or not re.search("剩|余", asked) else None
    at_once = "当年" in parts[0].when and parts[0].when in asked
    return parts[0] if _FIRST.search(asked) or at_once or named == 0 and _PAYING.search(asked) else None


def _numbered(asked: str) -> list[str]:
    """The words by which an instalment is asked for by its number."""
    return [m.group() for pattern in (_FIRST, _NTH, _LAST) for m in pattern.finditer(asked)]


def _names(term: Term, when: str) -> bool:
    return any(f >= 0.7 and len(a) > 1 and a in when for a, f in term.alternatives)


def _base(scene: Scene, passage: Passage, part: _Part) -> tuple[Quote, Quantity] | None:
    """The sum that is paid out in parts: of the row of a table that the question names, else of the same clause, else
    of the one clause beside it that sets any."""
    frame = scene.frame
    kept = tuple(t for t in frame.terms if not _names(t, part.when) and t.words not in part.text)
    asking = apart(scene, kept, tuple(_numbered(frame.masked)))
    cells = [(row, q) for row, _, v in asked_cells(asking) for q in quantities_in(v) if q.dimension == "money"]
    if cells:
        row, figure = cells[0]
        return (span(row, 0, len(row.text)), figure) if len(cells) == 1 and figure.interval.exact else None
    own = [p for p in scene.index.passages if p.clause is passage.clause and p.start <= passage.start]
    place = (passage.clause.document, passage.clause.parent)
    beside = [p for p in scene.index.passages if (p.clause.document, p.clause.parent) == place]
    for group in (own, beside):
        sums = [(p, held) for p in group if (held := _sums(p))]
        if sums:
            return _one(asking, sums)
    return None


def _sums(passage: Passage) -> list[Quantity]:
    """The exact sums of money that the sentence, or the clause before it, says to be given."""
    money = [q for q in quantities_in(passage.text) if q.dimension == "money" and q.interval.exact]
    return [q for q in money if _SET.search(passage.clause.text[: passage.start + q.start])]


def _one(scene: Scene, sums: list[tuple[Passage, list[Quantity]]]) -> tuple[Quote, Quantity] | None:
    """The one sum meant; None where the question names none of several, or one that is given beside another."""
    if len(sums) != 1:
        return None
    passage, held = sums[0]
    ends = [0, *(q.end for q in held)]
    before = [passage.text[end : q.start].lower() for end, q in zip(ends, held, strict=False)]
    terms = [t for t in scene.frame.terms if not any(scene.lexicon.concepts[c].want == "money" for c in t.concepts)]
    words = {a for t in terms for a, f in t.alternatives if f >= 0.7 and len(a) > 1}
    named = [sum(len(w) for w in words if w in b and not all(w in o for o in before)) for b in before]
    sizes = [(size, q) for size, q, b in zip(named, held, before, strict=True) if not _MORE.search(b)]
    best = max((size for size, _ in sizes), default=0)
    meant = [q for size, q in sizes if size == best]
    return (whole(passage), meant[0]) if len(meant) == 1 and best == max(named) else None
