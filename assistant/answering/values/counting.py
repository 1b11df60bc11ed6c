"""Questions about what a number counts, and numbers that follow from cited ones by shown arithmetic."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.text import pairs
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Interval, Quantity
from assistant.programmes.numerals import number

_INCLUDED = regex(
    r"算(?:在|进|不算|上)?|包括|包含|计入|计算在|含不含|占名额|\b(?:count|counts|counted|include|includes|included)\b"
)
_TELLING = 2.0
_OF_EACH = regex(r"各|分别|\b(?:each|respectively)\b")
# 扣除成本后剩余部分: the rate is laid on the rest, not on what came in.
_LEFT_BY_RULE = regex(r"(?:支付|扣除|扣减|减去|除去|剔除|抵扣|弥补)[^，。；]{1,16}后|剩余|结余|余额|净收|净额|净利")
_LEFT = regex(r"剩|结余|余额|净|扣(?:除|掉|完|去)[^，,；;。]*[后剩]|利润|\b(?:left|remain\w*|net|profit)\b")
_COST = regex(r"成本|费用|开支|支出|开销|花|用掉|用去|扣|掏|\b(?:costs?|spent|spend\w*|expens\w*)\b")
_BESIDE = 6  # characters
_NUMBERED = regex(r"(?<![第\d一二三四五六七八九十])([两一二三四五六七八九十\d]{1,3})(?:个|项|部分|大)")


def leaves_out(scene: Scene) -> Finding | None:
    """Whether the lead counts among a limit: the limit counts the units it names and no others."""
    frame = scene.frame
    if "lead" not in frame.concepts or not _INCLUDED.search(frame.masked):
        return None
    limits = [s for s in scene.statements if s.attribute == "count" and "联合" in s.subject]
    if not limits:
        return None
    quote = limits[0].quote
    return Finding(
        scene.programme, "answered", "no", quote.text, (quote,), "counts_only", (("rule", limits[0].subject),), 9.0, 0.9
    )


def sum_of_limits(scene: Scene) -> Finding | None:
    """Word limits of a form added up, with the terms shown."""
    if "sum" not in scene.frame.asks or "word_limit" not in scene.frame.concepts:
        return None
    limits = [s for s in scene.statements if s.attribute == "word_limit" and isinstance(s.value, Quantity)]
    named = [s for s in limits if _form_named(scene, s)] or limits
    asked = _NUMBERED.search(scene.frame.masked)
    if asked and number(asked.group(1)) != len(named):
        return None
    if any(isinstance(s.value, Quantity) and s.value.interval.high is None for s in named):
        return None
    if len(named) < 2:
        return None
    values = [s.value.interval.high or Fraction(0) for s in named if isinstance(s.value, Quantity)]
    total = sum(values, Fraction(0))
    terms = "＋".join(f"{s.subject}{v}" for s, v in zip(named, values, strict=True))
    quotes = tuple(s.quote for s in named[:6])
    return Finding(scene.programme, "answered", None, f"{total}字（{terms}）", quotes, "computed", (), 9.0, 0.9)


def _form_named(scene: Scene, statement: Statement) -> bool:
    place = " ".join((*statement.quote.clause.path, statement.quote.clause.context))
    forms = [w for t in scene.frame.terms if "application_form" in t.concepts for w, f in t.alternatives if f == 1.0]
    return any(w in place for w in forms)


def share_of(scene: Scene) -> Finding | None:
    """A ratio that a clause sets, applied to the amount that the question gives."""
    amounts = [q for q in scene.frame.quantities if q.dimension in ("money", "count") and q.interval.exact]
    if not amounts or scene.frame.whether or not scene.frame.asks & {"how_many"}:
        return None
    for found in scene.found[:5]:
        ratios = _ratios_asked(scene, found.passage.text)
        if found.coverage < 0.4 or not ratios:
            continue
        ruled = _base(scene, amounts, found.passage.text[: ratios[0].start])
        if ruled is None:  # what is left is not told: the rate itself is
            quote = whole(found.passage)
            return Finding(
                scene.programme, "answered", None, quote.text, (quote,), score=found.score, coverage=found.coverage
            )
        amount, reckoned = ruled
        quote, text, shown = whole(found.passage), found.passage.text, list[str]()
        several = sum(q.dimension == "ratio" for q in quantities_in(text)) > 1
        for ratio in ratios:
            if amount.dimension == "money" or several or _share_told(scene, text, ratio):
                shown.append(_shared(amount, ratio, text, reckoned))
        if not shown or "" in shown:
            continue
        said = f"{'，'.join(shown)}：{quote.text}"
        return Finding(scene.programme, "answered", None, said, (quote,), "computed", (), found.score + 3, 0.9)
    return None


def _ratios_asked(scene: Scene, text: str) -> list[Quantity]:
    """The ratios of the sentence that are asked about: of several those before which alone stand words of the
    question, one of them unless it asks for each."""
    held = [q for q in quantities_in(text) if q.dimension == "ratio"]
    if len(held) < 2:
        return held
    asked = pairs(scene.frame.masked)
    starts = [max(text.rfind(mark, 0, q.start) for mark in "，。；：、") + 1 for q in held]
    own = [pairs(text[start : q.start]) & asked for start, q in zip(starts, held, strict=True)]
    sizes = [len(o - frozenset().union(*(p for p in own if p is not o))) for o in own]
    best = max(sizes)
    if _OF_EACH.search(scene.frame.masked):
        return [q for q, size in zip(held, sizes, strict=True) if size]
    return [held[sizes.index(best)]] if best and sizes.count(best) == 1 else []


def _base(scene: Scene, amounts: list[Quantity], before: str) -> tuple[Quantity, str] | None:
    """What the ratio is laid on, with how it was reckoned: the amount told or, where the rule takes what is left after
    costs, what is taken in less every cost told; None where what is left cannot be told."""
    if not _LEFT_BY_RULE.search(before):
        return amounts[0], ""
    asked, told, last = scene.frame.masked, [a for a in amounts if a.dimension == "money"], 0
    spent = list[Quantity]()
    for amount in told:
        segment = re.split(r"[，,；;。]", asked[last : amount.start])[-1]
        behind = re.split(r"[，,；;。、]", asked[amount.end :])[0]
        if _LEFT.search(segment):
            return amount, ""
        if _COST.search(segment) or not segment.strip() and _COST.search(behind[:_BESIDE]):
            spent.append(amount)
        last = amount.end
    taken = [a for a in told if a not in spent]
    if len(taken) != 1 or not spent:
        return None
    lows = [a.interval.low or Fraction(0) for a in (taken[0], *spent)]
    left = lows[0] - sum(lows[1:], Fraction(0))
    shown = "−".join(plain(low, taken[0]) for low in lows)
    return (replace(taken[0], interval=Interval(left, left)), f"({shown})") if left > 0 else None


def _shared(amount: Quantity, ratio: Quantity, text: str, reckoned: str = "") -> str:
    """The share of the amount with its terms, the cap where it is reached; "" where the ratio is none."""
    bound, whole_of = ratio.interval, amount.interval.low
    share = bound.low if bound.low is not None else bound.high
    if share is None or whole_of is None:
        return ""
    behind = text[ratio.end :].split("，")[0] if amount.dimension == "count" else text[ratio.end :]
    result, cap = whole_of * share, most(behind, amount)
    terms = f"{reckoned or plain(whole_of, amount)}×{text[ratio.start : ratio.end].strip()}"
    if amount.dimension == "count" and result.denominator > 1 and bound.low != bound.high:
        terms = f"{terms}≈{plain(round(result, 2), amount)}"
        result = Fraction(floor(result) if bound.low is None else ceil(result))  # of people there are no parts
    if cap is not None and result > cap:
        return f"{plain(cap, amount)}（{terms}={plain(result, amount)}，≤{plain(cap, amount)}）"
    return f"{plain(result, amount)}（{terms}）"


def _share_told(scene: Scene, text: str, ratio: Quantity) -> bool:
    """Whether the sentence tells a share of what is asked for: by that word, or of the number before 其中."""
    low, asked = text.lower(), scene.frame.asking_part
    wanted = [t for t in scene.frame.terms if t.kind != "unit" and t.weight >= _TELLING and t.words in asked]
    if re.search(r"比例|占", text):
        return not wanted or any(a in low for t in wanted for a, _ in t.alternatives)
    start = text.rfind("其中", 0, ratio.start)
    part = low[max(0, start) : ratio.start]
    counted = start >= 0 and any(q.dimension == "count" for q in quantities_in(text[:start]))
    return counted and any(a in part for t in wanted for a, _ in t.alternatives)


def most(text: str, like: Quantity) -> Fraction | None:
    """The bound from above that the text sets for an amount of the kind ("最高不超过500万元"); None without one."""
    alike = [q for q in quantities_in(text) if (q.dimension, q.unit) == (like.dimension, like.unit)]
    return min((q.interval.high for q in alike if q.interval.low is None and q.interval.high is not None), default=None)


def plain(number: Fraction, like: Quantity) -> str:
    """The number in the other one's unit."""
    if like.dimension == "money" and number >= 100_000_000:
        return f"{float(number / 100_000_000):g}亿元"
    if like.dimension == "money" and number >= 10_000:
        return f"{float(number / 10_000):g}万元"
    return f"{float(number):g}{like.unit}"
