"""What a rate for each ("每场讲座补助300元") comes to for as many as the question tells, up to the cap set beside it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.asked_units import asked_unit
from assistant.answering.question.text import pairs
from assistant.answering.sentences.spans import of_the_case, whole
from assistant.answering.values.counting import most, plain
from assistant.guideline.patterns import regex
from assistant.guideline.quote import span
from assistant.guideline.sentences import sentences
from assistant.guideline.values import Quantity
from assistant.programmes.numerals import number

_COUNTED = r"工作日|学时|课时|人次|[人名位户家次场期篇项台套件亩]"
_EACH = regex(rf"每(?:一|1|满)?(?:[个名位](?=[一-鿿]))?(?P<unit>{_COUNTED})")
_NEAR, _BESIDE = 5, 12  # sentences looked at; characters between what is counted and what is given for each
_LEAST = 0.4
_NUMBER = r"(?<![\d.,第百千万])(?P<amount>\d{1,6}|[一二两三四五六七八九十百]{1,5})\s?个?\s?"
_GIVEN = regex(r"钱|[元补奖助贴费款]|万|资金|经费|\bmoney\b|\byuan\b|\bsubsid|\breward|\brmb\b")
_LACKS = regex(r"没(?!有?[多几问])|未|不(?:满|到|足|是|够|合格|达标|符合)|\bnot?\b|n't\b")
_CAP = regex(r"每|累计|合计|总|最高|最多|上限|封顶|不超过")


class _Rate(NamedTuple):
    found: Found
    unit: str
    worth: Quantity


def by_rate(scene: Scene) -> Finding | None:
    """The rate times the number told, or the cap where that is less; None unless it is plain which rate is meant and
    nothing told speaks against it."""
    frame = scene.frame
    if frame.whether or "how_many" not in frame.asks:
        return None
    rates = [r for f in scene.found[:_NEAR] if f.coverage >= _LEAST and f.own for r in _rates(scene, f)]
    if not rates or rates[0].unit == "" or not _asked(scene, rates[0].worth):
        return None
    rate = rates[0]
    amount = _amount(scene, rate.unit)
    if amount is None or _rivalled(scene, rate) or not _fits(scene, rate, amount):
        return None
    return _told(scene, rate, number(amount["amount"]) or Fraction(0))


def _rates(scene: Scene, found: Found) -> list[_Rate]:
    """The one rate of the sentence that is meant; one of no unit where several are and none is plainly meant."""
    text = found.passage.text
    made: dict[tuple[int, int], _Rate] = {}
    for each in _EACH.finditer(text):
        worth = next((q for q in quantities_in(text) if q.start >= each.end()), None)
        if worth is None or not worth.interval.exact or worth.start - each.end() > _BESIDE:
            continue
        if not re.search(r"[，。；：]", text[each.end() : worth.start]) and not text[worth.end :].startswith("以"):
            made[each.start(), worth.end] = _Rate(found, each["unit"], worth)
    if len(made) < 2:
        return list(made.values())
    meant = of_the_case(scene.frame.masked, text, list(made), scene.words(found))
    return [made[meant]] if meant else [_Rate(found, "", next(iter(made.values())).worth)]


def _asked(scene: Scene, worth: Quantity) -> bool:
    """Whether it is asked how much of what the rate gives: money, or its own unit."""
    asked = asked_unit(scene.frame.masked)
    if asked and (asked[0] or asked[1] != "money"):
        return asked == (worth.unit, worth.dimension)
    return worth.dimension == "money" and bool(_GIVEN.search(scene.frame.masked))


def _amount(scene: Scene, unit: str) -> re.Match[str] | None:
    """The one number that the question tells of the unit; None where it asks for what one is worth."""
    asked = scene.frame.masked
    others = "|".join(re.escape(t.words) for t in scene.frame.terms if t.words and (unit, 1.0) in t.alternatives)
    told = f"{unit}|{others}" if others else unit
    if re.search(rf"(?:每|一)(?:[个名位])?(?:{told})|\bper (?:{told})", asked):
        return None
    made = list(re.finditer(f"{_NUMBER}(?:{told})", asked))
    return made[0] if len(made) == 1 else None


def _rivalled(scene: Scene, rate: _Rate) -> bool:
    """Whether another sentence of the clause sets a rate for the same that the question means as much."""
    for other in scene.found:
        passage = other.passage
        if other.number == rate.found.number or passage.clause is not rate.found.passage.clause:
            continue
        alike = any(r.unit in ("", rate.unit) for r in _rates(scene, other))
        if alike and not other.own < rate.found.own:
            return True
    return False


def _fits(scene: Scene, rate: _Rate, amount: re.Match[str]) -> bool:
    """Whether every other figure told meets a bound of the sentence, a unit told is of a kind that it names, and no
    lack is told of which it does not speak."""
    text, asked = rate.found.passage.text, scene.frame.masked
    if _LACKS.search(asked) and not _LACKS.search(text):
        return False
    generic = scene.taxonomy.generic
    ruled = tuple(m.unit for m in scene.taxonomy.find(text[: rate.worth.start]) if m.unit.kind not in generic)
    units = [u for u in scene.frame.units if u.kind not in generic]
    if ruled and units and all(scene.taxonomy.relation_any(u, ruled) != "inside" for u in units):
        return False
    bounds = [q.interval for q in quantities_in(text) if q is not rate.worth]
    for told in scene.frame.quantities:
        if told.start < amount.end() and amount.start() < told.end or told.interval.high == 1:
            continue
        low = told.interval.low
        same = [q for q in quantities_in(text) if q is not rate.worth and q.unit == told.unit]
        if low is None or not same or not all(q.interval.contains(low) for q in same if q.interval in bounds):
            return False
    return True


def _told(scene: Scene, rate: _Rate, amount: Fraction) -> Finding | None:
    """The product with its terms, the cap where it is reached, and their sentences."""
    passage, worth = rate.found.passage, rate.worth
    result, each = amount * (worth.interval.low or Fraction(0)), passage.text[worth.start : worth.end].strip()
    cap, quotes = most(passage.text[worth.end :], worth), [whole(passage)]
    if cap is None:
        for start, end in sentences(passage.clause.text):
            sentence = passage.clause.text[start:end]
            own = pairs(sentence) & pairs(passage.text)
            if start >= passage.end and own and _CAP.search(sentence) and (limit := most(sentence, worth)) is not None:
                cap = limit
                quotes.append(span(passage.clause, start, start + len(sentence.rstrip("。；; "))))
                break
    if re.search(rf"每[个名位]?{rate.unit}[^，。；]*(?:不超过|最[高多])", passage.clause.text):
        return None  # a cap on each of what is counted
    terms = f"{float(amount):g}×{each}"
    said = f"{plain(result, worth)}（{terms}）"
    if cap is not None and result > cap:
        said = f"{plain(cap, worth)}（{terms}={plain(result, worth)}，≤{plain(cap, worth)}）"
    shown = "；".join(q.text for q in quotes)
    return Finding(
        scene.programme, "answered", None, f"{said}：{shown}", tuple(quotes), "computed", (), rate.found.score + 3, 0.9
    )
