"""The figure for those whom a sentence lets off with a part of a standard ("山区的按上述标准的70%掌握"): the figure of
the table, or of the sentence before, that the question names, times that share."""

from __future__ import annotations

import re
from fractions import Fraction

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, apart, quantities_in
from assistant.answering.question.text import pairs
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import of_the_case, whole
from assistant.answering.values.counting import plain
from assistant.answering.values.grids import parts_of
from assistant.answering.values.tabled import asked_cells, tabled
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences

_SHARE = regex(
    r"(?:可以?|应|均|分别)*(?:按照?|达到|不低于)(?:(?:[上前][表述]|本表|表\s?[一二三四\d]?|规定|相应|同类|该|各项)*(?:标准|指标|要求)"
    r"|[上前本]表)的?\s?(?P<share>\d{1,2})\s?%(?:以上)?(?:掌握|执行|计算?|把握|认定|确定|要求)"
)
_COMMON = regex(
    r"申报|单位|企业|领域|地区|学校|项目|平台|基地|中心|[的等类和或、及与，注：:（）()\d]|重点|省级|市级|国家级"
)
_EACH = regex(r"和|或|、|及")
_NUMBER = regex(r"\d[\d,]*(?:\.\d+)?")
_NOT = regex(r"(?:没有?|[无非]|不[是在属]于?)[^，,。？?]{0,8}$|\bnot\b[^,.?]*$")
_ASIDE = regex(r"[（(][^（）()]*[）)]$")
_SUM = regex(r"\d[\d,]*(?:\.\d+)?\s?[亿万千百]*元")
_CELLS = 4  # figures told
_ALIKE = 0.7
_MOST = 0.5  # of the case that the question has to name


def by_standard(scene: Scene) -> Finding | None:
    """The figure worked out, with its terms and clauses; None where the question does not name the case or it is not
    plain which figure is meant."""
    if scene.frame.whether or "how_many" not in scene.frame.asks or not scene.chosen:
        return None
    for passage in (p for p in scene.index.passages if scene.programme in p.programmes):
        share = _SHARE.search(passage.text)
        if share is None:
            continue
        case, measures = _case(passage.text[: share.start()])
        if not _names(scene, case):
            continue
        percent = Fraction(share["share"]) / 100
        percent, told, quotes = Fraction(share["share"]) / 100, list[str](), list[Quote]()
        for quote, name, value in _bases(scene, passage, case, measures):
            if figure := _NUMBER.search(value):
                worth = _SUM.search(value) or figure
                told.append(f"{name}{_made(value, percent)}（{worth.group()}×{share['share']}%）")
                quotes.append(quote)
        if told:
            quotes = [*dict.fromkeys(quotes), whole(passage)]
            said = f"{'，'.join(told)}：{'；'.join(q.text for q in quotes)}"
            return Finding(scene.programme, "answered", None, said, tuple(quotes), "computed", (), 16.0, 0.9)
    return None


def of_a_table(scene: Scene) -> Finding | None:
    """What a table tells; for those whom a sentence lets off with a part of it, that part."""
    return by_standard(scene) or tabled(scene)


def _made(value: str, percent: Fraction) -> str:
    """The figure with its bound and unit, times the share."""
    money = next((q for q in quantities_in(value) if q.dimension == "money"), None)
    sum_told, number = _SUM.search(value), _NUMBER.search(value)
    if money and sum_told and (worth := money.interval.low or money.interval.high):
        return f"{value[: sum_told.start()]}{plain(worth * percent, money)}{value[sum_told.end() :]}"
    if number is None:
        return value
    made = Fraction(number.group().replace(",", "")) * percent
    return f"{value[: number.start()]}{float(made):g}{value[number.end() :]}"


def _case(text: str) -> tuple[str, str]:
    """Who is let off, and which measures are named for them: "" where the sentence names none of its own."""
    segments = re.split(r"[，,；;。]", text)
    if len(segments) > 1:
        return segments[-2], segments[-1]
    return text, text


def _names(scene: Scene, case: str) -> bool:
    """Whether the question names most of one of those whom the case is about, and does not say that it is another."""
    asked = scene.frame.masked
    for one in _EACH.split(case):
        told = [False] * len(one)
        runs = {a for t in scene.frame.terms for a, f in t.alternatives if f >= _ALIKE and len(a) > 1 and a in one}
        runs |= {r for size in range(2, 9) for at in range(len(one) - size + 1) if (r := one[at : at + size]) in asked}
        for run in runs:
            if run in asked and _NOT.search(asked[: asked.find(run)]):
                return False
            at = one.index(run)
            told[at : at + len(run)] = [True] * len(run)
        common = {i for m in _COMMON.finditer(one) for i in range(*m.span())}
        own = [i for i in range(len(one)) if i not in common]
        if own and sum(told[i] for i in own) >= _MOST * len(own):
            return True
    return False


def _bases(scene: Scene, passage: Passage, case: str, measures: str) -> tuple[tuple[Quote, str, str], ...]:
    """The figures that the share may be of, each with its quote and what it is of: cells of a table whose row the
    measures name, else the one meant of the sentence before."""
    frame = scene.frame
    kept = tuple(
        t for t in frame.terms if not any(f >= _ALIKE and a in case and a not in measures for a, f in t.alternatives)
    )
    kept = tuple(t for t in kept if t.words not in case or t.words in measures)
    asking = apart(scene, kept)
    cells = [(r, n, v) for r, n, v in asked_cells(asking) if case == measures or _measured(r, measures)]
    cells = [c for c in cells if c[1] in case] or cells
    if cells:
        return tuple((span(r, 0, len(r.text)), n, _ASIDE.sub("", v)) for r, n, v in cells[:_CELLS])
    before = [s for s in sentences(passage.clause.text) if s[1] <= passage.start][-1:]
    for start, end in before:
        text = passage.clause.text[start:end]
        held = [
            q
            for q in quantities_in(text)
            if not q.interval.exact and q.dimension in ("money", "area", "count", "people")
        ]
        words = tuple(a for t in kept for a, f in t.alternatives if f >= _ALIKE and a in text.lower())
        spot = (held[0].start, held[0].end) if len(held) == 1 else None
        if len(held) > 1:
            spot = of_the_case(asking.frame.masked, text, [(q.start, q.end) for q in held], words)
        if spot:
            return ((span(passage.clause, start, start + len(text.rstrip("。；; "))), "", text[spot[0] : spot[1]]),)
    return ()


def _measured(row: Clause, measures: str) -> bool:
    """Whether the row is about one of the measures."""
    own = pairs(parts_of(row.text.split(" ")[0])[0])
    return len(own & pairs(measures)) * 2 >= len(own)
