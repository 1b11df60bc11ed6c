"""The clause on one kind of a programme, beside the one that deals with all its kinds in a breath ("A、B和C分别由……")."""

from __future__ import annotations

from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.respective import respective
from assistant.guideline.statement import Statement
from assistant.guideline.values import Role, Unit

_WHO_APPLIES: tuple[Role, ...] = ("applicant", "builder", "lead")


def particular(unit: Unit, general: Statement, scene: Scene) -> Statement | None:
    """The rule on who applies for this kind alone that treats the unit as the general one does; None where the
    general one is about this kind alone, or there is no other."""
    if not respective(general.quote.text):
        return None
    relation = scene.taxonomy.relation_any(unit, general.units)
    own = [
        s for s in scene.statements
        if s.attribute == "unit" and s.role in _WHO_APPLIES and s.modality != "must_not" and s.units
        and scene.programme in s.programmes and not respective(s.quote.text)
        and scene.taxonomy.relation_any(unit, s.units) == relation
    ]  # fmt: skip
    return max(own, key=lambda s: (s.role == scene.frame.role, len(s.quote.text)), default=None)
