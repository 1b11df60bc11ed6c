"""The bound of a rule that a quantity of the question is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.guideline.values import Interval
from assistant.programmes.quantities import find_quantities
from evals.figures import Figure, figures
from evals.places import Place
from evals.told import Known

_SCALES = (Fraction(1), Fraction(1, 100), Fraction(10**4), Fraction(10**8))


@dataclass(frozen=True, slots=True)
class Bound:
    """`asked` is the figure in the question, `stated` the one in the rule, whose one-sided `interval` includes it.
    One of either counts `asked_scale` and `scale` units."""

    asked: Figure
    stated: Figure
    interval: Interval
    asked_scale: Fraction
    scale: Fraction

    @property
    def edge(self) -> Fraction:
        """The bound itself."""
        low, high = self.interval.low, self.interval.high
        return low if low is not None else high or Fraction(0)

    @property
    def given(self) -> Fraction:
        """The quantity asked about."""
        return self.asked.value * self.asked_scale

    @property
    def inside(self) -> bool:
        """Whether the rule admits it."""
        return self.interval.contains(self.given)

    def beyond(self) -> Fraction | None:
        """The figure that the rule would have to state to decide otherwise, None where that is no whole number."""
        step = (1 if self.interval.low is not None else -1) if self.inside else 0
        value = self.given / self.scale + step
        return value if value.denominator == 1 and value > 0 else None

    def around(self) -> Iterator[tuple[Fraction, bool]]:
        """Figures for the question just under, at and over the bound, and whether the rule admits each."""
        at = self.edge / self.asked_scale
        for value in (at - 1, at, at + 1):
            if value.denominator == 1 and value > 0:
                yield value, self.interval.contains(value * self.asked_scale)


def bounds(known: Known, sentences: Sequence[Place], texts: Mapping[str, str]) -> Iterator[Bound]:
    """The bounds of the sentences that explain the verdict by an exact quantity of the question."""
    asked = [m for m in _measured(known.question.text) if m[0].written != "一"]  # 一家…都不 is no count
    if len({m[0].start for m in asked}) != 1 or known.case.kind == "adversarial":
        return
    for place in sentences:
        sentence = "".join(texts.get(place.document, "")[place.start : place.end].split())
        for stated, unit, interval, scale in _measured(sentence):
            one_sided = (interval.low is None) != (interval.high is None)
            if not one_sided or interval.low_open or interval.high_open:
                continue
            for given, other, exact, asked_scale in asked:
                bound = Bound(given, stated, interval, asked_scale, scale)
                if unit == other and exact.exact and bound.inside == (known.answer.verdict in ("yes", "conditional")):
                    yield bound


def _measured(text: str) -> Iterator[tuple[Figure, str, Interval, Fraction]]:
    """Each quantity of one figure, with its unit, and how many of that unit one of the figure is."""
    held = [f for f in figures(text) if text[: f.start].rstrip()[-1:] != "近"]  # 近3年 is a window, not a bound
    for quantity in find_quantities(text):
        interval = quantity.interval
        edge = interval.low if interval.low is not None else interval.high
        for figure in held:
            if quantity.start <= figure.start < quantity.end:
                for scale in _SCALES:
                    if figure.value * scale == edge:
                        yield figure, quantity.unit, interval, scale
                        break
