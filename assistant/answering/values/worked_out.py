"""Figures that no clause states but cited ones give by shown arithmetic: sums, rates, additions, shares."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.values.counting import share_of, sum_of_limits
from assistant.answering.values.instalments import instalment
from assistant.answering.values.limits import all_limits, longer_limit
from assistant.answering.values.rates import by_rate
from assistant.answering.values.topped_up import topped_up


def worked_out(scene: Scene) -> Finding | None:
    """The figure asked for with its terms and their clauses; None where nothing is to be reckoned."""
    ways = (sum_of_limits, longer_limit, all_limits, instalment, by_rate, topped_up, share_of)
    return next((made for way in ways if (made := way(scene))), None)
