"""Whether a unit that may fill a role meets its conditions, too: that its kind is named is not all a clause asks."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.roles.limited_to import limited_to
from assistant.answering.roles.subjects import subjects
from assistant.guideline.patterns import regex

_ASKED = regex(
    r"够(?:不够|得上)?[^，,。？?]{0,3}条件|条件.{0,2}够|(?:符合|满足|达到)(?!哪)[^，,。？?]{0,8}(?:条件|要求|标准)"
    r"|\bmeets? (?:all )?(?:the |its )?(?:requirements|conditions|criteria)\b"
)
_OF_A_UNIT = frozenset({"age", "standing", "level"})


def conditions_left(scene: Scene, ruled: Finding | None) -> Finding | None:
    """The ruling, on condition of the first duty of the role where its conditions are asked about and it has any, or of
    what its kind is limited to."""
    ruled = limited_to(scene, ruled)
    if ruled is None or ruled.verdict != "yes" or not _ASKED.search(scene.frame.masked):
        return ruled
    named = subjects(scene)
    duty = next(
        (
            s
            for s in scene.statements
            if s.attribute in _OF_A_UNIT
            and s.modality == "must"
            and (not scene.frame.role or s.role in (scene.frame.role, "applicant"))
            and (not s.units or any(scene.taxonomy.relation_any(u, s.units) != "outside" for u in named))
        ),
        None,
    )
    if duty is None:
        return ruled
    said = ruled.said if duty.quote.text in ruled.said else f"{ruled.said}”；“{duty.quote.text}"
    quotes = tuple(dict.fromkeys((*ruled.quotes, duty.quote)))[:3]
    return Finding(
        scene.programme, "answered", "conditional", said, quotes, "conditions", (), ruled.score, ruled.coverage
    )
