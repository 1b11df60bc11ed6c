"""Figures that no clause states but cited ones give by shown arithmetic: sums, rates, additions, shares."""

from __future__ import annotations

from assistant.answering.counting import share_of, sum_of_limits
from assistant.answering.finding import Finding
from assistant.answering.limits import all_limits
from assistant.answering.rates import by_rate
from assistant.answering.scene import Scene
from assistant.answering.topped_up import topped_up


def worked_out(scene: Scene) -> Finding | None:
    """The figure asked for with its terms and their clauses; None where nothing is to be reckoned."""
    ways = (sum_of_limits, all_limits, by_rate, topped_up, share_of)
    return next((made for way in ways if (made := way(scene))), None)
