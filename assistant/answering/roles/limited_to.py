"""A kind of unit that may do it only where it is one of some ("其中普通中学仅限试点学校推荐"): its kind is not enough."""

from __future__ import annotations

from assistant.answering.grounds.case_told import case_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.roles.subjects import subjects
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement

_LIMITED = regex(
    r"(?:^|[，。；：（(])(?:其中)?(?P<who>[^，。；：（(]{2,20}?)(?:仅限于?|只限于?|限于)"
    r"(?P<which>[^，。；]{3,40}?)(?P<act>推荐|申报|申请|参加|参与|牵头|加入|报名|承担|承办)(?=[，。；）)]|$)"
)


def limited_to(scene: Scene, made: Finding | None) -> Finding | None:
    """The finding, on the condition that the unit asked about is one of those to which its kind is limited; as it is
    where it says no, or the question tells that the unit is one of them."""
    if made is not None and made.verdict == "no" or scene.frame.denies or "permission" not in scene.frame.marks:
        return made
    for passage in scene.index.passages:
        if scene.programme not in passage.programmes:
            continue
        for match in _LIMITED.finditer(passage.text):
            ruled = tuple(m.unit for m in scene.taxonomy.find(match["who"]))
            mine = [u for u in subjects(scene) if u.kind not in scene.taxonomy.generic]
            alike = ruled and any(scene.taxonomy.relation_any(u, ruled) == "inside" for u in mine)
            if alike and match["act"] in scene.frame.masked and not case_told(scene, match["which"]):
                quote = whole(passage, match.start("who"), match.end())
                return Finding(
                    scene.programme, "answered", "conditional", quote.text, (quote,), "conditions", (), 9.0, 0.9
                )
    return made


def without_limits_of_others(scene: Scene, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements without those that limit only another kind of unit than the ones asked about: whom they let in of
    their own kind closes the door to nobody else."""
    mine = [u for u in subjects(scene) if u.kind not in scene.taxonomy.generic]

    def of_others(statement: Statement) -> bool:
        match = _LIMITED.search(statement.quote.text) if statement.attribute == "unit" and mine else None
        ruled = tuple(m.unit for m in scene.taxonomy.find(match["who"])) if match else ()
        return bool(ruled) and all(scene.taxonomy.relation_any(u, ruled) == "outside" for u in mine)

    return tuple(s for s in statements if not of_others(s))
