"""Questions that ask which programmes: the same question put to each, those of which it may hold kept."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.roles.fitness import fit
from assistant.answering.values.tell import tell


def which(scenes: tuple[Scene, ...]) -> tuple[Finding, ...]:
    """One finding for each programme of which the question's condition holds, then of which it may hold; all the
    refusals where it holds of none."""
    role = scenes[0].frame.role if scenes else ""
    if role and scenes[0].frame.units:
        ruled = [f for s in scenes if (f := fit(s))]
        kept = [f for f in ruled if f.verdict == "yes"]
        kept += [f for f in ruled if f.verdict == "conditional"]
        if ruled:
            return tuple(kept or ruled)
    told = [(s, f) for s in scenes if (f := tell(s, 0.5))]
    if not told:
        return ()
    own = [(f, _own(s)) for s, f in told]
    top = max(o for _, o in own)
    return tuple(replace(f, verdict=None) for f, o in own if o >= 0.85 * top)


def _own(scene: Scene) -> float:
    """How much of the question the best sentence says in its own words."""
    best = max(scene.found[:5], key=lambda f: sum(scene.frame.terms[i].weight for i in f.own), default=None)
    return sum(scene.frame.terms[i].weight for i in best.own) if best else 0.0
