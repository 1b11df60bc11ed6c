"""Whether days off count within a span that a clause gives in working days ("公示5个工作日，周末算吗")."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.guideline.patterns import regex

_OFF = regex(
    r"周末|(?:周|星期|礼拜)[六日天]|双休|节假日|法定假|休息日|公休|放假|\bweekends?\b|\b(?:public )?holidays?\b|\bsaturdays?\b"
)
_COUNTS = regex(r"算|计|包括|包含|含|\bcounts?\b|\bcounted\b|\binclud\w+")
_NOT = regex(
    r"(?:不|没)(?:能|会|用)?(?:算|计|包括|包含|含)|除(?:外|去)|扣(?:掉|除)|\bexclud\w+|\bnot (?:count|includ)\w*"
)
_A_NOT_A = regex(r"算不算|含不含|包不包|计不计")
_LEAST = 0.4


def working_days(scene: Scene) -> Finding | None:
    """A no to days off that count in, a yes to such that do not; None where nothing of the kind is asked or the
    clause on the thing asked about gives no working days."""
    asked = scene.frame.masked
    if not _OFF.search(asked) or not _COUNTS.search(asked):
        return None
    spans = ((f, q) for f in scene.found[:10] if f.coverage >= _LEAST for q in quantities_in(f.passage.text))
    held = next(((f, q) for f, q in spans if q.dimension == "duration" and q.unit.endswith(("天", "日"))), None)
    if held is None or "工作日" not in held[1].unit:
        return None
    found, bound = held
    left_out = bool(_NOT.search(asked)) and not _A_NOT_A.search(asked)
    given = found.passage.text[bound.start : bound.end]
    return finding(scene, found, "yes" if left_out else "no", "working_days", bound=given)
