"""Whether a unit that may fill a role meets its conditions, too: that its kind is named is not all a clause asks."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.roles.blemished import free_of
from assistant.answering.roles.lacking import lacked
from assistant.answering.roles.limited_to import limited_to
from assistant.answering.roles.subjects import subjects
from assistant.answering.sentences.spans import segments, whole
from assistant.guideline.patterns import regex
from assistant.guideline.values import Role

_ASKED = regex(
    r"够(?:不够|得上)?[^，,。？?]{0,3}条件|条件.{0,2}够|(?:符合|满足|达到)(?!哪)[^，,。？?]{0,8}(?:条件|要求|标准)"
    r"|\bmeets? (?:all )?(?:the |its )?(?:requirements|conditions|criteria)\b"
)
_OF_A_UNIT = frozenset({"age", "standing", "level"})
_SURE = 0.75
_NEAR = 6
_TOLD = 0.5
_CEASED = regex(r"破产|停业|歇业|清算|注销|吊销|倒闭|解散")
_OWN_ROLE = regex(
    r"(?P<role>(?:[一-鿿]{2}(?:主体|一方)|(?!牵头|申报|联合|参与|成员|建设)[一-鿿]{2}单位|[一-鿿]{2}人))(?:应当?|须|需|必须)(?![用求])"
)
_HEADS: dict[Role, re.Pattern[str]] = {
    "lead": regex(r"\W*(?:[^，。]{0,6})牵头"),
    "joint": regex(r"\W*(?:[^，。]{0,6})联合"),
    "member": regex(r"\W*(?:[^，。]{0,6})(?:参与|成员)"),
    "applicant": regex(r"\W*(?:[^，。]{0,6})申报"),
}
_TRAIT = regex(r"具备|具有|拥有|能够|确保|^有|满|近.年")
_WANTED = regex(r"应(?!用)|须|需(?!求)|必须")
_SEVERAL = 2


def conditions_left(scene: Scene, ruled: Finding | None) -> Finding | None:
    """The ruling, on condition of the first duty of the role where its conditions are asked about and it has any, or of
    what its kind is limited to."""
    ruled = limited_to(scene, ruled)
    if ruled is None or ruled.verdict not in ("yes", "conditional"):
        return ruled
    if ruled.verdict == "yes" and ruled.reason == "inside" and _CEASED.search(scene.frame.masked):
        return None
    if ruled.verdict == "yes" and ruled.reason == "inside" and _told_besides(scene):
        return replace(ruled, verdict="conditional")
    if more := _by_its_name(scene) or _of_several_traits(scene, ruled):
        return more
    if ruled.verdict != "yes" or not _ASKED.search(scene.frame.masked):
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


def _told_besides(scene: Scene) -> bool:
    """Whether the question tells a figure, or that something is lacking, to which the rule on who may says nothing."""
    asked = scene.frame.masked
    gone = [asked[a:b] for a, _, b in lacked(asked, being=False) if not scene.frame.denies]
    told = [t for t in scene.frame.terms if t.kind != "unit" and not t.about_role and t.weight >= _TOLD]
    lacking = any(t.words in g and not free_of(g) for g in gone for t in told)
    return lacking or bool(scene.frame.quantities)


def _by_its_name(scene: Scene) -> Finding | None:
    """What a sentence wants of whoever is in the role that the question calls by the document's own name ("作为园区主体")."""
    if scene.frame.quantities:
        return None
    for found in scene.found[:_NEAR]:
        for match in _OWN_ROLE.finditer(found.passage.text) if spoken(found.passage) else ():
            if re.search(rf"(?:作为|当|做|担任|充当){re.escape(match['role'])}", scene.frame.masked):
                quote = whole(found.passage)
                return Finding(
                    scene.programme, "answered", "conditional", quote.text, (quote,), "conditions", (), 9.0, 0.9
                )
    return None


def _of_several_traits(scene: Scene, ruled: Finding) -> Finding | None:
    """The ruling with the sentence that wants several things of the role of which the question tells some."""
    role = scene.frame.role
    if ruled.reason not in ("inside", "overlap") or len(ruled.quotes) != 1 or role not in _HEADS:
        return None
    told = [t for t in scene.frame.terms if t.kind in ("concept", "word") and not t.about_role]
    told = [t for t in told if t.weight >= 0.5 * max(o.weight for o in scene.frame.terms)]
    for found in scene.found[:_NEAR]:
        text = found.passage.text
        parts = [text[a:b] for a, b in segments(text)]
        traits = [p for p in parts if _TRAIT.search(p)]
        if len(traits) < _SEVERAL or not _HEADS[role].match(parts[0]) or not spoken(found.passage):
            continue
        held = any(a in p for t in told for a, f in t.alternatives if f >= _SURE for p in traits)
        if held and _WANTED.search(text):
            quote = whole(found.passage)
            if ruled.quotes[0].text in quote.text:
                return replace(ruled, verdict="conditional", said=quote.text, quotes=(quote,))
            said = f"{ruled.said}”；“{quote.text}"
            return replace(ruled, verdict="conditional", said=said, quotes=(*ruled.quotes, quote))
    return None
