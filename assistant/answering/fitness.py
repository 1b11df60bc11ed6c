"""Whether-questions about who may fill a role."""

from __future__ import annotations

import re

from assistant.answering.bounds import compare
from assistant.answering.finding import Finding
from assistant.answering.scene import Scene
from assistant.guideline.quote import Quote
from assistant.guideline.statement import Statement
from assistant.guideline.values import Unit
from assistant.programmes.eligibility import Decision, decide
from assistant.programmes.regions import regions

_ORDER = {"no": 0, "conditional": 1, "not_specified": 2, "yes": 3}


def fit(scene: Scene) -> Finding | None:
    """The ruling on the units and the role that the question names, with its other conditions; None where
    it names none or no statement speaks of the role."""
    frame = scene.frame
    if not frame.role:
        return None
    placed = _place(scene)
    asked = [u for u in frame.units if u.kind not in scene.taxonomy.generic]
    decisions = [(u, d) for u in _subjects(scene, asked) if (d := decide(u, frame.role, scene.statements, scene.taxonomy))]
    if placed and (not decisions or decisions[0][1].ruling != "no"):
        return placed
    if not decisions:
        return None
    unit, decision = min(decisions, key=lambda d: _ORDER[d[1].ruling]) if len(decisions) > 1 else decisions[0]
    ruled = _finding(scene, unit, decision)
    if decision.ruling in ("yes", "conditional"):
        measured = _bounded(scene)
        if measured:
            return measured
    return ruled


def _subjects(scene: Scene, asked: list[Unit]) -> list[Unit]:
    """The unit that is to fill the role: not the ones the question only compares with or starts from."""
    text = scene.frame.masked
    if len(asked) < 2:
        return asked
    lead = re.search(r"牵头|领衔|lead|当老大|挑头", text)
    if lead:
        near = [u for u in asked if text.find(u.words.lower()) < lead.start()]
        return [near[-1]] if near else asked[:1]
    return asked[:1]


def _bounded(scene: Scene) -> Finding | None:
    """A figure given of the unit (its age, its number) against the bound for it."""
    if not scene.frame.quantities:
        return None
    made = compare(scene, 0.3)
    if made is None or made.result == "unsure" and not made.quote.text:
        return None
    verdict = {"meets": "yes", "under": "no", "over": "no", "unsure": "conditional"}[made.result]
    return Finding(
        scene.programme, "answered", verdict, made.quote.text, (made.quote,), made.result,  # type: ignore[arg-type]
        (("bound", made.bound), ("given", made.given)), made.score, 0.9,
    )  # fmt: skip


def _finding(scene: Scene, unit: Unit, decision: Decision) -> Finding:
    quotes: list[Quote] = []
    for statement in decision.deciding[:3]:
        if all(statement.quote.text not in q.text for q in quotes):
            quotes.append(statement.quote)
    first = decision.deciding[0]
    values = (("asked", unit.words.strip("“” ")), ("role", f"role_{first.role or 'none'}"), ("rule", _rule(first)))
    outcome = "not_specified" if decision.ruling == "not_specified" else "answered"
    return Finding(
        scene.programme, outcome, decision.ruling, quotes[0].text, tuple(quotes), decision.reason, values, 10.0, 1.0
    )  # fmt: skip


def _rule(statement: Statement) -> str:
    return "、".join(dict.fromkeys(u.words.strip("“”") for u in statement.units))


def _place(scene: Scene) -> Finding | None:
    """A place outside the region that the rule on the role allows."""
    region = regions().places(scene.guideline.entry.region)
    places = [p for p in scene.frame.places if p not in ("elsewhere", "abroad")]
    outside = [p for p in places if region and not regions().within(p, region[0])]
    elsewhere = "elsewhere" in scene.frame.places or "abroad" in scene.frame.places
    if not outside and not (elsewhere and not places):
        return None
    for statement in scene.statements:
        if statement.attribute != "unit" or statement.role != scene.frame.role:
            continue
        if statement.modality == "must_not" and any(u.feature("region") == "outside" for u in statement.units):
            asked = outside[0] if outside else scene.frame.text[:0] or "外地单位"
            return Finding(
                scene.programme, "answered", "no", statement.quote.text, (statement.quote,), "region_no",
                (("asked", asked), ("role", f"role_{statement.role}")), 10.0, 1.0,
            )  # fmt: skip
    return None
