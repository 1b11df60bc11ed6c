"""Bounds that a case has widened ("特聘岗位可放宽至3人"): whether what the question tells keeps within the wider one."""

from __future__ import annotations

from fractions import Fraction

from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.text import pairs
from assistant.answering.sentences.relief_rules import Relief
from assistant.guideline.patterns import regex
from assistant.guideline.values import Interval
from assistant.programmes.quantities import find_quantities

_SAME_COUNT = frozenset("个名人位家所")
_NTH_YEAR = regex(r"第(?P<n>[一二两三四五六七八九十\d]+)年")
_FIGURE = regex(r"\d")


def within_widened(scene: Scene, found: Found, relief: Relief) -> bool | None:
    """Whether the figure or the standing that the question tells is within what the bound is widened to; None where
    it tells none that can be held against it."""
    held = find_quantities(relief.thing)
    if not held:
        told = any(p in scene.frame.masked for p in pairs(relief.thing))
        return True if told and not _FIGURE.search(relief.thing) else None
    unit, limit = held[0].unit, held[0].interval
    mine, at = _given(scene, unit), limit.low if limit.low is not None else limit.high
    if mine is None or at is None:
        return None
    bounds = _bounds(found, relief, unit)
    least = _is_least(bounds, at) if limit.exact else limit.high is None
    if least is None:
        return True if mine == at else None
    other = [b.high if least else b.low for b in bounds]  # the end that is not widened still binds
    if any(o is not None and (mine > o if least else mine < o) for o in other):
        return False
    return mine >= at if least else mine <= at


def _given(scene: Scene, unit: str) -> Fraction | None:
    """The one figure of that unit in the question; None where there is none or several."""
    alike = _SAME_COUNT if unit in _SAME_COUNT else {unit, unit[:1] if unit.startswith("周岁") else unit}
    given = [q.interval.low for q in scene.frame.quantities if q.unit in alike and q.interval.exact]
    if not given and unit == "年" and (nth := _NTH_YEAR.search(scene.frame.masked)):
        given = [q.interval.low for q in find_quantities(f"{nth['n']}年")]
    return given[0] if len(given) == 1 else None


def _bounds(found: Found, relief: Relief, unit: str) -> list[Interval]:
    """What the figures of the unit before the relief bound: the last two, which may be the ends of one range."""
    before = found.passage.clause.text[: found.passage.start + relief.start]
    return [q.interval for q in quantities_in(before) if q.unit == unit and not q.interval.exact][-2:]


def _is_least(bounds: list[Interval], at: Fraction) -> bool | None:
    """Whether the bound that is widened is a lower one: of a range it is the end beyond which `at` lies."""
    lows = [i.low for i in bounds if i.low is not None]
    if not lows or all(i.high is None for i in bounds):
        return bool(lows) if bounds else None
    return at <= lows[-1]
