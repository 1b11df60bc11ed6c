"""Whose seal, and which one, a clause speaks of, where a question asks whether a paper is to be sealed."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex

# The official seal (公章) is what 盖章 means; any other must be named.
_OTHER = regex(
    r"法人(?:代表)?章|法定代表人章|(?:财务|合同|发票|报关|业务)(?:专用)?章|骑缝章|钢印|私章|(?:个人|人名|负责人|校长|院长|厂长)章|电子签?章|手[印模]"
)
_OURS = regex(
    r"(?:我们?|本|自己)[^，,、。？?]{0,6}(?:盖|章)|(?:厂|公司|企业|学校|学院|高校|园区|协会)(?:自己)?(?:也|都)?(?:要|得|需要?)?(?:的?公?章|盖个?公?章)"
)
_BY_AN_OFFICE = regex(
    r"(?:部门|主管|[局委厅]|政府|中心|办公室)[一-鿿（）]{0,8}(?:盖章|公章|签章)|(?:审核|初审|审查|推荐)[一-鿿]{0,4}盖章"
)
_SEALED = regex(r"盖章|公章|签章|盖.{0,4}章")


def of_another_seal(scene: Scene, made: Finding) -> bool:
    """Whether the question asks about a seal that the clause does not name, or about the applicant's own where only an
    office is told to seal."""
    asked = scene.frame.masked
    quoted = [q.text for q in made.quotes]
    if other := _OTHER.search(asked):
        return not any(other.group() in q for q in quoted)
    if not _OURS.search(asked) or not any(_SEALED.search(q) for q in quoted):
        return False
    return not any(_SEALED.search(_BY_AN_OFFICE.sub("", q)) for q in quoted)
