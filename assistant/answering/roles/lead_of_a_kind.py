"""Rules on the lead of one kind, where a document has a lead of each (牵头企业 and 牵头学校)."""

from __future__ import annotations

from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Unit

_LEADS = r"(?:牵头|领衔|主持)的?"
_KIND = r"学校|院校|高校|大学|企业|公司|园区|医院|协会"
_NAMED = regex(
    rf"(?:作为|当|做|担任){_LEADS}(?P<kind>{_KIND})"
    rf"|{_LEADS}(?P<which>{_KIND})(?:就|也|还)?(?:可不可以|能不能|可以|能|应该?|必须|只能)?[是为]"
)
_CALLED = regex(rf"牵头(?P<kind>{_KIND})")


def lead_of_a_kind(scene: Scene, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Of the rules on who leads those on the lead of the kind that the question calls by its kind ("当牵头学校"),
    where a document has one of each; all of them where it names none."""
    named = _NAMED.search(scene.frame.masked) if scene.frame.role == "lead" else None
    kind = next((m.unit for m in scene.taxonomy.find(named["kind"] or named["which"])), None) if named else None
    if kind is None or kind.kind in scene.taxonomy.generic or not _one_of_each(scene, kind):
        return statements

    def of_it(statement: Statement) -> bool:
        return scene.taxonomy.relation_any(kind, statement.units) != "outside"

    leads = [s for s in statements if (s.attribute, s.role) == ("unit", "lead")]
    own = [s for s in leads if all(scene.taxonomy.related(kind.kind, u.kind) for u in s.units)]
    own = own or [s for s in leads if of_it(s)]
    return tuple(s for s in statements if s not in leads or s in own) if own else statements


def _one_of_each(scene: Scene, kind: Unit) -> bool:
    """Whether the programme's text calls a lead by that kind and another by another: else two rules on who leads are
    at odds, and none of them may be left aside."""
    own = (p.text for p in scene.index.passages if scene.programme in p.programmes)
    words = {m["kind"] for text in own for m in _CALLED.finditer(text)}
    kinds = [m.unit.kind for word in words for m in scene.taxonomy.find(word)]
    return len({scene.taxonomy.related(kind.kind, k) for k in kinds}) == 2
